package entries

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
)

// letterState says what can be done with an entry as a letter.
type letterState struct {
	is      bool // it is one
	again   bool // it is of an earlier day: it can be written again
	earlier bool // it was written again, and there is one before it
}

// mostLater is to how many letters written after it a letter leads, the latest ones.
const mostLater = 3

func (s *Screen) letterState(e journal.Entry) letterState {
	if s.pageOf(e).Kind != journal.PageLetter {
		return letterState{}
	}
	today := s.known().Today
	return letterState{
		is:      true,
		again:   !e.Unfilled() && (journal.DayOf(e.At) < today || e.SealedUntil != "" && e.SealedUntil <= today),
		earlier: e.Fields[journal.FieldEarlier] != "",
	}
}

// sealUntil seals the letter on the paper until a day. What is written is saved
// first; from then on its words wait.
func (s *Screen) sealUntil(day journal.Day) {
	if s.saver.open == nil {
		return
	}
	s.finish()
	if s.read().Unfilled() {
		s.notice.Show(lang.L("There is nothing to seal yet."), nil)
		return
	}
	s.paper.drawer.Forget()
	s.base.SealedUntil = day
	s.saver.touch()
	s.SaveNow()
	s.showSeal(s.read())
	if s.fold.folded {
		s.focusOn(s.seal.open)
		return
	}
	s.focusList()
}

// writeAgain begins a new letter that knows the one on the paper as the one
// before it.
func (s *Screen) writeAgain() {
	if s.saver.open == nil {
		return
	}
	s.SaveNow()
	old := s.read()
	s.start(journal.Entry{Page: old.Page, Stage: old.Stage, Step: old.Step,
		Fields: map[string]string{journal.FieldEarlier: old.ID.String()}}, "")
}

// fetchLater offers the letters in which the one on the paper was written again.
// One that is sealed is not found by the id in it and offered when its day has
// come.
func (s *Screen) fetchLater(e journal.Entry) {
	show := func(later []journal.EntrySummary) {
		s.paper.strip.more.SetLater(later)
		s.paper.strip.flow()
	}
	show(nil)
	if s.pageOf(e).Kind != journal.PageLetter || e.Unfilled() {
		return
	}
	var later []journal.EntrySummary
	s.deps.Tasks.Run(func(ctx context.Context) {
		// Where they can't be read, none is offered.
		found, _ := s.deps.Store.ListEntries(ctx, journal.EntryFilter{Page: e.Page, Query: e.ID.String(), Limit: mostLater})
		for _, one := range slices.Backward(found) {
			letter, err := s.deps.Store.GetEntry(ctx, one.ID)
			if err == nil && letter.Fields[journal.FieldEarlier] == e.ID.String() {
				later = append(later, one)
			}
		}
	}, func() {
		if s.isOpen(e.ID) && len(later) > 0 {
			show(later)
		}
	})
}

// onCompare shows the letter on the paper beside the one before it.
func (s *Screen) onCompare() {
	id, err := uuid.Parse(s.read().Fields[journal.FieldEarlier])
	if err != nil {
		s.notice.Show(explain(journal.ErrNotFound), nil)
		return
	}
	s.compareWith(id, func(now, old journal.Entry) { s.showBoth(old, now) })
}

// compareLater shows the letter on the paper beside one that was written after
// it.
func (s *Screen) compareLater(id uuid.UUID) { s.compareWith(id, s.showBoth) }

// compareWith brings another letter and has it shown with the one on the paper.
func (s *Screen) compareWith(id uuid.UUID, show func(here, other journal.Entry)) {
	if s.saver.open == nil {
		return
	}
	s.paper.drawer.Forget()
	s.SaveNow()
	here := s.read()
	var (
		other journal.Entry
		err   error
	)
	s.deps.Tasks.Run(func(ctx context.Context) { other, err = s.deps.Store.GetEntry(ctx, id) }, func() {
		switch {
		case !s.isOpen(here.ID) || s.coming.id != uuid.Nil:
		case err != nil:
			s.notice.Show(explain(err), nil)
		default:
			show(here, other)
		}
	})
}

// showBoth shows two letters. Of one that is sealed it says only that.
func (s *Screen) showBoth(old, now journal.Entry) {
	words := func(e journal.Entry) string {
		if s.isSealed(e) {
			return sealedWords(e.SealedUntil)
		}
		return s.plainText(e)
	}
	s.compare.Show(dayTitle(old.At), words(old), dayTitle(now.At), words(now))
	s.onRight(s.compare.content)
	s.focusOn(s.compare.back)
}
