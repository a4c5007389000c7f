package main_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	main "mend"
	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/journal/store"
	"mend/journal/vault"
	"mend/ui"
	"mend/ui/tasks"
	"mend/ui/widget"
)

const told = "We walked home through quincegravel."

// handover is the window on a real journal, with what puts real summaries
// together behind it.
type handover struct {
	*testing.T
	journal *store.Store
	tasks   *tasks.Runner
	win     fyne.Window
	folder  string
}

func openHandover(t *testing.T) *handover {
	t.Helper()
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	h := &handover{T: t, tasks: tasks.NewSync(), folder: t.TempDir()}
	h.journal, err = store.Create(t.Context(), filepath.Join(t.TempDir(), "journal.mend"), []byte("under the old bridge"),
		journal.Profile{Role: journal.Hurt, Guide: journal.DefaultGuide, Welcomed: true}, store.Options{Vault: vault.InsecureTestOptions()})
	if err != nil {
		t.Fatal(err)
	}
	at := time.Now().Add(-time.Hour)
	for _, e := range []journal.Entry{{Title: "On the way", Body: told}, {Title: "Not for anyone", Body: "Not this, hushvellum.", KeepOut: true}} {
		e.ID, e.At = uuid.New(), at
		if _, err := h.journal.CreateEntry(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	app := test.NewTempApp(t)
	window := ui.New(ui.Ports{App: app, Guides: guides, DefaultPath: h.journal.Path(),
		Exists:  func(path string) bool { _, err := os.Lstat(path); return err == nil },
		Compose: main.Compose,
	}, ui.Request{Path: h.journal.Path(), Opened: h.journal}, h.tasks)
	t.Cleanup(window.Stop)
	all := app.Driver().AllWindows()
	h.win = all[len(all)-1]
	h.win.Resize(fyne.NewSize(1180, 780))
	test.Tap(found(h, func(o labelled) bool { return o.AccessibilityLabel() == "Summary" }))
	return h
}

// labelled is something that can be tapped and has a name.
type labelled interface {
	fyne.CanvasObject
	fyne.Tappable
	AccessibilityLabel() string
}

// found returns the first object over or in the window that is a T and wanted.
func found[T any](h *handover, wanted func(T) bool) T {
	h.Helper()
	root := h.win.Canvas().Overlays().Top()
	if root == nil {
		root = h.win.Content()
	}
	for _, o := range test.LaidOutObjects(root) {
		if one, ok := o.(T); ok && wanted(one) {
			return one
		}
	}
	h.Fatalf("there is no such %T in the window", *new(T))
	panic("unreachable")
}

func (h *handover) tap(name string) {
	h.Helper()
	test.Tap(found(h, func(o labelled) bool { return strings.HasPrefix(o.AccessibilityLabel(), name) }))
}

// saveAs saves the summary under a name and returns what is in the file.
func (h *handover) saveAs(name, seal string) []byte {
	h.Helper()
	h.tap("Save the summary")
	if h.win.Canvas().Overlays().Top() != nil && seal == "" {
		if _, asked := h.win.Canvas().Focused().(*widget.Button); asked {
			h.tap("Save it unsealed")
		}
	}
	path := filepath.Join(h.folder, name)
	found(h, func(*widget.Field) bool { return true }).SetText(path)
	h.tap("Save")
	if seal != "" {
		for range 2 {
			test.Type(h.win.Canvas().Focused(), seal)
			h.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	}
	saved, err := os.ReadFile(path)
	if err != nil {
		h.Fatal(err)
	}
	return saved
}

func TestWindowShowsAndSavesSummaries(t *testing.T) {
	h := openHandover(t)
	h.tap("Markdown")
	plain := h.saveAs("a.md", "")
	if !bytes.Contains(plain, []byte(told)) || bytes.Contains(plain, []byte("hushvellum")) {
		t.Errorf("saved is %q", plain)
	}
	h.tap("PDF")
	h.tap("Preview")
	h.tasks.Advance(time.Second)
	if pages := found(h, func(*widget.Pages) bool { return true }); pages.Count() == 0 {
		t.Error("no page is shown")
	}
	if saved := h.saveAs("a.pdf", ""); !bytes.HasPrefix(saved, []byte("%PDF-")) {
		t.Error("the file is no PDF")
	}
	h.tap("Back to choosing")
	h.tap("Markdown")
	h.tap("Seal it with a passphrase")
	sealed := h.saveAs("b.md.age", "lantern by the water")
	if bytes.Contains(sealed, []byte("quincegravel")) {
		t.Error("a sealed file has the words in it")
	}
	identity, err := age.NewScryptIdentity("lantern by the water")
	if err != nil {
		t.Fatal(err)
	}
	var opened bytes.Buffer
	if r, err := age.Decrypt(bytes.NewReader(sealed), identity); err != nil {
		t.Error(err)
	} else if _, err := opened.ReadFrom(r); err != nil || !bytes.Contains(opened.Bytes(), []byte(told)) {
		t.Errorf("sealed is %q, %v", opened.String(), err)
	}
	if left, err := os.ReadDir(h.folder); err != nil || len(left) != 3 {
		t.Errorf("beside the three files there are %v, %v", left, err)
	}
	h.expectKept()
}

// expectKept looks whether the journal holds what was chosen.
func (h *handover) expectKept() {
	h.Helper()
	h.tasks.Advance(time.Second)
	p, err := h.journal.GetProfile(context.Background())
	if err != nil {
		h.Fatal(err)
	}
	plans := p.SummaryPlans()
	if plan := plans.For(journal.ForMe); plans.Saved != journal.DayOf(time.Now()) || plan.Format != "md" || !plan.Sealed {
		h.Errorf("kept is %+v", plans)
	}
}
