package summary

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// firstPart chooses whether there is a first page, and what the person says on
// it.
type firstPart struct {
	screen  *Screen
	content fyne.CanvasObject

	box    *widget.TickBox
	fields *fyne.Container
	areas  []*widget.TextArea // by firstTexts
}

// firstText is one text of the first page.
type firstText struct {
	label, about string
	of           func(*journal.FirstPage) *string
	lines        int
}

func firstTexts() []firstText {
	return []firstText{
		{lang.L("What happened, in a line or two"), "", func(f *journal.FirstPage) *string { return &f.Happened }, 2},
		{lang.L("What I want from the meeting"), "", func(f *journal.FirstPage) *string { return &f.Wants }, 2},
		{lang.L("Topics and questions"), lang.L("One a line."), func(f *journal.FirstPage) *string { return &f.Topics }, 3},
		{lang.L("What has shifted, in words"), "", func(f *journal.FirstPage) *string { return &f.Shifted }, 2},
	}
}

func newFirstPart(s *Screen) *firstPart {
	p := &firstPart{screen: s, fields: widget.NewStack(theme.Space3)}
	p.box = widget.NewTickBox(lang.L("A first page for whoever helps you"), func(on bool) {
		s.plan.HasFirst = on
		p.show()
		s.changed()
		s.relayout()
	})
	about := small(lang.L("What you write here, then the promises, the stages you work on and what comes next: made to be read in two minutes."))
	for _, text := range firstTexts() {
		area := widget.NewTextArea("", text.lines)
		area.OnChanged = func(now string) {
			*text.of(&s.plan.First) = now
			s.changed()
		}
		p.areas = append(p.areas, area)
		labelled := widget.NewStack(theme.Space1, widget.NewMutedParagraph(text.label), area)
		if text.about != "" {
			labelled.Add(small(text.about))
		}
		p.fields.Add(labelled)
	}
	p.content = part(lang.L("First page"), widget.NewStack(theme.Space3,
		ticks(p.box, widget.Indented(about)), p.fields))
	return p
}

func (p *firstPart) show() {
	plan := &p.screen.plan
	p.box.SetTicked(plan.HasFirst)
	p.fields.Hidden = !plan.HasFirst
	for i, text := range firstTexts() {
		p.areas[i].SetText(*text.of(&plan.First))
	}
}
