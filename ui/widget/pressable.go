package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mend/ui/theme"
)

// Pressable is content that does one thing when it is tapped: a row that opens
// something. What is chosen among several is marked by a bar on its left, and
// by a tint.
type Pressable struct {
	control

	Label    string // what it does, for a screen reader
	OnTap    func()
	Selected bool

	content fyne.CanvasObject
}

// NewPressable returns content that calls onTap when it is tapped, or with
// Enter or Space. The content itself must not take taps.
func NewPressable(label string, content fyne.CanvasObject, onTap func()) *Pressable {
	p := &Pressable{Label: label, OnTap: onTap, content: content}
	p.extend(p)
	return p
}

// SetSelected marks it as the chosen one, or not.
func (p *Pressable) SetSelected(on bool) {
	if p.Selected != on {
		p.Selected = on
		p.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (p *Pressable) Tapped(*fyne.PointEvent) {
	FocusOn(p)
	p.press()
}

// TypedKey implements fyne.Focusable.
func (p *Pressable) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case p.asked(ev):
	case isEnter(ev), ev.Name == fyne.KeySpace:
		p.press()
	default:
		HandOn(p, ev)
	}
}

func (p *Pressable) press() {
	if p.OnTap != nil && !p.Disabled() {
		p.OnTap()
	}
}

// Cursor implements desktop.Cursorable.
func (p *Pressable) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (p *Pressable) AccessibilityLabel() string { return p.Label }

// AccessibilityRole implements fyne.Accessible.
func (p *Pressable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (p *Pressable) CreateRenderer() fyne.WidgetRenderer {
	r := &pressableRenderer{pressable: p, ground: newGround()}
	r.Refresh()
	return r
}

type pressableRenderer struct {
	pressable *Pressable
	ground    ground
}

func (r *pressableRenderer) Destroy() {}

func (r *pressableRenderer) Layout(size fyne.Size) {
	r.ground.layout(size)
	r.pressable.content.Move(fyne.NewPos(theme.Space4, theme.Space2))
	r.pressable.content.Resize(size.SubtractWidthHeight(2*theme.Space4, 2*theme.Space2))
}

func (r *pressableRenderer) MinSize() fyne.Size {
	return r.pressable.content.MinSize().AddWidthHeight(2*theme.Space4, 2*theme.Space2)
}

func (r *pressableRenderer) Objects() []fyne.CanvasObject {
	return append(r.ground.objects(), r.pressable.content)
}

func (r *pressableRenderer) Refresh() {
	p := r.pressable
	r.ground.show(theme.PenOf(p), groundState{selected: p.Selected, hovered: p.hovered, focused: p.focused})
	p.content.Refresh()
	r.Layout(p.Size())
}
