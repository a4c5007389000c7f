package archive

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"mend/journal"
)

// Write writes everything src holds, the bin included, to w and returns how
// much that was. now becomes "exported_at". Each item is on a line of its own. Write fails with the context's error once ctx is
// done; what is in w by then is no archive.
func Write(ctx context.Context, w io.Writer, src journal.Contents, now time.Time) (journal.Counts, error) {
	out := newWriter(w)
	if err := out.head(ctx, src, now); err != nil {
		return journal.Counts{}, err
	}
	for _, part := range []func(context.Context, journal.Contents) error{out.entries, out.ticks, out.states, out.promises, out.goals, out.own} {
		if err := part(ctx, src); err != nil {
			return journal.Counts{}, err
		}
	}
	out.text("}\n")
	if err := out.buf.Flush(); err != nil {
		return journal.Counts{}, fmt.Errorf("write archive: %w", err)
	}
	return out.counts, nil
}

// EncodeEntry returns one entry with its revisions, oldest first, as the
// archive has it: a JSON object on one line, without a line ending.
func EncodeEntry(e journal.Entry, revisions []journal.Revision) ([]byte, error) {
	var buf bytes.Buffer
	if err := newEncoder(&buf).Encode(toEntry(e, revisions)); err != nil {
		return nil, fmt.Errorf("encode entry %s: %w", e.ID, err)
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

// writer puts the archive together. Errors of writing stay in buf and surface
// when it is flushed.
type writer struct {
	buf    *bufio.Writer
	counts journal.Counts
}

func newWriter(w io.Writer) *writer {
	return &writer{buf: bufio.NewWriterSize(w, 1<<16)}
}

func newEncoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

func (w *writer) text(s string) { _, _ = w.buf.WriteString(s) }

// value writes v without the line ending that json's encoder adds.
func (w *writer) value(v any) error {
	var line bytes.Buffer
	if err := newEncoder(&line).Encode(v); err != nil {
		return fmt.Errorf("write archive: %w", err)
	}
	if _, err := w.buf.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n"))); err != nil {
		return fmt.Errorf("write archive: %w", err)
	}
	return nil
}

func (w *writer) head(ctx context.Context, src journal.Contents, now time.Time) error {
	profile, err := src.GetProfile(ctx)
	if err != nil {
		return fmt.Errorf("write archive: %w", err)
	}
	w.text(fmt.Sprintf("{\"format\":%q,\"version\":%d,\"exported_at\":%q,\n\"profile\":", Format, Version, stamp(now)))
	return w.value(toProfile(profile))
}

// entries writes the journal's entries and then the bin's, each oldest first.
func (w *writer) entries(ctx context.Context, src journal.Contents) error {
	items := w.array("entries")
	put := func(e journal.Entry) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		revisions, err := src.ListRevisions(ctx, e.ID)
		if err != nil {
			return fmt.Errorf("revisions of entry %s: %w", e.ID, err)
		}
		w.counts.Entries++
		w.counts.Revisions += len(revisions)
		return items.add(toEntry(e, revisions))
	}
	for _, inBin := range []bool{false, true} {
		if err := src.EachEntry(ctx, journal.EntryFilter{InBin: inBin}, put); err != nil {
			return fmt.Errorf("write entries: %w", err)
		}
	}
	items.end()
	return nil
}

func (w *writer) ticks(ctx context.Context, src journal.Contents) error {
	ticks, err := src.ListTicks(ctx)
	if err != nil {
		return fmt.Errorf("write ticks: %w", err)
	}
	w.counts.Ticks = len(ticks)
	items := w.array("ticks")
	for _, t := range ticks {
		if err := items.add(toTick(t)); err != nil {
			return err
		}
	}
	items.end()
	return nil
}

func (w *writer) states(ctx context.Context, src journal.Contents) error {
	states, err := src.ListStageStates(ctx)
	if err != nil {
		return fmt.Errorf("write stage states: %w", err)
	}
	w.counts.StageStates = len(states)
	items := w.array("stages")
	for _, s := range states {
		if err := items.add(toState(s)); err != nil {
			return err
		}
	}
	items.end()
	return nil
}

func (w *writer) promises(ctx context.Context, src journal.Contents) error {
	logs, err := src.ListPromises(ctx)
	if err != nil {
		return fmt.Errorf("write promises: %w", err)
	}
	w.counts.Promises = len(logs)
	items := w.array("promises")
	for _, log := range logs {
		w.counts.Observations += len(log.Observations)
		if err := items.add(toPromise(log)); err != nil {
			return err
		}
	}
	items.end()
	return nil
}

func (w *writer) goals(ctx context.Context, src journal.Contents) error {
	logs, err := src.ListGoals(ctx)
	if err != nil {
		return fmt.Errorf("write goals: %w", err)
	}
	w.counts.Goals = len(logs)
	items := w.array("goals")
	for _, log := range logs {
		if err := items.add(toGoal(log)); err != nil {
			return err
		}
	}
	items.end()
	return nil
}

// array is a JSON array being written, an item a line.
type array struct {
	to *writer
	n  int
}

// array begins an array that follows another field.
func (w *writer) array(name string) *array {
	w.text(",")
	return w.list(name)
}

func (w *writer) list(name string) *array {
	w.text(fmt.Sprintf("\n%q:[", name))
	return &array{to: w}
}

func (a *array) add(v any) error {
	if a.n++; a.n > 1 {
		a.to.text(",")
	}
	a.to.text("\n")
	return a.to.value(v)
}

func (a *array) end() { a.to.text("]") }
