package ui

// SaveAfterPanic returns what is deferred around the work of the UI goroutine.
func (w *Window) SaveAfterPanic() func() { return w.saveAfterPanic }

// Shift does what Alt with Up (-1) or Down (1) does.
func (w *Window) Shift(by int) { w.shift(by) }
