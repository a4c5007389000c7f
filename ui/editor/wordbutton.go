package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Accessible   = (*wordButton)(nil)
	_ fyne.Focusable    = (*wordButton)(nil)
	_ fyne.Tappable     = (*wordButton)(nil)
	_ desktop.Hoverable = (*wordButton)(nil)
)

// wordButton is a word in the find bar that does something. A click leaves the
// focus where it is.
type wordButton struct {
	fynewidget.BaseWidget
	word             string
	do               func()
	onKey            func(*fyne.KeyEvent) // gets the keys that don't press it
	focused, hovered bool

	ring  *canvas.Rectangle
	label *canvas.Text
}

func newWordButton(word string, do func(), onKey func(*fyne.KeyEvent)) *wordButton {
	b := &wordButton{word: word, do: do, onKey: onKey,
		ring: canvas.NewRectangle(color.Transparent), label: canvas.NewText(word, color.Transparent)}
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel implements fyne.Accessible.
func (b *wordButton) AccessibilityLabel() string { return b.word }

// AccessibilityRole implements fyne.Accessible.
func (b *wordButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped implements fyne.Tappable.
func (b *wordButton) Tapped(*fyne.PointEvent) { b.do() }

// FocusGained implements fyne.Focusable.
func (b *wordButton) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *wordButton) FocusLost() { b.focused = false; b.Refresh() }

// MouseIn implements desktop.Hoverable.
func (b *wordButton) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *wordButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *wordButton) MouseOut() { b.hovered = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *wordButton) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *wordButton) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.do()
	default:
		b.onKey(ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *wordButton) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &wordDrawing{b}
}

func (b *wordButton) paint() {
	th, variant := b.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	b.label.Color, b.label.TextSize = th.Color(fynetheme.ColorNameForeground, variant), th.Size(fynetheme.SizeNameText)
	b.ring.CornerRadius, b.ring.StrokeWidth = th.Size(fynetheme.SizeNameInputRadius), 0
	b.ring.FillColor, b.ring.StrokeColor = color.Transparent, th.Color(fynetheme.ColorNamePrimary, variant)
	if b.hovered {
		b.ring.FillColor = th.Color(fynetheme.ColorNameHover, variant)
	}
	if b.focused {
		b.ring.StrokeWidth = focusWidth
	}
}

// wordDrawing is the renderer of a wordButton.
type wordDrawing struct{ button *wordButton }

func (d *wordDrawing) Destroy() {}

func (d *wordDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.button.ring, d.button.label}
}

func (d *wordDrawing) MinSize() fyne.Size {
	return d.button.label.MinSize().AddWidthHeight(2*findGap, findGap)
}

func (d *wordDrawing) Layout(size fyne.Size) {
	d.button.ring.Resize(size)
	label := d.button.label.MinSize()
	d.button.label.Move(fyne.NewPos((size.Width-label.Width)/2, (size.Height-label.Height)/2))
}

func (d *wordDrawing) Refresh() {
	d.button.paint()
	d.Layout(d.button.Size())
	canvas.Refresh(d.button)
}
