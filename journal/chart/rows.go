package chart

import "slices"

// planRows measures a chart with a named row for each thing.
func (d *drawing) planRows() {
	for _, row := range d.chart.Rows {
		d.names = max(d.names, widthOf(d.face, d.size, row.Label))
	}
	d.names = min(d.names+1, d.width*0.36)
	d.axis = newAxis(d.chart, d.names+gap*2, d.width-gap)
	d.height = d.rowsBottom() + d.small()*1.6
	d.planKey()
}

// rowsBottom is where the rows end.
func (d *drawing) rowsBottom() float64 {
	return d.eventRoom() + float64(len(d.chart.Rows))*d.rowHeight()
}

func (d *drawing) rowHeight() float64 { return max(d.line*1.25, 2*d.rowRadius(5)+3) }

// levels is how many sizes of marks there are.
const levels = 5

// rowRadius is how large a mark of a level is. The sizes follow the text, and
// each is clearly another than the next.
func (d *drawing) rowRadius(level int) float64 {
	return d.size / panelSize * (2.4 + 1.9*float64(min(max(level, 1), levels)-1))
}

// keyItem is a mark of the key with its word.
type keyItem struct {
	level int
	word  string
	x, y  float64 // of the left end, and of the middle
}

// planKey gives every item of the key its place below the time axis, in as many
// lines as they need.
func (d *drawing) planKey() {
	if len(d.chart.Sizes) == 0 {
		return
	}
	width, line := 0.0, max(d.line, 2*d.rowRadius(levels)+2)
	for i, word := range d.chart.Sizes {
		width += d.keyWidth(i+1, word)
	}
	left := d.axis.left - gap
	if left+width > d.width {
		left = 0
	}
	x, y := left, d.height+line*0.7
	for i, word := range d.chart.Sizes {
		if end := x + d.keyWidth(i+1, word) - d.size; end > d.width && x > left {
			x, y = left, y+line
		}
		d.key = append(d.key, keyItem{i + 1, word, x, y})
		x += d.keyWidth(i+1, word)
	}
	d.height = y + line*0.6
}

// keyWidth is how wide an item of the key is, with the room before the next.
func (d *drawing) keyWidth(level int, word string) float64 {
	return 2*d.rowRadius(level) + gap*0.7 + widthOf(d.face, d.small(), word) + d.size
}

func (d *drawing) drawKey() {
	for _, k := range d.key {
		radius := d.rowRadius(k.level)
		d.pen.fill(d.pen.disc(k.x+radius, k.y, radius), d.look.Accent)
		text := d.fit(k.word, d.small(), d.width-k.x-2*radius-gap*0.7)
		d.pen.text(k.x+2*radius+gap*0.7, k.y+d.small()*0.35, d.small(), d.look.Muted, text)
	}
}

func (d *drawing) drawRows() {
	top, bottom := d.eventRoom(), d.rowsBottom()
	d.drawAxis(top, bottom)
	for i, row := range d.chart.Rows {
		y := d.rowMiddle(i)
		d.pen.line(d.axis.left-gap, y, d.width, y, ruleWidth, d.look.Line)
		label := d.fit(row.Label, d.size, d.names-1)
		d.pen.textRight(d.names, y+d.size*0.35, d.size, d.look.Ink, label)
	}
	d.events(top, bottom)
	for i := range d.chart.Rows {
		d.drawMarks(i)
	}
	d.drawKey()
}

func (d *drawing) rowMiddle(i int) float64 { return d.eventRoom() + (float64(i)+0.5)*d.rowHeight() }

// drawMarks draws the marks of a row, the small ones over the large ones.
func (d *drawing) drawMarks(i int) {
	marks, y := d.chart.Rows[i].Marks, d.rowMiddle(i)
	order := make([]int, len(marks))
	for j := range marks {
		order[j] = j
		d.spot(d.axis.middle(marks[j]), y, d.rowRadius(marks[j].Level), i, j)
	}
	slices.SortStableFunc(order, func(a, b int) int { return marks[b].Level - marks[a].Level })
	for _, j := range order {
		d.pen.mark(d.axis.middle(marks[j]), y, d.rowRadius(marks[j].Level), marks[j].Shape)
	}
}
