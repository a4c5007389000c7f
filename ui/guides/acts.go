package guides

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
)

// mostPast is how many acts can be undone.
const mostPast = 100

// act changes the guide on the desk: at once on the screen, then in the journal.
func (s *Screen) act(change func(journal.OwnGuide) (journal.OwnGuide, error)) {
	before, ok := s.guide(s.open)
	if !ok {
		return
	}
	after, err := change(before)
	switch {
	case errors.Is(err, journal.ErrNothingShown):
		what, next := journal.Explain(err)
		dialogs.ShowNotice(s.deps.Window, lang.L("One stage stays"), lang.L(what)+" "+lang.L(next))
	case err != nil:
		dialogs.ShowError(s.deps.Window, err)
	default:
		s.remember(before)
		s.keep(after)
	}
}

func (s *Screen) remember(before journal.OwnGuide) {
	s.past = append(s.past, before)
	if len(s.past) > mostPast {
		s.past = slices.Delete(s.past, 0, 1)
	}
}

// keep shows a guide and writes it off the UI goroutine.
func (s *Screen) keep(g journal.OwnGuide) {
	at := slices.IndexFunc(s.own, func(o journal.OwnGuide) bool { return o.ID == g.ID })
	if at < 0 {
		s.own = append(s.own, g)
	} else {
		s.own = slices.Clone(s.own) // the shell may hold the one before
		s.own[at] = g
	}
	s.show()
	s.write(func(ctx context.Context, store Store) error {
		_, err := store.SetGuide(ctx, g)
		return err
	})
}

// write changes the journal off the UI goroutine and tells the shell. When that
// fails, what is kept is shown.
func (s *Screen) write(change func(context.Context, Store) error) {
	own, store := slices.Clone(s.own), s.deps.Store
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { err = change(ctx, store) }, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			s.reread()
			return
		}
		s.deps.OnChanged(own)
	})
}

// reread shows the guides as they are kept.
func (s *Screen) reread() {
	store := s.deps.Store
	var own journal.Own
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { own, err = store.GetOwn(ctx) }, func() {
		if err != nil {
			return // why is on the screen already
		}
		s.own, s.past = own.Guides, nil
		s.show()
	})
}

// Undo takes the last act back. It reports whether there was one.
func (s *Screen) Undo() bool {
	if len(s.past) == 0 {
		return false
	}
	before := s.past[len(s.past)-1]
	s.past = s.past[:len(s.past)-1]
	s.keep(before)
	return true
}

// askCopy copies a guide under a title of the person's choice and opens the
// copy.
func (s *Screen) askCopy(g journal.Guide, base string) {
	dialogs.AskWords(s.deps.Window, dialogs.WordsQuestion{
		Title: said("A copy of “{{.Title}}”", g.Title),
		Text:  lang.L("The copy is yours to change. What you ticked counts in both."),
		Verb:  lang.L("Copy"), Blanks: nameBlanks(said("{{.Title}}, my way", g.Title), g.About),
	}, func(texts []string) {
		own := journal.CopyGuide(g, journal.NewOwnID(), base, texts[0])
		own.About = texts[1]
		if err := own.Check(); err != nil {
			dialogs.ShowError(s.deps.Window, err)
			return
		}
		s.past = nil
		s.enter(own)
		s.keep(own)
		s.FocusFirst()
	})
}

func nameBlanks(title, about string) []dialogs.Blank {
	return []dialogs.Blank{
		{Label: lang.L("Title"), Value: title, Needed: lang.L("Give the guide a title.")},
		{Label: lang.L("What it is for"), Value: about, Lines: 3},
	}
}

// change opens a guide of the person's own.
func (s *Screen) change(g journal.OwnGuide) {
	s.past = nil
	s.enter(g)
	s.show()
	s.FocusFirst()
}

func (s *Screen) enter(g journal.OwnGuide) {
	s.open, s.stage, s.part = g.ID, g.Stages[0].ID, ""
	s.desk.fold.Turn(false)
}

// askDelete deletes a guide after asking.
func (s *Screen) askDelete(g journal.OwnGuide) {
	text := lang.L("The stages, steps and words that are in this guide alone go with it. What you ticked and wrote stays.")
	if g.ID == s.followed {
		text += " " + said("You follow this guide now; after it, the Path shows “{{.Title}}”.", s.deps.Guides[0].Title)
	}
	dialogs.Confirm(s.deps.Window, dialogs.Question{
		Title: said("Delete “{{.Title}}”?", g.Title), Text: text, Verb: lang.L("Delete the guide"),
	}, func() {
		s.remember(g)
		s.own = slices.DeleteFunc(slices.Clone(s.own), func(o journal.OwnGuide) bool { return o.ID == g.ID })
		s.show()
		s.refocus("undo")
		s.write(func(ctx context.Context, store Store) error { return store.DeleteGuide(ctx, g.ID) })
	})
}

// follow keeps which guide is followed.
func (s *Screen) follow(id string) {
	store := s.deps.Store
	var p journal.Profile
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) {
		if p, err = store.GetProfile(ctx); err == nil {
			p.Guide = id
			err = store.UpdateProfile(ctx, p)
		}
	}, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			return
		}
		s.followed = id
		s.deps.OnProfile(p)
		s.show()
		s.FocusFirst()
	})
}
