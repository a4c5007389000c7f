package journal

// Care is the general advice that comes with the program: the safety questions,
// what they lead to, and where help is to be had outside.
type Care struct {
	Dated     Day              // when it was put together; it may be out of date
	Intro     string           // said above the questions: optional, for nobody but the person
	Questions []SafetyQuestion // four
	Mirror    []SafetyQuestion // the same, asked about oneself, for whoever caused harm
	Folds     []string         // what a yes folds away: ids of stages and steps, and what folded.go lists
	Advice    []CareAdvice     // for whoever is afraid
	Turning   []CareAdvice     // for whoever did harm by force, threats or control
	Services  []Service
}

// SafetyQuestion is answered by yes or no, or not at all.
type SafetyQuestion struct {
	ID   string
	Text string
}

// CareAdvice is a short piece of advice under a heading.
type CareAdvice struct {
	Title string
	Text  string
}

// Service is a widely known service that helps.
type Service struct {
	Country string // "" for those found in many
	Name    string
	Reach   string // a number, or a web address to type
	Note    string // what it is for, and for whom
	Harmed  bool   // for people who are harmed
	Harming bool   // for people who do harm
	// Emergency marks a number to call in danger; those are shown before all else.
	Emergency bool
}
