package guide

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"mend/journal"
)

// maxFields is how many fields an entry can hold.
const maxFields = journal.MaxTags

// checkPages returns a joined RuleError for every rule that the pages of a file
// break. Pages are at home in the stage after which the file is named. known
// holds the ids of the pages of other files, and gets those of this one.
func checkPages(file string, pages []journal.Page, stages, known map[string]bool) error {
	c := &checker{file: file}
	c.expect(len(pages) > 0, "", "it has no pages")
	_, home, _ := strings.Cut(fileID(file), "-")
	for _, p := range pages {
		c.page(p)
		c.expect(!known[p.ID], p.ID, "page stands twice")
		known[p.ID] = true
		c.expect(len(p.Stages) > 0 && p.Stages[0] == home, p.ID, "its first stage is not the one its file is named after")
		c.unique("stage of "+p.ID, p.Stages)
		for _, stage := range p.Stages {
			c.expect(stages[stage], p.ID, "stage %q is in no guide", stage)
		}
	}
	return c.err()
}

func (c *checker) page(p journal.Page) {
	c.word(p.ID, p.ID)
	c.line(p.ID, "title", p.Title)
	c.expect(utf8.RuneCountInString(p.Title) <= maxTitle, p.ID, "title is longer than %d characters", maxTitle)
	c.line(p.ID, "about", p.About)
	c.lineIfAny(p.ID, "caution", p.Caution)
	c.lineIfAny(p.ID, "ending", p.Ending)
	c.audience(p.ID, p.For)
	c.sources(p.ID, p.Sources)
	among(c, p.ID, "kind", p.Kind, "", journal.PageCoolingOff, journal.PageApology, journal.PageLetter, journal.PageFacts)
	among(c, p.ID, "every", p.Every, journal.AnyTime, journal.Weekly, journal.Monthly)
	c.paths(p.ID, p.Paths)
	c.fields(p)
}

func (c *checker) fields(p journal.Page) {
	c.expect(len(p.Fields) > 0 && len(p.Fields) <= maxFields, p.ID, "it has %d fields, not 1 to %d", len(p.Fields), maxFields)
	reserved := []string{journal.FieldEarlier, journal.FieldFeltIn, journal.FieldNeed, journal.FieldAsked}
	var keys []string
	for _, f := range p.Fields {
		where := p.ID + "." + f.Key
		keys = append(keys, where)
		c.word(f.Key, where)
		c.expect(!slices.Contains(reserved, f.Key), where, "its key is reserved")
		c.field(where, f)
		for _, o := range f.Options {
			day, ok := p.Field(o.Until)
			c.expect(o.Until == "" || ok && day.Kind == journal.FieldDate, where, "option %q waits for no date of the page", o.ID)
		}
	}
	c.unique("key", keys)
	back, ok := p.Field(journal.FieldBackAt)
	backs := ok && back.Kind == journal.FieldDate && back.Clock
	c.expect(p.Kind != journal.PageCoolingOff || backs, p.ID, "it has no date with a clock named %s", journal.FieldBackAt)
}

func (c *checker) field(where string, f journal.PageField) {
	among(c, where, "kind", f.Kind, journal.FieldKinds()...)
	c.line(where, "label", f.Label)
	c.lineIfAny(where, "hint", f.Hint)
	c.lineIfAny(where, "group", f.Group)
	if f.For != "" {
		c.audience(where, f.For)
	}
	for _, end := range []struct {
		name, text string
		kind       journal.FieldKind
	}{
		{"low", f.Low, journal.FieldRating}, {"high", f.High, journal.FieldRating},
		{"left", f.Left, journal.FieldSideBySide}, {"right", f.Right, journal.FieldSideBySide},
	} {
		if f.Kind == end.kind {
			c.line(where, end.name, end.text)
		} else {
			c.misplaced(where, end.name, end.text != "")
		}
	}
	chosen := f.Kind == journal.FieldChoice || f.Kind == journal.FieldChecklist
	c.misplaced(where, "options", !chosen && len(f.Options) > 0)
	c.expect(!chosen || len(f.Options) > 0, where, "options are missing")
	c.misplaced(where, "theirs", f.Kind != journal.FieldFeelings && f.Theirs)
	c.misplaced(where, "clock", f.Kind != journal.FieldDate && f.Clock)
	c.misplaced(where, "soon", f.Kind != journal.FieldDate && len(f.Soon) > 0)
	c.misplaced(where, "lasts", f.Kind != journal.FieldDate && f.Lasts)
	c.misplaced(where, "marks", f.Kind != journal.FieldText && len(f.Marks) > 0)
	c.options(where, f.Options)
	c.spans(where, f)
	c.marks(where, f)
}

// misplaced refuses what is there in a field of a kind that has no use for it.
func (c *checker) misplaced(where, what string, there bool) {
	c.expect(!there, where, "%s in a field of another kind", what)
}

func (c *checker) options(where string, options []journal.Option) {
	var ids, labels []string
	for _, o := range options {
		c.word(o.ID, where)
		c.line(where, "option", o.Label)
		c.lineIfAny(where, "about", o.About)
		ids, labels = append(ids, where+"."+o.ID), append(labels, where+": "+o.Label)
	}
	c.unique("option", ids)
	c.unique("label", labels)
}

func (c *checker) spans(where string, f journal.PageField) {
	for _, soon := range f.Soon {
		span, err := time.ParseDuration(soon)
		c.expect(err == nil && span > 0, where, "soon %q is no span of time", soon)
		c.expect(f.Clock || span%(24*time.Hour) == 0, where, "soon %q is not in whole days, but it has no clock", soon)
	}
}

func (c *checker) marks(where string, f journal.PageField) {
	for _, word := range f.Marks {
		c.line(where, "mark", word)
		c.expect(word == strings.ToLower(word), where, "mark %q is not in lower case", word)
	}
	c.expect((len(f.Marks) > 0) == (f.MarkHint != ""), where, "marks and markhint are not together")
	c.lineIfAny(where, "markhint", f.MarkHint)
}

// lineIfAny is line for a text that may be missing.
func (c *checker) lineIfAny(id, field, text string) {
	if text != "" {
		c.line(id, field, text)
	}
}

// among checks that value is one of those known.
func among[T comparable](c *checker, id, field string, value T, known ...T) {
	c.expect(slices.Contains(known, value), id, "%s is unknown", field)
}
