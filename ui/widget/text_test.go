package widget_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"mend/ui/theme"
	"mend/ui/widget"
)

func TestCutTextFitsAndKeepsTheMost(t *testing.T) {
	window(t)
	measure := func(s string) float32 { return fyne.MeasureText(s, 15, fyne.TextStyle{}).Width }
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("abW i.é漢 ")), 0, 40, -1).Draw(t, "text")
		width := rapid.Float32Range(20, 300).Draw(t, "width")
		got := widget.CutText(text, width, 15, fyne.TextStyle{})
		if got == text {
			if measure(text) > width {
				t.Fatalf("%q is wider than %g", got, width)
			}
			return
		}
		kept, cut := strings.CutSuffix(got, "…")
		if !cut || !strings.HasPrefix(text, kept) {
			t.Fatalf("%q is no beginning of %q", got, text)
		}
		if measure(got) > width {
			t.Fatalf("%q is wider than %g", got, width)
		}
		_, next := utf8.DecodeRuneInString(text[len(kept):])
		if measure(text[:len(kept)+next]+"…") <= width {
			t.Fatalf("%q could have one character more of %q", got, text)
		}
	})
}

func TestTextIsCutToItsWidth(t *testing.T) {
	long := widget.NewText(strings.Repeat("word ", 50), theme.ColorInk, theme.SizeText)
	w := window(t, long)
	if got := texts(w)[0]; !strings.HasSuffix(got, "…") {
		t.Errorf("drawn %q, want it cut", got)
	}
	long.SetText("short")
	if got := texts(w)[0]; got != "short" {
		t.Errorf("drawn %q after SetText", got)
	}
	if min := long.MinSize().Width; min != 0 {
		t.Errorf("it needs %g of width, want 0", min)
	}
}

func TestLabelIsNeverCut(t *testing.T) {
	text := strings.Repeat("word ", 10)
	label := widget.NewLabel(text, theme.ColorInk, theme.SizeText)
	window(t, label)
	want := fyne.MeasureText(text, 15, fyne.TextStyle{}).Width
	if got := label.MinSize().Width; got != want {
		t.Errorf("it needs %g of width, want %g", got, want)
	}
}

func TestParagraphWraps(t *testing.T) {
	for name, tt := range map[string]struct {
		text  string
		width float32
	}{
		"words":      {strings.Repeat("some words ", 30), 200},
		"long word":  {strings.Repeat("m", 300), 150},
		"breaks":     {"one\n\nthree", 400},
		"no spaces":  {strings.Repeat("漢字", 60), 120},
		"very small": {"several words", 1},
	} {
		t.Run(name, func(t *testing.T) {
			p := widget.NewParagraph(tt.text)
			window(t)
			p.Resize(fyne.NewSize(tt.width, 100))
			lines := p.Drawn()
			join := strings.NewReplacer(" ", "", "\n", "")
			if got, want := join.Replace(strings.Join(lines, "")), join.Replace(tt.text); got != want {
				t.Errorf("drawn %q, want all of %q", got, want)
			}
			for _, line := range lines {
				if fyne.MeasureText(line, 15, fyne.TextStyle{}).Width > tt.width && utf8.RuneCountInString(line) > 1 {
					t.Errorf("%q is wider than %g", line, tt.width)
				}
			}
			if got, want := p.MinSize().Height, p.HeightFor(tt.width); got != want {
				t.Errorf("height is %g, want %g for its %d lines", got, want, len(lines))
			}
		})
	}
}

func TestStackGivesWrappedTextsTheirHeight(t *testing.T) {
	p := widget.NewParagraph(strings.Repeat("some words ", 40))
	below := widget.NewLabel("below", theme.ColorInk, theme.SizeText)
	stack := widget.NewStack(theme.Space2, p, below)
	window(t)
	stack.Resize(fyne.NewSize(240, 50))
	if got, want := below.Position().Y, p.HeightFor(240)+theme.Space2; got != want {
		t.Errorf("what is below stands at %g, want %g", got, want)
	}
	p.Hide()
	stack.Resize(fyne.NewSize(241, 50))
	if got := below.Position().Y; got != 0 {
		t.Errorf("below something hidden it stands at %g, want 0", got)
	}
}

func TestFlowBreaksLines(t *testing.T) {
	var chips []fyne.CanvasObject
	for range 12 {
		chips = append(chips, widget.NewChip("a feeling", nil))
	}
	flow := widget.NewFlow(theme.Space2, chips...)
	window(t)
	flow.Resize(fyne.NewSize(300, 20))
	for i, chip := range chips {
		if right := chip.Position().X + chip.Size().Width; right > 300 {
			t.Errorf("chip %d ends at %g of 300", i, right)
		}
	}
	last := chips[len(chips)-1]
	if got, want := flow.MinSize().Height, last.Position().Y+last.Size().Height; got != want {
		t.Errorf("height is %g, want %g", got, want)
	}
}

func TestColumnIsAsWideAsALine(t *testing.T) {
	inner := widget.NewText("", theme.ColorInk, theme.SizeText)
	column := widget.NewColumn(inner)
	window(t)
	line := fyne.MeasureText(strings.Repeat("x", theme.ColumnRunes), 17, fyne.TextStyle{}).Width
	for _, tt := range []struct{ given, want float32 }{
		{2000, line}, {400, 400 - 2*theme.Space4},
	} {
		column.Resize(fyne.NewSize(tt.given, 100))
		if got := inner.Size().Width; got != tt.want {
			t.Errorf("in %g it is %g wide, want %g", tt.given, got, tt.want)
		}
		if got, want := inner.Position().X, (tt.given-tt.want)/2; got != want {
			t.Errorf("in %g it begins at %g, want %g", tt.given, got, want)
		}
	}
}
