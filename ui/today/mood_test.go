package today_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/feeling"
	"mend/ui/widget"
)

// felt says the feelings of the only entry.
func (s *shown) felt() string {
	s.Helper()
	if len(s.store.entries) != 1 {
		s.Fatalf("%d entries are kept", len(s.store.entries))
	}
	return journal.FeelingLines(s.store.entries[0].Feelings)
}

func TestAFeelingInTwoTapsIsAnEntry(t *testing.T) {
	s := show(t, &memory{})
	test.Tap(s.chip("betrayed"))
	if s.felt() != "betrayed:3" || !s.store.entries[0].At.Equal(noon()) {
		t.Fatalf("kept is %q", s.felt())
	}
	dots := all[*feeling.Dots](s)
	if len(dots) != 1 || s.win.Canvas().Focused() != fyne.Focusable(dots[0]) {
		t.Fatal("how strong it is is not asked")
	}
	dots[0].TypedRune('5')
	if s.felt() != "betrayed:5" || !s.says("Noted today") {
		t.Errorf("kept is %q", s.felt())
	}
	s.key(fyne.KeyReturn)
	test.Tap(s.chip("calm"))
	if s.felt() != "betrayed:5\ncalm:3" {
		t.Errorf("the second one makes %q", s.felt())
	}
	for _, id := range s.changed {
		if id != s.store.entries[0].ID {
			t.Error("the Journal is told of another entry")
		}
	}
	s.tap("Write about it")
	if len(s.opened) != 1 || s.opened[0] != s.store.entries[0].ID {
		t.Error("it can't be written about")
	}
}

func TestAFeelingIsUndone(t *testing.T) {
	s := show(t, &memory{})
	test.Tap(s.chip("betrayed"))
	test.Tap(s.chip("calm"))
	s.tap("Undo")
	if s.felt() != "betrayed:3" {
		t.Fatalf("left is %q", s.felt())
	}
	s.chip("betrayed · medium").TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if len(s.store.entries) != 0 {
		t.Fatal("an entry without anything in it is kept")
	}
	s.tap("Undo")
	if s.felt() != "betrayed:3" {
		t.Errorf("brought back is %q", s.felt())
	}
	if !s.screen.Undo() || len(s.store.entries) != 0 {
		t.Error("the key does not undo")
	}
	s.screen.Undo()
	s.screen.Show()
	if s.screen.Undo() {
		t.Error("another visit is undone")
	}
	test.Tap(s.chip("betrayed")) // once more, to drop it
	if len(s.store.entries) != 0 {
		t.Error("a second tap does not drop it")
	}
}

func TestTheQuickEntryOfTheDayGoesOn(t *testing.T) {
	feelings := []journal.Feeling{{Word: "angry", Intensity: 4}}
	written := journal.Entry{ID: uuid.New(), At: noon().Add(-2 * time.Hour), Body: "words", Feelings: feelings}
	earlier := journal.Entry{ID: uuid.New(), At: noon().AddDate(0, 0, -1), Feelings: feelings}
	quick := journal.Entry{ID: uuid.New(), At: noon().Add(-time.Hour), Feelings: feelings}
	s := show(t, &memory{entries: []journal.Entry{earlier, written, quick}})
	test.Tap(s.chip("betrayed"))
	if got := journal.FeelingLines(s.store.entries[2].Feelings); got != "angry:4\nbetrayed:3" || len(s.store.entries) != 3 {
		t.Errorf("the quick entry has %q", got)
	}
	s.store.entries[2].Body = "more was written in it"
	s.screen.Show()
	if s.says("Noted today") && !s.offers("Write about it") {
		t.Error("an entry with words is taken for the quick one")
	}
	test.Tap(s.chip("calm"))
	if len(s.store.entries) != 4 || len(s.store.entries[3].Feelings) != 1 {
		t.Error("no new one begins")
	}
}

func TestUndoTakesNoWordsAway(t *testing.T) {
	s := show(t, &memory{})
	test.Tap(s.chip("betrayed"))
	s.store.entries[0].Body = "written meanwhile"
	s.tap("Undo")
	if len(s.store.entries) != 1 || s.store.entries[0].Body != "written meanwhile" || len(s.store.entries[0].Feelings) != 0 {
		t.Error("words went with the feeling")
	}
}

func TestMoreWordsUnfold(t *testing.T) {
	s := show(t, &memory{})
	if len(all[*widget.Field](s)) != 0 {
		t.Fatal("the field shows before it is wanted")
	}
	s.chip("betrayed").TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if s.win.Canvas().Focused() != fyne.Focusable(s.button("More words")) {
		t.Error("Up leads to what can't be seen")
	}
	s.tap("More words")
	field := all[*widget.Field](s)[0]
	if s.win.Canvas().Focused() != fyne.Focusable(field) {
		t.Fatal("the field does not have the focus")
	}
	test.Type(field, "seasick")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.felt() != "seasick:3" {
		t.Errorf("kept is %q", s.felt())
	}
	test.Tap(s.chip("Numbness"))
	test.Tap(s.chip("far away"))
	if !strings.HasSuffix(s.felt(), "far away:3") {
		t.Errorf("kept is %q", s.felt())
	}
	s.tap("Fewer words")
	if len(all[*widget.Field](s)) != 0 {
		t.Error("they do not fold away")
	}
}

func TestAFeelingThatIsNotKeptIsTold(t *testing.T) {
	s := show(t, &memory{fail: journal.ErrNoSpace})
	test.Tap(s.chip("betrayed"))
	if !dialogs.IsOpen(s.win) {
		t.Fatal("it is not told")
	}
	s.key(fyne.KeyEscape)
	if s.says("Noted today") && s.offers("Write about it") {
		t.Error("it shows as if it were kept")
	}
}

func TestHowStrongIsAskedOnce(t *testing.T) {
	s := show(t, &memory{})
	asked := func() bool { return len(all[*feeling.Dots](s)) > 0 }
	test.Tap(s.chip("betrayed"))
	if !s.says("How strong is it?") || s.says("was it") {
		t.Error("it is not asked how strong it is now")
	}
	s.key(fyne.KeyReturn)
	if asked() || s.win.Canvas().Focused() != fyne.Focusable(s.button("More words")) {
		t.Error("Enter does not put the question away and go on")
	}
	test.Tap(s.chip("calm"))
	if !s.says("How strong is it: calm?") {
		t.Error("with two of them, it is not said which is meant")
	}
	test.Tap(all[*feeling.Dots](s)[0])
	if asked() {
		t.Error("a tap on a dot leaves it open")
	}
	test.Tap(s.chip("betrayed · medium"))
	if !asked() {
		t.Error("it can't be said anew")
	}
	if s.screen.Show(); asked() {
		t.Error("it is still asked on the next visit")
	}
}
