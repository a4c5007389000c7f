package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/entries"
	"mend/ui/path"
	"mend/ui/promises"
	"mend/ui/settings"
	"mend/ui/theme"
	"mend/ui/widget"
)

// The places of the rail.
const (
	placeToday    = "today"
	placeJournal  = "journal"
	placePath     = "path"
	placePromises = "promises"
	placeInsights = "insights"
	placeSummary  = "summary"
	placeSettings = "settings"
	placeLock     = "lock"
)

// screen is what the shell needs of every screen.
type screen interface {
	Content() fyne.CanvasObject
	Show()
}

// Optional abilities of a screen, found by assertion.
type (
	focuser interface{ FocusFirst() }
	keyed   interface {
		HandleKey(*fyne.KeyEvent) bool
	}
	typed  interface{ HandleRune(rune) bool }
	mover  interface{ Move(by int) bool }
	undoer interface{ Undo() bool }
	leaver interface{ Leave() }   // told that another place is gone to
	keeper interface{ KeepNow() } // keeps what else waits for a rest
)

// session is an unlocked journal with its screens. It is dropped whole on lock.
type session struct {
	win     *dialogs.Place // the window, until the session ends
	journal *relay
	profile journal.Profile
	own     journal.Own     // as it was on arrival, the guides as they are
	guides  []journal.Guide // the one that is followed first, then all

	rail    *widget.Rail
	content *fyne.Container
	screens map[string]screen
	entries *entries.Screen
	current string
	before  string // the place that one without a rail entry goes back to
	// beforeCare is the place that the page of support goes back to, which may
	// have no rail entry either.
	beforeCare string

	promises *promises.Screen
	settings *settings.Screen
	notices  *notices
	pace     pace
	backups  Backups // nil if none are made
	trouble  string  // what kept the backup of the day from being made
	// ending ends with the session; end ends it.
	ending context.Context
	end    context.CancelFunc
}

// newSession builds the screens for an open journal.
func (w *Window) newSession(came arrival) *session {
	s := &session{
		journal: &relay{came.journal}, profile: came.profile, own: came.own,
		guides: w.guidesFor(came.profile, came.own.Guides), content: container.NewStack(),
	}
	s.ending, s.end = context.WithCancel(context.Background())
	s.win = &dialogs.Place{Window: w.win, Gone: func() bool { return s.ending.Err() != nil }}
	s.entries = entries.New(entries.Deps{
		Window: s.win, Tasks: w.tasks, Store: s.journal,
		Guides:   func() []journal.Guide { return s.guides },
		Families: w.ports.Families, Pages: w.ports.Pages, Now: w.ports.Now,
		Role:     func() journal.Role { return s.profile.Role },
		Path:     func() journal.Path { return s.profile.Path },
		Folded:   func(id string) bool { return s.profile.IsFolded(id, false) },
		OnWrite:  w.newEntry,
		Facts:    func() bool { return s.profile.KeepsToFacts() },
		LookBack: func() bool { return s.profile.LooksBack() },
		Copy:     w.clipboard.SetContent,
		SaveCopy: w.askSaveCopy,
		OnSaved:  func(e journal.Entry) { w.onSaved(s, e) },
		OnLeft:   func() { w.onLeft(s) },
		OnEnough: w.endToday,
	})
	s.notices = newNotices(s.win)
	w.keepBackups(s)
	s.settings = w.newSettings(s, came.byCode)
	s.promises = w.newPromises(s)
	s.screens = map[string]screen{
		placeToday:    w.newToday(s),
		placeJournal:  s.entries,
		placePath:     w.newPath(s),
		placePromises: s.promises,
		placeInsights: w.newInsights(s),
		placeCare:     w.newCare(s),
		placeSummary:  w.newSummary(s),
		placeSettings: s.settings,
		placeGuides:   w.newGuides(s),
		placeDeck:     w.newDeck(s),
	}
	s.rail = widget.NewRail([]widget.RailItem{
		{ID: placeToday, Label: lang.L("Today")},
		{ID: placeJournal, Label: lang.L("Journal")},
		{ID: placePath, Label: lang.L("Path")},
		{ID: placePromises, Label: lang.L("Promises")},
		{ID: placeInsights, Label: lang.L("Insights")},
		{ID: placeSummary, Label: lang.L("Summary"), Foot: true},
		{ID: placeSettings, Label: lang.L("Settings"), Foot: true},
		{ID: placeLock, Label: lang.L("Lock"), Foot: true},
	}, w.onRail)
	return s
}

// until returns ctx with an end when the session ends, for what takes long and
// holds the person's words. stop lets go of it.
func (s *session) until(ctx context.Context) (until context.Context, stop func()) {
	until, cancel := context.WithCancel(ctx)
	off := context.AfterFunc(s.ending, cancel)
	return until, func() { off(); cancel() }
}

func (w *Window) newPath(s *session) screen {
	return path.New(path.Deps{
		Window: s.win, Tasks: w.tasks, Store: s.journal,
		Guides: s.guides, Pages: w.ports.Pages, Folds: w.ports.Care.Folds,
		OnPage: func(page, stage string) {
			w.goTo(placeJournal)
			s.entries.NewPageAbout(page, stage)
		},
		OnProfile:  func(p journal.Profile) { w.follow(s, p) },
		OnCare:     w.toCare,
		OnPromises: w.toPromises, OnGoals: w.toGoals,
		OnWrite: func(stage, step, prompt string) {
			w.goTo(placeJournal)
			s.entries.NewEntryAbout(stage, step, prompt)
		},
		OnDeck: w.toDeck, OnGuides: w.toGuides,
		OnOpenEntry: func(id uuid.UUID) {
			w.goTo(placeJournal)
			s.entries.OpenEntry(id)
		},
	})
}

func (w *Window) newSettings(s *session, byCode bool) *settings.Screen {
	return settings.New(settings.Deps{
		Window: s.win, Tasks: w.tasks, Store: s.journal,
		Version:   w.ports.Version,
		Now:       w.ports.Now,
		Guides:    func() []journal.Guide { return w.choosable(s) },
		OnGuides:  w.toGuides,
		OnProfile: func(p journal.Profile) { w.follow(s, p) },
		Look:      func() (theme.Choice, float64) { return w.look.choice, w.look.scale },
		OnLook:    w.look.choose,
		OnLarger:  w.look.larger, OnSmaller: w.look.smaller, OnNormal: w.look.normal,
		Backups: w.backupDeps(s),
		Keys:    w.keysOf(s, byCode),
		Place:   w.placeDeps(s),
	})
}

// follow takes over a profile that was changed, and the guide with it.
func (w *Window) follow(s *session, p journal.Profile) {
	another := p.Guide != s.profile.Guide || p.Path != s.profile.Path
	facts := p.KeepsToFacts() != s.profile.KeepsToFacts()
	s.profile = p
	w.idle.limit = settings.LockAfter(p)
	if another {
		w.walkAnew(s)
	}
	if facts {
		w.win.SetMainMenu(w.menu())
	}
}

// keepNow has every screen keep what waits for a rest.
func (s *session) keepNow() {
	for _, each := range s.screens {
		if k, ok := each.(keeper); ok {
			k.KeepNow()
		}
	}
}

// onRail follows a choice made in the rail.
func (w *Window) onRail(id string) {
	if id == placeLock {
		w.Lock()
		return
	}
	w.goTo(id)
}

// goTo shows a place. What was being written is saved on the way.
func (w *Window) goTo(place string) {
	s := w.session
	if s == nil || s.screens[place] == nil {
		return
	}
	s.entries.SaveNow()
	if s.current == placeJournal && place != placeJournal {
		w.onLeft(s)
	}
	next := s.screens[place]
	if s.current != place {
		if l, ok := s.screens[s.current].(leaver); ok {
			l.Leave()
		}
		s.current = place
		s.content.Objects = []fyne.CanvasObject{next.Content()}
		s.content.Refresh()
		s.rail.Select(s.cameFrom(place))
	}
	next.Show()
	if f, ok := next.(focuser); ok {
		f.FocusFirst()
	}
}
