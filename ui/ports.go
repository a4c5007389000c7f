// Package ui is the window: the shell that holds the screens together, with
// its rail, menu, key router, lock and quit. It does no I/O of its own; what it
// needs comes in through Ports.
package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/care"
	"mend/ui/deck"
	"mend/ui/entries"
	"mend/ui/guides"
	"mend/ui/path"
	"mend/ui/promises"
	"mend/ui/settings"
	"mend/ui/summary"
	"mend/ui/today"
	"mend/ui/widget"
)

// Journal is an open journal as the window uses it.
type Journal interface {
	entries.Store
	path.Store
	today.Store
	promises.Store
	guides.Store
	deck.Store
	care.Store
	journal.Contents
	journal.InsightSource
	settings.KeyStore
	UpdateProfile(context.Context, journal.Profile) error
	// BeforeWrite has f run before every change from now on, which waits for it.
	BeforeWrite(f func(context.Context))
	Path() string
	Close() error
}

// Backups makes the backups of an open journal, off the UI goroutine.
type Backups interface {
	// Daily copies the journal if its backup of the day is due, and returns what
	// verifies the copy and thins out the older ones; nil if none is due. It
	// looks once a day, whatever comes of it.
	Daily(context.Context) (prove func(context.Context) error, err error)
	// Make makes and verifies a backup now, in the folder or with "" in the
	// usual one.
	Make(ctx context.Context, folder string) error
	// List returns the copies, the newest first.
	List(context.Context) ([]journal.Copy, error)
}

// BackupPorts is what the window needs for backups. Without Keep it makes none.
// All but Keep are called off the UI goroutine.
type BackupPorts struct {
	Keep func(Journal) Backups
	// Beside returns the folder of the backups of the journal at a path, unless
	// the journal names another.
	Beside func(path string) string
	// ListBeside lists the copies in that folder, the newest first, whatever
	// has become of the journal.
	ListBeside func(path string) ([]journal.Copy, error)
	// Verify fails unless the file at path is a whole and sound copy that opens
	// with the passphrase, which stays the caller's to clear.
	Verify func(ctx context.Context, path string, passphrase []byte) error
	// Restore puts the copy at from in the place of the journal at path, which
	// must be closed, and returns where the file is that was there, if any.
	Restore func(ctx context.Context, from, path string, passphrase []byte) (aside string, err error)
}

// KeyPorts is what the window needs for what opens a journal, beside the
// journal itself.
type KeyPorts struct {
	// OpenWithCode is Ports.Open with a recovery code. It fails with
	// journal.ErrMalformedCode at once, and with journal.ErrWrongCode.
	OpenWithCode func(ctx context.Context, path, code string) (Journal, error)
	// NewCode makes a random recovery code. It opens nothing until it is set.
	NewCode func() (string, error)
	// Purging returns what removes the copies of the journal under the key it
	// has now. It is called off the UI goroutine.
	Purging func(context.Context, Journal) settings.Purge
}

// Place says where a journal lies, and its backups, if in a folder that was
// chosen for them.
type Place struct{ Path, Backups string }

// PlacePorts is what the window needs to move a journal and to remove it from
// this computer. Without Move it offers neither. All but Default are called off
// the UI goroutine, and all but CopyTo with the journal closed.
type PlacePorts struct {
	// Default is where the journal lies now that is opened when none is named.
	Default func() string
	// CopyTo copies an open journal to a path that must be free, and verifies
	// the copy.
	CopyTo func(ctx context.Context, j Journal, to string) error
	// Move makes the copy that CopyTo made the journal, and removes the old file;
	// left is what could not be moved or removed. If it fails, the journal is
	// where it was.
	Move func(ctx context.Context, p Place, to string) (left []string, err error)
	// Discard removes the copy that CopyTo made; the journal may be open.
	Discard func(p Place, to string) error
	// Remains lists all that Remove takes away; the journal may be open.
	Remains func(Place) ([]string, error)
	Remove  func(Place) error
}

// Ports is everything the window is given from outside. Open, Create,
// Compose, OpenFile and Exists are called off the UI goroutine.
type Ports struct {
	App         fyne.App
	Version     string
	Guides      []journal.Guide // the default guide first
	Families    []journal.FeelingFamily
	Pages       []journal.Page       // the guided pages
	Deck        []journal.Question   // from light to deep
	Suggestions []journal.Suggestion // promises to take over
	Care        journal.Care
	DefaultPath string // where a new journal goes unless another place is chosen
	// Moved reports whether that is another place than the usual one. Nil: it is
	// not.
	Moved func() bool
	// Open opens the journal at path. It takes about a second. It fails with
	// the sentinels of package journal.
	Open func(ctx context.Context, path string, passphrase []byte) (Journal, error)
	// Create makes a new journal at path and opens it.
	Create func(ctx context.Context, path string, passphrase []byte, p journal.Profile) (Journal, error)
	// IsOlder reports whether a journal that Open returned is an older copy than
	// the one that was open here last. Nil: none is.
	IsOlder func(Journal) bool
	Keys    KeyPorts
	// Exists reports whether there is anything at path.
	Exists func(path string) bool
	// Compose puts a report together in a form.
	Compose func(context.Context, journal.Report, summary.Order) (summary.Composed, error)
	// OpenFile hands a file to the program that the system shows it with. Nil
	// offers that nowhere.
	OpenFile func(path string) error
	Paper    string // the usual one where the person lives: a4 or letter
	// Draw draws a chart, for one to be shown in a window. It is called off the
	// UI goroutine.
	Draw func(journal.Chart, widget.FigureRequest) widget.FigureDrawing
	// WatchInput calls seen on the UI goroutine for every key, click, movement
	// and scroll that the window gets once it is shown, before anything comes
	// of it, and held with whether a button of the mouse is held, once all has
	// come of a press or release. Nil watches nothing.
	WatchInput func(w fyne.Window, seen func(), held func(down bool))
	// Report tells, on any goroutine, of a fault in the program itself by the
	// place where it happened, and none of the person's words. Nil tells nothing.
	Report  func(fault any)
	Backups BackupPorts
	Place   PlacePorts
	// Overwrite overwrites the memory of this process that was freed, some time
	// after a lock. It is called off the UI goroutine, one call at a time. Nil
	// leaves what it holds.
	Overwrite func()
	// GiveBack gives memory that is free back to the system, once a journal was
	// opened. It is called off the UI goroutine. Nil leaves that to the runtime.
	GiveBack func()
	Now      func() time.Time // nil: time.Now
}

// Request says what the window opens with.
type Request struct {
	Path   string  // the journal's file
	Opened Journal // a journal that is open already, or nil
	Notice string  // a line that stays on top while Opened is shown, or none
}
