package chart_test

import (
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"io"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"mend/journal"
	"mend/journal/chart"
)

func painter(t testing.TB) *chart.Painter {
	t.Helper()
	p, err := chart.NewPainter(theme.DefaultTextFont().Content())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func look(size float64) chart.Look {
	return chart.Look{Ink: color.Black, Muted: color.Gray{100}, Line: color.Gray{230}, Accent: color.Gray{60}, Paper: color.White, Size: size}
}

const begin = journal.Day("2026-01-05") // a Monday

func day(n int) journal.Day { return journal.DayOf(begin.Time(time.UTC).AddDate(0, 0, n)) }

// sample is a chart of a kind with marks of every shape and level.
func sample(kind journal.ChartKind) journal.Chart {
	c := journal.Chart{Kind: kind, From: begin, To: day(100), Events: []journal.ChartEvent{{Day: day(3)}, {Day: day(4)}, {Day: day(400)}}}
	shapes := []journal.Shape{journal.Full, journal.Half, journal.Hollow, journal.Diamond}
	for _, name := range []string{"hurt", "a name that is far too long for the room there is, and goes on and on"} {
		row := journal.ChartRow{Label: name}
		for i := range 20 {
			row.Marks = append(row.Marks, journal.ChartMark{Day: day(i * 5), Days: 1, Level: i%5 + 1, Count: 1, Shape: shapes[i%4]})
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func kinds() []journal.ChartKind {
	return []journal.ChartKind{journal.ChartRows, journal.ChartPanels, journal.ChartCalendar}
}

func TestEveryMarkIsDrawnWhereItsSpotIs(t *testing.T) {
	p := painter(t)
	for _, kind := range kinds() {
		c := sample(kind)
		if kind == journal.ChartCalendar {
			c.Rows = c.Rows[:1]
		}
		img, spots := p.Image(c, 600, 2, look(11))
		if got, want := len(spots), 20*len(c.Rows); got != want {
			t.Errorf("%s: %d spots, want %d", kind, got, want)
		}
		for _, s := range spots {
			if !inked(img, s, 2) {
				t.Errorf("%s: nothing is drawn at the spot of mark %d in row %d", kind, s.Mark, s.Row)
			}
		}
	}
}

// inked reports whether something dark lies in a spot.
func inked(img image.Image, s chart.Spot, scale float64) bool {
	for y := s.Y * scale; y < (s.Y+s.Height)*scale; y++ {
		for x := s.X * scale; x < (s.X+s.Width)*scale; x++ {
			if r, _, _, _ := img.At(int(x), int(y)).RGBA(); r < 0x6000 {
				return true
			}
		}
	}
	return false
}

func TestLaterIsFurtherToTheRight(t *testing.T) {
	_, spots := painter(t).Image(sample(journal.ChartRows), 600, 1, look(11))
	for i := 1; i < 20; i++ {
		if spots[i].X+spots[i].Width/2 <= spots[i-1].X+spots[i-1].Width/2 {
			t.Fatalf("mark %d is not to the right of the one before", i)
		}
	}
}

func TestHigherIsDrawnHigherInAPanel(t *testing.T) {
	_, spots := painter(t).Image(sample(journal.ChartPanels), 300, 1, look(11))
	for level := 1; level < 5; level++ {
		if spots[level].Y >= spots[level-1].Y {
			t.Errorf("level %d is not above level %d", level+1, level)
		}
	}
}

// TestShapesDifferWithoutColour draws one mark of each shape and compares the
// pictures as light and dark alone.
func TestShapesDifferWithoutColour(t *testing.T) {
	p, drawn := painter(t), map[string]journal.Shape{}
	for _, shape := range []journal.Shape{journal.Full, journal.Half, journal.Hollow, journal.Diamond} {
		c := journal.Chart{From: begin, To: begin, Rows: []journal.ChartRow{{Marks: []journal.ChartMark{{Day: begin, Days: 1, Level: 5, Shape: shape}}}}}
		img, spots := p.Image(c, 100, 2, look(11))
		s := spots[0]
		var pixels strings.Builder
		for y := int(2 * s.Y); y < int(2*(s.Y+s.Height)); y++ {
			for x := int(2 * s.X); x < int(2*(s.X+s.Width)); x++ {
				pixels.WriteByte("#."[color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y/128])
			}
		}
		if other, same := drawn[pixels.String()]; same {
			t.Errorf("%s looks like %s", shape, other)
		}
		drawn[pixels.String()] = shape
	}
}

// Each size is clearly another than the next, and the more so in larger text.
func TestSizesDiffer(t *testing.T) {
	for _, size := range []float64{8, 12, 18} {
		before := 0.0
		for level := 1; level <= 5; level++ {
			c := journal.Chart{From: begin, To: begin, Rows: []journal.ChartRow{{Marks: []journal.ChartMark{{Day: begin, Days: 1, Level: level, Shape: journal.Full}}}}}
			img, spots := painter(t).Image(c, 200, 4, look(size))
			wide, y := 0, int(4*(spots[0].Y+spots[0].Height/2))
			for x := int(4 * spots[0].X); x < int(4*(spots[0].X+spots[0].Width)); x++ {
				if r, _, _, _ := img.At(x, y-2).RGBA(); r < 0x6000 {
					wide++
				}
			}
			if grown := float64(wide)/4 - before; grown < size*0.3 {
				t.Errorf("at size %g, level %d is %.1f points wide, only %.1f more than the one before", size, level, float64(wide)/4, grown)
			}
			before = float64(wide) / 4
		}
	}
}

// The words of the sizes are written below, at any width.
func TestAKeySaysWhatSizesStandFor(t *testing.T) {
	c, words := sample(journal.ChartRows), []string{"faint", "light", "medium", "strong", "overwhelming"}
	plain := painter(t).Height(c, 600, look(11))
	c.Sizes = words
	for _, width := range []float64{160, 320, 600} {
		svg := painter(t).SVG(c, width, look(11), "feelings")
		for _, word := range words {
			if !strings.Contains(svg, ">"+word+"<") {
				t.Errorf("%g wide, it does not say %q", width, word)
			}
		}
	}
	if with := painter(t).Height(c, 600, look(11)); with <= plain {
		t.Errorf("the key takes no room: %g of %g", with, plain)
	}
}

// A day by itself stands among the days of its month, and is large where there
// is room.
func TestALoneDayIsACalendar(t *testing.T) {
	c := journal.Chart{Kind: journal.ChartCalendar, From: begin, To: begin, Rows: []journal.ChartRow{{Marks: []journal.ChartMark{{Day: begin, Days: 1, Level: 1}}}}}
	img, spots := painter(t).Image(c, 600, 2, look(13))
	if spots[0].Width < 20 {
		t.Errorf("the day is %g wide", spots[0].Width)
	}
	for _, n := range []float64{1, 2, 3} { // weeks later
		later := spots[0]
		later.X += n * later.Width
		if !marked(img, later) {
			t.Errorf("nothing is drawn %g weeks later", n)
		}
	}
}

// marked reports whether the middle of a spot is not of the paper's colour.
func marked(img image.Image, s chart.Spot) bool {
	r, _, _, _ := img.At(int(2*(s.X+s.Width/2)), int(2*(s.Y+s.Height/2))).RGBA()
	return r < 0xffff
}

// Every month is named where there is room, also one that the period begins on
// the last day of.
func TestEveryMonthIsNamed(t *testing.T) {
	c := journal.Chart{Kind: journal.ChartCalendar, From: "2026-07-31", To: "2026-11-27", Rows: []journal.ChartRow{{}}}
	svg := painter(t).SVG(c, 411, look(8), "days")
	for _, name := range []string{"Jul 2026", "Aug", "Sep", "Oct", "Nov"} {
		if !strings.Contains(svg, ">"+name+"<") {
			t.Errorf("%s is not named", name)
		}
	}
}

func TestLargerTextNeedsMoreRoom(t *testing.T) {
	p := painter(t)
	for _, kind := range kinds() {
		if small, large := p.Height(sample(kind), 600, look(11)), p.Height(sample(kind), 600, look(22)); large <= small {
			t.Errorf("%s is %v high at twice the size, %v before", kind, large, small)
		}
	}
}

func TestSVGIsPlainAndWellFormed(t *testing.T) {
	c := sample(journal.ChartRows)
	c.Rows[0].Label = `</svg><script> & "quotes" style="fill:red"`
	for _, kind := range kinds() {
		c.Kind = kind
		svg := painter(t).SVG(c, 600, look(11), `a <b> & "c"`)
		decoder, texts := xml.NewDecoder(strings.NewReader(svg)), 0
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			element, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if element.Name.Local == "text" {
				texts++
			}
			for _, a := range element.Attr {
				if a.Name.Local == "style" || a.Name.Local == "href" {
					t.Errorf("%s: an element %s has the attribute %s", kind, element.Name.Local, a.Name.Local)
				}
			}
			switch element.Name.Local {
			case "svg", "g", "path", "text", "circle", "rect", "line", "polygon":
			default:
				t.Errorf("%s: there is an element %s", kind, element.Name.Local)
			}
		}
		if texts == 0 {
			t.Errorf("%s: nothing is written", kind)
		}
	}
}

// TestAnyChartFits draws charts of any shape at any width: every mark of a day
// on the axis has its spot, inside the drawing but for the room round it.
func TestAnyChartFits(t *testing.T) {
	p := painter(t)
	rapid.Check(t, func(rt *rapid.T) {
		c := journal.Chart{Kind: rapid.SampledFrom(kinds()).Draw(rt, "kind"), From: begin, To: day(rapid.IntRange(0, 4000).Draw(rt, "days"))}
		last, on := int(c.To.Time(time.UTC).Sub(begin.Time(time.UTC)).Hours()/24), 0
		for range rapid.IntRange(1, 12).Draw(rt, "rows") {
			row := journal.ChartRow{Label: rapid.StringN(0, 80, -1).Draw(rt, "label")}
			for range rapid.IntRange(0, 5).Draw(rt, "marks") {
				row.Marks = append(row.Marks, journal.ChartMark{Day: day(rapid.IntRange(0, last).Draw(rt, "day")),
					Days: rapid.IntRange(1, 31).Draw(rt, "span"), Level: rapid.IntRange(-1, 9).Draw(rt, "level")})
				on++
			}
			c.Rows = append(c.Rows, row)
		}
		width, size := rapid.Float64Range(120, 1200).Draw(rt, "width"), rapid.Float64Range(8, 30).Draw(rt, "size")
		height := p.Height(c, width, look(size))
		_, spots := p.Image(c, width, 0.25, look(size))
		if len(spots) != on {
			rt.Fatalf("%d spots of %d marks", len(spots), on)
		}
		for _, s := range spots {
			if s.Y+s.Height/2 < 0 || s.Y+s.Height/2 > height || s.X+s.Width/2 < 0 {
				rt.Fatalf("a mark lies outside: %+v of height %v", s, height)
			}
		}
	})
}

func TestNoFontIsRefused(t *testing.T) {
	if _, err := chart.NewPainter([]byte("no font")); err == nil {
		t.Error("it took what is no font")
	}
}
