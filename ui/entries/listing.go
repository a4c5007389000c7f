package entries

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// reader is the part of the store that the list is read through.
type reader interface {
	ListEntries(context.Context, journal.EntryFilter) ([]journal.EntrySummary, error)
	CountMonths(context.Context, journal.EntryFilter) ([]journal.MonthCount, error)
}

// listing is what the list shows: the months, and the pages of entries that
// came into view. It fetches off the UI goroutine, to which it belongs; an
// answer to an older question is dropped, and an older question that has not
// begun is not asked.
type listing struct {
	tasks   Tasks
	store   reader
	changed func(error) // told when there is something new to show

	rows   rows
	pages  pages
	filter journal.EntryFilter // whose answer is shown
	known  bool                // an answer has come

	asked  int          // questions asked so far
	newest atomic.Int64 // the last of them, for the worker
	drop   context.CancelFunc
}

func newListing(t Tasks, s reader, changed func(error)) *listing {
	return &listing{tasks: t, store: s, changed: changed, drop: func() {}}
}

// answer is what came back for one question.
type answer struct {
	months []journal.MonthCount
	first  []int // numbers of the pages that come with it
	pages  [][]journal.EntrySummary
	err    error
}

// fetch asks for the entries that filter chooses, with the pages around the
// positions of view; then, which may be nil, is called when they are shown.
func (l *listing) fetch(filter journal.EntryFilter, view span, then func()) {
	l.asked++
	question := l.asked
	l.newest.Store(int64(question))
	l.drop() // the one before is not wanted any more
	var stop context.Context
	stop, l.drop = context.WithCancel(context.Background())

	first, last := view.first/pageSize, max(view.end-1, 0)/pageSize
	var a answer
	l.tasks.Run(func(ctx context.Context) {
		if l.newest.Load() != int64(question) {
			return
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(stop, cancel)()
		a = l.ask(ctx, filter, first, last)
	}, func() {
		if question == l.asked {
			l.show(filter, a, then)
		}
	})
}

// ask reads the months and the pages from first to last.
func (l *listing) ask(ctx context.Context, filter journal.EntryFilter, first, last int) (a answer) {
	if a.months, a.err = l.store.CountMonths(ctx, filter); a.err != nil {
		return a
	}
	for n := first; n <= last && a.err == nil; n++ {
		var entries []journal.EntrySummary
		if entries, a.err = l.page(ctx, filter, n); a.err == nil {
			a.first, a.pages = append(a.first, n), append(a.pages, entries)
		}
	}
	return a
}

func (l *listing) page(ctx context.Context, filter journal.EntryFilter, number int) ([]journal.EntrySummary, error) {
	return l.pageAt(ctx, filter, number*pageSize)
}

func (l *listing) pageAt(ctx context.Context, filter journal.EntryFilter, offset int) ([]journal.EntrySummary, error) {
	filter.Offset, filter.Limit = offset, pageSize
	return l.store.ListEntries(ctx, filter)
}

func (l *listing) show(filter journal.EntryFilter, a answer, then func()) {
	if a.err != nil {
		l.changed(a.err)
		return
	}
	l.rows, l.filter, l.known = newRows(a.months), filter, true
	generation := l.pages.begin()
	for i, n := range a.first {
		l.pages.put(generation, n, a.pages[i])
	}
	l.changed(nil)
	if then != nil {
		then()
	}
}

// forget drops what is shown, and what is on its way to be.
func (l *listing) forget() {
	l.drop()
	l.asked++
	l.rows, l.filter, l.known = rows{}, journal.EntryFilter{}, false
	l.pages.begin()
}

// need fetches what is missing between the positions first and end.
func (l *listing) need(first, end int) {
	for _, n := range l.pages.missing(first, min(end, l.rows.total)) {
		l.fetchPage(n)
	}
}

func (l *listing) fetchPage(number int) {
	generation, filter := l.pages.generation, l.filter
	var (
		entries []journal.EntrySummary
		err     error
	)
	l.tasks.Run(func(ctx context.Context) { entries, err = l.page(ctx, filter, number) }, func() {
		if err != nil {
			if generation == l.pages.generation {
				l.changed(err)
			}
			return
		}
		if l.pages.put(generation, number, entries) {
			l.changed(nil)
		}
	})
}

// locate finds the position of the entry with the id, which is about the
// moment at, and calls found with it unless the list has changed meanwhile or
// does not have the entry.
func (l *listing) locate(id uuid.UUID, at time.Time, found func(position int)) {
	l.seek(id, at, func(position int) {
		if position >= 0 {
			found(position)
		}
	})
}

// seek is locate that also tells, by -1, that the list does not have the entry.
// Where that could not be read, it tells nothing.
func (l *listing) seek(id uuid.UUID, at time.Time, told func(position int)) {
	if position, ok := l.pages.position(id); ok {
		told(position)
		return
	}
	month, ok := l.rows.find(at.Format("2006-01"))
	if !ok || l.pages.holds(month.first, month.first+month.count) {
		told(-1)
		return
	}
	generation, filter := l.pages.generation, l.filter
	position := -1
	var err error
	l.tasks.Run(func(ctx context.Context) {
		var entries []journal.EntrySummary
		for offset := month.first; offset < month.first+month.count && position < 0; offset += pageSize {
			if entries, err = l.pageAt(ctx, filter, offset); err != nil {
				return // the row is only not marked
			}
			for i, e := range entries {
				if e.ID == id {
					position = offset + i
				}
			}
		}
	}, func() {
		if err == nil && generation == l.pages.generation {
			told(position)
		}
	})
}
