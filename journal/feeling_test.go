package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mend/journal"
)

func TestRenameFeeling(t *testing.T) {
	felt := func(words ...string) []journal.Feeling {
		var list []journal.Feeling
		for i, word := range words {
			list = append(list, journal.Feeling{Word: word, Intensity: i + 1})
		}
		return list
	}
	for name, c := range map[string]struct {
		before   []journal.Feeling
		from, to string
		want     []journal.Feeling
	}{
		"one":                {felt("sad", "wobly", "calm"), "wobly", "wobbly", felt("sad", "wobbly", "calm")},
		"none":               {felt("sad"), "wobly", "wobbly", felt("sad")},
		"nothing":            {nil, "wobly", "wobbly", nil},
		"to itself":          {felt("sad", "sad"), "sad", "sad", felt("sad", "sad")},
		"in capitals":        {felt("sad", "calm"), "sad", "Sad", felt("Sad", "calm")},
		"onto one before":    {felt("wobbly", "sad", "wobly"), "wobly", "wobbly", []journal.Feeling{{Word: "wobbly", Intensity: 3}, {Word: "sad", Intensity: 2}}},
		"onto one after":     {felt("wobly", "sad", "wobbly"), "wobly", "wobbly", []journal.Feeling{{Word: "wobbly", Intensity: 3}, {Word: "sad", Intensity: 2}}},
		"onto a fainter one": {[]journal.Feeling{{Word: "a", Intensity: 5}, {Word: "b", Intensity: 2}}, "a", "b", []journal.Feeling{{Word: "b", Intensity: 5}}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, journal.RenameFeeling(c.before, c.from, c.to)); diff != "" {
				t.Errorf("renamed (-want +got):\n%s", diff)
			}
		})
	}
}

// Whatever is renamed, no other feeling is lost, and none gets weaker.
func TestRenameFeelingLosesNothing(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "b", "c"})
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.SliceOf(rapid.Custom(func(t *rapid.T) journal.Feeling {
			return journal.Feeling{Word: word.Draw(t, "word"), Intensity: rapid.IntRange(1, 5).Draw(t, "intensity")}
		})).Draw(t, "before")
		strongest := make(map[string]int)
		for _, f := range before {
			if f.Word == "a" {
				f.Word = "b"
			}
			strongest[f.Word] = max(strongest[f.Word], f.Intensity)
		}
		got := make(map[string]int)
		for _, f := range journal.RenameFeeling(before, "a", "b") {
			got[f.Word] = max(got[f.Word], f.Intensity)
		}
		had := false
		for _, f := range before {
			had = had || f.Word == "a"
		}
		if diff := cmp.Diff(strongest, got); had && diff != "" {
			t.Errorf("the strongest of each word (-want +got):\n%s", diff)
		}
	})
}

func TestHideFeeling(t *testing.T) {
	shared := map[string]string{"lock-after-minutes": "5"}
	p := journal.Profile{Role: journal.Unsure, Guide: journal.DefaultGuide, Settings: shared}
	for _, word := range []string{"calm", "let down", "calm"} {
		p.HideFeeling(word, true)
	}
	if diff := cmp.Diff([]string{"let down", "calm"}, p.HiddenFeelings()); diff != "" {
		t.Errorf("hidden (-want +got):\n%s", diff)
	}
	if err := p.Check(); err != nil {
		t.Errorf("such a profile can't be kept: %v", err)
	}
	for _, word := range []string{"let down", "calm", "never hidden"} {
		p.HideFeeling(word, false)
	}
	if diff := cmp.Diff(shared, p.Settings); diff != "" || len(shared) != 1 {
		t.Errorf("shown again, the settings are (-want +got):\n%s", diff)
	}
}

func TestAskBefore(t *testing.T) {
	var p journal.Profile
	if p.AsksBefore() {
		t.Error("one who never said so is asked")
	}
	p.AskBefore(true)
	if !p.AsksBefore() {
		t.Error("one who said so is not asked")
	}
	p.AskBefore(false)
	if p.AsksBefore() || len(p.Settings) != 0 {
		t.Errorf("taken back, the settings are %v", p.Settings)
	}
}
