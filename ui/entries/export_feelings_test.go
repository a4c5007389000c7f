package entries

import (
	"fyne.io/fyne/v2"

	"mend/ui/widget"
)

// Parts of the feelings drawer.
func (s *Screen) FeltIn() *widget.TextArea { return s.paper.strip.feelings.feltIn.area }
func (s *Screen) Need() *widget.TextArea   { return s.paper.strip.feelings.need.area }
func (s *Screen) NewName() *widget.Field   { return s.paper.strip.feelings.book.field }
func (s *Screen) Rename() *widget.Button   { return s.paper.strip.feelings.book.rename }
func (s *Screen) HideWord() *widget.Button { return s.paper.strip.feelings.book.hide }
func (s *Screen) AskBefore() *widget.Chip  { return s.paper.strip.feelings.ratings.ask }
func (s *Screen) WordTold() string         { return s.paper.strip.feelings.book.told.Text }
func (s *Screen) DrawerTitle() string      { return s.paper.drawer.title.Text }
func (s *Screen) OfferedAs() string        { return s.paper.strip.feelings.picker.About.Text }

// Offered returns the labels of the words that are offered.
func (s *Screen) Offered() []string { return labels(s.paper.strip.feelings.picker.Words) }

// BookWords returns the labels of the words among which one can be changed.
func (s *Screen) BookWords() []string { return labels(s.paper.strip.feelings.book.words) }

// BookWord and BookGroup return chips of the words' own place.
func (s *Screen) BookWord(text string) *widget.Chip {
	return chipIn(text, s.paper.strip.feelings.book.words)
}
func (s *Screen) BookGroup(text string) *widget.Chip {
	return chipIn(text, s.paper.strip.feelings.book.groups)
}

// Before, After, AskedBefore and AskedAfter return a word to tap.
func (s *Screen) Before(word string) *widget.Chip {
	return chipIn(word, s.paper.strip.feelings.ratings.before.chips)
}
func (s *Screen) After(word string) *widget.Chip {
	return chipIn(word, s.paper.strip.feelings.ratings.after.chips)
}
func (s *Screen) AskedBefore(word string) *widget.Chip {
	return chipIn(word, s.paper.strip.feelings.ratings.askedBefore.chips)
}
func (s *Screen) AskedAfter(word string) *widget.Chip {
	return chipIn(word, s.paper.strip.feelings.ratings.askedAfter.chips)
}

func labels(chips *fyne.Container) []string {
	var all []string
	for _, o := range chips.Objects {
		all = append(all, o.(*widget.Chip).Text)
	}
	return all
}

func chipIn(text string, chips *fyne.Container) *widget.Chip {
	for _, o := range chips.Objects {
		if chip := o.(*widget.Chip); chip.Text == text {
			return chip
		}
	}
	return nil
}
