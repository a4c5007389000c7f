// Package welcome is the first run: who could read this, a passphrase and a
// place, a role and a guide, and the questions about safety.
package welcome

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/secret"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Deps is what the screen needs.
type Deps struct {
	Window      fyne.Window
	Tasks       *tasks.Runner
	Guides      []journal.Guide // the default guide first
	DefaultPath string          // where a new journal goes unless another place is chosen
	Care        journal.Care    // without questions, none are asked
	Copy        func(string)    // puts a text on the clipboard

	// NeedsPassphrase says that the journal has to be created. Otherwise it is
	// open already and only its profile is missing.
	NeedsPassphrase bool

	// Exists reports whether there is anything at path, which is then never
	// overwritten. It is called off the UI goroutine. Nil lets Create find out.
	Exists func(path string) bool
	// NewCode makes a random recovery code. It opens nothing until it is set.
	NewCode func() (string, error)
	// Create makes the journal. It is called off the UI goroutine and takes
	// about a second, and longer with a recovery code.
	Create func(NewJournal) error
	// SaveProfile keeps the profile of the journal that is open and, unless it is
	// nil, an entry with the answers to the safety questions. It is called off the
	// UI goroutine.
	SaveProfile func(ctx context.Context, p journal.Profile, answers *journal.Entry) error

	OnDone func() // the journal is open and has its profile
	// OnGivenUp is called instead when GiveUp was, while it was being created.
	OnGivenUp func()
	// OnOpenOther is called when the person would rather open the journal that
	// is already at path. Nil offers no such thing.
	OnOpenOther func(path string)
}

// NewJournal is a journal to be created.
type NewJournal struct {
	Path       string
	Passphrase []byte // wiped afterwards
	Code       string // the recovery code that was typed back, or none
	Profile    journal.Profile
	Answers    *journal.Entry // the answers to the safety questions, if they are to be kept
}

// Screen is the first-run pages.
type Screen struct {
	deps    Deps
	content fyne.CanvasObject

	pages   []page
	at      int
	holder  *fyne.Container // the page shown
	scroll  *container.Scroll
	count   *widget.Text
	back    *widget.Button
	next    *widget.Button
	buttons *fyne.Container
	message *widget.Paragraph // what keeps the person from going on
	waiting *widget.Waiting
	working bool
	givenUp bool

	secret *secretPage // nil if the journal is there already
	code   *codePage   // so is this
	person *personPage

	safety  *safetyPage // nil if there are no questions
	support *supportPage
}

// page is one of the screen's pages.
type page interface {
	content() fyne.CanvasObject
	// first returns what gets the focus, or nil for the Next button.
	first() fyne.Focusable
	// missing returns what the person still has to do before going on, and
	// where; an empty text if nothing.
	missing() (text string, at fyne.Focusable)
}

const columnWidth = 520

// New builds the screen.
func New(d Deps) *Screen {
	s := &Screen{deps: d}
	s.build()
	s.person = newPersonPage(d.Guides, hooks{onKey: s.onKey, focus: d.Window.Canvas().Focus,
		resized: func() { s.content.Refresh() }})
	s.pages = []page{newReadersPage(), s.person}
	if d.NeedsPassphrase {
		hooks := secret.Hooks{
			OnKey: s.onKey, OnEnter: s.onNext,
			OnTyped:   func() { s.say("") },
			OnResized: func() { s.content.Refresh() },
		}
		s.secret, s.code = newSecretPage(d, hooks), newCodePage(d, hooks)
		s.pages = []page{newReadersPage(), s.secret, s.code, s.person}
	}
	s.addSafety()
	s.show(0)
	return s
}

// Content returns what to put into the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show does nothing: there is nothing to fetch.
func (s *Screen) Show() {}

// FocusFirst gives the focus to the first thing on the page.
func (s *Screen) FocusFirst() {
	focus := s.pages[s.at].first()
	if focus == nil {
		focus = s.next
	}
	s.deps.Window.Canvas().Focus(focus)
}

func (s *Screen) build() {
	s.count = widget.NewLabel("", theme.ColorMuted, theme.SizeSmall)
	s.back = widget.NewButton(lang.L("Back"), s.onBack)
	s.next = widget.NewPrimaryButton("", s.onNext)
	s.back.OnKey, s.next.OnKey = s.onKey, s.onKey
	s.message = widget.NewParagraph("")
	s.message.SetColor(theme.ColorWarning)
	s.message.Hide()
	s.waiting = widget.NewWaiting("")
	s.holder = container.NewStack()
	s.scroll = widget.NewPage(columnWidth, s.holder)
	s.buttons = container.NewHBox(s.back, layout.NewSpacer(), container.NewCenter(s.count), layout.NewSpacer(), s.next)
	foot := widget.NewNarrow(columnWidth, widget.NewStack(theme.Space2, s.message, s.buttons))
	s.content = container.NewBorder(nil, widget.NewStack(0, widget.NewLine(), s.waiting, widget.InsetXY(0, theme.Space4, foot)), nil, nil, s.scroll)
}

// show turns to page i.
func (s *Screen) show(i int) {
	s.at = i
	s.prepare(s.pages[i])
	s.holder.Objects = []fyne.CanvasObject{s.pages[i].content()}
	s.showCount()
	s.next.SetText(s.verb())
	s.say("")
	if i == 0 {
		s.back.Disable()
	} else {
		s.back.Enable()
	}
	s.content.Refresh()
	s.scroll.ScrollToTop()
}

// showCount counts the pages that everybody is shown.
func (s *Screen) showCount() {
	pages := len(s.pages)
	if s.pages[pages-1] == page(s.support) {
		pages--
	}
	if s.at == pages {
		s.count.SetText("")
		return
	}
	s.count.SetText(lang.L("{{.Page}} of {{.Pages}}", map[string]any{"Page": s.at + 1, "Pages": pages}))
}

// verb is what the Next button says it does.
func (s *Screen) verb() string {
	switch {
	case s.at < len(s.pages)-1:
		return lang.L("Continue")
	case s.deps.NeedsPassphrase:
		return lang.L("Create journal")
	}
	return lang.L("Begin")
}

// say tells what keeps the person from going on; an empty text takes it back.
func (s *Screen) say(text string) {
	if s.message.Text == text {
		return
	}
	s.message.Resize(fyne.NewSize(s.buttons.Size().Width, 0)) // a wrapped text learns its width
	s.message.SetText(text)
	s.message.Hidden = text == ""
	s.content.Refresh()
}

// onKey is asked first by everything that takes the focus.
func (s *Screen) onKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		s.onBack()
		return true
	}
	return false
}

func (s *Screen) onBack() {
	if s.at > 0 && !s.working {
		s.show(s.at - 1)
		s.FocusFirst()
	}
}

func (s *Screen) onNext() {
	if s.working {
		return
	}
	if text, at := s.pages[s.at].missing(); text != "" {
		s.say(text)
		s.deps.Window.Canvas().Focus(at)
		return
	}
	if s.at == len(s.pages)-1 {
		s.finish()
		return
	}
	s.show(s.at + 1)
	s.FocusFirst()
}

// finish creates the journal, or saves its profile, off the UI goroutine.
func (s *Screen) finish() {
	work := s.saving()
	if s.secret != nil {
		work = s.creating()
	}
	var err error
	s.givenUp = false
	s.setWorking(true)
	s.deps.Tasks.Go(func(ctx context.Context) { err = work(ctx) }, func() {
		s.setWorking(false)
		if err != nil {
			what, next := journal.Explain(err)
			s.say(lang.L(what) + " " + lang.L(next))
			s.FocusFirst()
			return
		}
		s.forgetAll()
		if s.givenUp {
			s.deps.OnGivenUp()
			return
		}
		s.deps.OnDone()
	})
}

// GiveUp has a journal that is being created not be entered, and forgets what was
// typed and answered so far: the window is locked.
func (s *Screen) GiveUp() {
	s.givenUp = s.working
	dialogs.CloseAll(s.deps.Window)
	s.forgetAll()
	s.show(0)
	if !s.working {
		s.FocusFirst()
	}
}

// Tells reports whether the screen holds something of the person that nobody
// else should find there.
func (s *Screen) Tells() bool { return s.safety != nil && s.safety.questions.Answered() }

// forgetAll drops what was answered, and what opens the journal.
func (s *Screen) forgetAll() {
	s.forget()
	if s.secret != nil {
		s.secret.passphrase.Forget()
		s.code.forget()
	}
}

func (s *Screen) saving() func(context.Context) error {
	profile, answers := s.profile(), s.answers().Entry(time.Time{})
	return func(ctx context.Context) error { return s.deps.SaveProfile(ctx, profile, answers) }
}

func (s *Screen) creating() func(context.Context) error {
	n := NewJournal{
		Path: s.secret.path, Passphrase: s.secret.passphrase.Passphrase(),
		Code: s.code.typedBack(), Profile: s.profile(),
		Answers: s.answers().Entry(time.Time{}), // at the moment it is kept
	}
	return func(context.Context) error {
		defer clear(n.Passphrase)
		return s.deps.Create(n)
	}
}

func (s *Screen) setWorking(on bool) {
	s.working = on
	if on {
		s.say("")
		s.next.Disable()
		s.back.Disable()
		s.waiting.Start()
		s.count.SetText(lang.L("Sealing your journal. This takes a moment."))
		return
	}
	s.showCount()
	s.next.Enable()
	s.back.Enable()
	s.waiting.Stop()
}
