package form

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// spans sets a moment by how far it is from now. The one that was chosen has a
// tick. They are put away once the moment is past, so that one press does not
// put another in the place of it.
type spans struct {
	dated  *dated
	long   []time.Duration
	chips  []*widget.Chip
	row    *fyne.Container
	chosen time.Duration // what value came from
	value  string
}

func newSpans(d *dated, pf journal.PageField) *spans {
	s := &spans{dated: d, row: widget.NewFlow(theme.Space2)}
	words := spanWords
	if pf.Lasts {
		words = longWords
	}
	for _, span := range pf.Soon {
		if long, err := time.ParseDuration(span); err == nil {
			chip := widget.NewChip(words(long), func() { s.choose(long) })
			s.long, s.chips = append(s.long, long), append(s.chips, chip)
			s.row.Add(chip)
		}
	}
	widget.Show(s.row, len(s.chips) > 0)
	return s
}

// choose sets the moment that is a span from now.
func (s *spans) choose(long time.Duration) {
	d, at := s.dated, s.dated.form.deps.Now().Add(long)
	if d.clocked {
		d.clock.SetText(at.Format("15:04"))
	}
	d.day.SetText(string(journal.DayOf(at)))
	s.chosen, s.value = long, d.value()
	d.changed()
}

// follow ticks the span that the moment is from now, or was when it was chosen,
// and shows the spans again where there is none, or another one ahead.
func (s *spans) follow() {
	value := s.dated.value()
	for i, chip := range s.chips {
		day := string(journal.DayOf(s.dated.form.deps.Now().Add(s.long[i])))
		chip.SetSelected(value != "" && value == s.value && s.chosen == s.long[i] || value == day)
	}
	if ahead, ok := s.isAhead(); value == "" || ok && ahead {
		widget.Show(s.row, len(s.chips) > 0)
	}
}

// putAway hides the spans if the moment is past and none of them has the focus.
func (s *spans) putAway() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.row); c != nil {
		if chip, ok := c.Focused().(*widget.Chip); ok && slices.Contains(s.chips, chip) {
			return
		}
	}
	ahead, ok := s.isAhead()
	widget.Show(s.row, len(s.chips) > 0 && (ahead || !ok))
}

// isAhead reports whether the moment is still to come; ok is false if there is
// none.
func (s *spans) isAhead() (ahead, ok bool) {
	value, now := s.dated.value(), s.dated.form.deps.Now()
	if day, err := journal.ParseDay(value); err == nil {
		return day > journal.DayOf(now), true
	}
	at, err := journal.ParseMoment(value, now.Location())
	return at.After(now), err == nil
}
