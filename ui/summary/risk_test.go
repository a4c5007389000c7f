package summary_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"mend/ui/dialogs"
	"mend/ui/widget"
)

func TestTheRiskIsToldOnceBeforeSaving(t *testing.T) {
	s := show(t, rich())
	const risk = "anyone who opens"
	test.Tap(s.button("Save the summary…"))
	if !s.says(risk) || len(s.store.exported) > 0 {
		t.Fatal("what a file means is not told before saving")
	}
	test.Tap(s.button("Cancel"))
	if dialogs.IsOpen(s.win) {
		t.Fatal("a path is asked for after cancelling")
	}
	for _, turnedBack := range [][2]string{{"Save the summary…", "Save it unsealed"}, {"Print…", "Choose a place"}} {
		test.Tap(s.button(turnedBack[0]))
		test.Tap(s.button(turnedBack[1]))
		test.Tap(s.button("Cancel"))
		test.Tap(s.button("Save the summary…"))
		if !s.says(risk) {
			t.Fatalf("it is told no more after %q came to nothing", turnedBack[1])
		}
		test.Tap(s.button("Cancel"))
	}
	s.saveTo("/tmp/mine.pdf")
	test.Tap(s.button("Save the summary…"))
	if s.says(risk) {
		t.Error("what a file means is told a second time")
	}
	if field := find(s, func(*widget.Field) bool { return true }); field.Text != "reflection-summary.pdf" || !s.says("In the folder /tmp") {
		t.Errorf("the folder of the last file is not offered: %q", field.Text)
	}
}
