package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// footPane is the foot of the screen: what will be in the summary, in which
// form, and the button that saves it.
type footPane struct {
	screen  *Screen
	content fyne.CanvasObject

	line    *widget.Paragraph
	formats []*widget.Chip
	about   *widget.Paragraph
	save    *widget.Button
	told    *widget.Paragraph // what came of the last saving
	card    *widget.Surface   // with told in it
}

func newFootPane(s *Screen) *footPane {
	p := &footPane{screen: s, line: widget.NewParagraph(""), about: widget.NewMutedParagraph(""), told: widget.NewParagraph("")}
	p.line.Bold = true
	p.about.TextSize = theme.SizeSmall
	chips := widget.NewFlow(theme.Space2)
	for _, f := range formats() {
		chip := widget.NewChip(f.label, func() { p.chooseFormat(f.name) })
		p.formats = append(p.formats, chip)
		chips.Add(chip)
	}
	p.save = widget.NewPrimaryButton(lang.L("Save the summary…"), s.save)
	p.save.Disable()
	p.card = widget.NewSurface(theme.ColorSoftAccent, widget.InsetXY(theme.Space4, theme.Space3, p.told))
	p.card.Hide()
	p.content = container.New(&footLayout{}, widget.NewLine(), p.card, p.line,
		widget.NewStack(theme.Space1, chips, p.about), p.save)
	p.chooseFormat(s.format)
	return p
}

func (p *footPane) chooseFormat(name string) {
	p.screen.format = name
	p.notice("")
	for i, f := range formats() {
		p.formats[i].SetSelected(f.name == name)
		if f.name == name {
			p.about.SetText(f.about)
		}
	}
	p.screen.relayout()
}

// say says what will be in the summary.
func (p *footPane) say(d draft) {
	p.line.SetText(draftWords(d))
	if p.save.Disabled() != d.nothing() {
		if d.nothing() {
			p.save.Disable()
		} else {
			p.save.Enable()
		}
	}
	p.screen.relayout()
}

// notice says what came of saving, until the person chooses anything else: the
// file is no longer what the screen shows then.
func (p *footPane) notice(text string) {
	p.told.SetText(text)
	p.card.Hidden = text == ""
	p.screen.relayout()
}
