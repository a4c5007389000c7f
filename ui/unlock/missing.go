package unlock

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// missing is the page for a journal that is not where it should be.
type missing struct {
	body    fyne.CanvasObject
	restore *widget.Button
}

func (s *Screen) newMissingPage() *missing {
	m := &missing{restore: widget.NewPrimaryButton(lang.L("Restore a backup…"), s.deps.OnRestore)}
	others := widget.NewStack(0)
	for _, button := range []*widget.Button{
		widget.NewQuietButton(lang.L("Look again"), s.deps.OnLook),
		widget.NewQuietButton(lang.L("Open another journal…"), s.onOpenOther),
		widget.NewQuietButton(lang.L("Create a new journal…"), s.deps.OnNew),
	} {
		button.Leading = true
		others.Add(button)
	}
	m.body = widget.NewStack(theme.Space3,
		s.head(lang.L("Your journal is not where it was.")),
		widget.NewParagraph(lang.L("If it is on a disk or a stick that is not connected, connect it and look again. If the file is gone, a backup can take its place.")),
		m.restore,
		widget.InsetXY(-theme.Space2, 0, others))
	return m
}

func (m *missing) content() fyne.CanvasObject { return m.body }

func (m *missing) first() fyne.Focusable { return m.restore }
