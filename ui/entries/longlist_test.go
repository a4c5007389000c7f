package entries_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/entries"
	"mend/ui/tasks"
	"mend/ui/uitest"
)

// endless is a store of 100,000 entries, made up as they are read. It counts
// what it is asked.
type endless struct {
	*memory
	asked int
}

const many = 100_000

func (e *endless) CountMonths(context.Context, journal.EntryFilter) ([]journal.MonthCount, error) {
	e.asked++
	months := make([]journal.MonthCount, 0, many/100)
	for at := lastDay(); len(months) < many/100; at = at.AddDate(0, -1, 0) {
		months = append(months, journal.MonthCount{Month: at.Format("2006-01"), Count: 100})
	}
	return months, nil
}

func (e *endless) ListEntries(_ context.Context, f journal.EntryFilter) ([]journal.EntrySummary, error) {
	e.asked++
	var out []journal.EntrySummary
	for i := f.Offset; i < min(f.Offset+f.Limit, many); i++ {
		var id uuid.UUID
		binary.BigEndian.PutUint32(id[:], uint32(i+1))
		out = append(out, journal.EntrySummary{ID: id, At: lastDay().AddDate(0, -i/100, 0), Title: fmt.Sprint("row ", i)})
	}
	return out, nil
}

func (e *endless) GetEntry(_ context.Context, id uuid.UUID) (journal.Entry, error) {
	e.asked++
	return journal.Entry{ID: id, At: lastDay(), Body: "text"}, nil
}

func lastDay() time.Time { return time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC) }

func TestLongListScrollsWithoutReading(t *testing.T) {
	store, work := &endless{memory: newMemory()}, &held{Runner: tasks.NewSync()}
	win := uitest.NewWindow(t)
	screen := entries.New(entries.Deps{Window: win, Tasks: work, Store: store, Guides: guides,
		Now: func() time.Time { return lastDay() }})
	win.SetContent(screen.Content())
	win.Resize(fyne.NewSize(1100, 800))
	screen.Show()

	before := store.asked
	work.hold = true
	for at := 0; at < many; at += many / 500 {
		screen.Reveal(at)
	}
	screen.Reveal(many - 1)
	if store.asked != before {
		t.Errorf("drawing the list read %d times", store.asked-before)
	}
	if got := len(work.queue); got > 2*501 {
		t.Errorf("%d pages were asked for in 501 steps", got)
	}
	work.letGo()
	rows := screen.Rows()
	if last := rows[len(rows)-1]; !strings.HasPrefix(last, fmt.Sprint("row ", many-1)) {
		t.Errorf("the end shows %q", last)
	}
	if held := screen.PagesHeld(); held > 12 {
		t.Errorf("%d pages are in memory", held)
	}

	before = store.asked
	for range 50 { // back and forth where everything is here already
		screen.Reveal(many - 30)
		screen.Reveal(many - 1)
	}
	if store.asked != before {
		t.Errorf("what is in memory was read %d times more", store.asked-before)
	}
}
