package ui_test

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/journal/store"
	"mend/ui"
	"mend/ui/widget"
)

func (f *fullDisk) UpdateProfile(ctx context.Context, p journal.Profile) error {
	err := f.Store.UpdateProfile(ctx, p)
	if f.house.profiled != nil {
		f.house.profiled()
	}
	return err
}

// expectAsked fails unless the empty passphrase field of a locked window has the
// focus.
func (h *house) expectAsked() {
	h.Helper()
	field, ok := h.win.Canvas().Focused().(*widget.PasswordField)
	if !h.isLocked() || !ok || field.Text != "" || field.Disabled() || field.Shown() {
		h.Fatalf("locked: %t; the focus is on %T, want the empty passphrase", h.isLocked(), h.win.Canvas().Focused())
	}
}

// A lock while the key is being derived is obeyed: the journal stays closed.
func TestLockGivesUpWhatIsBeingOpened(t *testing.T) {
	for name, lock := range map[string]func(*house){
		"lock":                 func(h *house) { h.command("Lock") },
		"the screen is locked": func(h *house) { h.tasks.Leave() },
	} {
		t.Run(name, func(t *testing.T) {
			h := enter(t)
			h.opening = func() { h.opening = nil; lock(h) }
			h.unlock(passphrase)
			h.expectAsked()
			h.keeps() // the file can be opened: the window has let it go
			h.unlock(passphrase)
			if h.isLocked() {
				t.Error("afterwards it does not open")
			}
		})
	}
}

// What was typed to open a journal does not stay for who comes next.
func TestLockForgetsWhatWasTypedToOpen(t *testing.T) {
	h := enter(t)
	h.typeText("under the old")
	h.win.Canvas().Focused().(*widget.PasswordField).SetShown(true)
	h.tasks.Leave()
	h.expectAsked()
	h.tap("I forgot it")
	h.typeText("AAAAA")
	h.tasks.Leave()
	h.expectAsked()
	h.unlock(passphrase)
	if h.isLocked() {
		t.Error("afterwards it does not open")
	}
}

func TestLockGivesUpWhatIsBeingCreated(t *testing.T) {
	created := false
	h := enterWith(t, func(h *house, p *ui.Ports) {
		p.Exists = func(string) bool { return false }
		p.DefaultPath += "-new"
		h.path = p.DefaultPath
		p.Create = func(ctx context.Context, path string, passphrase []byte, profile journal.Profile) (ui.Journal, error) {
			created = true
			h.tasks.Leave()
			return store.Create(ctx, path, passphrase, profile, cheap())
		}
	})
	h.tap("Continue")
	h.typeText(passphrase)
	h.key(fyne.KeyReturn)
	h.typeText(passphrase)
	h.key(fyne.KeyReturn)
	h.tap("Continue")
	h.tap("Create journal")
	if !created {
		t.Fatal("nothing was created")
	}
	h.expectAsked()
	h.keeps()
}

func TestLockWhileTheFirstPagesAreSaved(t *testing.T) {
	h := notWelcomed(t, nil)
	h.tap("Continue")
	h.profiled = func() { h.tasks.Leave() }
	h.tap("Begin")
	h.expectAsked()
	h.keeps()
}

// A button of the mouse that is let go of after a lock takes the focus away.
func TestDragThatEndsAfterALockLeavesThePassphraseItsFocus(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.held(true)
	h.command("Lock")
	h.win.Canvas().Unfocus() // by the toolkit
	h.held(false)
	h.expectAsked()
	h.held(true)
	h.win.Canvas().Unfocus()
	h.held(false)
	if h.win.Canvas().Focused() != nil {
		t.Error("a later click beside the field is not the person's any more")
	}
}

// Before there is a journal nothing can be locked; what was answered about safety
// does not stay on the screen all the same.
func TestAnswersOfTheFirstRunDoNotStay(t *testing.T) {
	for name, leave := range map[string]func(*house){
		"lock":                 func(h *house) { h.command("Lock") },
		"the screen is locked": func(h *house) { h.tasks.Leave() },
		"nobody is there":      func(h *house) { h.wait(5 * time.Minute) },
	} {
		t.Run(name, func(t *testing.T) {
			h := enterWith(t, func(h *house, p *ui.Ports) {
				p.Exists = func(string) bool { return false }
				p.DefaultPath += "-new"
				h.path = p.DefaultPath
				var err error
				if p.Care, err = guide.LoadCare(assets.FS); err != nil {
					h.Fatal(err)
				}
			})
			h.tap("Continue")
			h.fill(passphrase, passphrase)
			h.tap("Continue")
			h.tap("Continue")
			if !h.says("Questions about safety") {
				t.Fatal("the questions are not asked")
			}
			h.wait(6 * time.Minute) // nothing is answered yet
			if !h.says("Questions about safety") {
				t.Fatal("they are left before anything is answered")
			}
			h.seen()
			h.tap("Yes")
			leave(h)
			if h.says("Questions about safety") || !h.says("Who could read this?") {
				t.Error("the answers stay on the screen")
			}
		})
	}
}
