// Package deck is the screen of the questions that two people can ask each
// other: one card at a time, from light to deep, or all of them in a list. What
// is marked as a favourite or as asked is kept at once.
package deck

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Deps is what the screen needs.
type Deps struct {
	Window    fyne.Window
	Tasks     *tasks.Runner
	Store     Store
	Questions []journal.Question // from light to deep
	Now       func() time.Time
	Seed      uint64 // the same one shuffles in the same way
	// Folded reports whether questions for two are folded away. Nil: they are
	// not.
	Folded func() bool
	// OnWrite is called to begin an entry about a question.
	OnWrite func(question string)
	OnBack  func()        // to where the person came from
	Back    func() string // says where that is
}

// Store is what the screen reads and writes.
type Store interface {
	GetOwn(context.Context) (journal.Own, error)
	MarkQuestion(context.Context, journal.QuestionMark) (journal.QuestionMark, error)
}

// Screen is the screen of the deck.
type Screen struct {
	deps   Deps
	marks  map[string]journal.QuestionMark
	past   []journal.QuestionMark // as they were before the last acts
	filter filter
	mixed  uint64             // how often the deck was shuffled; 0: from light to deep
	hand   []journal.Question // what the filter leaves, in order
	at     int                // which of the hand shows
	opened bool               // although folded away

	content *fyne.Container
	folded  fyne.CanvasObject
	open    *widget.Button // what is folded away
	cards   fyne.CanvasObject
	all     *fyne.Container // the list, in place of the cards
	chips   filterChips
	card    *card
	list    *widget.List
	back    *widget.Button
	away    *widget.Button // back, while the questions are folded away
	counted *widget.Text
	swap    *widget.Button // cards for list, and back
	stack   *fyne.Container
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	s := &Screen{deps: d, marks: make(map[string]journal.QuestionMark)}
	s.back, s.away = widget.NewQuietButton("", d.OnBack), widget.NewQuietButton("", d.OnBack)
	s.counted = widget.NewText("", theme.ColorMuted, theme.SizeSmall)
	s.swap = widget.NewQuietButton("", s.turn)
	s.card = s.newCard()
	s.list = s.newList()
	head := widget.NewStack(theme.Space2,
		widget.NewQuietRow(s.back, s.swap, widget.NewQuietButton(lang.L("Shuffle"), s.shuffle)),
		title(lang.L("Questions to ask each other")), s.newChips(), s.counted)
	s.cards = container.NewVScroll(widget.NewColumn(widget.InsetXY(0, theme.Space4, s.card.content)))
	s.all = container.NewStack(widget.NewColumn(s.list))
	s.all.Hide()
	s.stack = widget.NewFrame(widget.NewColumn(widget.InsetXY(0, theme.Space4, head)), container.NewStack(s.cards, s.all), nil)
	s.folded = s.newFolded()
	s.content = container.NewStack(s.folded, s.stack)
	s.deal()
	return s
}

// newFolded says that the questions are folded away.
func (s *Screen) newFolded() fyne.CanvasObject {
	s.open = widget.NewButton(lang.L("Open"), func() {
		s.opened = true
		s.show()
		s.FocusFirst()
	})
	return widget.NewColumn(widget.InsetXY(0, theme.Space8, widget.NewStack(theme.Space4,
		title(lang.L("Questions for two are folded away")),
		widget.NewParagraph(lang.L("They ask for openness, and openness needs safety first. They can stay closed as long as you like; what you do for yourself alone is all still there.")),
		widget.NewRow(theme.Space2, s.open, s.away))))
}

// title is a large heading that wraps.
func title(text string) *widget.Paragraph {
	p := widget.NewParagraph(text)
	p.TextSize, p.Bold = theme.SizeTitle, true
	return p
}

// isFolded reports whether the questions are folded away and were not opened.
func (s *Screen) isFolded() bool { return s.deps.Folded != nil && s.deps.Folded() && !s.opened }

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show reads what was marked and shows the card.
func (s *Screen) Show() {
	s.back.SetText(s.deps.Back())
	s.away.SetText(s.deps.Back())
	var own journal.Own
	var err error
	store := s.deps.Store
	s.deps.Tasks.Run(func(ctx context.Context) { own, err = store.GetOwn(ctx) }, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			return
		}
		s.marks = make(map[string]journal.QuestionMark)
		for _, m := range own.Questions {
			s.marks[m.Question] = m
		}
		s.deal()
	})
}

// FocusFirst gives the focus to what shows the next card, or opens what is
// folded away.
func (s *Screen) FocusFirst() {
	c := s.deps.Window.Canvas()
	switch {
	case s.isFolded():
		c.Focus(s.open)
	case s.all.Visible():
		c.Focus(s.list)
	case len(s.hand) == 0:
		c.Focus(s.chips.depths[s.filter.depth])
	default:
		c.Focus(s.card.next)
	}
}

// deal takes into the hand what the filter leaves, and keeps the question that
// shows, if it is among it.
func (s *Screen) deal() {
	now := s.question().ID
	s.hand = s.filter.choose(s.order(), s.marks)
	s.at = max(0, slices.IndexFunc(s.hand, func(q journal.Question) bool { return q.ID == now }))
	s.show()
}

// question returns the one that shows, or none.
func (s *Screen) question() journal.Question {
	if s.at >= len(s.hand) {
		return journal.Question{}
	}
	return s.hand[s.at]
}

// walk shows the card so many places on; the last is followed by the first.
func (s *Screen) walk(by int) {
	if n := len(s.hand); n > 0 {
		s.at = (s.at + by + n) % n
		s.show()
	}
}

// show puts everything into the widgets.
func (s *Screen) show() {
	widget.Show(s.folded, s.isFolded())
	widget.Show(s.stack, !s.isFolded())
	s.swap.SetText(lang.L("All questions"))
	if s.all.Visible() {
		s.swap.SetText(lang.L("One at a time"))
	}
	s.counted.SetText(s.count())
	s.chips.show(s.filter)
	s.card.show(s)
	s.list.Refresh()
	s.list.Select(s.at)
	s.content.Refresh()
}

// count says how many questions were asked, not out of how many: the deck is
// nothing to get through.
func (s *Screen) count() string {
	asked := 0
	for _, q := range s.deps.Questions {
		if s.marks[q.ID].Asked != "" {
			asked++
		}
	}
	if asked == 0 {
		return lang.L("None asked yet")
	}
	return lang.L("Asked so far: {{.Count}}", map[string]any{"Count": asked})
}

// turn shows the list in place of the cards, or the cards again.
func (s *Screen) turn() {
	list := s.all.Visible()
	widget.Show(s.all, !list)
	widget.Show(s.cards, list)
	s.show()
	s.FocusFirst()
}

// HandleKey turns the cards with Left and Right, and goes back with Escape.
func (s *Screen) HandleKey(ev *fyne.KeyEvent) bool {
	listed := s.all.Visible()
	switch {
	case ev.Name == fyne.KeyEscape && listed:
		s.turn()
	case ev.Name == fyne.KeyEscape:
		s.deps.OnBack()
	case listed || s.isFolded():
		return false
	case ev.Name == fyne.KeyRight, ev.Name == fyne.KeyPageDown:
		s.walk(1)
	case ev.Name == fyne.KeyLeft, ev.Name == fyne.KeyPageUp:
		s.walk(-1)
	default:
		return false
	}
	return true
}

// HandleRune marks the question that shows: F as a favourite, A as asked today.
func (s *Screen) HandleRune(r rune) bool {
	if s.isFolded() {
		return false
	}
	switch r {
	case 'f', 'F':
		s.favour()
	case 'a', 'A':
		s.ask()
	default:
		return false
	}
	return true
}
