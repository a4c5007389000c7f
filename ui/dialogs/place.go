package dialogs

import "fyne.io/fyne/v2"

// Place is a window for as long as a screen is in it. What the screen began may
// end when the window was locked meanwhile: then no dialog opens, since it might
// show the person's words over the locked window. An error is told all the same,
// in words that hold none of theirs.
type Place struct {
	fyne.Window
	Gone func() bool // reports whether the screen is no longer in the window
}

// Gone reports whether w is a Place whose screen has left it.
func Gone(w fyne.Window) bool {
	p, ok := w.(*Place)
	return ok && p.Gone()
}

// bare returns the window itself.
func bare(w fyne.Window) fyne.Window {
	if p, ok := w.(*Place); ok {
		return p.Window
	}
	return w
}
