package widget_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mend/ui/widget"
)

// paste pastes text into what has the focus.
func paste(w fyne.Window, text string) {
	clip := test.NewClipboard()
	clip.SetContent(text)
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
}

func TestFieldKeepsControlCharactersOut(t *testing.T) {
	for _, tt := range []struct{ pasted, line, lines string }{
		{"plain é 漢", "plain é 漢", "plain é 漢"},
		{"one\ntwo", "one two", "one\ntwo"},
		{"one\r\ntwo", "one two", "one\ntwo"},
		{"tab\there", "tab here", "tab\there"},
		{"nul\x00bell\x07", "nulbell", "nulbell"},
		{"c1\u0085end", "c1end", "c1end"},
	} {
		field, area := widget.NewField(""), widget.NewTextArea("", 3)
		w := window(t, field, area)
		w.Canvas().Focus(field)
		paste(w, tt.pasted)
		if field.Text != tt.line {
			t.Errorf("%q pasted into a field is %q, want %q", tt.pasted, field.Text, tt.line)
		}
		w.Canvas().Focus(area)
		paste(w, tt.pasted)
		if area.Text != tt.lines {
			t.Errorf("%q pasted into an area is %q, want %q", tt.pasted, area.Text, tt.lines)
		}
	}
}

func TestFieldTellsOnlyWhatThePersonDoes(t *testing.T) {
	f := widget.NewField("")
	told := ""
	f.OnChanged = func(text string) { told += text + ";" }
	window(t, f)
	f.SetText("set")
	f.CaretToEnd()
	test.Type(f, "ab")
	f.SetText("")
	if want := "seta;setab;"; told != want {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestFieldForgetsItsSelectionWithItsText(t *testing.T) {
	for _, f := range []*widget.Field{widget.NewField("")} {
		window(t, f)
		f.SetText("old words")
		f.SelectAll()
		f.SetText("")
		test.Type(f, "new")
		if f.Text != "new" {
			t.Errorf("text is %q after typing new", f.Text)
		}
	}
}

func TestFieldKeys(t *testing.T) {
	entered := 0
	f := widget.NewField("")
	f.SetOnEnter(func() { entered++ })
	var focus []bool
	f.OnFocus = func(on bool) { focus = append(focus, on) }
	next := widget.NewButton("next", nil)
	w := window(t, f, next)
	w.Canvas().Focus(f)
	press(w, fyne.KeyReturn, fyne.KeyEnter)
	if entered != 2 {
		t.Errorf("entered %d times, want 2", entered)
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(next) {
		t.Error("Tab did not go to the button")
	}
	if len(focus) != 2 || !focus[0] || focus[1] {
		t.Errorf("focus came and went as %v", focus)
	}
}

func TestTextAreaKeys(t *testing.T) {
	entered := 0
	a := widget.NewTextArea("", 3)
	a.SetOnEnter(func() { entered++ })
	w := window(t, a)
	w.Canvas().Focus(a)
	test.Type(a, "one")
	press(w, fyne.KeyReturn)
	test.Type(a, "two")
	if a.Text != "one\ntwo" || entered != 0 {
		t.Errorf("text %q, entered %d", a.Text, entered)
	}
	a.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if entered != 1 {
		t.Error("Ctrl+Enter did not submit")
	}
	if a.AcceptsTab() {
		t.Error("Tab does not leave it")
	}
}

func TestPasswordField(t *testing.T) {
	p := widget.NewPasswordField("Passphrase")
	w := window(t, p)
	w.Canvas().Focus(p)
	test.Type(p, "secret")
	if drawn := texts(w); contains(drawn, "secret") {
		t.Error("a hidden passphrase is drawn")
	}
	w.Canvas().FocusNext()
	press(w, fyne.KeySpace)
	if !p.Shown() || !contains(texts(w), "secret") {
		t.Error("Show does not show it")
	}
	if w.Canvas().Focused() != fyne.Focusable(p) {
		t.Error("after Show, the focus is not in the field")
	}
	if got := string(p.Take()); got != "secret" {
		t.Errorf("took %q", got)
	}
	if p.Text != "" || p.Shown() {
		t.Errorf("after Take: text %q, shown %t", p.Text, p.Shown())
	}
	p.TypedShortcut(&fyne.ShortcutUndo{})
	if p.Text != "" {
		t.Error("Undo brings the passphrase back")
	}
}

func contains(list []string, want string) bool { return slices.Contains(list, want) }

func TestWaiting(t *testing.T) {
	wait := widget.NewWaiting("Opening")
	w := window(t, wait)
	height := wait.MinSize().Height
	if wait.Running() || contains(texts(w), "Opening") {
		t.Error("it runs from the start")
	}
	wait.Start()
	if !wait.Running() || !contains(texts(w), "Opening") {
		t.Error("Start does not show it")
	}
	wait.Set(0.5)
	if !wait.Running() {
		t.Error("Set stopped it")
	}
	wait.Stop()
	if wait.Running() || wait.MinSize().Height != height {
		t.Error("at rest it runs, or takes other room")
	}
}
