// Package unlock is the screen that asks for a journal's passphrase. It tells
// nothing of what is inside.
package unlock

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Deps is what the screen needs.
type Deps struct {
	Window    fyne.Window
	Tasks     *tasks.Runner
	Path      string // of the journal
	IsDefault bool   // Path is where Mend keeps its journal unless told otherwise

	// Unlock opens the journal. It is called off the UI goroutine and takes
	// about a second. It must not keep passphrase, which is wiped afterwards.
	Unlock func(path string, passphrase []byte) error

	OnUnlocked  func()            // the journal is open
	OnNew       func()            // the person wants to create a journal
	OnOpenOther func(path string) // or to open the one at path
}

// Screen asks for the passphrase.
type Screen struct {
	deps    Deps
	content fyne.CanvasObject

	passphrase *widget.PasswordField
	unlock     *widget.Button
	others     []*widget.Button
	waiting    *widget.Waiting
	failed     *fyne.Container
	what, next *widget.Paragraph
	working    bool
}

const columnWidth = 380

// New builds the screen.
func New(d Deps) *Screen {
	s := &Screen{deps: d}
	s.passphrase = widget.NewPasswordField(lang.L("Passphrase"))
	s.passphrase.SetOnEnter(s.onUnlock)
	s.passphrase.OnChanged = func(string) { s.showFailure(nil) }
	s.unlock = widget.NewPrimaryButton(lang.L("Unlock"), s.onUnlock)
	s.waiting = widget.NewWaiting(lang.L("Opening your journal. This takes a moment."))
	s.what, s.next = widget.NewParagraph(""), widget.NewMutedParagraph("")
	s.what.SetColor(theme.ColorWarning)
	s.failed = widget.NewStack(theme.Space1, s.what, s.next)
	s.failed.Hide()
	s.content = widget.NewPage(columnWidth, s.build())
	return s
}

// Content returns what to put into the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show does nothing: there is nothing to fetch.
func (s *Screen) Show() {}

// FocusFirst puts the caret into the passphrase.
func (s *Screen) FocusFirst() { s.deps.Window.Canvas().Focus(s.passphrase) }

func (s *Screen) build() fyne.CanvasObject {
	name := widget.NewHeading(lang.L("Mend"), theme.SizeTitle)
	return widget.NewStack(theme.Space3,
		name,
		widget.NewMutedParagraph(s.about()),
		s.passphrase,
		s.failed,
		s.unlock,
		s.waiting,
		widget.InsetXY(-theme.Space2, 0, s.buildOthers()), // their text begins where the rest does
	)
}

// about says what is locked: by the file's name only if it is not the usual
// one, and never by its folder.
func (s *Screen) about() string {
	if s.deps.IsDefault {
		return lang.L("Your journal is locked.")
	}
	return lang.L("The journal {{.File}} is locked.", map[string]any{"File": filepath.Base(s.deps.Path)})
}

func (s *Screen) buildOthers() fyne.CanvasObject {
	s.others = []*widget.Button{
		widget.NewQuietButton(lang.L("I forgot it"), s.onForgotten),
		widget.NewQuietButton(lang.L("Open another journal…"), s.onOpenOther),
		widget.NewQuietButton(lang.L("Create a new journal…"), s.deps.OnNew),
	}
	stack := widget.NewStack(0)
	for _, button := range s.others {
		button.Leading = true
		stack.Add(button)
	}
	return stack
}

// onUnlock derives the key and opens the journal off the UI goroutine.
func (s *Screen) onUnlock() {
	if s.working {
		return
	}
	if s.passphrase.Text == "" {
		s.say(lang.L("Type your passphrase first."), "")
		s.FocusFirst()
		return
	}
	passphrase := s.passphrase.Take()
	s.setWorking(true)
	var err error
	s.deps.Tasks.Go(func(context.Context) {
		err = s.deps.Unlock(s.deps.Path, passphrase)
		clear(passphrase)
	}, func() {
		s.setWorking(false)
		s.showFailure(err)
		if err == nil {
			s.deps.OnUnlocked()
			return
		}
		s.FocusFirst()
	})
}

func (s *Screen) setWorking(on bool) {
	s.working = on
	controls := []fyne.Disableable{s.passphrase, s.unlock}
	for _, button := range s.others {
		controls = append(controls, button)
	}
	for _, control := range controls {
		if on {
			control.Disable()
		} else {
			control.Enable()
		}
	}
	if on {
		s.showFailure(nil)
		s.waiting.Start()
	} else {
		s.waiting.Stop()
	}
}

// showFailure says in place why the journal did not open; nil says nothing.
func (s *Screen) showFailure(err error) {
	if err == nil {
		s.say("", "")
		return
	}
	what, next := journal.Explain(err)
	if errors.Is(err, journal.ErrDamaged) {
		// Backups are not made by this version: it can't send anyone to one.
		next = "Leave the file as it is and make a copy of it before you try anything else."
	}
	s.say(lang.L(what), lang.L(next))
}

func (s *Screen) say(what, next string) {
	if s.what.Text == what && s.next.Text == next {
		return
	}
	s.what.SetText(what)
	s.next.SetText(next)
	s.next.Hidden = next == ""
	s.failed.Hidden = what == ""
	s.content.Refresh()
}

func (s *Screen) onForgotten() {
	dialogs.ShowNotice(s.deps.Window, lang.L("Nobody can reset a passphrase"), lang.L(
		"This journal opens with its passphrase and with nothing else. No one has a copy of it, and there is no way round it.\n\n"+
			"If you may have written it down, look there first. You can leave the journal where it is, in case the passphrase "+
			"comes back to you, and create a new one in another place meanwhile."))
}

func (s *Screen) onOpenOther() {
	dialogs.AskOpenPath(s.deps.Window, dialogs.OpenQuestion{
		Title: lang.L("Open another journal"), Verb: lang.L("Open"),
		Extensions: []string{".mend"}, Tasks: s.deps.Tasks,
	}, s.deps.OnOpenOther)
}
