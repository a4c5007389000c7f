package editor_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/editor"
	"mend/ui/theme"
)

// prose is text of n bytes in paragraphs of about 500.
func prose(n int) string {
	const sentence = "It was late when we sat down, and neither of us had planned to say any of it. "
	paragraph := strings.Repeat(sentence, 6) + "\n"
	return strings.Repeat(paragraph, n/len(paragraph)+1)[:n]
}

// texts are what the benchmarks write in.
func texts() []struct{ name, text string } {
	return []struct{ name, text string }{
		{"1KB", prose(1 << 10)}, {"10KB", prose(10 << 10)}, {"100KB", prose(100 << 10)}, {"1MB", prose(1 << 20)},
		{"OneParagraph100000", strings.Repeat("nospace", 100000/7)},
		{"Marked100KB", strings.Repeat("- It was **late** when we *sat* down, and _neither_ of us had **planned to** say it.\n", 1200)},
		{"LineEnds100KB", strings.Repeat("\n", 100<<10)},
	}
}

func benchWindow(b *testing.B, o fyne.CanvasObject) fyne.Window {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewTempWindow(b, o)
	w.Resize(fyne.NewSize(640, 700))
	return w
}

// middle writes a word in the middle of the text.
func middle(e *editor.Editor) {
	e.ToMiddle()
	test.Type(e, "middle ")
}

// BenchmarkKey is a character typed in the middle of a text, to the text laid
// out; each is taken away again, in the same measure.
func BenchmarkKey(b *testing.B) {
	for _, tt := range texts() {
		b.Run(tt.name, func(b *testing.B) {
			e := editor.New(nil)
			benchWindow(b, e)
			e.SetText(tt.text)
			middle(e)
			for i := 0; b.Loop(); i++ {
				if i%60 == 59 {
					b.StopTimer()
					for range 59 {
						e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
					}
					b.StartTimer()
				}
				e.TypedRune(rune('a' + i%26))
			}
		})
	}
}

// BenchmarkKeyFyne is the same in the toolkit's own entry, as a measure.
func BenchmarkKeyFyne(b *testing.B) {
	entry := fynewidget.NewMultiLineEntry()
	entry.Wrapping = fyne.TextWrapWord
	benchWindow(b, entry)
	entry.SetText(prose(1 << 10))
	entry.CursorColumn = 40
	entry.Refresh()
	for i := 0; b.Loop(); i++ {
		if i%60 == 59 {
			b.StopTimer()
			for range 59 {
				entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
			b.StartTimer()
		}
		entry.TypedRune(rune('a' + i%26))
	}
}

// BenchmarkKeyFinding is BenchmarkKey with the find bar open.
func BenchmarkKeyFinding(b *testing.B) {
	for _, tt := range texts() {
		b.Run(tt.name, func(b *testing.B) {
			e := editor.New(nil)
			benchWindow(b, e)
			e.SetText(tt.text)
			middle(e)
			e.Look("th")
			for i := 0; b.Loop(); i++ {
				e.TypedRune(rune('a' + i%26))
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
		})
	}
}

// BenchmarkFind is a word looked for in all of a text.
func BenchmarkFind(b *testing.B) {
	for _, tt := range append(texts(), struct{ name, text string }{"Accents1MB", strings.Repeat("où étais-tu hier, mon père à moi ? ", 1<<20/40)}) {
		b.Run(tt.name, func(b *testing.B) {
			e := editor.New(nil)
			benchWindow(b, e)
			e.SetText(tt.text)
			for i := 0; b.Loop(); i++ {
				e.Look([]string{"that", "the"}[i%2])
			}
		})
	}
}

// BenchmarkReturn is a paragraph split in the middle of a text and joined.
func BenchmarkReturn(b *testing.B) {
	for _, tt := range texts() {
		b.Run(tt.name, func(b *testing.B) {
			e := editor.New(nil)
			benchWindow(b, e)
			e.SetText(tt.text)
			middle(e)
			for b.Loop() {
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
		})
	}
}

// BenchmarkOpen is a text shown, from its start.
func BenchmarkOpen(b *testing.B) {
	for _, tt := range append(texts(), struct{ name, text string }{"Blank", ""}) {
		b.Run(tt.name, func(b *testing.B) {
			e := editor.New(nil)
			benchWindow(b, e)
			for b.Loop() {
				e.SetText(tt.text)
			}
		})
	}
}

// BenchmarkScroll is a step of the wheel.
func BenchmarkScroll(b *testing.B) {
	for _, tt := range texts() {
		b.Run(tt.name, func(b *testing.B) {
			e := editor.New(nil)
			benchWindow(b, e)
			e.SetText(tt.text)
			middle(e)
			for i := 0; b.Loop(); i++ {
				dy := float32(25)
				if i%40 < 20 {
					dy = -dy
				}
				e.Wheel(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)})
			}
		})
	}
}

// BenchmarkResize is a new width.
func BenchmarkResize(b *testing.B) {
	for _, tt := range texts() {
		b.Run(tt.name, func(b *testing.B) {
			e := editor.New(nil)
			benchWindow(b, e)
			e.SetText(tt.text)
			middle(e)
			for i := 0; b.Loop(); i++ {
				e.Resize(fyne.NewSize(600+float32(i%2), 700))
			}
		})
	}
}
