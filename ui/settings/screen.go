// Package settings is the Settings screen: the person's role, when the journal
// locks by itself, how the window looks, and where the journal lies.
package settings

import (
	"context"
	"fmt"
	"time"

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
	Window  fyne.Window
	Tasks   *tasks.Runner
	Store   Store
	Version string
	// Guides returns the guides that can be followed, the default guide first.
	Guides func() []journal.Guide
	Now    func() time.Time
	// OnGuides is called to change one of them; nil: none can be.
	OnGuides func()
	// OnProfile is called with the profile as it was saved.
	OnProfile func(journal.Profile)
	Look      func() (theme.Choice, float64) // the look now, and the text scale
	OnLook    func(theme.Choice)
	// Text size, by one step or back to normal.
	OnLarger, OnSmaller, OnNormal func()
	Backups                       BackupDeps
	Keys                          Keys // what the journal opens with
	Place                         PlaceDeps
}

// Store is what the Settings screen reads and writes.
type Store interface {
	GetProfile(context.Context) (journal.Profile, error)
	UpdateProfile(context.Context, journal.Profile) error
}

// Screen is the Settings screen.
type Screen struct {
	deps     Deps
	content  *container.Scroll
	roles    map[journal.Role]*widget.Chip
	looks    map[theme.Choice]*widget.Chip
	scale    *widget.Text
	lock     *lockChoices
	lookBack map[bool]*widget.Chip
	writing  *writingPart
	guide    *guidePart
	path     *pathPart
	first    *widget.Chip    // of the role, with the focus since arrival; nil once the role is known
	profile  journal.Profile // as it was last read or kept
	backups  *backupPart     // nil if none are made
	keys     *keysPart
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	s := &Screen{deps: d, roles: make(map[journal.Role]*widget.Chip), looks: make(map[theme.Choice]*widget.Chip)}
	s.scale = widget.NewLabel("", theme.ColorInk, theme.SizeText)
	s.keys = newKeysPart(d)
	page := widget.NewStack(theme.Space8,
		widget.NewHeading(lang.L("Settings"), theme.SizeTitle),
		s.rolePart())
	s.path = s.newPathPart()
	page.Add(s.path.content)
	s.guide = s.newGuidePart()
	page.Add(s.guide.content)
	page.Objects = append(page.Objects, s.lockPart(), s.lookBackPart())
	page.Add(s.newWritingPart())
	page.Objects = append(page.Objects, s.keys.sections()...)
	page.Objects = append(page.Objects, s.lookPart(), s.sizePart())
	if d.Backups.List != nil {
		s.backups = s.newBackupPart()
		page.Add(s.backups.content)
	}
	page.Add(s.placePart())
	if d.Place.OnRemove != nil {
		page.Add(s.removePart())
	}
	page.Add(widget.NewMutedParagraph("Mend " + d.Version))
	s.content = container.NewVScroll(widget.NewColumn(widget.InsetXY(0, theme.Space8, page)))
	return s
}

// Content returns what the shell shows.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// FocusFirst gives the focus to the first choice, the role as it is, at the top
// of the page.
func (s *Screen) FocusFirst() {
	s.content.ScrollToTop()
	s.first = s.roles[s.profile.Role]
	if s.first == nil {
		s.first = s.roles[journal.Hurt]
	}
	s.deps.Window.Canvas().Focus(s.first)
}

// followRole moves the focus that came before the role was known on to the role
// as it is. What the person went on to keeps it.
func (s *Screen) followRole() {
	canvas, chip := s.deps.Window.Canvas(), s.roles[s.profile.Role]
	if s.first != nil && chip != nil && canvas.Focused() == fyne.Focusable(s.first) {
		canvas.Focus(chip)
	}
	s.first = nil
}

// Show reads the profile and what opens the journal, and shows them, and the
// look.
func (s *Screen) Show() {
	s.showLook()
	s.keys.refresh()
	var p journal.Profile
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) { p, err = s.deps.Store.GetProfile(ctx) }, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			return
		}
		s.showProfile(p)
		s.followRole()
	})
}

// showProfile shows the choices that are kept in the journal.
func (s *Screen) showProfile(p journal.Profile) {
	s.profile = p
	s.showRole(p.Role)
	s.showPath()
	s.guide.show(p)
	s.lock.show(lockMinutes(p))
	s.ShowBackups()
	s.showLookBack(p)
	s.writing.show(p)
}

func part(title, text string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewStack(theme.Space2, append([]fyne.CanvasObject{
		widget.NewHeading(title, theme.SizeHeading), widget.NewMutedParagraph(text)}, objects...)...)
}

func (s *Screen) rolePart() fyne.CanvasObject {
	chips := widget.NewFlow(theme.Space2)
	for _, r := range []struct {
		role  journal.Role
		label string
	}{
		{journal.Hurt, lang.L("I was hurt")}, {journal.Caused, lang.L("I caused the hurt")},
		{journal.Both, lang.L("Both")}, {journal.Unsure, lang.L("I am not sure")},
	} {
		s.roles[r.role] = widget.NewChip(r.label, func() { s.chooseRole(r.role) })
		chips.Add(s.roles[r.role])
	}
	return part(lang.L("Where you stand"),
		lang.L("The steps and questions you see follow this. You can change it any day; nothing you ticked or wrote is lost."), chips)
}

func (s *Screen) lookPart() fyne.CanvasObject {
	chips := widget.NewFlow(theme.Space2)
	for _, l := range []struct {
		choice theme.Choice
		label  string
	}{{theme.System, lang.L("As the system")}, {theme.Light, lang.L("Light")}, {theme.Dark, lang.L("Dark")}} {
		s.looks[l.choice] = widget.NewChip(l.label, func() {
			s.deps.OnLook(l.choice)
			s.showLook()
		})
		chips.Add(s.looks[l.choice])
	}
	return part(lang.L("Light or dark"), lang.L("How the window looks on this computer."), chips)
}

func (s *Screen) sizePart() fyne.CanvasObject {
	after := func(act func()) func() {
		return func() {
			act()
			s.showLook()
		}
	}
	return part(lang.L("Text size"), lang.L("Ctrl+Plus and Ctrl+Minus do the same anywhere."),
		widget.NewRow(theme.Space2,
			widget.NewButton(lang.L("Smaller"), after(s.deps.OnSmaller)),
			widget.NewButton(lang.L("Larger"), after(s.deps.OnLarger)),
			widget.NewQuietButton(lang.L("Normal"), after(s.deps.OnNormal)), s.scale))
}

func (s *Screen) chooseRole(r journal.Role) { s.change(func(p *journal.Profile) { p.Role = r }) }

// change saves what edit does to the profile and shows what is kept.
func (s *Screen) change(edit func(*journal.Profile)) { s.changeThen(edit, func() {}) }

// changeThen is change that calls done at the end, if nothing failed.
func (s *Screen) changeThen(edit func(*journal.Profile), done func()) {
	var p journal.Profile
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) {
		if p, err = s.deps.Store.GetProfile(ctx); err != nil {
			return
		}
		edit(&p)
		err = s.deps.Store.UpdateProfile(ctx, p)
	}, func() {
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			s.showProfile(s.profile)
			return
		}
		s.deps.OnProfile(p)
		s.showProfile(p)
		done()
	})
}

func (s *Screen) showRole(r journal.Role) {
	for role, chip := range s.roles {
		chip.SetSelected(role == r)
	}
}

func (s *Screen) showLook() {
	choice, scale := s.deps.Look()
	for c, chip := range s.looks {
		chip.SetSelected(c == choice)
	}
	s.scale.SetText(fmt.Sprintf("%.0f %%", scale*100))
}
