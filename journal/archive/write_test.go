package archive_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
	"mend/journal/archive"
)

func sample() *memory {
	id := uuid.MustParse("7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e")
	at := time.Date(2026, 3, 1, 21, 30, 0, 5, time.FixedZone("", -3*3600))
	return &memory{
		profile: journal.Profile{Role: journal.Hurt, Guide: journal.DefaultGuide},
		entries: []journal.Entry{{ID: id, At: at, Created: at, Edited: at, Title: "<a> & b\u2028"}},
	}
}

// The written form is relied on by people's scripts: it changes with the
// version alone.
func TestWriteHasThisForm(t *testing.T) {
	file, counts := write(t, sample())
	want := `{"format":"mend-archive","version":1,"exported_at":"2026-03-29T01:30:00.123456789+01:00",
"profile":{"role":"hurt","path":"","path_until":"","guide":"rebuilding-trust","welcomed":false,"settings":{}},
"entries":[
{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","at":"2026-03-01T21:30:00.000000005-03:00","created":"2026-03-01T21:30:00.000000005-03:00","edited":"2026-03-01T21:30:00.000000005-03:00","title":"<a> & b\u2028","body":"","feelings":[],"tags":[],"stage":"","step":"","page":"","fields":{},"keep_out":false,"starred":false,"revisions":[]}],
"ticks":[],
"stages":[],
"promises":[],
"goals":[]}
`
	if d := cmp.Diff(want, string(file)); d != "" {
		t.Errorf("archive (-want +got):\n%s", d)
	}
	if counts != (journal.Counts{Entries: 1}) {
		t.Errorf("counts are %+v", counts)
	}
}

func TestEncodeEntryIsTheArchivesEntry(t *testing.T) {
	m := sample()
	m.revisions = map[uuid.UUID][]journal.Revision{m.entries[0].ID: {{At: exportedAt, Body: "before"}}}
	line, err := archive.EncodeEntry(m.entries[0], m.revisions[m.entries[0].ID])
	if err != nil {
		t.Fatal(err)
	}
	if file, _ := write(t, m); !bytes.Contains(file, line) || bytes.Contains(line, []byte("\n")) {
		t.Errorf("%s\nis not on a line of\n%s", line, file)
	}
}

// A zone with seconds can't be written; the moment must not move with it.
func TestZonesWithSecondsKeepTheirMoment(t *testing.T) {
	m := sample()
	m.entries[0].At = time.Date(1885, 5, 4, 12, 0, 0, 0, time.FixedZone("LMT", 3208))
	file, _ := write(t, m)
	back := &memory{}
	if err := archive.Read(bytes.NewReader(file), back); err != nil {
		t.Fatal(err)
	}
	if got := back.entries[0].At; !got.Equal(m.entries[0].At) || got.Format("-07:00:00") != "+00:53:00" {
		t.Errorf("at = %v, want %v", got, m.entries[0].At)
	}
}

// failing is a Contents whose parts fail one after another.
type failing struct {
	*memory
	part string
}

var errFails = errors.New("fails")

func (f failing) err(part string) error {
	if f.part == part {
		return errFails
	}
	return nil
}

func (f failing) GetProfile(context.Context) (journal.Profile, error) {
	return f.profile, f.err("profile")
}

func (f failing) ListRevisions(context.Context, uuid.UUID) ([]journal.Revision, error) {
	return nil, f.err("revisions")
}

func (f failing) ListTicks(context.Context) ([]journal.Tick, error) { return nil, f.err("ticks") }

func (f failing) ListStageStates(context.Context) ([]journal.StageState, error) {
	return nil, f.err("states")
}

func (f failing) GetOwn(context.Context) (journal.Own, error) { return f.own, f.err("own") }

func TestWriteGivesBackErrors(t *testing.T) {
	for _, part := range []string{"profile", "revisions", "ticks", "states", "own"} {
		_, err := archive.Write(context.Background(), &bytes.Buffer{}, failing{sample(), part}, exportedAt)
		if !errors.Is(err, errFails) {
			t.Errorf("with failing %s: %v", part, err)
		}
	}
	for limit := range 3 {
		if _, err := archive.Write(context.Background(), &full{left: limit}, sample(), exportedAt); !errors.Is(err, journal.ErrNoSpace) {
			t.Errorf("on a full disk: %v", err)
		}
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := archive.Write(cancelled, &bytes.Buffer{}, sample(), exportedAt); !errors.Is(err, context.Canceled) {
		t.Errorf("when cancelled: %v", err)
	}
}

// full takes left bytes and is then out of space.
type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.left {
		return f.left, journal.ErrNoSpace
	}
	f.left -= len(p)
	return len(p), nil
}

// An archive of many entries must not be held in memory: the reader is given
// no more than it has asked for.
func TestReadStreams(t *testing.T) {
	const n = 2000
	m := &memory{profile: sample().profile}
	body := strings.Repeat("word ", 400)
	for range n {
		e := sample().entries[0]
		e.ID, e.Body = uuid.New(), body
		m.entries = append(m.entries, e)
	}
	file, _ := write(t, m)
	if !json.Valid(file) {
		t.Fatal("not JSON")
	}
	from := &counting{Reader: bytes.NewReader(file)}
	sink := &watching{from: from}
	if err := archive.Read(from, sink); err != nil {
		t.Fatal(err)
	}
	if perEntry := len(file) / n; sink.firstAt > perEntry+1<<17 {
		t.Errorf("the first entry came after %d bytes", sink.firstAt)
	}
	if len(sink.entries) != n {
		t.Errorf("%d entries, want %d", len(sink.entries), n)
	}
}

type counting struct {
	*bytes.Reader
	n int
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += n
	return n, err
}

// watching notes how much had been read when the first entry came.
type watching struct {
	memory
	from    *counting
	firstAt int
}

func (w *watching) PutEntry(e journal.Entry, r []journal.Revision) error {
	if w.firstAt == 0 {
		w.firstAt = w.from.n
	}
	return w.memory.PutEntry(e, r)
}
