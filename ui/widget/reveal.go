package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/ui/theme"
)

// Holder is a widget that shows another object. Where it stands between a
// scroll and what has the focus, it has to tell what it holds.
type Holder interface {
	Held() fyne.CanvasObject
}

// reveal scrolls whatever o lies in until o is in view, so that the focus is
// always visible.
func reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil {
		return
	}
	root := c.Overlays().Top()
	if root == nil {
		root = c.Content()
	}
	for _, scroll := range scrollsAround(root, o) { // innermost first
		top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll).Y
		bottom := top + o.Size().Height
		switch {
		case top < theme.Space2:
			scrollBy(scroll, top-theme.Space2)
		case bottom > scroll.Size().Height-theme.Space2:
			scrollBy(scroll, min(bottom-scroll.Size().Height+theme.Space2, top-theme.Space2))
		}
	}
}

// Lead scrolls whatever o lies in until o is at the top of it.
func Lead(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil {
		return
	}
	for _, scroll := range scrollsAround(c.Content(), o) {
		scrollBy(scroll, driver.AbsolutePositionForObject(o).Y-driver.AbsolutePositionForObject(scroll).Y-theme.Space4)
	}
}

func scrollBy(s *container.Scroll, dy float32) {
	most := max(s.Content.MinSize().Height-s.Size().Height, 0)
	y := max(0, min(s.Offset.Y+dy, most))
	if y != s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, y))
	}
}

// scrollsAround returns the scrolls between root and o, the innermost first.
func scrollsAround(root, o fyne.CanvasObject) []*container.Scroll {
	scrolls, found := findIn(root, o)
	if !found {
		return nil
	}
	return scrolls
}

func findIn(root, o fyne.CanvasObject) (scrolls []*container.Scroll, found bool) {
	if root == o {
		return nil, true
	}
	if root == nil || !root.Visible() {
		return nil, false
	}
	switch root := root.(type) {
	case *fyne.Container:
		for _, child := range root.Objects {
			if scrolls, found = findIn(child, o); found {
				return scrolls, true
			}
		}
	case *container.Scroll:
		scrolls, found = findIn(root.Content, o)
		return append(scrolls, root), found
	case *container.ThemeOverride:
		return findIn(root.Content, o)
	case Holder:
		return findIn(root.Held(), o)
	}
	return nil, false
}
