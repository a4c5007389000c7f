package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/feeling"
	"mend/ui/widget"
)

// What opens in the drawer for the feelings: the picker with what stands beside
// it, the words' own place, and the two questions.

// open opens the picker, at the feeling word if there is one.
func (f *feelings) open(word string) {
	i := f.index(word)
	if i < 0 {
		f.openAt(f.picker.Field)
		return
	}
	f.begin()
	f.drawer.Show(lang.L("How did it feel?"), f.content)
	f.picker.Rate(f.list[i])
}

// openAt opens the drawer at one of its parts.
func (f *feelings) openAt(first fyne.Focusable) {
	f.begin()
	f.drawer.Open(lang.L("How did it feel?"), f.content, first)
}

func (f *feelings) begin() {
	f.foldRatings()
	f.picker.Begin(f.list)
	f.OnOpened()
}

// back leads from the words to the picker again.
func (f *feelings) back() { f.open("") }

func (f *feelings) openBook() {
	f.OnOpened()
	f.book.Open()
}

func (f *feelings) openRatings() {
	if !f.drawer.Holds(f.content) {
		f.begin()
		f.drawer.Show(lang.L("How did it feel?"), f.content)
	}
	f.showRatings(true)
	f.drawer.changed()
	first := f.ratings.after
	if f.ratings.before.value == 0 {
		first = f.ratings.before
	}
	f.drawer.focus(feeling.ChipAt(first.chips, max(first.value-1, 0)))
	f.drawer.Reveal(f.ratings.content)
}

// foldRatings leaves the ratings in view only if there are some or they are
// asked for.
func (f *feelings) foldRatings() { f.showRatings(f.ratings.Given() || f.ratings.ask.Selected) }

func (f *feelings) showRatings(on bool) {
	widget.Show(f.ratings.content, on)
	widget.Show(f.rate, !on)
}

// AskBefore asks how it is before writing, if the person wants that. The focus
// stays in the text.
func (f *feelings) AskBefore() {
	if !f.facts && f.ratings.ask.Selected && f.ratings.before.value == 0 {
		f.drawer.Ask(lang.L("Before you write: how is it?"), f.ratings.askedBefore.chips)
	}
}

// askAfter asks how it is now.
func (f *feelings) askAfter() {
	f.drawer.Ask(lang.L("How is it now?"), f.ratings.askedAfter.chips)
	f.drawer.focus(feeling.ChipAt(f.ratings.askedAfter.chips, 0))
}

// Written puts the question before writing away: to write is an answer too.
func (f *feelings) Written() {
	if f.drawer.Holds(f.ratings.askedBefore.chips) {
		f.drawer.Forget()
	}
}

// onRated closes a question that was asked on its own.
func (f *feelings) onRated() {
	if f.drawer.Holds(f.ratings.askedBefore.chips) || f.drawer.Holds(f.ratings.askedAfter.chips) {
		f.drawer.Close()
	}
	f.changed()
}
