package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/editor"
	"mend/ui/form"
	"mend/ui/theme"
	"mend/ui/widget"
)

// paper is where one entry is written: its title, the text, and the strip
// below, all in one column.
type paper struct {
	head   *fyne.Container // what stands above while the list is folded away
	back   *widget.Button  // to the list
	write  *widget.Button  // a new entry
	prompt *widget.Paragraph
	asked  fyne.CanvasObject // the prompt, in line with the text
	named  *widget.Paragraph // the title of the guided page
	title  *widget.Field
	body   *editor.Editor
	form   *form.Form
	drawer *drawer
	strip  *strip

	writing *fyne.Container   // the body, or the scroll
	scroll  *container.Scroll // of a guided page
	guided  *fyne.Container   // the page, and the body below it
	also    fyne.CanvasObject // above the body
	ending  *widget.Paragraph
	themed  *container.ThemeOverride // the title, in its own look
	sheet   *fyne.Container
	content fyne.CanvasObject
}

func newPaper(d Deps, back, write func()) *paper {
	p := &paper{}
	p.back = widget.NewQuietButton(lang.L("Back to the list"), back)
	p.write = widget.NewQuietButton(lang.L("Write"), write)
	p.head = container.New(&footLayout{}, p.back, p.write)
	p.prompt = widget.NewMutedParagraph("")
	p.asked = widget.InsetXY(editor.Padding, 0, p.prompt)
	p.title = widget.NewField(titleHint(false))
	p.body = editor.New(d.Tasks.Every)
	p.body.SetPlaceHolder(lang.L("Write here. It is saved as you go."))
	focus := focusIn(d.Window)
	p.buildGuided(d)
	p.drawer = newDrawer(focus, p.relay, func() { focus(p.text()) })
	p.strip = newStrip(stripDeps{guides: d.Guides, role: d.role(), families: d.Families,
		now: d.Now, drawer: p.drawer, rescue: newRescue(d.SaveCopy != nil), grown: p.relay})
	p.themed = container.NewThemeOverride(p.title, titleField(false))
	p.sheet = container.New(sheetLayout{p}, p.head, widget.InsetXY(editor.Padding, 0, p.named), p.asked,
		widget.InsetXY(editor.Padding-theme.Space2, 0, p.themed), p.writing, p.drawer.content, p.strip.content)
	p.content = widget.NewColumn(p.sheet)
	return p
}

// relay places the parts anew, when one of them has changed its height. It does
// not draw them anew: the text may be long.
func (p *paper) relay() {
	if p.sheet != nil {
		p.sheet.Layout.Layout(p.sheet.Objects, p.sheet.Size())
	}
}

// Prompt shows the question that is being written about, or none.
func (p *paper) Prompt(text string) {
	p.prompt.SetText(text)
	widget.Show(p.asked, text != "")
	p.relay()
}

// Title shows a title. The line steps back while there is none.
func (p *paper) Title(text string) {
	p.title.SetText(text)
	p.weighTitle()
}

func (p *paper) weighTitle() {
	if bold := p.title.Text != ""; p.title.TextStyle.Bold != bold {
		p.title.TextStyle.Bold = bold
		p.title.Refresh()
	}
}

// sheetLayout gives each part of the paper the height it needs and the text
// all the rest. The drawer and the strip never take so much that no room is
// left to write.
type sheetLayout struct{ p *paper }

const (
	drawerShare      = 0.6  // of the height below the title
	factsShare       = 0.3  // of the whole height
	factsShareDrawer = 0.18 // while the drawer is open
	leastBody        = 80
)

// Layout implements fyne.Layout.
func (l sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, body := objects[:4], objects[4]
	y := theme.Space3
	for _, o := range head {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.Size().Height)) // a wrapped text learns its width
		height := o.MinSize().Height
		widget.Place(o, 0, y, size.Width, height)
		y += height + theme.Space2
	}
	facts := float32(factsShare)
	if l.p.drawer.IsOpen() {
		facts = factsShareDrawer
	}
	strip := l.p.strip.layOut(size.Width, facts*size.Height)
	bottom := size.Height - theme.Space3 - strip
	widget.Place(objects[6], 0, bottom, size.Width, strip)
	bottom -= theme.Space2
	if drawer := objects[5]; drawer.Visible() {
		height := min(l.p.drawer.heightFor(size.Width), max((bottom-y)*drawerShare, bottom-y-leastBody))
		widget.Place(drawer, 0, bottom-height, size.Width, height)
		bottom -= height + theme.Space2
	}
	widget.Place(body, 0, y, size.Width, max(bottom-y, 0))
	l.p.fitGuided()
}

// MinSize implements fyne.Layout. It does not depend on what is written, so
// that no entry can make the window larger.
func (l sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 320) }
