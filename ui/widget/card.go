package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// NewCard returns objects one below the other on a quiet, edged ground.
func NewCard(objects ...fyne.CanvasObject) *Surface {
	return NewSurface(theme.ColorCard, Inset(theme.Space4, NewStack(theme.Space2, objects...)))
}

// Surface is content on a ground of a theme colour with a line round it.
type Surface struct {
	fynewidget.BaseWidget

	Color   fyne.ThemeColorName
	Line    fyne.ThemeColorName // empty: no line
	Corner  float32             // radius of the corners
	content fyne.CanvasObject
}

// NewSurface returns content on the colour, without room round it.
func NewSurface(colour fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	s := &Surface{Color: colour, Line: theme.ColorLine, Corner: theme.CornerRadius, content: content}
	s.ExtendBaseWidget(s)
	return s
}

// NewGround returns content on the colour, square and without a line.
func NewGround(colour fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	s := NewSurface(colour, content)
	s.Line, s.Corner = "", 0
	return s
}

// Held implements Holder.
func (s *Surface) Held() fyne.CanvasObject { return s.content }

// CreateRenderer implements fyne.Widget.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	r := &surfaceRenderer{surface: s, back: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type surfaceRenderer struct {
	surface *Surface
	back    *canvas.Rectangle
}

func (r *surfaceRenderer) Destroy() {}

func (r *surfaceRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.surface.content.Resize(size)
}

func (r *surfaceRenderer) MinSize() fyne.Size { return r.surface.content.MinSize() }

func (r *surfaceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.surface.content}
}

func (r *surfaceRenderer) Refresh() {
	s, p := r.surface, theme.PenOf(r.surface)
	r.back.FillColor, r.back.CornerRadius = p.Color(s.Color), s.Corner
	r.back.StrokeWidth = 0
	if s.Line != "" {
		r.back.StrokeColor, r.back.StrokeWidth = p.Color(s.Line), 1
	}
	r.back.Refresh()
	s.content.Refresh()
}

// NewLine returns a thin line that divides, as wide as it is given.
func NewLine() fyne.CanvasObject { return fynewidget.NewSeparator() }
