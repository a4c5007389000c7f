package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// Waiting is a thin bar that moves while something is done, with a line of
// what that is. It keeps its room when it is at rest, so that nothing jumps.
type Waiting struct {
	fynewidget.BaseWidget

	text   *Text
	moving *fynewidget.ProgressBarInfinite
	done   float64 // 0 to 1; below 0 it is not known
	on     bool
}

// NewWaiting returns a bar at rest. Without a text there is no line for it.
func NewWaiting(text string) *Waiting {
	w := &Waiting{text: NewText(text, theme.ColorMuted, theme.SizeSmall), moving: fynewidget.NewProgressBarInfinite()}
	w.moving.Stop()
	w.ExtendBaseWidget(w)
	return w
}

// Start moves the bar to and fro.
func (w *Waiting) Start() { w.set(true, -1) }

// Set fills the bar to how much is done, from 0 to 1.
func (w *Waiting) Set(fraction float64) { w.set(true, max(0, min(fraction, 1))) }

// Stop puts it to rest.
func (w *Waiting) Stop() { w.set(false, -1) }

// Running reports whether something is being done.
func (w *Waiting) Running() bool { return w.on }

func (w *Waiting) set(on bool, done float64) {
	if w.on == on && w.done == done {
		return
	}
	w.on, w.done = on, done
	if on && done < 0 {
		w.moving.Start()
	} else {
		w.moving.Stop()
	}
	w.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (w *Waiting) AccessibilityLabel() string { return w.text.Text }

// AccessibilityRole implements fyne.Accessible.
func (w *Waiting) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (w *Waiting) CreateRenderer() fyne.WidgetRenderer {
	r := &waitingRenderer{waiting: w, track: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

const barHeight float32 = 4

type waitingRenderer struct {
	waiting     *Waiting
	track, fill *canvas.Rectangle
}

func (r *waitingRenderer) Destroy() { r.waiting.moving.Stop() }

func (r *waitingRenderer) Layout(size fyne.Size) {
	w := r.waiting
	r.track.Resize(fyne.NewSize(size.Width, barHeight))
	r.fill.Resize(fyne.NewSize(size.Width*float32(max(w.done, 0)), barHeight))
	w.moving.Resize(fyne.NewSize(size.Width, barHeight))
	w.text.Move(fyne.NewPos(0, barHeight+theme.Space1))
	w.text.Resize(fyne.NewSize(size.Width, w.text.MinSize().Height))
}

func (r *waitingRenderer) MinSize() fyne.Size {
	if r.waiting.text.Text == "" {
		return fyne.NewSize(0, barHeight)
	}
	return fyne.NewSize(0, barHeight+theme.Space1+r.waiting.text.MinSize().Height)
}

func (r *waitingRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.fill, r.waiting.moving, r.waiting.text}
}

func (r *waitingRenderer) Refresh() {
	w, p := r.waiting, theme.PenOf(r.waiting)
	known := w.done >= 0
	r.track.FillColor, r.track.CornerRadius = p.Color(theme.ColorLine), barHeight/2
	r.fill.FillColor, r.fill.CornerRadius = p.Color(theme.ColorAccent), barHeight/2
	r.track.Hidden, r.fill.Hidden = !w.on || !known, !w.on || !known
	w.moving.Hidden, w.text.Hidden = !w.on || known, !w.on
	r.Layout(w.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
