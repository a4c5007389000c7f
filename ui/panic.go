package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
)

// savePatience is how long saving may take when the program itself has failed.
const savePatience = 10 * time.Second

// watchPanics has a fault in work beside the UI goroutine reported and the
// journal locked, instead of ending the program with the last words in it.
func (w *Window) watchPanics() {
	report := w.ports.Report
	if report == nil {
		report = func(any) {}
	}
	w.tasks.OnPanic(report, w.onPanic)
}

// onPanic locks the journal, which saves and closes it, and says why. Without
// one it shows the first screen anew: what was being done will not come.
func (w *Window) onPanic() {
	if w.session == nil && w.arriving == nil {
		dialogs.CloseAll(w.win)
		w.showFirst(Request{Path: w.path})
	}
	w.Lock()
	dialogs.ShowNotice(w.win, lang.L("Something went wrong"),
		lang.L("Something happened inside Mend that it did not expect. To be safe it locked the journal and saved what you wrote. Unlock it to go on."))
}

// saveAfterPanic is deferred around the work of the UI goroutine. When that
// fails it saves what was typed and closes the journal, and lets the panic go on.
func (w *Window) saveAfterPanic() {
	fault := recover()
	if fault == nil {
		return
	}
	stopped := make(chan struct{})
	w.tasks.Go(func(context.Context) {
		defer close(stopped)
		w.Stop()
	}, nil)
	select {
	case <-stopped:
	case <-time.After(savePatience):
	}
	panic(fault)
}
