package insights

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// span is a length of time that can be chosen.
type span struct {
	label  string
	months int // back from today; 0: everything
	own    bool
}

func spans() []span {
	return []span{
		{label: lang.L("Last month"), months: 1}, {label: lang.L("Last three months"), months: 3},
		{label: lang.L("Last year"), months: 12}, {label: lang.L("Everything")}, {label: lang.L("Own dates"), own: true},
	}
}

// firstSpan is what is chosen on arrival.
const firstSpan = 1

// filter is the choice of the period and the stage.
type filter struct {
	deps    Deps
	changed func()

	at      int // span
	chips   []*widget.Chip
	from    *widget.Field
	to      *widget.Field
	dates   *fyne.Container
	problem *widget.Paragraph
	stages  []journal.Stage
	stage   string // id, or none for all
	choose  *widget.Select
	content *fyne.Container
}

func newFilter(d Deps, changed func()) *filter {
	f := &filter{deps: d, changed: changed, at: firstSpan}
	chips := widget.NewFlow(theme.Space2)
	for i, s := range spans() {
		chip := widget.NewChip(s.label, func() { f.take(i) })
		chip.SetSelected(i == f.at)
		f.chips = append(f.chips, chip)
		chips.Add(chip)
	}
	f.from, f.to = f.dateField(lang.L("From")), f.dateField(lang.L("To"))
	f.problem = widget.NewParagraph("")
	f.problem.TextSize = theme.SizeSmall
	f.problem.SetColor(theme.ColorWarning)
	f.problem.Hide()
	f.dates = widget.NewStack(theme.Space2, widget.NewFlow(theme.Space3,
		widget.NewLabelled(lang.L("From"), f.from), widget.NewLabelled(lang.L("To"), f.to)), f.problem)
	f.dates.Hide()
	f.choose = widget.NewSelect(nil, f.onStage)
	f.content = widget.NewStack(theme.Space3, chips, f.dates, widget.NewRow(theme.Space2, f.choose))
	return f
}

func (f *filter) dateField(label string) *widget.Field {
	field := widget.NewField(lang.L("Day, such as 2026-03-31"))
	field.OnSubmitted = func(string) { f.changed() }
	field.OnChanged = func(string) { f.changed() }
	return field
}

// chosen is the chip of the span that is chosen.
func (f *filter) chosen() *widget.Chip { return f.chips[f.at] }

func (f *filter) take(i int) {
	f.at = i
	for j, chip := range f.chips {
		chip.SetSelected(i == j)
	}
	f.dates.Hidden = !spans()[i].own
	f.content.Refresh()
	f.changed()
	if spans()[i].own {
		f.deps.Window.Canvas().Focus(f.from)
	}
}

// offer lists the stages that can be chosen now.
func (f *filter) offer() {
	f.stages = f.deps.Stages()
	f.choose.Options = []string{lang.L("All stages")}
	shown := f.choose.Options[0]
	for _, s := range f.stages {
		f.choose.Options = append(f.choose.Options, s.Title)
		if s.ID == f.stage {
			shown = s.Title
		}
	}
	if shown == f.choose.Options[0] {
		f.stage = ""
	}
	f.choose.PlaceHolder = widest(f.choose.Options) // it gives the menu its width
	f.choose.ShowSelected(shown)
}

// widest returns the title that takes the most room, but not all of one that is
// very long.
func widest(titles []string) string {
	const most = 36 // characters
	wide := func(s string) float32 { return fyne.MeasureText(s, 15, fyne.TextStyle{}).Width }
	title := slices.MaxFunc(titles, func(a, b string) int { return cmp.Compare(wide(a), wide(b)) })
	if runes := []rune(title); len(runes) > most {
		return string(runes[:most])
	}
	return title
}

func (f *filter) onStage(title string) {
	stage := ""
	for _, s := range f.stages {
		if s.Title == title {
			stage = s.ID
		}
	}
	if stage != f.stage {
		f.stage = stage
		f.changed()
	}
}

// query returns what is chosen, or what is wrong with it.
func (f *filter) query(now time.Time) (q Query, problem string) {
	if f.stage != "" {
		q.Stages = []string{f.stage}
	}
	s := spans()[f.at]
	switch {
	case s.own:
		return f.ownDates(q)
	case s.months > 0:
		q.From, q.To = journal.DayOf(now.AddDate(0, -s.months, 0)), journal.DayOf(now)
	}
	return q, ""
}

func (f *filter) ownDates(q Query) (Query, string) {
	for _, d := range []struct {
		text string
		into *journal.Day
	}{{f.from.Text, &q.From}, {f.to.Text, &q.To}} {
		text := strings.TrimSpace(d.text)
		if text == "" {
			continue
		}
		day, err := journal.ParseDay(text)
		if err != nil {
			return q, lang.L("A day needs to look like 2026-03-31. Left empty, that end is open.")
		}
		*d.into = day
	}
	if q.From != "" && q.To != "" && q.To < q.From {
		return q, lang.L("The last day is before the first.")
	}
	return q, ""
}

// say shows what is wrong with the dates, or nothing.
func (f *filter) say(problem string) {
	if f.problem.Text == problem {
		return
	}
	f.problem.SetText(problem)
	f.problem.Hidden = problem == ""
	f.content.Refresh()
}
