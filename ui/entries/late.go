package entries

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/ui/widget"
)

// lateAfter is how long an entry may take to come while the one before it
// stays on the paper.
const lateAfter = 150 * time.Millisecond

// late takes the paper's place while an entry takes long to come, so that no
// text stands beside a row it does not belong to.
type late struct {
	content fyne.CanvasObject
	waiting func() // cancels what is to come; nil when there is nothing
}

func newLate() *late {
	l := &late{content: container.New(upperLayout{},
		widget.NewColumn(widget.NewMutedParagraph(lang.L("Opening…"))))}
	l.content.Hide()
	return l
}

// awaitEntry says that the entry asked for is being opened, once it is late.
func (s *Screen) awaitEntry() {
	stop(&s.late.waiting)
	s.late.waiting = s.deps.Tasks.After(lateAfter, func() {
		s.late.waiting = nil
		if s.coming.id == uuid.Nil {
			return
		}
		if s.leavePaper() {
			s.coming.focus = toTextEnd
		}
		s.onRight(s.late.content)
	})
}

// cameOrNot gives the paper its place back.
func (s *Screen) cameOrNot() {
	stop(&s.late.waiting)
	if s.late.content.Visible() {
		s.onRight(s.paper.content)
	}
}

// leavePaper takes the focus from the text and the title, so that nothing is
// typed into what can't be seen or goes away, and reports whether it was there.
func (s *Screen) leavePaper() bool {
	c := s.deps.Window.Canvas()
	f := c.Focused()
	if f != fyne.Focusable(s.paper.body) && f != fyne.Focusable(s.paper.title) && !s.paper.form.Holds(f) {
		return false
	}
	c.Unfocus()
	return true
}
