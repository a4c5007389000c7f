package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"mend/ui/theme"
)

// ground is what lies behind a row that can be chosen: a fill, the bar that
// marks the selected one, and the ring.
type ground struct {
	fill, bar *canvas.Rectangle
	ring      ring
	state     groundState
	pen       *theme.Pen // nil until it is shown
}

type groundState struct{ selected, hovered, focused bool }

const barWidth float32 = 3

func newGround() ground {
	return ground{fill: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), ring: newRing()}
}

func (g *ground) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{g.fill, g.bar, g.ring.Rectangle}
}

// show takes what to draw; layout draws it.
func (g *ground) show(p theme.Pen, s groundState) {
	g.pen, g.state = &p, s
	g.fill.FillColor, g.bar.FillColor = color.Transparent, color.Transparent
	switch {
	case s.selected:
		g.fill.FillColor, g.bar.FillColor = p.Color(theme.ColorSoftAccent), p.Color(theme.ColorAccent)
	case s.hovered:
		g.fill.FillColor = p.Color(theme.ColorHover)
	}
	g.fill.CornerRadius, g.bar.CornerRadius = theme.CornerRadius, barWidth/2
	g.fill.Refresh()
	g.bar.Refresh()
}

func (g *ground) layout(size fyne.Size) {
	g.fill.Resize(size)
	g.bar.Move(fyne.NewPos(0, theme.Space2))
	g.bar.Resize(fyne.NewSize(barWidth, max(size.Height-2*theme.Space2, 0)))
	if g.pen != nil {
		g.ring.show(*g.pen, g.state.focused, theme.ColorFocus, size, 0)
	}
}

// pointed knows whether the pointer is over the widget that embeds it.
type pointed struct {
	hovered bool
	refresh func()
}

// MouseIn implements desktop.Hoverable.
func (p *pointed) MouseIn(*desktop.MouseEvent) { p.set(true) }

// MouseMoved implements desktop.Hoverable.
func (p *pointed) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *pointed) MouseOut() { p.set(false) }

func (p *pointed) set(on bool) {
	if p.hovered != on {
		p.hovered = on
		p.refresh()
	}
}
