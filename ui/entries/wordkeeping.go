package entries

import (
	"context"

	"mend/journal"
	"mend/ui/feeling"
)

// fetchWords reads the tags and feeling words that are offered, and how the
// person wants them offered.
func (s *Screen) fetchWords() {
	var (
		tags []string
		v    feeling.Vocabulary
		p    journal.Profile
	)
	s.deps.Tasks.Run(func(ctx context.Context) {
		// Without them nothing is offered; typing works all the same.
		tags, _ = s.deps.Store.ListTags(ctx)
		v.Used, _ = s.deps.Store.ListFeelings(ctx, journal.FeelingFields(s.deps.Pages))
		v.Felt, _ = s.deps.Store.ListFeelings(ctx, journal.OwnFeelingFields(s.deps.Pages))
		p, _ = s.deps.Store.GetProfile(ctx)
	}, func() {
		s.finder.form.Offer(v.Felt, tags)
		s.paper.strip.tags.known = tags
		v.Families, v.Hidden = s.deps.Families, p.HiddenFeelings()
		s.paper.strip.feelings.facts = p.KeepsToFacts()
		s.paper.strip.feelings.SetWords(v, p.AsksBefore())
		s.paper.form.SetVocabulary(v)
	})
}

// onWordsOpened reads the words again: what is written now may have new ones.
func (s *Screen) onWordsOpened() {
	s.SaveNow()
	s.fetchWords()
}

// onRename puts a feeling word in the place of another in every entry, the one
// on the paper too. What is on the paper is saved first, and again if it was
// changed meanwhile, so that no save brings the old word back.
func (s *Screen) onRename(from, to string) {
	s.SaveNow()
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) {
		_, err = s.deps.Store.RenameFeeling(context.WithoutCancel(ctx), from, to, journal.FeelingFields(s.deps.Pages))
	}, func() {
		if err != nil {
			s.notice.Show(explain(err), nil)
			return
		}
		inStrip, inForm := s.paper.strip.feelings.Renamed(from, to), s.paper.form.Renamed(from, to)
		if inStrip || inForm {
			s.onEdited()
		}
		s.fetchWords()
		s.listing.fetch(s.search.Query(), s.list.InView(), nil)
	})
}

// onHide has a feeling word not offered any more, or again.
func (s *Screen) onHide(word string, hide bool) {
	s.changeProfile(func(p *journal.Profile) { p.HideFeeling(word, hide) })
}

// onAsk keeps whether the person wants to be asked before writing.
func (s *Screen) onAsk(on bool) {
	s.changeProfile(func(p *journal.Profile) { p.AskBefore(on) })
}

// changeProfile keeps what edit does to the profile, and shows what is kept.
func (s *Screen) changeProfile(edit func(*journal.Profile)) {
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) {
		ctx = context.WithoutCancel(ctx)
		var p journal.Profile
		if p, err = s.deps.Store.GetProfile(ctx); err != nil {
			return
		}
		edit(&p)
		err = s.deps.Store.UpdateProfile(ctx, p)
	}, func() {
		if err != nil {
			s.notice.Show(explain(err), nil)
		}
		s.fetchWords()
	})
}
