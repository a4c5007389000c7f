package entries

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/widget"
)

// searchAfter is how long the person has to pause for their words to be looked
// for.
const searchAfter = 150 * time.Millisecond

// search is the search box. It looks for what is typed as soon as typing
// pauses.
type search struct {
	OnTyped func() // is told of every change, before it is looked for

	field   *widget.Field
	tasks   Tasks
	known   func() journal.Known // what a query may name
	look    func()               // looks for the query
	waiting func()               // cancels the look to come; nil when there is none
}

func newSearch(t Tasks, known func() journal.Known, look func(), key func(*fyne.KeyEvent) bool) *search {
	s := &search{field: widget.NewField(lang.L("Search the journal")), tasks: t, known: known, look: look}
	s.field.OnChanged = func(string) { s.OnTyped(); s.typed() }
	s.field.OnKey = key
	return s
}

// Query returns what the box asks for.
func (s *search) Query() journal.EntryFilter {
	filter, _ := s.read()
	return filter
}

// read returns what the box asks for, and what in it is no filter.
func (s *search) read() (journal.EntryFilter, []journal.Misread) {
	return journal.ParseQuery(s.field.Text, s.known())
}

// Edit lets change work on what the box asks for, writes it into the box, and
// looks for it.
func (s *search) Edit(change func(*journal.EntryFilter)) {
	filter := s.Query()
	change(&filter)
	s.field.SetText(journal.FormatQuery(filter))
	s.field.CaretToEnd()
	s.Now()
}

// Clear empties the box and shows everything again.
func (s *search) Clear() {
	if s.field.Text != "" {
		s.field.SetText("")
		s.Now()
	}
}

// Now looks for what was typed without waiting.
func (s *search) Now() {
	stop(&s.waiting)
	s.look()
}

func (s *search) typed() {
	stop(&s.waiting)
	s.waiting = s.tasks.After(searchAfter, func() {
		s.waiting = nil
		s.look()
	})
}

// known is what a query may name: the stages of the guide that is followed
// before those of the others.
func (s *Screen) known() journal.Known {
	return journal.Known{
		Today:  journal.DayOf(s.deps.Now()),
		Guides: s.deps.Guides(),
		Pages:  s.deps.Pages,
	}
}
