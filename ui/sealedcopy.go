package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/secret"
)

// askSaveCopy saves entries that the journal can't take in a new sealed journal
// in another place. It asks for that place, and for a passphrase of its own:
// that of the journal is not kept.
func (w *Window) askSaveCopy(entries []journal.Entry) {
	dialogs.AskSavePath(w.win, dialogs.SaveQuestion{
		Title: lang.L("Save a sealed copy elsewhere"),
		Name:  "mend-copy.mend",
		Verb:  lang.L("Continue"),
		Tasks: w.tasks,
		// A journal is never replaced; creating it says so.
		Exists: func(string) bool { return false },
	}, func(path string) {
		secret.Ask(w.win, w.tasks, secret.Question{
			Title: lang.L("A passphrase for the copy"),
			Text:  lang.L("The copy opens with this one alone. It may be the one you use already. Nobody can reset it."),
			Verb:  lang.L("Save the copy"),
		}, func(passphrase []byte) { w.saveCopy(filepath.Clean(path), passphrase, entries) })
	})
}

// saveCopy creates the copy beside the worker, on which saving is tried again.
func (w *Window) saveCopy(path string, passphrase []byte, entries []journal.Entry) {
	s := w.session
	if s == nil {
		clear(passphrase)
		return
	}
	profile := s.profile
	profile.Welcomed = true
	progress := dialogs.ShowProgress(w.win, lang.L("Saving the sealed copy"), nil)
	var err error
	w.tasks.Go(func(ctx context.Context) {
		err = w.createCopy(context.WithoutCancel(ctx), path, passphrase, profile, entries)
		clear(passphrase)
	}, func() {
		progress.Close()
		switch {
		case err != nil:
			dialogs.ShowError(w.win, err)
		case w.session == s: // a locked window tells no paths
			dialogs.ShowNotice(w.win, lang.L("The sealed copy is saved"),
				path+"\n\n"+lang.L("Your words stay here too, and saving them is still tried again. Later, open the copy like any journal."))
		}
	})
}

// createCopy makes a journal at path that holds the entries.
func (w *Window) createCopy(ctx context.Context, path string, passphrase []byte, p journal.Profile, entries []journal.Entry) error {
	j, err := w.ports.Create(ctx, path, passphrase, p)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if _, err = j.CreateEntry(ctx, e); err != nil {
			break
		}
	}
	if closing := j.Close(); err == nil {
		err = closing
	}
	return err
}
