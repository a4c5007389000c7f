package widget_test

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"mend/ui/theme"
	"mend/ui/widget"
)

// book is a Pages in a window, with what was asked of it.
type book struct {
	*testing.T
	win   fyne.Window
	pages *widget.Pages
	asked []int // pages
	dpi   int   // of the last one
	later bool  // drawings wait
	ready []func()
}

func newBook(t *testing.T, size fyne.Size) *book {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Dark, 1))
	b := &book{T: t, pages: widget.NewPages("Preview")}
	b.pages.Draw = func(n, dpi int, done func(image.Image)) {
		b.asked, b.dpi = append(b.asked, n), dpi
		drawn := image.NewGray(image.Rect(0, 0, (600*dpi+36)/72, (800*dpi+36)/72))
		if b.later {
			b.ready = append(b.ready, func() { done(drawn) })
			return
		}
		done(drawn)
	}
	b.win = test.NewTempWindow(t, b.pages)
	b.win.SetPadded(false)
	b.win.Resize(size)
	return b
}

func (b *book) press(name fyne.KeyName) { b.pages.TypedKey(&fyne.KeyEvent{Name: name}) }

// images returns the drawings that are in the window.
func (b *book) images() (all []*canvas.Image) {
	for _, o := range test.LaidOutObjects(b.win.Content()) {
		if i, ok := o.(*canvas.Image); ok && i.Visible() {
			all = append(all, i)
		}
	}
	return all
}

func TestPagesDrawsWhatIsInView(t *testing.T) {
	b := newBook(t, fyne.NewSize(640, 500))
	b.pages.SetPages(10_000, 600, 800)
	if !slices.Equal(b.asked, []int{0}) {
		t.Errorf("drawn are %v, want the first alone", b.asked)
	}
	if got := b.pages.AccessibilityLabel(); got != "Preview, page 1 of 10000" {
		t.Errorf("it is called %q", got)
	}
	var told []int
	b.pages.OnPage = func(n int) { told = append(told, n) }
	b.asked = nil
	b.press(fyne.KeyEnd)
	if b.pages.At() != 9999 || !slices.Contains(b.asked, 9999) || len(b.asked) > 2 || !slices.Equal(told, []int{9999}) {
		t.Errorf("at the end it is on page %d, told %v, and asked for %v", b.pages.At(), told, b.asked)
	}
	b.press(fyne.KeyHome)
	for _, step := range []struct {
		key fyne.KeyName
		at  int
	}{{fyne.KeyPageDown, 0}, {fyne.KeyPageDown, 1}, {fyne.KeyUp, 1}, {fyne.KeyPageUp, 0}, {fyne.KeyPageUp, 0}, {fyne.KeyDown, 0}} {
		if b.press(step.key); b.pages.At() != step.at {
			t.Errorf("%s leads to page %d, want %d", step.key, b.pages.At(), step.at)
		}
	}
}

// A drawing is shown pixel by pixel, at every scale of the window.
func TestPagesAreSharp(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		b := newBook(t, fyne.NewSize(640, 500))
		b.win.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
		b.pages.SetPages(2, 600, 800)
		shown := b.images()
		if len(shown) == 0 {
			t.Fatalf("at %g nothing is drawn", scale)
		}
		size, pixels := shown[0].Size(), shown[0].Image.Bounds()
		if width := size.Width * scale; width < float32(pixels.Dx())-0.1 || width > float32(pixels.Dx())+0.1 {
			t.Errorf("at %g a drawing of %d pixels is %g wide", scale, pixels.Dx(), width)
		}
		if size.Width > 640 || size.Width < 560 {
			t.Errorf("at %g a page is %g wide in a window of 640", scale, size.Width)
		}
	}
}

// A page is no larger than on paper, however wide the window is.
func TestPagesKeepTheirSize(t *testing.T) {
	b := newBook(t, fyne.NewSize(1600, 900))
	b.pages.SetPages(1, 600, 800)
	if shown := b.images(); len(shown) != 1 || shown[0].Size() != fyne.NewSize(800, 1067) {
		t.Errorf("it is drawn as %v", shown)
	}
	if b.dpi != 96 {
		t.Errorf("drawn with %d pixels an inch, want 96", b.dpi)
	}
}

func TestPagesOfAnotherDocumentAreDrawnAnew(t *testing.T) {
	b := newBook(t, fyne.NewSize(640, 500))
	b.later = true
	b.pages.SetPages(3, 600, 800)
	b.pages.SetPages(5, 600, 800)
	if len(b.asked) != 1 {
		t.Fatalf("%d drawings are under way, want one at a time", len(b.asked))
	}
	b.ready[0]()
	if len(b.images()) > 0 {
		t.Error("a page of the document before is shown")
	}
	if len(b.asked) != 2 {
		t.Fatal("the page is not asked for again")
	}
	b.ready[1]()
	if len(b.images()) != 1 {
		t.Error("the page is not shown")
	}
	b.pages.SetPages(0, 1, 1)
	if len(b.images()) > 0 || b.pages.AccessibilityLabel() != "Preview" {
		t.Error("pages are left when there are none")
	}
}

func TestPagesHandOnWhatTheyHaveNoUseFor(t *testing.T) {
	b := newBook(t, fyne.NewSize(640, 500))
	b.pages.SetPages(3, 600, 800)
	var got []fyne.KeyName
	b.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { got = append(got, ev.Name) })
	b.press(fyne.KeyEscape)
	b.press(fyne.KeyDown)
	if !slices.Equal(got, []fyne.KeyName{fyne.KeyEscape}) {
		t.Errorf("handed on %v", got)
	}
}
