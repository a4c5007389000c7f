package form

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/theme"
	"mend/ui/widget"
)

func newContent() *fyne.Container { return widget.NewStack(theme.Space4) }

// inline returns content in line with the words in a text.
func inline(content fyne.CanvasObject) *fyne.Container {
	return widget.InsetXY(editor.Padding, 0, content)
}

// build puts the page together from top to bottom.
func (f *Form) build() {
	f.content.Objects = nil
	if f.page.ID == "" {
		f.content.Refresh()
		return
	}
	if f.page.About != "" {
		f.content.Add(inline(widget.NewMutedParagraph(f.page.About)))
	}
	if f.page.Caution != "" {
		f.content.Add(inline(cautionCard(f.page.Caution)))
	}
	for _, one := range f.fields {
		f.content.Add(f.question(one))
	}
	f.addRest()
	if f.page.Kind == journal.PageApology {
		f.content.Add(inline(small(lang.L("Nothing on this page is ever sent. It stays in your journal."))))
	}
	f.content.Refresh()
}

func cautionCard(caution string) fyne.CanvasObject {
	return widget.NewSurface(theme.ColorSoftAccent, widget.Inset(theme.Space4,
		widget.NewStack(theme.Space1, widget.NewHeading(lang.L("Go gently"), theme.SizeSmall),
			widget.NewParagraph(caution))))
}

// question shows what is asked and what it is answered by.
func (f *Form) question(one *field) fyne.CanvasObject {
	stack := widget.NewStack(theme.Space2)
	if one.Group != "" {
		group := widget.NewParagraph(one.Group)
		group.TextSize, group.Bold = theme.SizeHeading, true
		stack.Add(inline(widget.InsetXY(0, theme.Space2, group)))
	}
	label := widget.NewParagraph(one.Label)
	label.Bold = true
	head := widget.NewStack(theme.Space1, label)
	if one.Hint != "" {
		head.Add(small(one.Hint))
	}
	stack.Add(inline(head))
	stack.Add(one.object())
	return stack
}

// small returns a sentence that steps back.
func small(text string) *widget.Paragraph {
	p := widget.NewMutedParagraph(text)
	p.TextSize = theme.SizeSmall
	return p
}

// addRest shows what is kept with the page and asked by no question of it, to
// be read only.
func (f *Form) addRest() {
	for i, key := range f.restKeys() {
		if i == 0 {
			f.content.Add(inline(small(lang.L("This was filled in on another version of the page. It stays as it is."))))
		}
		area := f.newArea(nil)
		area.SetText(f.values[key])
		area.SetReadOnly(true)
		label := widget.NewParagraph(journal.PageTitle(nil, key))
		label.Bold = true
		f.content.Add(widget.NewStack(theme.Space2, inline(label), area))
	}
}

// restKeys returns the keys of what addRest shows.
func (f *Form) restKeys() []string {
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(f.values)) {
		_, asked := f.page.Field(key)
		if !asked && key != journal.FieldEarlier && strings.TrimSpace(f.values[key]) != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// Holds reports whether o is a part of the form.
func (f *Form) Holds(o fyne.Focusable) bool {
	part, ok := o.(fyne.CanvasObject)
	return ok && holds(f.content, part)
}

func holds(in, o fyne.CanvasObject) bool {
	if in == o {
		return true
	}
	switch in := in.(type) {
	case *fyne.Container:
		return slices.ContainsFunc(in.Objects, func(child fyne.CanvasObject) bool { return holds(child, o) })
	case widget.Holder:
		return holds(in.Held(), o)
	}
	return false
}

// reveal scrolls until a part of o is in view, from y on and as high as height.
func (f *Form) reveal(o fyne.CanvasObject, y, height float32) {
	if f.scroll == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(f.scroll).Y + y
	bottom := top + height
	room := f.scroll.Size().Height
	switch {
	case top < theme.Space6:
		f.scrollBy(top - theme.Space6)
	case bottom > room-theme.Space6:
		f.scrollBy(min(bottom-room+theme.Space6, top-theme.Space6))
	}
}

func (f *Form) scrollBy(dy float32) {
	most := max(f.scroll.Content.MinSize().Height-f.scroll.Size().Height, 0)
	if y := max(0, min(f.scroll.Offset.Y+dy, most)); y != f.scroll.Offset.Y {
		f.scroll.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// Follow lets a text that is no answer of the page, but stands in the same
// scroll, be seen and scrolled as the others are.
func (f *Form) Follow(e *editor.Editor) {
	f.beside = e
	f.follow(e)
}

func (f *Form) follow(e *editor.Editor) {
	e.FindOver(f.texts)
	e.Grow(leastLines, mostLines)
	e.OnGrown = f.grown
	e.OnCaret = func(y, height float32) {
		f.last = e
		f.reveal(e, y, height)
	}
	e.OnScrolledPast = f.passScroll
}

// Unfollow takes back what Follow did.
func (f *Form) Unfollow(e *editor.Editor) {
	e.Grow(0, 0)
	e.OnGrown, e.OnCaret, e.OnScrolledPast = nil, nil, nil
	e.FindOver(nil)
	f.beside = nil
}

// texts returns all that can be read through on the page, in its order.
func (f *Form) texts() []*editor.Editor {
	if f.beside == nil {
		return f.areas
	}
	return append(slices.Clone(f.areas), f.beside)
}

func (f *Form) passScroll(ev *fyne.ScrollEvent) {
	if f.scroll != nil {
		f.scroll.Scrolled(ev)
	}
}

var _ fyne.Layout = twoLayout{}

// twoLayout puts two objects side by side where there is room for both, and
// else one below the other.
type twoLayout struct{ width *float32 }

// NewTwo returns two objects side by side; where it is narrow, one below the
// other.
func NewTwo(left, right fyne.CanvasObject) *fyne.Container {
	return container.New(twoLayout{new(float32)}, left, right)
}

// sideBySideFrom is the width, at a text scale of 1, from which two texts have
// room side by side.
const sideBySideFrom float32 = 520

func (l twoLayout) beside() bool {
	return *l.width >= sideBySideFrom*theme.Scale(fyne.CurrentApp().Settings().Theme())
}

// Layout implements fyne.Layout.
func (l twoLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*l.width = size.Width
	width, y := size.Width, float32(0)
	if l.beside() {
		width = (size.Width - theme.Space4) / 2
	}
	for i, o := range objects {
		o.Resize(fyne.NewSize(width, o.Size().Height)) // what wraps learns its width
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		if l.beside() {
			o.Move(fyne.NewPos(float32(i)*(width+theme.Space4), 0))
			continue
		}
		o.Move(fyne.NewPos(0, y))
		y += height + theme.Space3
	}
}

// MinSize implements fyne.Layout: as high as both are at the last width.
func (l twoLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if l.beside() {
		return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	}
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height+theme.Space3)
}
