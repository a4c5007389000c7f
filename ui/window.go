package ui

import (
	"syscall"
	"time"

	"fyne.io/fyne/v2"

	"mend/ui/tasks"
)

const (
	windowTitle  = "Mend" // on every screen: a title may be read by others
	startWidth   = 1180
	startHeight  = 780
	minimumWidth = 640
)

// Window is the one window of the program. All its methods belong to the UI
// goroutine, unless they say otherwise.
type Window struct {
	ports   Ports
	win     fyne.Window
	tasks   *tasks.Runner
	look    *look
	path    string    // the journal being shown or asked for
	sample  string    // path of a sample journal, which is told apart; or none
	notice  string    // the line that tells it apart
	session *session  // the open journal and its screens; nil while locked
	unsaved []*rescue // words that could not be saved when a journal was locked
	// arriving is a journal that is open while its first-run pages show.
	arriving Journal
	// asking is the screen that opens or creates a journal; nil while one is open.
	asking asking

	pressed bool // a button of the mouse is held
	dragged bool // it was when the window was locked

	clipboard  *clipboard
	forgetting forgetting
	idle       *idle
	stopIdle   func() // ends what locks when nobody does anything
	stopAway   func() // ends what locks when the desktop says so
}

// Run shows the window and returns when it is closed for good, with everything
// that was written on disk.
func Run(p Ports, r Request) {
	w := New(p, r, tasks.New())
	defer w.saveAfterPanic()
	// The toolkit listens to two of these as soon as its loop runs, and its own
	// way out is not to be relied on: see End.
	w.tasks.After(0, func() { w.tasks.OnSignal(w.End, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP) })
	w.win.ShowAndRun()
	w.Stop()
}

// New builds the window around the runner, without showing it.
func New(p Ports, r Request, runner *tasks.Runner) *Window {
	if p.Now == nil {
		p.Now = time.Now
	}
	w := &Window{ports: p, tasks: runner, path: r.Path, look: loadLook(p.App)}
	w.win = p.App.NewWindow(windowTitle)
	w.win.SetMaster()
	w.win.Resize(fyne.NewSize(startWidth, startHeight))
	w.win.SetCloseIntercept(w.Quit)
	p.App.Lifecycle().SetOnStopped(w.Stop)
	w.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { w.handleKey(ev) })
	w.win.Canvas().SetOnTypedRune(w.handleRune)
	w.addShortcuts()
	w.watch()
	w.watchPanics()
	w.watchCopies()
	w.showFirst(r)
	return w
}

// showFirst shows the screen the program starts with.
func (w *Window) showFirst(r Request) {
	switch {
	case r.Opened != nil:
		w.showOpened(r)
	case w.ports.Exists(w.path):
		w.showUnlock(nil)
	case w.isMissed():
		w.showMissing()
	default:
		w.showWelcome()
	}
}

// isMissed reports whether a journal should be at w.path, where nothing is: it
// left backups there, or was moved there from the usual place.
func (w *Window) isMissed() bool {
	if w.ports.Moved != nil && w.path == w.ports.DefaultPath && w.ports.Moved() {
		return true
	}
	if w.ports.Backups.ListBeside == nil {
		return false
	}
	copies, err := w.ports.Backups.ListBeside(w.path)
	return err == nil && len(copies) > 0
}
