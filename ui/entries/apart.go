package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/ui/editor"
	"mend/ui/theme"
	"mend/ui/widget"
)

// apart is a line over the paper while a search is on that does not find the
// entry there. The entry stays, and so does what is being written in it.
type apart struct {
	line  fyne.CanvasObject
	root  *fyne.Container // the line, and below it the page
	asked uuid.UUID       // the entry that is looked for in the list
}

func newApart() *apart {
	text := widget.NewParagraph(lang.L("This entry is open, but it is not among those found."))
	a := &apart{}
	a.line = widget.NewColumn(container.New(topLayout{},
		widget.NewSurface(theme.ColorSoftAccent, widget.InsetXY(editor.Padding, theme.Space2, text))))
	a.line.Hide()
	return a
}

// Over returns page with room for the line above it.
func (a *apart) Over(page fyne.CanvasObject) fyne.CanvasObject {
	a.root = container.New(belowLayout{}, a.line, page)
	return a.root
}

// Show shows the line or takes it away. It does not draw the page anew: the
// text may be long.
func (a *apart) Show(on bool) {
	if a.root == nil || a.line.Visible() == on {
		return
	}
	widget.Show(a.line, on)
	a.root.Layout.Layout(a.root.Objects, a.root.Size())
	canvas.Refresh(a.root)
}

// tellApart says whether the entry on the paper is among those found.
func (s *Screen) tellApart() {
	if s.saver.open == nil || !s.paper.content.Visible() || !s.isSearching() {
		s.apart.asked = uuid.Nil
		s.apart.Show(false)
		return
	}
	id := s.base.ID
	s.apart.asked = id
	s.listing.seek(id, s.base.At, func(position int) {
		if s.apart.asked == id {
			s.apart.Show(position < 0)
		}
	})
}

// isSearching reports whether the list is an answer to what the box asks for.
func (s *Screen) isSearching() bool {
	return s.listing.known && s.listing.filter.Active() && s.search.Query().Active()
}
