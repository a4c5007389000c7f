package promises

import (
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

// goalPage builds what is shown of a goal, from top to bottom.
func (s *Screen) goalPage(log journal.GoalLog) func() []fyne.CanvasObject {
	return func() []fyne.CanvasObject {
		g := log.Current()
		text := widget.NewParagraph(g.Text)
		text.TextSize, text.Bold = theme.SizeHeading, true
		head := widget.NewStack(theme.Space3, text, widget.NewMutedParagraph(joined(termWord(g.Term), standsWord(g))))
		for _, f := range fact(lang.L("Done when"), g.DoneWhen) {
			head.Add(f)
		}
		return []fyne.CanvasObject{
			widget.NewQuietRow(s.page.named("back", widget.NewQuietButton(s.backWord(), s.back))),
			head, s.goalActs(g), section(lang.L("History"), goalHistory(log)),
			widget.NewQuietRow(s.page.named("delete", widget.NewQuietButton(lang.L("Delete for ever"), func() { s.deleteGoal(g) }))),
		}
	}
}

// goalActs offers what can be done with a goal.
func (s *Screen) goalActs(g journal.Goal) fyne.CanvasObject {
	acts := widget.NewFlow(theme.Space2, s.page.named("change", widget.NewButton(lang.L("Change"), func() { s.askGoal(g) })))
	set := func(name, label string, reached, dropped journal.Day) {
		acts.Add(s.page.named(name, widget.NewButton(label, func() {
			g.Reached, g.Dropped = reached, dropped
			s.change(func(ctx context.Context, store Store) error {
				_, err := store.UpdateGoal(ctx, g)
				return err
			})
		})))
	}
	if isAhead(g) {
		set("reached", lang.L("Reached"), s.today(), "")
		set("dropped", lang.L("Set aside"), "", s.today())
	} else {
		set("again", lang.L("Take it up again"), "", "")
	}
	return acts
}

// goalHistory lists what happened to a goal, the newest first.
func goalHistory(log journal.GoalLog) fyne.CanvasObject {
	list := widget.NewStack(theme.Space3)
	for i, g := range slices.Backward(log.Wordings) {
		what := g.Text
		if i > 0 {
			what = goalChange(log.Wordings[i-1], g)
		}
		line := dated(dates.Day(journal.DayOf(g.At)), what, "")
		if what == g.Text && g.DoneWhen != "" {
			line.Add(small(g.DoneWhen))
		}
		list.Add(line)
	}
	return list
}

// goalChange says what a new wording did.
func goalChange(before, now journal.Goal) string {
	switch {
	case before.Reached == now.Reached && before.Dropped == now.Dropped:
		return now.Text
	case now.Reached != "" || now.Dropped != "":
		return standsWord(now)
	}
	return lang.L("Taken up again")
}

func (s *Screen) deleteGoal(g journal.Goal) {
	dialogs.Confirm(s.deps.Window, dialogs.Question{
		Title: lang.L("Delete this goal for ever?"),
		Text: lang.L("{{.Goal}}\n\nIts earlier wordings go too. This can't be undone.",
			map[string]any{"Goal": shorten(g.Text)}),
		Verb: lang.L("Delete for ever"),
	}, func() {
		id := g.ID
		s.change(func(ctx context.Context, store Store) error { return store.DeleteGoal(ctx, id) })
		s.back()
	})
}

// askGoal asks for a new goal, or for another wording of one.
func (s *Screen) askGoal(g journal.Goal) {
	title, verb := lang.L("A new goal"), lang.L("Add the goal")
	if !g.At.IsZero() {
		title, verb = lang.L("Change the goal"), lang.L("Keep the change")
	}
	f := newForm(s, title, verb)
	text, done := widget.NewTextArea("", 2), widget.NewTextArea("", 2)
	text.SetText(g.Text)
	done.SetText(g.DoneWhen)
	due := newDayField(lang.L("By when? It may stay empty"), g.Due)
	var options []widget.Option
	for _, term := range journal.Terms() {
		options = append(options, widget.Option{Label: termWord(term)})
	}
	term := widget.NewChoices(options, nil)
	term.Select(slices.Index(journal.Terms(), g.Term))
	for _, area := range []*widget.TextArea{text, done} {
		area.SetOnEnter(f.Submit)
		area.OnChanged = func(string) { f.Unsay() }
	}
	due.SetOnEnter(f.Submit)
	due.OnChanged = func(string) { f.Unsay() }
	f.Content = widget.NewStack(theme.Space3, widget.NewLabelled(lang.L("What do you want to reach?"), text), widget.InsetXY(-theme.Space2, 0, term),
		widget.NewLabelled(lang.L("It is done when"), done), due.content)
	f.Focus, f.Inputs = text, []fyne.Disableable{text, done, due.Field}
	f.Missing = func() (string, fyne.Focusable) {
		if _, ok := due.day(); !ok {
			return notADay(), due.Field
		}
		return needs(func() string { return text.Text }, text, lang.L("Write what you want to reach."))
	}
	f.keeps(func() write {
		kept := g
		kept.Text, kept.DoneWhen, kept.Term = text.Text, done.Text, journal.Terms()[term.Selected]
		kept.Due, _ = due.day()
		return func(ctx context.Context, store Store) error { return keepGoal(ctx, store, kept) }
	}, nil)
	f.Open()
}

// keepGoal keeps a goal, or its new wording.
func keepGoal(ctx context.Context, store Store, g journal.Goal) error {
	var err error
	if g.At.IsZero() {
		_, err = store.CreateGoal(ctx, g)
	} else {
		_, err = store.UpdateGoal(ctx, g)
	}
	return err
}
