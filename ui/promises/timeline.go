package promises

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// timeline is the view of everything that happened, the newest first, month by
// month.
type timeline struct {
	screen  *Screen
	content *fyne.Container
	chips   []*widget.Chip
	who     journal.Party // whose is shown; none: all
	all     []journal.Happening
	rows    []timelineRow
	list    *widget.List
	none    *fyne.Container
	empty   *widget.Paragraph
}

// timelineRow is a month, or something that happened in it.
type timelineRow struct {
	month string
	what  journal.Happening
}

func newTimeline(s *Screen) *timeline {
	t := &timeline{screen: s}
	filter := widget.NewFlow(theme.Space2)
	for _, c := range []struct {
		label string
		who   journal.Party
	}{
		{lang.L("All"), ""}, {whoWord(journal.ByMe), journal.ByMe},
		{whoWord(journal.ByPartner), journal.ByPartner}, {whoWord(journal.ByBoth), journal.ByBoth},
	} {
		i := len(t.chips)
		t.chips = append(t.chips, widget.NewChip(c.label, func() { t.choose(i, c.who) }))
		filter.Add(t.chips[i])
	}
	t.chips[0].SetSelected(true)
	t.list = widget.NewList(func() int { return len(t.rows) }, func() fyne.CanvasObject { return newLineView(t.open) }, t.fill)
	t.list.Selectable = func(i int) bool { return t.rows[i].month == "" }
	t.list.OnOpen = t.open
	t.empty = widget.NewParagraph("")
	t.none = container.NewStack(widget.NewPage(noneWidth, widget.NewCard(
		widget.NewHeading(lang.L("Nothing here yet"), theme.SizeHeading), t.empty)))
	t.content = widget.InsetXY(theme.Space6, 0, widget.NewFrame(
		widget.InsetXY(0, theme.Space2, filter), container.NewStack(t.none, widget.InsetXY(-theme.Space3, 0, t.list)), nil)) // a row keeps room round its text
	return t
}

func (t *timeline) focusFirst() {
	if len(t.rows) > 0 {
		if t.list.Selected() < 0 {
			t.list.Select(1) // below its month
			t.list.ScrollToTop()
		}
		t.screen.deps.Window.Canvas().Focus(t.list)
		return
	}
	t.screen.deps.Window.Canvas().Focus(t.chips[0])
}

func (t *timeline) choose(chosen int, who journal.Party) {
	t.who = who
	for i, chip := range t.chips {
		chip.SetSelected(i == chosen)
	}
	t.list.Select(-1)
	t.list.ScrollToTop()
	t.show(t.all)
}

// show lists what happened, as far as it is asked for.
func (t *timeline) show(all []journal.Happening) {
	t.all, t.rows = all, nil
	month := ""
	for _, h := range all {
		if !t.isAsked(h) {
			continue
		}
		if m := string(h.Day[:len("2006-01")]); m != month {
			month = m
			t.rows = append(t.rows, timelineRow{month: h.Day.Time(time.UTC).Format("January 2006")})
		}
		t.rows = append(t.rows, timelineRow{what: h})
	}
	shown(t.none, len(t.rows) == 0)
	shown(t.list, len(t.rows) > 0)
	t.empty.SetText(lang.L("What is promised, what you see of it and the apologies you write stand here by day. Begin with a promise, or with an apology on the Path."))
	if t.who != "" {
		t.empty.SetText(lang.L("Nothing of this kind was written down. Choose All to see the rest."))
	}
	t.list.Refresh()
	t.content.Refresh()
}

// isAsked reports whether a line is to be shown. An apology was written by the
// person.
func (t *timeline) isAsked(h journal.Happening) bool {
	return t.who == "" || h.Who == t.who || h.Kind == journal.Apologised && t.who == journal.ByMe
}

// fill puts row i into a line of the list; of several on one day, the first
// names the day.
func (t *timeline) fill(i int, o fyne.CanvasObject) {
	row := t.rows[i]
	named := row.month == "" && t.rows[i-1].month == "" && t.rows[i-1].what.Day == row.what.Day
	o.(*lineView).show(i, row, !named)
}

// open shows the promise or the apology of a line.
func (t *timeline) open(i int) {
	if i < 0 || i >= len(t.rows) {
		return
	}
	switch h := t.rows[i].what; {
	case h.Entry != uuid.Nil:
		t.screen.deps.OnOpenEntry(h.Entry)
	case h.Promise != uuid.Nil:
		t.screen.openPromise(h.Promise)
	}
}

// happeningWord says what happened, in one line.
func happeningWord(h journal.Happening) string {
	data := map[string]any{"Text": oneLine(h.Text)}
	switch h.Kind {
	case journal.Apologised:
		if h.Text == "" {
			return apologyWord(h.Stands)
		}
		return lang.L("{{.Apology}}: {{.Text}}", map[string]any{"Apology": apologyWord(h.Stands), "Text": oneLine(h.Text)})
	case journal.Reworded:
		return lang.L("Reworded: {{.Text}}", data)
	case journal.LetGo:
		return lang.L("Ended: {{.Text}}", data)
	case journal.TakenUp:
		return lang.L("Taken up again: {{.Text}}", data)
	case journal.Seen:
		return lang.L("{{.Result}}: {{.Text}}", map[string]any{"Result": resultWord(h.Result), "Text": oneLine(h.Text)})
	}
	return lang.L("Promised: {{.Text}}", data)
}

// apologyWord says how an apology stands.
func apologyWord(s journal.Standing) string {
	switch s {
	case journal.Draft:
		return lang.L("Apology, a draft")
	case journal.Ready:
		return lang.L("Apology, ready")
	case journal.Given:
		return lang.L("Apology, given")
	}
	return lang.L("Apology")
}

// underWord says whose it is, and what was said beside it.
func underWord(h journal.Happening) string {
	if h.Kind == journal.Apologised {
		return lang.L("A page in your journal")
	}
	return joined(whoWord(h.Who), oneLine(h.Note))
}
