// Package guides is the screen on which a person makes a guide of their own: it
// copies one, and changes its words, its order and what is shown of it. Guides
// of the program are never changed. Every act is kept at once and can be undone.
package guides

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Deps is what the screen needs.
type Deps struct {
	Window fyne.Window
	Tasks  *tasks.Runner
	Store  Store
	Guides []journal.Guide // of the program, the default guide first
	// OnChanged is called with the person's own guides after one was changed.
	OnChanged func([]journal.OwnGuide)
	// OnProfile is called with the profile as it was saved.
	OnProfile func(journal.Profile)
	OnBack    func()        // to where the person came from
	Back      func() string // says where that is
}

// Store is what the screen reads and writes.
type Store interface {
	GetProfile(context.Context) (journal.Profile, error)
	UpdateProfile(context.Context, journal.Profile) error
	GetOwn(context.Context) (journal.Own, error)
	SetGuide(context.Context, journal.OwnGuide) (journal.OwnGuide, error)
	DeleteGuide(ctx context.Context, id string) error
}

// Screen is the screen of guides: a shelf of all of them, or a desk with the one
// that is being changed.
type Screen struct {
	deps     Deps
	own      []journal.OwnGuide
	followed string             // id of the guide that is followed
	past     []journal.OwnGuide // as they were before the last acts; what undo brings back
	open     string             // id of the guide on the desk; empty: the shelf shows
	stage    string             // id of the stage whose page shows
	part     string             // name of the step or question that shows its buttons

	content *fyne.Container
	shelf   *fyne.Container // the cards of all guides
	desk    *desk
	names   widget.Names
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	s := &Screen{deps: d, shelf: widget.NewStack(theme.Space4)}
	s.desk = s.newDesk()
	s.content = container.NewStack(
		container.NewVScroll(widget.NewColumn(widget.InsetXY(0, theme.Space8, s.shelf))), s.desk.content)
	return s
}

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show reads the guides and shows the shelf.
func (s *Screen) Show() {
	s.open, s.past = "", nil
	var own journal.Own
	var p journal.Profile
	var err error
	store := s.deps.Store
	s.deps.Tasks.Run(func(ctx context.Context) {
		if p, err = store.GetProfile(ctx); err == nil {
			own, err = store.GetOwn(ctx)
		}
	}, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			return
		}
		s.own, s.followed = own.Guides, p.Guide
		s.show()
		s.FocusFirst()
	})
}

// FocusFirst gives the focus to what can be done with the guide that is
// followed.
func (s *Screen) FocusFirst() {
	if s.open != "" {
		s.refocus("stage " + s.stage)
		return
	}
	s.refocus("change "+s.followed, "change "+journal.DefaultGuide)
}

// HandleKey goes back with Escape: from the page to the list, from there to all
// guides, and from those to where the person came from. Left goes to the list.
func (s *Screen) HandleKey(ev *fyne.KeyEvent) bool {
	onPage := s.open != "" && !s.inList()
	switch {
	case ev.Name == fyne.KeyEscape && onPage, ev.Name == fyne.KeyLeft && onPage:
		s.desk.fold.Turn(false)
		s.refocus("stage " + s.stage)
	case ev.Name == fyne.KeyEscape && s.open != "":
		s.toShelf()
	case ev.Name == fyne.KeyEscape:
		s.deps.OnBack()
	default:
		return false
	}
	return true
}

// inList reports whether a stage of the list has the focus.
func (s *Screen) inList() bool {
	kind, _ := s.focusedPart()
	_, listed := s.desk.rows[s.focusedName()]
	return kind == "stage" && listed
}

// toShelf puts the guide that is open back.
func (s *Screen) toShelf() {
	was := s.open
	s.open = ""
	s.show()
	s.refocus("change " + was)
}

// show puts everything into the widgets, without moving the focus.
func (s *Screen) show() {
	focus := s.focusedName()
	s.names.Clear()
	if g, ok := s.guide(s.open); ok {
		s.showDesk(g)
	} else {
		s.open = ""
		s.showShelf()
	}
	widget.Show(s.content.Objects[0], s.open == "")
	widget.Show(s.desk.content, s.open != "")
	s.content.Refresh()
	if focus != "" {
		s.refocus(focus)
	}
}

// guide returns the person's own guide with the id.
func (s *Screen) guide(id string) (journal.OwnGuide, bool) {
	i := slices.IndexFunc(s.own, func(g journal.OwnGuide) bool { return g.ID == id })
	if i < 0 {
		return journal.OwnGuide{}, false
	}
	return s.own[i], true
}

// origin returns the guide of the program that one of the person's own comes
// from, or false if there is none any more.
func (s *Screen) origin(g journal.OwnGuide) (journal.Guide, bool) {
	i := slices.IndexFunc(s.deps.Guides, func(b journal.Guide) bool { return b.ID == g.Base })
	if i < 0 {
		return journal.Guide{}, false
	}
	return s.deps.Guides[i], true
}

// originals are the guides of the program, the one that g comes from first.
func (s *Screen) originals(g journal.OwnGuide) []journal.Guide {
	if base, ok := s.origin(g); ok {
		return slices.Insert(slices.Clone(s.deps.Guides), 0, base)
	}
	return s.deps.Guides
}

// label is a quiet line of small text.
func label(text string) *widget.Paragraph {
	p := widget.NewMutedParagraph(text)
	p.TextSize = theme.SizeSmall
	return p
}

// titled is a heading that wraps.
func titled(text string, size fyne.ThemeSizeName) *widget.Paragraph {
	p := widget.NewParagraph(text)
	p.TextSize, p.Bold = size, true
	return p
}

// said is a text with the title of a guide in it.
func said(text, title string) string { return lang.L(text, map[string]any{"Title": title}) }
