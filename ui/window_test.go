package ui_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/journal/store"
	"mend/journal/vault"
	"mend/ui"
	"mend/ui/editor"
	"mend/ui/tasks"
	"mend/ui/uitest"
)

const passphrase = "under the old bridge"

// house is the window on a real sealed journal, without a display.
type house struct {
	*testing.T
	app      fyne.App
	win      fyne.Window
	window   *ui.Window
	tasks    *tasks.Runner
	path     string
	full     bool            // saving fails as on a full disk
	unread   error           // why what is the person's own can't be read, or nil
	saving   func()          // called while an entry is being saved, or nil
	now      time.Time       // the clock on the wall
	seen     func()          // told of everything a person does in the window
	held     func(bool)      // told whether a button of the mouse is held
	opening  func()          // called while the journal is being opened, or nil
	profiled func()          // called when the profile was updated, or nil
	faults   []any           // faults of the program that were reported
	more     func(*ui.Ports) // further ports, or nil

	sealing func() // called before what opens the journal is changed, or nil
	code    string // the recovery code that was made last
	purged  int    // how many times old copies were removed
}

// shipped is what comes with the program. It takes long to read, so that the
// tests read it once.
type shipped struct {
	guides   []journal.Guide
	families []journal.FeelingFamily
}

var shippedOnce = sync.OnceValues(func() (s shipped, err error) {
	if s.guides, err = guide.LoadGuides(assets.FS); err != nil {
		return s, err
	}
	s.families, err = guide.LoadFeelings(assets.FS)
	return s, err
})

// fullDisk is a journal whose saves fail while the house says so.
type fullDisk struct {
	*store.Store
	house *house
}

func (f *fullDisk) CreateEntry(ctx context.Context, e journal.Entry) (journal.Entry, error) {
	if f.house.saving != nil {
		f.house.saving()
	}
	if f.house.full {
		return journal.Entry{}, journal.ErrNoSpace
	}
	return f.Store.CreateEntry(ctx, e)
}

func (f *fullDisk) UpdateEntry(ctx context.Context, e journal.Entry, anew bool) (journal.Entry, error) {
	if f.house.full {
		return journal.Entry{}, journal.ErrNoSpace
	}
	return f.Store.UpdateEntry(ctx, e, anew)
}

func cheap() store.Options { return store.Options{Vault: vault.InsecureTestOptions()} }

// enter opens the window on a new journal whose first-run pages are done.
func enter(t *testing.T) *house {
	t.Helper()
	return enterWith(t, nil)
}

// enterWith is enter with further ports.
func enterWith(t *testing.T, more func(*house, *ui.Ports)) *house {
	t.Helper()
	h := &house{T: t, app: test.NewTempApp(t), tasks: tasks.NewSync(), now: time.Now().Round(0)}
	h.path = filepath.Join(t.TempDir(), "journal.mend")
	profile := journal.Profile{Role: journal.Hurt, Guide: journal.DefaultGuide, Welcomed: true}
	s, err := store.Create(context.Background(), h.path, []byte(passphrase), profile, cheap())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if more != nil {
		h.more = func(p *ui.Ports) { more(h, p) }
	}
	h.open()
	return h
}

func (h *house) open() {
	h.Helper()
	given, err := shippedOnce()
	if err != nil {
		h.Fatal(err)
	}
	guides, families := slices.Clone(given.guides), given.families
	ports := ui.Ports{
		App: h.app, Version: "test", Guides: guides, Families: families, DefaultPath: h.path,
		Keys:   h.keys(),
		Exists: func(string) bool { return true },
		Open: func(ctx context.Context, path string, p []byte) (ui.Journal, error) {
			if h.opening != nil {
				h.opening()
			}
			s, err := store.Open(ctx, path, p, cheap())
			return &fullDisk{s, h}, err
		},
		Create: func(ctx context.Context, path string, p []byte, profile journal.Profile) (ui.Journal, error) {
			return store.Create(ctx, path, p, profile, cheap())
		},
		WatchInput: func(_ fyne.Window, seen func(), held func(bool)) { h.seen, h.held = seen, held },
		Report:     func(fault any) { h.faults = append(h.faults, fault) },
		Now:        func() time.Time { return h.now },
	}
	if h.more != nil {
		h.more(&ports)
	}
	h.window = ui.New(ports, ui.Request{Path: h.path}, h.tasks)
	windows := h.app.Driver().AllWindows()
	h.win = windows[len(windows)-1]
	h.win.Resize(fyne.NewSize(1180, 780))
	h.Cleanup(h.window.Stop)
}

func (h *house) unlock(p string) {
	h.Helper()
	h.typeText(p)
	h.key(fyne.KeyReturn)
}

// typeText types into whatever has the focus.
func (h *house) typeText(text string) {
	h.Helper()
	focused := h.win.Canvas().Focused()
	if focused == nil {
		h.Fatal("nothing has the focus")
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
}

func (h *house) key(name fyne.KeyName) {
	h.Helper()
	uitest.Press(h, h.win, name)
}

// command carries out a command of the main menu by its label.
func (h *house) command(label string) {
	h.Helper()
	for _, menu := range h.win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == label {
				item.Action()
				return
			}
		}
	}
	h.Fatalf("the menu does not offer %q", label)
}

func (h *house) offers(label string) bool {
	for _, menu := range h.win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == label {
				return true
			}
		}
	}
	return false
}

// says reports whether a text can be read anywhere in the window.
func (h *house) says(text string) bool {
	return uitest.Says(h.win.Content(), text) || slices.ContainsFunc(uitest.Shown[*editor.Editor](h.win.Content()),
		func(e *editor.Editor) bool { return strings.Contains(e.Text(), text) })
}

// kept returns the bodies in the journal's file, which must be closed.
func (h *house) kept() []string { return h.bodies(h.path, passphrase) }

func (h *house) bodies(path, passphrase string) []string {
	h.Helper()
	s, err := store.Open(context.Background(), path, []byte(passphrase), cheap())
	if err != nil {
		h.Fatal(err)
	}
	defer s.Close()
	var bodies []string
	err = s.EachEntry(context.Background(), journal.EntryFilter{}, func(e journal.Entry) error {
		bodies = append(bodies, e.Body)
		return nil
	})
	if err != nil {
		h.Fatal(err)
	}
	return bodies
}

func (h *house) keeps(want ...string) {
	h.Helper()
	got := h.kept()
	if strings.Join(got, "|") != strings.Join(want, "|") {
		h.Errorf("the journal keeps %d entries that are not the %d expected", len(got), len(want))
	}
}

func TestUnlockWriteLockAndFindAgain(t *testing.T) {
	h := enter(t)
	h.unlock("not the one")
	if h.offers("New entry") || !h.says("does not open this journal") {
		t.Fatal("a wrong passphrase is not told, or opens the journal")
	}
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("a word on the page")
	h.command("Lock")

	if h.says("a word on the page") || h.offers("New entry") {
		t.Error("the locked window still shows or offers what is inside")
	}
	h.keeps("a word on the page")
	h.unlock(passphrase)
	if !h.says("a word on the page") {
		t.Error("the text is not there after unlocking again")
	}
}

func TestFindInText(t *testing.T) {
	h := enter(t)
	if h.offers("Find in text") {
		t.Error("the locked window offers to find")
	}
	h.unlock(passphrase)
	h.command("Find in text")
	h.command("New entry")
	h.typeText("one lantern, two lanterns")
	body := h.win.Canvas().Focused().(*editor.Editor)
	found := func(when string, wantCurrent, wantTotal int) {
		t.Helper()
		if current, total := body.Found(); current != wantCurrent || total != wantTotal {
			t.Errorf("%s: %d of %d is found, want %d of %d", when, current, total, wantCurrent, wantTotal)
		}
	}
	h.command("Find in text")
	h.typeText("LANTERN")
	found("from the text", 1, 2)
	h.command("Find in text")
	h.typeText("two")
	found("from the find bar", 1, 1)
	h.key(fyne.KeyEscape)
	h.key(fyne.KeyEscape)
	if h.win.Canvas().Focused() == fyne.Focusable(body) {
		t.Fatal("the second Escape does not leave the text")
	}
	h.command("Find in text")
	found("from the list", 1, 1)
	h.command("Path")
	h.command("Find in text")
	if h.win.Canvas().Focused() == fyne.Focusable(body) {
		t.Error("finding goes on where no text is")
	}
	h.command("Lock")
	h.keeps("one lantern, two lanterns")
}

func TestLockWorksOverADialog(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("unsaved")
	h.command("About Mend")
	if h.win.Canvas().Overlays().Top() == nil {
		t.Fatal("the dialog did not open")
	}
	h.command("New entry") // must not act behind the dialog
	h.command("Lock")
	if h.win.Canvas().Overlays().Top() != nil || h.says("unsaved") {
		t.Error("the lock left something of the journal on the screen")
	}
	h.keeps("unsaved")
}

func TestQuitSavesFirst(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("the last line")
	h.command("Quit")
	h.window.Stop()
	h.keeps("the last line")
}

func TestStopSavesWithoutAWindow(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("ended by the desktop")
	h.window.Stop()
	h.keeps("ended by the desktop")
}

func TestQuitSaysThatItWaitsForASlowSave(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("on a slow disk")
	told := false
	h.saving = func() {
		h.tasks.Advance(200 * time.Millisecond)
		if h.win.Canvas().Overlays().Top() != nil {
			t.Error("a short wait is told")
		}
		h.tasks.Advance(200 * time.Millisecond)
		told = h.win.Canvas().Overlays().Top() != nil
	}
	h.command("Quit")
	if !told || h.win.Canvas().Overlays().Top() != nil {
		t.Error("it is not said that closing waits, or it is said for ever")
	}
	h.window.Stop()
	h.keeps("on a slow disk")
}

func TestQuitStaysWhenSavingFails(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("does not fit")
	h.full = true
	h.command("Quit")
	if h.win.Canvas().Overlays().Top() == nil {
		t.Fatal("a failed save does not hold the window back")
	}
	if !h.says("does not fit") {
		t.Error("the text left the screen")
	}
	h.full = false
	h.key(fyne.KeyEscape)
	h.command("Quit")
	h.window.Stop()
	h.keeps("does not fit")
}

func TestWordsThatFailedAtLockAreKeptUntilUnlock(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("held in memory")
	h.full = true
	h.command("Lock")
	if h.win.Canvas().Overlays().Top() == nil {
		t.Fatal("the failure is not told")
	}
	h.key(fyne.KeyEscape)
	h.full = false
	h.tasks.Advance(time.Second)
	h.unlock(passphrase)
	h.window.Stop()
	h.keeps("held in memory")
}

func TestEmptyEntryIsNotKept(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.command("Path")
	h.command("Journal")
	h.window.Stop()
	h.keeps()
}

func TestTitleOfTheWindowNeverChanges(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	for _, place := range []string{"Journal", "Path", "Reflection summary", "Settings", "Lock"} {
		h.command(place)
		if got := h.win.Title(); got != "Mend" {
			t.Errorf("after %s the window's title is %q", place, got)
		}
	}
}

func TestJournalOpenElsewhereIsTold(t *testing.T) {
	h := enter(t)
	s, err := store.Open(context.Background(), h.path, []byte(passphrase), cheap())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	h.unlock(passphrase) // the file is held by another
	if !h.says("already open") {
		t.Error("a journal that is open elsewhere is not told")
	}
}
