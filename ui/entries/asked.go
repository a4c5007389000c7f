package entries

import (
	"maps"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/widget"
)

// asked returns the question that stands above the text, or none: the one that
// the entry keeps, the promise that is written about, or that of the step.
func (s *Screen) asked() string {
	question, known := s.base.Asked()
	switch {
	case known:
		return question
	case s.about != "":
		return s.about
	}
	return stepPrompt(s.deps.Guides(), s.askedBy)
}

// showAsked shows the question above the text.
func (s *Screen) showAsked() {
	asked := s.asked()
	s.paper.Prompt(asked)
	widget.Show(s.paper.strip.more.unask, asked != "" && s.about == "" && s.base.Page == "")
}

// onUnask takes the question away from the entry on the paper.
func (s *Screen) onUnask() {
	if s.saver.open == nil {
		return
	}
	id := s.base.ID
	before, known := s.base.Asked()
	s.keepAsked("", true)
	s.paper.drawer.Close()
	s.notice.Show(lang.L("The question no longer stands above this entry."), func() {
		s.openThen(id, func() { s.keepAsked(before, known) })
	})
}

// keepAsked has the entry keep a question or, if it is empty, that it has none;
// unless it is known, the entry has no say in it.
func (s *Screen) keepAsked(question string, known bool) {
	fields := maps.Clone(s.base.Fields)
	if fields == nil {
		fields = make(map[string]string)
	}
	fields[journal.FieldAsked] = question
	if !known {
		delete(fields, journal.FieldAsked)
	}
	s.base.Fields = fields
	s.showAsked()
	s.saver.touch()
	s.SaveNow()
}
