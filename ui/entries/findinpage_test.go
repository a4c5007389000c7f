package entries_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mend/ui/editor"
)

// Finding begins in the text that has the focus, and goes on over the other
// answers and over what stands below them.
func TestFindInAPage(t *testing.T) {
	e := filled("views", days(1)[0].At, map[string]string{"what": "a river", "views": "a bank\n||\nthe river"})
	e.Body = "River"
	b := newBench(t, e).arrive()
	b.OpenEntry(e.ID)
	texts := []*editor.Editor{pageText(b, 0), pageText(b, 1), pageText(b, 2), b.Body()}
	for presses, want := range []int{0, 2, 3, 0} {
		texts[0].SetCaret(editor.Caret{})
		b.win.Canvas().Focus(texts[0])
		b.FindInText()
		b.write("river")
		for range presses {
			b.press(fyne.KeyReturn)
		}
		for i, found := range []int{1, 0, 1, 1} {
			if _, total := texts[i].Found(); total != found {
				t.Errorf("in text %d it is found %d times", i, total)
			}
		}
		b.press(fyne.KeyEscape)
		if b.focused() != fyne.Focusable(texts[want]) {
			t.Errorf("after %d times Enter it is not in text %d", presses, want)
		}
	}
}

func TestTheCaretStaysInView(t *testing.T) {
	e := filled("views", days(1)[0].At, nil)
	b := newBench(t, e).arrive()
	b.win.Resize(fyne.NewSize(1100, 500))
	b.OpenEntry(e.ID)
	b.win.Canvas().Focus(b.Body())
	for range 10 {
		b.press(fyne.KeyReturn)
	}
	below, _ := b.PageScroll()
	if below == 0 {
		t.Error("the page does not follow the caret")
	}
	b.win.Canvas().Focus(pageText(b, 0))
	if y, _ := b.PageScroll(); y >= below {
		t.Error("nor back")
	}
	b.write(strings.Repeat("long words ", 40))
	_, height := b.PageScroll()
	b.win.Resize(fyne.NewSize(480, 500))
	if _, narrow := b.PageScroll(); narrow <= height {
		t.Errorf("narrow, the page is %v high, and was %v", narrow, height)
	}
}
