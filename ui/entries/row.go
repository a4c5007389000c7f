package entries

import (
	"image/color"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// pen is the pen of the list, which knows the measures of its rows.
type pen struct{ theme.Pen }

func penOf(w interface{ Theme() fyne.Theme }) pen { return pen{theme.PenOf(w)} }

// heights returns how high the rows of a list are.
func (p pen) heights() heights {
	text, small := p.LineHeight(theme.SizeText), p.LineHeight(theme.SizeSmall)
	return heights{
		header: small + theme.Space6,
		entry:  text + 2*small + 2*rowGap + 2*rowPadding,
	}
}

// gutter is how wide the day stands at the left of a row.
func (p pen) gutter() float32 {
	return fyne.MeasureText("00", p.Size(theme.SizeHeading), fyne.TextStyle{}).Width + theme.Space8
}

// room is how wide the lines of a row may be.
func (p pen) room(look rowLook) float32 { return look.width - p.gutter() - theme.Space3 }

const (
	rowPadding float32 = 10 // above and below a row's lines
	rowGap     float32 = 1  // between its lines
	barWidth   float32 = 3  // of the bar beside the chosen row
)

// rowLook is everything a row's look depends on.
type rowLook struct {
	id       uuid.UUID
	version  int // of the entry and the theme
	width    float32
	query    string // whose words are marked
	chosen   bool
	hovered  bool
	focused  bool // chosen, and the list has the focus
	dayShown bool
}

// row draws one entry in the list: the day at the left; beside it the title or
// first line, what was felt or else how the text begins, and the marks.
type row struct {
	back, bar, ring      *canvas.Rectangle
	day, weekday         *canvas.Text
	title, middle, marks *canvas.Text
	found                []*canvas.Rectangle
	content              *fyne.Container
	look                 rowLook // that is drawn
}

func newRow() *row {
	r := &row{
		back: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		day: canvas.NewText("", nil), weekday: canvas.NewText("", nil),
		title: canvas.NewText("", nil), middle: canvas.NewText("", nil), marks: canvas.NewText("", nil),
	}
	r.content = &fyne.Container{}
	return r
}

// show draws the entry; from has the titles it belongs to.
func (r *row) show(p pen, e journal.EntrySummary, look rowLook, from source) {
	if r.look == look {
		return
	}
	r.look, r.found = look, nil
	r.showGround(p, look)
	r.showDay(p, e, look)
	lines := linesOf(e, from)
	title := widget.CutText(lines.title, p.room(look), p.Size(theme.SizeText), fyne.TextStyle{Bold: lines.titled})
	if missing := journal.Missing(title, look.query); len(journal.Found(e.Snippet, missing)) > 0 {
		lines.middle = e.Snippet // why it was found
	}
	lines.tags = tagsFound(e.Tags, journal.Missing(title+"\n"+lines.middle, look.query))
	lines.marks = joinMarks(clockTime(e.At), lines.tags, lines.marks)
	r.showLines(p, lines, look)
	r.collect()
}

// showLines draws the lines, with what was found in them; where one is missing,
// those that are there stand in the middle of the row.
func (r *row) showLines(p pen, lines rowLines, look rowLook) {
	y := rowPadding
	if lines.middle == "" || lines.marks == "" {
		y += (p.LineHeight(theme.SizeSmall) + rowGap) / 2
	}
	for _, line := range []struct {
		text  *canvas.Text
		words string
		size  fyne.ThemeSizeName
		ink   fyne.ThemeColorName
		bold  bool
	}{
		{r.title, lines.title, theme.SizeText, theme.ColorInk, lines.titled},
		{r.middle, lines.middle, theme.SizeSmall, theme.ColorInk, false},
		{r.marks, lines.marks, theme.SizeSmall, theme.ColorMuted, false},
	} {
		line.text.Hidden = line.words == ""
		if line.text.Hidden {
			continue
		}
		style := fyne.TextStyle{Bold: line.bold}
		size := p.Size(line.size)
		words := widget.CutText(line.words, p.room(look), size, style)
		setText(line.text, words, size, p.Color(line.ink), style)
		line.text.Move(fyne.NewPos(p.gutter(), y))
		if line.text != r.marks {
			r.markFound(p, line.text, words, look)
		} else if lines.tags != "" { // nothing else there is searched
			r.markFound(p, line.text, lines.tags, look)
		}
		y += p.LineHeight(line.size) + rowGap
	}
}

// rowLines are the words of a row.
type rowLines struct {
	title, middle, marks string
	titled               bool   // the person gave the title
	tags                 string // those of the marks that were found
}

// linesOf returns the words of an entry's row, whatever it was found by; its
// marks come after the time of day.
func linesOf(e journal.EntrySummary, from source) rowLines {
	l := rowLines{title: e.Title, titled: e.Title != "", middle: feelingWords(e.Feelings)}
	page := from.page(e.Page)
	switch {
	case l.title == "" && e.FirstLine != "":
		l.title = e.FirstLine
	case l.title == "" && e.Sealed:
		l.title = lang.L("A sealed letter")
	case l.title == "" && page != "":
		l.title, page = page, ""
	case l.title == "":
		l.title = lang.L("Without words")
	case l.middle == "":
		l.middle = e.FirstLine
	}
	if e.Title != "" {
		page = "" // the person's own title says it
	}
	var starred, keptOut string
	if e.Starred {
		starred = "★"
	}
	if e.KeepOut {
		keptOut = lang.L("kept out")
	}
	l.marks = joinMarks(starred, keptOut, page, from.stage(e.Stage))
	return l
}

// tagsFound returns the tags that have one of words: "#evening #walk".
func tagsFound(tags []string, words string) string {
	var found []string
	for _, tag := range tags {
		if part := journal.Snippet(tag, words); part != "" { // so that the word is seen in a long one
			found = append(found, "#"+part)
		}
	}
	return strings.Join(found, " ")
}

func (r *row) showGround(p pen, look rowLook) {
	height := p.heights().entry
	r.back.FillColor = color.Transparent
	switch {
	case look.chosen:
		r.back.FillColor = p.Color(theme.ColorSoftAccent)
	case look.hovered:
		r.back.FillColor = p.Color(theme.ColorHover)
	}
	r.back.CornerRadius = theme.CornerRadius
	widget.Place(r.back, theme.Space1, 1, look.width-2*theme.Space1, height-2)

	r.bar.Hidden = !look.chosen
	r.bar.FillColor, r.bar.CornerRadius = p.Color(theme.ColorAccent), barWidth/2
	widget.Place(r.bar, theme.Space1, rowPadding, barWidth, height-2*rowPadding)

	r.ring.Hidden = !look.focused
	r.ring.FillColor = color.Transparent
	r.ring.StrokeColor, r.ring.StrokeWidth = p.Color(theme.ColorFocus), 2
	r.ring.CornerRadius = theme.CornerRadius
	widget.Place(r.ring, theme.Space1, 1, look.width-2*theme.Space1, height-2)
}

func (r *row) showDay(p pen, e journal.EntrySummary, look rowLook) {
	width := p.gutter()
	ink := theme.ColorInk
	if !look.dayShown {
		ink = theme.ColorMuted
	}
	setText(r.day, strconv.Itoa(e.At.Day()), p.Size(theme.SizeHeading), p.Color(ink), fyne.TextStyle{})
	setText(r.weekday, shortWeekday(e.At.Weekday()), p.Size(theme.SizeSmall), p.Color(theme.ColorMuted), fyne.TextStyle{})
	y := (p.heights().entry - p.LineHeight(theme.SizeHeading) - p.LineHeight(theme.SizeSmall)) / 2
	for _, t := range []*canvas.Text{r.day, r.weekday} {
		t.Alignment = fyne.TextAlignCenter
		widget.Place(t, theme.Space1, y, width-theme.Space1, t.MinSize().Height)
		y += t.MinSize().Height
	}
}

// markFound draws a ground and a line behind the words that the search went by
// in part, which stands in t and may be cut off there. The ground is not that of
// the row, chosen or not.
func (r *row) markFound(p pen, t *canvas.Text, part string, look rowLook) {
	behind := theme.ColorSoftAccent
	if look.chosen {
		behind = theme.ColorPaper
	}
	first, _ := utf8.DecodeRuneInString(part)
	at := strings.IndexRune(t.Text, first)
	if at < 0 {
		return
	}
	before, runes := t.Text[:at], []rune(t.Text[at:])
	runes = runes[:min(len(runes), utf8.RuneCountInString(part))]
	measure := func(n int) float32 {
		return fyne.MeasureText(before+string(runes[:n]), t.TextSize, t.TextStyle).Width
	}
	for _, f := range journal.Found(string(runes), look.query) {
		from, to := measure(f.Start), measure(f.End)
		ground, line := canvas.NewRectangle(p.Color(behind)), canvas.NewRectangle(p.Color(theme.ColorAccent))
		pos, height := t.Position(), t.MinSize().Height
		widget.Place(ground, pos.X+from, pos.Y, to-from, height)
		widget.Place(line, pos.X+from, pos.Y+height-2, to-from, 2)
		r.found = append(r.found, ground, line)
	}
}

func (r *row) collect() {
	objects := []fyne.CanvasObject{r.back, r.bar}
	for _, f := range r.found {
		objects = append(objects, f)
	}
	r.content.Objects = append(objects, r.day, r.weekday, r.title, r.middle, r.marks, r.ring)
}

func setText(t *canvas.Text, words string, size float32, ink color.Color, style fyne.TextStyle) {
	t.Text, t.TextSize, t.Color, t.TextStyle = words, size, ink, style
	t.Resize(t.MinSize())
}
