package summary_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/widget"
)

// rest lets the choices rest for as long as it takes for them to be shown.
func (s *shown) rest() { s.tasks.Advance(2 * time.Second) }

func (s *shown) pages() *widget.Pages {
	s.Helper()
	return find(s, func(*widget.Pages) bool { return true })
}

func TestPreviewShowsThePages(t *testing.T) {
	s := show(t, rich())
	s.rest()
	if len(s.store.composed) > 0 {
		t.Fatal("a summary is put together before it is asked for")
	}
	test.Tap(s.button("Preview"))
	s.rest()
	if len(s.store.composed) != 1 || s.pages().Count() != 3 || !s.says("page 1 of 3") || len(s.store.drawn) == 0 {
		t.Fatalf("%d put together, %d pages, drawn %v", len(s.store.composed), s.pages().Count(), s.store.drawn)
	}
	if s.offers("For me") {
		t.Error("the choices are still there")
	}
	if !s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) || !s.says("page 3 of 3") {
		t.Error("the keys do not go through the pages")
	}
	if !s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) {
		t.Error("Escape is not used")
	}
	s.chip("For me") // is there again
	if s.win.Canvas().Focused() != fyne.Focusable(s.button("Preview")) {
		t.Error("the focus is lost")
	}
}

// What was shown is saved, without being put together again; the pages that are
// shown are of the choice that is saved.
func TestWhatIsPreviewedIsSaved(t *testing.T) {
	s := show(t, rich())
	test.Tap(s.button("Preview"))
	s.rest()
	s.saveTo("/tmp/mine.pdf")
	if len(s.store.composed) != 1 || len(s.store.exported) != 1 {
		t.Errorf("put together %d times for %d files", len(s.store.composed), len(s.store.exported))
	}
	test.Tap(s.chip("Markdown"))
	s.saveTo("/tmp/mine.md") // before the preview follows
	if len(s.store.composed) != 2 || s.store.composed[1].order.Format != "md" || s.store.exported[1] != "md /tmp/mine.md" {
		t.Errorf("saved %v of %d", s.store.exported, len(s.store.composed))
	}
	s.rest()
	if len(s.store.composed) != 2 {
		t.Error("what was just saved is put together again to be shown")
	}
}

func TestPreviewOfTexts(t *testing.T) {
	s := show(t, rich())
	find(s, func(f *widget.Field) bool { return f.Visible() && f.PlaceHolder == "" }).Entry.SetText("Thursday")
	test.Tap(s.button("Preview"))
	for _, tt := range []struct{ chip, text string }{{"HTML", "# The html text of Thursday"}, {"Markdown", "# The md text of Thursday"}} {
		test.Tap(s.chip(tt.chip))
		s.rest()
		text := find(s, func(*editor.Editor) bool { return true })
		if text.Text() != tt.text || !text.ReadOnly() {
			t.Errorf("%s is shown as %q, read-only: %v", tt.chip, text.Text(), text.ReadOnly())
		}
		if !s.screen.HandleKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) {
			t.Error("Page Down does nothing")
		}
	}
}

// wide shows the screen with room for everything side by side.
func wide(t *testing.T, store *memory) *shown {
	t.Helper()
	s := show(t, store)
	s.win.Resize(fyne.NewSize(1600, 900))
	s.rest()
	return s
}

func TestPreviewFollowsTheChoicesOnceTheyRest(t *testing.T) {
	s := wide(t, rich())
	if s.offers("Preview") {
		t.Error("a button offers the preview that is there")
	}
	before := len(s.store.composed)
	for range 5 {
		test.Tap(s.box("Feelings"))
	}
	if len(s.store.composed) != before {
		t.Error("every change puts a summary together")
	}
	s.rest()
	if got := s.store.composed; len(got) != before+1 || !slices.Contains(s.store.made().Without, journal.SectionFeelings) {
		t.Errorf("put together %d times", len(got)-before)
	}
}

func TestPreviewIsStoppedByANewerChoice(t *testing.T) {
	s := wide(t, rich())
	before := len(s.store.composed)
	var ended error
	s.store.onCompose = func(ctx context.Context) {
		s.store.onCompose = nil
		test.Tap(s.chip("This month"))
		ended = ctx.Err()
	}
	test.Tap(s.box("Feelings"))
	s.rest()
	if ended == nil {
		t.Error("the older work goes on")
	}
	if got := s.store.composed; len(got) != before+1 || s.store.made().From != "2026-05-01" {
		t.Errorf("%d were put together, the last from %q", len(got)-before, s.store.made().From)
	}
}

func TestPreviewCanBeStopped(t *testing.T) {
	s := show(t, rich())
	s.store.onCompose = func(context.Context) { test.Tap(s.button("Stop")) }
	test.Tap(s.button("Preview"))
	s.rest()
	if len(s.store.composed) > 0 || !s.says("Stopped.") {
		t.Fatal("it does not stop")
	}
	s.store.onCompose = nil
	test.Tap(s.button("Put it together"))
	if s.pages().Count() != 3 || s.says("Stopped.") {
		t.Error("it can't be begun again")
	}
}

func TestPreviewTellsWhyThereIsNone(t *testing.T) {
	s := show(t, rich())
	s.store.fail = journal.ErrDamaged
	test.Tap(s.button("Preview"))
	s.rest()
	if what, _ := journal.Explain(journal.ErrDamaged); !s.says(what) {
		t.Error("a failure is not told in its place")
	}
	only := show(t, &memory{stages: 1})
	only.store.stages = 0
	test.Tap(only.box("Stages"))
	test.Tap(only.button("Preview"))
	only.rest()
	if !only.says("Nothing is chosen yet") || len(only.store.composed) > 0 {
		t.Error("a preview of nothing does not say so")
	}
}

func TestProgressOfAPreviewMoves(t *testing.T) {
	s := show(t, rich())
	var bars []string
	s.store.onCompose = func(context.Context) {
		for _, done := range []float64{0.2, 0.2, 0.6} {
			s.store.tell(done)
			s.tasks.Advance(150 * time.Millisecond)
			bars = append(bars, test.RenderObjectToMarkup(find(s, func(w *widget.Waiting) bool { return w.Running() })))
		}
	}
	test.Tap(s.button("Preview"))
	s.rest()
	if len(bars) != 3 || bars[0] != bars[1] || bars[1] == bars[2] {
		t.Errorf("the bar does not move as the work does: %v", bars)
	}
}

func TestPaper(t *testing.T) {
	s := show(t, rich())
	for chip, want := range map[string]string{"Letter": "letter", "A4": "a4"} {
		test.Tap(s.chip(chip))
		s.saveTo("/tmp/mine.pdf")
		if got := s.store.composed[len(s.store.composed)-1].order.Paper; got != want {
			t.Errorf("%s is set on %q", chip, got)
		}
	}
	test.Tap(s.chip("HTML"))
	if slices.Contains(s.stops(), "Letter") {
		t.Error("paper is asked for what has no pages")
	}
	test.Tap(s.chip("PDF"))
	if !slices.Contains(s.stops(), "Letter") {
		t.Error("paper is not asked for any more")
	}
}

// A change does not have 20,000 entries put together again at once.
func TestManyEntriesRestLonger(t *testing.T) {
	store := &memory{}
	for i := range 20_000 {
		store.entries = append(store.entries, journal.EntrySummary{ID: uuid.New(), At: at(5, 4).Add(-time.Duration(i) * time.Hour)})
	}
	s := wide(t, store)
	before := len(s.store.composed)
	test.Tap(s.box("Feelings"))
	s.tasks.Advance(500 * time.Millisecond)
	if len(s.store.composed) != before {
		t.Error("it is put together at once")
	}
	s.rest()
	if len(s.store.composed) != before+1 {
		t.Error("it is not put together at all")
	}
}
