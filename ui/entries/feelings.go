package entries

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/widget"
)

// medium is the intensity a feeling has until the person says otherwise.
const medium = 3

// feelings shows what was felt, each with its strength, and opens the picker.
type feelings struct {
	OnChanged func()
	// OnGrown is told when the feelings take more or less room.
	OnGrown func()

	list   []journal.Feeling
	button *widget.Chip
	picker *picker
	drawer *drawer
}

func newFeelings(families []journal.FeelingFamily, d *drawer) *feelings {
	f := &feelings{drawer: d}
	f.button = widget.NewChip("+ "+lang.L("Name a feeling"), func() { f.open("") })
	f.picker = newPicker(families, d)
	f.picker.OnPick = f.pick
	f.picker.OnRate = f.rate
	f.picker.OnDrop = f.remove
	return f
}

// Set shows the feelings of another entry.
func (f *feelings) Set(list []journal.Feeling) { f.list = slices.Clone(list) }

// Objects returns what stands in the strip.
func (f *feelings) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, one := range f.list {
		text := joinMarks(one.Word, intensityWord(one.Intensity))
		objects = append(objects, widget.NewRemovableChip(text,
			func() { f.open(one.Word) }, func() { f.remove(one.Word); f.drawer.focus(f.button) }))
	}
	return append(objects, f.button)
}

// open opens the picker, at the feeling word if there is one.
func (f *feelings) open(word string) {
	f.picker.Begin(f.list)
	if i := f.index(word); i >= 0 {
		f.drawer.Show(lang.L("How did it feel?"), f.picker.content)
		f.picker.Rate(f.list[i])
		return
	}
	f.drawer.Open(lang.L("How did it feel?"), f.picker.content, f.picker.field)
}

func (f *feelings) index(word string) int {
	return slices.IndexFunc(f.list, func(one journal.Feeling) bool { return one.Word == word })
}

// pick adds a feeling, or takes up one that is there.
func (f *feelings) pick(word string) {
	one := journal.Feeling{Word: word, Intensity: medium}
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

func (f *feelings) rate(word string, intensity int) {
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
	f.OnChanged()
	f.OnGrown()
}
