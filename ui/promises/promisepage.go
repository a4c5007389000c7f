package promises

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// promisePage builds what is shown of a promise, from top to bottom.
func (s *Screen) promisePage(log journal.PromiseLog) func() []fyne.CanvasObject {
	return func() []fyne.CanvasObject {
		p := log.Current()
		parts := []fyne.CanvasObject{
			widget.NewQuietRow(s.page.named("back", widget.NewQuietButton(s.backWord(), s.back))),
			s.promiseHead(log), s.promiseActs(p),
		}
		parts = append(parts, s.linked()...)
		parts = append(parts, seenList(log)...)
		return append(parts, section(lang.L("How it was worded"), wordingList(log)),
			widget.NewQuietRow(s.page.named("delete", widget.NewQuietButton(lang.L("Delete for ever"), func() { s.deletePromise(p) }))))
	}
}

// backWord names the view that a page was opened from.
func (s *Screen) backWord() string {
	switch s.tab {
	case goalsTab:
		return lang.L("All goals")
	case timelineTab:
		return lang.L("Back to the timeline")
	}
	return lang.L("All promises")
}

func (s *Screen) promiseHead(log journal.PromiseLog) fyne.CanvasObject {
	p := log.Current()
	text := widget.NewParagraph(p.Text)
	text.TextSize, text.Bold = theme.SizeHeading, true
	head := widget.NewStack(theme.Space3, text, widget.NewMutedParagraph(joined(madeWord(p), nextWord(log, s.today()))))
	if review := reviewWord(log, s.today()); review != "" {
		head.Add(widget.NewMutedParagraph(review))
	}
	if hasEnded(p, s.today()) && p.Note != "" {
		head.Add(widget.NewParagraph(p.Note))
	}
	facts := slices.Concat(fact(lang.L("How you will know that it was kept"), p.How), fact(lang.L("Why it matters"), p.Why),
		fact(lang.L("First day"), dates.Day(p.From)))
	if p.Due != "" && p.Every != journal.Once {
		facts = append(facts, fact(lang.L("Last day"), dates.Day(p.Due))...)
	}
	for _, f := range facts {
		head.Add(f)
	}
	return head
}

// promiseActs offers what can be done with a promise.
func (s *Screen) promiseActs(p journal.Promise) fyne.CanvasObject {
	acts := widget.NewFlow(theme.Space2,
		s.page.named("change", widget.NewButton(lang.L("Change"), func() { s.changePromise(p) })),
		s.page.named("write", widget.NewButton(lang.L("Write about this"), func() { s.deps.OnWrite(p.ID, p.Text) })))
	if p.Ended == "" {
		acts.Add(s.page.named("end", widget.NewButton(lang.L("End it"), func() { s.endPromise(p) })))
	} else {
		acts.Add(s.page.named("end", widget.NewButton(lang.L("Take it up again"), func() { s.reopenPromise(p) })))
	}
	return acts
}

// endPromise asks for a line, and lets the promise hold no longer from today.
func (s *Screen) endPromise(p journal.Promise) {
	dialogs.AskText(s.deps.Window, dialogs.TextQuestion{
		Title: lang.L("End this promise"),
		Text:  lang.L("From today it is not due any more. What was noted stays. A line about why, if you like."),
		Verb:  lang.L("End it"), Lines: 3,
	}, func(line string) {
		p.Ended, p.Note = s.today(), line
		if p.Ended < p.From {
			p.Ended = p.From
		}
		s.reword(p)
	})
}

func (s *Screen) reopenPromise(p journal.Promise) {
	p.Ended, p.Note = "", ""
	s.reword(p)
}

// reword keeps a wording; the earlier ones stay.
func (s *Screen) reword(p journal.Promise) {
	s.change(func(ctx context.Context, store Store) error {
		_, err := store.UpdatePromise(ctx, p)
		return err
	})
}

func (s *Screen) deletePromise(p journal.Promise) {
	dialogs.Confirm(s.deps.Window, dialogs.Question{
		Title: lang.L("Delete this promise for ever?"),
		Text: lang.L("{{.Promise}}\n\nWhat was noted for its days and its earlier wordings go too. Entries about it stay. This can't be undone.",
			map[string]any{"Promise": shorten(p.Text)}),
		Verb: lang.L("Delete for ever"),
	}, func() {
		id := p.ID
		s.change(func(ctx context.Context, store Store) error { return store.DeletePromise(ctx, id) })
		s.back()
	})
}

const namedRunes = 80 // of a text that is named in a question

// shorten returns a text in one line, or its beginning.
func shorten(text string) string {
	runes := []rune(oneLine(text))
	if len(runes) <= namedRunes {
		return string(runes)
	}
	return string(runes[:namedRunes-1]) + "…"
}

// linked lists the entries about the promise.
func (s *Screen) linked() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, e := range s.snap.entries {
		line := entryWord(e)
		rows = append(rows, s.page.named("entry "+e.ID.String(), widget.NewPressable(line, widget.NewStack(2,
			widget.NewText(line, theme.ColorInk, theme.SizeText),
			widget.NewText(dates.Day(journal.DayOf(e.At)), theme.ColorMuted, theme.SizeSmall)),
			func() { s.deps.OnOpenEntry(e.ID) })))
	}
	if rows == nil {
		return nil
	}
	return []fyne.CanvasObject{section(lang.L("What you wrote about it"), pressables(rows...))}
}

// entryWord names an entry by its title, or how it begins.
func entryWord(e journal.EntrySummary) string {
	switch {
	case e.Title != "":
		return e.Title
	case e.FirstLine != "":
		return e.FirstLine
	case e.Sealed:
		return lang.L("A sealed letter")
	}
	return lang.L("Without words")
}

// seenDays is how many observations a page lists; the grid has them all.
const seenDays = 60

// seenList lists what was seen, the newest day first.
func seenList(log journal.PromiseLog) []fyne.CanvasObject {
	seen := log.Observed()
	slices.Reverse(seen)
	if len(seen) == 0 {
		return nil
	}
	list := widget.NewStack(theme.Space2)
	for _, o := range seen[:min(len(seen), seenDays)] {
		words := widget.NewStack(2, widget.NewParagraph(joined(resultWord(o.Result), dueWord(o.Day))))
		if o.Note != "" {
			words.Add(widget.NewMutedParagraph(o.Note))
		}
		shape := widget.NewStack(0, widget.InsetXY(0, theme.Space1, newSample(mark(o.Result))))
		list.Add(container.NewBorder(nil, nil, shape, nil, words))
	}
	if len(seen) > seenDays {
		list.Add(small(lang.L("Earlier days are in the grid.")))
	}
	return []fyne.CanvasObject{section(lang.L("What was seen"), list)}
}

// wordingList lists how a promise was worded, the newest first.
func wordingList(log journal.PromiseLog) fyne.CanvasObject {
	list := widget.NewStack(theme.Space3)
	for i, p := range slices.Backward(log.Wordings) {
		what := p.Text
		switch {
		case i > 0 && p.Ended != log.Wordings[i-1].Ended && p.Ended != "":
			what = lang.L("Ended on {{.Day}}", dayData(p.Ended))
		case i > 0 && p.Ended != log.Wordings[i-1].Ended:
			what = lang.L("Taken up again")
		}
		line := dated(dates.Day(journal.DayOf(p.At)), what, p.Note)
		if what == p.Text {
			line.Add(small(joined(madeWord(p), p.How)))
		}
		list.Add(line)
	}
	return list
}
