package widget_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"mend/ui/widget"
)

func date(s string) time.Time {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return t
}

// newCalendar shows a calendar with the focus on it.
func newCalendar(t *testing.T, today string, firstDay time.Weekday) (*widget.Calendar, fyne.Window) {
	t.Helper()
	c := widget.NewCalendar(date(today), firstDay)
	w := window(t, c)
	w.Canvas().Focus(c)
	return c, w
}

func TestCalendarKeys(t *testing.T) {
	for _, tt := range []struct {
		from string
		key  fyne.KeyName
		to   string
	}{
		{"2026-03-01", fyne.KeyLeft, "2026-02-28"}, {"2026-02-28", fyne.KeyRight, "2026-03-01"},
		{"2026-03-31", fyne.KeyDown, "2026-04-07"}, {"2026-03-07", fyne.KeyUp, "2026-02-28"},
		{"2026-03-14", fyne.KeyHome, "2026-03-01"}, {"2024-02-14", fyne.KeyEnd, "2024-02-29"},
		{"2026-01-31", fyne.KeyPageDown, "2026-02-28"}, {"2026-03-31", fyne.KeyPageUp, "2026-02-28"},
		{"2026-12-31", fyne.KeyPageDown, "2027-01-31"}, {"0001-01-01", fyne.KeyLeft, "0001-01-01"},
		{"0001-01-15", fyne.KeyPageUp, "0001-01-15"}, {"9999-12-31", fyne.KeyDown, "9999-12-31"},
	} {
		c, w := newCalendar(t, tt.from, time.Monday)
		var months []string
		c.OnMonth = func(month time.Time) { months = append(months, month.Format("2006-01-02")) }
		press(w, tt.key)
		if got := c.Day().Format("2006-01-02"); got != tt.to {
			t.Errorf("%s leads from %s to %s, want %s", tt.key, tt.from, got, tt.to)
		}
		var want []string
		if tt.from[:7] != tt.to[:7] {
			want = []string{tt.to[:7] + "-01"}
		}
		if !slices.Equal(months, want) {
			t.Errorf("%s from %s told of the months %v, want %v", tt.key, tt.from, months, want)
		}
	}
}

func TestCalendarIsChosenFrom(t *testing.T) {
	c, w := newCalendar(t, "2026-03-14", time.Monday)
	var chosen []string
	c.OnChoose = func(day time.Time) { chosen = append(chosen, day.Format("2006-01-02")) }
	press(w, fyne.KeyReturn, fyne.KeyRight, fyne.KeySpace)
	// The 30th, a Monday, is in the sixth row and the first column.
	test.TapAt(c, fyne.NewPos(5, c.Size().Height-5))
	test.TapAt(c, fyne.NewPos(c.Size().Width-5, c.Size().Height-5)) // nothing is there
	if want := []string{"2026-03-14", "2026-03-15", "2026-03-30"}; !slices.Equal(chosen, want) {
		t.Errorf("chose %v, want %v", chosen, want)
	}
	test.TapAt(c, fyne.NewPos(5, 5))
	test.TapAt(c, fyne.NewPos(c.Size().Width-5, 5))
	test.TapAt(c, fyne.NewPos(c.Size().Width-5, 5))
	if got := c.Month().Format("2006-01-02"); got != "2026-04-01" || len(chosen) != 3 {
		t.Errorf("the arrows lead to %s, and %d days were chosen", got, len(chosen))
	}
}

func TestCalendarMarksDays(t *testing.T) {
	c, w := newCalendar(t, "2026-03-14", time.Sunday)
	c.SetMarks(date("2026-04-01"), map[int]int{1: 1})
	if got := bold(w); !slices.Equal(got, []string{"March 2026"}) {
		t.Errorf("another month's marks make %v heavier", got)
	}
	c.SetMarks(date("2026-03-01"), map[int]int{2: 1, 31: 7})
	if got := bold(w); !slices.Equal(got, []string{"March 2026", "2", "31"}) {
		t.Errorf("%v are heavier", got)
	}
	if got := texts(w); !slices.Contains(got, "Sun") || slices.Index(got, "Sun") > slices.Index(got, "Mon") {
		t.Errorf("the week does not begin with Sunday: %v", got)
	}
	press(w, fyne.KeyPageDown)
	if got := bold(w); !slices.Equal(got, []string{"April 2026"}) {
		t.Errorf("in the next month %v are heavier", got)
	}
	press(w, fyne.KeyPageUp, fyne.KeyEnd)
	c.SetMarks(date("2026-03-01"), map[int]int{31: 7})
	if got := c.AccessibilityLabel(); got != "Tuesday 31 March 2026: 7" {
		t.Errorf("it is read as %q", got)
	}
}

// bold returns the heavier texts.
func bold(w fyne.Window) []string {
	var all []string
	for _, o := range drawn(w) {
		if text, ok := o.(*canvas.Text); ok && text.TextStyle.Bold {
			all = append(all, text.Text)
		}
	}
	return all
}

func TestWeekBegins(t *testing.T) {
	for locale, want := range map[string]time.Weekday{
		"": time.Monday, "en": time.Monday, "en-US": time.Sunday, "en-GB-Latn": time.Monday, "ar-EG": time.Saturday,
		"pt-BR": time.Sunday, "de-DE-Latn": time.Monday, "zh-TW-Hant": time.Sunday,
	} {
		if got := widget.WeekBeginsIn(locale); got != want {
			t.Errorf("in %q weeks begin with %s, want %s", locale, got, want)
		}
	}
}
