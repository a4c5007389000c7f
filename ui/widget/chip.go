package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/theme"
)

// Chip is a small rounded word: a feeling, a tag, a filter. That it is
// selected is shown by a check mark and by its colour. Space and Enter tap
// it; Delete and Backspace remove it, where it can be removed.
type Chip struct {
	control

	Text     string
	Selected bool
	// Level, if not 0, is shown after the text: so many of five dots are full.
	Level int

	OnTap func()
	// OnRemove, if not nil, shows a cross that calls it.
	OnRemove func()
}

// NewChip returns a chip that calls onTap, which may be nil.
func NewChip(text string, onTap func()) *Chip {
	c := &Chip{Text: text, OnTap: onTap}
	c.extend(c)
	return c
}

// NewRemovableChip returns a chip with a cross that calls onRemove.
func NewRemovableChip(text string, onTap, onRemove func()) *Chip {
	c := NewChip(text, onTap)
	c.OnRemove = onRemove
	return c
}

// SetText changes the text.
func (c *Chip) SetText(text string) {
	if c.Text != text {
		c.Text = text
		c.Refresh()
	}
}

// SetSelected changes whether it is selected; it does not tap it.
func (c *Chip) SetSelected(on bool) {
	if c.Selected != on {
		c.Selected = on
		c.Refresh()
	}
}

// Tapped implements fyne.Tappable: the cross removes, the rest taps.
func (c *Chip) Tapped(ev *fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	FocusOn(c)
	if c.OnRemove != nil && ev != nil && ev.Position.X > c.Size().Width-c.crossWidth() {
		c.OnRemove()
		return
	}
	if c.OnTap != nil {
		c.OnTap()
	}
}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(ev *fyne.KeyEvent) {
	removes := ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace
	switch {
	case c.asked(ev):
	case isEnter(ev) || ev.Name == fyne.KeySpace:
		c.Tapped(nil)
	case removes && c.OnRemove != nil && !c.Disabled():
		c.OnRemove()
	default:
		HandOn(c, ev)
	}
}

// crossWidth is how much of the right end removes.
func (c *Chip) crossWidth() float32 {
	return fyne.MeasureText(cross, theme.PenOf(c).Size(theme.SizeSmall), fyne.TextStyle{}).Width + theme.Space2 + chipPadding
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Chip) AccessibilityLabel() string { return c.Text }

// AccessibilityRole implements fyne.Accessible.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{chip: c, back: canvas.NewRectangle(nil), over: canvas.NewRectangle(nil),
		ring: newRing(), mark: newMark(), dots: newLevelDots(), text: canvas.NewText("", nil), cross: canvas.NewText(cross, nil)}
	r.Refresh()
	return r
}

const (
	cross               = "×"
	chipPadding float32 = 10
)

type chipRenderer struct {
	chip        *Chip
	back, over  *canvas.Rectangle
	ring        ring
	mark        mark
	dots        levelDots
	text, cross *canvas.Text
	cut         cut
}

func (r *chipRenderer) Destroy() {}

func (r *chipRenderer) Layout(size fyne.Size) {
	c, p := r.chip, theme.PenOf(r.chip)
	room := float32(0) // between the ring and the edge, which share a colour
	if c.focused {
		room = 2 * ringWidth
	}
	for _, rect := range []*canvas.Rectangle{r.back, r.over} {
		rect.CornerRadius = size.Height/2 - room
		rect.Move(fyne.NewPos(room, room))
		rect.Resize(size.SubtractWidthHeight(2*room, 2*room))
		rect.Refresh()
	}
	r.ring.show(p, c.focused, theme.ColorFocus, size, 0)
	r.ring.CornerRadius = size.Height / 2

	x, end := chipPadding, size.Width-chipPadding
	side := r.markSide()
	r.mark.show(c.Selected, r.text.Color, fyne.NewPos(x-2, (size.Height-side)/2), side)
	if c.Selected {
		x += side
	}
	if c.OnRemove != nil {
		end = size.Width - c.crossWidth()
		r.place(r.cross, end+theme.Space2, size.Height)
	}
	if c.Level > 0 {
		end -= r.dots.width(p)
		r.dots.show(c.Level, p, fyne.NewPos(end, size.Height/2))
	}
	r.text.Text = r.cut.of(c.Text, end-x+0.5, r.text.TextSize, r.text.TextStyle)
	r.place(r.text, x, size.Height)
}

func (r *chipRenderer) place(t *canvas.Text, x, height float32) {
	least := t.MinSize()
	t.Move(fyne.NewPos(x, (height-least.Height)/2))
	t.Resize(least)
	t.Refresh()
}

func (r *chipRenderer) markSide() float32 { return theme.PenOf(r.chip).Size(theme.SizeSmall) }

func (r *chipRenderer) MinSize() fyne.Size {
	c := r.chip
	size := fyne.MeasureText(c.Text, r.text.TextSize, r.text.TextStyle)
	if c.Selected {
		size.Width += r.markSide()
	}
	if c.OnRemove != nil {
		size.Width += c.crossWidth() - chipPadding
	}
	if c.Level > 0 {
		size.Width += r.dots.width(theme.PenOf(c))
	}
	return size.AddWidthHeight(2*chipPadding, 2*theme.Space1)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.back, r.over, r.text, r.cross, r.ring.Rectangle}, r.mark.objects()...)
	if r.chip.Level > 0 {
		objects = append(objects, r.dots.objects()...)
	}
	return objects
}

func (r *chipRenderer) Refresh() {
	c, p := r.chip, theme.PenOf(r.chip)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = p.Color(theme.ColorCard), p.Color(theme.ColorBorder), 1
	ink := theme.ColorInk
	if c.Selected {
		r.back.FillColor, r.back.StrokeColor = p.Color(theme.ColorSoftAccent), p.Color(theme.ColorAccent)
	}
	r.over.FillColor = color.Transparent
	if c.hovered && !c.Disabled() {
		r.over.FillColor = p.Color(theme.ColorHover)
	}
	r.text.Color, r.text.TextSize = p.Color(ink), p.Size(theme.SizeSmall)
	r.cross.Color, r.cross.TextSize = p.Color(theme.ColorMuted), r.text.TextSize
	r.cross.Hidden = c.OnRemove == nil
	r.Layout(c.Size())
}
