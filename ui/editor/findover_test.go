package editor_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mend/ui/editor"
	"mend/ui/theme"
)

// sheaf is several texts that finding goes over.
type sheaf struct {
	t     *testing.T
	win   fyne.Window
	texts []*editor.Editor
}

func newSheaf(t *testing.T, texts ...string) *sheaf {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	s := &sheaf{t: t}
	box := container.NewVBox()
	for _, text := range texts {
		e := editor.New(nil)
		e.Grow(2, 10)
		e.FindOver(func() []*editor.Editor { return s.texts })
		e.SetText(text)
		s.texts = append(s.texts, e)
		box.Add(e)
	}
	s.win = test.NewTempWindow(t, box)
	s.win.Resize(fyne.NewSize(600, 700))
	return s
}

func (s *sheaf) focused() fyne.Focusable { return s.win.Canvas().Focused() }

func (s *sheaf) key(names ...fyne.KeyName) {
	for _, name := range names {
		s.focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// expect compares which text the bar is in, what it says, where the caret of
// that text is, and in how many places of each text something is drawn.
func (s *sheaf) expect(when string, at int, count, marked string, drawn ...int) {
	s.t.Helper()
	for i, e := range s.texts {
		if open := e.FindCount() != "closed"; open != (i == at) {
			s.t.Errorf("%s: the bar of text %d is open: %v", when, i, open)
		}
	}
	if got := s.texts[at].FindCount(); got != count {
		s.t.Errorf("%s: the bar says %q, want %q", when, got, count)
	}
	if got := s.texts[at].Marked(); got != marked {
		s.t.Errorf("%s: the text is %q, want %q", when, got, marked)
	}
	var got []int
	for i, e := range s.texts {
		n, framed := e.FoundDrawn()
		if i != at && framed > 0 {
			s.t.Errorf("%s: text %d shows a current place", when, i)
		}
		got = append(got, n)
	}
	if !slices.Equal(got, drawn) {
		s.t.Errorf("%s: %v places are drawn, want %v", when, got, drawn)
	}
}

func TestFindGoesOnOverTheTexts(t *testing.T) {
	s := newSheaf(t, "one two", "three", "one and One", "", "none")
	s.win.Canvas().Focus(s.texts[0])
	s.texts[0].OpenFind()
	test.Type(s.focused(), "one")
	s.expect("typed", 0, "1 of 4", "one| two", 1, 0, 2, 0, 1)
	s.key(fyne.KeyReturn)
	s.expect("Enter", 2, "2 of 4", "one| and One", 1, 0, 2, 0, 1)
	s.key(fyne.KeyReturn)
	s.expect("in the same text", 2, "3 of 4", "one and One|", 1, 0, 2, 0, 1)
	s.key(fyne.KeyF3)
	s.expect("F3", 4, "4 of 4", "none|", 1, 0, 2, 0, 1)
	s.key(fyne.KeyReturn)
	s.expect("round", 0, "1 of 4", "one| two", 1, 0, 2, 0, 1)
	s.focused().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.key(fyne.KeyReturn)
	s.expect("back round", 4, "4 of 4", "none|", 1, 0, 2, 0, 1)
	s.key(fyne.KeyReturn)
	s.expect("back, Shift still held", 2, "3 of 4", "one and One|", 1, 0, 2, 0, 1)
	s.focused().(desktop.Keyable).KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.key(fyne.KeyReturn)
	s.expect("on again", 4, "4 of 4", "none|", 1, 0, 2, 0, 1)
	s.key(fyne.KeyEscape)
	for i, e := range s.texts {
		if n, _ := e.FoundDrawn(); n != 0 || e.FindCount() != "closed" {
			t.Errorf("after Escape, text %d shows %d places", i, n)
		}
	}
	if s.focused() != fyne.Focusable(s.texts[4]) {
		t.Error("after Escape the focus is not in the text")
	}
}

func TestFindInATextWithoutIt(t *testing.T) {
	s := newSheaf(t, "here|", "one one")
	s.win.Canvas().Focus(s.texts[0])
	s.texts[0].OpenFind()
	test.Type(s.focused(), "one")
	s.expect("typed", 0, "2 found", "|here|", 0, 2)
	s.key(fyne.KeyReturn)
	s.expect("Enter", 1, "1 of 2", "one| one", 0, 2)
	test.Type(s.focused(), "x")
	s.expect("typed on", 1, "Not found", "one| one", 0, 0)
}

// The bar comes to the text in which the person goes on.
func TestFindFollowsThePerson(t *testing.T) {
	s := newSheaf(t, "one", "one one")
	s.win.Canvas().Focus(s.texts[0])
	s.texts[0].OpenFind()
	test.Type(s.focused(), "one")
	s.win.Canvas().Focus(s.texts[1])
	s.key(fyne.KeyF3)
	s.expect("F3 in the other", 1, "2 of 3", "one| one", 1, 2)
	if s.focused() != fyne.Focusable(s.texts[1]) {
		t.Error("the focus has left the text")
	}
	test.Type(s.focused(), " one")
	s.expect("writing", 1, "3 of 4", "one one| one", 1, 3)
	s.win.Canvas().Focus(s.texts[0])
	test.Type(s.focused(), " one")
	s.expect("writing in the other", 1, "4 of 5", "one one| one", 2, 3)
	s.texts[0].OpenFind()
	s.expect("the command", 0, "2 of 5", "one one|", 2, 3)
	s.win.Canvas().Focus(s.texts[1])
	s.key(fyne.KeyEscape)
	if s.texts[0].FindCount() != "closed" || s.focused() != fyne.Focusable(s.texts[1]) {
		t.Error("Escape in the other text does not close the bar, or moves the focus")
	}
	s.texts[0].OpenFind()
	s.texts[0].SetText("other")
	if n, _ := s.texts[1].FoundDrawn(); n != 0 {
		t.Errorf("%d places are drawn for a text that is gone", n)
	}
}
