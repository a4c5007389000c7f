package ui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/settings"
)

// backupAfter lets the first screen come before the backup of the day, which
// keeps the journal to itself for a moment. A change before then makes it first.
const backupAfter = 2 * time.Second

// keepBackups has the backup of the day made: before the first change of every
// day, and soon after unlocking in any case. A sample has none.
func (w *Window) keepBackups(s *session) {
	if w.ports.Backups.Keep == nil || s.journal.Path() == w.sample {
		return
	}
	s.backups = w.ports.Backups.Keep(s.journal.Journal)
	s.journal.BeforeWrite(func(ctx context.Context) { w.backUp(ctx, s) })
	w.tasks.After(backupAfter, func() {
		if w.session == s {
			w.tasks.Go(func(ctx context.Context) { w.backUp(ctx, s) }, nil)
		}
	})
}

// backUp returns when the copy is on the disk, if one is due; verifying it goes
// on beside. It is called off the UI goroutine.
func (w *Window) backUp(ctx context.Context, s *session) {
	prove, err := s.backups.Daily(ctx)
	if prove == nil && err == nil || errors.Is(err, context.Canceled) {
		return
	}
	w.tasks.Go(func(ctx context.Context) {
		if err == nil {
			err = prove(ctx)
		}
	}, func() { w.onBackedUp(s, err) })
}

// onBackedUp says in place what became of the backup of the day.
func (w *Window) onBackedUp(s *session, err error) {
	if w.session != s || errors.Is(err, journal.ErrClosed) {
		return // the next unlock makes it good
	}
	s.trouble = ""
	if err != nil {
		what, _ := journal.Explain(ofCopy(err))
		s.trouble = lang.L("Today's backup was not made.") + " " + lang.L(what) + " " +
			lang.L("Mend tries again when you next unlock the journal.")
		s.notices.Say(s.trouble)
	}
	s.settings.ShowBackups()
}

// ofCopy is err of a backup in the words that fit it: journal.Explain has those
// that fit a journal.
func ofCopy(err error) error {
	for _, pair := range []struct{ of, as error }{
		{journal.ErrWrongPassphrase, journal.ErrWrongForCopy},
		{journal.ErrDamaged, journal.ErrCopyDamaged},
		{journal.ErrMissing, journal.ErrNoFolder},
	} {
		if errors.Is(err, pair.of) {
			return errors.Join(pair.as, err)
		}
	}
	return err
}

// backupDeps is what Settings needs for the backups of the session's journal;
// nothing if it has none.
func (w *Window) backupDeps(s *session) settings.BackupDeps {
	if s.backups == nil {
		return settings.BackupDeps{}
	}
	return settings.BackupDeps{
		Beside: w.ports.Backups.Beside(s.journal.Path()),
		List:   s.backups.List,
		Make: func(ctx context.Context, folder string) error {
			if err := s.backups.Make(ctx, folder); err != nil {
				return ofCopy(err)
			}
			return nil
		},
		OnMade:    func() { s.trouble = "" },
		Trouble:   func() string { return s.trouble },
		OnRestore: w.confirmRestore,
		OnOther:   w.askOtherBackup,
	}
}
