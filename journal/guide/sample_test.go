package guide_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
)

// recorder is a sink that keeps what it is given, until it has had left puts.
type recorder struct {
	Profiles []journal.Profile
	Entries  []journal.Entry
	Ticks    []journal.Tick
	States   []journal.StageState
	Promises []journal.PromiseLog
	Goals    []journal.GoalLog
	left     int
}

var errFull = errors.New("no more")

func (r *recorder) put() error {
	if r.left == 0 {
		return errFull
	}
	r.left--
	return nil
}

func (r *recorder) PutProfile(p journal.Profile) error {
	r.Profiles = append(r.Profiles, p)
	return r.put()
}

func (r *recorder) PutEntry(e journal.Entry, _ []journal.Revision) error {
	r.Entries = append(r.Entries, e)
	return r.put()
}

func (r *recorder) PutTick(t journal.Tick) error {
	r.Ticks = append(r.Ticks, t)
	return r.put()
}

func (r *recorder) PutStageState(s journal.StageState) error {
	r.States = append(r.States, s)
	return r.put()
}

func (r *recorder) PutPromise(log journal.PromiseLog) error {
	r.Promises = append(r.Promises, log)
	return r.put()
}

func (r *recorder) PutOwn(journal.Own) error { return nil }

func (r *recorder) PutGoal(log journal.GoalLog) error {
	r.Goals = append(r.Goals, log)
	return r.put()
}

// someday is an early morning, so that yesterday evening is not long ago.
func someday() time.Time {
	return time.Date(2026, 3, 30, 0, 5, 0, 0, time.FixedZone("", 2*60*60))
}

func shippedSample(t *testing.T, now time.Time) *recorder {
	t.Helper()
	r := &recorder{left: 1000}
	if err := guide.LoadSample(assets.FS, now, r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestShippedSampleLiesInTheLastWeeks(t *testing.T) {
	now := someday()
	r := shippedSample(t, now)
	var moments []time.Time
	for _, e := range r.Entries {
		moments = append(moments, e.At)
	}
	for _, tick := range r.Ticks {
		moments = append(moments, tick.At)
	}
	for _, s := range r.States {
		moments = append(moments, s.At)
	}
	for _, at := range moments {
		if !at.Before(now) || at.Before(now.AddDate(0, 0, -42)) {
			t.Errorf("%v is not in the six weeks before %v", at, now)
		}
		if at.Location() != now.Location() {
			t.Errorf("%v is not in the zone of %v", at, now)
		}
	}
}

func TestShippedSampleNamesOnlyWhatExists(t *testing.T) {
	g, r := shipped(t), shippedSample(t, someday())
	for _, e := range r.Entries {
		if _, ok := g.Stage(e.Stage); e.Stage != "" && !ok {
			t.Errorf("entry of %v names stage %q", e.At, e.Stage)
		}
		if s, _, ok := g.Step(e.Step); e.Step != "" && (!ok || s.ID != e.Stage) {
			t.Errorf("entry of %v names step %q of stage %q", e.At, e.Step, e.Stage)
		}
	}
	for _, tick := range r.Ticks {
		if _, step, ok := g.Step(tick.Step); !ok || !journal.Hurt.Sees(step.For) {
			t.Errorf("a tick names step %q", tick.Step)
		}
	}
	for _, s := range r.States {
		if _, ok := g.Stage(s.Stage); !ok {
			t.Errorf("a state names stage %q", s.Stage)
		}
	}
}

func TestShippedSampleFeelingsAreOfferedOrOwn(t *testing.T) {
	own := []string{"quietly strong"} // to show that words of one's own are welcome
	families, err := guide.LoadFeelings(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range families {
		own = append(own, f.Words...)
	}
	for _, e := range shippedSample(t, someday()).Entries {
		for _, f := range e.Feelings {
			if !slices.Contains(own, f.Word) {
				t.Errorf("entry of %v has the feeling %q", e.At, f.Word)
			}
		}
	}
}

// TestShippedSampleShowsWhatAJournalHolds holds the sample to its purpose: a
// visitor finds one of everything in it.
func TestShippedSampleShowsWhatAJournalHolds(t *testing.T) {
	r := shippedSample(t, someday())
	count := func(chosen func(journal.Entry) bool) (n int) {
		for _, e := range r.Entries {
			if chosen(e) {
				n++
			}
		}
		return n
	}
	days := map[journal.Day]int{}
	for _, e := range r.Entries {
		days[journal.DayOf(e.At)]++
	}
	unticked := slices.ContainsFunc(r.Ticks, func(t journal.Tick) bool { return !t.Done && t.Note != "" })
	checks := map[string]bool{
		"20 entries or more":        len(r.Entries) >= 20,
		"days with several":         len(days) <= len(r.Entries)-3,
		"one entry is kept out":     count(func(e journal.Entry) bool { return e.KeepOut }) == 1,
		"a star":                    count(func(e journal.Entry) bool { return e.Starred }) >= 1,
		"entries without a title":   count(func(e journal.Entry) bool { return e.Title == "" }) >= 3,
		"entries without a stage":   count(func(e journal.Entry) bool { return e.Stage == "" }) >= 2,
		"a rating before and after": count(func(e journal.Entry) bool { return e.Before > 0 && e.After > 0 }) >= 5,
		"a step unticked, with why": unticked,
		"a stage set aside":         slices.ContainsFunc(r.States, func(s journal.StageState) bool { return s.State == journal.NotForMe }),
		"a stage taken up again":    slices.ContainsFunc(r.States, func(s journal.StageState) bool { return s.State == journal.Revisiting }),
	}
	for what, ok := range checks {
		if !ok {
			t.Errorf("the sample lacks: %s", what)
		}
	}
	want := []journal.Profile{{
		Role: journal.Hurt, Path: journal.Trying, PathUntil: "2026-05-01",
		Guide: journal.DefaultGuide, Welcomed: true,
	}}
	if diff := cmp.Diff(want, r.Profiles); diff != "" {
		t.Errorf("profile differs (-want +got):\n%s", diff)
	}
}

func TestLoadSampleGivesTheSameIDsEveryTime(t *testing.T) {
	ids := func(now time.Time) (ids []uuid.UUID) {
		for _, e := range shippedSample(t, now).Entries {
			ids = append(ids, e.ID)
		}
		return ids
	}
	first, second := ids(someday()), ids(someday().AddDate(1, 2, 3))
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("ids differ between days (-first +second):\n%s", diff)
	}
	slices.SortFunc(first, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	if len(slices.Compact(first)) != len(second) {
		t.Error("two entries have one id")
	}
}

const sampleText = `[profile]
role = "hurt"
path = "trying"
review_in_days = 10
guide = "rebuilding-trust"
[[entries]]
id = "one"
days_ago = 1
time = "22:50"
body = "Text."
[[entries]]
id = "two"
days_ago = 1
time = "23:00"
title = "Title"
[[ticks]]
step = "stage.step"
done = true
days_ago = 1
time = "23:10"
[[ticks]]
step = "stage.step"
done = false
days_ago = 1
time = "23:11"
[[states]]
stage = "stage"
state = "working"
days_ago = 1
time = "23:20"
`

const sampleFile = "sample/sample.toml"

func TestLoadSampleRefuses(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown key", "body =", "text =", "entries.text: unknown key"},
		{"unknown role", `"hurt"`, `"angry"`, "profile: role: it is none of hurt, caused, both, unsure"},
		{"today", "days_ago = 1", "days_ago = 0", "one: days_ago is not at least 1"},
		{"tomorrow", "days_ago = 1", "days_ago = -1", "one: days_ago is not at least 1"},
		{"no time", `time = "22:50"`, ``, "one: time is not written as 15:04"},
		{"impossible time", `"23:20"`, `"24:20"`, "stage: time is not written as 15:04"},
		{"empty entry", `body = "Text."`, ``, "one: entry has nothing in it"},
		{"entry twice", `"two"`, `"one"`, "one: entry stands twice"},
		{"malformed entry", `"two"`, `"Two"`, "Two: its id is not lower-case words joined by hyphens"},
		{"two ticks at a moment", `"23:11"`, `"23:10"`, "stage.step 1 days ago at 23:10: moment stands twice"},
		{"unknown state", `"working"`, `"done"`, "stage: state: it is not one of the states of a stage"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &recorder{left: 1000}
			err := guide.LoadSample(files(sampleFile, strings.Replace(sampleText, tt.old, tt.new, 1)), someday(), r)
			wantRule(t, err, sampleFile+": "+tt.want)
			if len(r.Profiles) > 0 {
				t.Error("something was put in")
			}
		})
	}
}

func TestLoadSampleEndsWhenTheSinkFails(t *testing.T) {
	fsys := files(sampleFile, sampleText)
	const puts = 6
	for left := range puts + 1 {
		r := &recorder{left: left}
		err := guide.LoadSample(fsys, someday(), r)
		if got, want := errors.Is(err, errFull), left < puts; got != want {
			t.Errorf("with room for %d of %d: error %v", left, puts, err)
		}
		given := len(r.Profiles) + len(r.Entries) + len(r.Ticks) + len(r.States)
		if want := min(left+1, puts); given != want {
			t.Errorf("with room for %d of %d: sink was asked %d times, want %d", left, puts, given, want)
		}
	}
}
