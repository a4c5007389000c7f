package journal_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mend/journal"
)

func TestPagesOf(t *testing.T) {
	pages := []journal.Page{
		{ID: "all", Stages: []string{"look", "talk"}, For: journal.ForEither},
		{ID: "hurt", Stages: []string{"talk"}, For: journal.ForHurt},
		{ID: "caused", Stages: []string{"talk"}, For: journal.ForCaused},
		{ID: "leaving", Stages: []string{"talk"}, For: journal.ForEither, Paths: []journal.Path{journal.SteppingBack, journal.PartingWell}},
		{ID: "staying", Stages: []string{"talk"}, For: journal.ForEither, Paths: []journal.Path{journal.Undecided, journal.Trying}},
		{ID: "elsewhere", Stages: []string{"look"}, For: journal.ForEither},
	}
	for _, test := range []struct {
		role journal.Role
		path journal.Path
		want string
	}{
		{journal.Hurt, journal.Trying, "all hurt staying"},
		{journal.Caused, journal.PartingWell, "all caused leaving"},
		{journal.Both, journal.SteppingBack, "all hurt caused leaving"},
		{journal.Unsure, "", "all hurt caused staying"},
	} {
		var got []string
		for _, p := range journal.PagesOf(pages, "talk", test.role, test.path) {
			got = append(got, p.ID)
		}
		if diff := cmp.Diff(strings.Fields(test.want), got); diff != "" {
			t.Errorf("role %s on %q is shown (-want +got):\n%s", test.role, test.path, diff)
		}
	}
	if got := journal.PagesOf(pages, "none", journal.Both, ""); got != nil {
		t.Errorf("an unknown stage has %v", got)
	}
}

func TestPageTitle(t *testing.T) {
	pages := []journal.Page{{ID: "letter", Title: "A letter"}}
	for id, want := range map[string]string{"letter": "A letter", "grief-of-old": "Grief of old", "": ""} {
		if got := journal.PageTitle(pages, id); got != want {
			t.Errorf("the title of %q is %q, want %q", id, got, want)
		}
	}
}

func TestPageFieldCheck(t *testing.T) {
	long := strings.Repeat("a", journal.MaxTitle)
	for _, test := range []struct {
		kind  journal.FieldKind
		clock bool
		good  []string
		bad   []string
	}{
		{journal.FieldText, false, []string{"", "a\nb", " ", long + long}, []string{"a\x00b", "\xff"}},
		{journal.FieldRating, false, []string{"", "1", "5"}, []string{"0", "6", "3 ", "+3", "33", "three", "٣"}},
		{journal.FieldDate, false, []string{"", "2024-02-29"}, []string{"2023-02-29", "today", "2024-02-29T12:00:00Z", " 2024-02-29"}},
		{journal.FieldDate, true, []string{"", "2024-02-29", "2024-02-29T12:00:00.5+01:00"}, []string{"2024-02-29 12:00", "12:00", "noon"}},
		{journal.FieldFeelings, false, []string{"", "calm", "calm:5\nsad", "half: full:2"}, []string{"calm:6", "calm:", "calm:2\ncalm:3", ":3"}},
		{journal.FieldChoice, false, []string{"", "yes", "in my own words", long}, []string{" yes", "a\nb", " ", long + "a"}},
		{journal.FieldChecklist, false, []string{"", "walk\nmy own", "\nwalk\n", long + "\n" + long}, []string{"a\tb", long + "a"}},
		{journal.FieldSideBySide, false, []string{"", "a\n||\nb", "||"}, []string{"\xff"}},
	} {
		f := journal.PageField{Key: "it", Kind: test.kind, Clock: test.clock}
		for _, value := range test.good {
			if err := f.Check(value); err != nil {
				t.Errorf("%s %.20q: %v", test.kind, value, err)
			}
		}
		for _, value := range test.bad {
			err := f.Check(value)
			if !errors.Is(err, journal.ErrInvalid) {
				t.Errorf("%s %.20q: error is %v", test.kind, value, err)
			}
		}
	}
}

func TestPageCheckFields(t *testing.T) {
	p := journal.Page{ID: "p", Fields: []journal.PageField{{Key: "tone", Kind: journal.FieldRating}}}
	for _, test := range []struct {
		fields map[string]string
		bad    bool
	}{
		{nil, false}, {map[string]string{"tone": ""}, false}, {map[string]string{"tone": "3"}, false},
		{map[string]string{"tone": "x"}, true}, {map[string]string{"tone": "3", "other": "x"}, true},
	} {
		if err := p.CheckFields(test.fields); errors.Is(err, journal.ErrInvalid) != test.bad {
			t.Errorf("%v: error is %v", test.fields, err)
		}
	}
}

func TestOptionWaits(t *testing.T) {
	now := time.Date(2026, 3, 1, 21, 30, 0, 0, time.FixedZone("", 3600))
	for _, test := range []struct {
		until, value string
		want         bool
	}{
		{"", "", false}, {"day", "", false}, {"day", "soon", false}, {"", "2026-03-02", false},
		{"day", "2026-02-28", false}, {"day", "2026-03-01", false}, {"day", "2026-03-02", true},
		{"day", "2026-03-01T21:30:00+01:00", false}, {"day", "2026-03-01T20:30:01Z", true}, {"day", "2026-03-01T21:29:00Z", true},
		{"day", "2026-03-01T20:29:00Z", false},
	} {
		o := journal.Option{ID: "ready", Until: test.until}
		if got := o.Waits(map[string]string{"day": test.value, "": test.value}, now); got != test.want {
			t.Errorf("until %q, which is %q: waits %v", test.until, test.value, got)
		}
	}
}

func TestSides(t *testing.T) {
	for _, test := range []struct{ left, right, want string }{
		{"", "", ""}, {"a", "", "a"}, {"", "b", "\n||\nb"}, {"a\nb", "c", "a\nb\n||\nc"},
		{"||", "||", "|| \n||\n||"}, {"|| ", "", "||  "}, {" ||", "x", " ||\n||\nx"},
	} {
		got := journal.JoinSides(test.left, test.right)
		if got != test.want {
			t.Errorf("%q and %q are joined to %q, want %q", test.left, test.right, got, test.want)
		}
	}
	if left, right := journal.SplitSides("a\n||\nb\n||\nc"); left != "a" || right != "b\n||\nc" {
		t.Errorf("split into %q and %q", left, right)
	}
}

// What is joined comes back exactly, whatever stands in it.
func TestSidesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[|a \n\r]{0,12}`))
		left, right := text.Draw(t, "left"), text.Draw(t, "right")
		gotLeft, gotRight := journal.SplitSides(journal.JoinSides(left, right))
		if gotLeft != left || gotRight != right {
			t.Fatalf("%q and %q come back as %q and %q", left, right, gotLeft, gotRight)
		}
	})
}

func TestParseFeelingLines(t *testing.T) {
	for value, want := range map[string][]journal.Feeling{
		"":                      nil,
		"\n \n":                 nil,
		"calm":                  {{Word: "calm", Intensity: 3}},
		"calm:1\r\n\nhalf: x:5": {{Word: "calm", Intensity: 1}, {Word: "half: x", Intensity: 5}},
	} {
		got, err := journal.ParseFeelingLines(value)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%q is read with %v (-want +got):\n%s", value, err, diff)
		}
	}
}

// Any feelings that can be kept come back from their lines.
func TestFeelingLinesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		feeling := rapid.Custom(func(t *rapid.T) journal.Feeling {
			word := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a:\- 1]{1,6}`)).Filter(func(s string) bool {
				return journal.Feeling{Word: s, Intensity: 1}.Check() == nil
			})
			return journal.Feeling{Word: word.Draw(t, "word"), Intensity: rapid.IntRange(1, 5).Draw(t, "intensity")}
		})
		feelings := rapid.SliceOfNDistinct(feeling, 0, 8, func(f journal.Feeling) string { return f.Word }).Draw(t, "feelings")
		got, err := journal.ParseFeelingLines(journal.FeelingLines(feelings))
		if err != nil {
			t.Fatal(err)
		}
		if len(got)+len(feelings) > 0 {
			if diff := cmp.Diff(feelings, got); diff != "" {
				t.Fatalf("they come back as (-want +got):\n%s", diff)
			}
		}
	})
}
