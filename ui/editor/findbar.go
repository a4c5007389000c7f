package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
)

// findBar is the slim bar below the text in which the person says what to find.
// It is its own layout.
type findBar struct {
	editor  *Editor
	ground  *canvas.Rectangle
	line    *canvas.Rectangle // between the text and the bar
	field   *findField
	count   *canvas.Text
	buttons []*wordButton
	content *fyne.Container
}

const (
	findGap  = 8  // points between the parts
	findEdge = 12 // on their left and right
	findRoom = 6  // above and below them
	leastEms = 11 // of the field, in text sizes, beside the buttons
)

func newFindBar(e *Editor) *findBar {
	b := &findBar{editor: e, ground: canvas.NewRectangle(color.Transparent),
		line: canvas.NewRectangle(color.Transparent), count: canvas.NewText("", color.Transparent)}
	b.field = newFindField(b)
	b.buttons = []*wordButton{
		newWordButton(lang.L("Previous"), e.FindPrevious, b.typedKey),
		newWordButton(lang.L("Next"), e.FindNext, b.typedKey),
		newWordButton(lang.L("Done"), e.CloseFind, b.typedKey),
	}
	b.content = container.New(b, b.ground, b.line, b.field, b.count)
	for _, button := range b.buttons {
		b.content.Add(button)
	}
	b.content.Hide()
	b.paint()
	return b
}

// paint takes over the look of the editor.
func (b *findBar) paint() {
	lk := b.editor.look
	b.ground.FillColor = lk.paper
	b.ground.BottomLeftCornerRadius, b.ground.BottomRightCornerRadius = lk.radius, lk.radius
	b.line.FillColor = lk.line
	b.count.Color, b.count.TextSize = lk.muted, lk.small
	for _, button := range b.buttons {
		button.Refresh()
	}
}

// tell shows which found place the caret is at, and how many there are.
func (b *findBar) tell(current, total int) {
	text := ""
	switch {
	case b.editor.found.query == "":
	case total == 0:
		text = lang.L("Not found")
	case current < 0:
		text = lang.L("{{.Total}} found", map[string]any{"Total": total})
	default:
		text = countOf(current+1, total)
	}
	if b.count.Text == text {
		return
	}
	room := b.countWidth()
	b.count.Text = text
	if b.countWidth() != room {
		b.Layout(nil, b.content.Size())
	}
}

func countOf(n, total int) string {
	return lang.L("{{.N}} of {{.Total}}", map[string]any{"N": n, "Total": total})
}

// countWidth is room for the count; a common one does not move its neighbours.
func (b *findBar) countWidth() float32 {
	common := fyne.MeasureText(countOf(100, 100), b.editor.look.small, fyne.TextStyle{}).Width
	return max(common, b.count.MinSize().Width)
}

// buttonsWidth is the width of the buttons and the gaps before them.
func (b *findBar) buttonsWidth() (width float32) {
	for _, button := range b.buttons {
		width += findGap + button.MinSize().Width
	}
	return width
}

// fits reports whether a bar is wide enough to hold all its parts in one row.
func (b *findBar) fits(width float32) bool {
	return width-2*findEdge-b.buttonsWidth()-findGap-b.countWidth() >= leastEms*b.editor.look.small
}

// height is how high the bar is at a width: two rows where one is too narrow.
func (b *findBar) height(width float32) float32 {
	height := b.field.MinSize().Height + 2*findRoom
	if !b.fits(width) {
		height += b.buttons[0].MinSize().Height + findRoom
	}
	return height
}

// MinSize implements fyne.Layout. The editor gives the bar its room.
func (b *findBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (b *findBar) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b.ground.Resize(size)
	b.line.Resize(fyne.NewSize(size.Width, 1))
	row, right, y := b.field.MinSize().Height, size.Width-findEdge, float32(findRoom)
	buttons := right + findGap - b.buttonsWidth()
	if b.fits(size.Width) {
		right = buttons - findGap
		b.placeButtons(buttons, y, row)
	} else {
		b.placeButtons(buttons, y+row+findRoom, b.buttons[0].MinSize().Height)
	}
	count := right - b.countWidth()
	b.count.Move(fyne.NewPos(count, y+(row-b.count.MinSize().Height)/2))
	b.field.Move(fyne.NewPos(findEdge, y))
	b.field.Resize(fyne.NewSize(max(count-findGap-findEdge, 0), row))
}

func (b *findBar) placeButtons(x, y, height float32) {
	for _, button := range b.buttons {
		button.Move(fyne.NewPos(x, y))
		button.Resize(fyne.NewSize(button.MinSize().Width, height))
		x += button.MinSize().Width + findGap
	}
}

// typedKey does what a key means anywhere in the bar; others go on to the
// canvas.
func (b *findBar) typedKey(ev *fyne.KeyEvent) {
	if !b.editor.findKey(ev.Name, b.field.shift) {
		b.editor.handOn(ev)
	}
}
