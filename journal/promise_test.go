package journal_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

func TestParseCadence(t *testing.T) {
	for in, want := range map[string]journal.Cadence{
		"": journal.Once, "day": journal.EveryDay, " Week ": journal.EveryWeek,
		"thu,mon": "mon,thu", "SUN, sat": "sat,sun", "mon,mon": "mon", "3": "3", "007": "7",
	} {
		got, err := journal.ParseCadence(in)
		if err != nil || got != want {
			t.Errorf("%q is read as %q, %v; want %q", in, got, err, want)
		}
		if again, err := journal.ParseCadence(string(got)); err != nil || again != got {
			t.Errorf("%q is read again as %q, %v", got, again, err)
		}
	}
	for _, in := range []string{"0", "-2", "367", "monday", "mon,", "month", "1.5"} {
		if got, err := journal.ParseCadence(in); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%q is read as %q, %v; want it refused", in, got, err)
		}
	}
}

func TestPromiseComesRound(t *testing.T) {
	// 2 March 2026 is a Monday.
	days := []journal.Day{"2026-03-01", "2026-03-02", "2026-03-03", "2026-03-05", "2026-03-09", "2026-03-11", "2026-03-30"}
	for _, tt := range []struct {
		name string
		p    journal.Promise
		want []journal.Day
	}{
		{"once, open", journal.Promise{}, nil},
		{"once, by a day", journal.Promise{Due: "2026-03-05"}, []journal.Day{"2026-03-05"}},
		{"every day", journal.Promise{Every: "day"}, days[1:]},
		{"every day until one", journal.Promise{Every: "day", Due: "2026-03-05"}, days[1:4]},
		{"every day, ended on one", journal.Promise{Every: "day", Ended: "2026-03-05"}, days[1:3]},
		{"every week", journal.Promise{Every: "week"}, []journal.Day{"2026-03-02", "2026-03-09", "2026-03-30"}},
		{"every third day", journal.Promise{Every: "3"}, []journal.Day{"2026-03-02", "2026-03-05", "2026-03-11"}},
		{"days of the week", journal.Promise{Every: "mon,wed"}, []journal.Day{"2026-03-02", "2026-03-09", "2026-03-11", "2026-03-30"}},
		{"on Sundays", journal.Promise{Every: "sun"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.p.From = "2026-03-02"
			var got []journal.Day
			for _, day := range days {
				if tt.p.IsOn(day) {
					got = append(got, day)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("it comes round on other days (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPromiseCheck(t *testing.T) {
	whole := journal.Promise{
		ID: uuid.New(), At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), Text: "Call before ten", Who: journal.ByMe,
		From: "2026-03-02", Every: "mon,thu", Due: "2026-04-02", Review: "2026-03-16",
	}
	if err := whole.Check(); err != nil {
		t.Fatal(err)
	}
	for field, spoil := range map[string]func(*journal.Promise){
		"id":     func(p *journal.Promise) { p.ID = uuid.Nil },
		"time":   func(p *journal.Promise) { p.At = time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC) },
		"text":   func(p *journal.Promise) { p.Text = " \n" },
		"why":    func(p *journal.Promise) { p.Why = "\xff" },
		"how":    func(p *journal.Promise) { p.How = "a\x00b" },
		"who":    func(p *journal.Promise) { p.Who = "them" },
		"every":  func(p *journal.Promise) { p.Every = "now and then" },
		"from":   func(p *journal.Promise) { p.From = "" },
		"due":    func(p *journal.Promise) { p.Due = "2026-03-01" },
		"review": func(p *journal.Promise) { p.Review = "soon" },
		"ended":  func(p *journal.Promise) { p.Ended = "2026-02-30" },
	} {
		spoilt := whole
		spoil(&spoilt)
		var invalid *journal.InvalidError
		if err := spoilt.Check(); !errors.As(err, &invalid) || invalid.Field != field {
			t.Errorf("%s spoilt: %v", field, err)
		}
	}
}

func TestNewestObservationOfADayCounts(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2026, 3, 9, hour, 0, 0, 0, time.UTC) }
	monday := journal.Observation{Day: "2026-03-09", Result: journal.Missed, At: at(8)}
	mended := journal.Observation{Day: "2026-03-09", Result: journal.Kept, Note: "later after all", At: at(20)}
	friday := journal.Observation{Day: "2026-03-06", Result: journal.Partly, At: at(9)}
	log := journal.PromiseLog{Observations: []journal.Observation{monday, friday, mended}}
	if diff := cmp.Diff([]journal.Observation{friday, mended}, log.Observed()); diff != "" {
		t.Errorf("other observations count (-want +got):\n%s", diff)
	}
	if got, ok := log.On("2026-03-09"); !ok || got != mended {
		t.Errorf("on Monday: %v, %v", got, ok)
	}
	if _, ok := log.On("2026-03-07"); ok {
		t.Error("a day without an observation has one")
	}
}

func TestObservationCheck(t *testing.T) {
	whole := journal.Observation{Day: "2026-03-09", Result: journal.Kept, At: time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC)}
	if err := whole.Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*journal.Observation){
		"day":    func(o *journal.Observation) { o.Day = "" },
		"result": func(o *journal.Observation) { o.Result = "fine" },
		"note":   func(o *journal.Observation) { o.Note = "\xff" },
		"time":   func(o *journal.Observation) { o.At = time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC) },
	} {
		spoilt := whole
		spoil(&spoilt)
		if err := spoilt.Check(); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%s spoilt: %v", name, err)
		}
	}
}

func TestGoalCheck(t *testing.T) {
	whole := journal.Goal{ID: uuid.New(), At: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), Term: journal.ShortTerm, Text: "A walk a week", Due: "2026-05-01"}
	if err := whole.Check(); err != nil {
		t.Fatal(err)
	}
	for field, spoil := range map[string]func(*journal.Goal){
		"id":        func(g *journal.Goal) { g.ID = uuid.Nil },
		"time":      func(g *journal.Goal) { g.At = time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC) },
		"term":      func(g *journal.Goal) { g.Term = "middling" },
		"text":      func(g *journal.Goal) { g.Text = "" },
		"done when": func(g *journal.Goal) { g.DoneWhen = "\xff" },
		"due":       func(g *journal.Goal) { g.Due = "May" },
		"reached":   func(g *journal.Goal) { g.Reached = "2026-13-01" },
		"dropped":   func(g *journal.Goal) { g.Dropped = "x" },
	} {
		spoilt := whole
		spoil(&spoilt)
		var invalid *journal.InvalidError
		if err := spoilt.Check(); !errors.As(err, &invalid) || invalid.Field != field {
			t.Errorf("%s spoilt: %v", field, err)
		}
	}
}
