package promises

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// showIdeas lists promises that can be taken over; one that is chosen fills the
// form, where it can be changed.
func (s *Screen) showIdeas() {
	ideas := s.deps.Suggestions()
	if len(ideas) == 0 {
		s.askPromise(journal.Suggestion{})
		return
	}
	var closeDialog func()
	var first fyne.Focusable
	list := widget.NewStack(theme.Space3, widget.NewMutedParagraph(
		lang.L("Choose one to begin with. You can change every word of it.")))
	for _, who := range journal.Parties() {
		rows := widget.NewStack(0)
		for _, idea := range ideas {
			if idea.Who != who {
				continue
			}
			row := widget.NewPressable(idea.Text, widget.NewStack(2, widget.NewParagraph(idea.Text), howLine(idea)), func() {
				closeDialog()
				s.askPromise(idea)
			})
			if first == nil {
				first = row
			}
			rows.Add(row)
		}
		if len(rows.Objects) > 0 {
			list.Add(widget.NewStack(theme.Space1, widget.NewHeading(whoWord(who), theme.SizeText), rows))
		}
	}
	closeDialog = dialogs.Show(s.deps.Window, lang.L("Ideas for promises"), list, first,
		dialogs.Button{Label: lang.L("Close"), Cancels: true})
}

// howLine says how it will be known that a suggested promise was kept.
func howLine(idea journal.Suggestion) fyne.CanvasObject {
	line := small(idea.How)
	if idea.How == "" {
		line.Hide()
	}
	return line
}
