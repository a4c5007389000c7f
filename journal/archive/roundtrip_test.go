package archive_test

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"mend/journal"
	"mend/journal/archive"
)

// moments yields times with any nanosecond and any zone RFC 3339 can write.
func moments() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		zone := time.FixedZone("", 60*rapid.IntRange(-14*60, 14*60).Draw(t, "zone"))
		second := rapid.Int64Range(-60_000_000_000, 250_000_000_000).Draw(t, "second")
		return time.Unix(second, rapid.Int64Range(0, 999_999_999).Draw(t, "nano")).In(zone)
	})
}

// prose yields any text that can be stored, of at most limit bytes.
func prose(limit int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		s := rapid.StringN(0, 40, limit).Draw(t, "text")
		return strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "\u2028")
	})
}

// words yields tags, feelings and ids.
func words() *rapid.Generator[string] {
	return rapid.StringMatching(`[a-zé<&"\\]{1,8}( [a-z🙂]{1,5})?`)
}

func texts() *rapid.Generator[map[string]string] {
	return rapid.MapOfN(words(), prose(400), 0, 3)
}

func entries() *rapid.Generator[journal.Entry] {
	return rapid.Custom(func(t *rapid.T) journal.Entry {
		e := journal.Entry{
			ID:     uuid.UUID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id")),
			At:     moments().Draw(t, "at"),
			Title:  strings.NewReplacer("\n", " ", "\r", " ").Replace(prose(400).Draw(t, "title")),
			Body:   "x" + prose(4000).Draw(t, "body"),
			Tags:   rapid.SliceOfN(words(), 0, 3).Draw(t, "tags"),
			Stage:  words().Draw(t, "stage"),
			Before: rapid.IntRange(0, 5).Draw(t, "before"),
			After:  rapid.IntRange(0, 5).Draw(t, "after"),
			Page:   words().Draw(t, "page"), Fields: texts().Draw(t, "fields"),
			Promise: words().Draw(t, "promise"), Step: words().Draw(t, "step"),
			KeepOut: rapid.Bool().Draw(t, "keep out"), NoLookBack: rapid.Bool().Draw(t, "no look-back"),
			Starred:     rapid.Bool().Draw(t, "starred"),
			SealedUntil: rapid.SampledFrom([]journal.Day{"", "2031-05-01"}).Draw(t, "sealed until"),
		}
		e.ID[0] |= 1
		e.Created, e.Edited = moments().Draw(t, "created"), moments().Draw(t, "edited")
		if rapid.Bool().Draw(t, "in the bin") {
			e.Deleted = moments().Draw(t, "deleted")
		}
		for _, word := range rapid.SliceOfN(words(), 0, 3).Draw(t, "feelings") {
			e.Feelings = append(e.Feelings, journal.Feeling{Word: word, Intensity: rapid.IntRange(1, 5).Draw(t, "intensity")})
		}
		return e
	})
}

func journals() *rapid.Generator[*memory] {
	return rapid.Custom(func(t *rapid.T) *memory {
		m := &memory{revisions: map[uuid.UUID][]journal.Revision{}}
		m.profile = journal.Profile{
			Role:      rapid.SampledFrom(journal.Roles()).Draw(t, "role"),
			Path:      rapid.SampledFrom([]journal.Path{"", journal.Trying, journal.PartingWell}).Draw(t, "path"),
			PathUntil: rapid.SampledFrom([]journal.Day{"", "2027-02-28"}).Draw(t, "until"),
			Guide:     journal.DefaultGuide, Welcomed: rapid.Bool().Draw(t, "welcomed"),
			Settings: texts().Draw(t, "settings"),
		}
		m.entries = rapid.SliceOfN(entries(), 0, 6).Draw(t, "entries")
		slices.SortStableFunc(m.entries, func(a, b journal.Entry) int { // the journal, then the bin
			return inBin(a) - inBin(b)
		})
		for _, e := range m.entries {
			for range rapid.IntRange(0, 2).Draw(t, "revisions") {
				m.revisions[e.ID] = append(m.revisions[e.ID], journal.Revision{
					At: moments().Draw(t, "at"), Title: prose(100).Draw(t, "title"),
					Body: prose(1000).Draw(t, "body"), Fields: texts().Draw(t, "fields"),
				})
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "ticks") {
			m.ticks = append(m.ticks, journal.Tick{
				Step: words().Draw(t, "step"), Done: rapid.Bool().Draw(t, "done"),
				At: moments().Draw(t, "at"), Note: prose(200).Draw(t, "note"),
			})
			m.states = append(m.states, journal.StageState{
				Stage: words().Draw(t, "stage"), State: rapid.SampledFrom(journal.StateNames()).Draw(t, "state"),
				At: moments().Draw(t, "at"), Reason: prose(200).Draw(t, "reason"),
			})
		}
		m.promises = rapid.SliceOfN(promises(), 0, 3).Draw(t, "promises")
		m.goals = rapid.SliceOfN(goals(), 0, 2).Draw(t, "goals")
		m.own = own().Draw(t, "own")
		return m
	})
}

func days() *rapid.Generator[journal.Day] {
	return rapid.SampledFrom([]journal.Day{"2026-03-01", "2026-03-02", "2031-12-31"})
}

func maybe(day journal.Day) *rapid.Generator[journal.Day] {
	return rapid.SampledFrom([]journal.Day{"", day})
}

func promises() *rapid.Generator[journal.PromiseLog] {
	return rapid.Custom(func(t *rapid.T) journal.PromiseLog {
		id := uuid.UUID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		id[0] |= 1
		var log journal.PromiseLog
		for range rapid.IntRange(1, 3).Draw(t, "wordings") {
			log.Wordings = append(log.Wordings, journal.Promise{
				ID: id, At: moments().Draw(t, "at"), Text: "x" + prose(200).Draw(t, "text"),
				Who: rapid.SampledFrom(journal.Parties()).Draw(t, "who"),
				Why: prose(200).Draw(t, "why"), How: prose(200).Draw(t, "how"), From: days().Draw(t, "from"),
				Every: rapid.SampledFrom([]journal.Cadence{"", "day", "week", "mon,thu", "3"}).Draw(t, "every"),
				Due:   maybe("2031-12-31").Draw(t, "due"), Review: maybe("2026-06-01").Draw(t, "review"), Ended: maybe("2027-01-01").Draw(t, "ended"),
				Note: prose(200).Draw(t, "note"),
			})
		}
		for range rapid.IntRange(0, 3).Draw(t, "observations") {
			log.Observations = append(log.Observations, journal.Observation{
				Day: days().Draw(t, "day"), Result: rapid.SampledFrom(journal.Results()).Draw(t, "result"),
				Note: prose(200).Draw(t, "note"), At: moments().Draw(t, "at"),
			})
		}
		return log
	})
}

func goals() *rapid.Generator[journal.GoalLog] {
	return rapid.Custom(func(t *rapid.T) journal.GoalLog {
		g := journal.Goal{ID: uuid.UUID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))}
		g.ID[0] |= 1
		var log journal.GoalLog
		for range rapid.IntRange(1, 3).Draw(t, "wordings") {
			g.At, g.Text, g.DoneWhen = moments().Draw(t, "at"), "x"+prose(200).Draw(t, "text"), prose(200).Draw(t, "done when")
			g.Term = rapid.SampledFrom(journal.Terms()).Draw(t, "term")
			g.Due, g.Reached, g.Dropped = maybe("2027-01-01").Draw(t, "due"), maybe("2026-12-01").Draw(t, "reached"), maybe("2026-11-01").Draw(t, "dropped")
			log.Wordings = append(log.Wordings, g)
		}
		return log
	})
}

func inBin(e journal.Entry) int {
	if e.Deleted.IsZero() {
		return 0
	}
	return 1
}

var exportedAt = time.Date(2026, 3, 29, 1, 30, 0, 123456789, time.FixedZone("", 3600))

func write(t testing.TB, m *memory) ([]byte, journal.Counts) {
	t.Helper()
	var out bytes.Buffer
	counts, err := archive.Write(context.Background(), &out, m, exportedAt)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	return out.Bytes(), counts
}

// sameMoment compares moments with their offsets and nanoseconds.
func sameMoment(a, b time.Time) bool {
	_, offsetA := a.Zone()
	_, offsetB := b.Zone()
	return a.Equal(b) && offsetA == offsetB
}

func diff(want, got *memory) string {
	return cmp.Diff(want, got, cmp.AllowUnexported(memory{}), cmp.Comparer(sameMoment), cmpopts.EquateEmpty(),
		cmpopts.IgnoreMapEntries(func(_ uuid.UUID, r []journal.Revision) bool { return len(r) == 0 }))
}

func TestWhatIsWrittenIsReadBackEqual(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		first := journals().Draw(rt, "journal")
		file, counts := write(t, first)
		if !json.Valid(file) {
			rt.Fatalf("not JSON: %s", file)
		}
		second := &memory{}
		if err := archive.Read(bytes.NewReader(file), second); err != nil {
			rt.Fatalf("Read: %v", err)
		}
		if d := diff(first, second); d != "" {
			rt.Fatalf("read back (-want +got):\n%s", d)
		}
		if n := (journal.Counts{
			Entries: len(first.entries), Revisions: countRevisions(first),
			Ticks: len(first.ticks), StageStates: len(first.states),
			Promises: len(first.promises), Observations: countObservations(first), Goals: len(first.goals), Own: countOwn(first),
		}); counts != n {
			rt.Fatalf("counts are %+v, want %+v", counts, n)
		}
		if again, _ := write(t, second); !bytes.Equal(file, again) {
			rt.Fatalf("written again it differs:\n%s\n%s", file, again)
		}
	})
}

func countObservations(m *memory) int {
	n := 0
	for _, log := range m.promises {
		n += len(log.Observations)
	}
	return n
}

func countOwn(m *memory) int {
	return len(m.own.Guides) + len(m.own.Prompts) + len(m.own.Contacts) + len(m.own.Questions)
}

func countRevisions(m *memory) int {
	n := 0
	for _, revisions := range m.revisions {
		n += len(revisions)
	}
	return n
}
