package feeling

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/theme"
)

// pen is what is drawn with: the theme as it is now.
type pen struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
}

func penOf(w interface{ Theme() fyne.Theme }) pen {
	return pen{w.Theme(), fyne.CurrentApp().Settings().ThemeVariant()}
}

func (p pen) color(name fyne.ThemeColorName) color.Color { return p.theme.Color(name, p.variant) }

func (p pen) size(name fyne.ThemeSizeName) float32 { return theme.Size(p.theme, name) }

func (p pen) lineHeight(name fyne.ThemeSizeName) float32 {
	return fyne.MeasureText("Xg", p.size(name), fyne.TextStyle{}).Height
}

func setText(t *canvas.Text, words string, size float32, ink color.Color, style fyne.TextStyle) {
	t.Text, t.TextSize, t.Color, t.TextStyle = words, size, ink, style
	t.Resize(t.MinSize())
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

func show(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}

// focusOn gives o, which is drawn already, the focus.
func focusOn(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o.(fyne.CanvasObject)); c != nil {
		c.Focus(o)
	}
}

// handOn gives a key that o has no use for to the canvas it is on.
func handOn(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if onKey := c.OnTypedKey(); onKey != nil {
		onKey(ev)
	}
}
