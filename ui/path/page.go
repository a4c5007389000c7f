package path

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// stagePage builds what is shown of the open stage, from top to bottom.
func (s *Screen) stagePage(stage journal.Stage, snap snapshot) []fyne.CanvasObject {
	s.begin()
	page := []fyne.CanvasObject{s.head(stage), s.standing(stage, snap)}
	if s.folded(stage, snap) {
		return append(page, s.foldedCard(stage))
	}
	other, _ := snap.other(stage.ID)
	ours, theirs := s.list.hidden.steps(other.Steps)
	return append(page, parts(
		cautionCard(stage), s.stepList(lang.L("Steps"), stage.ID, snap.steps(stage), snap),
		s.stepList(notShown(), stage.ID, ours, snap), s.stepList(fromAnother(), stage.ID, theirs, snap),
		s.questions(stage, snap), s.deck(stage), s.entryList(snap), historyList(snap.whole(stage), snap))...)
}

// otherPage builds what is shown of a stage that the guide does not have: what
// the person keeps in it.
func (s *Screen) otherPage(stage journal.Stage, snap snapshot) []fyne.CanvasObject {
	s.begin()
	note := widget.NewMutedParagraph(s.list.hidden.note(stage.ID))
	page := parts(s.head(stage), note, s.standing(stage, snap), cautionCard(stage),
		s.stepList(lang.L("Steps"), stage.ID, stage.Steps, snap),
		s.entryList(snap), historyList(stage, snap))
	s.first = cmp.Or(s.first, "state "+string(journal.NotStarted))
	return page
}

// begin forgets the controls of the page as it was.
func (s *Screen) begin() { s.names, s.first = nil, "" }

// parts returns those of the objects that there are.
func parts(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	return slices.DeleteFunc(objects, func(o fyne.CanvasObject) bool { return o == nil })
}

// section is a part of the page under a heading.
func section(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewStack(theme.Space2, append([]fyne.CanvasObject{
		widget.NewHeading(title, theme.SizeHeading)}, objects...)...)
}

// pressables stacks rows so that their text lines up with the heading above.
func pressables(rows []fyne.CanvasObject) fyne.CanvasObject {
	return widget.InsetXY(-theme.Space4, 0, widget.NewStack(0, rows...))
}

func (s *Screen) head(stage journal.Stage) fyne.CanvasObject {
	head := widget.NewStack(theme.Space2, widget.NewHeading(stage.Title, theme.SizeTitle))
	if stage.Purpose != "" {
		head.Add(widget.NewParagraph(stage.Purpose))
	}
	return head
}

func cautionCard(stage journal.Stage) fyne.CanvasObject {
	if stage.Caution == "" {
		return nil
	}
	return widget.NewSurface(theme.ColorSoftAccent, widget.Inset(theme.Space4,
		widget.NewStack(theme.Space1, widget.NewHeading(lang.L("Go gently"), theme.SizeSmall),
			widget.NewParagraph(stage.Caution))))
}

// folded reports whether a stage stays closed: it is one that is never due,
// and the person has not opened it and keeps nothing in it.
func (s *Screen) folded(stage journal.Stage, snap snapshot) bool {
	return stage.Folded && !s.unfolded[stage.ID] && len(snap.history(snap.whole(stage))) == 0 && len(snap.entries) == 0
}

func (s *Screen) foldedCard(stage journal.Stage) fyne.CanvasObject {
	open := s.named("unfold", widget.NewButton(lang.L("Open this stage"), func() {
		s.unfolded[stage.ID] = true
		s.load()
	}))
	return widget.NewCard(
		widget.NewParagraph(lang.L("This stage is closed until you want it. It is never due, and leaving it closed is a complete answer.")),
		widget.NewParagraph(stage.Caution), widget.NewRow(0, open))
}

// standing shows how the stage stands, and lets the person say it anew.
func (s *Screen) standing(stage journal.Stage, snap snapshot) fyne.CanvasObject {
	now := snap.state(stage.ID)
	chips := widget.NewFlow(theme.Space2)
	for _, name := range journal.StateNames() {
		chip := widget.NewChip(stateWord(name), func() { s.setState(stage.ID, name, "") })
		chip.SetSelected(name == now.State)
		chips.Add(s.named("state "+string(name), chip))
	}
	part := widget.NewStack(theme.Space2,
		widget.NewText(lang.L("How this stands for you"), theme.ColorMuted, theme.SizeSmall), chips)
	if now.At.IsZero() {
		return part
	}
	verb := lang.L("Add a reason")
	if now.Reason != "" {
		verb = lang.L("Change the reason")
	}
	since := widget.NewMutedParagraph(joined(lang.L("Since {{.Day}}", map[string]any{"Day": dayWord(now.At)}), now.Reason))
	since.TextSize = theme.SizeSmall
	part.Add(since)
	part.Add(outdented(widget.NewRow(0,
		s.named("reason", widget.NewQuietButton(verb, func() { s.askReason(now) })))))
	return part
}

func (s *Screen) setState(stage string, name journal.StateName, reason string) {
	s.change(func(ctx context.Context, store Store) error {
		_, err := store.SetStageState(ctx, journal.StageState{Stage: stage, State: name, Reason: reason})
		return err
	})
}

func (s *Screen) askReason(now journal.StageState) {
	dialogs.AskText(s.deps.Window, dialogs.TextQuestion{
		Title: lang.L("Why it stands like this"),
		Text:  lang.L("A line for yourself. It goes into the history of this stage."),
		Value: now.Reason, Verb: lang.L("Keep"), Lines: 3,
	}, func(reason string) { s.setState(now.Stage, now.State, reason) })
}

// questions lists what else there is to write about in this stage.
func (s *Screen) questions(stage journal.Stage, snap snapshot) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, prompt := range stage.Prompts {
		if !snap.role.Sees(prompt.For) {
			continue
		}
		write := s.named("question "+string(rune('a'+i)), widget.NewPressable(prompt.Text,
			widget.NewParagraph(prompt.Text), func() { s.deps.OnWrite(stage.ID, "", prompt.Text) }))
		rows = append(rows, write)
	}
	if rows == nil {
		return nil
	}
	return section(lang.L("Questions to write about"), pressables(rows))
}

// deck leads from the talk to the questions to ask each other.
func (s *Screen) deck(stage journal.Stage) fyne.CanvasObject {
	if s.deps.OnDeck == nil || stage.ID != "talk" {
		return nil
	}
	return widget.NewRow(0, s.named("deck", widget.NewButton(lang.L("Questions to ask each other"), s.deps.OnDeck)))
}

// entryList lists the newest entries that belong to the stage.
func (s *Screen) entryList(snap snapshot) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, e := range snap.entries {
		line := e.Title
		if line == "" {
			line = e.FirstLine
		}
		if line == "" {
			line = lang.L("No text")
		}
		row := widget.NewPressable(line, widget.NewStack(2,
			widget.NewText(line, theme.ColorInk, theme.SizeText),
			widget.NewText(momentWord(e.At), theme.ColorMuted, theme.SizeSmall)),
			func() { s.deps.OnOpenEntry(e.ID) })
		rows = append(rows, s.named("entry "+e.ID.String(), row))
	}
	if rows == nil {
		return nil
	}
	return section(lang.L("What you wrote"), pressables(rows))
}

// historyList lists what happened in the stage, newest first.
func historyList(stage journal.Stage, snap snapshot) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, e := range snap.history(stage) {
		rows = append(rows, historyLine(e))
	}
	if rows == nil {
		return nil
	}
	return section(lang.L("History"), widget.NewStack(theme.Space3, rows...))
}

func historyLine(e event) fyne.CanvasObject {
	what, note := "", ""
	switch {
	case e.state != nil:
		what, note = stateWord(e.state.State), e.state.Reason
	default:
		what, note = tickWord(*e.tick, e.was, e.step.Title), e.tick.Note
	}
	line := widget.NewStack(2, widget.NewText(momentWord(e.at()), theme.ColorMuted, theme.SizeSmall),
		widget.NewParagraph(what))
	if note != "" {
		line.Add(widget.NewMutedParagraph(note))
	}
	return line
}
