package widget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"mend/ui/widget"
)

func TestMarkedTellsMarksBesideTheLines(t *testing.T) {
	w := window(t)
	m := widget.NewMarked()
	w.SetContent(m)
	w.Resize(fyne.NewSize(400, 300))
	m.SetRuns([]widget.Run{{Text: "as it was\nnow "}, {Text: "new", Mark: widget.Underlined},
		{Text: "old", Mark: widget.Struck}, {Text: "\n\n"}, {Text: "\n", Mark: widget.Struck}})
	want := []string{":as it was", "+−:now newold", ":", "−: "}
	if got := m.Lines(); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("the lines are %q, want %q", got, want)
	}
}

func TestMarkedLosesNothingWhenItBreaks(t *testing.T) {
	w := window(t)
	m := widget.NewMarked()
	w.SetContent(m)
	rapid.Check(t, func(t *rapid.T) {
		w.Resize(fyne.NewSize(rapid.Float32Range(60, 400).Draw(t, "width"), 300))
		var runs []widget.Run
		all := ""
		for range rapid.IntRange(0, 4).Draw(t, "runs") {
			text := rapid.StringOfN(rapid.RuneFrom([]rune("abW i.é漢 ")), 1, 60, -1).Draw(t, "text")
			runs = append(runs, widget.Run{Text: text, Mark: widget.Mark(rapid.IntRange(0, 2).Draw(t, "mark"))})
			all += text
		}
		m.SetRuns(runs)
		got := ""
		for _, l := range m.Lines() {
			_, text, _ := strings.Cut(l, ":")
			got += text
			if width := fyne.MeasureText(strings.TrimRight(text, " "), 15, fyne.TextStyle{}).Width; width > m.Size().Width && len([]rune(text)) > 1 {
				t.Fatalf("%q is wider than the text", text)
			}
		}
		if got != all {
			t.Fatalf("the lines make %q, want %q", got, all)
		}
	})
}

func TestMarkedScrollsByKeys(t *testing.T) {
	w := window(t)
	m := widget.NewMarked()
	w.SetContent(m)
	w.Resize(fyne.NewSize(300, 200))
	m.SetRuns([]widget.Run{{Text: strings.Repeat("line\n", 100)}, {Text: "new", Mark: widget.Underlined}})
	m.ScrollToMark()
	far := m.Offset()
	steps := []struct {
		key   fyne.KeyName
		moved func(before, now float32) bool
	}{
		{fyne.KeyUp, func(before, now float32) bool { return now < before }},
		{fyne.KeyHome, func(_, now float32) bool { return now == 0 }},
		{fyne.KeyPageUp, func(_, now float32) bool { return now == 0 }},
		{fyne.KeyDown, func(before, now float32) bool { return now > before }},
		{fyne.KeyPageDown, func(before, now float32) bool { return now > before+100 }},
		{fyne.KeyEnd, func(_, now float32) bool { return now >= far }},
	}
	if far == 0 {
		t.Error("the mark is not brought into view")
	}
	for _, step := range steps {
		before := m.Offset()
		m.TypedKey(&fyne.KeyEvent{Name: step.key})
		if now := m.Offset(); !step.moved(before, now) {
			t.Errorf("%s moves from %v to %v", step.key, before, now)
		}
	}
}
