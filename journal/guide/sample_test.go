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
	Own      []journal.Own
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

func (r *recorder) PutOwn(own journal.Own) error {
	r.Own = append(r.Own, own)
	return r.put()
}

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

func TestShippedSampleLiesInTheLastMonths(t *testing.T) {
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
	for _, log := range r.Promises {
		for _, p := range log.Wordings {
			moments = append(moments, p.At)
		}
		for _, o := range log.Observations {
			moments = append(moments, o.At)
			if p := log.Wordings[0]; o.Day < p.From {
				t.Errorf("%q was seen on %s, before its first day", p.Text, o.Day)
			}
		}
	}
	for _, log := range r.Goals {
		for _, g := range log.Wordings {
			moments = append(moments, g.At)
		}
	}
	first := now
	for _, at := range moments {
		if at.Before(first) {
			first = at
		}
		if !at.Before(now) || at.Before(now.AddDate(0, 0, -125)) {
			t.Errorf("%v is not in the four months before %v", at, now)
		}
		if at.Location() != now.Location() {
			t.Errorf("%v is not in the zone of %v", at, now)
		}
	}
	if first.After(now.AddDate(0, 0, -110)) {
		t.Errorf("the sample begins on %v, which is not about four months before %v", first, now)
	}
}

func TestShippedSampleNamesOnlyWhatExists(t *testing.T) {
	g, r := shipped(t), shippedSample(t, someday())
	pages := shippedPages(t)
	promises := map[string]bool{"": true}
	for _, log := range r.Promises {
		promises[log.Current().ID.String()] = true
	}
	for _, e := range r.Entries {
		if !promises[e.Promise] {
			t.Errorf("entry of %v names promise %q", e.At, e.Promise)
		}
		page, ok := journal.FindPage(pages, e.Page)
		if e.Page != "" && (!ok || page.CheckFields(e.Fields) != nil || !slices.Contains(page.Stages, e.Stage)) {
			t.Errorf("entry of %v: page %q of stage %q: %v", e.At, e.Page, e.Stage, page.CheckFields(e.Fields))
		}
		for _, id := range chosen(page, e.Fields) {
			t.Errorf("entry of %v chooses %q on page %q", e.At, id, e.Page)
		}
		if _, ok := g.Stage(e.Stage); e.Stage != "" && !ok {
			t.Errorf("entry of %v names stage %q", e.At, e.Stage)
		}
		if s, _, ok := g.Step(e.Step); e.Step != "" && (!ok || s.ID != e.Stage) {
			t.Errorf("entry of %v names step %q of stage %q", e.At, e.Step, e.Stage)
		}
	}
	for _, tick := range r.Ticks {
		if _, _, ok := g.Step(tick.Step); !ok {
			t.Errorf("a tick names step %q", tick.Step)
		}
	}
	for _, s := range r.States {
		if _, ok := g.Stage(s.Stage); !ok {
			t.Errorf("a state names stage %q", s.Stage)
		}
	}
	deck, err := guide.LoadDeck(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Own[0].Questions {
		if !slices.ContainsFunc(deck, func(q journal.Question) bool { return q.ID == m.Question }) {
			t.Errorf("the deck has no question %q", m.Question)
		}
	}
	for _, p := range r.Own[0].Prompts {
		if _, ok := g.Stage(p.Stage); p.Stage != "" && !ok {
			t.Errorf("a prompt names stage %q", p.Stage)
		}
	}
}

// chosen returns what was chosen by an id that the page does not offer; answers
// in one's own words are of more than one.
func chosen(page journal.Page, fields map[string]string) (unknown []string) {
	for _, f := range page.Fields {
		if f.Kind != journal.FieldChoice && f.Kind != journal.FieldChecklist {
			continue
		}
		for _, line := range journal.Lines(fields[f.Key]) {
			if _, ok := f.Option(line); !ok && !strings.Contains(line, " ") {
				unknown = append(unknown, line)
			}
		}
	}
	return unknown
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
		feelings := e.Feelings
		for key, value := range e.Fields {
			if strings.HasSuffix(key, "feelings") {
				said, err := journal.ParseFeelingLines(value)
				if err != nil {
					t.Errorf("entry of %v: %v", e.At, err)
				}
				feelings = append(feelings, said...)
			}
		}
		for _, f := range feelings {
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
		"60 entries or more":        len(r.Entries) >= 60,
		"days with several":         len(days) <= len(r.Entries)-3,
		"one entry is kept out":     count(func(e journal.Entry) bool { return e.KeepOut }) == 1,
		"a star":                    count(func(e journal.Entry) bool { return e.Starred }) >= 1,
		"entries without a title":   count(func(e journal.Entry) bool { return e.Title == "" }) >= 3,
		"entries without a stage":   count(func(e journal.Entry) bool { return e.Stage == "" }) >= 2,
		"a rating before and after": count(func(e journal.Entry) bool { return e.Before > 0 && e.After > 0 }) >= 5,
		"a step unticked, with why": unticked,
		"a stage set aside":         slices.ContainsFunc(r.States, func(s journal.StageState) bool { return s.State == journal.NotForMe }),
		"weeks of ten habits":       count(onPage("ten-habits")) >= 8,
		"months of trust pulse":     count(onPage("pulse-me")) >= 3 && count(onPage("pulse-partner")) >= 3,
		"an apology that rests":     count(rests(someday())) == 1,
		"a cooling-off":             count(onPage("cooling-off")) >= 1,
		"good moments":              count(onPage("good-moment")) >= 2,
		"a talk, before and after":  count(onPage("conversation-plan")) >= 1 && count(onPage("conversation-after")) >= 1,
		"one sealed letter":         count(func(e journal.Entry) bool { return e.SealedUntil > journal.DayOf(someday()) }) == 1,
		"promises of all":           parties(r.Promises) == 3,
		"a promise reworded":        slices.ContainsFunc(r.Promises, func(l journal.PromiseLog) bool { return len(l.Wordings) > 1 && l.Current().Ended == "" }),
		"a review soon":             slices.ContainsFunc(r.Promises, func(l journal.PromiseLog) bool { return soon(l.Current().Review) }),
		"a promise by a date":       slices.ContainsFunc(r.Promises, func(l journal.PromiseLog) bool { return l.Current().Every == "" && soon(l.Current().Due) }),
		"goals, some far":           slices.ContainsFunc(r.Goals, func(l journal.GoalLog) bool { return l.Current().Term == journal.LongTerm }),
		"a goal that was reached":   slices.ContainsFunc(r.Goals, func(l journal.GoalLog) bool { return l.Current().Reached != "" }),
		"one's own":                 len(r.Own) == 1 && len(r.Own[0].Prompts) > 0 && len(r.Own[0].Contacts) > 0 && len(r.Own[0].Questions) > 2,
		"a stage taken up again":    slices.ContainsFunc(r.States, func(s journal.StageState) bool { return s.State == journal.Revisiting }),
	}
	for what, ok := range checks {
		if !ok {
			t.Errorf("the sample lacks: %s", what)
		}
	}
	want := []journal.Profile{{
		Role: journal.Unsure, Path: journal.Trying, PathUntil: "2026-05-01",
		Guide: journal.DefaultGuide, Welcomed: true,
	}}
	if diff := cmp.Diff(want, r.Profiles); diff != "" {
		t.Errorf("profile differs (-want +got):\n%s", diff)
	}
}

func onPage(id string) func(journal.Entry) bool {
	return func(e journal.Entry) bool { return e.Page == id }
}

// rests chooses an apology that is not to be called ready yet.
func rests(now time.Time) func(journal.Entry) bool {
	return func(e journal.Entry) bool {
		return e.Page == "apology" && e.Fields["ready-from"] > string(journal.DayOf(now))
	}
}

// soon reports whether a day lies in the ten days from someday on.
func soon(day journal.Day) bool {
	return day >= journal.DayOf(someday()) && day <= journal.DayOf(someday().AddDate(0, 0, 10))
}

// parties counts who has promised anything.
func parties(logs []journal.PromiseLog) int {
	made := map[journal.Party]bool{}
	for _, log := range logs {
		made[log.Current().Who] = true
	}
	return len(made)
}

func TestLoadSampleGivesTheSameIDsEveryTime(t *testing.T) {
	ids := func(now time.Time) (ids []uuid.UUID) {
		r := shippedSample(t, now)
		for _, e := range r.Entries {
			ids = append(ids, e.ID)
		}
		for _, log := range r.Promises {
			ids = append(ids, log.Current().ID)
		}
		for _, log := range r.Goals {
			ids = append(ids, log.Current().ID)
		}
		return append(ids, r.Own[0].Contacts[0].ID, r.Own[0].Prompts[0].ID)
	}
	first, second := ids(someday()), ids(someday().AddDate(1, 2, 3))
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("ids differ between days (-first +second):\n%s", diff)
	}
	slices.SortFunc(first, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	if len(slices.Compact(first)) != len(second) {
		t.Error("two things have one id")
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
[[promises]]
id = "tea"
kept = [2, 9]
missed = [1]
notes = { 9 = "Late." }
[[promises.wordings]]
text = "Tea"
who = "both"
from_days_ago = 9
review_in_days = 3
days_ago = 9
time = "20:00"
[[goals]]
id = "sleep"
[[goals.wordings]]
term = "short"
text = "Sleep"
days_ago = 5
time = "20:30"
[[contacts]]
id = "friend"
name = "A friend"
days_ago = 1
time = "12:00"
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
		{"no wording", "[[promises.wordings]]\ntext = \"Tea\"\nwho = \"both\"\nfrom_days_ago = 9\nreview_in_days = 3\ndays_ago = 9\ntime = \"20:00\"\n", "", "tea: it has no wording"},
		{"nobody's promise", `"both"`, `"us"`, "tea: who: it is none of me, partner, both"},
		{"seen twice", "kept = [2, 9]", "kept = [2, 1]", "2026-03-29: tea stands twice"},
		{"no known term", `"short"`, `"soon"`, "sleep: term: it is none of short, long"},
		{"a nameless contact", `name = "A friend"`, ``, "friend: name: it is empty"},
		{"a page's day", `body = "Text."`, "moments = { when = { days_ago = 0, time = \"10:00\" } }\nbody = \"Text.\"", "one: days_ago is not at least 1"},
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
	const puts = 9
	for left := range puts + 1 {
		r := &recorder{left: left}
		err := guide.LoadSample(fsys, someday(), r)
		if got, want := errors.Is(err, errFull), left < puts; got != want {
			t.Errorf("with room for %d of %d: error %v", left, puts, err)
		}
		given := len(r.Profiles) + len(r.Entries) + len(r.Ticks) + len(r.States) + len(r.Promises) + len(r.Goals) + len(r.Own)
		if want := min(left+1, puts); given != want {
			t.Errorf("with room for %d of %d: sink was asked %d times, want %d", left, puts, given, want)
		}
	}
}
