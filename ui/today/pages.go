package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// choosePage offers the guided pages, by the stage each is at home in. What is
// folded away is not offered.
func (s *Screen) choosePage() {
	var closeDialog func()
	var first fyne.Focusable
	list := widget.NewStack(theme.Space1)
	for _, group := range s.offeredPages() {
		head := widget.NewHeading(group.stage.Title, theme.SizeSmall)
		head.SetColor(theme.ColorMuted)
		list.Add(widget.InsetXY(0, theme.Space1, head))
		for _, page := range group.pages {
			about := widget.NewMutedParagraph(page.About)
			about.TextSize = theme.SizeSmall
			row := widget.NewPressable(page.Title, widget.NewStack(2, widget.NewParagraph(page.Title), about), func() {
				closeDialog()
				s.deps.OnPage(page.ID)
			})
			if first == nil {
				first = row
			}
			list.Add(widget.InsetXY(-theme.Space4, 0, row))
		}
	}
	closeDialog = dialogs.Show(s.deps.Window, lang.L("A guided page"), list, first,
		dialogs.Button{Label: lang.L("Cancel"), Cancels: true})
}

// pageGroup is the pages of one stage.
type pageGroup struct {
	stage journal.Stage
	pages []journal.Page
}

// offeredPages returns the pages by stage, each page once: in the first stage of
// the guide that it belongs to.
func (s *Screen) offeredPages() []pageGroup {
	p := s.snap.walk.Profile
	seen := make(map[string]bool)
	var groups []pageGroup
	for _, stage := range s.snap.walk.Guide.Stages {
		if s.snap.walk.IsFolded(stage) {
			continue
		}
		group := pageGroup{stage: stage}
		for _, page := range journal.PagesOf(s.deps.Pages, stage.ID, p.Role, p.Path) {
			if !seen[page.ID] && !p.IsFolded(journal.FoldPage+page.ID, false) {
				seen[page.ID] = true
				group.pages = append(group.pages, page)
			}
		}
		if group.pages != nil {
			groups = append(groups, group)
		}
	}
	return groups
}
