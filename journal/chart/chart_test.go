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
