package journal_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

func TestCoolingOffOf(t *testing.T) {
	pages := []journal.Page{{ID: "pause", Kind: journal.PageCoolingOff}, {ID: "letter", Kind: journal.PageLetter}}
	zone := time.FixedZone("", 3600)
	tests := []struct {
		name, page, backAt string
		want               time.Time
	}{
		{"a moment", "pause", "2026-05-04T20:40:00+01:00", time.Date(2026, 5, 4, 20, 40, 0, 0, zone)},
		{"a day is its noon", "pause", "2026-05-05", time.Date(2026, 5, 5, 12, 0, 0, 0, zone)},
		{"nothing said", "pause", "", time.Time{}},
		{"no moment", "pause", "later", time.Time{}},
		{"another page", "letter", "2026-05-05", time.Time{}},
		{"no page", "", "2026-05-05", time.Time{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := journal.EntryFacts{ID: uuid.New(), Page: test.page, Fields: map[string]string{journal.FieldBackAt: test.backAt}}
			c, ok := journal.CoolingOffOf(pages, e, zone)
			if ok == test.want.IsZero() || ok && (!c.BackAt.Equal(test.want) || c.Entry != e.ID) {
				t.Errorf("got %v, %v", c.BackAt, ok)
			}
		})
	}
}

func TestRunningCoolingOffs(t *testing.T) {
	now := time.Date(2026, 5, 4, 20, 0, 0, 0, time.UTC)
	at := func(d time.Duration) journal.CoolingOff { return journal.CoolingOff{BackAt: now.Add(d)} }
	running := journal.Running([]journal.CoolingOff{at(time.Hour), at(-time.Second), at(0), at(time.Minute)}, now)
	if len(running) != 2 || running[0] != at(time.Minute) || running[1] != at(time.Hour) {
		t.Errorf("%d run", len(running))
	}
}

func TestReturnedCoolingOffs(t *testing.T) {
	now := time.Date(2026, 5, 4, 20, 0, 0, 0, time.UTC)
	at := func(d time.Duration) journal.CoolingOff { return journal.CoolingOff{BackAt: now.Add(d)} }
	back := journal.Returned([]journal.CoolingOff{at(time.Hour), at(-time.Hour), at(-3 * time.Hour), at(0)}, now)
	if len(back) != 2 || back[0] != at(0) || back[1] != at(-time.Hour) {
		t.Errorf("%d have returned", len(back))
	}
}

func TestPagesOfKind(t *testing.T) {
	pages := []journal.Page{{ID: "a", Kind: journal.PageFacts}, {ID: "b"}, {ID: "c", Kind: journal.PageFacts}}
	if got := journal.PagesOfKind(pages, journal.PageFacts); len(got) != 2 || got[0] != "a" || got[1] != "c" {
		t.Errorf("got %q", got)
	}
}
