package promises

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// promiseForm asks for a promise. Only its text is required.
type promiseForm struct {
	*form
	before journal.Promise // what is changed

	text, why, how    *widget.TextArea
	who               []*widget.Chip // in the order of journal.Parties
	cadence           *cadenceField
	from, due, review *dayField
	dueLabel          *widget.Text
}

// askPromise asks for a new promise, filled with a suggestion.
func (s *Screen) askPromise(idea journal.Suggestion) {
	s.newPromiseForm(lang.L("A new promise"), lang.L("Add the promise"), journal.Promise{
		Text: idea.Text, Who: cmp.Or(idea.Who, journal.ByMe), Every: idea.Every, How: idea.How, From: s.today(),
	}).Open()
}

// changePromise asks for another wording of a promise.
func (s *Screen) changePromise(p journal.Promise) {
	s.newPromiseForm(lang.L("Change the promise"), lang.L("Keep the change"), p).Open()
}

func (s *Screen) newPromiseForm(title, verb string, p journal.Promise) *promiseForm {
	f := &promiseForm{form: newForm(s, title, verb), before: p}
	f.text = widget.NewTextArea(lang.L("Small, and to be seen"), 2)
	f.why, f.how = widget.NewTextArea("", 2), widget.NewTextArea("", 2)
	f.text.SetText(p.Text)
	f.why.SetText(p.Why)
	f.how.SetText(p.How)
	f.from = newDayField(lang.L("First day"), p.From)
	f.due = newDayField("", p.Due)
	f.review = newDayField(lang.L("When will you look at it again?"), p.Review,
		offer{lang.L("In a week"), s.today().Plus(7)}, offer{lang.L("In two weeks"), s.today().Plus(14)},
		offer{lang.L("In four weeks"), s.today().Plus(28)})
	f.cadence = newCadenceField()
	f.cadence.set(p.Every)
	f.build()
	f.Missing = f.missing
	f.keeps(f.act, nil)
	return f
}

// build puts the questions one below the other.
func (f *promiseForm) build() {
	who := widget.NewFlow(theme.Space2)
	for i, party := range journal.Parties() {
		chip := widget.NewChip(whoWord(party), func() { f.setWho(i) })
		chip.SetSelected(party == f.before.Who)
		f.who = append(f.who, chip)
		who.Add(chip)
	}
	f.dueLabel = widget.NewHeading("", theme.SizeText)
	f.cadence.OnChanged = f.onCadence
	f.Content = widget.NewStack(theme.Space3,
		widget.NewLabelled(lang.L("What is promised?"), f.text),
		widget.NewLabelled(lang.L("Who promises it?"), who),
		widget.NewLabelled(lang.L("How will you know that it was kept?"), f.how),
		f.cadence.content, f.from.content,
		widget.NewStack(theme.Space1, f.dueLabel, f.due.Field),
		f.review.content,
		widget.NewLabelled(lang.L("Why does it matter?"), f.why),
		small(lang.L("All but the first may stay empty.")))
	f.Focus = f.text
	f.Inputs = []fyne.Disableable{f.text, f.why, f.how, f.from.Field, f.due.Field, f.review.Field}
	for _, area := range []*widget.TextArea{f.text, f.why, f.how} {
		area.SetOnEnter(f.Submit)
		area.OnChanged = func(string) { f.Unsay() }
	}
	for _, day := range []*dayField{f.from, f.due, f.review} {
		day.SetOnEnter(f.Submit)
		day.OnChanged = func(string) { f.Unsay() }
	}
	f.labelDue()
}

// small is a line that steps back.
func small(text string) fyne.CanvasObject {
	line := widget.NewMutedParagraph(text)
	line.TextSize = theme.SizeSmall
	return line
}

func (f *promiseForm) setWho(chosen int) {
	for i, chip := range f.who {
		chip.SetSelected(i == chosen)
	}
}

func (f *promiseForm) onCadence() {
	f.labelDue()
	f.Relayout()
}

// labelDue says what the due day means for how often the promise comes round.
func (f *promiseForm) labelDue() {
	label := lang.L("Until which day? Empty: it stays open")
	if f.cadence.chosen == once {
		label = lang.L("By which day? Empty: whenever it comes up")
	}
	f.dueLabel.SetText(label)
}

// missing says what keeps the promise from being kept, and where.
func (f *promiseForm) missing() (string, fyne.Focusable) {
	if text, at := needs(func() string { return f.text.Text }, f.text, lang.L("Write what is promised.")); text != "" {
		return text, at
	}
	if _, text, at := f.cadence.cadence(); text != "" {
		return text, at
	}
	for _, day := range []*dayField{f.from, f.due, f.review} {
		if _, ok := day.day(); !ok {
			return notADay(), day.Field
		}
	}
	if p := f.promise(); p.Due != "" && p.Due < p.From {
		return lang.L("The last day lies before the first."), f.due.Field
	}
	return "", nil
}

// promise returns what is filled in.
func (f *promiseForm) promise() journal.Promise {
	p := f.before
	p.Text, p.Why, p.How, p.Note = f.text.Text, f.why.Text, f.how.Text, ""
	for i, party := range journal.Parties() {
		if f.who[i].Selected {
			p.Who = party
		}
	}
	p.Every, _, _ = f.cadence.cadence()
	from, _ := f.from.day()
	p.From = cmp.Or(from, f.before.From)
	p.Due, _ = f.due.day()
	p.Review, _ = f.review.day()
	return p
}

// act keeps the promise, or its new wording.
func (f *promiseForm) act() write {
	p := f.promise()
	changes := !f.before.At.IsZero()
	return func(ctx context.Context, store Store) error {
		var err error
		if changes {
			_, err = store.UpdatePromise(ctx, p)
		} else {
			_, err = store.CreatePromise(ctx, p)
		}
		return err
	}
}
