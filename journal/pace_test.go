package journal_test

import (
	"testing"
	"time"

	"mend/journal"
)

func TestHarderInARow(t *testing.T) {
	rated := func(before, after int) journal.EntryFacts { return journal.EntryFacts{Before: before, After: after} }
	tests := []struct {
		name    string
		entries []journal.EntryFacts
		want    bool
	}{
		{"none", nil, false},
		{"two are not several", []journal.EntryFacts{rated(3, 2), rated(4, 1)}, false},
		{"three in a row", []journal.EntryFacts{rated(3, 2), rated(4, 1), rated(2, 1)}, true},
		{"one that was lighter ends the row", []journal.EntryFacts{rated(3, 2), rated(4, 1), rated(2, 3), rated(2, 1)}, false},
		{"one that stayed the same ends it too", []journal.EntryFacts{rated(3, 2), rated(2, 2), rated(4, 1), rated(2, 1)}, false},
		{"the newest was lighter", []journal.EntryFacts{rated(3, 2), rated(4, 1), rated(2, 1), rated(1, 2)}, false},
		{"those not rated are passed over", []journal.EntryFacts{rated(3, 2), rated(4, 0), rated(0, 1), rated(4, 1), {}, rated(2, 1)}, true},
		{"four in a row", []journal.EntryFacts{rated(5, 4), rated(5, 4), rated(5, 4), rated(5, 4)}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := journal.HarderInARow(test.entries); got != test.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestPaceIsKeptInTheProfile(t *testing.T) {
	var p journal.Profile
	if p.KeepsToFacts() || p.EnoughAfter() != 0 || !p.Nudges() {
		t.Fatal("the settings are not as they come")
	}
	before := p
	p.KeepToFacts(true)
	p.SetEnoughAfter(45 * time.Minute)
	p.Nudge(false)
	if !p.KeepsToFacts() || p.EnoughAfter() != 45*time.Minute || p.Nudges() {
		t.Error("what was chosen is not kept")
	}
	if before.KeepsToFacts() || len(before.Settings) != 0 {
		t.Error("an earlier copy was changed")
	}
	p.KeepToFacts(false)
	p.SetEnoughAfter(0)
	p.Nudge(true)
	if len(p.Settings) != 0 {
		t.Errorf("%d settings are left of what was taken back", len(p.Settings))
	}
	for _, odd := range []string{"-5", "soon", "0", "90000"} {
		p.Settings = map[string]string{"enough-after-minutes": odd}
		if p.EnoughAfter() != 0 {
			t.Errorf("%q makes a time", odd)
		}
	}
}

func TestSkipsCountForTheirDayAlone(t *testing.T) {
	var p journal.Profile
	p.Skip("2026-05-04")
	p.Skip("2026-05-04")
	if p.Skips("2026-05-04") != 2 || p.Skips("2026-05-05") != 0 {
		t.Errorf("%d and %d skips", p.Skips("2026-05-04"), p.Skips("2026-05-05"))
	}
	p.Skip("2026-05-05")
	if p.Skips("2026-05-05") != 1 || p.Skips("2026-05-04") != 0 {
		t.Error("the day before is still counted")
	}
}
