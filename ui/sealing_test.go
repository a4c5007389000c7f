package ui_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"mend/journal/store"
	"mend/ui"
	"mend/ui/dialogs"
	"mend/ui/settings"
	"mend/ui/tasks"
	"mend/ui/uitest"
)

const other = "over the new bridge"

// keys are the window's keys on the real store.
func (h *house) keys() ui.KeyPorts {
	return ui.KeyPorts{
		OpenWithCode: func(ctx context.Context, path, code string) (ui.Journal, error) {
			s, err := store.OpenWithCode(ctx, path, code, cheap())
			return &fullDisk{s, h}, err
		},
		NewCode: func() (string, error) {
			code, err := store.NewRecoveryCode()
			h.code = code
			return code, err
		},
		Purging: func(context.Context, ui.Journal) settings.Purge {
			return func(context.Context) (int, error) {
				h.purged++
				return 2, nil
			}
		},
	}
}

func (f *fullDisk) ChangePassphrase(ctx context.Context, p []byte) error {
	f.house.beforeSealing()
	return f.Store.ChangePassphrase(ctx, p)
}

func (f *fullDisk) SetRecoveryCode(ctx context.Context, code string) error {
	f.house.beforeSealing()
	return f.Store.SetRecoveryCode(ctx, code)
}

func (f *fullDisk) NewKey(ctx context.Context, p []byte, progress func(done, total int64)) error {
	f.house.beforeSealing()
	return f.Store.NewKey(ctx, p, progress)
}

func (h *house) beforeSealing() {
	if h.sealing != nil {
		h.sealing()
	}
}

// fill types each text into what has the focus, and Enter after it.
func (h *house) fill(texts ...string) {
	h.Helper()
	for _, text := range texts {
		h.typeText(text)
		h.key(fyne.KeyReturn)
	}
}

// written is a house with an entry in its journal.
func written(t *testing.T) *house {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("a word to keep")
	h.command("Settings")
	return h
}

// lockAndUnlock locks, fails to unlock with the first and unlocks with the last.
func (h *house) lockAndUnlock(wrong, right string) {
	h.Helper()
	h.command("Lock")
	h.unlock(wrong)
	if h.offers("New entry") {
		h.Fatal("the passphrase of before opens the journal")
	}
	h.unlock(right)
	if !h.offers("New entry") || !h.says("a word to keep") {
		h.Fatal("the words are not there any more")
	}
}

func TestPassphraseIsChangedInTheWindow(t *testing.T) {
	h := written(t)
	h.tap("Change the passphrase…")
	h.fill(passphrase, other, other)
	h.tap("Remove the old copies")
	h.key(fyne.KeyReturn)
	if h.purged != 1 || dialogs.IsOpen(h.win) {
		t.Errorf("the copies were removed %d times", h.purged)
	}
	h.lockAndUnlock(passphrase, other)
}

func TestJournalIsSealedAnewInTheWindow(t *testing.T) {
	h := written(t)
	h.setCode()
	old := h.code
	h.tap("Seal it anew…")
	h.fill(passphrase, other, other)
	h.tap("Keep them")
	h.tap("Do without")
	h.lockAndUnlock(passphrase, other)
	h.command("Lock")
	h.tap("I forgot it")
	h.fill(old)
	if h.offers("New entry") || !h.says("That recovery code does not open") {
		t.Error("the code of before opens the journal")
	}
}

// setCode makes a recovery code and types it back.
func (h *house) setCode() {
	h.Helper()
	h.tap("Make a recovery code…")
	h.fill(passphrase)
	h.tap("I have it on paper")
	h.fill(h.code)
	h.key(fyne.KeyReturn)
	if dialogs.IsOpen(h.win) {
		h.Fatal("the code is not set")
	}
}

func TestForgottenPassphraseIsReplacedByCode(t *testing.T) {
	h := written(t)
	h.setCode()
	h.command("Lock")
	h.tap("I forgot it")
	h.fill(h.code[:8])
	if !h.says("typing mistake") {
		t.Error("a mistyped code is not told")
	}
	h.fill(h.code[8:]) // the beginning is still there
	if !h.offers("New entry") || !dialogs.IsOpen(h.win) {
		t.Fatal("the code does not open the journal, or nothing is asked")
	}
	h.tap("Later")
	h.command("Settings")
	h.tap("Change the passphrase…")
	h.fill(other, other)
	h.tap("Keep them")
	h.lockAndUnlock(passphrase, other)
}

func TestNewPassphraseIsAskedForAfterACode(t *testing.T) {
	h := written(t)
	h.setCode()
	h.command("Lock")
	h.tap("I forgot it")
	h.fill(h.code, other, other)
	h.key(fyne.KeyReturn)
	h.lockAndUnlock(passphrase, other)
}

func TestLockingOverTheKeysIsSafe(t *testing.T) {
	change := func(h *house) {
		h.tap("Change the passphrase…")
		h.fill(passphrase, other, other)
	}
	anew := func(h *house) {
		h.tap("Seal it anew…")
		h.fill(passphrase, other, other)
	}
	lock := func(h *house) { h.command("Lock") }
	whileItWorks := func(act func(*house)) func(*house) {
		return func(h *house) {
			h.sealing = func() { h.command("Lock") }
			act(h)
		}
	}
	showCode := func(h *house) {
		h.tap("Make a recovery code…")
		h.fill(passphrase)
	}
	for name, tt := range map[string]struct {
		act   func(*house)
		opens string // the passphrase afterwards
	}{
		"a form":            {func(h *house) { h.tap("Seal it anew…"); h.typeText("half a pass"); lock(h) }, passphrase},
		"the code is shown": {func(h *house) { showCode(h); lock(h) }, passphrase},
		"a code half typed": {func(h *house) { showCode(h); h.fill("", "7ZK3"); lock(h) }, passphrase},
		"changing":          {whileItWorks(change), passphrase},
		"changed":           {func(h *house) { change(h); lock(h) }, other},
		"sealing anew":      {whileItWorks(anew), passphrase},
		"sealed anew":       {func(h *house) { anew(h); lock(h) }, other},
		"setting a code":    {whileItWorks(func(h *house) { showCode(h); h.fill(""); h.fill(h.code) }), passphrase},
	} {
		t.Run(name, func(t *testing.T) {
			h := written(t)
			tt.act(h)
			if h.offers("New entry") || dialogs.IsOpen(h.win) {
				t.Fatal("the journal is not locked, or something lies over the window")
			}
			for _, text := range uitest.Shown[*canvas.Text](h.win.Content()) {
				if h.code != "" && slices.Contains([]string{h.code, h.code[:5]}, text.Text) {
					t.Error("the code is on the locked window")
				}
			}
			h.sealing = nil
			h.keepsWith(tt.opens, "a word to keep")
			h.unlock(tt.opens)
			if !h.says("a word to keep") {
				t.Error("the words are not there any more")
			}
		})
	}
}

// keepsWith fails unless the closed journal opens and holds one entry.
func (h *house) keepsWith(passphrase, want string) {
	h.Helper()
	if got := h.bodies(h.path, passphrase); !slices.Equal(got, []string{want}) {
		h.Errorf("the journal keeps %d entries that are not the one expected", len(got))
	}
}

func TestEndingOverAFormIsSafe(t *testing.T) {
	h := written(t)
	h.tap("Seal it anew…")
	h.sealing = h.window.Stop
	h.fill(passphrase, other, other)
	h.keepsWith(passphrase, "a word to keep")
}

func TestFirstRunSetsARecoveryCode(t *testing.T) {
	h := &house{T: t, app: test.NewTempApp(t), tasks: tasks.NewSync(), now: time.Now().Round(0)}
	h.path = filepath.Join(t.TempDir(), "journal.mend")
	h.more = func(p *ui.Ports) { p.Exists = func(string) bool { return false } }
	h.open()
	h.key(fyne.KeyReturn)
	h.fill(passphrase, passphrase)
	h.tap("Make a recovery code")
	h.tap("I have it on paper")
	h.fill(h.code)
	h.tap("Create journal")
	h.command("Lock")
	h.tap("I forgot it")
	h.fill(h.code)
	if !h.offers("New entry") {
		t.Error("the code of the first run does not open the journal")
	}
}
