package unlock

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// question is what a page asks for to open the journal.
type question struct {
	head    fyne.CanvasObject // above the field
	field   *widget.PasswordField
	long    bool   // what is typed stays when it fails, to be mended
	verb    string // on the button that opens
	missing string // what is said of an empty field
	// open opens the journal with what was typed, off the UI goroutine.
	open   func(ctx context.Context, secret []byte) (Opened, error)
	remedy *widget.Button    // for a file that is damaged or missing; or nil
	foot   fyne.CanvasObject // below it all but others, or nil
	others []*widget.Button
	onBack func() // for Escape while nothing is being done; or nil
}

// asking is a page with a field for the secret that opens the journal.
type asking struct {
	question
	screen *Screen
	body   *fyne.Container

	submit, cancel *widget.Button
	waiting        *widget.Waiting
	failed         *fyne.Container
	what, next     *widget.Paragraph
	stop           context.CancelFunc // gives up the try that runs; nil without one
}

func (s *Screen) ask(q question) *asking {
	a := &asking{question: q, screen: s}
	a.field.SetOnEnter(a.onSubmit)
	a.field.OnChanged = func(string) { a.showFailure(nil) }
	a.submit = widget.NewPrimaryButton(q.verb, a.onSubmit)
	a.cancel = widget.NewButton(lang.L("Cancel"), a.onCancel)
	a.cancel.Hide()
	a.waiting = widget.NewWaiting(lang.L("Opening your journal. This takes a moment."))
	a.what, a.next = widget.NewParagraph(""), widget.NewMutedParagraph("")
	a.what.SetColor(theme.ColorWarning)
	if a.remedy == nil {
		a.remedy = widget.NewButton("", nil)
	}
	a.remedy.Hide()
	a.failed = widget.NewStack(theme.Space1, a.what, a.next, a.remedy)
	a.failed.Hide()
	a.field.OnKey, a.submit.OnKey, a.cancel.OnKey = a.onKey, a.onKey, a.onKey
	a.body = widget.NewStack(theme.Space3, q.head, a.field, a.failed, a.submit, a.cancel, a.waiting)
	if q.foot != nil {
		a.body.Add(q.foot)
	}
	a.body.Add(a.buildOthers())
	return a
}

// buildOthers stacks the quiet buttons, so that their text begins where the
// rest does.
func (a *asking) buildOthers() fyne.CanvasObject {
	stack := widget.NewStack(0)
	for _, button := range a.others {
		button.Leading, button.OnKey = true, a.onKey
		stack.Add(button)
	}
	return widget.InsetXY(-theme.Space2, 0, stack)
}

func (a *asking) content() fyne.CanvasObject { return a.body }

func (a *asking) first() fyne.Focusable { return a.field }

// onKey is asked first by everything on the page that takes the focus.
func (a *asking) onKey(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name != fyne.KeyEscape:
		return false
	case a.stop != nil:
		a.onCancel()
	case a.onBack != nil:
		a.onBack()
	}
	return true
}

// onSubmit derives the key and opens the journal off the UI goroutine.
func (a *asking) onSubmit() {
	if a.stop != nil {
		return
	}
	if a.field.Text == "" {
		a.say(a.missing, "")
		a.screen.FocusFirst()
		return
	}
	secret := []byte(a.field.Text)
	if !a.long {
		a.field.Clear()
	}
	ctx, stop := context.WithCancel(context.Background())
	a.stop = stop
	a.setWorking(true)
	a.screen.try(ctx, func(ctx context.Context) (Opened, error) {
		defer clear(secret)
		return a.open(ctx, secret)
	}, a.onTried)
}

// onTried goes into the journal, or says why it did not open.
func (a *asking) onTried(came Opened, err error) {
	a.rest()
	if err == nil {
		a.field.Clear()
		came.Enter()
		return
	}
	a.showFailure(err)
	a.screen.FocusFirst()
}

// onCancel gives up the try that runs: a key derivation can't be broken off,
// but what comes of it is dropped.
func (a *asking) onCancel() {
	a.rest()
	a.screen.FocusFirst()
}

// giveUp gives up the try that runs, if any, and forgets what was typed.
func (a *asking) giveUp() {
	if a.stop != nil {
		a.rest()
	}
	a.field.Clear()
}

// rest ends the try that runs.
func (a *asking) rest() {
	a.stop()
	a.stop = nil
	a.setWorking(false)
}

func (a *asking) setWorking(on bool) {
	for _, button := range a.others {
		setEnabled(button, !on)
	}
	setEnabled(a.field, !on)
	a.submit.Hidden, a.cancel.Hidden = on, !on
	if on {
		a.showFailure(nil)
		a.waiting.Start()
	} else {
		a.waiting.Stop()
	}
	a.screen.content.Refresh()
}

func setEnabled(control fyne.Disableable, on bool) {
	if on {
		control.Enable()
	} else {
		control.Disable()
	}
}

// showFailure says in place why the journal did not open; nil says nothing.
func (a *asking) showFailure(err error) {
	a.remedy.Hidden = a.remedy.OnTap == nil || !errors.Is(err, journal.ErrDamaged) && !errors.Is(err, journal.ErrMissing)
	if err == nil {
		a.say("", "")
		return
	}
	what, next := journal.Explain(err)
	if errors.Is(err, journal.ErrDamaged) {
		next = "Put a backup in its place: the file is set aside as it is, and nothing is lost by trying."
	}
	a.say(lang.L(what), lang.L(next))
}

func (a *asking) say(what, next string) {
	if a.what.Text == what && a.next.Text == next {
		return
	}
	a.what.SetText(what)
	a.next.SetText(next)
	a.next.Hidden = next == ""
	a.failed.Hidden = what == ""
	a.screen.content.Refresh()
}
