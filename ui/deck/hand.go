package deck

import (
	"math/rand/v2"
	"slices"

	"mend/journal"
)

// filter says which questions to show.
type filter struct {
	depth      journal.Depth // none: all of them
	favourites bool          // only what is marked as one
	unasked    bool          // only what was not asked yet
}

// choose returns the questions that the filter leaves, in their order.
func (f filter) choose(all []journal.Question, marks map[string]journal.QuestionMark) []journal.Question {
	return slices.DeleteFunc(slices.Clone(all), func(q journal.Question) bool {
		mark := marks[q.ID]
		return f.depth != "" && q.Depth != f.depth || f.favourites && !mark.Favourite || f.unasked && mark.Asked != ""
	})
}

// order returns all questions as they lie now: from light to deep, or shuffled.
func (s *Screen) order() []journal.Question {
	if s.mixed == 0 {
		return s.deps.Questions
	}
	order := slices.Clone(s.deps.Questions)
	random := rand.New(rand.NewPCG(s.deps.Seed, s.mixed))
	random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// shuffle mixes the deck and shows the card that is on top then.
func (s *Screen) shuffle() {
	s.mixed++
	s.hand, s.at = nil, 0
	s.deal()
}
