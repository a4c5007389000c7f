package editor

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"
)

var _ fyne.Scrollable = (*lens)(nil)

// lens shows the text of an editor and takes its scrolls. The toolkit cuts what
// can be scrolled at its own edges, and at no others when it looks for what a
// click is on. So the editor itself can't be what is scrolled: where it stands
// in a scroll, what is out of view there would take the clicks of its
// neighbours.
type lens struct {
	fynewidget.BaseWidget
	editor  *Editor
	objects []fyne.CanvasObject
}

func newLens(e *Editor) *lens {
	l := &lens{editor: e}
	l.ExtendBaseWidget(l)
	return l
}

// Scrolled implements fyne.Scrollable.
func (l *lens) Scrolled(ev *fyne.ScrollEvent) { l.editor.scrolled(ev) }

// CreateRenderer implements fyne.Widget.
func (l *lens) CreateRenderer() fyne.WidgetRenderer { return lensRenderer{l} }

type lensRenderer struct{ lens *lens }

func (lensRenderer) Destroy()                       {}
func (lensRenderer) Layout(fyne.Size)               {}
func (lensRenderer) MinSize() fyne.Size             { return fyne.Size{} }
func (lensRenderer) Refresh()                       {}
func (r lensRenderer) Objects() []fyne.CanvasObject { return r.lens.objects }
