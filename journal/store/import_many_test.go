package store_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mend/journal"
)

// TestImportManyAtOneMoment puts many different things into one moment, twice.
// The number of questions asked of the database must not grow with how many
// there are already.
func TestImportManyAtOneMoment(t *testing.T) {
	const many, few = 400, 10
	for name, tt := range map[string]struct {
		put  func(journal.Sink) error
		want func(contents) int
	}{
		"ticks": {func(sink journal.Sink) error {
			return repeat(many, func(i int) error {
				return sink.PutTick(journal.Tick{Step: "a", Done: true, At: noon, Note: fmt.Sprint(i)})
			})
		}, func(c contents) int { return len(c.Ticks) }},
		"stage states": {func(sink journal.Sink) error {
			return repeat(many, func(i int) error {
				return sink.PutStageState(journal.StageState{Stage: "a", State: journal.Working, At: noon, Reason: fmt.Sprint(i)})
			})
		}, func(c contents) int { return len(c.States) }},
		"revisions": {func(sink journal.Sink) error {
			revisions := make([]journal.Revision, many)
			for i := range revisions {
				revisions[i] = journal.Revision{At: noon, Title: fmt.Sprint(i)}
			}
			return sink.PutEntry(journal.Entry{ID: entryID, At: noon, Title: "a"}, revisions)
		}, func(c contents) int { return len(c.Revisions[entryID]) }},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBox(t)
			for range 2 { // the second time changes nothing
				questions, err := b.ImportCounting(t.Context(), tt.put)
				must(t, err)
				if questions > few {
					t.Errorf("%d questions for %d things at one moment, want at most %d", questions, many, few)
				}
				if got := tt.want(read(t, b)); got != many {
					t.Errorf("%d are kept, want %d", got, many)
				}
			}
		})
	}
}

func repeat(times int, do func(i int) error) error {
	for i := range times {
		if err := do(i); err != nil {
			return err
		}
	}
	return nil
}

// TestImportTicksAsOneByOne compares with looking at one nanosecond after the
// other, whatever is there and in whatever order it comes.
func TestImportTicksAsOneByOne(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := newBox(t)
		var want []journal.Tick
		for range 2 {
			ticks := rapid.SliceOfN(rapid.Custom(crowdedTick), 0, 40).Draw(r, "ticks")
			_, err := b.Import(t.Context(), func(sink journal.Sink) error {
				return repeat(len(ticks), func(i int) error { return sink.PutTick(ticks[i]) })
			})
			must(r, err)
			for _, tick := range ticks {
				want = putOneByOne(want, tick)
			}
		}
		got, err := b.ListTicks(t.Context())
		must(r, err)
		slices.SortStableFunc(want, func(a, b journal.Tick) int { return a.At.Compare(b.At) })
		equal(r, got, want)
	})
}

// crowdedTick draws one of few acts, in one of few zones.
func crowdedTick(r *rapid.T) journal.Tick {
	zone := time.FixedZone("", rapid.SampledFrom([]int{0, -3600}).Draw(r, "zone"))
	return journal.Tick{
		Step: rapid.SampledFrom([]string{"a", "a", "b"}).Draw(r, "step"),
		Done: rapid.Bool().Draw(r, "done"),
		Note: rapid.SampledFrom([]string{"", "x", "y"}).Draw(r, "note"),
		At:   noon.Add(time.Duration(rapid.IntRange(-3, 12).Draw(r, "at"))).In(zone),
	}
}

func putOneByOne(kept []journal.Tick, t journal.Tick) []journal.Tick {
	for {
		i := slices.IndexFunc(kept, func(k journal.Tick) bool { return k.Step == t.Step && k.At.Equal(t.At) })
		switch {
		case i < 0:
			return append(kept, t)
		case kept[i].Done == t.Done && kept[i].Note == t.Note:
			return kept
		}
		t.At = t.At.Add(time.Nanosecond)
	}
}

// TestTicksAtTheEndOfTime are never moved beyond the last year there is, from
// where they could not be read again.
func TestTicksAtTheEndOfTime(t *testing.T) {
	last := journal.Tick{Step: "a", Done: true, At: time.Date(9999, 12, 31, 23, 59, 59, 999999999, time.UTC)}
	more := last
	more.Done = false
	for name, put := range map[string]func(b *box) error{
		"by a person": func(b *box) error {
			_, err := b.Tick(t.Context(), more)
			return err
		},
		"by an archive": func(b *box) error {
			_, err := b.Import(t.Context(), func(sink journal.Sink) error { return sink.PutTick(more) })
			return err
		},
	} {
		b := newBox(t)
		_, err := b.Tick(t.Context(), last)
		must(t, err)
		if err := put(b); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%s: got %v, want ErrInvalid", name, err)
		}
		got, err := b.ListTicks(t.Context())
		must(t, err)
		equal(t, got, []journal.Tick{last})
	}
}
