package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// Waiting is a bar that moves to and fro with a line of what is going on. It
// takes its room from the start, so that nothing jumps when it is shown.
type Waiting struct {
	fynewidget.BaseWidget

	text *Text
	bar  *fynewidget.ProgressBarInfinite
	on   bool
}

// NewWaiting returns a bar at rest.
func NewWaiting(text string) *Waiting {
	w := &Waiting{text: NewText(text, theme.ColorMuted, theme.SizeSmall), bar: fynewidget.NewProgressBarInfinite()}
	w.bar.Stop()
	w.ExtendBaseWidget(w)
	w.show(false)
	return w
}

// Start shows the bar moving.
func (w *Waiting) Start() { w.show(true) }

// Stop puts it to rest.
func (w *Waiting) Stop() { w.show(false) }

// Running reports whether it moves.
func (w *Waiting) Running() bool { return w.on }

func (w *Waiting) show(on bool) {
	w.on = on
	if on {
		w.text.Show()
		w.bar.Show()
		w.bar.Start()
		return
	}
	w.bar.Stop()
	w.bar.Hide()
	w.text.Hide()
}

// CreateRenderer implements fyne.Widget.
func (w *Waiting) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(container.New(keepRoom{}, w.bar, w.text))
}

// keepRoom places a thin bar above a line of text, and has room for both
// whether they are shown or not.
type keepRoom struct{}

const barHeight float32 = 4

func (keepRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, barHeight))
	objects[1].Move(fyne.NewPos(0, barHeight+theme.Space1))
	objects[1].Resize(fyne.NewSize(size.Width, objects[1].MinSize().Height))
}

func (keepRoom) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, barHeight+theme.Space1+objects[1].MinSize().Height)
}
