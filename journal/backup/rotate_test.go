package backup_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mend/journal/backup"
)

// history returns copies made at the moments, the oldest first.
func history(moments ...time.Time) []backup.Copy {
	var copies []backup.Copy
	for i, at := range moments {
		copies = append(copies, backup.Copy{Path: fmt.Sprint(i + 1), Sequence: i + 1, When: at, Verified: true})
	}
	return copies
}

// daily makes count backups, one a day, and returns what rotation leaves of
// them when it runs after each.
func daily(count int, from time.Time) []backup.Copy {
	var left []backup.Copy
	for i := range count {
		at := from.AddDate(0, 0, i)
		left = rotated(append(left, backup.Copy{Path: fmt.Sprint(i + 1), Sequence: i + 1, When: at, Verified: true}), at)
	}
	return left
}

func rotated(copies []backup.Copy, now time.Time) []backup.Copy {
	gone := backup.Surplus(copies, now)
	return slices.DeleteFunc(slices.Clone(copies), func(c backup.Copy) bool { return slices.Contains(gone, c) })
}

func days(copies []backup.Copy) []string {
	var all []string
	for _, c := range slices.Backward(copies) {
		all = append(all, c.When.Format(time.DateOnly))
	}
	return all
}

func TestRotation(t *testing.T) {
	got := days(daily(500, time.Date(2025, 1, 1, 9, 0, 0, 0, nepal)))
	equal(t, got, []string{
		"2026-05-15", // the newest, then seven days
		"2026-05-14", "2026-05-13", "2026-05-12", "2026-05-11", "2026-05-10", "2026-05-09", "2026-05-08",
		"2026-05-03", "2026-04-30", "2026-04-26", // the ends of four weeks, and of twelve months
		"2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31", "2025-11-30", "2025-10-31",
		"2025-09-30", "2025-08-31", "2025-07-31", "2025-06-30",
	})
}

func TestRotationKeeps(t *testing.T) {
	noon := time.Date(2026, 3, 14, 12, 0, 0, 0, nepal)
	var sameDay []time.Time
	for i := range 40 {
		sameDay = append(sameDay, noon.Add(time.Duration(i)*time.Minute))
	}
	gone := backup.Surplus(history(sameDay...), sameDay[39])
	equal(t, len(gone), 33) // the newest seven stay
	if gone := backup.Surplus(history(noon), noon.AddDate(30, 0, 0)); len(gone) > 0 {
		t.Errorf("the only one goes: %v", gone)
	}
	equal(t, backup.Surplus(nil, noon) == nil, true)
}

// However wrong the clock is when rotation runs, what goes would have gone by
// the right clock too.
func TestAWrongClockDeletesNothing(t *testing.T) {
	start := time.Date(2025, 1, 1, 9, 0, 0, 0, nepal)
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(1, 400).Draw(t, "days")
		old := daily(days, start)
		right := start.AddDate(0, 0, days)
		wrong := right.Add(time.Duration(rapid.Int64Range(-20*365*24, 20*365*24).Draw(t, "hours off")) * time.Hour)
		with := func(at time.Time) []backup.Copy {
			newest := backup.Copy{Path: "new", Sequence: days + 1, When: at, Verified: true}
			return backup.Surplus(append(slices.Clone(old), newest), at)
		}
		allowed := with(right)
		for _, c := range with(wrong) {
			if !slices.Contains(allowed, c) {
				t.Fatalf("with %v for %v it deletes that of %v", wrong, right, c.When)
			}
		}
	})
}

// Copies that got a wrong date take no place from the others once the clock is
// right: those that rotation would keep without them it keeps with them.
func TestWrongDatesPushNothingOut(t *testing.T) {
	start := time.Date(2025, 1, 1, 9, 0, 0, 0, nepal)
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(1, 400).Draw(t, "days")
		good := daily(count, start)
		now := start.AddDate(0, 0, count+1)
		bad := slices.Clone(good)
		for i, off := range rapid.SliceOfN(rapid.IntRange(1, 9000), 0, 30).Draw(t, "days off") {
			at := now.AddDate(0, 0, off)
			if i%2 == 0 {
				at = start.AddDate(0, 0, -off)
			}
			bad = append(bad, backup.Copy{Path: fmt.Sprint("bad", i), Sequence: count + 1 + i, When: at, Verified: true})
		}
		newest := backup.Copy{Path: "new", Sequence: count + 100, When: now, Verified: true}
		kept := rotated(append(slices.Clone(bad), newest), now)
		for _, c := range rotated(append(slices.Clone(good), newest), now) {
			if !slices.Contains(kept, c) {
				t.Fatalf("that of %v went", c.When)
			}
		}
	})
}

// Whatever the dates: the newest seven stay, and what stays is bounded.
func TestRotationBounds(t *testing.T) {
	start := time.Date(2025, 1, 1, 9, 0, 0, 0, nepal)
	rapid.Check(t, func(t *rapid.T) {
		var moments []time.Time
		for _, hours := range rapid.SliceOfN(rapid.IntRange(0, 50_000), 1, 300).Draw(t, "hours") {
			moments = append(moments, start.Add(time.Duration(hours)*time.Hour))
		}
		now := start.Add(60_000 * time.Hour)
		left := rotated(history(moments...), now)
		for i := range min(7, len(moments)) {
			if newest := len(moments) - i; !slices.ContainsFunc(left, func(c backup.Copy) bool { return c.Sequence == newest }) {
				t.Fatalf("number %d of %d went", newest, len(moments))
			}
		}
		if len(left) > 7+2*(7+4+12) {
			t.Fatalf("%d stay", len(left))
		}
	})
}
