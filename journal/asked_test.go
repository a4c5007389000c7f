package journal_test

import (
	"testing"

	"github.com/google/uuid"

	"mend/journal"
)

// askedOf returns fields that hold a question.
func askedOf(question string) map[string]string {
	return map[string]string{journal.FieldAsked: question}
}

func TestAQuestionAloneIsNothing(t *testing.T) {
	e := journal.Entry{Fields: askedOf("Who knows?")}
	if !e.Empty() || !e.Unfilled() {
		t.Error("an entry with a question and no answer is kept")
	}
	e.Body = "Nobody."
	if e.Empty() || e.Unfilled() {
		t.Error("an answered question is not kept")
	}
}

func TestAsked(t *testing.T) {
	for name, c := range map[string]struct {
		entry    journal.Entry
		question string
		known    bool
	}{
		"from before":  {journal.Entry{Body: "x"}, "", false},
		"asked":        {journal.Entry{Fields: askedOf("Who knows?")}, "Who knows?", true},
		"taken away":   {journal.Entry{Fields: askedOf("")}, "", true},
		"guided page":  {journal.Entry{Page: "talk", Fields: askedOf("Who knows?")}, "", false},
		"other fields": {journal.Entry{Fields: map[string]string{journal.FieldNeed: "sleep"}}, "", false},
	} {
		if question, known := c.entry.Asked(); question != c.question || known != c.known {
			t.Errorf("%s: %q, %v", name, question, known)
		}
	}
}

// A question is told above the text it asks for, whether that is told in full
// or not, and is no field of the entry.
func TestReportTellsWhatWasAsked(t *testing.T) {
	const question = "What would Anna need?"
	c := contents{entries: []journal.Entry{
		{ID: uuid.UUID{1}, At: at(3, 2), Body: "Sleep. It was Anna who said so.", Fields: askedOf(question)},
		{ID: uuid.UUID{2}, At: at(3, 3), Page: "talk", Fields: askedOf("as the page has it")},
	}}
	for name, choice := range map[string]journal.Choice{"full": {}, "excerpt": {Excerpts: []uuid.UUID{{1}}}} {
		e := newReport(t, c, choice).Entries[0]
		if e.Asked != question || len(e.Fields) > 0 || e.Excerpt {
			t.Errorf("%s: %+v", name, e)
		}
	}
	linked := contents{entries: []journal.Entry{{ID: uuid.UUID{1}, At: at(3, 2), Body: "Yes.", Step: "choose.ask", Fields: askedOf(question)}}}
	for without, want := range map[journal.Section]string{journal.SectionStages: "", journal.SectionFeelings: question} {
		if e := newReport(t, linked, journal.Choice{Without: []journal.Section{without}}).Entries[0]; e.Asked != want {
			t.Errorf("of an entry about a step, without %s, it tells %q", without, e.Asked)
		}
	}
	if page := newReport(t, c, journal.Choice{}).Entries[1]; page.Asked != "" || len(page.Fields) != 1 {
		t.Errorf("a guided page is told as %+v", page)
	}
	if e := newReport(t, c, journal.Choice{Initials: true}).Entries[0]; e.Asked != "What would A. need?" {
		t.Errorf("with initials it asks %q", e.Asked)
	}
}
