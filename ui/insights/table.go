package insights

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// tableRows is how many rows of a table show at once at most.
const tableRows = 9

// table is the numbers of a chart, row by row. Enter on one opens the entries
// behind it.
type table struct {
	chart   journal.Chart
	list    *widget.List
	content fyne.CanvasObject
}

func newTable(c journal.Chart, open func([]uuid.UUID)) *table {
	t := &table{chart: c}
	t.list = widget.NewList(func() int { return len(c.Table) }, func() fyne.CanvasObject { return newTableRow(len(c.Head)) },
		func(i int, o fyne.CanvasObject) {
			o.(*fyne.Container).Layout.(*rowLayout).show(o.(*fyne.Container), c.Table[i].Cells)
		})
	t.list.OnOpen = func(i int) { open(c.Table[i].Entries) }
	head := newTableRow(len(c.Head))
	layout := head.Layout.(*rowLayout)
	layout.bold = true
	layout.show(head, c.Head)
	t.content = container.New(&tableLayout{rows: min(len(c.Table), tableRows)}, head, t.list)
	return t
}

// tableLayout places the head above the list, which shows some rows.
type tableLayout struct{ rows int }

// Layout implements fyne.Layout.
func (l *tableLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, head))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Move(fyne.NewPos(0, head))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-head))
}

// MinSize implements fyne.Layout.
func (l *tableLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	head := objects[0].MinSize()
	return fyne.NewSize(head.Width, head.Height*float32(l.rows+1)+theme.Space1)
}

// newTableRow returns a row of empty cells.
func newTableRow(cells int) *fyne.Container {
	row := container.New(&rowLayout{})
	for range cells {
		row.Add(canvas.NewText("", nil))
	}
	return row
}

// rowLayout places cells in columns and cuts what is too long for its column.
type rowLayout struct {
	cells []string
	bold  bool
	width float32 // that the cells are cut for
	size  float32
}

// show puts texts into a row.
func (l *rowLayout) show(row *fyne.Container, cells []string) {
	l.cells, l.width = cells, -1
	l.Layout(row.Objects, row.Size())
}

// share is how much of the width each of so many columns takes.
func share(columns int) []float32 {
	switch columns {
	case 2:
		return []float32{0.5, 0.5}
	case 3:
		return []float32{0.3, 0.4, 0.3}
	}
	shares := make([]float32, columns)
	for i := range shares {
		shares[i] = 1 / float32(columns)
	}
	return shares
}

// Layout implements fyne.Layout.
func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	th := fynetheme.Current()
	text := theme.Size(th, theme.SizeText)
	x, shares := theme.Space4, share(len(objects))
	for i, o := range objects {
		cell := o.(*canvas.Text)
		width := (size.Width - theme.Space4) * shares[i]
		if l.width != size.Width || l.size != text {
			cell.TextStyle = fyne.TextStyle{Bold: l.bold}
			cell.TextSize = text
			cell.Text = ""
			if i < len(l.cells) && size.Width > 0 {
				cell.Text = widget.CutText(l.cells[i], max(width-theme.Space2, 0), text, cell.TextStyle)
			}
		}
		cell.Color = theme.Color(th, theme.ColorInk)
		cell.Move(fyne.NewPos(x, (size.Height-cell.MinSize().Height)/2))
		cell.Refresh()
		x += width
	}
	l.width, l.size = size.Width, text
}

// MinSize implements fyne.Layout.
func (l *rowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	text := fyne.MeasureText("Xg", theme.Size(fynetheme.Current(), theme.SizeText), fyne.TextStyle{})
	return fyne.NewSize(240, text.Height+theme.Space2)
}
