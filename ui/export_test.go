package ui

// SaveAfterPanic returns what is deferred around the work of the UI goroutine.
func (w *Window) SaveAfterPanic() func() { return w.saveAfterPanic }
