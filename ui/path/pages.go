package path

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/theme"
	"mend/ui/widget"
)

// pageList lists the guided pages that belong to the stage.
func (s *Screen) pageList(stage journal.Stage, snap snapshot) fyne.CanvasObject {
	if s.deps.OnPage == nil || len(snap.pages) == 0 {
		return nil
	}
	rows := widget.NewStack(theme.Space1)
	for _, page := range snap.pages {
		if id := journal.FoldPage + page.ID; snap.profile.IsFolded(id, false) {
			rows.Add(widget.InsetXY(theme.Space4, 0, s.foldedRow(id, page.Title, "page "+page.ID)))
		} else {
			rows.Add(s.pageRow(stage, page))
		}
	}
	return section(lang.L("Guided pages"), widget.InsetXY(-theme.Space4, 0, rows))
}

// pageRow is one guided page, which a tap begins anew.
func (s *Screen) pageRow(stage journal.Stage, page pageUse) fyne.CanvasObject {
	about := widget.NewStack(2, widget.NewParagraph(page.Title))
	if page.About != "" {
		about.Add(small(page.About))
	}
	if used := usedWord(page); used != "" {
		about.Add(small(used))
	}
	row := widget.NewStack(0, s.named("page "+page.ID, widget.NewPressable(page.Title, about,
		func() { s.deps.OnPage(page.ID, stage.ID) })))
	if id := journal.FoldPage + page.ID; s.canFold(id) {
		row.Add(widget.InsetXY(theme.Space2, 0, widget.NewRow(0, s.foldButton(id))))
	}
	return row
}

// small is a muted sentence in small letters.
func small(text string) fyne.CanvasObject {
	p := widget.NewMutedParagraph(text)
	p.TextSize = theme.SizeSmall
	return p
}

// usedWord says when a page was filled in last, and how often at most it is
// meant to be.
func usedWord(page pageUse) string {
	last, every := "", ""
	if !page.last.IsZero() {
		last = lang.L("Last filled in on {{.Day}}", map[string]any{"Day": dates.Of(page.last)})
	}
	switch page.Every {
	case journal.Weekly:
		every = lang.L("Once a week at most")
	case journal.Monthly:
		every = lang.L("Once a month at most")
	}
	return joined(last, every)
}
