package dialogs

import (
	"context"
	"errors"
	"math"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Form is a dialog that is filled in and then acted on. It stays until that has
// succeeded, so that a failure costs nothing of what was typed. Set its fields
// before Open.
type Form struct {
	Title   string
	Verb    string // on the button that acts
	Refusal string // on the other one; empty: Cancel
	Doing   string // what is said while it acts
	// Careful makes the other button the one that Enter gives: for what can't
	// be undone.
	Careful bool

	Content fyne.CanvasObject
	Focus   fyne.Focusable     // first, and after a failure; nil: Enter's button
	Inputs  []fyne.Disableable // what is typed into

	// Missing returns what the person still has to do before the form can act,
	// and where; an empty text if nothing. Nil: nothing ever is.
	Missing func() (text string, at fyne.Focusable)
	// Act copies what was typed and returns what is done with it; nil if that is
	// all.
	Act func() Work
	// OnDone is called when that is done and the dialog closed, unless the
	// window was locked meanwhile.
	OnDone func()
	// OnRefused is called when the person would rather not, or stopped it.
	OnRefused func()
	// OnAbandoned is called when the dialog goes without the person's doing, as
	// when the window is locked, and nothing was being done yet: what was typed
	// can still be kept. It touches nothing on the screen.
	OnAbandoned func()
	// OnClose is called whenever the dialog closes: to forget what was typed.
	OnClose func()

	window  fyne.Window
	tasks   *tasks.Runner
	sheet   *sheet
	hint    *widget.Paragraph
	waiting *widget.Waiting
	stop    context.CancelFunc // ends the work that runs; nil without one
}

// Work is what a form does, off the UI goroutine, in the order of what is saved:
// a save or a lock that comes after waits for it. When ctx ends, it stops as
// soon as it can. It may tell how much is done.
type Work func(ctx context.Context, progress func(done, total int64)) error

// NewForm returns a form without anything in it.
func NewForm(w fyne.Window, t *tasks.Runner) *Form {
	f := &Form{window: w, tasks: t, hint: widget.NewParagraph("")}
	f.hint.SetColor(theme.ColorWarning)
	f.hint.Hide()
	return f
}

// Open shows the dialog.
func (f *Form) Open() {
	f.waiting = widget.NewWaiting(f.Doing)
	f.waiting.Hide()
	refusal := f.Refusal
	if refusal == "" {
		refusal = lang.L("Cancel")
	}
	f.sheet = newSheet(f.window, f.Title, f.Content, []Button{
		{Label: refusal, Cancels: true, Keep: true, OnTap: f.onRefusal},
		{Label: f.Verb, Primary: !f.Careful, Keep: true, OnTap: f.onVerb},
	})
	f.sheet.pin(f.hint, f.waiting)
	f.sheet.onClose = f.onClose
	f.sheet.onAbandon = f.onAbandoned
	if f.Focus == nil {
		f.Focus = f.sheet.defaultButton()
	}
	f.sheet.open()
	f.window.Canvas().Focus(f.Focus)
}

// Close closes the dialog as the person's refusal does, without OnRefused.
func (f *Form) Close() { f.sheet.close() }

// Submit does what the button does.
func (f *Form) Submit() { f.sheet.submit() }

// Unsay takes back what was said to be wrong: something was typed.
func (f *Form) Unsay() { f.say("") }

// Relayout follows what was shown or hidden in the content.
func (f *Form) Relayout() { f.sheet.Refresh() }

// onRefusal closes the dialog, or stops the work; then it closes after that.
func (f *Form) onRefusal() {
	if f.stop == nil {
		f.refuse()
		return
	}
	f.sheet.buttons[0].Disable()
	f.stop()
}

// refuse closes the dialog with nothing done.
func (f *Form) refuse() {
	f.sheet.close()
	call(f.OnRefused)
}

func (f *Form) onVerb() {
	if f.Missing != nil {
		if text, at := f.Missing(); text != "" {
			f.say(text)
			f.window.Canvas().Focus(at)
			return
		}
	}
	if work := f.Act(); work != nil {
		f.run(work)
		return
	}
	f.finish()
}

// finish closes the dialog because all is done.
func (f *Form) finish() {
	f.sheet.close()
	call(f.OnDone)
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// progressTick is how often the bar follows the work.
const progressTick = 100 * time.Millisecond

func (f *Form) run(work Work) {
	asked, stop := context.WithCancel(context.Background())
	f.stop = stop
	f.setWorking(true)
	var fraction atomic.Uint64 // its bits
	rest := f.tasks.Every(progressTick, func() {
		if done := math.Float64frombits(fraction.Load()); done > 0 {
			f.waiting.Set(done)
		}
	})
	var err error
	f.tasks.Run(func(ctx context.Context) {
		defer context.AfterFunc(ctx, stop)()
		err = work(asked, func(done, total int64) {
			fraction.Store(math.Float64bits(float64(done) / float64(max(total, 1))))
		})
	}, func() {
		rest()
		stop()
		f.onWorked(err)
	})
}

func (f *Form) onWorked(err error) {
	f.stop = nil
	stopped := errors.Is(err, context.Canceled)
	switch {
	case !f.sheet.isOpen && !stopped: // the window was locked
		ShowError(f.window, err)
	case !f.sheet.isOpen:
	case err == nil:
		f.finish()
	case stopped:
		f.refuse()
	default:
		f.setWorking(false)
		what, next := journal.Explain(err)
		f.say(lang.L(what) + " " + lang.L(next))
		f.window.Canvas().Focus(f.Focus)
	}
}

func (f *Form) setWorking(on bool) {
	verb := f.sheet.buttons[1]
	for _, control := range append(f.Inputs[:len(f.Inputs):len(f.Inputs)], verb) {
		if on {
			control.Disable()
		} else {
			control.Enable()
		}
	}
	f.waiting.Hidden = !on
	if on {
		f.say("")
		f.waiting.Start()
	} else {
		f.waiting.Stop()
		f.sheet.buttons[0].Enable()
	}
	f.sheet.Refresh()
}

func (f *Form) say(text string) {
	if f.hint.Text == text {
		return
	}
	f.hint.SetText(text)
	f.hint.Hidden = text == ""
	f.sheet.Refresh()
	if text != "" {
		f.sheet.scroll.ScrollToBottom() // where it is said
	}
}

func (f *Form) onAbandoned() {
	if f.stop == nil {
		call(f.OnAbandoned)
	}
}

func (f *Form) onClose() {
	if f.stop != nil {
		f.stop()
	}
	f.waiting.Stop()
	call(f.OnClose)
}
