package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// Option is one of the answers that Choices offers.
type Option struct {
	Label string
	About string // a sentence below the label, or nothing
	// Disabled options are shown and can't be chosen.
	Disabled bool
}

// Choices offers a few answers, one below the other, of which one is chosen.
// It is one stop of the Tab key: Up and Down choose, Space chooses the first
// if none is chosen yet. Enter goes on to the canvas.
type Choices struct {
	control

	Options  []Option
	Selected int // index, or -1
	// Optional lets the person take their answer back: by tapping it again, or
	// with Delete or Backspace.
	Optional bool

	// OnChange is called after the person chose another answer, with -1 for none.
	OnChange func(i int)
}

// NewChoices returns the options with none chosen.
func NewChoices(options []Option, onChange func(i int)) *Choices {
	c := &Choices{Options: options, Selected: -1, OnChange: onChange}
	c.extend(c)
	return c
}

// Select chooses option i without calling OnChange; -1 chooses none.
func (c *Choices) Select(i int) {
	if i >= len(c.Options) || i == c.Selected {
		return
	}
	c.Selected = max(i, -1)
	c.Refresh()
}

// SetOption shows option i anew.
func (c *Choices) SetOption(i int, o Option) {
	if c.Options[i] != o {
		c.Options[i] = o
		c.Refresh()
	}
}

func (c *Choices) choose(i int) {
	if i < 0 || i >= len(c.Options) || i == c.Selected || c.Options[i].Disabled {
		return
	}
	c.change(i)
}

// takeBack leaves nothing chosen.
func (c *Choices) takeBack() {
	if c.Optional && c.Selected >= 0 {
		c.change(-1)
	}
}

func (c *Choices) change(i int) {
	if c.Disabled() {
		return
	}
	c.Select(i)
	if c.OnChange != nil {
		c.OnChange(i)
	}
}

// from chooses option i, or the next that can be chosen, going by.
func (c *Choices) from(i, by int) {
	for i >= 0 && i < len(c.Options) && c.Options[i].Disabled {
		i += by
	}
	c.choose(i)
}

// TypedKey implements fyne.Focusable.
func (c *Choices) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case c.asked(ev):
	case ev.Name == fyne.KeySpace:
		c.from(max(c.Selected, 0), 1)
	case ev.Name == fyne.KeyDown:
		c.from(c.Selected+1, 1)
	case ev.Name == fyne.KeyUp:
		c.from(c.Selected-1, -1)
	case ev.Name == fyne.KeyHome:
		c.from(0, 1)
	case ev.Name == fyne.KeyEnd:
		c.from(len(c.Options)-1, -1)
	case c.Optional && (ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace):
		c.takeBack()
	default:
		HandOn(c, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Choices) AccessibilityLabel() string {
	if c.Selected < 0 {
		return ""
	}
	return c.Options[c.Selected].Label
}

// AccessibilityRole implements fyne.Accessible.
func (c *Choices) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (c *Choices) CreateRenderer() fyne.WidgetRenderer {
	stack := NewStack(theme.Space1)
	for i := range c.Options {
		stack.Add(newChoiceRow(c, i))
	}
	return &choicesRenderer{stack}
}

type choicesRenderer struct{ stack *fyne.Container }

func (r *choicesRenderer) Destroy()                     {}
func (r *choicesRenderer) Layout(size fyne.Size)        { r.stack.Resize(size) }
func (r *choicesRenderer) MinSize() fyne.Size           { return r.stack.MinSize() }
func (r *choicesRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.stack} }
func (r *choicesRenderer) Refresh() {
	for _, row := range r.stack.Objects {
		row.Refresh()
	}
}

// choiceRow is one answer; the Choices has the focus for it.
type choiceRow struct {
	fynewidget.BaseWidget
	pointed
	choices *Choices
	i       int
	label   *Paragraph
	about   *Paragraph
}

func newChoiceRow(c *Choices, i int) *choiceRow {
	row := &choiceRow{choices: c, i: i, label: NewParagraph(c.Options[i].Label), about: NewMutedParagraph(c.Options[i].About)}
	row.about.TextSize = theme.SizeSmall
	row.about.Hidden = row.about.Text == ""
	row.pointed.refresh = row.Refresh
	row.ExtendBaseWidget(row)
	return row
}

// Tapped implements fyne.Tappable.
func (w *choiceRow) Tapped(*fyne.PointEvent) {
	FocusOn(w.choices)
	if w.choices.Selected == w.i {
		w.choices.takeBack()
		return
	}
	w.choices.choose(w.i)
}

// AccessibilityLabel implements fyne.Accessible.
func (w *choiceRow) AccessibilityLabel() string { return w.choices.Options[w.i].Label }

// AccessibilityRole implements fyne.Accessible.
func (w *choiceRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (w *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRowRenderer{row: w, over: canvas.NewRectangle(nil), circle: canvas.NewCircle(nil), dot: canvas.NewCircle(nil), ring: newRing()}
	r.text = NewStack(2, w.label, w.about)
	r.Refresh()
	return r
}

const circleSide float32 = 18 // at a text scale of 1

type choiceRowRenderer struct {
	row         *choiceRow
	over        *canvas.Rectangle // hover
	circle, dot *canvas.Circle
	ring        ring
	text        *fyne.Container
}

func (r *choiceRowRenderer) Destroy() {}

func (r *choiceRowRenderer) Layout(size fyne.Size) {
	r.over.Resize(size)
	side := r.side()
	at := fyne.NewPos(theme.Space2, theme.Space2+max(r.row.label.lineHeight()-side, 0)/2+1)
	r.circle.Move(at)
	r.circle.Resize(fyne.NewSquareSize(side))
	r.dot.Move(at.AddXY(side*0.25, side*0.25))
	r.dot.Resize(fyne.NewSquareSize(side * 0.5))
	r.text.Move(fyne.NewPos(r.textX(), theme.Space2))
	r.text.Resize(fyne.NewSize(max(size.Width-r.textX()-theme.Space2, 0), size.Height))
	c := r.row.choices
	focused := c.focused && (c.Selected == r.row.i || c.Selected < 0 && r.row.i == 0)
	r.ring.show(theme.PenOf(c), focused, theme.ColorFocus, size, 0)
}

func (r *choiceRowRenderer) side() float32 { return theme.PenOf(r.row.choices).Scaled(circleSide) }

func (r *choiceRowRenderer) textX() float32 { return theme.Space2 + r.side() + theme.Space3 }

func (r *choiceRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.textX()+theme.Space2, max(r.text.MinSize().Height, r.side())+2*theme.Space2)
}

func (r *choiceRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.over, r.circle, r.dot, r.text, r.ring.Rectangle}
}

func (r *choiceRowRenderer) Refresh() {
	w, p := r.row, theme.PenOf(r.row.choices)
	selected := w.choices.Selected == w.i
	r.over.FillColor, r.over.CornerRadius = color.Transparent, theme.CornerRadius
	option := w.choices.Options[w.i]
	if w.hovered && !w.choices.Disabled() && !option.Disabled {
		r.over.FillColor = p.Color(theme.ColorHover)
	}
	w.label.Color = theme.ColorInk
	if option.Disabled {
		w.label.Color = theme.ColorMuted
	}
	w.label.Text, w.about.Text, w.about.Hidden = option.Label, option.About, option.About == ""
	r.circle.FillColor, r.circle.StrokeColor, r.circle.StrokeWidth = p.Color(theme.ColorCard), p.Color(theme.ColorBorder), 1.5
	if option.Disabled {
		r.circle.StrokeColor = p.Color(theme.ColorLine)
	}
	r.dot.FillColor = color.Transparent
	if selected {
		r.circle.StrokeColor, r.dot.FillColor = p.Color(theme.ColorAccent), p.Color(theme.ColorAccent)
	}
	for _, o := range []fyne.CanvasObject{r.over, r.circle, r.dot, w.label, w.about} {
		o.Refresh()
	}
	r.Layout(w.Size())
}
