package journal

import (
	"slices"
	"time"

	"github.com/google/uuid"
)

// CoolingOff is a time-out that the person took, with the moment at which they
// said they come back.
type CoolingOff struct {
	Entry  uuid.UUID
	BackAt time.Time
}

// CoolingOffOf returns the time-out that an entry on the page with an id holds,
// or false: the page is of another kind, or says no moment. A day without a time
// means its noon in zone.
func CoolingOffOf(pages []Page, e EntryFacts, zone *time.Location) (CoolingOff, bool) {
	page, ok := FindPage(pages, e.Page)
	if !ok || page.Kind != PageCoolingOff {
		return CoolingOff{}, false
	}
	at, err := ParseMoment(e.Fields[FieldBackAt], zone)
	if err != nil {
		return CoolingOff{}, false
	}
	return CoolingOff{Entry: e.ID, BackAt: at}, true
}

// returnedFor is for how long a return that has come is pointed out.
const returnedFor = 3 * time.Hour

// Returned returns the time-outs whose moment of return came in the last hours,
// the latest first.
func Returned(all []CoolingOff, now time.Time) []CoolingOff {
	back := slices.DeleteFunc(slices.Clone(all), func(c CoolingOff) bool {
		return c.BackAt.After(now) || !c.BackAt.After(now.Add(-returnedFor))
	})
	slices.SortStableFunc(back, func(a, b CoolingOff) int { return b.BackAt.Compare(a.BackAt) })
	return back
}

// PagesOfKind returns the ids of the pages of a kind.
func PagesOfKind(pages []Page, kind PageKind) []string {
	var ids []string
	for _, p := range pages {
		if p.Kind == kind {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// Running returns the time-outs whose moment of return still lies ahead of now,
// the nearest first.
func Running(all []CoolingOff, now time.Time) []CoolingOff {
	running := slices.DeleteFunc(slices.Clone(all), func(c CoolingOff) bool { return !c.BackAt.After(now) })
	slices.SortStableFunc(running, func(a, b CoolingOff) int { return a.BackAt.Compare(b.BackAt) })
	return running
}
