package promises

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/ui/theme"
	"mend/ui/widget"
)

// page shows one promise or goal whole.
type page struct {
	window  fyne.Window
	content *container.Scroll
	parts   *fyne.Container
	names   map[string]control
	first   string
}

// control is a widget of the page that can have the focus.
type control interface {
	fyne.CanvasObject
	fyne.Focusable
}

func newPage(w fyne.Window) *page {
	p := &page{window: w, parts: widget.NewStack(theme.Space6)}
	p.content = container.NewVScroll(widget.NewLeftColumn(theme.Space6, widget.InsetXY(0, theme.Space4, p.parts)))
	return p
}

// show builds the page anew, with the focus where it was.
func (p *page) show(build func() []fyne.CanvasObject) {
	focused := p.focusedName()
	p.names, p.first = make(map[string]control), ""
	p.parts.Objects = build()
	p.parts.Refresh()
	p.content.Refresh()
	if c, ok := p.names[focused]; ok {
		p.window.Canvas().Focus(c)
	} else if focused != "" {
		p.focusFirst()
	}
}

// named remembers a control under a name that stays the same when the page is
// built anew.
func (p *page) named(name string, c control) fyne.CanvasObject {
	if p.first == "" {
		p.first = name
	}
	p.names[name] = c
	return c
}

func (p *page) focusedName() string {
	focused := p.window.Canvas().Focused()
	for name, c := range p.names {
		if fyne.Focusable(c) == focused {
			return name
		}
	}
	return ""
}

// focusFirst gives the focus to the first control of the page.
func (p *page) focusFirst() {
	if c, ok := p.names[p.first]; ok {
		p.window.Canvas().Focus(c)
	}
}

// section is a part of the page under a heading.
func section(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewStack(theme.Space2, append([]fyne.CanvasObject{
		widget.NewHeading(title, theme.SizeHeading)}, objects...)...)
}

// dated is a line of a history: when, what, and what was said beside it.
func dated(when, what, note string) *fyne.Container {
	line := widget.NewStack(2, widget.NewText(when, theme.ColorMuted, theme.SizeSmall), widget.NewParagraph(what))
	if note != "" {
		line.Add(widget.NewMutedParagraph(note))
	}
	return line
}

// fact is a labelled text, or nothing without a text.
func fact(label, text string) []fyne.CanvasObject {
	if text == "" {
		return nil
	}
	return []fyne.CanvasObject{widget.NewLabelled(label, widget.NewParagraph(text))}
}

// pressables stacks rows so that their text lines up with the heading above.
func pressables(rows ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.InsetXY(-theme.Space4, 0, widget.NewStack(0, rows...))
}
