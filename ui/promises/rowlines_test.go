package promises_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/journal"
	"mend/ui/theme"
)

func TestALongPromiseHasTwoLines(t *testing.T) {
	const text = "Round the block before I answer something that makes me angry"
	for _, size := range []float32{1, 1.5, 2} {
		store := newMemory()
		store.add(t, daily("Call")) // the foot tells of this one
		store.add(t, journal.Promise{Text: text, Every: "mon,thu", Review: "2026-06-01"})
		s := show(t, store)
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, size))
		s.win.Resize(fyne.NewSize(1180, 780))
		var drawn []string
		for _, o := range s.objects() {
			if line, ok := o.(*canvas.Text); ok && line.Text != "" && strings.Contains(text, line.Text) && len(line.Text) > 5 {
				drawn = append(drawn, line.Text)
			}
		}
		if strings.Join(drawn, " ") != text || len(drawn) > 2 {
			t.Errorf("at %v it is drawn as %q", size, drawn)
		}
		if !s.draws("look again on 1 Jun") {
			t.Errorf("at %v the day to look again is cut", size)
		}
	}
}

func TestWhatStandsBelowAPromiseIsWhole(t *testing.T) {
	const long = "Nothing over fifty is spent or borrowed before the other knows"
	for _, tt := range []struct {
		name    string
		promise journal.Promise
		want    []string
	}{
		{"a long one", journal.Promise{Text: long, Who: journal.ByBoth, Review: "2026-12-31"}, []string{"Both of you, whenever it comes up", "last seen 1 May  ·  look again on 31 Dec"}},
		{"a short one", journal.Promise{Text: "Short", Who: journal.ByPartner, Review: "2026-12-31"},
			[]string{"Your partner, whenever it comes up", "last seen 1 May  ·  look again on 31 Dec"}},
		{"with room", journal.Promise{Text: "Short", Every: journal.EveryWeek}, []string{"You, every week  ·  "}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			store := newMemory()
			id := store.add(t, tt.promise)
			if _, err := store.Observe(t.Context(), id, journal.Observation{Day: "2026-05-01", Result: journal.Kept}); err != nil {
				t.Fatal(err)
			}
			s := show(t, store)
			for _, want := range tt.want {
				if !s.draws(want) {
					t.Errorf("it does not say %q", want)
				}
			}
			if s.draws("…") {
				t.Error("something is cut")
			}
		})
	}
}

// Whatever the width and the size of the text, nothing that is told of a promise
// is cut off, and no row runs into the next.
func TestAllThatIsToldOfAPromiseIsDrawn(t *testing.T) {
	const text = "Round the block before I answer something that makes me angry"
	store := newMemory()
	store.add(t, daily("Call"))
	for _, p := range []journal.Promise{
		{Text: text, Who: journal.ByPartner, Every: "mon,tue,wed,fri,sat,sun", Review: "2027-09-30"},
		{Text: text, Who: journal.ByBoth, Every: journal.EveryWeek, From: "2026-04-29", Review: "2026-05-30"},
		{Text: text, Who: journal.ByPartner, Due: "2027-09-30", Review: "2026-04-30"},
	} {
		store.add(t, p)
	}
	told := []string{
		"Your partner, Mon, Tue, Wed, Fri, Sat, Sun", "look again on 30 Sep 2027", "Both of you, every week", "next: Wed 6 May", "look again on 30 May",
		"Your partner, once, by 30 Sep 2027", "look again, since 30 Apr",
	}
	s := show(t, store)
	for _, size := range []float32{1, 1.5, 2} {
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, size))
		for _, width := range []float32{1920, 1180, 1000, 900, 760} {
			s.win.Resize(fyne.NewSize(width, 2400))
			var drawn []string
			for _, o := range s.objects() {
				line, ok := o.(*canvas.Text)
				if !ok || line.Text == "" {
					continue
				}
				drawn = append(drawn, line.Text)
				if strings.HasSuffix(line.Text, "…") || strings.HasPrefix(line.Text, "·") {
					t.Errorf("at %v times and %v wide a line is %q", size, width, line.Text)
				}
			}
			for _, want := range told {
				if !strings.Contains(strings.Join(drawn, " "), want) {
					t.Errorf("at %v times and %v wide it does not say %q", size, width, want)
				}
			}
			for _, line := range s.overflowing() {
				t.Errorf("at %v times and %v wide %q stands below the end of its row", size, width, line)
			}
		}
	}
}

// overflowing returns the lines that end below what holds them.
func (s *shown) overflowing() []string {
	var lines []string
	for _, o := range s.objects() {
		row, ok := o.(*fyne.Container)
		if !ok || row.Layout != nil {
			continue
		}
		for _, o := range row.Objects {
			if line, ok := o.(*canvas.Text); ok && line.Text != "" && line.Position().Y+line.MinSize().Height > row.Size().Height {
				lines = append(lines, line.Text)
			}
		}
	}
	return lines
}
