package backup

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"mend/journal/vault"
)

// rule keeps the newest copy of each of the last count periods that have one.
type rule struct {
	count  int
	period func(time.Time) string
}

// rules are how many copies grow old.
func rules() []rule {
	return []rule{{7, day}, {4, week}, {12, month}}
}

// alwaysKept is how many of the newest copies stay, whatever their dates say.
const alwaysKept = 7

func day(t time.Time) string { return t.Format(time.DateOnly) }

func week(t time.Time) string {
	year, number := t.ISOWeek()
	return fmt.Sprint(year, "-", number)
}

func month(t time.Time) string { return t.Format("2006-01") }

// surplus returns which of the copies of one journal may go. It counts twice,
// by sequence and by date, and a copy goes only if neither count keeps it.
// The newest copy is kept and not counted, and neither is one from after now:
// so a clock that is wrong when surplus is asked, by however much, lets nothing
// go that the right one would keep, and copies with wrong dates take no place
// from the others once the clock is right again.
func surplus(copies []Copy, now time.Time) []Copy {
	bySequence := slices.SortedFunc(slices.Values(copies), newerFirst)
	kept := map[string]bool{}
	for _, c := range bySequence[:min(alwaysKept, len(copies))] {
		kept[c.Path] = true
	}
	var counted []Copy
	for i, c := range bySequence {
		switch {
		case c.When.After(now):
			kept[c.Path] = true
		case i > 0:
			counted = append(counted, c)
		}
	}
	byDate := slices.SortedFunc(slices.Values(counted), func(a, b Copy) int {
		return cmp.Or(b.When.Compare(a.When), newerFirst(a, b))
	})
	for _, r := range rules() {
		maps.Copy(kept, r.keeps(counted, now.Location()))
		maps.Copy(kept, r.keeps(byDate, now.Location()))
	}
	return slices.DeleteFunc(bySequence, func(c Copy) bool { return kept[c.Path] })
}

// keeps returns the paths of the copies that the rule keeps; it meets them in
// their order, and keeps the first of a period.
func (r rule) keeps(copies []Copy, zone *time.Location) map[string]bool {
	periods, kept := map[string]bool{}, map[string]bool{}
	for _, c := range copies {
		if period := r.period(c.When.In(zone)); len(periods) < r.count && !periods[period] {
			periods[period], kept[c.Path] = true, true
		}
	}
	return kept
}

// rotate removes what is surplus now that made is verified, and what earlier
// attempts left behind. A copy that has been opened as a journal of its own is
// neither counted nor removed: somebody may have written in it.
func (f Folder) rotate(made Copy) error {
	own, err := f.own()
	if err != nil {
		return err
	}
	var verified, gone []Copy
	for _, c := range own {
		used, err := exists(vault.LockPath(c.Path))
		switch {
		case err != nil || used:
		case c.Verified:
			verified = append(verified, c)
		case c.Sequence < made.Sequence:
			gone = append(gone, c)
		}
	}
	gone = append(gone, surplus(verified, f.now())...)
	var failed error
	for _, c := range gone {
		failed = errors.Join(failed, f.on().Remove(c.Path))
	}
	return errors.Join(failed, f.on().SyncFolder(f.dir()))
}
