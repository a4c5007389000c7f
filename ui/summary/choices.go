package summary

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// choicesPane is the left of the screen: for whom the summary is, and which
// time, stages and sections it tells of.
type choicesPane struct {
	screen  *Screen
	content fyne.CanvasObject

	recipients []*widget.Chip // by journal.Recipients
	about      *widget.Paragraph
	periods    []*widget.Chip // by presets
	since      *widget.Paragraph
	dates      *fyne.Container
	from, to   *widget.Field
	problem    *widget.Paragraph
	stages     []*widget.Chip // by the guide's
	sections   []*widget.TickBox
	notes      *widget.TickBox
	line       *widget.Field
	first      *firstPart
	names      *namesPart
	file       *filePart
}

func newChoicesPane(s *Screen) *choicesPane {
	p := &choicesPane{screen: s}
	p.first, p.names, p.file = newFirstPart(s), newNamesPart(s), newFilePart(s)
	page := widget.NewStack(theme.Space4,
		widget.NewStack(theme.Space2, widget.NewHeading(lang.L("Reflection summary"), theme.SizeTitle),
			widget.NewMutedParagraph(lang.L("For yourself, or for someone who helps you."))),
		p.recipientPart(), p.periodPart(), p.stagePart(), p.sectionPart(), p.linePart(), p.first.content, p.names.content, p.file.content)
	p.content = container.New(pageLayout{}, page)
	return p
}

// part is one choice under its heading.
func part(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewStack(theme.Space2, append([]fyne.CanvasObject{
		widget.NewHeading(title, theme.SizeText)}, objects...)...)
}

// ticks stacks boxes so that they line up with the heading above, and so that
// the ring round one touches no other line.
func ticks(boxes ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.InsetXY(-theme.Space2, -theme.Space1, widget.NewStack(0, boxes...))
}

// small returns a muted sentence that explains what is above it.
func small(text string) *widget.Paragraph {
	about := widget.NewMutedParagraph(text)
	about.TextSize = theme.SizeSmall
	return about
}

func (p *choicesPane) recipientPart() fyne.CanvasObject {
	s, chips := p.screen, widget.NewFlow(theme.Space2)
	for _, r := range journal.Recipients() {
		chip := widget.NewChip(recipientWord(r), func() { s.chooseRecipient(r) })
		p.recipients = append(p.recipients, chip)
		chips.Add(chip)
	}
	p.about = small("")
	anew := widget.NewQuietButton(lang.L("Reset these choices"), s.beginAnew)
	return part(lang.L("For whom"), chips, p.about, widget.NewQuietRow(anew))
}

func (p *choicesPane) periodPart() fyne.CanvasObject {
	chips := widget.NewFlow(theme.Space2)
	for _, preset := range presets() {
		chip := widget.NewChip(periodWord(preset), func() { p.choosePeriod(preset) })
		p.periods = append(p.periods, chip)
		chips.Add(chip)
	}
	p.since = small("")
	p.problem = widget.NewParagraph("")
	p.problem.Color, p.problem.TextSize, p.problem.Hidden = theme.ColorWarning, theme.SizeSmall, true
	p.dates = widget.NewStack(theme.Space1, p.dateFields(), p.problem)
	return part(lang.L("Time"), chips, p.since, p.dates)
}

func (p *choicesPane) dateFields() fyne.CanvasObject {
	p.from, p.to = widget.NewField("YYYY-MM-DD"), widget.NewField("YYYY-MM-DD")
	for _, f := range []*widget.Field{p.from, p.to} {
		f.OnChanged = func(string) { p.typedDates() }
	}
	named := func(name string, f *widget.Field) fyne.CanvasObject {
		return widget.NewRow(theme.Space2,
			widget.NewLabel(name, theme.ColorMuted, theme.SizeSmall), container.New(dayLayout{}, f))
	}
	return widget.NewFlow(theme.Space3, named(lang.L("From"), p.from), named(lang.L("to"), p.to))
}

// choosePeriod takes a preset. Own dates begin with the days of the entries
// that are listed.
func (p *choicesPane) choosePeriod(chosen string) {
	s := p.screen
	if chosen == ownDates && s.plan.From == "" && s.plan.To == "" {
		var days span
		for _, e := range s.listed {
			days.take(e.At)
		}
		s.plan.From, s.plan.To = string(days.from), string(days.to)
	}
	s.plan.Period = chosen
	p.showPeriod()
	s.choose()
	s.relayout()
}

func (p *choicesPane) typedDates() {
	p.screen.plan.From, p.screen.plan.To = p.from.Text, p.to.Text
	p.screen.choose()
}

// showProblem says under the dates what is wrong with them.
func (p *choicesPane) showProblem(problem string) {
	p.problem.SetText(problem)
	if hidden := problem == ""; p.problem.Hidden != hidden {
		p.problem.Hidden = hidden
		p.screen.relayout()
	}
}

func (p *choicesPane) stagePart() fyne.CanvasObject {
	s, chips := p.screen, widget.NewFlow(theme.Space2)
	for _, stage := range s.deps.Guide.Stages {
		var chip *widget.Chip
		chip = widget.NewChip(stage.Title, func() {
			chip.SetSelected(!chip.Selected)
			s.plan.ChooseStage(stage.ID, chip.Selected)
			s.choose()
			s.relayout()
		})
		p.stages = append(p.stages, chip)
		chips.Add(chip)
	}
	title := widget.NewHeading(lang.L("Stages"), theme.SizeText)
	title.Whole = true
	about := widget.NewText(lang.L("all of them, unless you choose some"), theme.ColorMuted, theme.SizeSmall)
	return widget.NewStack(theme.Space2,
		container.NewBorder(nil, nil, title, nil, widget.InsetXY(theme.Space1, 0, about)), chips)
}

func (p *choicesPane) sectionPart() fyne.CanvasObject {
	s := p.screen
	var boxes []fyne.CanvasObject
	for _, section := range journal.Sections() {
		box := widget.NewTickBox(sectionWord(section), func(on bool) {
			s.plan.Leave(section, !on)
			p.showNotes()
			s.changed()
		})
		p.sections = append(p.sections, box)
		boxes = append(boxes, box)
		if section == journal.SectionPromises {
			p.notes = widget.NewTickBox(lang.L("with why they matter, and what you noted beside them"), func(on bool) {
				s.plan.WithoutNotes = !on
				s.changed()
			})
			boxes = append(boxes, widget.Indented(p.notes))
		}
	}
	return part(lang.L("What goes in"), ticks(boxes...))
}

func (p *choicesPane) linePart() fyne.CanvasObject {
	p.line = widget.NewField("")
	p.line.OnChanged = func(text string) {
		p.screen.plan.Line = text
		p.screen.changed()
	}
	return part(lang.L("A line of your own"), p.line, small(lang.L("It stands at the top, if there is one.")))
}

// show shows what is chosen.
func (p *choicesPane) show() {
	s := p.screen
	for i, r := range journal.Recipients() {
		p.recipients[i].SetSelected(r == s.recipient)
		p.recipients[i].Hidden = !s.offers(r)
	}
	p.about.SetText(recipientAbout(s.recipient))
	p.showPeriod()
	for i, stage := range s.deps.Guide.Stages {
		p.stages[i].SetSelected(slices.Contains(s.plan.Stages, stage.ID))
	}
	for i, section := range journal.Sections() {
		p.sections[i].SetTicked(!s.plan.Leaves(section))
	}
	p.showNotes()
	p.line.SetText(s.plan.Line)
	p.first.show()
	p.names.show()
	p.file.show()
}

// showNotes shows whether promises are told with their notes, if they are told.
func (p *choicesPane) showNotes() {
	plan := p.screen.plan
	p.notes.SetTicked(!plan.WithoutNotes)
	if hidden := plan.Leaves(journal.SectionPromises); p.notes.Hidden != hidden {
		p.notes.Hidden = hidden
		p.screen.relayout()
	}
}

func (p *choicesPane) showPeriod() {
	s := p.screen
	for i, preset := range presets() {
		p.periods[i].SetSelected(preset == s.plan.Period)
		p.periods[i].Hidden = preset == sinceLast && s.plans.Saved == "" && s.plan.Period != sinceLast
	}
	p.since.SetText(savedWord(s.plans.Saved))
	p.since.Hidden = s.plans.Saved == ""
	p.from.SetText(s.plan.From)
	p.to.SetText(s.plan.To)
	p.dates.Hidden = s.plan.Period != ownDates
}

// firstControl returns the control that gets the focus.
func (p *choicesPane) firstControl() fyne.Focusable { return p.recipients[0] }

// scrollBy scrolls a page if the key asks for it.
func scrollBy(scroll *container.Scroll, key fyne.KeyName) bool {
	page := scroll.Size().Height * 0.8
	step, ok := map[fyne.KeyName]float32{
		fyne.KeyDown: 3 * theme.Space4, fyne.KeyUp: -3 * theme.Space4,
		fyne.KeyPageDown: page, fyne.KeyPageUp: -page,
	}[key]
	if ok {
		scroll.ScrollToOffset(scroll.Offset.AddXY(0, step))
	}
	return ok
}

// dayLayout makes a field as wide as a day needs.
type dayLayout struct{}

func (dayLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (dayLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	text := fyne.MeasureText("YYYY-MM-DD", theme.Size(fynetheme.Current(), theme.SizeText), fyne.TextStyle{})
	return fyne.NewSize(text.Width+theme.Space8, objects[0].MinSize().Height)
}
