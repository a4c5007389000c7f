package editor_test

import (
	"runtime"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"mend/ui/editor"
	"mend/ui/theme"
	"mend/ui/widget"
)

// shown is an editor in a window, between two buttons.
func shown(t *testing.T) (*editor.Editor, fyne.Window) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	e := editor.New(nil)
	w := test.NewTempWindow(t, container.NewGridWithRows(3,
		widget.NewButton("before", nil), e, widget.NewButton("after", nil)))
	w.Resize(fyne.NewSize(500, 400))
	return e, w
}

func paste(e *editor.Editor, text string) {
	clip := test.NewClipboard()
	clip.SetContent(text)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
}

func TestTypingTells(t *testing.T) {
	e, w := shown(t)
	changes := 0
	e.OnChanged = func() { changes++ }
	e.SetText("loaded")
	if changes != 0 {
		t.Errorf("SetText told %d changes", changes)
	}
	w.Canvas().Focus(e)
	test.Type(e, "ab")
	if changes != 2 || e.Text() != "abloaded" {
		t.Errorf("%d changes, text %q; want 2 and the typed text at the start", changes, e.Text())
	}
	e.CaretToEnd()
	test.Type(e, "!")
	if e.Text() != "abloaded!" {
		t.Errorf("text %q after typing at the end", e.Text())
	}
}

func TestSetTextForgetsUndo(t *testing.T) {
	e, _ := shown(t)
	e.SetText("first")
	test.Type(e, "x")
	e.SetText("second")
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.Text() != "second" {
		t.Errorf("undo brought back %q", e.Text())
	}
}

func TestTextBeforeTheFirstLayout(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	e := editor.New(nil)
	e.OnChanged = func() { t.Error("told a change") }
	e.SetText("early words")
	if e.Text() != "early words" {
		t.Errorf("text is %q before the layout", e.Text())
	}
	e.CaretToEnd()
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(400, 300))
	if e.Text() != "early words" {
		t.Errorf("text is %q after the layout", e.Text())
	}
	e.OnChanged = nil
	test.Type(e, ".")
	if e.Text() != "early words." {
		t.Errorf("text is %q; the caret was not at the end", e.Text())
	}
}

func TestUneditedTextIsExact(t *testing.T) {
	e, _ := shown(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab \r\n\t\x01é漢🙂")), 0, 60, -1).Draw(t, "text")
		e.SetText(text)
		if got := e.Text(); got != text {
			t.Fatalf("loaded %q, got back %q", text, got)
		}
	})
}

func TestEditedTextKeepsLineEnds(t *testing.T) {
	e, _ := shown(t)
	e.SetText("one\r\ntwo\nthree")
	test.Type(e, "x")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got, want := e.Text(), "x\none\r\ntwo\nthree"; got != want {
		t.Errorf("text is %q, want %q", got, want)
	}
}

func TestPasteIsCleaned(t *testing.T) {
	for _, tt := range []struct{ pasted, want string }{
		{"a\r\nb\rc\nd", "a\nb\nc\nd"},
		{"tab\tstays", "tab\tstays"},
		{"nul\x00 bell\x07 esc\x1b del\x7f", "nul bell esc del"},
		{"c1\u0085end", "c1end"},
		{"é🙂漢字שלום", "é🙂漢字שלום"},
	} {
		e, _ := shown(t)
		e.SetText("")
		paste(e, tt.pasted)
		if got := e.Text(); got != tt.want {
			t.Errorf("%q pasted is %q, want %q", tt.pasted, got, tt.want)
		}
	}
}

func TestNoControlCharacterGetsIn(t *testing.T) {
	e, _ := shown(t)
	rapid.Check(t, func(t *rapid.T) {
		e.SetText("")
		paste(e, rapid.String().Draw(t, "pasted"))
		for _, r := range rapid.String().Draw(t, "typed") {
			e.TypedRune(r)
		}
		if i := strings.IndexFunc(e.Text(), func(r rune) bool {
			return unicode.IsControl(r) && r != '\n' && r != '\t'
		}); i >= 0 {
			t.Fatalf("%q holds a control character at %d", e.Text(), i)
		}
	})
}

func TestTabLeaves(t *testing.T) {
	e, w := shown(t)
	if e.AcceptsTab() {
		t.Fatal("the editor takes the Tab key")
	}
	lost := 0
	e.OnFocusLost = func() { lost++ }
	for name, leave := range map[string]func(){"after": w.Canvas().FocusNext, "before": w.Canvas().FocusPrevious} {
		w.Canvas().Focus(e)
		leave()
		b, ok := w.Canvas().Focused().(*widget.Button)
		if !ok || b.Text != name {
			t.Errorf("the focus went to %T, want the button %q", w.Canvas().Focused(), name)
		}
	}
	if lost != 2 {
		t.Errorf("told %d times that the focus was lost, want 2", lost)
	}
}

func TestKeys(t *testing.T) {
	e, w := shown(t)
	var canvas []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { canvas = append(canvas, ev.Name) })
	w.Canvas().Focus(e)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if e.Text() != "\n" {
		t.Errorf("text is %q after Enter", e.Text())
	}
	if len(canvas) != 2 {
		t.Errorf("the canvas got %v, want Escape and F1", canvas)
	}
	e.OnKey = func(*fyne.KeyEvent) bool { return true }
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if e.Text() != "\n" {
		t.Error("a key that OnKey took was typed")
	}
}

func TestShortcuts(t *testing.T) {
	e, _ := shown(t)
	var got []string
	e.OnShortcut = func(s fyne.Shortcut) bool { got = append(got, s.ShortcutName()); return true }
	e.SetText("words")
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl})
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	clip := test.NewClipboard()
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	if clip.Content() != "words" || e.Text() != "" {
		t.Errorf("cut %q, left %q", clip.Content(), e.Text())
	}
	if len(got) != 1 {
		t.Errorf("the window was offered %v, want one shortcut", got)
	}
}

func TestReadOnly(t *testing.T) {
	e, w := shown(t)
	e.SetText("kept words")
	e.SetReadOnly(true)
	e.OnChanged = func() { t.Error("told a change") }
	w.Canvas().Focus(e)
	test.Type(e, "x")
	paste(e, "pasted")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	clip := test.NewClipboard()
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierShortcutDefault})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if e.Text() != "kept words" {
		t.Errorf("text is %q", e.Text())
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != "kept words" {
		t.Errorf("copied %q", clip.Content())
	}
	e.SetReadOnly(false)
	e.OnChanged = nil
	e.SetText("")
	test.Type(e, "again")
	if e.Text() != "again" {
		t.Errorf("text is %q after writing again", e.Text())
	}
}

func TestRightClickOpensAMenu(t *testing.T) {
	e, w := shown(t)
	e.TappedSecondary(&fyne.PointEvent{})
	if w.Canvas().Overlays().Top() == nil {
		t.Error("there is no menu")
	}
}

func TestNothingDoneTellsNothing(t *testing.T) {
	e, _ := shown(t)
	e.SetText("word")
	e.OnChanged = func() { t.Error("told a change") }
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.TypedShortcut(&fyne.ShortcutRedo{})
	e.CaretToEnd()
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	paste(e, "\x00")
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyUp, fyne.KeyEnd, fyne.KeyPageDown} {
		e.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if e.Text() != "word" {
		t.Errorf("text is %q", e.Text())
	}
}

// TestSavingKeepsUndo: whoever saves reads the text, between any two keys.
func TestSavingKeepsUndo(t *testing.T) {
	e, w := shown(t)
	e.SetText("kept. ")
	e.CaretToEnd()
	w.Canvas().Focus(e)
	saved := ""
	for _, r := range "one two" {
		e.TypedRune(r)
		saved = e.Text()
	}
	for _, want := range []string{"kept. one ", "kept. ", "kept. "} {
		e.TypedShortcut(&fyne.ShortcutUndo{})
		if e.Text() != want {
			t.Errorf("undone it is %q, want %q", e.Text(), want)
		}
	}
	e.TypedShortcut(&fyne.ShortcutRedo{})
	e.TypedShortcut(&fyne.ShortcutRedo{})
	if e.Text() != saved {
		t.Errorf("done again it is %q, saved was %q", e.Text(), saved)
	}
}

// TestDeadKeysAndInputMethods types what they come to, rune by rune.
func TestDeadKeysAndInputMethods(t *testing.T) {
	backspace := &fyne.KeyEvent{Name: fyne.KeyBackspace}
	for name, tt := range map[string]struct{ typed, erased string }{
		"a dead key":          {"caf\u00e9", "caf"},
		"a combining accent":  {"cafe\u0301", "caf"},
		"a committed word":    {"日本語", "日本"},
		"an emoji of several": {"a👨‍👩‍👧", "a"},
		"right to left":       {"שלום", "שלו"},
		"with vowel signs":    {"नमस्ते", "नमस्"},
	} {
		t.Run(name, func(t *testing.T) {
			e, w := shown(t)
			w.Canvas().Focus(e)
			for _, r := range tt.typed {
				e.TypedRune(r)
			}
			if e.Text() != tt.typed {
				t.Fatalf("typed %q, the text is %q", tt.typed, e.Text())
			}
			e.TypedKey(backspace)
			if e.Text() != tt.erased {
				t.Errorf("Backspace leaves %q, want %q", e.Text(), tt.erased)
			}
			for range 2 {
				e.TypedShortcut(&fyne.ShortcutUndo{})
			}
			if e.Text() != "" {
				t.Errorf("it takes more than one step to take back %q", e.Text())
			}
		})
	}
}

// TestMarkdownByKey: Shift+Enter ends a line without going on with a list, and
// a read-only text takes no signs.
func TestMarkdownByKey(t *testing.T) {
	e, w := shown(t)
	e.Mark("- one|")
	w.Canvas().Focus(e)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(e, "two")
	e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	test.Type(e, "three")
	command := func(key fyne.KeyName) {
		e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	command(fyne.KeyB)
	command(fyne.KeyI)
	const want = "- one\n- two\n***three|***"
	if got := e.Marked(); got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
	e.SetReadOnly(true)
	command(fyne.KeyB)
	if got := e.Marked(); got != want {
		t.Errorf("the read-only text became %q", got)
	}
}

// TestModifiers does things with keys held down together.
func TestModifiers(t *testing.T) {
	const command, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	word := command
	if runtime.GOOS == "darwin" {
		word = fyne.KeyModifierAlt
	}
	for name, tt := range map[string]struct {
		key      fyne.KeyName
		modifier fyne.KeyModifier
		want     string
	}{
		"word left":           {fyne.KeyLeft, word, "one\n|two three\nfour"},
		"word right":          {fyne.KeyRight, word, "one\ntwo three|\nfour"},
		"extend a word left":  {fyne.KeyLeft, word | shift, "one\n[|two ]three\nfour"},
		"extend a word right": {fyne.KeyRight, word | shift, "one\ntwo [three|]\nfour"},
		"erase a word":        {fyne.KeyBackspace, word, "one\n|three\nfour"},
		"eat a word":          {fyne.KeyDelete, word, "one\ntwo |\nfour"},
		"start":               {fyne.KeyHome, command, "|one\ntwo three\nfour"},
		"end":                 {fyne.KeyEnd, command, "one\ntwo three\nfour|"},
		"extend to the start": {fyne.KeyHome, command | shift, "[|one\ntwo ]three\nfour"},
		"extend to the end":   {fyne.KeyEnd, command | shift, "one\ntwo [three\nfour|]"},
		"extend a character":  {fyne.KeyRight, shift, "one\ntwo [t|]hree\nfour"},
		"extend a line":       {fyne.KeyDown, shift, "one\ntwo [three\nfour|]"},
		"extend to line end":  {fyne.KeyEnd, shift, "one\ntwo [three|]\nfour"},
		"extend by a page":    {fyne.KeyPageUp, shift, "one[|\ntwo ]three\nfour"},
	} {
		t.Run(name, func(t *testing.T) {
			e, w := shown(t)
			e.Mark("one\ntwo |three\nfour")
			w.Canvas().Focus(e)
			if tt.modifier == shift {
				e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
				e.TypedKey(&fyne.KeyEvent{Name: tt.key})
				e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			} else {
				e.TypedShortcut(&desktop.CustomShortcut{KeyName: tt.key, Modifier: tt.modifier})
			}
			if got := e.Marked(); got != tt.want {
				t.Errorf("the text is %q, want %q", got, tt.want)
			}
		})
	}
}

func TestRedo(t *testing.T) {
	e, _ := shown(t)
	test.Type(e, "word")
	for _, redo := range []fyne.Shortcut{
		&fyne.ShortcutRedo{},
		&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
	} {
		e.TypedShortcut(&fyne.ShortcutUndo{})
		if e.Text() != "" {
			t.Fatalf("text is %q after undo", e.Text())
		}
		e.TypedShortcut(redo)
		if e.Text() != "word" {
			t.Errorf("text is %q after %s", e.Text(), redo.ShortcutName())
		}
	}
}
