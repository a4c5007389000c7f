package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/editor"
)

// coming is an entry that was asked for and is not on the paper yet.
type coming struct {
	id    uuid.UUID // Nil: none
	focus arrival
	ahead []stroke // typed for it already
	then  func()   // what is to be done once it is there, or nil
}

// stroke is a character or a key that waits for its entry.
type stroke struct {
	char rune // 0: the key
	key  fyne.KeyEvent
}

// awaits reports whether what is typed now belongs to the entry to come.
func (c *coming) awaits() bool { return c.id != uuid.Nil && c.focus != stay }

// takeKey keeps a key that writes, behind characters that were typed ahead.
func (c *coming) takeKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyBackspace:
		if c.awaits() && len(c.ahead) > 0 {
			c.ahead = append(c.ahead, stroke{key: *ev})
			return true
		}
	}
	return false
}

// typeInto types what was typed ahead.
func (c *coming) typeInto(body *editor.Editor) {
	for _, s := range c.ahead {
		if s.char != 0 {
			body.TypedRune(s.char)
		} else {
			body.TypedKey(&s.key)
		}
	}
}

// words returns what was typed ahead as a text of its own.
func (c *coming) words() string {
	var text []rune
	for _, s := range c.ahead {
		switch {
		case s.char != 0:
			text = append(text, s.char)
		case s.key.Name != fyne.KeyBackspace:
			text = append(text, '\n')
		case len(text) > 0:
			text = text[:len(text)-1]
		}
	}
	return string(text)
}

// HandleRune takes a character that the focused part of the screen had no use
// for, or that was typed while nothing had the focus. It goes to the entry that
// is coming or stands open, and begins the first one where there is none.
func (s *Screen) HandleRune(r rune) bool {
	switch {
	case s.coming.awaits():
		s.coming.ahead = append(s.coming.ahead, stroke{char: r})
		return true
	case s.blank.overPaper.Visible():
		s.write()
	case s.deps.Window.Canvas().Focused() != nil || s.saver.open == nil ||
		!s.paper.content.Visible() || s.fold.folded && s.fold.showList:
		return false
	default:
		s.focusOn(s.paper.text())
	}
	s.paper.text().TypedRune(r)
	return true
}

// stayHere keeps the entry on the paper that is being written on: another one
// that was on its way does not come any more.
func (s *Screen) stayHere() {
	if s.coming.id == uuid.Nil && !s.list.wanted {
		return
	}
	s.newest.Add(1)
	s.cancelComing()
	s.cameOrNot()
	s.locate(s.base)
}

// cancelComing gives up the entry that is on its way. What was typed ahead of
// it becomes an entry of its own.
func (s *Screen) cancelComing() {
	if s.keepAhead() {
		s.saver.sendOwing()
		s.notice.Show(lang.L("What you typed before the entry was there is kept as an entry of its own."), nil)
	}
	s.coming = coming{}
}

// keepAhead hands what was typed ahead to the saver, and reports whether there
// was anything. It touches no widget.
func (s *Screen) keepAhead() bool {
	words := s.coming.words()
	s.coming.ahead = nil
	if words == "" {
		return false
	}
	s.saver.keep(journal.Entry{ID: uuid.New(), At: s.deps.Now(), Body: words})
	return true
}
