package entries

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/widget"
)

// searchAfter is how long the person has to pause for their words to be looked
// for.
const searchAfter = 150 * time.Millisecond

// search is the search box. It looks for what is typed as soon as typing
// pauses.
type search struct {
	field   *widget.Field
	tasks   Tasks
	look    func() // looks for the query
	waiting func() // cancels the look to come; nil when there is none
}

func newSearch(t Tasks, look func(), key func(*fyne.KeyEvent) bool) *search {
	s := &search{field: widget.NewField(lang.L("Search the journal")), tasks: t, look: look}
	s.field.OnChanged = func(string) { s.typed() }
	s.field.OnKey = key
	s.field.OnSubmitted = func(string) { s.Now() }
	return s
}

// Query returns the words to look for.
func (s *search) Query() string { return strings.TrimSpace(s.field.Text) }

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
