package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"mend/ui/theme"
)

// Importance is how much a button asks to be seen.
type Importance int

// The importances. A screen has one Primary button at most.
const (
	Normal  Importance = iota // with an edge
	Primary                   // filled with the accent
	Quiet                     // text alone
	Faint                     // small text alone, for what stands below every line of many
)

// Button does something. Space and Enter tap it.
type Button struct {
	control

	Text       string
	Icon       fyne.Resource // before the text, or nil
	Importance Importance
	// Leading puts the text at the left instead of in the middle.
	Leading bool

	OnTap func()
}

// NewButton returns a button that calls onTap.
func NewButton(text string, onTap func()) *Button {
	b := &Button{Text: text, OnTap: onTap}
	b.extend(b)
	return b
}

// NewPrimaryButton returns the button for what a screen is there to do.
func NewPrimaryButton(text string, onTap func()) *Button {
	b := NewButton(text, onTap)
	b.Importance = Primary
	return b
}

// NewQuietButton returns a button that looks like a line of text.
func NewQuietButton(text string, onTap func()) *Button {
	b := NewButton(text, onTap)
	b.Importance = Quiet
	return b
}

// NewFaintButton returns a quiet button in small text, for what can be done with
// each of many things.
func NewFaintButton(text string, onTap func()) *Button {
	b := NewButton(text, onTap)
	b.Importance = Faint
	return b
}

// isBare reports whether the button is text alone.
func (b *Button) isBare() bool { return b.Importance == Quiet || b.Importance == Faint }

// SetText changes the text.
func (b *Button) SetText(text string) {
	if b.Text != text {
		b.Text = text
		b.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.Disabled() {
		return
	}
	FocusOn(b)
	if b.OnTap != nil {
		b.OnTap()
	}
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case b.asked(ev):
	case isEnter(ev) || ev.Name == fyne.KeySpace:
		b.Tapped(nil)
	default:
		HandOn(b, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (b *Button) AccessibilityLabel() string { return b.Text }

// AccessibilityRole implements fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{button: b, back: canvas.NewRectangle(color.Transparent),
		over: canvas.NewRectangle(color.Transparent), ring: newRing(),
		text: canvas.NewText("", nil), icon: canvas.NewImageFromResource(nil)}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	button *Button
	back   *canvas.Rectangle
	over   *canvas.Rectangle // hover
	ring   ring
	text   *canvas.Text
	icon   *canvas.Image
	iconOf iconKey
}

// iconKey says what a coloured icon was made of.
type iconKey struct {
	resource fyne.Resource
	color    fyne.ThemeColorName
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Layout(size fyne.Size) {
	for _, rect := range []*canvas.Rectangle{r.back, r.over} {
		rect.Move(fyne.NewPos(0, 0))
		rect.Resize(size)
	}
	r.showRing(size)
	text, icon := r.parts()
	x := (size.Width - text.Width - icon) / 2
	if r.button.Leading {
		x = r.padding()
	}
	if icon > 0 {
		side := icon - theme.Space2
		r.icon.Move(fyne.NewPos(x, (size.Height-side)/2))
		r.icon.Resize(fyne.NewSquareSize(side))
	}
	r.text.Move(fyne.NewPos(x+icon, (size.Height-text.Height)/2))
	r.text.Resize(text)
}

// parts returns the size of the text, and how wide the icon and the gap after
// it are.
func (r *buttonRenderer) parts() (text fyne.Size, icon float32) {
	text = fyne.MeasureText(r.button.Text, r.text.TextSize, r.text.TextStyle)
	if r.button.Icon != nil {
		icon = theme.PenOf(r.button).Size(fynetheme.SizeNameInlineIcon) + theme.Space2
	}
	return text, icon
}

func (r *buttonRenderer) padding() float32 {
	if r.button.isBare() {
		return theme.Space2
	}
	return theme.Space4
}

func (r *buttonRenderer) MinSize() fyne.Size {
	text, icon := r.parts()
	return fyne.NewSize(text.Width+icon+2*r.padding(), text.Height+2*theme.Space2)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.over, r.icon, r.text, r.ring.Rectangle}
}

func (r *buttonRenderer) Refresh() {
	b, p := r.button, theme.PenOf(r.button)
	fill, edge, ink := b.colors(p)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = fill, edge, 1
	r.over.FillColor = color.Transparent
	if b.hovered && !b.Disabled() {
		r.over.FillColor = p.Color(theme.ColorHover)
	}
	r.back.CornerRadius, r.over.CornerRadius = theme.CornerRadius, theme.CornerRadius
	r.text.Text, r.text.Color, r.text.TextSize = b.Text, p.Color(ink), p.Size(b.textSize())
	r.text.TextStyle = fyne.TextStyle{Bold: b.Importance == Primary}
	r.showIcon(ink)
	r.Layout(b.Size())
	for _, o := range []fyne.CanvasObject{r.back, r.over, r.text} {
		o.Refresh()
	}
}

func (r *buttonRenderer) showIcon(ink fyne.ThemeColorName) {
	r.icon.Hidden = r.button.Icon == nil
	want := iconKey{r.button.Icon, ink}
	if r.icon.Hidden || r.iconOf == want {
		return
	}
	r.iconOf = want
	r.icon.FillMode = canvas.ImageFillContain
	r.icon.Resource = fynetheme.NewColoredResource(r.button.Icon, ink)
	r.icon.Refresh()
}

// colors returns the button's fill and edge, and the name of its text colour.
func (b *Button) colors(p theme.Pen) (fill, edge color.Color, ink fyne.ThemeColorName) {
	none := color.Color(color.Transparent)
	switch {
	case b.Disabled() && b.isBare():
		return none, none, fynetheme.ColorNameDisabled
	case b.Disabled():
		return p.Color(fynetheme.ColorNameDisabledButton), none, fynetheme.ColorNameDisabled
	case b.Importance == Primary:
		return p.Color(theme.ColorAccent), none, theme.ColorOnAccent
	case b.isBare():
		return none, none, theme.ColorAccent
	}
	return p.Color(fynetheme.ColorNameButton), p.Color(theme.ColorBorder), theme.ColorInk
}

func (b *Button) textSize() fyne.ThemeSizeName {
	if b.Importance == Faint {
		return theme.SizeSmall
	}
	return theme.SizeText
}

// showRing puts the ring on the edge; on a filled button, within it and in
// the colour of its text.
func (r *buttonRenderer) showRing(size fyne.Size) {
	b, p := r.button, theme.PenOf(r.button)
	if b.Importance == Primary {
		r.ring.show(p, b.focused, theme.ColorOnAccent, size, 3)
		return
	}
	r.ring.show(p, b.focused, theme.ColorFocus, size, 0)
}
