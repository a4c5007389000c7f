package summary

import (
	"context"
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/theme"
	"mend/ui/widget"
)

// previewPane shows the summary as it will be: its pages, or its text.
type previewPane struct {
	screen  *Screen
	content fyne.CanvasObject

	visible bool
	rest    func() // ends the wait before it is put together

	place   *widget.Text // page x of y
	waiting *widget.Waiting
	stop    *widget.Button
	again   *widget.Button
	note    *widget.Paragraph
	pages   *widget.Pages
	text    *editor.Editor
	textIn  fyne.CanvasObject
}

func newPreviewPane(s *Screen) *previewPane {
	p := &previewPane{screen: s, rest: func() {}, waiting: widget.NewWaiting(""), note: widget.NewMutedParagraph(""),
		place: widget.NewText("", theme.ColorMuted, theme.SizeSmall)}
	p.place.Whole = true
	p.stop = widget.NewQuietButton(lang.L("Stop"), func() { s.making.cancel() })
	p.again = widget.NewQuietButton(lang.L("Put it together"), p.make)
	p.pages = widget.NewPages(lang.L("Preview"))
	p.pages.OnPage = func(int) { p.showPlace() }
	p.text = editor.New(s.deps.Tasks.Every)
	p.text.SetPlaceHolder(lang.L("Preview"))
	p.text.SetReadOnly(true)
	p.textIn = widget.NewSurface(theme.ColorCard, widget.InsetXY(0, theme.Space2, widget.NewColumn(p.text)))
	head := widget.NewStack(theme.Space1,
		container.NewBorder(nil, nil, p.headline(), widget.NewRow(0, p.stop, p.again)), p.waiting)
	body := container.NewStack(widget.NewGround(theme.ColorHover, p.pages), p.textIn)
	p.content = container.New(headLayout{}, widget.NewStack(theme.Space2, head, p.note), body)
	p.rested("")
	return p
}

// headline is the heading with the place beside it, on one line of text.
func (p *previewPane) headline() fyne.CanvasObject {
	title := widget.NewHeading(lang.L("Preview"), theme.SizeText)
	title.Whole = true
	return widget.NewRow(theme.Space3, title, p.place)
}

// HandleKey goes through the pages or the text, if the key asks for it, and
// back to the choices with Escape.
func (p *previewPane) HandleKey(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyEscape:
		p.screen.foot.turn()
		return true
	case p.pages.Count() > 0:
		return p.pages.HandleKey(ev)
	}
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		p.text.TypedKey(ev)
		return true
	}
	return false
}

// setVisible has the preview kept up with the choices, or not.
func (p *previewPane) setVisible(on bool) {
	if p.visible != on {
		p.visible = on
		p.update()
	}
}

// forget lets go of a summary that is not seen: of many entries it is large.
func (p *previewPane) forget() {
	if p.visible {
		return
	}
	p.screen.making.made, p.screen.making.text = nil, ""
	p.pages.Draw = nil
	p.pages.SetPages(0, 1, 1)
	p.text.SetText("")
}

// update has the summary put together once the choices rest, if it is seen.
func (p *previewPane) update() {
	s := p.screen
	p.rest()
	switch {
	case !p.visible:
	case s.making.fresh() != nil:
		p.show()
	case s.draft().nothing():
		s.making.abandon()
		p.pages.SetPages(0, 1, 1)
		p.text.SetText("")
		p.rested(draftWords(s.draft()))
	default:
		p.began()
		p.rest = s.deps.Tasks.After(s.rest(), p.make)
	}
}

// make puts the summary together and shows it.
func (p *previewPane) make() {
	s := p.screen
	p.began()
	s.making.start(p.waiting.Set, func(err error) {
		switch {
		case stopped(err):
			p.rested(lang.L("Stopped. The preview is not of what is chosen now."))
			p.again.Show()
			s.relayout()
		case err != nil:
			p.rested(explained(err))
			s.relayout()
		default:
			p.show()
		}
	})
}

// began says that a preview is on its way.
func (p *previewPane) began() {
	p.waiting.Start()
	p.stop.Show()
	p.again.Hide()
	p.note.Hide()
}

// rested says that none is, and why not, if there is something to say.
func (p *previewPane) rested(why string) {
	p.waiting.Stop()
	p.stop.Hide()
	p.again.Hide()
	p.note.SetText(why)
	p.note.Hidden = why == ""
	p.showPlace()
}

// longestText is how much of a text is shown, in bytes.
const longestText = 1 << 20

// show shows the summary that was put together last.
func (p *previewPane) show() {
	s, note := p.screen, ""
	made := s.making.made
	p.pages.Draw = s.draws(made)
	width, height := made.Size()
	p.pages.SetPages(made.Pages(), width, height)
	text := s.making.text
	if len(text) > longestText {
		text = text[:strings.LastIndexByte(text[:longestText], '\n')+1]
		note = lang.L("This is the beginning. The file goes on.")
	}
	if p.text.Text() != text {
		p.text.SetText(text)
	}
	p.textIn.Show()
	if made.Pages() > 0 {
		p.textIn.Hide()
	}
	p.rested(note)
	s.relayout()
}

// draws returns what draws the pages of a summary off the UI goroutine.
func (s *Screen) draws(c Composed) func(n, dpi int, done func(image.Image)) {
	return func(n, dpi int, done func(image.Image)) {
		var drawn image.Image
		s.deps.Tasks.Go(func(context.Context) { drawn = c.Page(n, dpi) }, func() { done(drawn) })
	}
}

func (p *previewPane) showPlace() {
	text := ""
	if p.pages.Count() > 0 {
		text = p.pages.Place()
	}
	p.place.SetText(text)
	p.place.Refresh()
}

// setPreviewing shows the preview in the place of the choices, or the choices.
func (s *Screen) setPreviewing(on bool) {
	if s.previewing == on {
		return
	}
	s.previewing = on
	s.foot.show()
	s.relayout()
}

// explained puts an error into words.
func explained(err error) string {
	what, next := journal.Explain(err)
	return lang.L(what) + " " + lang.L(next)
}
