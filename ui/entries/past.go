package entries

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/widget"
)

// onVersions shows the earlier versions of the entry on the paper, after what
// is written now is saved.
func (s *Screen) onVersions() {
	if s.saver.open == nil {
		return
	}
	s.paper.drawer.Forget()
	s.SaveNow()
	id, kept, page := s.saver.open.id, s.saver.open, s.base.Page
	var (
		all []version
		err error
	)
	s.deps.Tasks.Run(func(ctx context.Context) {
		if kept.isKept() { // what was never saved has no versions
			all, err = s.readVersions(ctx, id, page)
		}
	}, func() {
		if !s.isOpen(id) || s.coming.id != uuid.Nil {
			return
		}
		s.versions.Show(all, err)
		s.onRight(s.versions.content)
		if len(all) == 0 {
			s.focusOn(s.versions.back)
			return
		}
		s.focusOn(s.versions.list)
		s.versions.list.Select(0)
		s.onVersion(0)
	})
}

// readVersions returns the earlier versions of an entry, the latest first.
func (s *Screen) readVersions(ctx context.Context, id uuid.UUID, page string) ([]version, error) {
	revisions, err := s.deps.Store.ListRevisions(ctx, id)
	if err != nil {
		return nil, err
	}
	slices.Reverse(revisions)
	all := make([]version, len(revisions))
	for i, r := range revisions {
		all[i] = version{r, len(strings.Fields(s.plainText(textOf(r, page))))}
	}
	return all, nil
}

// onVersion compares version i with the text as it is now.
func (s *Screen) onVersion(i int) {
	chosen, now := s.plainText(textOf(s.versions.all[i].Revision, s.base.Page)), s.plainText(s.read())
	var pieces []journal.Piece
	s.deps.Tasks.Run(func(context.Context) { pieces = journal.Compare(chosen, now) }, func() {
		if s.versions.list.Selected() == i && s.versions.content.Visible() {
			s.versions.Mark(pieces)
		}
	})
}

// onRestore puts the chosen version on the paper. The text as it is now
// becomes a version, and comes back with Undo.
func (s *Screen) onRestore() {
	i := s.versions.list.Selected()
	if i < 0 || s.saver.open == nil {
		return
	}
	now, then := s.read(), textOf(s.versions.all[i].Revision, s.base.Page)
	s.rewrite(then, func() {
		s.notice.Show(lang.L("The earlier version stands again. What stood here before it is among the versions."), func() {
			s.openThen(now.ID, func() { s.rewrite(now, func() {}) })
		})
	})
}

// rewrite puts the words of text in the place of those on the paper, once the
// journal has these, and calls done. That is a change like any other, but one
// that always keeps the text before it. If these can't be saved, they stay.
func (s *Screen) rewrite(text journal.Entry, done func()) {
	s.SaveNow()
	d := s.saver.open
	s.deps.Tasks.Run(func(context.Context) {}, func() {
		switch {
		case s.saver.open != d || d == nil:
			return
		case s.saver.handed != s.saver.changed:
			s.rewrite(text, done) // something was typed meanwhile
			return
		case !d.settled():
			s.closeVersions()
			return // the strip says why
		}
		e := s.read()
		e.Title, e.Body, e.Fields = text.Title, text.Body, text.Fields
		d.beginAnew()
		s.put(e, s.about, toTextHead)
		s.saver.touch()
		s.SaveNow()
		done()
	})
}

// openThen opens an entry and then does something with it, unless the person
// goes on to another one.
func (s *Screen) openThen(id uuid.UUID, then func()) {
	if s.isOpen(id) {
		s.fetchEntry(id, toTextEnd)
		then()
		return
	}
	s.finish()
	s.await(id, toTextEnd)
	s.coming.then = then
	s.fetchEntry(id, toTextEnd)
}

// closeVersions goes back to the paper.
func (s *Screen) closeVersions() {
	s.onRight(s.paper.content)
	s.focusOn(s.paper.text())
}

// textOf is a revision's text as an entry on a guided page, or none.
func textOf(r journal.Revision, page string) journal.Entry {
	return journal.Entry{Page: page, Title: r.Title, Body: r.Body, Fields: r.Fields}
}

// onRight shows one of what can stand beside the list, or nothing.
func (s *Screen) onRight(o fyne.CanvasObject) {
	if o != s.versions.content {
		s.versions.Forget()
	}
	if o != s.compare.content {
		s.compare.Forget()
	}
	changed := false
	for _, one := range s.places {
		changed = changed || one.Visible() != (one == o)
		widget.Show(one, one == o)
	}
	if changed { // a container does not ask to be painted when it is shown
		canvas.Refresh(s.right)
	}
	s.tellApart()
}
