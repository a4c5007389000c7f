package entries

import (
	"sort"

	"mend/journal"
)

// rows places every row of the list by counting, without knowing the entries:
// each month has a header row, and below it as many rows as it has entries.
type rows struct {
	months []monthRows
	total  int // entries
}

// monthRows is one month's place.
type monthRows struct {
	month string // "YYYY-MM"
	first int    // position of its first entry among all entries
	count int
}

// newRows places the months, which come in the order of the list.
func newRows(counts []journal.MonthCount) rows {
	r := rows{months: make([]monthRows, 0, len(counts))}
	for _, c := range counts {
		r.months = append(r.months, monthRows{c.Month, r.total, c.Count})
		r.total += c.Count
	}
	return r
}

// monthOf returns the index of the month that the entry at position lies in.
func (r rows) monthOf(position int) int {
	return sort.Search(len(r.months), func(i int) bool { return r.months[i].first > position }) - 1
}

// find returns the month called name, or false.
func (r rows) find(name string) (monthRows, bool) {
	for _, m := range r.months {
		if m.month == name {
			return m, true
		}
	}
	return monthRows{}, false
}

// heights are what a row of each kind takes.
type heights struct{ header, entry float32 }

// all returns the height of all rows.
func (r rows) all(h heights) float32 {
	return float32(len(r.months))*h.header + float32(r.total)*h.entry
}

// topOf returns where the row of the entry at position begins.
func (r rows) topOf(position int, h heights) float32 {
	return float32(r.monthOf(position)+1)*h.header + float32(position)*h.entry
}

// topOfMonth returns where the header row of month i begins.
func (r rows) topOfMonth(i int, h heights) float32 {
	return float32(i)*h.header + float32(r.months[i].first)*h.entry
}

// monthAt returns the index of the month that is at height y.
func (r rows) monthAt(y float32, h heights) int {
	i := sort.Search(len(r.months), func(i int) bool { return r.topOfMonth(i, h) > y }) - 1
	return max(i, 0)
}

// span is a run of months and entries, ends excluded.
type span struct{ firstMonth, endMonth, first, end int }

// between returns what is seen between the heights y and y+height.
func (r rows) between(y, height float32, h heights) span {
	if len(r.months) == 0 {
		return span{}
	}
	from, to := r.monthAt(y, h), r.monthAt(y+height, h)
	return span{
		firstMonth: from, endMonth: to + 1,
		first: r.positionAt(from, y, h),
		end:   min(r.positionAt(to, y+height, h)+1, r.total),
	}
}

// positionAt returns the entry of month i that is at height y: its first one
// where y is at the header.
func (r rows) positionAt(i int, y float32, h heights) int {
	m := r.months[i]
	below := y - r.topOfMonth(i, h) - h.header
	if below < 0 {
		return m.first
	}
	return m.first + min(int(below/h.entry), m.count-1)
}

// entryAt returns the position of the entry at height y, or false where there
// is a header or nothing.
func (r rows) entryAt(y float32, h heights) (int, bool) {
	if len(r.months) == 0 || y < 0 || y >= r.all(h) {
		return 0, false
	}
	i := r.monthAt(y, h)
	if y < r.topOfMonth(i, h)+h.header {
		return 0, false
	}
	return r.positionAt(i, y, h), true
}
