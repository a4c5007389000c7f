// Package dialogs holds every question and message that lies over the window,
// and is the only door through which an error reaches the person.
//
// A dialog takes the focus when it is shown. Enter is its default button, and
// Escape the one that changes nothing. The arrow and page keys scroll content
// that is longer than the window, unless what has the focus uses them.
package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
	"mend/ui/widget"
)

// Button is one of a dialog's answers.
type Button struct {
	Label string
	// Primary marks the answer that Enter gives wherever in the dialog the
	// focus is, unless it is on another button. At most one is.
	Primary bool
	// Cancels marks the answer that Escape gives. Without it, that is the
	// first one that is not Primary, or the only one.
	Cancels bool
	// Keep leaves the dialog open when the answer is given; close it with
	// what Show returned.
	Keep bool
	// OnTap, which may be nil, is called after the dialog is closed, unless
	// Keep is set.
	OnTap func()
}

// Show opens a dialog over w with the buttons below content, from left to
// right, and gives the focus to focus, or, if that is nil, to the Primary
// button, else the cancelling one. close closes the dialog without an answer
// and may be called again.
func Show(w fyne.Window, title string, content fyne.CanvasObject, focus fyne.Focusable, buttons ...Button) (close func()) {
	s := newSheet(w, title, content, buttons)
	s.open()
	if focus == nil {
		focus = s.defaultButton()
	}
	if focus != nil {
		w.Canvas().Focus(focus)
	}
	return s.close
}

// ShowWide is Show for content that needs more room to the sides, such as a
// table. The focus is on the default button.
func ShowWide(w fyne.Window, title string, content fyne.CanvasObject, buttons ...Button) (close func()) {
	s := newSheet(w, title, content, buttons)
	s.wide = true
	s.open()
	if focus := s.defaultButton(); focus != nil {
		w.Canvas().Focus(focus)
	}
	return s.close
}

// IsOpen reports whether anything lies over the window: a dialog or a menu.
func IsOpen(w fyne.Window) bool { return w.Canvas().Overlays().Top() != nil }

// CloseAll closes everything that lies over the window, without an answer: for
// when the journal is locked or the window goes. A text that was being written
// is handed on as if it had been answered; only the person may throw it away.
func CloseAll(w fyne.Window) {
	overlays := w.Canvas().Overlays()
	for top := overlays.Top(); top != nil; top = overlays.Top() {
		if s, ok := top.(*sheet); ok {
			s.close()
			if s.onAbandon != nil {
				s.onAbandon()
			}
		}
		overlays.Remove(top)
	}
}

// HandOn hands on every text that is being written, as CloseAll does, and
// touches nothing on the screen: for when the window system is gone.
func HandOn(w fyne.Window) {
	for _, overlay := range w.Canvas().Overlays().List() {
		if s, ok := overlay.(*sheet); ok && s.isOpen && s.onAbandon != nil {
			s.isOpen = false
			s.onAbandon()
		}
	}
}

// sheet is one dialog: a veil over the window with a panel in its middle.
type sheet struct {
	fynewidget.BaseWidget

	window  fyne.Window
	panel   fyne.CanvasObject
	scroll  *container.Scroll
	body    *fyne.Container
	foot    *fyne.Container // below what scrolls
	answers []Button
	buttons []*widget.Button
	isOpen  bool
	wide    bool
	before  func(*fyne.KeyEvent) // the canvas's key handler
	onClose func()
	// onAbandon is called when the dialog goes without the person's doing.
	onAbandon func()
}

func newSheet(w fyne.Window, title string, content fyne.CanvasObject, answers []Button) *sheet {
	s := &sheet{window: w, answers: answers}
	row := answerRow(len(answers))
	for i, answer := range answers {
		button := widget.NewButton(answer.Label, func() { s.give(i) })
		if answer.Primary {
			button.Importance = widget.Primary
		}
		s.buttons = append(s.buttons, button)
		row.Add(button)
	}
	heading := widget.NewParagraph(title)
	heading.TextSize, heading.Bold = theme.SizeHeading, true
	s.body = widget.NewStack(theme.Space3, heading, content)
	// The rings of what is in the scroll need room within it.
	s.scroll = container.NewVScroll(widget.Inset(ringRoom, s.body))
	s.foot = widget.NewStack(theme.Space3, answersIn(row, len(answers)))
	s.panel = widget.NewSurface(theme.ColorCard, widget.Inset(panelRoom,
		container.New(footLayout{}, s.scroll, widget.Inset(ringRoom, s.foot))))
	s.ExtendBaseWidget(s)
	return s
}

// manyAnswers is how many go on in a new line where the window is narrow.
const manyAnswers = 4

// answerRow holds n answers.
func answerRow(n int) *fyne.Container {
	if n >= manyAnswers {
		return widget.NewFlow(theme.Space2)
	}
	return widget.NewRow(theme.Space2)
}

// answersIn puts a few answers to the right.
func answersIn(row *fyne.Container, n int) fyne.CanvasObject {
	if n >= manyAnswers {
		return row
	}
	return container.NewHBox(layout.NewSpacer(), row)
}

// pin keeps objects in view above the buttons, however long the content is.
func (s *sheet) pin(objects ...fyne.CanvasObject) {
	s.foot.Objects = append(objects, s.foot.Objects...)
}

func (s *sheet) open() {
	if Gone(s.window) {
		if s.onClose != nil {
			s.onClose()
		}
		return
	}
	c := s.window.Canvas()
	s.isOpen = true
	s.before = c.OnTypedKey()
	c.SetOnTypedKey(s.onKey)
	c.Overlays().Add(s)
	s.Resize(c.Size())
	s.Refresh()
}

func (s *sheet) close() {
	if !s.isOpen {
		return
	}
	s.isOpen = false
	c := s.window.Canvas()
	if c.Overlays().Top() == fyne.CanvasObject(s) {
		c.SetOnTypedKey(s.before)
	}
	c.Overlays().Remove(s)
	if s.onClose != nil {
		s.onClose()
	}
}

// onKey gets the keys that nothing in the dialog has used. A dialog that was
// closed below another one leaves its handler in the chain; it hands on.
func (s *sheet) onKey(ev *fyne.KeyEvent) {
	if !s.isOpen {
		if s.before != nil {
			s.before(ev)
		}
		return
	}
	switch ev.Name {
	case fyne.KeyEscape:
		s.give(s.cancelling())
	case fyne.KeyReturn, fyne.KeyEnter:
		s.submit()
	default:
		s.scrollBy(ev.Name)
	}
}

// submit gives the primary answer, if there is one.
func (s *sheet) submit() {
	for i, answer := range s.answers {
		if answer.Primary {
			s.give(i)
			return
		}
	}
}

// cancelling returns the index of the answer that Escape gives.
func (s *sheet) cancelling() int {
	for i, answer := range s.answers {
		if answer.Cancels {
			return i
		}
	}
	for i, answer := range s.answers {
		if !answer.Primary {
			return i
		}
	}
	return 0
}

func (s *sheet) defaultButton() fyne.Focusable {
	if len(s.buttons) == 0 {
		return nil
	}
	for i, answer := range s.answers {
		if answer.Primary {
			return s.buttons[i]
		}
	}
	return s.buttons[s.cancelling()]
}

// give gives answer i, if it can be given now.
func (s *sheet) give(i int) {
	if !s.isOpen || i >= len(s.answers) || s.buttons[i].Disabled() {
		return
	}
	answer := s.answers[i]
	if !answer.Keep {
		s.close()
	}
	if answer.OnTap != nil {
		answer.OnTap()
	}
}

// Tapped implements fyne.Tappable, so that the veil takes what misses.
func (s *sheet) Tapped(*fyne.PointEvent) {}

// Held implements widget.Holder.
func (s *sheet) Held() fyne.CanvasObject { return s.panel }

// CreateRenderer implements fyne.Widget.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{sheet: s, veil: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

// footLayout keeps its second object below the first, which gets the rest.
type footLayout struct{}

func (footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[1].Resize(fyne.NewSize(size.Width, objects[1].Size().Height)) // wrapped texts learn their width
	foot := objects[1].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-foot-theme.Space2))
	objects[1].Move(fyne.NewPos(0, size.Height-foot))
	objects[1].Resize(fyne.NewSize(size.Width, foot))
}

func (footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	above, foot := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(above.Width, foot.Width), above.Height+theme.Space2+foot.Height)
}

const (
	panelWidth float32 = 480          // at a text scale of 1
	wideWidth  float32 = 660          // of one that is wide
	ringRoom           = theme.Space2 // for rings, and for quiet buttons that are outdented
	panelRoom          = theme.Space6 - ringRoom
)

type sheetRenderer struct {
	sheet *sheet
	veil  *canvas.Rectangle
}

func (r *sheetRenderer) Destroy() {}

func (r *sheetRenderer) Layout(size fyne.Size) {
	r.veil.Resize(size)
	s := r.sheet
	width := panelWidth
	if s.wide {
		width = wideWidth
	}
	width = min(width*theme.Scale(s.Theme()), size.Width-2*theme.Space4)
	inner := width - 2*(panelRoom+ringRoom)
	for _, o := range []*fyne.Container{s.body, s.foot} {
		o.Resize(fyne.NewSize(inner, o.MinSize().Height)) // wrapped texts learn their width
	}
	around := s.panel.MinSize().Height - s.scroll.MinSize().Height
	needed := around + s.body.MinSize().Height + 2*ringRoom + 1 // a sum of floats must not scroll
	height := min(needed, size.Height-2*theme.Space4)
	s.panel.Resize(fyne.NewSize(width, height))
	s.panel.Move(fyne.NewPos((size.Width-width)/2, max((size.Height-height)*0.4, theme.Space4)))
}

// MinSize is nothing, so that a dialog never makes the window grow.
func (r *sheetRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.veil, r.sheet.panel}
}

func (r *sheetRenderer) Refresh() {
	th := r.sheet.Theme()
	r.veil.FillColor = theme.Color(th, theme.ColorVeil)
	r.Layout(r.sheet.Size())
	r.veil.Refresh()
	r.sheet.panel.Refresh()
}
