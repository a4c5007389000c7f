package editor_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/ui/editor"
	"mend/ui/theme"
)

const ticksToRest = 19 // of 530 ms, about 10 s

func TestCaretBlinks(t *testing.T) {
	h := newHand(t)
	if h.CaretShown() || h.timer.running != 0 {
		t.Fatal("the caret is alive without the focus")
	}
	h.win.Canvas().Focus(h.Editor)
	var seen []bool
	for range 4 {
		seen = append(seen, h.CaretShown())
		h.timer.tick()
	}
	if !seen[0] || !seen[1] || seen[2] || !seen[3] {
		t.Errorf("the caret was shown %v", seen)
	}
	test.Type(h.Editor, "x")
	if !h.CaretShown() {
		t.Error("the caret is hidden after a key")
	}
	for range ticksToRest {
		h.timer.tick()
	}
	if !h.CaretShown() || h.timer.running != 0 {
		t.Errorf("after 10 s the caret is shown: %v, with %d timers", h.CaretShown(), h.timer.running)
	}
	test.Type(h.Editor, "y")
	if h.timer.running != 1 {
		t.Errorf("%d timers run after a key, want 1", h.timer.running)
	}
	h.win.Canvas().Unfocus()
	if h.CaretShown() || h.timer.running != 0 {
		t.Error("the caret is alive after the focus has gone")
	}
}

func TestOnlyWhatIsSeenIsDrawn(t *testing.T) {
	h := newHand(t)
	h.SetText(strings.Repeat("private words\n", 10000))
	if n := len(h.Drawn()); n == 0 || n > 20 {
		t.Errorf("%d lines are drawn", n)
	}
	h.SetText("one")
	if kept := h.Kept(); strings.Contains(kept, "private") {
		t.Errorf("words of a text that is gone are kept in the drawing: %q", kept)
	}
}

func TestPlaceHolder(t *testing.T) {
	h := newHand(t)
	h.SetPlaceHolder("Write here.")
	if got := strings.Join(h.Drawn(), "|"); got != "Write here." {
		t.Errorf("an empty editor shows %q", got)
	}
	test.Type(h.Editor, "x")
	if got := strings.Join(h.Drawn(), "|"); got != "x" {
		t.Errorf("an editor with text shows %q", got)
	}
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if got := strings.Join(h.Drawn(), "|"); got != "Write here." {
		t.Errorf("an editor emptied again shows %q", got)
	}
}

// TestTakenBreadth compares where the editor takes characters to be with where
// the toolkit draws them.
func TestTakenBreadth(t *testing.T) {
	h := newHand(t)
	for _, text := range []string{"", "plain words, AVATAR To. fi", "a\tb\t\tc", "e\u0301 é ñ", "漢字、かな", "Ελληνικά и русский",
		"👍🏽👨‍👩‍👧🇫🇷", "שלום سلام", "नमस्ते", strings.Repeat("WAVE ", 20)} {
		if !hasFontFor(h, text) {
			t.Logf("this system has no font for %q", text)
			continue
		}
		if drawn, taken := h.Breadth(text); drawn-taken > 1 || taken-drawn > 1 {
			t.Errorf("%q is drawn %v wide and taken to be %v wide", text, drawn, taken)
		}
	}
}

// hasFontFor reports whether some font has a character of text. Where none has,
// the toolkit draws boxes, of whichever font it asked last.
func hasFontFor(h *hand, text string) bool {
	box, _ := h.Breadth("\U0010FFFD") // a character that no font has
	for _, r := range text {
		if drawn, _ := h.Breadth(string(r)); r < 0x80 || drawn != box {
			return true
		}
	}
	return text == ""
}

func TestThemeAndWidthChange(t *testing.T) {
	h := newHand(t)
	text := strings.Repeat("Some words that fill a line or two of this narrow window, and then some. ", 40)
	h.SetText(text)
	h.win.Canvas().Focus(h.Editor)
	for range 12 {
		h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	check := func(when string, lines int) {
		t.Helper()
		drawn := h.Drawn()
		if y := h.CaretY(); y < 0 || y > h.Size().Height {
			t.Errorf("%s: the caret is out of sight, at %v", when, y)
		}
		if all := strings.Join(drawn, " "); !strings.Contains(text, all) {
			t.Errorf("%s: what is drawn is not a stretch of the text", when)
		}
		if len(drawn) < lines {
			t.Errorf("%s: %d lines are drawn, want at least %d", when, len(drawn), lines)
		}
	}
	lines, ink := len(h.Drawn()), h.Ink()
	check("at first", 3)
	for _, tt := range []struct {
		when  string
		scale float32
		least int
	}{{"at 150 %", 1.5, 2}, {"at 200 %", 2, 1}} {
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark, tt.scale))
		h.Refresh()
		check(tt.when, tt.least)
		if len(h.Drawn()) >= lines {
			t.Errorf("%s as many lines fit as before", tt.when)
		}
		if h.Ink() == ink {
			t.Errorf("%s the text is as dark as it was on a light ground", tt.when)
		}
	}
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1.5))
	h.Refresh()
	if h.Ink() != ink {
		t.Error("the text has not become dark again")
	}
	h.win.Resize(fyne.NewSize(200, 400))
	check("in a narrow window", 4)
	h.win.Resize(fyne.NewSize(700, 120))
	check("in a low window", 1)
}

// TestPartsFollowOnEachOther compares where the parts of a line are drawn with
// how wide the toolkit draws the ones before.
func TestPartsFollowOnEachOther(t *testing.T) {
	for _, text := range []string{
		"one **two** three *four* five", "# A heading, **WAVE** To", "- *a* b", "***both*** plain", "> **שלום** and *سلام* too",
	} {
		h := newHand(t)
		h.SetText(text)
		parts := h.Parts()
		if len(parts) < 2 {
			t.Fatalf("%q is drawn in %d parts", text, len(parts))
		}
		for i, part := range parts[1:] {
			// Room at the end of a part is not drawn.
			if gap := part[0] - parts[i][1]; gap < -1 || gap > 6 {
				t.Errorf("%q: part %d begins %v after the end of the one before", text, i+1, gap)
			}
		}
	}
}

// TestTabStops: a tab goes to the same stop in a line of several parts as in a
// line of one.
func TestTabStops(t *testing.T) {
	h := newHand(t)
	h.SetText("a\tb\tplain\n*a*\tb\tplain")
	parts := h.Parts()
	plain, _ := h.Point("plain")
	if last := parts[len(parts)-1][0]; last-plain > 1 || plain-last > 1 {
		t.Errorf("the word after two tabs is at %v, in a line with emphasis at %v", plain, last)
	}
}

func TestManyPlacesAtOnce(t *testing.T) {
	for _, text := range []string{"", "plain\twords", "# a **b**\tc *d*", "a **שלום** \t*سلام* b", "**e\u0301👍🏽**\t_漢字_"} {
		if alone, together := editor.BothX(text); !slices.Equal(alone, together) {
			t.Errorf("%q is drawn at %v one by one, at %v in one go", text, alone, together)
		}
	}
}

// On selected text what steps back is drawn as the rest: it would be too faint.
func TestSelectedTextIsAllInk(t *testing.T) {
	h := newHand(t)
	h.SetText("**bold**\nplain")
	faint := h.Inks()[0]
	if last := h.Inks()[len(h.Inks())-1]; last == faint {
		t.Fatal("nothing steps back")
	}
	h.TypedShortcut(&fyne.ShortcutSelectAll{})
	if inks := h.Inks(); slices.Contains(inks, faint) {
		t.Errorf("selected text is drawn in %v", inks)
	}
}
