package ui

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
)

// relay passes a screen's calls on to an open journal. It lets words that
// could not be saved before a lock reach the journal once it is open again.
type relay struct{ Journal }

// rescue is text that could not be saved when its journal was locked. It stays
// in memory until that journal is opened again.
type rescue struct {
	path  string
	relay *relay
	save  func(context.Context) error
}

// Lock hides the journal at once, whatever is open, then saves, closes and
// forgets it. It is never guarded by a dialog.
func (w *Window) Lock() {
	s := w.session
	if s == nil {
		return
	}
	save, unsaved := s.entries.Pending()
	s.stopIdle()
	w.session = nil
	dialogs.CloseAll(w.win)
	closed := make(chan struct{})
	w.showUnlock(closed)

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
		if err != nil {
			w.keepUnsaved(s, save, unsaved)
			dialogs.ShowError(w.win, err)
		}
	})
}

func (w *Window) keepUnsaved(s *session, save func(context.Context) error, unsaved bool) {
	if unsaved {
		w.unsaved = &rescue{path: s.journal.Path(), relay: s.journal, save: save}
		w.rescueUnsaved()
	}
}

// rescueUnsaved saves what an earlier lock could not, if its journal is open.
func (w *Window) rescueUnsaved() {
	r := w.unsaved
	if r == nil || w.session == nil || r.path != w.session.journal.Path() {
		return
	}
	open := w.session.journal.Journal
	var err error
	w.tasks.Run(func(ctx context.Context) {
		r.relay.Journal = open
		err = r.save(ctx)
	}, func() {
		if err != nil {
			dialogs.ShowError(w.win, err)
			return
		}
		w.unsaved = nil
	})
}

// Quit saves and closes the window. When the last words can't be saved it says
// so and stays, unless the person decides to close without them.
func (w *Window) Quit() {
	save := func(context.Context) error { return nil }
	if w.session != nil {
		if pending, ok := w.session.entries.Pending(); ok {
			save = pending
		}
	}
	if w.session == nil && w.unsaved != nil {
		w.confirmQuit(lang.L("Some words could not be saved when the journal was locked. Unlock it to save them."))
		return
	}
	var err error
	w.tasks.Run(func(ctx context.Context) { err = save(ctx) }, func() {
		if err != nil {
			what, next := journal.Explain(err)
			w.confirmQuit(lang.L(what) + " " + lang.L(next))
			return
		}
		w.close()
	})
}

func (w *Window) confirmQuit(why string) {
	dialogs.Confirm(w.win, dialogs.Question{
		Title: lang.L("Your last words are not saved"),
		Text:  why,
		Verb:  lang.L("Close without them"),
	}, w.close)
}

func (w *Window) close() {
	w.win.SetCloseIntercept(nil)
	w.win.Close()
}

// Stop is the last thing that runs, also when the desktop ends the program
// without asking: it saves and closes the journal without touching a widget.
func (w *Window) Stop() {
	w.stopAway()
	w.tasks.Wait()
	s := w.session
	if s == nil {
		return
	}
	w.session = nil
	if save, ok := s.entries.Pending(); ok {
		// Nobody is left to be told: the text was kept on the screen for as
		// long as there was one.
		_ = save(context.Background())
	}
	_ = s.journal.Close()
}
