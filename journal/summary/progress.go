package summary

import "mend/journal"

// Progress is told how much of something is done, from 0 to 1, on the goroutine
// that does it.
type Progress func(done float64)

// progressOf returns who is told, if anybody is.
func progressOf(watch []Progress) Progress {
	for _, w := range watch {
		if w != nil {
			return w
		}
	}
	return func(float64) {}
}

// watched is a sheet that tells how much of a report was put on it, by the
// headings of its items.
type watched struct {
	sheet
	progress   Progress
	told, tell int
}

func newWatched(s sheet, r journal.Report, watch []Progress) *watched {
	items := len(r.Stages) + len(r.OtherGuide) + len(r.Promises) + len(r.Goals) + len(r.Entries)
	return &watched{sheet: s, progress: progressOf(watch), tell: max(items, 1)}
}

func (w *watched) put(b block) error {
	if b.kind == heading && b.level == itemLevel {
		w.told++
		w.progress(min(float64(w.told)/float64(w.tell), 1))
	}
	return w.sheet.put(b)
}
