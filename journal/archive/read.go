package archive

import (
	"fmt"
	"io"
	"time"

	"mend/journal"
)

// Read reads an archive and hands what it holds to sink, an item at a time and
// in the file's order. Every item is checked before it is handed over, but a
// fault may come after many of them: the caller's sink must be able to forget.
//
// A file that breaks a rule gives an *Error, which matches
// journal.ErrBadArchive; one of a later version gives
// journal.ErrNewerVersion; errors of r and sink are wrapped.
func Read(r io.Reader, sink journal.Sink) error { return readWithin(r, sink, MaxFile) }

// readWithin is Read of a file of at most limit bytes.
func readWithin(r io.Reader, sink journal.Sink, limit int64) error {
	a := &reader{decoder: newDecoder(&capped{from: r, left: limit}), sink: sink}
	var format string
	var version int
	err := a.record(map[string]value{
		"format":      a.verified(a.text(&format, journal.MaxWord), func() error { return a.checkFormat(format) }),
		"version":     a.verified(a.whole(&version, 1, anyLater), func() error { return checkVersion(version) }),
		"exported_at": a.moment(new(time.Time)),
		"profile":     a.profile,
		"entries":     a.array(a.entry),
		"ticks":       a.array(a.tick),
		"stages":      a.array(a.state),
		"promises":    a.array(a.promise),
		"goals":       a.array(a.goal),
		"own":         a.own,
	}, "format", "version")
	if err != nil {
		return err
	}
	return a.at(a.end())
}

// reader reads the archive's own objects.
type reader struct {
	*decoder
	sink       journal.Sink
	guideParts int // of the guide that is being read, so far
}

// verified is read with a check of what was read after it.
func (a *reader) verified(read value, check func() error) value {
	return func() error {
		if err := read(); err != nil {
			return err
		}
		return check()
	}
}

func (a *reader) checkFormat(format string) error {
	if format != Format {
		return a.bad("it is not " + Format)
	}
	return nil
}

// anyLater is above any version that will ever be.
const anyLater = 1 << 30

func checkVersion(version int) error {
	if version > Version {
		return fmt.Errorf("archive: %w", journal.ErrNewerVersion)
	}
	return nil
}

func (a *reader) profile() error {
	var p journal.Profile
	err := a.record(map[string]value{
		"role":       a.text((*string)(&p.Role), journal.MaxWord),
		"path":       a.text((*string)(&p.Path), journal.MaxWord),
		"path_until": a.day(&p.PathUntil),
		"guide":      a.text(&p.Guide, journal.MaxWord),
		"welcomed":   a.flag(&p.Welcomed),
		"settings":   a.texts(&p.Settings),
	}, "role", "guide")
	if err != nil {
		return err
	}
	if err := a.rule(p.Check()); err != nil {
		return err
	}
	return kept("profile", a.sink.PutProfile(p))
}

func (a *reader) tick(int) error {
	var t journal.Tick
	err := a.record(map[string]value{
		"step": a.text(&t.Step, journal.MaxWord),
		"done": a.flag(&t.Done),
		"at":   a.moment(&t.At),
		"note": a.text(&t.Note, journal.MaxText),
	}, "step", "done", "at")
	if err != nil {
		return err
	}
	if err := a.rule(t.Check()); err != nil {
		return err
	}
	return kept("tick", a.sink.PutTick(t))
}

func (a *reader) state(int) error {
	var s journal.StageState
	err := a.record(map[string]value{
		"stage":  a.text(&s.Stage, journal.MaxWord),
		"state":  a.text((*string)(&s.State), journal.MaxWord),
		"at":     a.moment(&s.At),
		"reason": a.text(&s.Reason, journal.MaxText),
	}, "stage", "state", "at")
	if err != nil {
		return err
	}
	if err := a.rule(s.Check()); err != nil {
		return err
	}
	return kept("stage state", a.sink.PutStageState(s))
}

// kept wraps what the sink said to the thing named what.
func kept(what string, err error) error {
	if err != nil {
		return fmt.Errorf("keep %s: %w", what, err)
	}
	return nil
}
