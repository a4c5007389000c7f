package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/feeling"
	"mend/ui/theme"
	"mend/ui/widget"
)

// ratings is how it was before writing and how it is after, each in one of
// five words. Neither is ever asked for unless the person wants to be asked.
type ratings struct {
	OnChanged func()
	// OnAsk is told whether the person wants to be asked before writing.
	OnAsk func(bool)

	before, after           *scale
	askedBefore, askedAfter *scale // the same, each asked on its own
	ask                     *widget.Chip
	wish                    *fyne.Container // around ask
	content                 fyne.CanvasObject
}

func newRatings(focus focuser) *ratings {
	r := &ratings{}
	before := func(n int) { r.choose(n, r.after.value) }
	after := func(n int) { r.choose(r.before.value, n) }
	r.before, r.askedBefore = newScale(focus, before), newScale(focus, before)
	r.after, r.askedAfter = newScale(focus, after), newScale(focus, after)
	r.ask = widget.NewChip(lang.L("Ask me when I begin an entry"), nil)
	r.ask.OnTap = func() {
		r.SetAsk(!r.ask.Selected)
		r.OnAsk(r.ask.Selected)
	}
	r.wish = widget.NewFlow(theme.Space2, r.ask)
	line := func(title string, s *scale) fyne.CanvasObject {
		return widget.NewStack(theme.Space1, widget.NewText(title, theme.ColorMuted, theme.SizeSmall), s.chips)
	}
	r.content = widget.NewStack(theme.Space3, line(lang.L("Before writing it was"), r.before),
		line(lang.L("Now it is"), r.after), r.wish)
	return r
}

// Set shows the ratings of another entry.
func (r *ratings) Set(before, after int) {
	r.before.Set(before)
	r.askedBefore.Set(before)
	r.after.Set(after)
	r.askedAfter.Set(after)
}

// SetAsk shows whether the person wants to be asked.
func (r *ratings) SetAsk(on bool) {
	r.ask.SetSelected(on)
	r.wish.Refresh() // a marked chip is wider
}

func (r *ratings) choose(before, after int) {
	r.Set(before, after)
	r.OnChanged()
}

// Objects returns what stands in the strip: what was said, and after a word
// for before the way to the other.
func (r *ratings) Objects(open, askAfter func()) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if r.before.value > 0 {
		objects = append(objects, widget.NewChip(lang.L("Before: {{.Word}}", map[string]any{"Word": feeling.RatingWord(r.before.value)}), open))
	}
	switch {
	case r.after.value > 0:
		objects = append(objects, widget.NewChip(lang.L("After: {{.Word}}", map[string]any{"Word": feeling.RatingWord(r.after.value)}), open))
	case r.before.value > 0:
		objects = append(objects, widget.NewChip("+ "+lang.L("How is it now?"), askAfter))
	}
	return objects
}

// Given reports whether there is a rating.
func (r *ratings) Given() bool { return r.before.value+r.after.value > 0 }

// scale is a row of the five words, one of which may be chosen; a second tap
// takes it back.
type scale struct {
	value int // 1 to 5, 0 is none
	chips *fyne.Container
}

func newScale(focus focuser, choose func(n int)) *scale {
	s := &scale{chips: widget.NewFlow(theme.Space2)}
	for n := 1; n <= feeling.Strongest; n++ {
		chip := widget.NewChip(feeling.RatingWord(n), nil)
		chip.OnTap = func() {
			if n == s.value {
				choose(0)
				return
			}
			choose(n)
		}
		nothing := func() fyne.Focusable { return nil }
		chip.OnKey = feeling.Walker(focus, s.chips, chip, nothing, nothing)
		s.chips.Add(chip)
	}
	return s
}

// Set shows the value.
func (s *scale) Set(value int) {
	s.value = value
	for i, chip := range s.chips.Objects {
		chip.(*widget.Chip).SetSelected(i == value-1)
	}
	s.chips.Refresh() // a marked chip is wider
}
