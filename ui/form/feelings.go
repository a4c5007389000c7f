package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/feeling"
	"mend/ui/theme"
	"mend/ui/widget"
)

// felt answers with feelings, each with its strength.
type felt struct {
	form     *Form
	touched  func()
	list     []journal.Feeling
	name     *widget.Chip // opens the picker
	chips    *fyne.Container
	picker   *feeling.Picker
	from     string            // the feeling it was opened at; "" for a new one
	unfolded fyne.CanvasObject // the picker
	content  fyne.CanvasObject
}

func newFelt(f *Form, touched func()) *felt {
	t := &felt{form: f, touched: touched, chips: widget.NewFlow(theme.Space2)}
	t.name = widget.NewChip("+ "+lang.L("Name a feeling"), t.turn)
	t.picker = feeling.NewPicker(f.deps.Families, t)
	t.picker.SetVocabulary(f.words)
	t.picker.OnPick, t.picker.OnRate, t.picker.OnDrop = t.pick, t.rate, t.drop
	done := widget.NewQuietButton(lang.L("Done"), t.close)
	t.unfolded = widget.NewSurface(theme.ColorCard, widget.Inset(theme.Space3,
		widget.NewStack(theme.Space2, t.picker.Content, widget.NewQuietRow(done))))
	t.unfolded.Hide()
	t.content = inline(widget.NewStack(theme.Space2, t.chips, t.unfolded))
	return t
}

// Focus, Grown and Reveal implement feeling.Place.
func (t *felt) Focus(o fyne.Focusable) { t.form.deps.Focus(o) }

// Grown implements feeling.Place.
func (t *felt) Grown() { t.form.grown() }

// Reveal implements feeling.Place.
func (t *felt) Reveal(o fyne.CanvasObject) { t.form.reveal(o, 0, o.MinSize().Height) }

// turn opens the picker, or puts it away.
func (t *felt) turn() {
	if t.unfolded.Visible() {
		t.close()
		return
	}
	t.begin("")
	t.Focus(t.picker.Field)
}

func (t *felt) begin(from string) {
	t.from = from
	t.picker.Begin(t.list)
	t.unfolded.Show()
	t.form.OnWords()
	t.form.grown()
}

// close puts the picker away, and goes back to where it was opened.
func (t *felt) close() {
	t.unfolded.Hide()
	t.form.grown()
	t.Focus(t.opener())
}

// opener returns what the picker was opened by, or what adds a feeling where
// that is gone.
func (t *felt) opener() fyne.Focusable {
	if i := t.index(t.from); i >= 0 {
		return t.chips.Objects[i].(fyne.Focusable)
	}
	return t.name
}

func (t *felt) opened() fyne.CanvasObject { return t.unfolded }

func (t *felt) index(word string) int {
	return slices.IndexFunc(t.list, func(one journal.Feeling) bool { return one.Word == word })
}

// pick adds a feeling, or takes up one that is there.
func (t *felt) pick(word string) {
	one := journal.Feeling{Word: word, Intensity: feeling.Medium}
	i := t.index(word)
	switch {
	case i >= 0:
		t.picker.Rate(t.list[i])
	case one.Check() == nil && len(t.list) < journal.MaxTags:
		t.list = append(slices.Clone(t.list), one)
		t.changed()
		t.picker.Rate(one)
	}
}

func (t *felt) rate(word string, intensity int) {
	if i := t.index(word); i >= 0 {
		t.list = slices.Clone(t.list)
		t.list[i].Intensity = intensity
		t.changed()
	}
}

func (t *felt) drop(word string) {
	if i := t.index(word); i >= 0 {
		t.list = slices.Delete(slices.Clone(t.list), i, i+1)
		t.changed()
	}
}

func (t *felt) changed() {
	t.picker.Named(t.list)
	t.show()
	t.touched()
	t.form.grown()
}

func (t *felt) renamed(from, to string) {
	if t.index(from) < 0 {
		return
	}
	t.list = journal.RenameFeeling(t.list, from, to)
	t.picker.Named(t.list)
	t.show()
	t.form.grown()
}

// show lists the feelings, and what adds one.
func (t *felt) show() {
	t.chips.Objects = nil
	for _, one := range t.list {
		chip := widget.NewRemovableChip(one.Word+" · "+feeling.IntensityWord(one.Intensity),
			func() { t.open(one) }, func() { t.drop(one.Word); t.Focus(t.name) })
		chip.Level = one.Intensity
		t.chips.Objects = append(t.chips.Objects, chip)
	}
	t.chips.Objects = append(t.chips.Objects, t.name)
	t.chips.Refresh()
}

// open asks how strong a feeling was.
func (t *felt) open(one journal.Feeling) {
	t.begin(one.Word)
	t.picker.Rate(one)
}

func (t *felt) object() fyne.CanvasObject { return t.content }
func (t *felt) first() fyne.Focusable     { return t.name }
func (t *felt) value() string             { return journal.FeelingLines(t.list) }

func (t *felt) set(value string) {
	t.list, _ = journal.ParseFeelingLines(value) // what can't be read stays as it is until it is changed
	t.show()
}
