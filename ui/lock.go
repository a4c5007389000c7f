package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
)

// Lock hides the journal at once, whatever is open, then saves, closes and
// forgets it. It is never guarded by a dialog. One that is only being opened or
// created stays closed.
func (w *Window) Lock() {
	w.dragged = w.pressed
	s := w.session
	if s == nil {
		w.turnBack()
		return
	}
	save, unsaved := s.entries.Pending()
	w.stopIdle()
	s.pace.stop()
	s.keepNow()
	s.end()
	w.session = nil
	dialogs.CloseAll(w.win)
	closed := make(chan struct{})
	w.showUnlock(closed)
	s.entries.Release()
	w.tasks.After(afterBlank, w.clipboard.Clear)

	var err error
	w.tasks.Run(func(ctx context.Context) {
		defer close(closed)
		if unsaved {
			err = save(ctx)
		}
		if closing := s.journal.Close(); err == nil {
			err = closing
		}
	}, func() {
		w.forget()
		switch {
		case err == nil:
		case unsaved:
			w.keepUnsaved(s, save, err)
		default:
			dialogs.ShowError(w.win, err)
		}
	})
}

// asking is a screen that opens or creates a journal.
type asking interface {
	FocusFirst()
	// GiveUp leaves what is on its way to be open closed: the window is locked.
	GiveUp()
}

// onHeld follows the buttons of the mouse. When one is let go of over another
// place than it was pressed, the toolkit takes the focus away: of the passphrase
// too, if the window was locked in between.
func (w *Window) onHeld(down bool) {
	w.pressed = down
	if down || !w.dragged {
		return
	}
	w.dragged = false
	if w.asking != nil && w.win.Canvas().Focused() == nil {
		w.asking.FocusFirst()
	}
}

// quitPatience is how long closing may wait for a save without a word.
const quitPatience = 300 * time.Millisecond

// Quit saves and closes the window, and says so if that takes a moment. When
// the last words can't be saved it says so and stays, unless the person decides
// to close without them.
func (w *Window) Quit() {
	dialogs.CloseAll(w.win)
	save := func(context.Context) error { return nil }
	if w.session != nil {
		if pending, ok := w.session.entries.Pending(); ok {
			save = pending
		}
	}
	saved := w.sayClosing()
	var err error
	w.tasks.Run(func(ctx context.Context) { err = save(ctx) }, func() {
		saved()
		what, next := journal.Explain(err)
		switch {
		case err != nil:
			w.confirmQuit(lang.L(what) + " " + lang.L(next))
		case len(w.unsaved) > 0:
			w.confirmQuit(lang.L("Words from before the journal was locked are not saved yet. Unlock that journal and keep the window open."))
		default:
			w.close()
		}
	})
}

// sayClosing says that closing waits for a save, unless that is over soon.
func (w *Window) sayClosing() (over func()) {
	var said *dialogs.Progress
	cancel := w.tasks.After(quitPatience, func() {
		said = dialogs.ShowProgress(w.win, lang.L("Saving your last words; then Mend closes"), nil)
	})
	return func() {
		cancel()
		if said != nil {
			said.Close()
		}
	}
}

func (w *Window) confirmQuit(why string) {
	dialogs.Confirm(w.win, dialogs.Question{
		Title: lang.L("Your last words are not saved"),
		Text:  why,
		Verb:  lang.L("Close without them"),
	}, w.close)
}

func (w *Window) close() {
	w.clipboard.Clear()
	w.End()
}

// endPatience is how long the toolkit may take to end its loop.
const endPatience = 5 * time.Second

// End saves what was typed, in a dialog too, and ends the program without a
// question: the desktop or the terminal asks for it. All is saved and the
// journal closed before the toolkit is told: what it queues while its loop ends
// may never run, and may keep it waiting for ever (Fyne 2.8.1, loop.go, runGL).
func (w *Window) End() {
	dialogs.CloseAll(w.win)
	w.Stop()
	w.win.SetContent(container.NewWithoutLayout()) // nothing acts without a journal
	w.win.SetCloseIntercept(nil)
	w.tasks.EndWithin(endPatience)
	w.win.Close()
}

// Stop saves what was typed, in a dialog too, and closes the journal, without
// showing anything: the window system may be gone. It may be called again.
func (w *Window) Stop() {
	w.stopAway()
	dialogs.HandOn(w.win)
	if w.session != nil {
		w.session.keepNow()
		w.session.end()
	}
	w.tasks.Finish()
	if w.arriving != nil {
		_ = w.arriving.Close()
		w.arriving = nil
	}
	s := w.session
	if s == nil {
		return
	}
	w.session = nil
	// Nobody is left to be told: what fails here was told, and kept on the
	// screen, for as long as there was one.
	ctx := context.Background()
	for _, r := range w.unsavedOf(s) {
		_ = r.saveTo(ctx, s.journal.Journal)
	}
	if save, ok := s.entries.Pending(); ok {
		_ = save(ctx)
	}
	_ = s.journal.Close()
}
