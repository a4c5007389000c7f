package widget

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

const (
	pointsPerInch = 72
	unitsPerPoint = 4.0 / 3 // a page in its own size, on a screen of 96 units an inch
	pageMargin    = theme.Space4
	pageGap       = theme.Space4
)

// pagesBody is what the pages scroll in: as high as all of them, holding those
// in view.
type pagesBody struct {
	fynewidget.BaseWidget
	pages *Pages
	faces map[int]*pageFace
}

// pageFace is one page in view: white paper with a soft edge, and what is on it.
type pageFace struct {
	paper *canvas.Rectangle
	image *canvas.Image
	dpi   int // of the drawing; 0: there is none yet
}

func newPagesBody(p *Pages) *pagesBody {
	b := &pagesBody{pages: p, faces: make(map[int]*pageFace)}
	b.ExtendBaseWidget(b)
	return b
}

// forget has every page drawn anew; until then the old ones stay.
func (b *pagesBody) forget() {
	for n, f := range b.faces {
		if f.dpi = 0; n >= b.pages.count {
			delete(b.faces, n)
		}
	}
}

// pixels is how many there are to a unit.
func (b *pagesBody) pixels() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.pages); c != nil {
		return c.Scale()
	}
	return 1
}

// dpi is how many pixels there are to an inch of a page, a whole number, so that
// a drawing is shown pixel by pixel.
func (b *pagesBody) dpi() int {
	p := b.pages
	widest := p.width * unitsPerPoint * max(theme.Scale(p.Theme()), 1)
	width := min(p.scroll.Size().Width-2*pageMargin, widest)
	return max(1, int(width*b.pixels()*pointsPerInch/max(p.width, 1)))
}

// size is that of a page, in units: a whole number of pixels.
func (b *pagesBody) size() fyne.Size {
	dpi, pixels := float64(b.dpi()), b.pixels()
	side := func(points float32) float32 {
		return float32(math.Floor(float64(points)*dpi/pointsPerInch+0.5)) / pixels
	}
	return fyne.NewSize(side(b.pages.width), side(b.pages.height))
}

// height is that of everything.
func (b *pagesBody) height() float32 {
	if b.pages.count == 0 {
		return 0
	}
	return 2*pageMargin - pageGap + float32(b.pages.count)*(b.size().Height+pageGap)
}

// pageAt returns the page that is at y.
func (b *pagesBody) pageAt(y float32) int {
	n := int((y - pageMargin) / (b.size().Height + pageGap))
	return max(0, min(n, b.pages.count-1))
}

// inView returns the first and the last page in view, and last before first if
// there is none.
func (b *pagesBody) inView() (first, last int) {
	s := b.pages.scroll
	if b.pages.count == 0 || s.Size().Height <= 0 {
		return 0, -1
	}
	return b.pageAt(s.Offset.Y), b.pageAt(s.Offset.Y + s.Size().Height)
}

// place moves the pages in view to where they belong, and lets go of others.
func (b *pagesBody) place() {
	first, last := b.inView()
	changed := false
	for n := range b.faces {
		if n < first || n > last {
			delete(b.faces, n)
			changed = true
		}
	}
	size := b.size()
	x := float32(math.Floor(float64((b.pages.scroll.Size().Width-size.Width)/2*b.pixels()))) / b.pixels()
	for n := first; n <= last; n++ {
		f := b.faces[n]
		if f == nil {
			f = newPageFace()
			b.faces[n] = f
			changed = true
		}
		f.place(fyne.NewPos(x, pageMargin+float32(n)*(size.Height+pageGap)), size)
		f.paper.StrokeColor = theme.PenOf(b.pages).Color(theme.ColorLine)
	}
	if changed {
		canvas.Refresh(b)
	}
}

// missing returns the page in view without a drawing of the present size that
// is nearest to page at, or -1.
func (b *pagesBody) missing(at int) int {
	first, last := b.inView()
	nearest, dpi := -1, b.dpi()
	away := func(n int) int { return max(n-at, at-n) }
	for n := first; n <= last; n++ {
		if f := b.faces[n]; f != nil && f.dpi != dpi && (nearest < 0 || away(n) < away(nearest)) {
			nearest = n
		}
	}
	return nearest
}

// show puts a drawing on page n, if it is still in view. A page that has not been
// on the screen yet can't ask to be painted anew, which is why the body does.
func (b *pagesBody) show(n, dpi int, drawn image.Image) {
	f := b.faces[n]
	if f == nil {
		return
	}
	f.dpi = dpi
	f.image.Image = drawn
	f.image.Show()
	f.image.Refresh()
	canvas.Refresh(b)
}

// MinSize is that of all pages.
func (b *pagesBody) MinSize() fyne.Size { return fyne.NewSize(0, b.height()) }

// CreateRenderer implements fyne.Widget.
func (b *pagesBody) CreateRenderer() fyne.WidgetRenderer { return pagesBodyRenderer{b} }

type pagesBodyRenderer struct{ body *pagesBody }

func (r pagesBodyRenderer) Destroy() {}

func (r pagesBodyRenderer) Layout(fyne.Size) { r.body.place() }

func (r pagesBodyRenderer) MinSize() fyne.Size { return r.body.MinSize() }

func (r pagesBodyRenderer) Objects() (objects []fyne.CanvasObject) {
	first, last := r.body.inView()
	for n := first; n <= last; n++ {
		if f := r.body.faces[n]; f != nil {
			objects = append(objects, f.paper, f.image)
		}
	}
	return objects
}

func (r pagesBodyRenderer) Refresh() {}

func newPageFace() *pageFace {
	f := &pageFace{paper: canvas.NewRectangle(color.White), image: canvas.NewImageFromImage(nil)}
	f.paper.StrokeWidth = 1
	f.image.FillMode, f.image.ScaleMode = canvas.ImageFillStretch, canvas.ImageScalePixels
	f.image.Hide()
	return f
}

// place puts the page at a place; its edge lies round it.
func (f *pageFace) place(at fyne.Position, size fyne.Size) {
	f.paper.Move(at.SubtractXY(1, 1))
	f.paper.Resize(size.AddWidthHeight(2, 2))
	f.image.Move(at)
	f.image.Resize(size)
}
