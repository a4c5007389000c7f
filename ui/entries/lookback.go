package entries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/theme"
	"mend/ui/widget"
)

const (
	onDayMost = 30 // entries of this day that are brought back at most
	likeMost  = 6  // entries like the open one
)

// lookBack brings back what was written on this day, and what is like the entry
// on the paper. It is there only if the person wants it, and reads nothing
// until it is opened. Every entry can be left out of it.
type lookBack struct {
	screen  *Screen
	onDay   *fyne.Container
	like    *fyne.Container
	content fyne.CanvasObject
	asked   int // questions asked so far; answers to older ones are dropped
}

func newLookBack(s *Screen) *lookBack {
	l := &lookBack{screen: s, onDay: widget.NewStack(theme.Space1), like: widget.NewStack(theme.Space1)}
	about := widget.NewMutedParagraph(lang.L("Words are only counted here: alike is what shares words that few of your entries have, or a word and a feeling. Nothing leaves this computer."))
	about.TextSize = theme.SizeSmall
	l.content = widget.NewStack(theme.Space2,
		widget.NewHeading(lang.L("On this day"), theme.SizeText), l.onDay,
		widget.NewHeading(lang.L("Like the open entry"), theme.SizeText), l.like, about)
	return l
}

// brought is what came back.
type brought struct {
	onDay []journal.EntrySummary
	like  []journal.Likeness
	err   error
}

// open fetches what there is. The focus stays where it is.
func (l *lookBack) open() fyne.Focusable {
	s := l.screen
	l.asked++
	question, open := l.asked, s.base.ID
	if s.saver.open == nil {
		open = uuid.Nil
	}
	filter := journal.EntryFilter{Days: journal.LookBackDays(s.known().Today), LookBack: true, Limit: onDayMost, Felt: journal.OwnFeelingFields(s.deps.Pages)}
	l.onDay.Objects, l.like.Objects = nil, nil
	s.SaveNow() // so that what is on the paper is compared
	var b brought
	s.deps.Tasks.Run(func(ctx context.Context) {
		if b.onDay, b.err = s.deps.Store.ListEntries(ctx, filter); b.err == nil && open != uuid.Nil {
			// An entry that was never saved is like no other.
			b.like, _ = s.deps.Store.ListLike(ctx, open, filter.Felt, likeMost)
		}
	}, func() {
		if question == l.asked {
			l.show(b)
		}
	})
	return nil
}

func (l *lookBack) show(b brought) {
	for _, e := range b.onDay {
		l.onDay.Add(l.row(e, feelingWords(e.Feelings)))
	}
	for _, k := range b.like {
		shared := strings.Join(slices.Concat(k.Words, k.Feelings), ", ")
		l.like.Add(l.row(k.Entry, lang.L("shares {{.Words}}", map[string]any{"Words": shared})))
	}
	switch {
	case b.err != nil:
		l.onDay.Add(widget.NewMutedParagraph(explain(b.err)))
	case len(b.onDay) == 0:
		l.onDay.Add(widget.NewMutedParagraph(lang.L("Nothing was written on this day of earlier months and years.")))
	}
	if len(b.like) == 0 {
		l.like.Add(widget.NewMutedParagraph(lang.L("No other entry shares enough with it.")))
	}
	l.screen.finder.relay()
}

// row shows one entry, and why it is here: what opens it, and what leaves it
// out.
func (l *lookBack) row(e journal.EntrySummary, why string) fyne.CanvasObject {
	title := cmp.Or(e.Title, e.FirstLine, journal.PageTitle(l.screen.deps.Pages, e.Page), lang.L("Without words"))
	words := widget.NewStack(0, widget.NewHeading(title, theme.SizeText),
		widget.NewText(dates.Day(journal.DayOf(e.At)), theme.ColorMuted, theme.SizeSmall))
	if why != "" {
		words.Add(widget.NewText(why, theme.ColorInk, theme.SizeSmall))
	}
	opens := widget.NewPressable(title, words, func() { l.screen.OpenEntry(e.ID) })
	leave := widget.NewChip(lang.L("Leave out"), nil)
	leave.OnTap = func() { l.leaveOut(e.ID, !leave.Selected, leave) }
	return container.NewBorder(nil, nil, nil, container.NewCenter(leave), opens)
}

// leaveOut has an entry never brought back again, or takes that back; chip
// shows which.
func (l *lookBack) leaveOut(id uuid.UUID, out bool, chip *widget.Chip) {
	s := l.screen
	if s.isOpen(id) {
		e := s.read()
		e.NoLookBack = out
		s.paper.strip.more.Set(e)
		s.paper.strip.more.OnChanged()
		s.SaveNow()
		chip.SetSelected(out)
		return
	}
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) {
		var e journal.Entry
		if e, err = s.deps.Store.GetEntry(ctx, id); err == nil {
			e.NoLookBack = out
			_, err = s.deps.Store.UpdateEntry(ctx, e, false)
		}
	}, func() {
		if err != nil {
			s.notice.Show(explain(err), nil)
			return
		}
		chip.SetSelected(out)
	})
}
