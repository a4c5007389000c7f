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
	names   widget.Names
	first   string
}

func newPage(w fyne.Window) *page {
	p := &page{window: w, parts: widget.NewStack(theme.Space6)}
	p.content = container.NewVScroll(widget.NewLeftColumn(theme.Space6, widget.InsetXY(0, theme.Space4, p.parts)))
	return p
}

// show builds the page anew, with the focus where it was.
func (p *page) show(build func() []fyne.CanvasObject) {
	focused := p.names.Focused(p.window.Canvas())
	p.names.Clear()
	p.first = ""
	p.parts.Objects = build()
	p.parts.Refresh()
	p.content.Refresh()
	if p.names.Has(focused) {
		p.names.Focus(p.window.Canvas(), focused)
	} else if focused != "" {
		p.focusFirst()
	}
}

// named remembers a control; the first one is where the focus comes to.
func (p *page) named(name string, c widget.Control) fyne.CanvasObject {
	if p.first == "" {
		p.first = name
	}
	return p.names.Add(name, c)
}

// focusFirst gives the focus to the first control of the page.
func (p *page) focusFirst() { p.names.Focus(p.window.Canvas(), p.first) }

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
