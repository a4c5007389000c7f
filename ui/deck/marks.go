package deck

import (
	"context"
	"maps"
	"slices"

	"mend/journal"
	"mend/ui/dialogs"
)

// mostPast is how many marks can be undone.
const mostPast = 100

// favour marks the question that shows as a favourite, or takes the mark back.
func (s *Screen) favour() {
	mark := s.mark()
	mark.Favourite = !mark.Favourite
	s.change(mark)
}

// ask marks the question that shows as asked today. The second time it takes
// that back: then it is as it was before.
func (s *Screen) ask() {
	mark, today := s.mark(), journal.DayOf(s.deps.Now())
	if mark.Asked == today {
		mark.Asked = s.askedBefore(mark.Question, today)
	} else {
		mark.Asked = today
	}
	s.change(mark)
}

// askedBefore returns when a question was asked before today, as far as it is
// known since the screen is there.
func (s *Screen) askedBefore(id string, today journal.Day) journal.Day {
	for _, m := range slices.Backward(s.past) {
		if m.Question == id && m.Asked != today {
			return m.Asked
		}
	}
	return ""
}

// mark returns what is noted of the question that shows.
func (s *Screen) mark() journal.QuestionMark {
	mark := s.marks[s.question().ID]
	mark.Question = s.question().ID
	return mark
}

func (s *Screen) change(mark journal.QuestionMark) {
	if mark.Question == "" {
		return
	}
	s.past = append(s.past, s.mark())
	if len(s.past) > mostPast {
		s.past = slices.Delete(s.past, 0, 1)
	}
	s.keep(mark)
}

// Undo takes the last mark back and shows the question. It reports whether there
// was one.
func (s *Screen) Undo() bool {
	if len(s.past) == 0 || s.isFolded() {
		return false
	}
	before := s.past[len(s.past)-1]
	s.past = s.past[:len(s.past)-1]
	if at := slices.IndexFunc(s.hand, func(q journal.Question) bool { return q.ID == before.Question }); at >= 0 {
		s.at = at
	}
	s.keep(before)
	return true
}

// keep shows a mark at once and writes it off the UI goroutine. The hand stays
// as it is, so that the card does not go from under the person's eyes.
func (s *Screen) keep(mark journal.QuestionMark) {
	s.marks = maps.Clone(s.marks)
	s.marks[mark.Question] = mark
	s.show()
	store := s.deps.Store
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { _, err = store.MarkQuestion(ctx, mark) }, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			s.past = nil
			s.Show()
		}
	})
}
