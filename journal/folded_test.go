package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

func TestFoldingByHand(t *testing.T) {
	var p journal.Profile
	if p.IsFolded("talk", false) || !p.IsFolded("forgive", true) {
		t.Error("a thing is not as it comes")
	}
	p.Fold("talk", "talk")
	p.Unfold("forgive")
	if !p.IsFolded("talk", false) || p.IsFolded("forgive", true) {
		t.Error("a thing is not as the person wants it")
	}
	p.Unfold("talk")
	p.Fold("forgive")
	if p.IsFolded("talk", false) || !p.IsFolded("forgive", true) {
		t.Error("a thing is not as it was wanted last")
	}
}

// TestFoldingForSafetyKeepsNoReason holds that a yes leaves nothing behind that
// folding by hand would not.
func TestFoldingForSafetyKeepsNoReason(t *testing.T) {
	var asked, byHand journal.Profile
	asked.FoldForSafety(journal.Care{Folds: []string{"talk", "page:ten-habits"}})
	byHand.Fold("talk", journal.FoldSelfCheck, journal.FoldPartnerPreset)
	if len(asked.Settings) != len(byHand.Settings) {
		t.Fatalf("settings are %v, want %v", asked.Settings, byHand.Settings)
	}
	for key, value := range byHand.Settings {
		if asked.Settings[key] != value {
			t.Errorf("setting %s is %q, want %q", key, asked.Settings[key], value)
		}
	}
	asked.Unfold("talk")
	if asked.IsFolded("talk", false) || !asked.IsFolded(journal.FoldSelfCheck, false) {
		t.Error("what was folded for safety is not opened one by one")
	}
}

func TestFoldedSuggestionsAreNotOffered(t *testing.T) {
	all := []journal.Suggestion{{ID: "on-time"}, {ID: "where"}, {ID: "listen"}}
	var p journal.Profile
	p.Fold(journal.FoldSuggestion + "where")
	want := []journal.Suggestion{{ID: "on-time"}, {ID: "listen"}}
	if diff := cmp.Diff(want, p.Offered(all)); diff != "" {
		t.Errorf("what is offered differs (-want +got):\n%s", diff)
	}
	if all[1].ID != "where" {
		t.Error("the list itself was changed")
	}
}
