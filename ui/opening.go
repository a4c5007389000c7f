package ui

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/settings"
	"mend/ui/theme"
	"mend/ui/unlock"
	"mend/ui/welcome"
	"mend/ui/widget"
)

// arrival is a journal that was opened off the UI goroutine, on its way to it.
type arrival struct {
	journal Journal
	profile journal.Profile
	own     journal.Own // what the person added of their own
	byCode  bool        // it was opened with its recovery code
	// codeless is why a journal that was just created has no recovery code; nil
	// if it has one, or was to have none.
	codeless error
	// unkept is why the answers to the safety questions, which were to be kept,
	// are not; nil if they are.
	unkept error
	// unread is why what the person added of their own can't be read; nil if it
	// can. Nobody is kept out of their journal by it.
	unread error
}

// showUnlock asks for the passphrase of w.path. Opening waits until closed is
// closed, when it is not nil: the journal may still be being saved.
func (w *Window) showUnlock(closed <-chan struct{}) { w.askPassphrase(unlock.Deps{}, closed) }

// showUnlockAfter asks for the passphrase and says what was done before.
func (w *Window) showUnlockAfter(said string) { w.askPassphrase(unlock.Deps{Said: said}, nil) }

// showMissing says that there is no journal at w.path, and what can be done.
func (w *Window) showMissing() { w.askPassphrase(unlock.Deps{Missing: true}, nil) }

// askPassphrase shows the unlock screen, with d for what differs.
func (w *Window) askPassphrase(d unlock.Deps, closed <-chan struct{}) {
	screen := unlock.New(unlock.Deps{
		Window: w.win, Tasks: w.tasks, Path: w.path, IsDefault: w.path == w.ports.DefaultPath,
		Said: d.Said, Missing: d.Missing,
		Unlock: func(ctx context.Context, path string, passphrase []byte) (unlock.Opened, error) {
			return w.arrive(closed, false, func() (Journal, error) { return w.ports.Open(ctx, path, passphrase) })
		},
		UnlockWithCode: func(ctx context.Context, path, code string) (unlock.Opened, error) {
			return w.arrive(closed, true, func() (Journal, error) { return w.ports.Keys.OpenWithCode(ctx, path, code) })
		},
		OnNew:       w.askNew,
		OnOpenOther: w.openOther,
		OnRestore:   w.askRestore,
		OnLook:      func() { w.showFirst(Request{Path: w.path}) },
	})
	content := screen.Content()
	if w.path == w.sample {
		content = container.NewBorder(w.noticeBar(), nil, nil, nil, content)
	}
	w.asking = screen
	w.showBare(content)
	screen.FocusFirst()
}

// opened is an arrival that waits at the unlock screen.
type opened struct {
	arrival
	window *Window
}

// Enter implements unlock.Opened.
func (o opened) Enter() { o.window.onArrival(o.arrival) }

// Close implements unlock.Opened.
func (o opened) Close() error { return o.journal.Close() }

// arrive opens a journal, once closed is closed, and reads what the window has
// to know of it, off the UI goroutine.
func (w *Window) arrive(closed <-chan struct{}, byCode bool, open func() (Journal, error)) (unlock.Opened, error) {
	if closed != nil {
		<-closed
	}
	j, err := open()
	if err != nil {
		return nil, err
	}
	came := arrival{journal: j, byCode: byCode}
	if err := came.read(); err != nil {
		return nil, errors.Join(err, j.Close())
	}
	return opened{came, w}, nil
}

// read reads what the window has to know of the journal before it shows it.
func (a *arrival) read() (err error) {
	if a.profile, err = a.journal.GetProfile(context.Background()); err != nil {
		return err
	}
	a.own, a.unread = a.journal.GetOwn(context.Background())
	return nil
}

// onArrival goes on with a journal that was just opened: to the first-run
// pages if they were never seen, else to its screens.
func (w *Window) onArrival(came arrival) {
	w.path = came.journal.Path()
	w.remember()
	w.giveBack()
	if !came.profile.Welcomed {
		w.showWelcomeTo(came)
		return
	}
	w.showMain(came)
}

// showOpened shows a journal that was open before the window was.
func (w *Window) showOpened(r Request) {
	came := arrival{journal: r.Opened}
	if err := came.read(); err != nil {
		w.showUnlock(nil)
		dialogs.ShowError(w.win, err)
		return
	}
	w.sample, w.notice = r.Opened.Path(), r.Notice
	w.showMain(came)
}

// showWelcome shows the first-run pages, which create the journal at w.path.
func (w *Window) showWelcome() {
	var came arrival
	screen := welcome.New(welcome.Deps{
		Window: w.win, Tasks: w.tasks, Guides: w.ports.Guides, DefaultPath: w.path, NeedsPassphrase: true,
		Care: w.ports.Care, Copy: w.clipboard.SetContent,
		Exists:  w.ports.Exists,
		NewCode: w.ports.Keys.NewCode,
		Create: func(n welcome.NewJournal) (err error) {
			came, err = w.create(n)
			return err
		},
		OnDone:      func() { w.onArrival(came) },
		OnGivenUp:   func() { w.closeUnseen(came.journal) },
		OnOpenOther: w.openOther,
	})
	w.asking = screen
	w.beginIdle(settings.LockAfter(journal.Profile{}))
	w.showBare(screen.Content())
	screen.FocusFirst()
}

// create makes a journal, off the UI goroutine. If its recovery code can't be
// set it is there all the same.
func (w *Window) create(n welcome.NewJournal) (arrival, error) {
	ctx := context.Background()
	n.Profile.Welcomed = true
	j, err := w.ports.Create(ctx, n.Path, n.Passphrase, n.Profile)
	if err != nil {
		return arrival{}, err
	}
	came := arrival{journal: j, profile: n.Profile}
	if n.Code != "" {
		came.codeless = j.SetRecoveryCode(ctx, n.Code)
	}
	came.keepAnswers(ctx, n.Answers)
	return came, nil
}

// keepAnswers keeps the answers to the safety questions, off the UI goroutine,
// if there are any to be kept.
func (a *arrival) keepAnswers(ctx context.Context, answers *journal.Entry) {
	if answers != nil {
		_, a.unkept = a.journal.CreateEntry(ctx, *answers)
	}
}

// showWelcomeTo shows the first-run pages of a journal that was created
// without them.
func (w *Window) showWelcomeTo(came arrival) {
	w.arriving, w.asking = came.journal, nil
	w.beginIdle(settings.LockAfter(came.profile))
	screen := welcome.New(welcome.Deps{
		Window: w.win, Tasks: w.tasks, Guides: w.ports.Guides, DefaultPath: came.journal.Path(),
		Care: w.ports.Care, Copy: w.clipboard.SetContent,
		SaveProfile: func(ctx context.Context, p journal.Profile, answers *journal.Entry) error {
			p.Welcomed = true
			came.profile = p
			err := came.journal.UpdateProfile(ctx, p)
			if err == nil {
				came.keepAnswers(ctx, answers)
			}
			return err
		},
		OnDone: func() {
			if w.arriving == came.journal { // it was not locked meanwhile
				w.showMain(came)
			}
		},
	})
	w.showBare(screen.Content())
	screen.FocusFirst()
}

// turnBack leaves the first-run pages of an open journal, and what is on its way
// to be open.
func (w *Window) turnBack() {
	j := w.arriving
	if j == nil {
		if w.asking != nil {
			w.asking.GiveUp()
		}
		return
	}
	w.arriving = nil
	w.stopIdle()
	dialogs.CloseAll(w.win)
	w.closeUnseen(j)
}

// closeUnseen closes a journal that has not been shown and asks for its
// passphrase.
func (w *Window) closeUnseen(j Journal) {
	w.path = j.Path()
	closed := make(chan struct{})
	w.showUnlock(closed)
	w.tasks.Run(func(context.Context) {
		defer close(closed)
		// Nothing was written; the lock goes with the process if this fails.
		_ = j.Close()
	}, nil)
}

// showMain shows an open journal: the rail, and the Today screen in it.
func (w *Window) showMain(came arrival) {
	w.arriving, w.asking = nil, nil
	w.session = w.newSession(came)
	w.beginIdle(settings.LockAfter(came.profile))
	body := container.NewBorder(w.session.notices.stack, nil, w.session.rail, nil, w.session.content)
	if came.journal.Path() == w.sample {
		body = container.NewBorder(w.noticeBar(), nil, nil, nil, body)
	}
	w.win.SetContent(body)
	w.win.SetMainMenu(w.menu())
	w.rescueUnsaved()
	w.beginPace(w.session)
	w.goTo(placeToday)
	if w.ports.IsOlder != nil && w.ports.IsOlder(came.journal) {
		w.session.notices.Say(lang.L("This is an older copy of the journal than the one that was open here last. What was written later is not in it. If that surprises you, look for the newer file."))
	}
	if came.codeless != nil {
		what, _ := journal.Explain(came.codeless)
		w.session.notices.Say(lang.L("The recovery code was not set: the one on your paper opens nothing.") + " " + lang.L(what) + " " +
			lang.L("You can make another in Settings."))
	}
	if came.unkept != nil {
		what, _ := journal.Explain(came.unkept)
		w.session.notices.Say(lang.L("Your answers to the safety questions were not kept.") + " " + lang.L(what))
	}
	if came.unread != nil {
		what, _ := journal.Explain(came.unread)
		w.session.notices.Say(lang.L("What you added of your own can't be read: guides, questions, people to turn to. What you wrote is not touched by it.") + " " + lang.L(what))
	}
	if came.byCode {
		w.session.settings.AskNewPassphrase()
	}
}

// noticeBar is the line over a sample journal.
func (w *Window) noticeBar() fyne.CanvasObject {
	notice := widget.NewMutedParagraph(w.notice)
	notice.TextSize = theme.SizeSmall
	return widget.InsetXY(theme.Space6, theme.Space1, notice)
}

// showBare shows a screen without the rail, for when no journal is open.
func (w *Window) showBare(content fyne.CanvasObject) {
	w.win.SetContent(content)
	w.win.SetMainMenu(w.menu())
}

// openOther asks for the passphrase of the journal at path.
func (w *Window) openOther(path string) {
	w.path = path
	w.showUnlock(nil)
}

// askNew asks where a new journal is to lie and goes to the first-run pages.
func (w *Window) askNew() {
	dialogs.AskSavePath(w.win, dialogs.SaveQuestion{
		Title: lang.L("Create a new journal"),
		Name:  "journal.mend",
		Verb:  lang.L("Continue"),
		Tasks: w.tasks,
		// A journal is never replaced: the answer below says so instead.
		Exists: func(string) bool { return false },
	}, func(path string) {
		if w.ports.Exists(path) {
			dialogs.ShowError(w.win, journal.ErrExists)
			return
		}
		w.path = filepath.Clean(path)
		w.showWelcome()
	})
}
