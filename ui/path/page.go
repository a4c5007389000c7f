package path

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// stagePage builds what is shown of the open stage, from top to bottom.
func (s *Screen) stagePage(stage journal.Stage, snap snapshot) []fyne.CanvasObject {
	s.begin()
	if snap.folds(stage) {
		return s.foldedPage(stage)
	}
	other, _ := snap.other(stage.ID)
	apart := s.list.hidden.steps(other.Steps)
	return parts(s.head(stage), s.standing(stage, snap), s.ways(stage, snap),
		cautionCard(stage), s.stepList(lang.L("Steps"), stage.ID, snap.steps(stage), snap),
		s.stepList(offPath(), stage.ID, apart.offPath, snap), s.stepList(hiddenByHand(), stage.ID, apart.byHand, snap),
		s.stepList(fromAnother(), stage.ID, apart.elsewhere, snap),
		s.pageList(stage, snap), s.questions(stage, snap),
		s.entryList(snap), historyList(snap.whole(stage), snap), s.foldAway(stage))
}

// otherPage builds what is shown of a stage that the guide does not have: what
// the person keeps in it.
func (s *Screen) otherPage(stage journal.Stage, snap snapshot) []fyne.CanvasObject {
	s.begin()
	if snap.profile.IsFolded(stage.ID, false) {
		return s.foldedPage(stage)
	}
	note := widget.NewMutedParagraph(s.list.hidden.note(stage.ID))
	page := parts(s.head(stage), note, s.standing(stage, snap), cautionCard(stage),
		s.stepList(lang.L("Steps"), stage.ID, stage.Steps, snap), s.ownQuestions(snap),
		s.entryList(snap), historyList(stage, snap), s.foldAway(stage))
	s.first = cmp.Or(s.first, "state "+string(journal.NotStarted))
	return page
}

// begin forgets the controls of the page as it was.
func (s *Screen) begin() {
	s.names.Clear()
	s.first = ""
}

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

// standing shows how the stage stands, and lets the person say it anew.
func (s *Screen) standing(stage journal.Stage, snap snapshot) fyne.CanvasObject {
	now := snap.state(stage.ID)
	chips := widget.NewFlow(theme.Space2)
	for _, name := range journal.StateNames() {
		chip := widget.NewChip(stateWord(name), func() { s.setState(stage.ID, name, "") })
		chip.SetSelected(name == now.State && (name != journal.NotStarted || !snap.isBegun(stage)))
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
	since := widget.NewMutedParagraph(joined(lang.L("Since {{.Day}}", map[string]any{"Day": dates.Of(now.At)}), now.Reason))
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
			widget.NewText(dates.Moment(e.At), theme.ColorMuted, theme.SizeSmall)),
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
	line := widget.NewStack(2, widget.NewText(dates.Moment(e.at()), theme.ColorMuted, theme.SizeSmall),
		widget.NewParagraph(what))
	if note != "" {
		line.Add(widget.NewMutedParagraph(note))
	}
	return line
}
