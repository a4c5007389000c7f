package welcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
	"mend/ui/secret"
	"mend/ui/theme"
	"mend/ui/widget"
)

// codePage offers a recovery code. It is complete as it is: only a code that
// was asked for has to be typed back.
type codePage struct {
	deps  Deps
	hooks secret.Hooks
	body  fyne.CanvasObject
	step  *fyne.Container // what is to be done now

	code  string // the one that was made, or none
	shown *secret.Code
	back  *secret.TypedBack // while it is to be typed back
	begin *widget.Button    // gets the focus while there is no field
}

func newCodePage(d Deps, h secret.Hooks) *codePage {
	p := &codePage{deps: d, hooks: h, step: container.NewStack()}
	p.body = widget.NewStack(theme.Space3,
		title(lang.L("A recovery code, if you want one")),
		secret.AboutCode(),
		p.step,
	)
	p.offer()
	return p
}

func (p *codePage) content() fyne.CanvasObject { return p.body }

// first is the Continue button until there is a code.
func (p *codePage) first() fyne.Focusable {
	switch {
	case p.back != nil:
		return p.back.First()
	case p.code != "":
		return p.begin
	}
	return nil
}

func (p *codePage) missing() (string, fyne.Focusable) {
	switch {
	case p.back != nil:
		return p.back.Missing()
	case p.code != "":
		return lang.L("Write the code down and type it back, or do without."), p.begin
	}
	return "", nil
}

// typedBack is the code to be set, or none.
func (p *codePage) typedBack() string { return p.code }

// forget drops the code wherever it is.
func (p *codePage) forget() {
	p.drop()
	p.code = ""
	p.offer()
}

// drop takes the code off the page.
func (p *codePage) drop() {
	if p.shown != nil {
		p.shown.Forget()
		p.shown = nil
	}
	if p.back != nil {
		p.back.Forget()
		p.back = nil
	}
}

// offer offers to make a code.
func (p *codePage) offer() {
	p.begin = p.button(widget.NewButton(lang.L("Make a recovery code"), p.onMake))
	p.turn(widget.NewRow(0, p.begin),
		widget.NewMutedParagraph(lang.L("You can make one later too, in Settings. To do without, continue.")))
}

func (p *codePage) onMake() {
	code, err := p.deps.NewCode()
	if err != nil {
		dialogs.ShowError(p.deps.Window, err)
		return
	}
	p.code = code
	p.onShow()
}

// onShow shows the code to be written down.
func (p *codePage) onShow() {
	p.drop()
	p.shown = secret.NewCode(p.code)
	p.begin = p.button(widget.NewButton(lang.L("I have it on paper"), p.onWritten))
	p.turn(p.shown.Content(), widget.NewParagraph(secret.OnPaper()),
		widget.NewFlow(theme.Space2, p.begin, p.button(widget.NewQuietButton(lang.L("Do without"), p.onWithout))))
	p.focus()
}

// onWritten hides the code and has it typed back.
func (p *codePage) onWritten() {
	p.drop()
	p.back = secret.NewTypedBack(p.code, p.hooks)
	p.turn(p.back.Content(), widget.NewQuietRow(
		p.button(widget.NewQuietButton(lang.L("Show the code again"), p.onShow)),
		p.button(widget.NewQuietButton(lang.L("Do without"), p.onWithout))))
	p.focus()
}

func (p *codePage) onWithout() {
	p.forget()
	p.deps.Window.Canvas().Focus(p.begin)
}

// turn puts objects in the place of the step before.
func (p *codePage) turn(objects ...fyne.CanvasObject) {
	p.step.Objects = []fyne.CanvasObject{widget.NewStack(theme.Space3, objects...)}
	p.step.Refresh()
	p.hooks.OnTyped()
	p.hooks.OnResized()
}

func (p *codePage) focus() { p.deps.Window.Canvas().Focus(p.first()) }

func (p *codePage) button(b *widget.Button) *widget.Button {
	b.OnKey = p.hooks.OnKey
	return b
}
