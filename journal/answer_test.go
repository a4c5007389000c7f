package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

func answering() []journal.Page {
	return []journal.Page{{ID: "view", Fields: []journal.PageField{
		{Key: "what"},
		{Key: "sure", Options: []journal.Option{{ID: "in-part", Label: "Half of it"}, {ID: "cant-tell", Label: "I can't tell yet"}}},
	}}}
}

func TestAnswersTo(t *testing.T) {
	half := journal.Answer{Page: "view", Field: "sure", Option: "in-part", Label: "Half of it"}
	unsure := journal.Answer{Page: "view", Field: "sure", Option: "cant-tell", Label: "I can't tell yet"}
	for query, want := range map[string][]journal.Answer{
		"": nil, "  ": nil, "'": nil, "alf": nil, "what": nil, "tell't": nil, "can": {unsure},
		"half": {half}, "HÁL": {half}, "river half": {half}, "i": {half, unsure}, "can’t": {unsure}, "can't-tell": {unsure}, "part": {half},
	} {
		if diff := cmp.Diff(want, journal.AnswersTo(answering(), query)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", query, diff)
		}
	}
}

func TestSayAnswers(t *testing.T) {
	answers := journal.AnswersTo(answering(), "i")
	fields := map[string]string{"what": "in-part", "sure": " in-part\nmy own\ncant-tell", journal.FieldAsked: "What?"}
	for page, want := range map[string]string{
		"view":  "Half of it\nmy own\nI can't tell yet\nin-part",
		"other": " in-part\nmy own\ncant-tell\nin-part",
	} {
		if got := journal.SayAnswers(answers, page, fields); got != want {
			t.Errorf("%s: %q", page, got)
		}
	}
}

func TestQueryKnowsAnswers(t *testing.T) {
	f, _ := journal.ParseQuery("tag:x half", journal.Known{Pages: answering()})
	if len(f.Answers) != 1 || f.Answers[0].Label != "Half of it" {
		t.Errorf("answers %v", f.Answers)
	}
}

func TestQueryKnowsWhereFeelingsAre(t *testing.T) {
	pages := []journal.Page{{ID: "p", Fields: []journal.PageField{{Key: "mine", Kind: journal.FieldFeelings}, {Key: "yours", Kind: journal.FieldFeelings, Theirs: true}}}}
	f, _ := journal.ParseQuery("feeling:hurt", journal.Known{Pages: pages})
	if diff := cmp.Diff(journal.PageKeys{"p": {"mine"}}, f.Felt); diff != "" {
		t.Errorf("felt (-want +got):\n%s", diff)
	}
}

func TestWhatAnswersHide(t *testing.T) {
	a := journal.Answer{Option: "in-part", Label: "Half of it, or a part"}
	for word, want := range map[string]struct{ says, hides bool }{
		"half": {true, false}, "part": {true, false}, "in": {false, true}, "in-part": {false, true}, "IN": {false, true},
		"-": {false, true}, "'": {}, "n": {}, "": {false, false}, ",": {},
	} {
		if a.Says(word) != want.says || a.Hides(word) != want.hides {
			t.Errorf("%q is said: %v, hidden: %v", word, a.Says(word), a.Hides(word))
		}
	}
}
