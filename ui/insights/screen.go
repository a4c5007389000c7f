// Package insights is the Insights screen: what the person noted, drawn over
// time, each drawing with the same numbers as a table and a way to the entries
// behind them. Nothing in it is added up, scored or foretold.
package insights

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Query says what is to be drawn.
type Query struct {
	From, To journal.Day // either may be none
	Stages   []string    // stage ids; none means all
}

// Deps is what the screen needs. Compute, Draw and Entries are called off the
// UI goroutine.
type Deps struct {
	Window  fyne.Window
	Tasks   *tasks.Runner
	Stages  func() []journal.Stage // that can be chosen
	Compute func(context.Context, Query) ([]journal.Chart, error)
	// Draw draws a chart; its spots name row and mark. Nil draws nothing.
	Draw func(journal.Chart, widget.FigureRequest) widget.FigureDrawing
	// Entries returns what a list shows of the entries with the ids, the newest
	// first.
	Entries     func(ctx context.Context, from, to journal.Day, ids []uuid.UUID) ([]journal.EntrySummary, error)
	OnOpenEntry func(uuid.UUID)
	Now         func() time.Time
}

// Screen is the Insights screen.
type Screen struct {
	deps   Deps
	filter *filter
	latest int  // generation of the newest computation
	known  bool // something was computed since the screen was built

	legend  *fyne.Container // of the marks on the time axis
	marks   *widget.Paragraph
	said    *widget.Paragraph // instead of drawings
	charts  *fyne.Container
	cards   []*card
	page    *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject
}

// New builds the screen. It computes nothing until Show.
func New(d Deps) *Screen {
	s := &Screen{deps: d, charts: widget.NewStack(theme.Space8)}
	s.filter = newFilter(d, s.load)
	s.marks = widget.NewMutedParagraph("")
	s.marks.TextSize = theme.SizeSmall
	s.marks.Hide()
	s.legend = widget.NewStack(theme.Space1, widget.NewQuietRow(widget.NewQuietButton(lang.L("What the dotted lines mark"), s.onLegend)), s.marks)
	s.legend.Hide()
	s.said = widget.NewParagraph("")
	s.said.Hide()
	s.page = widget.NewStack(theme.Space6,
		widget.NewStack(theme.Space2, widget.NewHeading(lang.L("Insights"), theme.SizeTitle),
			widget.NewMutedParagraph(lang.L("What you noted, over time. Nothing here is added up, scored or foretold, and what it means is yours to say."))),
		s.filter.content, s.said, s.legend, s.charts)
	s.scroll = container.NewVScroll(widget.NewNarrow(columnWidth, widget.InsetXY(0, theme.Space8, s.page)))
	s.content = s.scroll
	return s
}

// columnWidth is how wide the drawings are at most, at a text scale of 1.
const columnWidth float32 = 820

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// FocusFirst gives the focus to the choice of the period, at the top of the page.
func (s *Screen) FocusFirst() {
	s.scroll.ScrollToTop()
	s.deps.Window.Canvas().Focus(s.filter.chosen())
}

// Show computes what there is to draw now.
func (s *Screen) Show() {
	s.filter.offer()
	s.load()
}

// load computes the charts off the UI goroutine and shows them; an answer that
// was overtaken is dropped.
func (s *Screen) load() {
	query, problem := s.filter.query(s.deps.Now())
	s.filter.say(problem)
	if problem != "" {
		return
	}
	s.latest++
	generation := s.latest
	var charts []journal.Chart
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { charts, err = s.deps.Compute(ctx, query) }, func() {
		switch {
		case generation != s.latest:
		case err != nil:
			dialogs.ShowError(s.deps.Window, err)
		default:
			s.show(charts, query)
		}
	})
}

// show draws the charts, or says why there are none.
func (s *Screen) show(charts []journal.Chart, query Query) {
	s.known = true
	s.cards, s.charts.Objects = nil, nil
	for _, c := range charts {
		shown := newCard(s, c)
		s.cards = append(s.cards, shown)
		s.charts.Add(shown.content)
	}
	s.said.SetText(nothingWords(charts, query))
	s.said.Hidden = s.said.Text == ""
	s.marks.SetText(marksWords(charts))
	s.legend.Hidden = s.marks.Text == ""
	s.relayout()
}

// onLegend says what the marks on the time axis are, or no longer.
func (s *Screen) onLegend() {
	s.marks.Hidden = !s.marks.Hidden
	s.relayout()
}

// relayout gives every part its place again, when one has changed its height.
func (s *Screen) relayout() {
	s.page.Refresh()
	s.scroll.Refresh()
}
