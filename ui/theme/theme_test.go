package theme_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// luminance is relative luminance as WCAG 2.2 defines it.
func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// over lays c over an opaque ground.
func over(c, ground color.NRGBA) color.NRGBA {
	mix := func(top, below uint8) uint8 {
		a := float64(c.A) / 255
		return uint8(math.Round(float64(top)*a + float64(below)*(1-a)))
	}
	return color.NRGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 0xff}
}

func look(t *testing.T, th fyne.Theme) func(fyne.ThemeColorName) color.NRGBA {
	return func(name fyne.ThemeColorName) color.NRGBA {
		c, ok := th.Color(name, fynetheme.VariantLight).(color.NRGBA)
		if !ok {
			t.Fatalf("%s is not one of Mend's colours", name)
		}
		return c
	}
}

const (
	textContrast    = 4.5 // WCAG 2.2, 1.4.3
	controlContrast = 3.0 // WCAG 2.2, 1.4.11
	seenContrast    = 1.5 // a ground that tells selected text apart
)

// pair is a colour and what it is seen on. Under hover the ground is veiled.
type pair struct {
	on    fyne.ThemeColorName
	name  fyne.ThemeColorName
	least float64
	hover bool
}

// pairs lists every text and control on every ground it is used on.
func pairs() []pair {
	var all []pair
	grounds := []fyne.ThemeColorName{theme.ColorPaper, theme.ColorCard, theme.ColorSoftAccent}
	for _, on := range grounds {
		for _, text := range []fyne.ThemeColorName{theme.ColorInk, theme.ColorMuted, theme.ColorAccent, theme.ColorWarning} {
			all = append(all, pair{on, text, textContrast, false})
		}
		all = append(all, pair{on, theme.ColorFocus, controlContrast, false})
	}
	for _, on := range grounds[:2] { // what is chosen shows no hover
		all = append(all,
			pair{on, theme.ColorInk, textContrast, true},
			pair{on, theme.ColorMuted, textContrast, true},
			pair{on, theme.ColorAccent, textContrast, true},
			pair{on, theme.ColorBorder, controlContrast, false},
			pair{on, theme.ColorAccent, controlContrast, false})
	}
	return append(all,
		pair{theme.ColorAccent, theme.ColorOnAccent, textContrast, false},
		pair{theme.ColorAccent, theme.ColorOnAccent, textContrast, true},
		pair{fynetheme.ColorNameButton, theme.ColorInk, textContrast, false},
		pair{fynetheme.ColorNameButton, theme.ColorInk, textContrast, true},
		pair{fynetheme.ColorNameButton, theme.ColorFocus, controlContrast, false},
		pair{fynetheme.ColorNameError, fynetheme.ColorNameForegroundOnError, textContrast, false},
		pair{fynetheme.ColorNameWarning, fynetheme.ColorNameForegroundOnWarning, textContrast, false},
		pair{fynetheme.ColorNameSuccess, fynetheme.ColorNameForegroundOnSuccess, textContrast, false},
		pair{theme.ColorSelection, theme.ColorInk, textContrast, false},
		pair{theme.ColorPaper, theme.ColorSelection, seenContrast, false},
		pair{theme.ColorCard, theme.ColorSelection, seenContrast, false},
		pair{theme.ColorPaper, fynetheme.ColorNameHyperlink, textContrast, false},
		pair{theme.ColorCard, fynetheme.ColorNameHyperlink, textContrast, false},
	)
}

func TestEveryPairHasContrast(t *testing.T) {
	for _, choice := range []theme.Choice{theme.Light, theme.Dark} {
		c := look(t, theme.New(choice, 1))
		for _, p := range pairs() {
			ground := c(p.on)
			if p.hover {
				ground = over(c(theme.ColorHover), ground)
			}
			if got := contrast(c(p.name), ground); got < p.least {
				t.Errorf("%s: %s on %s (hover %t) is %.2f : 1, want at least %.1f", choice, p.name, p.on, p.hover, got, p.least)
			}
		}
	}
}

func TestContrastIsMeasured(t *testing.T) {
	black, white := color.NRGBA{A: 0xff}, color.NRGBA{0xff, 0xff, 0xff, 0xff}
	if got := contrast(black, white); math.Abs(got-21) > 0.001 {
		t.Errorf("black on white is %.3f : 1, want 21", got)
	}
	if got := contrast(white, white); got != 1 {
		t.Errorf("white on white is %.3f : 1, want 1", got)
	}
}

func TestChoiceOfVariant(t *testing.T) {
	variants := map[string]fyne.ThemeVariant{"light": fynetheme.VariantLight, "dark": fynetheme.VariantDark}
	paper := func(c theme.Choice, v fyne.ThemeVariant) color.Color {
		return theme.New(c, 1).Color(theme.ColorPaper, v)
	}
	for name, v := range variants {
		t.Run(name, func(t *testing.T) {
			light := paper(theme.Light, fynetheme.VariantLight)
			dark := paper(theme.Dark, fynetheme.VariantDark)
			if light == dark {
				t.Fatal("light and dark paper are the same")
			}
			if paper(theme.Light, v) != light || paper(theme.Dark, v) != dark {
				t.Error("a chosen look follows the desktop")
			}
			if got := paper(theme.System, v); got != paper(theme.Choice(name), v) {
				t.Errorf("system paper is %v", got)
			}
			if paper("unknown", v) != paper(theme.System, v) {
				t.Error("an unknown choice does not follow the desktop")
			}
		})
	}
}

func TestTextScale(t *testing.T) {
	for _, tt := range []struct{ asked, scale float32 }{
		{0, 0.8}, {0.8, 0.8}, {1, 1}, {1.5, 1.5}, {2, 2}, {9, 2},
	} {
		th := theme.New(theme.Light, tt.asked)
		for name, size := range map[fyne.ThemeSizeName]float32{
			theme.SizeSmall: 13, theme.SizeText: 15, theme.SizeHeading: 18, theme.SizeTitle: 24, theme.SizeWriting: 17,
		} {
			if got, want := th.Size(name), size*tt.scale; got != want {
				t.Errorf("scale %g: %s is %g, want %g", tt.asked, name, got, want)
			}
		}
		if got := theme.Scale(th); math.Abs(float64(got-tt.scale)) > 1e-6 {
			t.Errorf("Scale of %g is %g, want %g", tt.asked, got, tt.scale)
		}
	}
}

func TestForeignThemeHasEverySize(t *testing.T) {
	test.NewTempApp(t)
	foreign := fynetheme.DefaultTheme()
	if got, want := theme.Size(foreign, theme.SizeWriting), foreign.Size(theme.SizeText); got != want {
		t.Errorf("SizeWriting in Fyne's theme is %g, want its text size %g", got, want)
	}
	if got := theme.Size(theme.New(theme.Dark, 1), theme.SizeWriting); got != 17 {
		t.Errorf("SizeWriting is %g, want 17", got)
	}
}

func TestForeignThemeHasEveryColour(t *testing.T) {
	test.NewTempApp(t)
	foreign := fynetheme.DefaultTheme()
	if theme.Color(foreign, theme.ColorVeil) != theme.Color(foreign, fynetheme.ColorNameShadow) {
		t.Error("the veil in Fyne's theme is not its shadow")
	}
	own := theme.New(theme.Light, 1)
	if theme.Color(own, theme.ColorVeil) == theme.Color(own, fynetheme.ColorNameShadow) {
		t.Error("the veil in Mend's theme is the shadow")
	}
}
