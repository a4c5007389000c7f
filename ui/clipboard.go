package ui

import (
	"crypto/sha256"
	"time"

	"fyne.io/fyne/v2"
)

const (
	// clipboardTime is how long what was copied stays on the clipboard.
	clipboardTime = time.Minute
	// afterBlank lets the window be seen blank before the clipboard is asked
	// what it holds: another program may take its time to answer.
	afterBlank = 50 * time.Millisecond
)

// clipboard is the system's clipboard, from which it takes what was put on it
// here after a while, and never anything that came from elsewhere. It belongs
// to the UI goroutine.
type clipboard struct {
	fyne.Clipboard
	after func(time.Duration, func()) (cancel func())

	mark   [sha256.Size]byte // of the text that was put on it last
	cancel func()            // stops the clearing of it; nil when there is nothing to clear
}

// SetContent implements fyne.Clipboard.
func (c *clipboard) SetContent(text string) {
	c.Clipboard.SetContent(text)
	c.forget()
	c.mark = sha256.Sum256([]byte(text))
	c.cancel = c.after(clipboardTime, c.Clear)
}

// Clear empties the clipboard if it still holds what was put on it here.
func (c *clipboard) Clear() {
	if c.cancel == nil {
		return
	}
	c.forget()
	if sha256.Sum256([]byte(c.Content())) == c.mark {
		c.Clipboard.SetContent("")
	}
}

func (c *clipboard) forget() {
	if c.cancel != nil {
		c.cancel()
		c.cancel = nil
	}
}

// copyingApp is the toolkit's app with our clipboard: the menus of its fields
// put what they copy on the clipboard of the current app.
type copyingApp struct {
	fyne.App
	clipboard fyne.Clipboard
}

// Clipboard implements fyne.App.
func (a copyingApp) Clipboard() fyne.Clipboard { return a.clipboard }

// watchCopies lets everything that is copied in the window pass through our
// clipboard: from the menus of fields, and, by the commands of the Edit menu,
// from the keyboard, for which the toolkit would take another one.
func (w *Window) watchCopies() {
	w.clipboard = &clipboard{Clipboard: w.ports.App.Clipboard(), after: w.tasks.After}
	fyne.SetCurrentApp(copyingApp{w.ports.App, w.clipboard})
}
