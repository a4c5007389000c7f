package editor_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mend/ui/editor"
	"mend/ui/theme"
)

// TestFind: case and accents do not count, and clusters are found whole.
func TestFind(t *testing.T) {
	for _, tt := range []struct {
		text, query string
		want        []string
	}{
		{"one two one", "one", []string{"one", "one"}},
		{"One ONE oNe", "onE", []string{"One", "ONE", "oNe"}},
		{"café CAFE cafe\u0301s", "cafe", []string{"café", "CAFE", "cafe\u0301"}},
		{"cafe", "CAFÉ", []string{"cafe"}},
		{"aaaa", "aa", []string{"aa", "aa"}},
		{"one\ntwo\none two", "two", []string{"two", "two"}},
		{"one\ntwo", "one\ntwo", nil},
		{"I don’t", "don't", []string{"don’t"}},
		{"a\u00a0b", "a b", []string{"a\u00a0b"}},
		{"ΟΔΥΣΣΕΥΣ οδυσσευς", "οδυσσεύς", []string{"ΟΔΥΣΣΕΥΣ", "οδυσσευς"}},
		{"Москва", "москва", []string{"Москва"}},
		{"漢字漢字", "字", []string{"字", "字"}},
		{"👨‍👩‍👧 and 👩", "👩", []string{"👨‍👩‍👧", "👩"}},
		{"한글", "하", []string{"한"}},
		{"שלום", "לו", []string{"לו"}},
		{"anything", "", nil},
		{"anything", "\u0301", nil},
		{"", "a", nil},
		{"\xffa\xff", "a", []string{"a"}},
	} {
		if got := editor.Find(tt.text, tt.query); !slices.Equal(got, tt.want) {
			t.Errorf("%q in %q is found at %q, want %q", tt.query, tt.text, got, tt.want)
		}
	}
}

// findShortcut is Ctrl+Shift+F.
func findShortcut() fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: fyne.KeyF,
		Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// find opens the bar and types into it.
func (h *hand) find(query string) {
	h.TypedShortcut(findShortcut())
	h.typeFocused(query)
}

func (h *hand) typeFocused(text string) {
	for _, r := range text {
		h.win.Canvas().Focused().TypedRune(r)
	}
}

// key presses a key where the focus is.
func (h *hand) key(name fyne.KeyName) {
	h.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

// shiftKey presses a key with Shift.
func (h *hand) shiftKey(name fyne.KeyName) {
	focused := h.win.Canvas().Focused().(desktop.Keyable)
	focused.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	h.key(name)
	focused.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
}

// TestFindBar finds in a text in which | is the caret and [ ] is what is
// selected, and tells the text, what the bar says, and how many places are
// drawn, with how many frames.
func TestFindBar(t *testing.T) {
	const words = "one two\none three\nand One"
	do := func(steps ...func(*hand)) []func(*hand) { return steps }
	find := func(query string) func(*hand) { return func(h *hand) { h.find(query) } }
	key := func(name fyne.KeyName) func(*hand) { return func(h *hand) { h.key(name) } }
	shiftKey := func(name fyne.KeyName) func(*hand) { return func(h *hand) { h.shiftKey(name) } }
	toText := func(h *hand) { h.win.Canvas().Focus(h.Editor) }
	for name, tt := range map[string]struct {
		text         string
		do           []func(*hand)
		want, count  string
		drawn, frame int
	}{
		"type":               {"|" + words, do(find("one")), "one| two\none three\nand One", "1 of 3", 3, 1},
		"type from a caret":  {"one t|wo\none three\nand One", do(find("one")), "one two\none| three\nand One", "2 of 3", 3, 1},
		"round the end":      {"one two\none three\nand One|", do(find("one")), "one| two\none three\nand One", "1 of 3", 3, 1},
		"a selection":        {"one two\n[one|] three\nand One", do(find("")), "one two\none| three\nand One", "2 of 3", 3, 1},
		"over lines is none": {"one [two\none|] three\nand One", do(find("")), "one [two\none|] three\nand One", "", 2, 0},
		"nothing":            {"|" + words, do(find("four")), "|" + words, "Not found", 0, 0},
		"a letter too many":  {"|" + words, do(find("onex"), key(fyne.KeyBackspace)), "one| two\none three\nand One", "1 of 3", 3, 1},
		"Enter":              {"|" + words, do(find("one"), key(fyne.KeyReturn)), "one two\none| three\nand One", "2 of 3", 3, 1},
		"Shift+Enter":        {"|" + words, do(find("one"), shiftKey(fyne.KeyEnter)), "one two\none three\nand One|", "3 of 3", 3, 1},
		"F3 thrice":          {"|" + words, do(find("one"), key(fyne.KeyF3), key(fyne.KeyF3), key(fyne.KeyF3)), "one| two\none three\nand One", "1 of 3", 3, 1},
		"Shift+F3":           {"|" + words, do(find("one"), key(fyne.KeyF3), shiftKey(fyne.KeyF3)), "one| two\none three\nand One", "1 of 3", 3, 1},
		"F3 in the text":     {"|" + words, do(find("one"), toText, key(fyne.KeyF3)), "one two\none| three\nand One", "2 of 3", 3, 1},
		"Shift+F3 in the text": {"|" + words, do(find("one"), toText, key(fyne.KeyF3), shiftKey(fyne.KeyF3)),
			"one| two\none three\nand One", "1 of 3", 3, 1},
		"between two, back": {"|" + words, do(find("one"), toText, key(fyne.KeyDown), key(fyne.KeyEnd), shiftKey(fyne.KeyF3)),
			"one two\none| three\nand One", "2 of 3", 3, 1},
		"between two":        {"|" + words, do(find("one"), toText, key(fyne.KeyEnd)), "one two|\none three\nand One", "3 found", 3, 0},
		"Escape":             {"|" + words, do(find("one"), key(fyne.KeyF3), key(fyne.KeyEscape)), "one two\none| three\nand One", "closed", 0, 0},
		"Escape in the text": {"|" + words, do(find("one"), toText, key(fyne.KeyEscape)), "one| two\none three\nand One", "closed", 0, 0},
		"write": {"|" + words, do(find("one"), toText, key(fyne.KeyEnd), func(h *hand) { h.typeFocused(" one") }),
			"one two one|\none three\nand One", "2 of 4", 4, 1},
		"write into it": {"|" + words, do(find("one"), toText, func(h *hand) { h.typeFocused("s") }, key(fyne.KeyLeft), key(fyne.KeyLeft),
			func(h *hand) { h.typeFocused("x") }), "onx|es two\none three\nand One", "2 found", 2, 0},
		"a line end": {"|" + words, do(find("one"), toText, key(fyne.KeyReturn)), "one\n| two\none three\nand One", "3 found", 3, 0},
		"undone": {"|" + words, do(find("one"), toText, key(fyne.KeyBackspace), func(h *hand) { h.TypedShortcut(&fyne.ShortcutUndo{}) }),
			"one| two\none three\nand One", "1 of 3", 3, 1},
		"again":        {"|" + words, do(find("one"), key(fyne.KeyEscape), find("")), "one| two\none three\nand One", "1 of 3", 3, 1},
		"another text": {"|" + words, do(find("one"), func(h *hand) { h.SetText("one") }), "|one", "closed", 0, 0},
		"read-only": {"|" + words, do(func(h *hand) { h.SetReadOnly(true) }, find("one"), key(fyne.KeyF3)),
			"one two\none| three\nand One", "2 of 3", 3, 1},
		"over a fold": {"|a **b**", do(find("A **B")), "a **b|**", "1 of 1", 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHand(t)
			h.Mark(tt.text)
			h.win.Canvas().Focus(h.Editor)
			for _, step := range tt.do {
				step(h)
			}
			if got := h.Marked(); got != tt.want {
				t.Errorf("the text is %q, want %q", got, tt.want)
			}
			if got := h.FindCount(); got != tt.count {
				t.Errorf("the bar says %q, want %q", got, tt.count)
			}
			if drawn, framed := h.FoundDrawn(); drawn != tt.drawn || framed != tt.frame {
				t.Errorf("%d places are drawn, %d with a frame; want %d and %d", drawn, framed, tt.drawn, tt.frame)
			}
		})
	}
}

func TestFindBarByKeyboard(t *testing.T) {
	h := newHand(t)
	h.SetText("one two one")
	h.win.Canvas().Focus(h.Editor)
	h.find("one")
	h.win.Canvas().FocusNext() // Previous
	h.win.Canvas().FocusNext() // Next
	h.key(fyne.KeySpace)
	if got := h.FindCount(); got != "2 of 2" {
		t.Errorf("after Next the bar says %q", got)
	}
	h.win.Canvas().FocusPrevious()
	h.key(fyne.KeyReturn)
	if got := h.FindCount(); got != "1 of 2" {
		t.Errorf("after Previous the bar says %q", got)
	}
	h.key(fyne.KeyEscape)
	if h.FindCount() != "closed" || h.win.Canvas().Focused() != fyne.Focusable(h.Editor) {
		t.Errorf("after Escape the bar is %q and the focus in %T", h.FindCount(), h.win.Canvas().Focused())
	}
	h.win.Canvas().FocusNext()
	if h.win.Canvas().Focused() != fyne.Focusable(h.Editor) {
		t.Errorf("Tab goes into the closed bar, to %T", h.win.Canvas().Focused())
	}
}

func TestFindKeysGoOn(t *testing.T) {
	h := newHand(t)
	var canvas []fyne.KeyName
	h.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { canvas = append(canvas, ev.Name) })
	var shortcuts []string
	h.OnShortcut = func(s fyne.Shortcut) bool { shortcuts = append(shortcuts, s.ShortcutName()); return true }
	asked := 0
	h.OnKey = func(*fyne.KeyEvent) bool { asked++; return true }
	h.SetText("one")
	h.win.Canvas().Focus(h.Editor)
	h.find("one")
	h.key(fyne.KeyF1)
	field := h.win.Canvas().Focused().(fyne.Shortcutable)
	field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl})
	field.TypedShortcut(findShortcut())
	h.typeFocused("e") // over all of it
	if len(canvas) != 1 || len(shortcuts) != 1 || h.FindField() != "e" {
		t.Errorf("the canvas got %v, the window %v, the field holds %q", canvas, shortcuts, h.FindField())
	}
	h.win.Canvas().Focus(h.Editor)
	h.key(fyne.KeyEscape)
	if asked != 0 {
		t.Error("OnKey was asked for the Escape that closes the bar")
	}
	h.key(fyne.KeyEscape)
	if asked != 1 {
		t.Error("OnKey was not asked for the next one")
	}
}

// TestFindKeepsNothing: what was looked for in one text is not kept beside the
// next.
func TestFindKeepsNothing(t *testing.T) {
	h := newHand(t)
	h.SetText("private words")
	h.win.Canvas().Focus(h.Editor)
	h.find("private")
	h.SetText("other")
	if h.FindField() != "" || strings.Contains(h.Kept(), "private") {
		t.Errorf("the field still holds %q", h.FindField())
	}
}

func TestFindBarTakesRoomFromTheText(t *testing.T) {
	h := newHand(t)
	h.SetText(strings.Repeat("line\n", 100) + "last")
	h.win.Canvas().Focus(h.Editor)
	lines := len(h.Drawn())
	h.find("last")
	if n := len(h.Drawn()); n >= lines {
		t.Errorf("%d lines are drawn with the bar, %d without", n, lines)
	}
	if y := h.CaretY(); y < 0 || y > h.Size().Height-60 {
		t.Errorf("what was found is out of sight, at %v of %v", y, h.Size().Height)
	}
	for _, scale := range []float32{1.5, 2} {
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark, scale))
		h.Refresh()
		if got := h.FindCount(); got != "1 of 1" {
			t.Errorf("at %v the bar says %q", scale, got)
		}
	}
	h.CloseFind()
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	h.Refresh()
	if n := len(h.Drawn()); n < lines {
		t.Errorf("%d lines are drawn after the bar has closed, %d before", n, lines)
	}
}

func TestMenuOffersFind(t *testing.T) {
	h := newHand(t)
	h.SetText("one")
	h.OpenFind()
	h.OpenFind()
	if got := h.FindCount(); got != "" {
		t.Errorf("the bar says %q before anything is typed", got)
	}
	if current, total := h.Found(); current != 0 || total != 0 {
		t.Errorf("found %d of %d", current, total)
	}
	test.Type(h.win.Canvas().Focused(), "ne")
	h.FindPrevious()
	if current, total := h.Found(); current != 1 || total != 1 {
		t.Errorf("found %d of %d, want 1 of 1", current, total)
	}
}

// FuzzFind looks for anything in anything, and edits the text.
func FuzzFind(f *testing.F) {
	for _, text := range hostile() {
		f.Add("x"+text+"y"+text+"\n"+text, text, "edit")
		f.Add("x\u0301"+text, "X", text)
	}
	f.Add("\xff\xe2\x80", "\xe2", "\r\n")
	f.Fuzz(func(t *testing.T, text, query, pasted string) {
		s := editor.NewSheet(text, 20, 4)
		s.Look(query)
		check := func(when string) {
			t.Helper()
			if got, want := s.Found(), s.FreshFound(); !slices.Equal(got, want) {
				t.Fatalf("%s: found %q, anew %q", when, got, want)
			}
			s.EachFound(func(para string, end, from, to int) {
				if from < end || from >= to || !editor.Whole(para, from) || !editor.Whole(para, to) {
					t.Fatalf("%s: found at %d to %d of %q, after %d", when, from, to, para, end)
				}
			})
		}
		check("at first")
		if ascii(text) && ascii(query) && query != "" {
			if got, want := len(s.Found()), strings.Count(strings.ToLower(text), strings.ToLower(query)); got != want {
				t.Fatalf("found %d times, want %d", got, want)
			}
		}
		s.Paste(pasted)
		check("pasted")
		s.Return()
		check("with a line end")
		s.Undo()
		check("undone")
	})
}

// ascii reports whether text is ASCII in one line, without tabs.
func ascii(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 || r == '\n' || r == '\r' || r == '\t' }) < 0
}
