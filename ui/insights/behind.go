package insights

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// mostBehind is how many entries behind a mark are listed.
const mostBehind = 60

// openBehind opens the entry behind a mark, or lists them where there are more.
func (s *Screen) openBehind(ids []uuid.UUID) {
	switch len(ids) {
	case 0:
		dialogs.ShowNotice(s.deps.Window, lang.L("No entry stands behind this"),
			lang.L("It was noted on the Path or among the promises."))
		return
	case 1:
		s.deps.OnOpenEntry(ids[0])
		return
	}
	more := max(len(ids)-mostBehind, 0)
	ids = ids[more:]
	query, _ := s.filter.query(s.deps.Now())
	var list []journal.EntrySummary
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { list, err = s.deps.Entries(ctx, query.From, query.To, ids) }, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			return
		}
		s.choose(list, more)
	})
}

// choose lists entries to be opened.
func (s *Screen) choose(list []journal.EntrySummary, more int) {
	var close func()
	var first fyne.Focusable
	rows := widget.NewStack(0)
	for _, e := range list {
		row := widget.NewPressable(lineOf(e), widget.NewStack(2,
			widget.NewText(lineOf(e), theme.ColorInk, theme.SizeText),
			widget.NewText(dates.Day(journal.DayOf(e.At)), theme.ColorMuted, theme.SizeSmall)), func() {
			close()
			s.deps.OnOpenEntry(e.ID)
		})
		if first == nil {
			first = row
		}
		rows.Add(row)
	}
	content := widget.NewStack(theme.Space2, rows)
	if more > 0 {
		content.Add(widget.NewMutedParagraph(lang.L("And {{.Count}} earlier ones.", map[string]any{"Count": more})))
	}
	close = dialogs.Show(s.deps.Window, lang.L("Entries behind this mark"), content, first,
		dialogs.Button{Label: lang.L("Close"), Cancels: true})
}
