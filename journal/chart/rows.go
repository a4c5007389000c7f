package chart

// planRows measures a chart with a named row for each thing.
func (d *drawing) planRows() {
	for _, row := range d.chart.Rows {
		d.names = max(d.names, widthOf(d.face, d.size, row.Label))
	}
	d.names = min(d.names+1, d.width*0.36)
	d.axis = newAxis(d.chart, d.names+gap*2, d.width-gap)
	d.height = d.eventRoom() + float64(len(d.chart.Rows))*d.rowHeight() + d.small()*1.6
}

func (d *drawing) rowHeight() float64 { return max(d.line*1.25, 2*rowRadius(5)+3) }

// rowRadius is how large a mark of a level is.
func rowRadius(level int) float64 { return 2.2 + 1.25*float64(min(max(level, 1), 5)) }

func (d *drawing) drawRows() {
	top := d.eventRoom()
	bottom := top + float64(len(d.chart.Rows))*d.rowHeight()
	d.drawAxis(top, bottom)
	for i, row := range d.chart.Rows {
		y := top + (float64(i)+0.5)*d.rowHeight()
		d.pen.line(d.axis.left-gap, y, d.width, y, ruleWidth, d.look.Line)
		label := d.fit(row.Label, d.size, d.names-1)
		d.pen.textRight(d.names, y+d.size*0.35, d.size, d.look.Ink, label)
	}
	d.events(top, bottom)
	for i, row := range d.chart.Rows {
		y := top + (float64(i)+0.5)*d.rowHeight()
		for j, mark := range row.Marks {
			x, radius := d.axis.middle(mark), rowRadius(mark.Level)
			d.pen.mark(x, y, radius, mark.Shape)
			d.spot(x, y, radius, i, j)
		}
	}
}
