package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/settings"
)

// placeDeps is what Settings needs to move the session's journal or to remove
// it. A sample goes by itself.
func (w *Window) placeDeps(s *session) settings.PlaceDeps {
	d := settings.PlaceDeps{Path: s.journal.Path()}
	if w.ports.Place.Move != nil && d.Path != w.sample {
		d.OnMove, d.OnRemove = w.askMove, w.askRemove
	}
	return d
}

// place is where the session's journal and its backups lie.
func (s *session) place() Place {
	return Place{Path: s.journal.Path(), Backups: s.profile.Settings[journal.SettingBackupFolder]}
}

// askMove asks where the journal is to lie, and says what moving does.
func (w *Window) askMove() {
	s := w.session
	text := lang.L("Mend copies the journal there and verifies the copy. Only then it removes the file here.")
	if s.place().Backups == "" {
		text += " " + lang.L("The backups beside it move too.")
	} else {
		text += " " + lang.L("The backups stay in the folder you chose for them.")
	}
	text += " " + lang.L("Files that a restore set aside stay where they are.")
	if w.path == w.ports.DefaultPath {
		text += " " + lang.L("From then on Mend opens the journal there; it keeps that path, and nothing else, in a file of its own.")
	}
	dialogs.AskSavePath(w.win, dialogs.SaveQuestion{
		Title: lang.L("Move the journal"), Text: text,
		Name: filepath.Base(w.path), Verb: lang.L("Move"), Tasks: w.tasks,
		Exists: func(string) bool { return false }, // nothing is replaced; copying says so
	}, func(to string) { w.move(s, filepath.Clean(to)) })
}

// move copies the journal and goes on when the copy is proven, unless the window
// was locked meanwhile.
func (w *Window) move(s *session, to string) {
	if w.session != s {
		return
	}
	s.entries.SaveNow()
	place := s.place()
	w.copyTo(s, to, lang.L("Copying and verifying the journal"), func() { w.finishMove(place, to) })
}

// copyTo copies the session's journal to a free place and verifies it, and then
// calls done. Where it is stopped or the window locked, nothing is left there.
func (w *Window) copyTo(s *session, to, doing string, done func()) {
	asked, stop := context.WithCancel(context.Background())
	progress := dialogs.ShowProgress(w.win, doing, stop)
	progress.OnTakenAway(stop)
	place := s.place()
	var err error
	w.tasks.Run(func(ctx context.Context) {
		defer context.AfterFunc(ctx, stop)()
		if err = w.ports.Place.CopyTo(asked, s.journal.Journal, to); err == nil && asked.Err() != nil {
			err = errors.Join(asked.Err(), w.ports.Place.Discard(place, to))
		}
	}, func() {
		stop()
		progress.Close()
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			dialogs.ShowError(w.win, ofCopy(err))
		default:
			done()
		}
	})
}

// finishMove closes the journal, lets the copy take its part, and asks for the
// passphrase at the new place.
func (w *Window) finishMove(from Place, to string) {
	w.Lock()
	progress := dialogs.ShowProgress(w.win, lang.L("Removing the old file"), nil)
	var left []string
	var err error
	w.tasks.Run(func(ctx context.Context) {
		left, err = w.ports.Place.Move(context.WithoutCancel(ctx), from, to)
	}, func() {
		progress.Close()
		if err != nil {
			dialogs.ShowError(w.win, err)
			return
		}
		w.onMoved(from.Path, to, left)
	})
}

func (w *Window) onMoved(from, to string, left []string) {
	for _, r := range w.unsaved {
		if r.path == from {
			r.path = to
		}
	}
	w.ports.DefaultPath = w.ports.Place.Default()
	w.path = to
	said := lang.L("Your journal lies in its new place, verified. It opens with the same passphrase.")
	if len(left) > 0 {
		said += " " + lang.L("This could not be taken away from the old one: {{.Paths}}", map[string]any{"Paths": strings.Join(left, ", ")})
	}
	w.showUnlockAfter(said)
}
