package entries

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/theme"
	"mend/ui/widget"
)

// bin shows what was deleted: a list of its own in the place of the journal's,
// and beside it the chosen entry, to be read. It is put back there or deleted
// for ever.
type bin struct {
	screen  *Screen
	listing *listing
	list    *list

	back  *widget.Button
	empty *widget.Button
	said  *widget.Paragraph // over the list
	side  fyne.CanvasObject // in the place of the journal's list

	title   *widget.Paragraph
	text    *editor.Editor
	restore *widget.Button
	purge   *widget.Button
	page    fyne.CanvasObject // in the place of the paper

	chosen journal.Entry // whose text is shown; ID Nil: none
	asked  int           // texts asked for so far; answers to older ones are dropped
}

// binReader is the part of the store that is in the bin.
type binReader struct{ Store }

func (b binReader) ListEntries(ctx context.Context, f journal.EntryFilter) ([]journal.EntrySummary, error) {
	f.InBin = true
	return b.Store.ListEntries(ctx, f)
}

func (b binReader) CountMonths(ctx context.Context, f journal.EntryFilter) ([]journal.MonthCount, error) {
	f.InBin = true
	return b.Store.CountMonths(ctx, f)
}

func newBin(s *Screen) *bin {
	b := &bin{screen: s}
	b.listing = newListing(s.deps.Tasks, binReader{s.deps.Store}, b.onListed)
	b.list = newList(source{
		rows:  func() rows { return b.listing.rows },
		at:    b.listing.pages.at,
		need:  b.listing.need,
		query: func() string { return "" },
		stage: func(id string) string { return journal.StageTitle(s.deps.Guides(), id) },
		page:  func(id string) string { return journal.PageTitle(s.deps.Pages, id) },
	})
	b.list.OnChoose, b.list.OnOpen = b.onChoose, func() { s.turn(false); s.focusOn(b.restore) }
	b.buildSide()
	b.buildPage()
	b.side.Hide()
	b.page.Hide()
	return b
}

func (b *bin) buildSide() {
	b.back = widget.NewQuietButton(lang.L("Back to the journal"), b.screen.closeBin)
	b.empty = widget.NewQuietButton(lang.L("Empty the bin…"), b.askEmpty)
	b.said = widget.NewMutedParagraph("")
	head := widget.Inset(theme.Space3, widget.NewStack(theme.Space2,
		widget.InsetXY(-theme.Space2, 0, widget.NewRow(0, b.back)), widget.NewHeading(lang.L("Bin"), theme.SizeHeading), b.said))
	b.side = container.NewBorder(head, quietFoot(b.empty), nil, nil, b.list)
}

func (b *bin) buildPage() {
	b.title = widget.NewParagraph("")
	b.title.TextSize, b.title.Bold = theme.SizeTitle, true
	b.text = editor.New(nil)
	b.text.SetReadOnly(true)
	b.text.OnKey = b.screen.HandleKey
	b.restore = widget.NewButton(lang.L("Put it back"), b.onRestore)
	b.purge = widget.NewButton(lang.L("Delete for ever…"), b.askPurge)
	list := widget.NewQuietButton(lang.L("Back to the list"), b.screen.showList)
	acts := widget.NewFlow(theme.Space2)
	for _, o := range []fyne.CanvasObject{b.restore, b.purge, list} {
		acts.Add(o)
	}
	b.page = widget.NewColumn(widget.InsetXY(0, theme.Space3, container.New(partedLayout{}, acts, widget.InsetXY(editor.Padding, 0, b.title), b.text)))
}

// quietFoot is the place below a list.
func quietFoot(buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.InsetXY(theme.Space1, theme.Space1, widget.NewRow(0, buttons...))
}

// isOpen reports whether the bin is shown.
func (b *bin) isOpen() bool { return b.side.Visible() }

// openBin shows the bin. What was written is saved first.
func (s *Screen) openBin() {
	s.finish()
	s.newest.Add(1)
	s.cancelComing()
	s.saver.leave()
	s.notice.Hide()
	widget.Show(s.bin.side, true)
	widget.Show(s.besideBin, false)
	s.onRight(nil)
	s.focusOn(s.bin.back)
	s.bin.fetch(0, true)
}

// closeBin goes back to the journal and the entry that was open.
func (s *Screen) closeBin() {
	if !s.bin.isOpen() {
		return
	}
	s.leaveBin()
	s.notice.Hide()
	s.onRight(nil)
	was := s.base.ID
	s.whenListed = s.undisturbed()
	s.listing.fetch(s.search.Query(), s.list.InView(), func() {
		if _, here := s.listing.pages.position(was); here && s.saver.open == nil && s.coming.id == uuid.Nil {
			s.fetchEntry(was, stay)
		}
		s.arrive()
	})
}

// leaveBin takes the bin away.
func (s *Screen) leaveBin() {
	if s.bin.isOpen() {
		widget.Show(s.bin.side, false)
		widget.Show(s.besideBin, true)
		s.bin.forget()
	}
}

// fetch reads what is in the bin and chooses the entry at position, or the one
// before it; with focus the list gets it.
func (b *bin) fetch(position int, focus bool) {
	undisturbed := b.screen.undisturbed()
	b.listing.fetch(journal.EntryFilter{Felt: journal.OwnFeelingFields(b.screen.deps.Pages)}, b.list.InView(), func() {
		if !b.isOpen() {
			return
		}
		b.list.at = -1
		total := b.listing.rows.total
		if total == 0 {
			b.show(journal.Entry{})
			if focus && undisturbed() {
				b.screen.focusOn(b.back)
			}
			return
		}
		b.list.choose(min(position, total-1))
		if focus && undisturbed() {
			b.screen.turn(true)
			b.screen.focusOn(b.list)
		}
	})
}

// onListed shows what the bin holds, or why that is not known.
func (b *bin) onListed(err error) {
	total := b.listing.rows.total
	switch {
	case err != nil:
		b.said.SetText(explain(err))
	case total == 0:
		b.said.SetText(lang.L("The bin is empty. What you delete waits here until you put it back or delete it for ever."))
	default:
		b.said.SetText(lang.L("What is here is in no list, search or summary. It stays until you delete it for ever."))
	}
	widget.Show(b.list, total > 0 && err == nil)
	widget.Show(b.empty, total > 0 && err == nil)
	if b.list.wanted {
		b.onChoose(b.list.at)
	}
	b.list.Refresh()
	b.side.Refresh()
}

// onChoose shows the text of the chosen entry.
func (b *bin) onChoose(position int) {
	e, ok := b.listing.pages.at(position)
	if b.list.wanted = !ok; !ok {
		return // it is chosen when its page has come
	}
	b.list.Choose(e.ID, position)
	b.asked++
	question := b.asked
	var full journal.Entry
	var err error
	b.screen.deps.Tasks.Run(func(ctx context.Context) {
		full, err = b.screen.deps.Store.GetEntry(ctx, e.ID)
	}, func() {
		switch {
		case question != b.asked || !b.isOpen():
		case err != nil:
			b.screen.notice.Show(explain(err), nil)
		default:
			b.show(full)
		}
	})
}

// show puts an entry on the page, or takes the page away.
func (b *bin) show(e journal.Entry) {
	b.chosen = e
	if e.ID == uuid.Nil {
		b.screen.onRight(nil)
		return
	}
	words := e
	words.Title = "" // it stands above
	text := b.screen.plainText(words)
	if b.screen.isSealed(e) {
		text = ""
	}
	b.title.SetText(b.name())
	b.text.SetText(text)
	b.screen.onRight(b.page)
	b.page.Refresh()
}

// forget lets go of what was in the bin.
func (b *bin) forget() {
	b.asked++
	b.listing.forget()
	b.chosen = journal.Entry{}
	b.title.SetText("")
	b.text.SetText("")
}

// nameRunes is how much of a text names an entry.
const nameRunes = 48

// name is what the chosen entry is called: its title, how it begins, or when
// it was.
func (b *bin) name() string {
	switch e := b.chosen; {
	case e.Title != "":
		return shorten(e.Title, nameRunes)
	case e.Body != "" && !b.screen.isSealed(e):
		return shorten(e.FirstLine(), nameRunes)
	default:
		return dayTitle(e.At)
	}
}
