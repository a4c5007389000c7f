package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

func TestLookBackDays(t *testing.T) {
	for today, want := range map[journal.Day][]journal.Day{
		"2026-03-14": {"2026-02-14", "2025-12-14", "2025-09-14", "2025-03-14", "2024-03-14", "2023-03-14", "2022-03-14"},
		"2026-03-31": {"2025-12-31", "2025-03-31", "2024-03-31", "2023-03-31", "2022-03-31", "2021-03-31", "2020-03-31"},
		"2024-02-29": {"2024-01-29", "2023-11-29", "2023-08-29", "2020-02-29", "2016-02-29", "2012-02-29", "2008-02-29"},
	} {
		if diff := cmp.Diff(want, journal.LookBackDays(today)[:7]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", today, diff)
		}
	}
	if got := journal.LookBackDays("0002-06-06"); len(got) != 4 {
		t.Errorf("at the beginning of time there are %v", got)
	}
	if got := journal.LookBackDays(""); got != nil {
		t.Errorf("on no day there are %v", got)
	}
}

func TestLookBackIsOffUntilItIsAskedFor(t *testing.T) {
	var p journal.Profile
	if p.LooksBack() {
		t.Error("it is on from the beginning")
	}
	p.LookBack(true)
	if !p.LooksBack() {
		t.Error("it can't be had")
	}
	p.LookBack(false)
	if p.LooksBack() || len(p.Settings) > 0 {
		t.Errorf("taken back, the settings are %v", p.Settings)
	}
}
