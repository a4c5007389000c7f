package today

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/theme"
	"mend/ui/widget"
)

// section is a part of the page under a heading.
func section(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewStack(theme.Space2, append([]fyne.CanvasObject{
		widget.NewHeading(title, theme.SizeHeading)}, objects...)...)
}

// outdented moves what keeps room round its text to the left, so that the text
// lines up with what is above it.
func outdented(o fyne.CanvasObject) fyne.CanvasObject { return widget.InsetXY(-theme.Space2, 0, o) }

// row is something that can be opened.
func (s *Screen) row(name, line, below string, open func()) fyne.CanvasObject {
	words := widget.NewStack(2, widget.NewText(line, theme.ColorInk, theme.SizeText))
	if below != "" {
		words.Add(widget.NewText(below, theme.ColorMuted, theme.SizeSmall))
	}
	return s.named(name, widget.NewPressable(line, words, open))
}

// rows stacks rows so that their text lines up with the heading above.
func rows(all []fyne.CanvasObject) fyne.CanvasObject {
	return widget.InsetXY(-theme.Space4, 0, widget.NewStack(0, all...))
}

// head names the day and offers the ways out, and those to begin.
func (s *Screen) head(snap snapshot) fyne.CanvasObject {
	begin, verb := s.deps.OnNew, lang.L("Write")
	if snap.empty {
		verb = lang.L("Write the first entry")
	}
	if snap.facts() {
		begin, verb = func() { s.deps.OnFacts("") }, lang.L("Write down the facts")
	}
	ways := widget.NewFlow(theme.Space2, s.named("new", widget.NewPrimaryButton(verb, begin)))
	if snap.facts() {
		ways.Add(s.named("blank", widget.NewButton(lang.L("Blank entry"), s.deps.OnNew)))
	} else {
		ways.Add(s.named("facts", widget.NewButton(lang.L("Plain facts"), func() { s.deps.OnFacts("") })))
	}
	ways.Add(s.named("pages", widget.NewButton(lang.L("Guided page…"), s.deps.OnPages)))
	head := widget.NewStack(theme.Space4, s.dated(dayTitle(snap.today)))
	if snap.empty {
		head.Add(widget.NewMutedParagraph(lang.L("Nothing is written yet. Begin anywhere: what happened today, what you feel, one question that stays with you. It is saved as you go, sealed with your passphrase.")))
	}
	head.Add(ways)
	return head
}

// coolingCard says that a time-out runs, and until when; or that its return has
// come.
func (s *Screen) coolingCard(snap snapshot) fyne.CanvasObject {
	var c journal.CoolingOff
	var words string
	at := func() map[string]any { return map[string]any{"Time": returnWord(c.BackAt, snap.now)} }
	switch {
	case len(snap.cooling) > 0:
		c = snap.cooling[0]
		words = lang.L("You come back to it at {{.Time}}. Nothing needs settling until then.", at())
	case len(snap.back) > 0:
		c = snap.back[0]
		words = lang.L("You wanted to come back to it at {{.Time}}. If it is too soon, you can take longer.", at())
	default:
		return nil
	}
	open := s.named("cooling", widget.NewQuietButton(lang.L("Open the page"), func() { s.deps.OnOpenEntry(c.Entry) }))
	return widget.NewSurface(theme.ColorSoftAccent, widget.Inset(theme.Space4, widget.NewStack(theme.Space1,
		widget.NewHeading(lang.L("Cooling off"), theme.SizeText), widget.NewParagraph(words), widget.NewQuietRow(open))))
}

// letters lists the letters whose day has come.
func (s *Screen) letters(snap snapshot) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, e := range snap.letters {
		all = append(all, s.row("letter "+e.ID.String(), cmp.Or(e.Title, lang.L("A letter without a title")),
			lang.L("sealed until {{.Day}}", map[string]any{"Day": dates.Day(e.SealedUntil)}), func() { s.deps.OnOpenEntry(e.ID) }))
	}
	if all == nil {
		return nil
	}
	return section(lang.L("A letter whose day has come"),
		widget.NewMutedParagraph(lang.L("You can read it now, or leave it for another day.")), rows(all))
}

// again lists what the person wanted to look at again.
func (s *Screen) again(snap snapshot) fyne.CanvasObject {
	var all []fyne.CanvasObject
	if day := snap.again.Path; day != "" {
		all = append(all, s.row("path", lang.L("Where this is going"), sinceWord(day), s.deps.OnSettings))
	}
	for _, log := range snap.again.Promises {
		p := log.Current()
		all = append(all, s.row("review "+p.ID.String(), p.Text, sinceWord(p.Review), func() { s.deps.OnPromise(p.ID) }))
	}
	for _, log := range snap.again.Goals {
		g := log.Current()
		all = append(all, s.row("goal "+g.ID.String(), g.Text,
			lang.L("a goal for {{.Day}}", map[string]any{"Day": dates.Day(g.Due)}), func() { s.deps.OnGoal(g.ID) }))
	}
	for _, e := range snap.again.Pages {
		day := journal.Day(e.Fields[journal.FieldLookAgain])
		all = append(all, s.row("page "+e.ID.String(), journal.PageTitle(s.deps.Pages, e.Page), sinceWord(day), func() { s.deps.OnOpenEntry(e.ID) }))
	}
	if all == nil {
		return nil
	}
	return section(lang.L("To look at again"), rows(all))
}

// latestEntries lists what was written last.
func (s *Screen) latestEntries(snap snapshot) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, e := range snap.latest {
		felt := feelingWords(e.Feelings)
		line := cmp.Or(e.Title, e.FirstLine, journal.PageTitle(s.deps.Pages, e.Page), felt, lang.L("Without words"))
		below := momentWord(e.At, snap.today)
		if felt != "" && felt != line {
			below += "  ·  " + felt
		}
		all = append(all, s.row("entry "+e.ID.String(), line, below, func() { s.deps.OnOpenEntry(e.ID) }))
	}
	if all == nil {
		return nil
	}
	return section(lang.L("What you wrote last"), rows(all))
}

// foot lets the person keep to facts.
func (s *Screen) foot(snap snapshot) fyne.CanvasObject {
	facts := widget.NewChip(lang.L("Keep to plain facts"), func() {
		on := !s.snap.facts()
		s.changeProfile(func(p *journal.Profile) { p.KeepToFacts(on) })
	})
	facts.SetSelected(snap.facts())
	about := widget.NewMutedParagraph(lang.L("When feelings are too much, Mend can ask only for what happened."))
	if snap.facts() {
		about.SetText(lang.L("Mend asks only for what happened, and not for feelings, until you switch this off."))
	}
	about.TextSize = theme.SizeSmall
	return widget.NewStack(theme.Space2, widget.NewLine(), widget.NewRow(0, s.named("keep-facts", facts)), about)
}
