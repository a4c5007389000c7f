package entries

import (
	"context"

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

// onCompare shows the letter on the paper beside the one before it.
func (s *Screen) onCompare() {
	if s.saver.open == nil {
		return
	}
	s.paper.drawer.Forget()
	s.SaveNow()
	now := s.read()
	var (
		old journal.Entry
		err error
	)
	s.deps.Tasks.Run(func(ctx context.Context) {
		var id uuid.UUID
		if id, err = uuid.Parse(now.Fields[journal.FieldEarlier]); err != nil {
			err = journal.ErrNotFound
			return
		}
		old, err = s.deps.Store.GetEntry(ctx, id)
	}, func() {
		switch {
		case !s.isOpen(now.ID) || s.coming.id != uuid.Nil:
		case err != nil:
			s.notice.Show(explain(err), nil)
		default:
			s.showBoth(old, now)
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
