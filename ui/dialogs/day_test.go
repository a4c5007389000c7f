package dialogs_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/uitest"
)

// askDay asks for a day; told are the answers.
func askDay(w fyne.Window, value journal.Day) (told *[]journal.Day) {
	told = new([]journal.Day)
	dialogs.AskDay(w, dialogs.DayQuestion{
		Title: "When?", Text: "A day.", Value: value, Verb: "Keep", None: "Without a day",
		Today: time.Date(2026, 5, 4, 20, 0, 0, 0, time.UTC),
	}, func(day journal.Day) { *told = append(*told, day) })
	return told
}

// tapAnswer taps an answer of the dialog that is open.
func tapAnswer(t *testing.T, w fyne.Window, label string) {
	t.Helper()
	uitest.Tap(t, w.Canvas().Overlays().Top(), label)
}

func TestAskDay(t *testing.T) {
	tests := []struct {
		name   string
		value  journal.Day
		act    func(fyne.Window)
		answer string // that is tapped, or none
		want   string // the answers that are told
		open   bool   // the dialog stays
	}{
		{"typed", "", func(w fyne.Window) { test.Type(w.Canvas().Focused(), "2026-12-24"); typeKey(w, fyne.KeyReturn) }, "", "2026-12-24", false},
		{"as it was", "2026-06-01", func(fyne.Window) {}, "Keep", "2026-06-01", false},
		{"no day", "", func(w fyne.Window) { test.Type(w.Canvas().Focused(), "soon") }, "Keep", "", true},
		{"nothing", "", func(fyne.Window) {}, "Keep", "", true},
		{"without one", "2026-06-01", func(fyne.Window) {}, "Without a day", "none", false},
		{"cancelled", "2026-06-01", func(fyne.Window) {}, "Cancel", "", false},
		{"from the calendar", "2026-06-01", func(w fyne.Window) { w.Canvas().FocusNext(); typeKey(w, fyne.KeyRight, fyne.KeySpace) }, "Keep", "2026-06-02", false},
		{"taken away with a day", "", func(w fyne.Window) { test.Type(w.Canvas().Focused(), "2026-12-24"); dialogs.CloseAll(w) }, "", "2026-12-24", false},
		{"taken away as it was", "2026-06-01", dialogs.CloseAll, "", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := window(t)
			told := askDay(w, tt.value)
			tt.act(w)
			if tt.answer != "" {
				tapAnswer(t, w, tt.answer)
			}
			var got []string
			for _, day := range *told {
				if day == "" {
					day = "none"
				}
				got = append(got, string(day))
			}
			if strings.Join(got, " ") != tt.want || dialogs.IsOpen(w) != tt.open {
				t.Errorf("told %q, open %t", got, dialogs.IsOpen(w))
			}
		})
	}
}
