package journal_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

// made returns a wording that was made on a day.
func made(day journal.Day, p journal.Promise) journal.Promise {
	p.At = day.Time(time.UTC)
	return p
}

// logOf returns a promise with its wordings.
func logOf(wordings ...journal.Promise) journal.PromiseLog {
	return journal.PromiseLog{Wordings: wordings}
}

func TestPromiseIsDueAsItWasWorded(t *testing.T) {
	// 2 March 2026 is a Monday.
	daily := made("2026-03-02", journal.Promise{From: "2026-03-02", Every: journal.EveryDay})
	weekly := made("2026-03-10", journal.Promise{From: "2026-03-02", Every: journal.EveryWeek})
	ended := made("2026-03-12", journal.Promise{From: "2026-03-02", Every: journal.EveryDay, Ended: "2026-03-11"})
	reopened := made("2026-03-14", journal.Promise{From: "2026-03-02", Every: journal.EveryDay})
	earlier := made("2026-03-10", journal.Promise{From: "2026-02-23", Every: journal.EveryDay})
	later := made("2026-03-10", journal.Promise{From: "2026-03-09", Every: journal.EveryDay})
	once := logOf(made("2026-03-02", journal.Promise{From: "2026-03-02", Due: "2026-03-06"}))
	keptEarly, missedEarly := once, once
	keptEarly.Observations = []journal.Observation{{Day: "2026-03-04", Result: journal.Kept}}
	missedEarly.Observations = []journal.Observation{{Day: "2026-03-04", Result: journal.Missed}}
	for _, tt := range []struct {
		name string
		log  journal.PromiseLog
		day  journal.Day
		want bool
	}{
		{"every day", logOf(daily), "2026-03-05", true},
		{"before the first day", logOf(daily), "2026-03-01", false},
		{"changed later to a week, on a day before", logOf(daily, weekly), "2026-03-05", true},
		{"changed to a week, on another weekday", logOf(daily, weekly), "2026-03-11", false},
		{"changed to a week, on its weekday", logOf(daily, weekly), "2026-03-16", true},
		{"ended, on a day before", logOf(daily, ended), "2026-03-10", true},
		{"ended, on the day itself", logOf(daily, ended), "2026-03-11", false},
		{"taken up again", logOf(daily, ended, reopened), "2026-03-14", true},
		{"between the end and taking up", logOf(daily, ended, reopened), "2026-03-13", false},
		{"first day moved back", logOf(daily, earlier), "2026-02-25", true},
		{"first day moved on", logOf(daily, later), "2026-03-05", false},
		{"once, on its day", once, "2026-03-06", true},
		{"once, on another", once, "2026-03-05", false},
		{"once, kept before", keptEarly, "2026-03-06", false},
		{"once, missed before", missedEarly, "2026-03-06", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.log.IsDue(tt.day); got != tt.want {
				t.Errorf("due on %s: %v, want %v", tt.day, got, tt.want)
			}
		})
	}
}

func TestDueOnKeepsTheOrder(t *testing.T) {
	daily := made("2026-03-02", journal.Promise{Text: "b", From: "2026-03-02", Every: journal.EveryDay})
	weekly := made("2026-03-02", journal.Promise{Text: "c", From: "2026-03-02", Every: journal.EveryWeek})
	other := made("2026-03-02", journal.Promise{Text: "a", From: "2026-03-03", Every: "3"})
	logs := []journal.PromiseLog{logOf(daily), logOf(weekly), logOf(other)}
	for day, want := range map[journal.Day][]string{
		"2026-03-01": nil, "2026-03-02": {"b", "c"}, "2026-03-06": {"b", "a"}, "2026-03-09": {"b", "c", "a"},
	} {
		var got []string
		for _, log := range journal.DueOn(logs, day) {
			got = append(got, log.Current().Text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("other promises are due on %s (-want +got):\n%s", day, diff)
		}
	}
}

func TestNextDayOfAPromise(t *testing.T) {
	weekly := made("2026-03-02", journal.Promise{From: "2026-03-02", Every: journal.EveryWeek})
	until, ended := weekly, weekly
	until.Due, ended.Ended = "2026-03-08", "2026-03-05"
	once := made("2026-03-02", journal.Promise{From: "2026-03-02", Due: "2029-03-06"})
	for _, tt := range []struct {
		name string
		p    journal.Promise
		from journal.Day
		want journal.Day
	}{
		{"on the day itself", weekly, "2026-03-09", "2026-03-09"},
		{"after it", weekly, "2026-03-10", "2026-03-16"},
		{"before the first day", weekly, "2026-01-01", "2026-03-02"},
		{"after the last day", until, "2026-03-05", ""},
		{"after its end", ended, "2026-03-03", ""},
		{"once, in some years", once, "2026-03-10", "2029-03-06"},
		{"once, gone by", once, "2029-03-07", ""},
		{"once, open", made("2026-03-02", journal.Promise{From: "2026-03-02"}), "2026-03-10", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := logOf(tt.p).Next(tt.from); got != tt.want {
				t.Errorf("next is %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPromiseToReview(t *testing.T) {
	for _, tt := range []struct {
		p    journal.Promise
		want bool
	}{
		{journal.Promise{}, false},
		{journal.Promise{Review: "2026-03-09"}, true},
		{journal.Promise{Review: "2026-03-10"}, true},
		{journal.Promise{Review: "2026-03-11"}, false},
		{journal.Promise{Review: "2026-03-09", Ended: "2026-03-10"}, false},
		{journal.Promise{Review: "2026-03-09", Ended: "2026-03-11"}, true},
	} {
		if got := logOf(tt.p).ToReview("2026-03-10"); got != tt.want {
			t.Errorf("review %q, ended %q: %v", tt.p.Review, tt.p.Ended, got)
		}
	}
}

func TestDayPlus(t *testing.T) {
	for _, tt := range []struct {
		day  journal.Day
		n    int
		want journal.Day
	}{
		{"2026-02-28", 1, "2026-03-01"}, {"2026-03-01", -1, "2026-02-28"}, {"2024-12-31", 60, "2025-03-01"},
		{"", 3, ""}, {"9999-12-31", 1, ""}, {"0001-01-01", -1, ""},
	} {
		if got := tt.day.Plus(tt.n); got != tt.want {
			t.Errorf("%q plus %d is %q, want %q", tt.day, tt.n, got, tt.want)
		}
	}
}
