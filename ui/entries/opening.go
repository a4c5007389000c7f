package entries

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/widget"
)

// arrival is where the focus goes when an entry comes onto the paper.
type arrival int

const (
	stay       arrival = iota // where it is
	toTextEnd                 // the caret after the last character
	toTextHead                // the caret where the text begins
)

// NewEntry puts an empty entry on the paper with the caret in its body. The
// journal has it once something is written.
func (s *Screen) NewEntry() { s.NewEntryAbout("", "", "") }

// write begins an entry in the way the person wants it.
func (s *Screen) write() {
	if s.deps.OnWrite == nil {
		s.NewEntry()
		return
	}
	s.deps.OnWrite()
}

// NewFacts puts an empty guided page on the paper, as NewPage does, with the
// caret in the first text of it: who begins to write means words and no day.
func (s *Screen) NewFacts(page string) {
	s.NewPage(page)
	s.focusOn(s.paper.text())
}

// NewEntryAbout is NewEntry for an entry that belongs to a stage and a step,
// either of which may be "". The prompt stands above the body and is no part
// of the text; the entry keeps it as what was asked.
func (s *Screen) NewEntryAbout(stage, step, prompt string) {
	e := journal.Entry{Stage: stage, Step: step}
	if prompt != "" {
		e.Fields = map[string]string{journal.FieldAsked: prompt}
	}
	s.start(e, "")
}

// NewEntryOnPromise is NewEntry for an entry about a promise, whose text stands
// above the body as a prompt does.
func (s *Screen) NewEntryOnPromise(promise uuid.UUID, text string) {
	s.start(journal.Entry{Promise: promise.String()}, text)
}

// start puts a new entry, with what e has already, on the paper.
func (s *Screen) start(e journal.Entry, prompt string) {
	s.newest.Add(1)
	s.cancelComing()
	s.finish()
	e.ID, e.At = uuid.New(), s.deps.Now()
	s.saver.begin(e, false)
	s.search.Clear()
	s.list.Choose(e.ID, -1)
	s.put(e, prompt, toTextHead)
	s.paper.strip.feelings.AskBefore()
}

// OpenEntry puts the entry with the id on the paper, the caret at the end of
// its text. What is written now is saved first.
func (s *Screen) OpenEntry(id uuid.UUID) { s.fetchEntry(id, toTextEnd) }

// fetchEntry brings an entry onto the paper. What the store does not have yet
// comes from where it waits to be saved.
func (s *Screen) fetchEntry(id uuid.UUID, focus arrival) {
	if s.isOpen(id) {
		s.newest.Add(1)
		s.cancelComing()
		s.cameOrNot()
		s.focus(focus)
		return
	}
	s.finish()
	question := s.await(id, focus)
	if e, ok := s.saver.resume(id); ok {
		s.arrived(e)
		return
	}
	var (
		e   journal.Entry
		err error
	)
	s.deps.Tasks.Run(func(ctx context.Context) {
		if s.newest.Load() == question {
			e, err = s.deps.Store.GetEntry(ctx, id)
		}
	}, func() {
		if s.newest.Load() == question {
			s.onFetched(e, err)
		}
	})
}

// await notes that an entry is on its way, and returns the number of the
// question.
func (s *Screen) await(id uuid.UUID, focus arrival) int64 {
	if s.coming.id != id {
		s.cancelComing()
	}
	s.coming.id, s.coming.focus = id, max(s.coming.focus, focus)
	if focus != stay {
		s.leavePaper()
	}
	s.awaitEntry()
	return s.newest.Add(1)
}

func (s *Screen) onFetched(e journal.Entry, err error) {
	if err != nil {
		s.cancelComing()
		s.cameOrNot()
		s.notice.Show(explain(err), nil)
		if s.saver.open != nil {
			s.onRight(s.paper.content)
		}
		return
	}
	s.finish()
	if s.isSealed(e) {
		s.cancelComing()
		s.cameOrNot()
		s.showSeal(e)
		s.locate(e)
		return
	}
	s.saver.begin(e, true)
	s.arrived(e)
}

// arrived puts the entry that was on its way on the paper, and types what was
// typed ahead of it.
func (s *Screen) arrived(e journal.Entry) {
	came := s.coming
	s.coming = coming{}
	s.put(e, "", came.focus)
	if came.then != nil {
		came.then()
	}
	came.typeInto(s.paper.text())
	s.locate(e)
}

// finish takes over what was typed and not entered yet.
func (s *Screen) finish() { s.paper.strip.tags.Finish() }

// put shows e on the paper without that counting as a change.
func (s *Screen) put(e journal.Entry, prompt string, focus arrival) {
	s.leaveBin()
	s.cameOrNot()
	s.loading = true
	s.base = e
	p := s.paper
	p.drawer.Forget()
	p.Title(e.Title)
	p.ShowPage(s.pageOf(e), e.Fields)
	p.body.SetText(e.Body)
	p.body.SetReadOnly(false)
	p.strip.Set(e)
	p.strip.more.SetLetter(s.letterState(e))
	s.fetchLater(e)
	s.about, s.askedBy = prompt, e.Step
	s.showAsked()
	s.loading = false
	s.onRight(p.content)
	if focus != stay {
		s.showPaper()
	}
	s.focus(focus)
}

func (s *Screen) focus(where arrival) {
	switch where {
	case toTextEnd:
		s.paper.text().CaretToEnd()
	case toTextHead:
	default:
		return
	}
	s.whenListed = nil
	s.onRight(s.paper.content)
	s.showPaper()
	if where != toTextHead || !s.paper.form.FocusFirst() {
		s.focusOn(s.paper.text())
	}
}

// read returns what is on the paper.
func (s *Screen) read() journal.Entry {
	e := s.base.Clone()
	e.Title, e.Body = s.paper.title.Text, s.paper.body.Text()
	s.paper.strip.Get(&e)
	if e.Page != "" {
		e.Fields = s.paper.form.Values()
	}
	return e.Clone()
}

func (s *Screen) isOpen(id uuid.UUID) bool {
	return s.saver.open != nil && s.saver.open.id == id
}

// locate marks e in the list, and brings it into view if its place was not
// known.
func (s *Screen) locate(e journal.Entry) {
	if s.list.chosen == e.ID && s.list.at >= 0 {
		return
	}
	s.list.Choose(e.ID, -1)
	s.listing.locate(e.ID, e.At, func(position int) {
		if s.list.chosen == e.ID {
			s.list.Choose(e.ID, position)
			s.list.Reveal(position)
		}
	})
}

// onDelete moves the entry on the paper to the bin and opens its neighbour,
// unless the person has gone on to another one meanwhile.
func (s *Screen) onDelete() {
	if s.saver.open == nil {
		return
	}
	id, at := s.base.ID, max(s.list.at, 0)
	s.paper.drawer.Forget()
	s.deps.Window.Canvas().Unfocus()
	caret := s.paper.body.Caret()
	question, undisturbed := s.newest.Add(1), s.undisturbed()
	s.cancelComing()
	s.paper.body.SetReadOnly(true) // until it holds an entry again
	widget.Show(s.paper.scroll, false)
	s.saver.bin(func(moved bool, err error) {
		here := s.newest.Load() == question
		switch {
		case err != nil:
			if here {
				s.fetchEntry(id, stay)
			}
			s.notice.Show(explain(err), nil)
			return
		case moved:
			s.notice.Show(lang.L("The entry is in the bin."), func() { s.restore(id, caret) })
		}
		s.listing.fetch(s.search.Query(), s.list.InView(), func() {
			if here && s.newest.Load() == question {
				s.openNear(at, undisturbed())
			}
		})
	})
}

// restore takes an entry out of the bin and opens it with the caret where it
// was, unless the person goes on to another one meanwhile.
func (s *Screen) restore(id uuid.UUID, caret editor.Caret) {
	s.finish()
	question := s.await(id, toTextEnd)
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) {
		err = s.deps.Store.RestoreEntry(context.WithoutCancel(ctx), id)
	}, func() {
		here := s.newest.Load() == question
		if err != nil {
			if here {
				s.cancelComing()
				s.cameOrNot()
			}
			s.notice.Show(explain(err), nil)
			return
		}
		s.listing.fetch(s.search.Query(), s.list.InView(), func() {
			if here && s.newest.Load() == question {
				s.openThen(id, func() { s.backTo(caret) })
			}
		})
	})
}

// backTo puts the caret where it was, if it had left the start of the text.
func (s *Screen) backTo(caret editor.Caret) {
	if caret != (editor.Caret{}) {
		s.paper.body.SetCaret(caret)
	}
}

// openNear opens the entry at position, or the one before it, and gives the
// list the focus if asked; if there is none, the paper is taken away.
func (s *Screen) openNear(position int, focus bool) {
	if total := s.listing.rows.total; total > 0 {
		s.list.choose(min(position, total-1))
		if focus {
			s.focusList()
		}
		return
	}
	s.list.Choose(uuid.Nil, -1)
	s.base = journal.Entry{}
	s.onRight(nil)
	s.onListed(nil)
}

// showPaper shows the paper where there is room for one side only.
func (s *Screen) showPaper() { s.turn(false) }

// showList shows the list where there is room for one side only.
func (s *Screen) showList() {
	s.turn(true)
	s.focusList()
}

func (s *Screen) turn(list bool) {
	if s.fold.showList != list {
		s.fold.showList = list
		s.folds.Refresh()
	}
}

func (s *Screen) focusList() {
	var to fyne.Focusable = s.list
	switch {
	case s.blank.overPaper.Visible():
		to = s.blank.start
	case s.listing.rows.total == 0:
		to = s.search.field
	}
	s.focusOn(to)
}
