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

// SaveNow saves what is on the paper without waiting for typing to stop.
func (s *Screen) SaveNow() {
	s.finish()
	s.saver.saveNow()
}

// Pending returns a function that saves everything the journal does not have
// yet, or false if there is nothing. Neither touches a widget, so both may also
// be called when the window is gone, the function from any goroutine.
func (s *Screen) Pending() (save func(context.Context) error, ok bool) {
	s.keepAhead()
	if s.paper.strip.tags.unfinished() != "" {
		s.saver.note()
	}
	into, ok := s.saver.unsaved()
	if !ok {
		return nil, false
	}
	return func(ctx context.Context) error { return into(ctx, s.deps.Store) }, true
}

// FocusFirst puts the focus where the keys choose an entry, as soon as there is
// a list and unless the person has put it elsewhere by then.
func (s *Screen) FocusFirst() {
	s.whenListed = nil
	if !s.listing.known {
		s.whenListed = s.undisturbed()
		return
	}
	if s.fold.folded && !s.fold.showList {
		s.focusOn(s.paper.back)
		return
	}
	s.focusList()
}

// FocusSearch puts the focus into the search box, its words selected.
func (s *Screen) FocusSearch() {
	s.turn(true)
	s.focusOn(s.search.field)
	s.search.field.SelectAll()
}

// HandleKey takes a key that the focused part of the screen had no use for:
// Escape puts away what is open over the paper or the list, or goes back to the
// list.
func (s *Screen) HandleKey(ev *fyne.KeyEvent) bool {
	if s.coming.takeKey(ev) {
		return true
	}
	if ev.Name != fyne.KeyEscape {
		return false
	}
	switch {
	case s.bin.isOpen():
		s.closeBin()
	case s.versions.content.Visible(), s.compare.content.Visible():
		s.closeVersions()
	case s.paper.form.PutAway(s.deps.Window.Canvas().Focused()):
	case s.paper.drawer.IsOpen():
		s.paper.drawer.Close()
	case s.finder.Close():
	default:
		s.showList()
	}
	return true
}

// onNotice makes room for the bar over the page, or gives its focus to the text
// when it went. It does not draw the page anew: the text may be long.
func (s *Screen) onNotice() {
	s.right.Layout.Layout(s.right.Objects, s.right.Size())
	c := s.deps.Window.Canvas()
	switch {
	case s.notice.content.Visible() || !s.notice.holds(c.Focused()):
	case s.saver.open == nil:
		c.Unfocus()
	default:
		s.focusOn(s.paper.text())
	}
}

func (s *Screen) onEdited() {
	if !s.loading {
		s.stayHere()
		s.paper.strip.feelings.Written()
		s.saver.touch()
	}
}

// onStrip lets the prompt follow the step that the entry is linked to.
func (s *Screen) onStrip() {
	if step := s.paper.strip.links.step; step != s.askedBy {
		s.askedBy = step
		s.showAsked()
	}
	s.onEdited()
}

func (s *Screen) onBodyKey(ev *fyne.KeyEvent) bool { return s.HandleKey(ev) }

// belowTitle gives the focus to what stands below the title.
func (s *Screen) belowTitle() {
	if !s.paper.form.FocusFirst() {
		s.focusOn(s.paper.body)
	}
}

func (s *Screen) onTitleKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyDown {
		s.belowTitle()
		return true
	}
	return s.HandleKey(ev)
}

func (s *Screen) onSearchKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		if s.search.waiting != nil {
			s.search.Now()
		}
		s.focusList()
		if s.list.at < 0 {
			s.list.choose(0)
		}
	case fyne.KeyEscape:
		if s.search.field.Text == "" {
			s.focusList()
			return true
		}
		s.search.Clear()
	default:
		return false
	}
	return true
}

// onListKey lets Up leave the first row for the search box.
func (s *Screen) onListKey(ev *fyne.KeyEvent) bool {
	if s.coming.takeKey(ev) {
		return true
	}
	if ev.Name == fyne.KeyUp && s.list.at == 0 {
		s.focusOn(s.search.field)
		return true
	}
	return false
}

// onChoose puts the chosen entry on the paper. The focus stays in the list.
func (s *Screen) onChoose(position int) {
	e, ok := s.listing.pages.at(position)
	if s.list.wanted = !ok; !ok {
		return // it is chosen when its page has come
	}
	s.list.Choose(e.ID, position)
	s.fetchEntry(e.ID, stay)
}

// onOpen puts the caret at the end of the chosen entry's text, as soon as it is
// on the paper.
func (s *Screen) onOpen() {
	switch {
	case s.coming.id != uuid.Nil:
		s.coming.focus = toTextEnd
	case s.saver.open != nil:
		s.focus(toTextEnd)
	case s.seal.content.Visible():
		s.turn(false)
		s.focusOn(s.seal.open)
	}
}

func (s *Screen) onSearch() { s.lookFor(func() {}) }

// onSearched opens the first of those found, once they are there, unless the
// person goes elsewhere meanwhile.
func (s *Screen) onSearched() {
	stop(&s.search.waiting)
	undisturbed, asked := s.undisturbed(), s.search.field.Text
	s.lookFor(func() {
		if s.isSearching() && s.listing.rows.total > 0 && undisturbed() && s.search.field.Text == asked {
			s.list.choose(0)
			s.onOpen()
		}
	})
}

// onSearchTyped leaves the focus in the box, where somebody writes, when an
// entry comes that was to have it.
func (s *Screen) onSearchTyped() {
	if s.deps.Window.Canvas().Focused() == s.search.field {
		s.coming.focus = stay
	}
}

// lookFor lists what the box asks for, and calls then when it is there.
func (s *Screen) lookFor(then func()) {
	s.finder.Update()
	s.listing.fetch(s.search.Query(), span{}, func() {
		s.list.at = -1
		s.list.ScrollToTop()
		s.list.Refresh()
		s.finder.Listed()
		then()
	})
}

func (s *Screen) reload() {
	s.listing.fetch(s.search.Query(), s.list.InView(), s.arrive)
}

// arrive puts the newest entry on the paper, if nothing is there or coming.
func (s *Screen) arrive() {
	if s.saver.open == nil && s.coming.id == uuid.Nil && s.listing.rows.total > 0 {
		s.list.choose(0)
	}
	if s.whenListed != nil && s.whenListed() {
		s.FocusFirst()
	}
	s.whenListed = nil
}

// onListed shows a new list, or why there is none.
func (s *Screen) onListed(err error) {
	empty := s.listing.rows.total == 0
	switch {
	case err != nil:
		s.blank.Failed(err)
	case empty && s.listing.filter.Active():
		s.blank.NothingFound(s.listing.filter)
	case empty:
		s.blank.NoEntry()
	default:
		s.blank.Listed()
	}
	widget.Show(s.list, !empty && err == nil)
	widget.Show(s.blank.overPaper, err == nil && empty && !s.listing.filter.Active() && s.saver.open == nil && !s.bin.isOpen())
	s.keepChosen()
	s.list.Refresh()
	found := 0
	if err == nil && s.listing.filter.Active() {
		found = s.listing.rows.total
	}
	s.finder.Count(found)
	s.tellApart()
}

// keepChosen finds the chosen entry's place in a list that has changed, or
// chooses what was waited for.
func (s *Screen) keepChosen() {
	if !s.list.wanted {
		s.list.at = -1
		if position, ok := s.listing.pages.position(s.list.chosen); ok {
			s.list.at = position
		}
		return
	}
	if _, here := s.listing.pages.at(s.list.at); here {
		s.list.choose(s.list.at)
	}
}

// onFolded shows the way back to the list while it is folded away.
func (s *Screen) onFolded() {
	widget.Show(s.paper.head, s.fold.folded)
	s.paper.relay()
}

// onWritten brings the list up to what was saved.
func (s *Screen) onWritten(e journal.Entry, did outcome) {
	if s.deps.OnSaved != nil {
		s.deps.OnSaved(e)
	}
	switch {
	case did == binned:
		s.notice.Show(lang.L("The empty entry is in the bin, with its last text."),
			func() { s.restore(e.ID, editor.Caret{}) })
	case did == updated && s.listing.pages.replace(summaryOf(e, s.listing.filter, s.isSealed(e))):
		s.list.Refresh()
		return
	case did == updated && s.isOpen(e.ID) && e.At.Equal(s.base.At):
		return // its row is out of sight and is read when it comes into view
	}
	if s.isOpen(e.ID) {
		s.base.At = e.At
	}
	s.listing.fetch(s.search.Query(), s.list.InView(), func() {
		if did != binned && s.isOpen(e.ID) {
			s.list.at = -1
			s.locate(e)
		}
	})
}

// summaryOf is what the list shows of e, found by filter; of a sealed one, none
// of its words.
func summaryOf(e journal.Entry, filter journal.EntryFilter, sealed bool) journal.EntrySummary {
	sum := journal.EntrySummary{
		ID: e.ID, At: e.At, Title: e.Title, FirstLine: e.FirstLine(),
		Feelings: e.Feelings, Stage: e.Stage, Step: e.Step, Page: e.Page, Tags: e.Tags,
		KeepOut: e.KeepOut, Starred: e.Starred, Sealed: sealed,
	}
	if sealed {
		sum.FirstLine = ""
		return sum
	}
	sum.Feelings = filter.Felt.Named(e.Feelings, e.Page, e.Fields)
	sum.Snippet = journal.SnippetBeside(e.Title, filter.Query, e.Body, journal.SayAnswers(filter.Answers, e.Page, e.Fields))
	return sum
}
