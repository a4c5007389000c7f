// Package ui is the window: the shell that holds the screens together, with
// its rail, menu, key router, lock and quit. It does no I/O of its own; what it
// needs comes in through Ports.
package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/entries"
	"mend/ui/path"
)

// Journal is an open journal as the window uses it.
type Journal interface {
	entries.Store
	path.Store
	journal.Contents
	UpdateProfile(context.Context, journal.Profile) error
	Path() string
	Close() error
}

// Ports is everything the window is given from outside. Open, Create, Export
// and Exists are called off the UI goroutine.
type Ports struct {
	App         fyne.App
	Version     string
	Guides      []journal.Guide // the default guide first
	Families    []journal.FeelingFamily
	DefaultPath string // where a new journal goes unless another place is chosen
	// Open opens the journal at path. It takes about a second. It fails with
	// the sentinels of package journal.
	Open func(ctx context.Context, path string, passphrase []byte) (Journal, error)
	// Create makes a new journal at path and opens it.
	Create func(ctx context.Context, path string, passphrase []byte, p journal.Profile) (Journal, error)
	// Exists reports whether there is anything at path.
	Exists func(path string) bool
	// Export writes the report to path in format (md, html or pdf) and returns
	// how many characters it had to replace by a mark.
	Export func(ctx context.Context, r journal.Report, format, path string) (replaced int, err error)
	// WatchInput calls seen on the UI goroutine for every key, click, movement
	// and scroll that the window gets once it is shown, before anything comes
	// of it. Nil watches nothing.
	WatchInput func(w fyne.Window, seen func())
	// Report tells, on any goroutine, of a fault in the program itself by the
	// place where it happened, and none of the person's words. Nil tells nothing.
	Report func(fault any)
	Now    func() time.Time // nil: time.Now
}

// Request says what the window opens with.
type Request struct {
	Path   string  // the journal's file
	Opened Journal // a journal that is open already, or nil
	Notice string  // a line that stays on top while Opened is shown, or none
}
