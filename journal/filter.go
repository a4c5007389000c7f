package journal

// EntryFilter chooses entries; zero fields choose all, and what is given must
// hold together. Words of feelings and tags are compared without regard to case
// and accents.
type EntryFilter struct {
	Query    string    // plain words, all of which must match as prefixes
	Answers  []Answer  // those that words of Query may stand for, see AnswersTo; alone they choose nothing
	Felt     PageKeys  // where guided pages have feelings, for Feelings and for what is listed; alone they choose nothing
	From     Day       // first day, in each entry's own zone
	To       Day       // last day, inclusive
	Days     []Day     // on one of these days
	Stages   []string  // in one of these stages
	Step     string    // belonging to this step
	Promise  string    // about the promise with this id
	Feelings []Feeling // all of these, each at least as strong as its Intensity; 0 is any
	Tags     []string  // all of these
	Kind     Kind
	Page     string // of the guided page with this id
	Starred  bool   // starred alone
	KeptOut  bool   // those kept out of summaries alone
	LookBack bool   // without those that look-back must not bring back, or may not yet
	InBin    bool   // the bin instead of the journal
	Limit    int    // at most this many; 0 means all
	Offset   int    // skip this many first
}

// Kind is a sort of entry.
type Kind string

// The kinds. The empty Kind is any. A letter may be a page too.
const (
	KindEntry  Kind = "entry"  // written freely
	KindPage   Kind = "page"   // a guided page
	KindLetter Kind = "letter" // a letter that was sealed until a day, which may have come
)

// Kinds lists every kind in the order it is offered.
func Kinds() []Kind { return []Kind{KindEntry, KindPage, KindLetter} }

// MonthCount says how many chosen entries lie in a month.
type MonthCount struct {
	Month string // "YYYY-MM", in each entry's own zone
	Count int
}

// DayCount says how many chosen entries lie on a day.
type DayCount struct {
	Day   Day // in each entry's own zone
	Count int
}

// Active reports whether f chooses by anything at all: f without its Limit,
// Offset and InBin.
func (f EntryFilter) Active() bool {
	return f.Query != "" || f.From != "" || f.To != "" || len(f.Days) > 0 || len(f.Stages) > 0 || f.Step != "" || f.Promise != "" ||
		len(f.Feelings) > 0 || len(f.Tags) > 0 || f.Kind != "" || f.Page != "" || f.Starred || f.KeptOut || f.LookBack
}
