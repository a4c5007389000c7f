package entries_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/entries"
)

// reopened brings up an entry that the store has, on a screen of its own.
func reopened(t *testing.T, e journal.Entry) *bench {
	t.Helper()
	return newBench(t, e).arrive()
}

func TestTheQuestionStaysWithTheEntry(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntryAbout("talk", "", "Who knows of it?")
	b.NewEntry()
	if len(b.store.entries) > 0 {
		t.Error("a question without an answer is kept")
	}
	b.NewEntryAbout("talk", "", "Who knows of it?")
	b.write("Nobody.")
	b.wait(time.Second)
	one := b.only()
	if one.Body != "Nobody." || one.Fields[journal.FieldAsked] != "Who knows of it?" {
		t.Errorf("kept %+v", one)
	}
	if b.NewEntry(); b.Prompt() != "" {
		t.Errorf("the next entry begins under %q", b.Prompt())
	}
	b = reopened(t, one)
	if b.Prompt() != "Who knows of it?" {
		t.Errorf("opened again it stands under %q", b.Prompt())
	}
	b.OpenLinks()
	b.Chip("Acknowledge").Tapped(nil)
	b.Chip("Name it in one line").Tapped(nil)
	if b.Prompt() != "Who knows of it?" {
		t.Errorf("a link turns the question into %q", b.Prompt())
	}
}

func TestTheQuestionIsTakenAwayAndComesBack(t *testing.T) {
	one := days(1)[0]
	one.Stage, one.Step = "acknowledge", "acknowledge.line"
	for name, fields := range map[string]map[string]string{
		"kept":        {journal.FieldAsked: "Who knows of it?", journal.FieldNeed: "sleep"},
		"of the step": {journal.FieldNeed: "sleep"},
	} {
		t.Run(name, func(t *testing.T) {
			one.Fields = fields
			b := reopened(t, one)
			before := b.Prompt()
			b.OpenMore()
			b.win.Canvas().Focus(b.Unask())
			b.press(fyne.KeySpace)
			if b.Prompt() != "" || b.focused() != b.Body() {
				t.Fatalf("%q still stands there; the focus is on %T", b.Prompt(), b.focused())
			}
			got := b.kept(one.ID)
			if asked, known := got.Asked(); asked != "" || !known || got.Fields[journal.FieldNeed] != "sleep" {
				t.Errorf("kept %+v", got.Fields)
			}
			if again := reopened(t, got); again.Prompt() != "" || again.Unask().Visible() {
				t.Errorf("opened again, %q stands there", again.Prompt())
			}
			b.UndoButton().Tapped(nil)
			if b.Prompt() != before || len(b.kept(one.ID).Fields) != len(fields) {
				t.Errorf("taken back, %q stands there; kept %v", b.Prompt(), b.kept(one.ID).Fields)
			}
		})
	}
}

func TestOnlyAQuestionIsTakenAway(t *testing.T) {
	plain, page := days(1)[0], days(1)[0]
	page.Page, page.Step = "talk", "acknowledge.line"
	for name, e := range map[string]journal.Entry{"no question": plain, "guided page": page} {
		b := reopened(t, e)
		if b.OpenMore(); b.Unask().Visible() {
			t.Errorf("%s: it is offered", name)
		}
	}
}

// Words of the question do not stand in a row as if the person had written them.
func TestTheQuestionIsNoSnippet(t *testing.T) {
	e := journal.Entry{Body: "Nobody.", Fields: map[string]string{journal.FieldAsked: "Who knows of it?"}}
	if got := entries.SummaryOf(e, "knows"); got.Snippet != "" {
		t.Errorf("the row shows %q", got.Snippet)
	}
}
