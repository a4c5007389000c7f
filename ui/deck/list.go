package deck

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// filterChips choose what is shown.
type filterChips struct {
	depths              map[journal.Depth]*widget.Chip
	favourites, unasked *widget.Chip
}

func (s *Screen) newChips() fyne.CanvasObject {
	s.chips.depths = make(map[journal.Depth]*widget.Chip)
	flow := widget.NewFlow(theme.Space2)
	for _, depth := range append([]journal.Depth{""}, journal.Depths()...) {
		word := depthWord(depth)
		if depth == "" {
			word = lang.L("Any depth")
		}
		chip := widget.NewChip(word, func() { s.choose(func(f *filter) { f.depth = depth }) })
		s.chips.depths[depth] = chip
		flow.Add(chip)
	}
	s.chips.favourites = widget.NewChip(lang.L("Favourites only"), func() { s.choose(func(f *filter) { f.favourites = !f.favourites }) })
	s.chips.unasked = widget.NewChip(lang.L("Not asked yet"), func() { s.choose(func(f *filter) { f.unasked = !f.unasked }) })
	flow.Add(s.chips.favourites)
	flow.Add(s.chips.unasked)
	return flow
}

// choose changes the filter and deals anew.
func (s *Screen) choose(change func(*filter)) {
	change(&s.filter)
	s.deal()
}

func (c filterChips) show(f filter) {
	for depth, chip := range c.depths {
		chip.SetSelected(depth == f.depth)
	}
	c.favourites.SetSelected(f.favourites)
	c.unasked.SetSelected(f.unasked)
}

func (s *Screen) newList() *widget.List {
	list := widget.NewList(func() int { return len(s.hand) }, func() fyne.CanvasObject {
		return widget.InsetXY(theme.Space4, theme.Space2, widget.NewStack(2,
			widget.NewText("X", theme.ColorInk, theme.SizeText), widget.NewText("X", theme.ColorMuted, theme.SizeSmall)))
	}, func(i int, o fyne.CanvasObject) {
		q, lines := s.hand[i], o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
		lines[0].(*widget.Text).SetText(q.Text)
		lines[1].(*widget.Text).SetText(noted(depthWord(q.Depth), s.marks[q.ID]))
	})
	list.OnSelect = func(i int) {
		s.at = i
		s.card.show(s)
	}
	list.OnOpen = func(i int) {
		s.at = i
		s.turn()
	}
	return list
}

// noted says in a line what there is to know of a question.
func noted(depth string, m journal.QuestionMark) string {
	words := []string{depth}
	if m.Favourite {
		words = append(words, lang.L("Favourite"))
	}
	if m.Asked != "" {
		words = append(words, askedWord(m))
	}
	return strings.Join(words, "  ·  ")
}
