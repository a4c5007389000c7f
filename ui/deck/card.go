package deck

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/theme"
	"mend/ui/widget"
)

// card is the question that shows, large, and what can be done with it.
type card struct {
	content         fyne.CanvasObject
	depth, question *widget.Paragraph
	noted           *widget.Paragraph
	next, previous  *widget.Button
	favourite       *widget.Chip
	asked           *widget.Chip
	write           *widget.Button
}

func (s *Screen) newCard() *card {
	c := &card{depth: widget.NewMutedParagraph(""), question: widget.NewParagraph(""), noted: widget.NewMutedParagraph("")}
	c.depth.TextSize, c.noted.TextSize, c.question.TextSize = theme.SizeSmall, theme.SizeSmall, theme.SizeTitle
	c.previous = widget.NewButton(lang.L("Previous"), func() { s.walk(-1) })
	c.next = widget.NewPrimaryButton(lang.L("Next"), func() { s.walk(1) })
	c.favourite = widget.NewChip(lang.L("Favourite"), s.favour)
	c.asked = widget.NewChip(lang.L("Asked today"), s.ask)
	c.write = widget.NewQuietButton(lang.L("Write about it"), func() {
		if q := s.question(); q.ID != "" {
			s.deps.OnWrite(q.Text)
		}
	})
	keys := widget.NewMutedParagraph(lang.L("Left and Right turn the cards. F marks a favourite, A what you asked today, Ctrl+Z takes a mark back."))
	keys.TextSize = theme.SizeSmall
	face := widget.NewStack(theme.Space4, c.depth, c.question, c.noted)
	c.content = widget.NewStack(theme.Space4,
		widget.NewSurface(theme.ColorCard, container.New(faceLayout{}, widget.Inset(theme.Space8, face))),
		widget.NewFlow(theme.Space2, c.favourite, c.asked),
		widget.NewFlow(theme.Space2, c.previous, c.next, c.write), keys)
	return c
}

// faceLayout keeps a card from being lower than most questions need, so that
// what is below it stays where it is.
type faceLayout struct{}

const faceHeight float32 = 220

// Layout implements fyne.Layout.
func (faceLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// MinSize implements fyne.Layout.
func (faceLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	least.Height = max(least.Height, faceHeight)
	return least
}

// show shows the question of s that is up.
func (c *card) show(s *Screen) {
	q, mark := s.question(), s.mark()
	c.depth.SetText(depthWord(q.Depth))
	c.question.SetText(q.Text)
	if q.ID == "" {
		c.question.SetText(s.whyNone())
	}
	c.noted.SetText(askedWord(mark))
	c.noted.Hidden = c.noted.Text == ""
	c.favourite.SetSelected(mark.Favourite)
	c.asked.SetSelected(mark.Asked != "" && mark.Asked == journal.DayOf(s.deps.Now()))
	for _, control := range []fyne.Disableable{c.previous, c.next, c.favourite, c.asked, c.write} {
		if q.ID == "" {
			control.Disable()
		} else {
			control.Enable()
		}
	}
}

// whyNone says why no question shows, and what to do.
func (s *Screen) whyNone() string {
	switch {
	case s.filter.favourites && !s.filter.unasked && s.filter.depth == "":
		return lang.L("No question is marked as a favourite yet.")
	case s.filter == filter{unasked: true}:
		return lang.L("You asked all of them. They can be asked again.")
	}
	return lang.L("No question fits this choice. Take a part of it away.")
}

func depthWord(d journal.Depth) string {
	switch d {
	case journal.ThisOrThat:
		return lang.L("This or that")
	case journal.GetToKnow:
		return lang.L("Getting to know")
	case journal.Deep:
		return lang.L("Deep")
	}
	return ""
}

// askedWord says when a question was asked last.
func askedWord(m journal.QuestionMark) string {
	if m.Asked == "" {
		return ""
	}
	return lang.L("Asked on {{.Day}}", map[string]any{"Day": dates.Day(m.Asked)})
}
