package insights_test

import (
	"context"
	"errors"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/insights"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// shown is the screen in a window, and what became of it.
type shown struct {
	*testing.T
	win     fyne.Window
	screen  *insights.Screen
	charts  []journal.Chart
	fail    error
	queries []insights.Query
	opened  []uuid.UUID
	entries []journal.EntrySummary
}

func one(n byte) uuid.UUID { return uuid.UUID{15: n} }

// sample is two charts: of one entry, and of two on one day.
func sample() []journal.Chart {
	row := journal.ChartRow{Label: "hurt", Marks: []journal.ChartMark{
		{Day: "2026-05-02", Days: 1, Level: 2, Count: 1, Says: "once, light", Entries: []uuid.UUID{one(1)}},
		{Day: "2026-05-04", Days: 1, Level: 4, Count: 2, Says: "2 times, at most strong", Entries: []uuid.UUID{one(2), one(3)}},
	}}
	ticks := journal.ChartRow{Label: "Acknowledge", Marks: []journal.ChartMark{{Day: "2026-05-03", Days: 1, Level: 2, Count: 1, Says: "1 step ticked"}}}
	events := []journal.ChartEvent{{Day: "2026-05-03", Says: "Acknowledge: steady for now"}}
	return []journal.Chart{
		{ID: "feelings", Title: "Feelings, word by word", Says: "Named most often: hurt.", Few: "There are 2 marks so far.", Rows: []journal.ChartRow{row},
			Events: events, Head: []string{"When", "Feeling", "Named"}, Table: []journal.TableRow{
				{Cells: []string{"4 May 2026", "hurt", "2 times"}, Entries: row.Marks[1].Entries},
				{Cells: []string{"2 May 2026", "hurt", "once"}, Entries: row.Marks[0].Entries},
			}},
		{ID: "ticks", Title: "Steps ticked", Says: "1 step ticked.", Rows: []journal.ChartRow{ticks}, Events: events,
			Head: []string{"When", "Stage", "Steps"}, Table: []journal.TableRow{{Cells: []string{"3 May 2026", "Acknowledge", "1"}}}},
	}
}

// draw puts the marks of every row side by side.
func draw(c journal.Chart, r widget.FigureRequest) widget.FigureDrawing {
	d := widget.FigureDrawing{Image: image.NewRGBA(image.Rect(0, 0, 4, 4)), Height: 80}
	for i, row := range c.Rows {
		for j, mark := range row.Marks {
			d.Spots = append(d.Spots, widget.Spot{Area: fyne.NewPos(float32(j)*30, float32(i)*30), Size: fyne.NewSize(20, 20),
				Row: i, Mark: j, Says: c.MarkText(row, mark)})
		}
	}
	return d
}

func show(t *testing.T, charts ...journal.Chart) *shown {
	t.Helper()
	s := &shown{T: t, charts: charts, win: uitest.NewWindow(t)}
	s.screen = insights.New(insights.Deps{
		Window: s.win, Tasks: tasks.NewSync(), Draw: draw,
		Now:    func() time.Time { return time.Date(2026, 5, 31, 10, 0, 0, 0, time.UTC) },
		Stages: func() []journal.Stage { return []journal.Stage{{ID: "talk", Title: "Talk and listen"}} },
		Compute: func(_ context.Context, q insights.Query) ([]journal.Chart, error) {
			s.queries = append(s.queries, q)
			return s.charts, s.fail
		},
		Entries: func(_ context.Context, _, _ journal.Day, ids []uuid.UUID) ([]journal.EntrySummary, error) {
			return slices.DeleteFunc(slices.Clone(s.entries), func(e journal.EntrySummary) bool { return !slices.Contains(ids, e.ID) }), s.fail
		},
		OnOpenEntry: func(id uuid.UUID) { s.opened = append(s.opened, id) },
	})
	s.win.SetContent(s.screen.Content())
	s.win.Resize(fyne.NewSize(1000, 700))
	s.screen.Show()
	return s
}

func (s *shown) says(text string) bool { return uitest.Says(s.win.Content(), text) }

func (s *shown) tap(label string) {
	s.Helper()
	uitest.Tap(s, uitest.Top(s.win), label)
}

func (s *shown) figure() *widget.Figure {
	return uitest.Find(s, uitest.Top(s.win), func(*widget.Figure) bool { return true })
}

func (s *shown) press(keys ...fyne.KeyName) {
	s.Helper()
	uitest.Press(s, s.win, keys...)
}

func TestChartsAreShownWithWhatTheySay(t *testing.T) {
	s := show(t, sample()...)
	for _, text := range []string{"Feelings, word by word", "Named most often: hurt.", "There are 2 marks so far.", "Steps ticked"} {
		if !s.says(text) {
			t.Errorf("%q is not said", text)
		}
	}
}

func TestTheLinesAreExplained(t *testing.T) {
	s := show(t, sample()...)
	const text = "1 Acknowledge: steady for now (3 May 2026)"
	ask := uitest.Find(s, uitest.Top(s.win), func(b *widget.Button) bool { return b.Text == "What the dotted lines mark" })
	for _, shown := range []bool{false, true, false} {
		if s.says(text) != shown {
			t.Errorf("%q: said is %v", text, !shown)
		}
		test.Tap(ask)
	}
}

func TestTheLinesAreExplainedAboveTheDrawings(t *testing.T) {
	s := show(t, sample()...)
	s.screen.FocusFirst()
	ask := uitest.Find(s, uitest.Top(s.win), func(b *widget.Button) bool { return b.Text == "What the dotted lines mark" })
	for s.win.Canvas().Focused() != fyne.Focusable(ask) {
		if s.win.Canvas().Focused() == fyne.Focusable(s.figure()) {
			t.Fatal("Tab leads to a drawing first")
		}
		s.win.Canvas().FocusNext()
	}
}

func TestThePageComesBackToItsTop(t *testing.T) {
	s := show(t, sample()...)
	page := s.screen.Content().(*container.Scroll)
	page.ScrollToBottom()
	if page.Offset.Y == 0 {
		t.Fatal("the page does not scroll")
	}
	s.screen.FocusFirst()
	if page.Offset.Y != 0 {
		t.Errorf("it is shown %g below its top", page.Offset.Y)
	}
}

func TestTheKeysAreToldWhileTheDrawingHasTheFocus(t *testing.T) {
	s := show(t, sample()...)
	const keys = "Arrow keys go from mark to mark"
	s.win.Canvas().Focus(s.figure())
	if !s.says(keys) {
		t.Error("the keys are not told")
	}
	s.win.Canvas().Focus(uitest.Find(s, uitest.Top(s.win), func(b *widget.Button) bool { return b.Text == "Show as a table" }))
	if s.says(keys) {
		t.Error("the keys are told where they do nothing")
	}
}

func TestTheDrawingTellsWhatAPressDoes(t *testing.T) {
	behind := []uuid.UUID{uuid.New()}
	for _, tt := range []struct {
		name          string
		behind        []uuid.UUID
		pointer, keys string
	}{
		{"entries behind the marks", behind, "Click a mark to open the entries behind it.",
			"Arrow keys go from mark to mark, Enter opens the entries behind one."},
		{"nothing behind them", nil, "Point at a mark to read what it stands for.", "Arrow keys go from mark to mark."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := show(t, journal.Chart{Title: "Drawn", Rows: []journal.ChartRow{{Label: "row",
				Marks: []journal.ChartMark{{Day: "2026-05-02", Days: 1, Count: 1, Entries: tt.behind}}}}})
			if !s.says(tt.pointer) {
				t.Error("the pointer's way is not told")
			}
			s.win.Canvas().Focus(s.figure())
			if !s.says(tt.keys) || s.says(tt.pointer) {
				t.Error("the keys are not told in its place")
			}
		})
	}
}

func TestHowToUseADrawingIsNeverCut(t *testing.T) {
	s := show(t, journal.Chart{Title: "Drawn", Rows: []journal.ChartRow{{Label: "row",
		Marks: []journal.ChartMark{{Day: "2026-05-02", Days: 1, Count: 1, Entries: []uuid.UUID{uuid.New()}}}}}})
	s.win.Canvas().Focus(s.figure())
	for _, scale := range []float32{1, 1.5, 2} {
		test.ApplyTheme(t, theme.New(theme.Light, scale))
		for _, width := range []float32{640, 800, 1180} {
			s.win.Resize(fyne.NewSize(width, 780))
			const keys = "Arrow keys go from mark to mark, Enter opens the entries behind one."
			if got := uitest.Words(uitest.Top(s.win)); !strings.Contains(got, keys) {
				t.Errorf("%v wide at %v %%, %q is not in: %s", width, 100*scale, keys, got)
			}
		}
	}
}

func TestNothingToDraw(t *testing.T) {
	s := show(t)
	if !s.says("Choose another, or everything.") || !s.says("What is drawn: feelings named in entries") {
		t.Error("an empty period does not say what to do")
	}
	s.tap("Everything")
	if !s.says("There is nothing to draw yet.") {
		t.Error("an empty journal does not say what to do")
	}
}

func TestPeriods(t *testing.T) {
	s := show(t, sample()...)
	for _, tt := range []struct {
		chip     string
		from, to journal.Day
	}{
		{"Last month", "2026-05-01", "2026-05-31"}, {"Last year", "2025-05-31", "2026-05-31"}, {"Everything", "", ""},
	} {
		s.tap(tt.chip)
		if q := s.queries[len(s.queries)-1]; q.From != tt.from || q.To != tt.to {
			t.Errorf("%s asks for %s to %s", tt.chip, q.From, q.To)
		}
	}
}

func TestOwnDates(t *testing.T) {
	s := show(t, sample()...)
	s.tap("Own dates")
	from, ok := s.win.Canvas().Focused().(*widget.Field)
	if !ok {
		t.Fatalf("the focus is on %T", s.win.Canvas().Focused())
	}
	asked := len(s.queries)
	enter := func(f *widget.Field, text string) {
		f.SetText(text)
		f.OnChanged(text)
	}
	enter(from, "2026-02-30")
	if len(s.queries) != asked || !s.says("A day needs to look like") {
		t.Error("a day that does not exist is not told")
	}
	enter(from, "2026-05-02")
	if q := s.queries[len(s.queries)-1]; q.From != "2026-05-02" || q.To != "" || s.says("A day needs to look like") {
		t.Errorf("own dates ask for %+v", q)
	}
	fields := 0
	enter(uitest.Find(s, uitest.Top(s.win), func(f *widget.Field) bool { fields++; return fields == 2 }), "2026-05-01")
	if !s.says("The last day is before the first.") {
		t.Error("a period that ends before it begins is not told")
	}
}

func TestStages(t *testing.T) {
	s := show(t, sample()...)
	choose := uitest.Find(s, uitest.Top(s.win), func(*widget.Select) bool { return true })
	choose.SetSelected("Talk and listen")
	if q := s.queries[len(s.queries)-1]; !slices.Equal(q.Stages, []string{"talk"}) {
		t.Errorf("it asks for the stages %v", q.Stages)
	}
	choose.SetSelected("All stages")
	if q := s.queries[len(s.queries)-1]; len(q.Stages) != 0 {
		t.Errorf("it asks for the stages %v", q.Stages)
	}
}

func TestAMarkOpensItsEntry(t *testing.T) {
	s := show(t, sample()...)
	s.win.Canvas().Focus(s.figure())
	s.press(fyne.KeyRight)
	if !s.says("2\u00A0May\u00A02026 · hurt · once, light") {
		t.Error("the mark is not put into words")
	}
	s.press(fyne.KeyReturn)
	if !slices.Equal(s.opened, []uuid.UUID{one(1)}) {
		t.Errorf("opened %v", s.opened)
	}
}

func TestAMarkOfManyListsThem(t *testing.T) {
	s := show(t, sample()...)
	s.entries = []journal.EntrySummary{{ID: one(3), FirstLine: "Rain"}, {ID: one(2), Title: "A walk"}, {ID: one(1), Title: "Other"}}
	s.win.Canvas().Focus(s.figure())
	s.press(fyne.KeyEnd, fyne.KeyReturn)
	row, ok := s.win.Canvas().Focused().(*widget.Pressable)
	if !ok || row.Label != "Rain" {
		t.Fatalf("the focus is on %+v", s.win.Canvas().Focused())
	}
	s.tap("A walk")
	if !slices.Equal(s.opened, []uuid.UUID{one(2)}) || s.win.Canvas().Overlays().Top() != nil {
		t.Errorf("opened %v", s.opened)
	}
}

func TestAMarkWithoutEntriesSaysSo(t *testing.T) {
	s := show(t, sample()[1])
	s.win.Canvas().Focus(s.figure())
	s.press(fyne.KeyRight, fyne.KeyReturn)
	if s.win.Canvas().Overlays().Top() == nil || len(s.opened) != 0 {
		t.Error("nothing was said")
	}
}

func TestTheTableHasTheSameNumbers(t *testing.T) {
	s := show(t, sample()...)
	swap := uitest.Find(s, uitest.Top(s.win), func(b *widget.Button) bool { return b.Text == "Show as a table" })
	test.Tap(swap)
	if _, ok := s.win.Canvas().Focused().(*widget.List); !ok {
		t.Fatalf("the focus is on %T", s.win.Canvas().Focused())
	}
	s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(s.opened, []uuid.UUID{one(1)}) {
		t.Errorf("opened %v", s.opened)
	}
	if swap.Text != "Show the drawing" {
		t.Errorf("the button says %q", swap.Text)
	}
	test.Tap(swap)
	if _, ok := s.win.Canvas().Focused().(*widget.Figure); !ok {
		t.Errorf("the focus is on %T", s.win.Canvas().Focused())
	}
}

func TestFailuresAreTold(t *testing.T) {
	s := show(t, sample()...)
	s.fail = errors.Join(journal.ErrNoSpace)
	s.screen.Show()
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("a failed read is not told")
	}
}

func TestTheStageThatIsChosenIsWhole(t *testing.T) {
	s := show(t, sample()...)
	choose := uitest.Find(s, uitest.Top(s.win), func(*widget.Select) bool { return true })
	wide := fyne.MeasureText("Talk and listen", theme.New(theme.Light, 1).Size(theme.SizeText), fyne.TextStyle{}).Width
	if room := choose.Size().Width - choose.Size().Height; room < wide { // the arrow takes about a square
		t.Errorf("it has room for %g of %g", room, wide)
	}
}
