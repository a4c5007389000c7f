package guide

import (
	"io/fs"
	"strings"
	"unicode"

	"mend/journal"
)

const careFile = "care.toml"

// questionsOfSafety is how many questions are asked, and asked in the mirror.
const questionsOfSafety = 4

// LoadCare reads the advice for when it is not safe from care.toml. The errors
// are as for LoadGuides.
func LoadCare(fsys fs.FS) (journal.Care, error) {
	var care journal.Care
	if err := decode(fsys, careFile, &care); err != nil {
		return journal.Care{}, err
	}
	return care, checkCare(care)
}

// checkCare returns a joined RuleError for every rule that care breaks. Whether
// what it folds exists is known only beside the guides and pages.
func checkCare(care journal.Care) error {
	c := &checker{file: careFile}
	_, err := journal.ParseDay(string(care.Dated))
	c.expect(err == nil, "dated", "it is not a day written as YYYY-MM-DD")
	c.line("intro", "text", care.Intro)
	c.safety("questions", care.Questions)
	c.safety("mirror", care.Mirror)
	c.expect(len(care.Folds) > 0, "folds", "it folds nothing")
	c.unique("fold", care.Folds)
	c.advice("advice", care.Advice)
	c.advice("turning", care.Turning)
	var names []string
	for _, s := range care.Services {
		c.service(s)
		names = append(names, s.Country+": "+s.Name)
	}
	c.unique("service", names)
	return c.err()
}

func (c *checker) safety(key string, questions []journal.SafetyQuestion) {
	c.expect(len(questions) == questionsOfSafety, key, "there are %d, not %d", len(questions), questionsOfSafety)
	var ids []string
	for _, q := range questions {
		c.word(q.ID, q.ID)
		c.question(q.ID, q.Text)
		ids = append(ids, q.ID)
	}
	c.unique("question", ids)
}

func (c *checker) advice(key string, advice []journal.CareAdvice) {
	c.expect(len(advice) > 0, key, "there is none")
	var titles []string
	for _, a := range advice {
		c.line(key, "title", a.Title)
		c.line(a.Title, "text", a.Text)
		titles = append(titles, a.Title)
	}
	c.unique("title", titles)
}

// service checks that s can be reached by what is dialled or typed, and says
// for whom it is.
func (c *checker) service(s journal.Service) {
	c.line(s.Name, "name", s.Name)
	c.line(s.Name, "note", s.Note)
	c.expect(s.Harmed || s.Harming, s.Name, "it is for nobody")
	number := strings.TrimFunc(s.Reach, func(r rune) bool { return unicode.IsDigit(r) || r == ' ' || r == '-' }) == ""
	c.expect(number || !s.Emergency, s.Name, "it is for an emergency, and not a number to dial")
	address := strings.Contains(s.Reach, ".") && !strings.ContainsAny(s.Reach, " :")
	c.expect(s.Reach != "" && (number || address), s.Name, "reach is neither a number nor an address to type")
}
