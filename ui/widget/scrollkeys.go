package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// scrollStep is how far an arrow key scrolls, at a text scale of 1.
const scrollStep = 3 * theme.Space4

// ScrollByKey scrolls what is in root if the key asks for it (the arrows, the
// page keys, Home and End), and reports whether anything moved. It is for keys
// that nothing else has used. What focused lies in comes first, which may be
// nil; else it is the largest part that can scroll.
func ScrollByKey(root, focused fyne.CanvasObject, key fyne.KeyName) bool {
	var around []*container.Scroll
	if focused != nil {
		around = scrollsAround(root, focused)
	}
	if around == nil {
		if largest := largestScroll(root); largest != nil {
			around = append(around, largest)
		}
	}
	for _, s := range around {
		before := s.Offset
		if dy, ok := scrollDistance(s, key); ok {
			scrollBy(s, dy)
		}
		if s.Offset != before {
			return true
		}
	}
	return false
}

// scrollDistance returns how far a key scrolls.
func scrollDistance(s *container.Scroll, key fyne.KeyName) (float32, bool) {
	step := scrollStep * theme.Scale(fynetheme.Current())
	page := max(s.Size().Height-step, step)
	all := s.Content.MinSize().Height
	dy, ok := map[fyne.KeyName]float32{
		fyne.KeyDown: step, fyne.KeyUp: -step, fyne.KeyPageDown: page, fyne.KeyPageUp: -page,
		fyne.KeyHome: -all, fyne.KeyEnd: all,
	}[key]
	return dy, ok
}

// largestScroll returns the largest visible scroll in root that has more than
// it shows, or nil.
func largestScroll(root fyne.CanvasObject) *container.Scroll {
	var largest *container.Scroll
	eachScroll(root, func(s *container.Scroll) {
		area := func(s *container.Scroll) float32 { return s.Size().Width * s.Size().Height }
		if s.Content.MinSize().Height > s.Size().Height && (largest == nil || area(s) > area(largest)) {
			largest = s
		}
	})
	return largest
}

func eachScroll(o fyne.CanvasObject, do func(*container.Scroll)) {
	if o == nil || !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			eachScroll(child, do)
		}
	case *container.Scroll:
		do(o)
		eachScroll(o.Content, do)
	case *container.ThemeOverride:
		eachScroll(o.Content, do)
	case Holder:
		eachScroll(o.Held(), do)
	}
}
