// Package terminal is the command line: it says what a person can ask for
// without a display, does it through the ports it is given, and turns every
// outcome into a line of output or two sentences and an exit code. It opens no
// window and starts no window system.
package terminal

import (
	"context"
	"io"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// Journal is what the commands need of an open journal. It must satisfy the
// sentinels of package journal; Close releases the file for others.
type Journal interface {
	journal.Contents
	journal.InsightSource
	CreateEntry(context.Context, journal.Entry) (journal.Entry, error)
	GetEntry(context.Context, uuid.UUID) (journal.Entry, error)
	ListEntries(context.Context, journal.EntryFilter) ([]journal.EntrySummary, error)
	Tick(context.Context, journal.Tick) (journal.Tick, error)
	CreatePromise(context.Context, journal.Promise) (journal.Promise, error)
	Observe(ctx context.Context, promise uuid.UUID, o journal.Observation) (journal.Observation, error)
	Import(ctx context.Context, read func(journal.Sink) error) (journal.Counts, error)
	Check(ctx context.Context, progress func(done, total int64)) ([]journal.Finding, error)
	Backups
	// ChangePassphrase makes passphrase the only one, after a backup.
	ChangePassphrase(ctx context.Context, passphrase []byte) error
	Close() error
}

// Backups is what a backup needs of an open journal.
type Backups interface {
	Path() string
	GetProfile(context.Context) (journal.Profile, error)
	Backup(ctx context.Context, copy func(path string) error) error
	VerifyCopy(ctx context.Context, path string) error
}

// WindowRequest says what the window is to show first.
type WindowRequest struct {
	Path string // the journal to unlock; empty with Demo
	Demo bool   // a sample journal that is gone afterwards
}

// Ports is everything the command line reaches the world by. Every field but
// StdinIsTerminal must be set.
type Ports struct {
	Stdin           io.Reader
	StdinIsTerminal bool      // a person is typing, not a program
	Stdout          io.Writer // results alone
	Stderr          io.Writer // messages, and notes on results

	Now            func() time.Time // its zone is the person's own
	Version        string
	DefaultJournal string          // where a journal lies that is not named
	Guides         []journal.Guide // the default guide first
	Pages          []journal.Page
	Families       []journal.FeelingFamily

	Create func(ctx context.Context, path string, passphrase []byte, p journal.Profile) (Journal, error)
	Open   func(ctx context.Context, path string, passphrase []byte) (Journal, error)
	// Backup makes a verified copy of an open journal in the folder, or if that
	// is empty in the one for its backups, and returns the copy's path.
	Backup func(ctx context.Context, j Backups, folder string) (path string, err error)
	// Inspect fails unless the file at path can be a copy of a journal, as far
	// as that can be told without a passphrase.
	Inspect func(path string) error
	// Restore puts the copy at from in the place of the journal at path if its
	// passphrase opens it and it is whole, and returns where the file is now
	// that was there before, if one was.
	Restore func(ctx context.Context, from, path string, passphrase []byte) (aside string, err error)
	// ReadPassphrase asks at the terminal, without echo; its prompt is
	// translated. It fails if there is no terminal, and with context.Canceled
	// if the person interrupts it; the terminal's echo must be on again then.
	ReadPassphrase func(prompt string) ([]byte, error)

	WriteArchive func(ctx context.Context, w io.Writer, src journal.Contents, now time.Time) (journal.Counts, error)
	ReadArchive  func(r io.Reader, sink journal.Sink) error
	EncodeEntry  func(e journal.Entry, revisions []journal.Revision) ([]byte, error)
	// PrintSummary prints in the format "md", "html" or "pdf" and returns how
	// many characters became a visible mark. It fails once ctx is done.
	PrintSummary func(ctx context.Context, w io.Writer, r journal.Report, format string) (replaced int, err error)
	SealSummary  func(w io.Writer, passphrase []byte) (io.WriteCloser, error)
	// WriteFile puts what write gives at path, whole or not at all.
	WriteFile func(path string, write func(io.Writer) error) error

	Window func(WindowRequest) (exitCode int)
}
