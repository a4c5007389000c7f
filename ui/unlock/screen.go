// Package unlock is the screen that asks for a journal's passphrase. It tells
// nothing of what is inside.
package unlock

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

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
	Said      string // what was done just before, or nothing
	Missing   bool   // there should be a journal at Path, and there is none

	// Unlock opens the journal. It is called off the UI goroutine and takes
	// about a second. It must not keep passphrase, which is wiped afterwards.
	Unlock func(ctx context.Context, path string, passphrase []byte) (Opened, error)
	// UnlockWithCode is Unlock with a recovery code as it was typed.
	UnlockWithCode func(ctx context.Context, path, code string) (Opened, error)

	OnNew       func()            // the person wants to create a journal
	OnOpenOther func(path string) // or to open the one at path
	OnRestore   func()            // or to put a backup in its place
	OnLook      func()            // or has brought back a journal that was missing
}

// Opened is a journal that was just opened. One of its methods is called, once.
type Opened interface {
	// Enter goes on with it, on the UI goroutine.
	Enter()
	// Close closes it, off the UI goroutine: the person turned away meanwhile.
	Close() error
}

// Screen asks for the passphrase.
type Screen struct {
	deps    Deps
	content *fyne.Container
	page    page // the one that is shown

	passphrase *asking
	// before is closed when the last try to open the journal has ended, which
	// may be some time after the person gave it up; nil without one.
	before chan struct{}
}

// page is one of the screen's pages.
type page interface {
	content() fyne.CanvasObject
	first() fyne.Focusable // what gets the focus
}

const columnWidth = 380

// New builds the screen.
func New(d Deps) *Screen {
	s := &Screen{deps: d, content: container.NewStack()}
	s.passphrase = s.newPassphrasePage()
	s.show(s.passphrase)
	if d.Missing {
		s.show(s.newMissingPage())
	}
	return s
}

// Content returns what to put into the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show does nothing: there is nothing to fetch.
func (s *Screen) Show() {}

// FocusFirst puts the caret into the passphrase, or what is asked for instead.
func (s *Screen) FocusFirst() { s.deps.Window.Canvas().Focus(s.page.first()) }

// GiveUp drops what a try that runs brings, and all that was typed, and shows the
// screen as it was at first: the window is locked.
func (s *Screen) GiveUp() {
	if a, ok := s.page.(*asking); ok {
		a.giveUp()
		s.passphrase.field.Clear()
		s.show(s.passphrase)
	}
	s.FocusFirst()
}

// show turns to a page.
func (s *Screen) show(p page) {
	s.page = p
	s.content.Objects = []fyne.CanvasObject{widget.NewPage(columnWidth, p.content())}
	s.content.Refresh()
}

func (s *Screen) newPassphrasePage() *asking {
	return s.ask(question{
		head:    s.head(s.about()),
		field:   widget.NewPasswordField(lang.L("Passphrase")),
		verb:    lang.L("Unlock"),
		missing: lang.L("Type your passphrase first."),
		open: func(ctx context.Context, passphrase []byte) (Opened, error) {
			return s.deps.Unlock(ctx, s.deps.Path, passphrase)
		},
		remedy: widget.NewButton(lang.L("Restore a backup…"), s.deps.OnRestore),
		others: []*widget.Button{
			widget.NewQuietButton(lang.L("I forgot it"), s.onForgotten),
			widget.NewQuietButton(lang.L("Restore a backup…"), s.deps.OnRestore),
			widget.NewQuietButton(lang.L("Open another journal…"), s.onOpenOther),
			widget.NewQuietButton(lang.L("Create a new journal…"), s.deps.OnNew),
		},
	})
}

// head is the program's name, what was done just before, and about.
func (s *Screen) head(about string) fyne.CanvasObject {
	head := widget.NewStack(theme.Space3, widget.NewHeading(lang.L("Mend"), theme.SizeTitle))
	if s.deps.Said != "" {
		head.Add(widget.NewParagraph(s.deps.Said))
	}
	head.Add(widget.NewMutedParagraph(about))
	return head
}

// about says what is locked: by the file's name only if it is not the usual
// one, and never by its folder.
func (s *Screen) about() string {
	if s.deps.IsDefault {
		return lang.L("Your journal is locked.")
	}
	return lang.L("{{.File}} is locked.", map[string]any{"File": filepath.Base(s.deps.Path)})
}

func (s *Screen) onOpenOther() {
	dialogs.AskOpenPath(s.deps.Window, dialogs.OpenQuestion{
		Title: lang.L("Open another journal"), Verb: lang.L("Open"),
		Extensions: []string{".mend"}, Tasks: s.deps.Tasks,
	}, s.deps.OnOpenOther)
}
