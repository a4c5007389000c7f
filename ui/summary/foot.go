package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// footPane is the foot of the screen: what will be in the summary, in which
// form, and the buttons that show, print and save it.
type footPane struct {
	screen  *Screen
	content *fyne.Container
	layout  *footLayout

	line    *widget.Paragraph
	whole   string // what line says
	brief   string // and where there is little room
	forms   *fyne.Container
	formats []*widget.Chip
	about   *widget.Paragraph
	look    *widget.Button
	print   *widget.Button
	save    *widget.Button
	told    *widget.Paragraph // what came of the last saving
	open    *widget.Button    // the file that was saved last
	card    *widget.Surface   // with told and open in it
}

func newFootPane(s *Screen) *footPane {
	p := &footPane{screen: s, layout: &footLayout{}, line: widget.NewParagraph(""), about: widget.NewMutedParagraph(""), told: widget.NewParagraph("")}
	p.line.Bold = true
	p.about.TextSize = theme.SizeSmall
	chips := widget.NewFlow(theme.Space2)
	for _, f := range formats() {
		chip := widget.NewChip(f.label, func() { p.chooseFormat(f.name) })
		p.formats = append(p.formats, chip)
		chips.Add(chip)
	}
	p.look = widget.NewButton("", p.turn)
	p.print = widget.NewButton(lang.L("Print…"), s.print)
	p.save = widget.NewPrimaryButton(lang.L("Save the summary…"), s.save)
	p.save.Disable()
	p.print.Disable()
	p.open = widget.NewQuietButton(lang.L("Open it"), s.openSaved)
	p.card = widget.NewSurface(theme.ColorSoftAccent, widget.InsetXY(theme.Space4, theme.Space3,
		widget.NewStack(theme.Space1, p.told, widget.NewQuietRow(p.open))))
	p.card.Hide()
	p.forms = widget.NewStack(theme.Space1, chips, p.about)
	p.content = container.New(p.layout, widget.NewLine(), p.card, p.line, p.forms, widget.NewFlow(theme.Space2, p.look, p.print, p.save))
	return p
}

func (p *footPane) chooseFormat(name string) {
	s := p.screen
	s.plan.Format = name
	p.show()
	s.choices.file.show()
	s.changed()
	s.relayout()
}

// show shows the form that is chosen, and what can be done with it.
func (p *footPane) show() {
	s := p.screen
	for i, f := range formats() {
		p.formats[i].SetSelected(f.name == s.format())
		if f.name == s.format() {
			p.about.SetText(f.about)
		}
	}
	p.look.SetText(lang.L("Preview"))
	if s.previewing {
		p.look.SetText(lang.L("Back to choosing"))
	}
	p.print.Hidden = s.format() != "pdf" || s.plan.Sealed || s.deps.OpenFile == nil
}

// turn shows the preview, or the choices again.
func (p *footPane) turn() {
	s := p.screen
	s.setPreviewing(!s.previewing)
	s.deps.Window.Canvas().Focus(p.look)
}

// footFit is how the foot fits what is above it.
type footFit struct {
	beside bool // the preview is in view already
	whole  bool // it is as wide as the screen
	brief  bool // there is room for few words
	bare   bool // and for none of the forms
}

// fit has the foot fit what is above it, and returns how high it is then, but
// for the notice. The line of what will be in the summary is always there, since
// the button that saves is.
func (p *footPane) fit(size fyne.Size, f footFit) float32 {
	p.look.Hidden, p.layout.whole = f.beside, f.whole
	p.about.Hidden, p.forms.Hidden = f.brief, f.bare
	text := p.whole
	if f.brief {
		text = p.brief
	}
	p.line.SetText(text)
	height := heightAt(p.content, size.Width)
	if p.card.Visible() {
		height -= p.card.MinSize().Height + theme.Space3
	}
	return height
}

// say says what will be in the summary.
func (p *footPane) say(d draft) {
	p.whole, p.brief = draftWords(d), briefWords(d)
	for _, button := range []*widget.Button{p.save, p.print} {
		if d.nothing() {
			button.Disable()
		} else {
			button.Enable()
		}
	}
	p.screen.relayout()
}

// notice says what came of saving, until the person chooses anything else: the
// file is no longer what the screen shows then.
func (p *footPane) notice(text string) { p.noticeOf(text, false) }

// noticeOf is notice, with a button that opens the file if it can be opened.
func (p *footPane) noticeOf(text string, opens bool) {
	p.told.SetText(text)
	p.card.Hidden = text == ""
	p.open.Hidden = !opens
	p.screen.relayout()
}
