package entries

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/feeling"
	"mend/ui/theme"
	"mend/ui/widget"
)

// feelings shows what was felt, each with its strength, and what stands beside
// it; and opens the drawer where it is named.
type feelings struct {
	OnChanged func()
	// OnGrown is told when the feelings take more or less room.
	OnGrown func()
	// OnOpened is told when the person begins to choose words, so that those
	// there are can be read again.
	OnOpened func()
	// OnAsk is told whether the person wants to be asked before writing.
	OnAsk func(bool)

	list    []journal.Feeling
	facts   bool // the person keeps to plain facts: nothing is asked
	page    bool // the entry is a guided page, whose fields are its own
	button  *widget.Chip
	picker  *feeling.Picker
	feltIn  *aside
	need    *aside
	ratings *ratings
	rate    *widget.Chip // unfolds the ratings
	book    *wordbook
	more    *fyne.Container // what unfolds the rest
	content fyne.CanvasObject
	drawer  *drawer
}

func newFeelings(families []journal.FeelingFamily, d *drawer) *feelings {
	f := &feelings{drawer: d}
	f.button = widget.NewChip("+ "+lang.L("Name a feeling"), func() { f.open("") })
	f.picker = feeling.NewPicker(families, d)
	f.feltIn = newAside(journal.FieldFeltIn, lang.L("Felt in"), lang.L("Where do you feel it?"), d.focus)
	f.need = newAside(journal.FieldNeed, lang.L("Need"), lang.L("What do you need?"), d.focus)
	f.ratings = newRatings(d.focus)
	f.rate = widget.NewChip("+ "+lang.L("Before and after"), f.openRatings)
	f.book = newWordbook(families, d, f.back)
	f.wire()
	words := widget.NewChip(lang.L("Your words…"), f.openBook)
	f.more = widget.NewFlow(theme.Space2, f.feltIn.unfold, f.need.unfold, f.rate, words)
	f.content = widget.NewStack(theme.Space3, f.picker.Content, widget.NewLine(),
		f.feltIn.unfolded, f.need.unfolded, f.ratings.content, f.more)
	return f
}

func (f *feelings) wire() {
	f.picker.OnPick, f.picker.OnRate, f.picker.OnDrop = f.pick, f.setIntensity, f.remove
	for _, a := range []*aside{f.feltIn, f.need} {
		a.OnChanged = f.changed
		a.OnGrown = f.drawer.changed
	}
	f.ratings.OnChanged = f.onRated
	f.ratings.OnAsk = func(on bool) {
		f.drawer.changed() // a marked chip is wider
		f.OnAsk(on)
	}
}

// Set shows the feelings of another entry.
func (f *feelings) Set(e journal.Entry) {
	f.list, f.page = slices.Clone(e.Feelings), e.Page != ""
	f.feltIn.Set(e.Fields)
	f.need.Set(e.Fields)
	f.ratings.Set(e.Before, e.After)
	f.foldRatings()
	if f.page {
		for _, a := range []*aside{f.feltIn, f.need} {
			widget.Show(a.unfold, false)
			widget.Show(a.unfolded, false)
		}
	}
}

// Get puts the feelings and what stands beside them into e.
func (f *feelings) Get(e *journal.Entry) {
	e.Feelings, e.Before, e.After = f.list, f.ratings.before.value, f.ratings.after.value
	if f.page {
		return
	}
	fields := maps.Clone(e.Fields)
	if fields == nil {
		fields = make(map[string]string)
	}
	f.feltIn.Get(fields)
	f.need.Get(fields)
	if e.Fields = fields; len(fields) == 0 {
		e.Fields = nil
	}
}

// SetWords gives the words there are, and whether the person wants to be asked
// before writing.
func (f *feelings) SetWords(v feeling.Vocabulary, ask bool) {
	f.picker.SetVocabulary(v)
	f.book.SetVocabulary(v)
	f.ratings.SetAsk(ask)
}

// Renamed shows a word under its new name, and reports whether it is named
// here.
func (f *feelings) Renamed(from, to string) bool {
	f.book.Renamed(from, to)
	if f.index(from) < 0 {
		return false
	}
	f.list = journal.RenameFeeling(f.list, from, to)
	f.picker.Named(f.list)
	f.OnGrown()
	return true
}

// Objects returns what stands in the strip.
func (f *feelings) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, one := range f.list {
		chip := widget.NewRemovableChip(joinMarks(one.Word, feeling.IntensityWord(one.Intensity)),
			func() { f.open(one.Word) }, func() { f.remove(one.Word); f.drawer.focus(f.button) })
		chip.Level = one.Intensity
		objects = append(objects, chip)
	}
	objects = append(objects, f.button)
	if !f.page {
		objects = append(objects, f.feltIn.Objects(func() { f.openAt(f.feltIn.area) })...)
		objects = append(objects, f.need.Objects(func() { f.openAt(f.need.area) })...)
	}
	return append(objects, f.ratings.Objects(f.openRatings, f.askAfter)...)
}

func (f *feelings) index(word string) int {
	return slices.IndexFunc(f.list, func(one journal.Feeling) bool { return one.Word == word })
}

// pick adds a feeling, or takes up one that is there.
func (f *feelings) pick(word string) {
	one := journal.Feeling{Word: word, Intensity: feeling.Medium}
	if i := f.index(word); i >= 0 {
		f.picker.Rate(f.list[i])
		return
	}
	if one.Check() != nil || len(f.list) >= journal.MaxTags {
		return
	}
	f.list = append(slices.Clone(f.list), one)
	f.show()
	f.picker.Rate(one)
}

func (f *feelings) setIntensity(word string, intensity int) {
	if i := f.index(word); i >= 0 {
		f.list = slices.Clone(f.list)
		f.list[i].Intensity = intensity
		f.show()
	}
}

func (f *feelings) remove(word string) {
	if i := f.index(word); i >= 0 {
		f.list = slices.Delete(slices.Clone(f.list), i, i+1)
		f.show()
	}
}

func (f *feelings) show() {
	f.picker.Named(f.list)
	f.changed()
}

func (f *feelings) changed() {
	f.OnChanged()
	f.OnGrown()
}
