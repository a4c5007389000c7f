package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// filePart chooses on which paper a PDF is set, and whether the file is sealed.
type filePart struct {
	screen  *Screen
	content fyne.CanvasObject

	papers []*widget.Chip // by papers
	paper  fyne.CanvasObject
	sealed *widget.TickBox
}

func newFilePart(s *Screen) *filePart {
	p := &filePart{screen: s}
	chips := widget.NewFlow(theme.Space2)
	for _, paper := range papers() {
		chip := widget.NewChip(paper.label, func() {
			s.plan.Paper = paper.name
			p.show()
			s.changed()
		})
		p.papers = append(p.papers, chip)
		chips.Add(chip)
	}
	p.paper = widget.NewStack(theme.Space1, widget.NewMutedParagraph(lang.L("Paper of the PDF")), chips)
	p.sealed = widget.NewTickBox(lang.L("Seal it with a passphrase"), s.setSealed)
	about := small(lang.L("Then nobody reads it without that passphrase. Whoever gets it needs it too, and a program that opens age files."))
	p.content = part(lang.L("The file"), widget.NewStack(theme.Space2, p.paper, ticks(p.sealed, widget.Indented(about))))
	return p
}

func (p *filePart) show() {
	s := p.screen
	for i, paper := range papers() {
		p.papers[i].SetSelected(paper.name == s.paper())
	}
	p.sealed.SetTicked(s.plan.Sealed)
	if hidden := s.format() != "pdf"; p.paper.Visible() == hidden {
		if p.paper.Show(); hidden {
			p.paper.Hide()
		}
		s.relayout()
	}
}

// setSealed takes whether the file is to be sealed, which changes nothing of
// what is in it.
func (s *Screen) setSealed(on bool) {
	s.plan.Sealed = on
	s.foot.notice("")
	s.keepSoon()
	s.showPlan()
	s.relayout()
}
