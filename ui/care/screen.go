// Package care is the page of support and safety: general advice, where help is
// to be had outside, the person's own contacts, the safety questions again, and
// what is folded away.
package care

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/safety"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Store is what the screen reads and writes.
type Store interface {
	GetProfile(context.Context) (journal.Profile, error)
	UpdateProfile(context.Context, journal.Profile) error
	GetOwn(context.Context) (journal.Own, error)
	SetContact(context.Context, journal.Contact) (journal.Contact, error)
	DeleteContact(context.Context, uuid.UUID) error
	CreateEntry(context.Context, journal.Entry) (journal.Entry, error)
}

// Deps is what the screen needs.
type Deps struct {
	Window fyne.Window
	Tasks  *tasks.Runner
	Store  Store
	Care   journal.Care
	// What can be folded away, to tell it by its title.
	Guides      func() []journal.Guide // the one that is followed first
	Pages       []journal.Page
	Suggestions []journal.Suggestion
	Now         func() time.Time
	Copy        func(string)          // puts a text on the clipboard
	OnProfile   func(journal.Profile) // the profile as it was saved
	OnBack      func()
	Back        func() string // says where OnBack leads to
}

// Screen is the page of support and safety.
type Screen struct {
	deps     Deps
	profile  journal.Profile
	contacts []journal.Contact
	latest   int // generation of the newest fetch

	asking    bool // the questions show instead of the page
	folded    bool // something was folded away after the questions
	listed    bool // what is folded away is listed
	undone    *undoable
	questions *safety.Questions
	support   *safety.Support

	page    *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject
	names   widget.Names
	next    string // name of the control that gets the focus when the page shows, or none
}

// undoable is what was taken away last, and what brings it back.
type undoable struct {
	where, text string
	undo        func()
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	s := &Screen{deps: d, page: widget.NewStack(theme.Space8)}
	hooks := safety.Hooks{OnResized: func() { s.content.Refresh() }}
	s.questions = safety.NewQuestions(d.Care, journal.Unsure, hooks)
	s.support = safety.NewSupport(d.Care, d.Copy, hooks)
	s.scroll = container.NewVScroll(widget.NewColumn(widget.InsetXY(0, theme.Space8, s.page)))
	s.content = s.scroll
	return s
}

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show begins at the top of the page, as the journal is now. What was answered
// on an earlier visit is forgotten.
func (s *Screen) Show() {
	s.questions.Forget()
	s.asking, s.folded, s.listed, s.undone = false, false, false, nil
	s.scroll.ScrollToTop()
	s.fetch(func() { s.support.Open(s.profile.Role, safety.Answers{}) })
}

// FocusFirst gives the focus to the first thing to do, once it shows.
func (s *Screen) FocusFirst() {
	if !s.names.Has("back") {
		s.next = "back"
		return
	}
	s.names.Focus(s.deps.Window.Canvas(), "back")
}

// HandleKey goes back with Escape: from the questions to the page, from there to
// where the person came from.
func (s *Screen) HandleKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape {
		return false
	}
	if s.asking {
		s.leaveQuestions()
	} else {
		s.deps.OnBack()
	}
	return true
}

// fetch reads the journal off the UI goroutine and shows it; arrived is called
// before.
func (s *Screen) fetch(arrived func()) {
	s.latest++
	generation, store := s.latest, s.deps.Store
	var profile journal.Profile
	var own journal.Own
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) {
		if profile, err = store.GetProfile(ctx); err == nil {
			own, err = store.GetOwn(ctx)
		}
	}, func() {
		switch {
		case generation != s.latest:
		case err != nil:
			dialogs.ShowError(s.deps.Window, err)
		default:
			s.profile, s.contacts = profile, own.Contacts
			arrived()
			s.show()
		}
	})
}

// change writes something off the UI goroutine and shows what came of it.
func (s *Screen) change(write func(context.Context, Store) error, done func()) {
	store := s.deps.Store
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { err = write(ctx, store) }, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			return
		}
		s.fetch(done)
	})
}

// changeProfile saves what edit does to the profile.
func (s *Screen) changeProfile(edit func(*journal.Profile), done func()) {
	var p journal.Profile
	s.change(func(ctx context.Context, store Store) (err error) {
		p, err = editProfile(ctx, store, edit)
		return err
	}, func() {
		s.deps.OnProfile(p)
		done()
	})
}

func editProfile(ctx context.Context, store Store, edit func(*journal.Profile)) (journal.Profile, error) {
	p, err := store.GetProfile(ctx)
	if err != nil {
		return p, err
	}
	edit(&p)
	return p, store.UpdateProfile(ctx, p)
}

// turnTo builds the page anew and gives the focus to the control with the name.
func (s *Screen) turnTo(name string) {
	s.next = name
	s.show()
}

// show builds the page anew, without moving it or the focus, unless that is to
// go on to another control.
func (s *Screen) show() {
	focus := s.names.Focused(s.deps.Window.Canvas())
	if s.next != "" {
		focus, s.next = s.next, ""
	}
	s.names.Clear()
	if s.asking {
		s.page.Objects = s.questionPage()
	} else {
		s.page.Objects = s.supportPage()
	}
	s.content.Refresh()
	s.names.Focus(s.deps.Window.Canvas(), focus)
}

// supportPage builds the page, from top to bottom: whom to call first. After a
// yes the services come before everything else.
func (s *Screen) supportPage() []fyne.CanvasObject {
	head := widget.NewStack(theme.Space3,
		widget.NewQuietRow(s.names.Add("back", widget.NewQuietButton(s.deps.Back(), s.deps.OnBack))),
		widget.NewHeading(lang.L("Support and safety"), theme.SizeTitle),
		s.support.Danger())
	if s.folded {
		head.Add(widget.NewParagraph(
			lang.L("The parts of Mend that are meant for two are folded away now. They stay so until you open them, at the end of this page or where they stand. Nothing that you keep in them is lost.")))
		return []fyne.CanvasObject{head, s.support.Outside(), s.about(), s.contactList(), s.support.Advice(), s.foldedList()}
	}
	head.Add(s.about())
	return []fyne.CanvasObject{head, s.contactList(), s.support.Outside(), s.support.Advice(), s.foldedList()}
}

// about says what the page is, and offers the questions.
func (s *Screen) about() fyne.CanvasObject {
	about := widget.NewStack(theme.Space3,
		widget.NewParagraph(lang.L("General advice, and people outside who can help. It knows nothing about you, and nothing here is asked of you. Ctrl+L locks Mend at once, whatever is open.")))
	if len(s.deps.Care.Questions) > 0 {
		about.Add(widget.NewRow(0, s.names.Add("ask", widget.NewButton(lang.L("Questions about safety…"), s.ask))))
	}
	return about
}
