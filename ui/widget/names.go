package widget

import "fyne.io/fyne/v2"

// Control is a widget that can have the focus.
type Control interface {
	fyne.CanvasObject
	fyne.Focusable
}

// Names remembers the controls of a page under names that stay the same when
// the page is built anew, so that the focus can stay where it was.
type Names struct{ controls map[string]Control }

// Clear forgets the controls of the page as it was.
func (n *Names) Clear() { n.controls = nil }

// Add remembers a control under a name and returns it.
func (n *Names) Add(name string, c Control) fyne.CanvasObject {
	if n.controls == nil {
		n.controls = make(map[string]Control)
	}
	n.controls[name] = c
	return c
}

// Has reports whether there is a control with the name.
func (n *Names) Has(name string) bool { return n.controls[name] != nil }

// Focused returns the name of the control that has the focus of c, if it is one
// of the page.
func (n *Names) Focused(c fyne.Canvas) string {
	focused := c.Focused()
	for name, control := range n.controls {
		if fyne.Focusable(control) == focused {
			return name
		}
	}
	return ""
}

// Focus gives the focus of c to the control with the name, if there is one.
func (n *Names) Focus(c fyne.Canvas, name string) {
	if control, ok := n.controls[name]; ok {
		c.Focus(control)
	}
}
