package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

type exportCommand struct {
	journalFlags
	Out string `required:"" placeholder:"FILE" help:"The archive to write."`
}

// Run writes the whole journal as an archive and prints how much that was.
func (e *exportCommand) Run(c *call) error {
	path, err := c.path(e.journalFlags)
	if err != nil {
		return err
	}
	if err := checkTarget(e.Out, path); err != nil {
		return err
	}
	return c.withJournal(e.journalFlags, func(ctx context.Context, j Journal) error {
		var counts journal.Counts
		err := c.WriteFile(e.Out, func(w io.Writer) (err error) {
			counts, err = c.WriteArchive(ctx, w, j, c.Now())
			return err
		})
		if err != nil {
			return fmt.Errorf("write archive: %w", err)
		}
		if err := c.printCounts(counts); err != nil {
			return unsaid(err, lang.L("The archive was written, but the counts can't be printed."))
		}
		c.note(lang.L("An archive is not sealed: whoever can read the file can read your journal."))
		return nil
	})
}

type importCommand struct {
	journalFlags
	File string `arg:"" help:"The archive to read."`
}

// Run reads an archive into the journal, all of it or nothing, and prints how
// much that was.
func (i *importCommand) Run(c *call) error {
	file, err := openArchive(i.File)
	if err != nil {
		return err
	}
	defer file.Close()
	return c.withJournal(i.journalFlags, func(ctx context.Context, j Journal) error {
		// What comes from another program may not come at all.
		defer context.AfterFunc(ctx, func() { _ = file.SetReadDeadline(time.Now()) })()
		counts, err := j.Import(ctx, func(sink journal.Sink) error {
			return archiveError(c.ReadArchive(&stoppable{ctx, file}, sink))
		})
		if err != nil {
			return fmt.Errorf("import: %w", err)
		}
		return unsaid(c.printCounts(counts), lang.L("The archive was read into the journal, but the counts can't be printed."))
	})
}

// openArchive opens the file to import, which must be an ordinary one.
func openArchive(path string) (*os.File, error) {
	next := lang.L("Check the path of the archive.")
	file, err := os.Open(path)
	if err != nil {
		return nil, &failure{exitOther, lang.L("The archive can't be opened."), next}
	}
	if info, err := file.Stat(); err != nil || info.IsDir() {
		file.Close()
		return nil, &failure{exitOther, lang.L("There is a folder at that place, not an archive."), next}
	}
	return file, nil
}

// archiveError is err in the words that fit an archive: journal.Explain has
// those that fit a journal.
func archiveError(err error) error {
	if errors.Is(err, journal.ErrNewerVersion) {
		return &failure{exitNewer, lang.L("This archive was written by a newer version of Mend."),
			lang.L("Import it with that version; nothing in your journal was changed.")}
	}
	return err
}

// stoppable reads until its context is done. An error after that is its.
type stoppable struct {
	ctx  context.Context
	from io.Reader
}

// Read implements io.Reader.
func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := s.from.Read(p)
	if s.ctx.Err() != nil {
		return 0, s.ctx.Err()
	}
	return n, err
}
