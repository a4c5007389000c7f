package journal_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"mend/journal"
)

// known is what the queries of these tests may name.
func known() journal.Known {
	return journal.Known{Today: "2026-03-01", Guides: []journal.Guide{
		{Stages: []journal.Stage{
			{ID: "apologise", Title: "Apologise", Steps: []journal.Step{{ID: "apologise.regret", Title: "Say what you regret"}}},
			{ID: "cool-off", Title: "Take time apart"},
		}},
		{Stages: []journal.Stage{{ID: "cool-off", Title: "Cool off"}, {ID: "zuhoren", Title: "Zuhören"}}},
	}}
}

func TestParseQuery(t *testing.T) {
	words := func(s string) journal.EntryFilter { return journal.EntryFilter{Query: s} }
	feelings := func(f ...journal.Feeling) journal.EntryFilter { return journal.EntryFilter{Feelings: f} }
	days := func(from, to journal.Day) journal.EntryFilter { return journal.EntryFilter{From: from, To: to} }
	for text, want := range map[string]journal.EntryFilter{
		"":                  {},
		" \t\n ":            {},
		"  the  river ":     words("the river"),
		`"the river"`:       words(`"the river"`),
		"10:30":             words("10:30"),
		"https://a.example": words("https://a.example"),
		":x : a-b:c 3a:b":   words(":x : a-b:c 3a:b"),

		"stage:apologise":               {Stages: []string{"apologise"}},
		"STAGE:Apologise":               {Stages: []string{"apologise"}},
		`stage:"take TIME apart"`:       {Stages: []string{"cool-off"}},
		`stage:"cool off"`:              {Stages: []string{"cool-off"}},
		"stage:zuhoren":                 {Stages: []string{"zuhoren"}},
		"stage:cool-off stage:ap":       {Stages: []string{"cool-off", "apologise"}},
		"stage:apologise stage:aPolog":  {Stages: []string{"apologise"}},
		"stage:":                        {},
		"river stage: bank":             words("river bank"),
		"step:apologise.regret":         {Step: "apologise.regret"},
		`step:"say what you regret"`:    {Step: "apologise.regret"},
		"feeling:hurt":                  feelings(journal.Feeling{Word: "hurt"}),
		"feeling:hurt>=4":               feelings(journal.Feeling{Word: "hurt", Intensity: 4}),
		"feeling:hurt≥4":                feelings(journal.Feeling{Word: "hurt", Intensity: 4}),
		"feeling:hurt> ":                feelings(journal.Feeling{Word: "hurt"}),
		"feeling:hurt>=":                feelings(journal.Feeling{Word: "hurt"}),
		`feeling:"let down">=2`:         feelings(journal.Feeling{Word: "let down", Intensity: 2}),
		`feeling:"let down"`:            feelings(journal.Feeling{Word: "let down"}),
		`feeling:"a>=b"`:                feelings(journal.Feeling{Word: "a>=b"}),
		"feeling:hurt feeling:calm>=1":  feelings(journal.Feeling{Word: "hurt"}, journal.Feeling{Word: "calm", Intensity: 1}),
		"feeling:hurt>=2 feeling:Hurt":  feelings(journal.Feeling{Word: "hurt", Intensity: 2}),
		"feeling:hurt feeling:Hurt>=3":  feelings(journal.Feeling{Word: "hurt", Intensity: 3}),
		"tag:work tag:phone tag:WORK":   {Tags: []string{"work", "phone"}},
		`tag:"weekly talk`:              {Tags: []string{"weekly talk"}},
		`tag:"it's ""odd"" %"`:          {Tags: []string{`it's "odd" %`}},
		`tag:o"dd`:                      {Tags: []string{`o"dd`}},
		"tag:a>=3":                      {Tags: []string{"a>=3"}},
		"from:2026-01-15":               days("2026-01-15", ""),
		"from:2026-01":                  days("2026-01-01", ""),
		"from:2026":                     days("2026-01-01", ""),
		"to:2026-01-15":                 days("", "2026-01-15"),
		"to:2026-01":                    days("", "2026-01-31"),
		"to:2024-02":                    days("", "2024-02-29"),
		"to:2026":                       days("", "2026-12-31"),
		"to:9999":                       days("", "9999-12-31"),
		"on:2026-03-14":                 days("2026-03-14", "2026-03-14"),
		"on:2026-02":                    days("2026-02-01", "2026-02-28"),
		"on:today":                      days("2026-03-01", "2026-03-01"),
		"from:Yesterday":                days("2026-02-28", ""),
		"from:2026-01 from:2026-02":     days("2026-02-01", ""),
		"to:2026-03 to:2026-02 on:2026": days("2026-01-01", "2026-02-28"),
		"from:2026-02 to:2026-01":       days("2026-02-01", "2026-01-31"),
		"kind:Page":                     {Kind: journal.KindPage},
		"kind:entry kind:entry":         {Kind: journal.KindEntry},
		"is:starred is:KEPT-OUT":        {Starred: true, KeptOut: true},
		"said is:starred sorry":         {Starred: true, Query: "said sorry"},
	} {
		got, misread := journal.ParseQuery(text, known())
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		if len(misread) > 0 {
			t.Errorf("%q: not understood: %v", text, misread)
		}
	}
}

func TestParseQueryTellsWhatItTookForWords(t *testing.T) {
	for text, want := range map[string]journal.MisreadReason{
		"said:no":              journal.NotAFilter,
		"Größe:x":              journal.NotAFilter,
		"stage:elsewhere":      journal.NotAStage,
		"step:regret":          journal.NotAStep,
		"from:2026-13":         journal.NotADay,
		"from:0000":            journal.NotADay,
		`to:"next week"`:       journal.NotADay,
		"on:14.3.2026":         journal.NotADay,
		"feeling:hurt>=6":      journal.NotAStrength,
		"feeling:hurt>=much":   journal.NotAStrength,
		"feeling:>=4":          journal.NotAStrength,
		`feeling:"let down"≥0`: journal.NotAStrength,
		"kind:poem":            journal.NotAKind,
		"is:binned":            journal.NotAMark,
	} {
		got, misread := journal.ParseQuery("river "+text, known())
		if diff := cmp.Diff(journal.EntryFilter{Query: "river " + text}, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		if diff := cmp.Diff([]journal.Misread{{Text: text, Why: want}}, misread); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	got, misread := journal.ParseQuery("kind:page kind:letter", known())
	if got.Kind != journal.KindPage || got.Query != "kind:letter" || len(misread) != 1 || misread[0].Why != journal.NotOneAtATime {
		t.Errorf("two kinds are read as %+v, %v", got, misread)
	}
}

func TestFormatQuery(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "",
		"river feeling:Hurt>=4 stage:apol":    "stage:apologise feeling:Hurt>=4 river",
		`tag:"weekly talk" tag:"w"`:           `tag:"weekly talk" tag:w`,
		"from:2026-01 to:2026-01":             "on:2026-01",
		"from:2026-01-01 to:2026-12":          "on:2026",
		"on:today":                            "on:2026-03-01",
		"from:2026-01 to:2026-02-03":          "from:2026-01-01 to:2026-02-03",
		"is:kept-out is:starred kind:letter":  "kind:letter is:starred is:kept-out",
		`from:"never tag:x`:                   `from:"never tag:x`,
		`is:starred a from:"never`:            `is:starred a from:"never`,
		`step:"Say what you regret" said sor`: "step:apologise.regret said sor",
	} {
		f, _ := journal.ParseQuery(text, known())
		if got := journal.FormatQuery(f); got != want {
			t.Errorf("%q is written as %q, want %q", text, got, want)
		}
	}
}

// TestFiltersAreReadAsTheyWereWritten gives every filter that the controls can
// make to the box and back.
func TestFiltersAreReadAsTheyWereWritten(t *testing.T) {
	value := rapid.StringMatching(`[a-zäÉ東"=>≥: ]{1,6}`).Filter(func(s string) bool { return strings.TrimSpace(s) == s })
	day := rapid.SampledFrom([]journal.Day{"", "2025-12-31", "2026-01-01", "2026-01-31", "2026-03-14", "2026-12-31"})
	rapid.Check(t, func(t *rapid.T) {
		f := journal.EntryFilter{
			Query: strings.Join(rapid.SliceOf(rapid.StringMatching(`[a-zä"]+`)).Draw(t, "words"), " "),
			From:  day.Draw(t, "from"), To: day.Draw(t, "to"),
			Stages:  rapid.SliceOfDistinct(rapid.SampledFrom([]string{"apologise", "cool-off"}), rapid.ID).Draw(t, "stages"),
			Step:    rapid.SampledFrom([]string{"", "apologise.regret"}).Draw(t, "step"),
			Tags:    rapid.SliceOfNDistinct(value, 0, 3, fold).Draw(t, "tags"),
			Kind:    rapid.SampledFrom([]journal.Kind{"", journal.KindEntry, journal.KindPage, journal.KindLetter}).Draw(t, "kind"),
			Starred: rapid.Bool().Draw(t, "starred"), KeptOut: rapid.Bool().Draw(t, "kept out"),
		}
		for _, word := range rapid.SliceOfNDistinct(value, 0, 3, fold).Draw(t, "feelings") {
			f.Feelings = append(f.Feelings, journal.Feeling{Word: word, Intensity: rapid.IntRange(0, 5).Draw(t, "strength")})
		}
		text := journal.FormatQuery(f)
		got, misread := journal.ParseQuery(text, known())
		if diff := cmp.Diff(f, got, cmpopts.EquateEmpty()); diff != "" || len(misread) > 0 {
			t.Fatalf("%q: %v (-want +got):\n%s", text, misread, diff)
		}
	})
}

// fold makes words alike that the language takes for the same.
func fold(s string) string { return strings.NewReplacer("ä", "a", "É", "e").Replace(s) }

// FuzzParseQuery sees that no text is lost or an error, and that writing what
// was read changes nothing any more.
func FuzzParseQuery(f *testing.F) {
	for _, text := range []string{
		"stage:apologise feeling:hurt>=4 from:2026-01", `tag:"a`, `tag:"a""b"c`, `from:"x tag:y`, "feeling:≥", "on:9999",
		"a:b", ":", `is:" "`, "kind:page kind:letter", "stage:\u00a0x", "\xff:\xfe", "TAG:ẞ", "feeling:\">\">=3", "from:yesterday",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read, misread := journal.ParseQuery(text, known())
		for _, m := range misread {
			if !strings.Contains(text, m.Text) || !strings.Contains(read.Query, m.Text) {
				t.Errorf("%q: %q is neither filter nor words", text, m.Text)
			}
		}
		again, _ := journal.ParseQuery(journal.FormatQuery(read), known())
		if diff := cmp.Diff(read, again, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q (-read +read again):\n%s", text, diff)
		}
	})
}
