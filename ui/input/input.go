// Package input answers one question: when does the person do something in the
// window. The toolkit tells of keys, clicks and scrolling only the widget that
// they are for, and not even the window that they came; so this listens one
// floor below, where the toolkit itself gets them.
package input

import (
	"errors"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// ErrNoWindow is returned for a window that the system does not know: one that
// was never shown, or is not drawn by GLFW.
var ErrNoWindow = errors.New("input: no window of the system")

// Watch calls seen on the UI goroutine for every key, character, click,
// movement of the pointer and turn of the wheel that w gets from now on, before
// the toolkit does anything about it, and held, with whether a button of the
// mouse is held, after the toolkit has done so. Nothing is kept from the
// toolkit. It must be called on the UI goroutine once w is shown.
func Watch(w fyne.Window, seen func(), held func(down bool)) error {
	window := systemWindow(w)
	if window == nil {
		return ErrNoWindow
	}
	watchKeys(window, seen)
	watchPointer(window, seen)
	watchButtons(window, seen, held)
	return nil
}

// systemWindow returns what w is to the window system, or nil. The toolkit does
// not hand it out, but draws into it.
func systemWindow(w fyne.Window) (window *glfw.Window) {
	if drawn, ok := w.(interface{ RunWithContext(func()) }); ok {
		drawn.RunWithContext(func() { window = glfw.GetCurrentContext() })
	}
	return window
}

func watchKeys(w *glfw.Window, seen func()) {
	var key glfw.KeyCallback
	key = w.SetKeyCallback(func(w *glfw.Window, k glfw.Key, code int, action glfw.Action, mods glfw.ModifierKey) {
		seen()
		if key != nil {
			key(w, k, code, action, mods)
		}
	})
	var char glfw.CharCallback
	char = w.SetCharCallback(func(w *glfw.Window, r rune) {
		seen()
		if char != nil {
			char(w, r)
		}
	})
}

func watchPointer(w *glfw.Window, seen func()) {
	var moved glfw.CursorPosCallback
	moved = w.SetCursorPosCallback(func(w *glfw.Window, x, y float64) {
		seen()
		if moved != nil {
			moved(w, x, y)
		}
	})
	var scrolled glfw.ScrollCallback
	scrolled = w.SetScrollCallback(func(w *glfw.Window, x, y float64) {
		seen()
		if scrolled != nil {
			scrolled(w, x, y)
		}
	})
}

func watchButtons(w *glfw.Window, seen func(), held func(down bool)) {
	var clicked glfw.MouseButtonCallback
	clicked = w.SetMouseButtonCallback(func(w *glfw.Window, b glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
		seen()
		if clicked != nil {
			clicked(w, b, action, mods)
		}
		held(action == glfw.Press)
	})
}
