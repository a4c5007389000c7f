package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
	"mend/ui/widget"
)

// choicesPane is the left of the screen: which time, stages and sections.
type choicesPane struct {
	screen  *Screen
	content fyne.CanvasObject

	periods     []*widget.Chip // by preset
	dates       *fyne.Container
	first, last *widget.Field
	problem     *widget.Paragraph
}

func newChoicesPane(s *Screen) *choicesPane {
	p := &choicesPane{screen: s}
	page := widget.NewStack(theme.Space4,
		widget.NewStack(theme.Space2, widget.NewHeading(lang.L("Reflection summary"), theme.SizeTitle),
			widget.NewMutedParagraph(lang.L("For yourself, or for someone who helps you."))),
		p.periodPart(), p.stagePart(), p.tellingPart())
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

func (p *choicesPane) periodPart() fyne.CanvasObject {
	chips := widget.NewFlow(theme.Space2)
	for i, label := range []string{
		everything: lang.L("Everything"), thisMonth: lang.L("This month"),
		lastMonths: lang.L("Last three months"), ownDates: lang.L("Own dates"),
	} {
		chip := widget.NewChip(label, func() { p.choosePeriod(preset(i)) })
		chip.SetSelected(preset(i) == everything)
		p.periods = append(p.periods, chip)
		chips.Add(chip)
	}
	p.problem = widget.NewParagraph("")
	p.problem.Color, p.problem.TextSize, p.problem.Hidden = theme.ColorWarning, theme.SizeSmall, true
	p.dates = widget.NewStack(theme.Space1, p.dateFields(), p.problem)
	p.dates.Hide()
	return part(lang.L("Time"), chips, p.dates)
}

func (p *choicesPane) dateFields() fyne.CanvasObject {
	p.first, p.last = widget.NewField("YYYY-MM-DD"), widget.NewField("YYYY-MM-DD")
	for _, f := range []*widget.Field{p.first, p.last} {
		f.OnChanged = func(string) { p.typedDates() }
	}
	named := func(name string, f *widget.Field) fyne.CanvasObject {
		return widget.NewRow(theme.Space2,
			widget.NewLabel(name, theme.ColorMuted, theme.SizeSmall), container.New(dayLayout{}, f))
	}
	return widget.NewFlow(theme.Space3, named(lang.L("From"), p.first), named(lang.L("to"), p.last))
}

// choosePeriod takes a preset. Own dates begin with the days of the entries
// that are listed.
func (p *choicesPane) choosePeriod(chosen preset) {
	s := p.screen
	if chosen == ownDates && s.period.first == "" && s.period.last == "" {
		var days span
		for _, e := range s.listed {
			days.take(e.At)
		}
		s.period.first, s.period.last = string(days.from), string(days.to)
		p.first.SetText(s.period.first)
		p.last.SetText(s.period.last)
	}
	s.period.preset = chosen
	for i, chip := range p.periods {
		chip.SetSelected(preset(i) == chosen)
	}
	p.dates.Hidden = chosen != ownDates
	s.choose()
	s.relayout()
}

func (p *choicesPane) typedDates() {
	p.screen.period.first, p.screen.period.last = p.first.Text, p.last.Text
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
			if delete(s.stages, stage.ID); chip.Selected {
				s.stages[stage.ID] = true
			}
			s.choose()
			s.relayout()
		})
		chips.Add(chip)
	}
	title := widget.NewHeading(lang.L("Stages"), theme.SizeText)
	title.Whole = true
	about := widget.NewText(lang.L("all of them, unless you choose some"), theme.ColorMuted, theme.SizeSmall)
	return widget.NewStack(theme.Space2,
		container.NewBorder(nil, nil, title, nil, widget.InsetXY(theme.Space1, 0, about)), chips)
}

func (p *choicesPane) tellingPart() fyne.CanvasObject {
	s := p.screen
	var boxes []fyne.CanvasObject
	for _, section := range offered() {
		box := widget.NewTickBox(sectionWord(section), func(on bool) {
			s.without[section] = !on
			s.changed()
		})
		box.SetTicked(true)
		boxes = append(boxes, box)
	}
	names := widget.NewTickBox(lang.L("Shorten names to initials"), func(on bool) {
		s.initials = on
		s.changed()
	})
	about := widget.NewMutedParagraph(lang.L("What looks like a name becomes its first letter. After saving you see which words those were."))
	about.TextSize = theme.SizeSmall
	return widget.NewStack(theme.Space3, part(lang.L("What goes in"), ticks(boxes...)),
		ticks(names, widget.Indented(about)))
}

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
