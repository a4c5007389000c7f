package promises

import (
	"slices"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/journal"
	"mend/ui/dates"
)

// grid shows promises one below the other, and beside each what was seen of it
// day by day. It is one stop of the Tab key: the arrows move from cell to cell
// and, at the oldest day, back in time.
type grid struct {
	fynewidget.BaseWidget

	// OnMoved is called when the keys are on another cell, or other days show.
	OnMoved func()
	// OnMark is called to note what was seen of a promise on a day; no result
	// takes it back.
	OnMark func(c cell, r journal.Result)
	// OnChoose is called to be asked what was seen, OnOpen to open a promise.
	OnChoose func(c cell)
	OnOpen   func(row int)

	rows  []gridRow
	today journal.Day
	last  journal.Day // the newest day that shows
	at    cell        // what the keys are on
	begun bool        // at is in view, or was

	focused bool
	fitted  fitted
	over    spot // what the pointer is on
	pointed bool
	head    *gridHead
	body    *gridBody
	scroll  *container.Scroll
}

// cell is one promise on one day.
type cell struct {
	row int
	day journal.Day
}

// gridRow is what the grid shows of a promise.
type gridRow struct {
	log     journal.PromiseLog
	text    string // in one line
	often   string // by whom, and how often
	when    string // it comes round next
	look    string // when it is looked at again
	over    bool   // it has ended
	results map[journal.Day]journal.Result
}

// newGridRow gets a promise ready to be drawn.
func newGridRow(log journal.PromiseLog, today journal.Day) gridRow {
	p := log.Current()
	row := gridRow{
		log: log, text: oneLine(p.Text), often: oftenWord(p, today), when: whenWord(log, today),
		look: lookWord(log, today), over: hasEnded(p, today), results: make(map[journal.Day]journal.Result),
	}
	for _, o := range log.Observed() {
		row.results[o.Day] = o.Result
	}
	return row
}

// mark returns what stands for the promise on a day.
func (r gridRow) mark(day journal.Day) mark {
	if result, ok := r.results[day]; ok {
		return mark(result)
	}
	if r.log.IsDue(day) {
		return unnoted
	}
	return noMark
}

func newGrid(today journal.Day) *grid {
	g := &grid{today: today, last: today, at: cell{day: today}}
	g.ExtendBaseWidget(g)
	g.head, g.body = newGridHead(g), newGridBody(g)
	g.scroll = container.NewVScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) { g.body.Refresh() }
	return g
}

// show puts promises into the grid. The keys stay on the promise they were on;
// on a new day they begin anew.
func (g *grid) show(rows []gridRow, today journal.Day) {
	was, had := g.rowAt()
	had = had && (g.today == today || g.at.day != g.today)
	if g.last == g.today {
		g.last = today
	}
	if g.at.day == g.today {
		g.at.day = today
	}
	g.today, g.rows, g.fitted = today, rows, fitted{}
	if !had {
		g.at.row, g.begun = firstDue(rows, today), false
	}
	for i, row := range rows {
		if had && row.log.Current().ID == was.log.Current().ID {
			g.at.row = i
		}
	}
	g.at.row = max(min(g.at.row, len(g.rows)-1), 0)
	g.scroll.Refresh()
	g.begin()
	g.Refresh()
}

// firstDue returns the first promise that comes round on a day and of which
// nothing is noted then, or the first of all.
func firstDue(rows []gridRow, day journal.Day) int {
	return max(slices.IndexFunc(rows, func(r gridRow) bool { return !r.over && r.mark(day) == unnoted }), 0)
}

// rowAt returns the promise that the keys are on, or false.
func (g *grid) rowAt() (gridRow, bool) {
	if g.at.row >= len(g.rows) {
		return gridRow{}, false
	}
	return g.rows[g.at.row], true
}

// period names the days that show.
func (g *grid) period() string {
	return lang.L("{{.First}} to {{.Last}}", map[string]any{"First": dates.Day(g.first()), "Last": dates.Day(g.last)})
}

// first returns the oldest day that shows.
func (g *grid) first() journal.Day { return g.last.Plus(1 - g.plan().days) }

func (g *grid) plan() plan {
	pen := penOf(g)
	return planFor(pen, g.Size().Width, func(words float32) float32 { return g.room(pen, words) })
}

// goTo puts the keys on a cell and brings it into view.
func (g *grid) goTo(c cell) {
	if len(g.rows) == 0 || c.day == "" {
		return
	}
	g.at = cell{max(0, min(c.row, len(g.rows)-1)), min(c.day, g.today)}
	switch {
	case g.at.day > g.last:
		g.last = min(g.at.day.Plus(weekDays-1), g.today)
	case g.at.day < g.first():
		g.last = g.at.day.Plus(g.plan().days - weekDays)
	}
	g.reveal()
	g.moved()
}

const weekDays = 7

// turn shows other days, so many weeks on or, below zero, back. The keys come
// along.
func (g *grid) turn(weeks int) {
	last := min(g.last.Plus(weeks*weekDays), g.today)
	if last == "" {
		return
	}
	g.last = last
	g.at.day = max(min(g.at.day, g.last), g.first())
	g.moved()
}

func (g *grid) moved() {
	g.Refresh()
	if g.OnMoved != nil {
		g.OnMoved()
	}
}

// reveal scrolls to the row that the keys are on.
func (g *grid) reveal() {
	view, height := g.scroll.Size().Height, g.plan().row
	if view <= 0 {
		return
	}
	top := float32(g.at.row) * height
	y := max(min(g.scroll.Offset.Y, top), top+height-view)
	if y != g.scroll.Offset.Y {
		g.scroll.Offset.Y = y
		g.scroll.Refresh()
	}
}

// begin brings where the keys begin into view, once there is one.
func (g *grid) begin() {
	if !g.begun && len(g.rows) > 0 && g.scroll.Size().Height > 0 {
		g.begun = true
		g.reveal()
	}
}

// TypedKey implements fyne.Focusable.
func (g *grid) TypedKey(ev *fyne.KeyEvent) {
	at := g.at
	page := max(1, int(g.scroll.Size().Height/g.plan().row)-1)
	switch ev.Name {
	case fyne.KeyUp:
		at.row--
	case fyne.KeyDown:
		at.row++
	case fyne.KeyLeft:
		at.day = at.day.Plus(-1)
	case fyne.KeyRight:
		at.day = at.day.Plus(1)
	case fyne.KeyPageUp:
		at.row -= page
	case fyne.KeyPageDown:
		at.row += page
	case fyne.KeyHome:
		at.day = g.today
	default:
		g.act(ev)
		return
	}
	g.goTo(at)
}

// act does what a key says to do with the cell, or hands it on.
func (g *grid) act(ev *fyne.KeyEvent) {
	if len(g.rows) > 0 {
		switch ev.Name {
		case fyne.KeySpace:
			g.OnChoose(g.at)
			return
		case fyne.KeyReturn, fyne.KeyEnter:
			g.OnOpen(g.at.row)
			return
		case fyne.KeyDelete, fyne.KeyBackspace:
			g.OnMark(g.at, "")
			return
		}
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

// TypedRune implements fyne.Focusable: a letter notes a result.
func (g *grid) TypedRune(r rune) {
	for _, result := range journal.Results() {
		if len(g.rows) > 0 && unicode.ToLower(r) == keyOf(result) {
			g.OnMark(g.at, result)
		}
	}
}

// keyOf is the letter that notes a result.
func keyOf(r journal.Result) rune { return []rune(r)[0] }

// FocusGained implements fyne.Focusable.
func (g *grid) FocusGained() {
	g.focused = true
	g.Refresh()
}

// FocusLost implements fyne.Focusable.
func (g *grid) FocusLost() {
	g.focused = false
	g.Refresh()
}

// tapped follows the pointer: a cell gets the keys, words open the promise.
func (g *grid) tapped(pos fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	p := g.plan()
	s := p.spotAt(pos)
	switch {
	case s.row >= len(g.rows):
	case s.column < 0:
		g.goTo(cell{s.row, g.at.day})
		g.OnOpen(s.row)
	default:
		g.goTo(cell{s.row, g.last.Plus(s.column - p.days + 1)})
	}
}

// point follows the pointer.
func (g *grid) point(on bool, pos fyne.Position) {
	s := g.plan().spotAt(pos)
	if g.pointed != on || g.over != s {
		g.pointed, g.over = on && s.row < len(g.rows), s
		g.body.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible: the cell the keys are on.
func (g *grid) AccessibilityLabel() string {
	row, ok := g.rowAt()
	if !ok {
		return ""
	}
	return lang.L("{{.Promise}}, {{.Day}}: {{.Mark}}", map[string]any{
		"Promise": row.text, "Day": dueWord(g.at.day), "Mark": markWord(row.mark(g.at.day)),
	})
}

// AccessibilityRole implements fyne.Accessible.
func (g *grid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// markWord says what a mark means.
func markWord(m mark) string {
	switch m {
	case noMark:
		return lang.L("Nothing noted")
	case unnoted:
		return lang.L("Due, nothing noted")
	}
	return resultWord(journal.Result(m))
}

// daysFrom counts the days from one to another.
func daysFrom(from, to journal.Day) int {
	return int(to.Time(time.UTC).Sub(from.Time(time.UTC)) / (24 * time.Hour))
}

// Cursor implements desktop.Cursorable.
func (b *gridBody) Cursor() desktop.Cursor { return desktop.PointerCursor }
