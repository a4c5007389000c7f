package entries_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

func TestFeelingInTwoTaps(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.OpenFeelings()
	b.Chip("Hurt").Tapped(nil)
	b.Chip("let down").Tapped(nil)
	if b.focused() != b.Dots() {
		t.Error("the strength is not asked")
	}
	b.write("5")
	b.press(fyne.KeyLeft)
	b.wait(time.Second)
	want := []journal.Feeling{{Word: "let down", Intensity: 4}}
	if diff := cmp.Diff(want, b.only().Feelings); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if b.Chip("let down · strong") == nil {
		t.Error("the strip does not show it")
	}
	b.Chip("let down · strong").OnRemove()
	if len(b.Feelings()) != 0 {
		t.Error("it can't be removed")
	}
}

func TestStrengthsInWords(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.OpenFeelings()
	b.write("calm")
	b.press(fyne.KeyReturn)
	for i, word := range []string{"faint", "light", "medium", "strong", "overwhelming"} {
		b.write(strconv.Itoa(i + 1))
		if b.Chip("calm · "+word) == nil {
			t.Errorf("%d is not told as %s", i+1, word)
		}
	}
}

func TestFeelingByTyping(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.OpenFeelings()
	for _, word := range []string{"rel", "Zwiespalt"} {
		b.write(word)
		b.press(fyne.KeyReturn) // takes it
		b.press(fyne.KeyReturn) // leaves its strength as it is
	}
	want := []journal.Feeling{{Word: "relieved", Intensity: 3}, {Word: "Zwiespalt", Intensity: 3}}
	if diff := cmp.Diff(want, b.Feelings()); diff != "" {
		t.Errorf("named (-want +got):\n%s", diff)
	}
	if !b.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) || b.Drawer() || b.focused() != b.Body() {
		t.Error("Escape does not lead back to the text")
	}
}

func TestTypingPutsTheLastFeelingAway(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.OpenFeelings()
	b.Chip("Hurt").Tapped(nil)
	b.Chip("betrayed").Tapped(nil)
	if b.Asked() != "How strong was it: betrayed?" || !b.Chip("Hurt").Selected {
		t.Fatalf("asked %q", b.Asked())
	}
	b.win.Canvas().Focus(b.FeelingField())
	b.write("anx")
	if b.Asked() != "" || b.Chip("Hurt").Selected || b.Chip("let down") != nil {
		t.Errorf("while typing, %q is asked", b.Asked())
	}
	if b.Chip("Add “anx”") == nil {
		t.Fatal("the own word is not offered as such")
	}
	b.Chip("Add “anx”").Tapped(nil)
	if b.Asked() != "How strong was it: anx?" || len(b.Feelings()) != 2 {
		t.Errorf("asked %q, %v", b.Asked(), b.Feelings())
	}
	b.win.Canvas().Focus(b.FeelingField())
	b.write("wob")
	if b.Chip("wobbly") == nil || b.Chip("Add “wobbly”") != nil {
		t.Error("a word used before is offered as a new one")
	}
}

func TestEnterOnAFamilyLeadsToItsWords(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.OpenFeelings()
	for _, c := range []struct{ family, word string }{{"Calm", "calm"}, {"My own words", "thin-skinned"}} {
		b.win.Canvas().Focus(b.Chip(c.family))
		b.press(fyne.KeyReturn)
		if b.focused() != b.Chip(c.word) || !b.Chip(c.family).Selected {
			t.Errorf("Enter on %s does not lead to %s", c.family, c.word)
		}
	}
	b.press(fyne.KeyReturn)
	if b.Asked() != "How strong was it: thin-skinned?" {
		t.Errorf("asked %q", b.Asked())
	}
}

func TestOwnWordsAreOfferedAgain(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.OpenFeelings()
	b.Chip("My own words").Tapped(nil)
	if b.Chip("wobbly") == nil || b.Chip("hurt") != nil {
		t.Error("the own words are not the ones no family has")
	}
}

// felt is what the only entry's feelings are, once it is saved.
func (b *bench) felt() []journal.Feeling {
	b.t.Helper()
	b.wait(time.Second)
	return b.only().Feelings
}

func TestFeelingIsOneTapFromTheOpenDrawer(t *testing.T) {
	b := newBench(t)
	b.store.deaf = journal.ErrClosed // a journal without words of its own
	b.arrive()
	b.NewEntry()
	b.OpenFeelings()
	if diff := cmp.Diff([]string{"hurt", "calm"}, b.Offered()); diff != "" || b.OfferedAs() != "A few to begin with" {
		t.Errorf("offered as %q (-want +got):\n%s", b.OfferedAs(), diff)
	}
	b.Chip("calm").Tapped(nil)
	b.store.deaf = nil
	if diff := cmp.Diff([]journal.Feeling{{Word: "calm", Intensity: 3}}, b.felt()); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

func TestWordsUsedMostAreOfferedFirst(t *testing.T) {
	b := newBench(t).arrive()
	b.store.profile.HideFeeling("thin-skinned", true)
	b.store.profile.HideFeeling("calm", true)
	b.NewEntry()
	b.OpenFeelings()
	if diff := cmp.Diff([]string{"hurt", "wobbly", "relieved"}, b.Offered()); diff != "" {
		t.Errorf("offered (-want +got):\n%s", diff)
	}
}

func TestStripShowsTheStrengthAsDots(t *testing.T) {
	one := days(1)
	one[0].Feelings = []journal.Feeling{{Word: "calm", Intensity: 2}}
	b := newBench(t, one...).arrive()
	if chip := b.Chip("calm · light"); chip == nil || chip.Level != 2 {
		t.Errorf("the strip shows %+v", chip)
	}
}

// From the field with the arrows to a word, its strength, and on to a kind.
func TestFeelingByArrows(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.OpenFeelings()
	b.press(fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn)
	if b.focused() != b.FeelingField() {
		t.Fatal("Enter does not lead back to the field")
	}
	for _, to := range []struct {
		key  fyne.KeyName
		chip string
	}{{fyne.KeyDown, "hurt"}, {fyne.KeyDown, "Hurt"}, {fyne.KeyRight, "Calm"}, {fyne.KeyLeft, "Hurt"}, {fyne.KeyUp, "hurt"}} {
		if b.press(to.key); b.focused() != b.Chip(to.chip) {
			t.Errorf("%s does not lead to %s", to.key, to.chip)
		}
	}
	if b.press(fyne.KeyUp); b.focused() != b.FeelingField() {
		t.Error("Up does not lead back to the field")
	}
	if diff := cmp.Diff([]journal.Feeling{{Word: "thin-skinned", Intensity: 4}}, b.felt()); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

func TestWordTypedInOneEntryIsOfferedInTheNext(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.OpenFeelings()
	b.store.renamed = append(b.store.renamed, renaming{"wobbly", "Zwiespalt"}) // as if it had been used
	b.NewEntry()
	b.OpenFeelings()
	if !slices.Contains(b.Offered(), "Zwiespalt") {
		t.Errorf("offered %q", b.Offered())
	}
}

func TestBodyAndNeed(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.OpenFeelings()
	b.Chip("+ Where do you feel it?").Tapped(nil)
	if b.focused() != b.FeltIn() {
		t.Fatal("the field does not take the focus")
	}
	b.write("chest")
	b.press(fyne.KeyReturn)
	b.write("and hands")
	b.Chip("+ What do you need?").Tapped(nil)
	b.write("sleep")
	b.wait(time.Second)
	want := map[string]string{journal.FieldFeltIn: "chest\nand hands", journal.FieldNeed: "sleep"}
	if diff := cmp.Diff(want, b.only().Fields); diff != "" {
		t.Fatalf("kept (-want +got):\n%s", diff)
	}
	if b.Chip("Felt in: chest and hands") == nil || b.Chip("Need: sleep") == nil {
		t.Error("the strip does not show them")
	}
	b.Need().SetText("")
	b.Need().OnChanged("")
	b.wait(time.Second)
	delete(want, journal.FieldNeed)
	if diff := cmp.Diff(want, b.only().Fields); diff != "" || b.Chip("Need: sleep") != nil {
		t.Errorf("emptied (-want +got):\n%s", diff)
	}
	b.NewEntry()
	if b.FeltIn().Text != "" || b.Chip("Felt in: chest and hands") != nil {
		t.Error("the next entry has them too")
	}
}

func TestGuidedPageKeepsItsOwnFields(t *testing.T) {
	one := days(1)
	one[0].Page, one[0].Fields = "talk", map[string]string{journal.FieldNeed: "as the page has it", "other": "x"}
	b := newBench(t, one...).arrive()
	b.OpenFeelings()
	b.Chip("calm").Tapped(nil)
	b.wait(time.Second)
	if diff := cmp.Diff(one[0].Fields, b.only().Fields); diff != "" || b.Chip("Need: as the page has it") != nil {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

func TestBeforeAndAfter(t *testing.T) {
	b := newBench(t, days(1)...).arrive()
	b.OpenFeelings()
	b.Chip("+ Before and after").Tapped(nil)
	b.Before("hard").Tapped(nil)
	b.After("all right").Tapped(nil)
	b.After("good").Tapped(nil)
	b.wait(time.Second)
	if e := b.only(); e.Before != 2 || e.After != 5 {
		t.Errorf("kept %d and %d", e.Before, e.After)
	}
	if b.Chip("Before: hard") == nil || b.Chip("After: good") == nil {
		t.Error("the strip does not tell them")
	}
	b.After("good").Tapped(nil)
	b.wait(time.Second)
	if e := b.only(); e.Before != 2 || e.After != 0 {
		t.Errorf("taken back, kept %d and %d", e.Before, e.After)
	}
	b.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	b.Chip("+ How is it now?").Tapped(nil)
	b.press(fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	b.wait(time.Second)
	if e := b.only(); e.After != 3 || b.Drawer() || b.focused() != b.Body() {
		t.Errorf("kept %d after, drawer %v", e.After, b.Drawer())
	}
}

// The words on the screen are those of a summary.
func TestRatingWords(t *testing.T) {
	b := newBench(t, days(1)...).arrive()
	b.OpenFeelings()
	for n, word := range journal.EnglishReport().Ratings {
		b.Before(word).Tapped(nil)
		b.wait(time.Second)
		if got := b.only().Before; got != n+1 {
			t.Errorf("%s is kept as %d", word, got)
		}
	}
}

func TestNobodyIsAskedBeforeWriting(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	if b.Drawer() {
		t.Fatal("one who never wanted to be asked is asked")
	}
	b.OpenFeelings()
	b.Chip("+ Before and after").Tapped(nil)
	b.AskBefore().Tapped(nil)
	if !b.store.profile.AsksBefore() {
		t.Fatal("the wish is not kept")
	}
	b.NewEntry()
	if b.DrawerTitle() != "Before you write: how is it?" || !b.Drawer() || b.focused() != b.Body() {
		t.Fatal("the question does not come, or takes the focus")
	}
	b.write("No answer is an answer.")
	if b.Drawer() {
		t.Error("the question stays while the person writes")
	}
	b.NewEntry()
	b.AskedBefore("bearable").Tapped(nil)
	if b.Drawer() || b.focused() != b.Body() || b.Chip("Before: bearable") == nil {
		t.Error("the answer does not lead to the text")
	}
	b.OpenFeelings()
	b.AskBefore().Tapped(nil)
	b.NewEntry()
	if b.Drawer() || b.store.profile.AsksBefore() {
		t.Error("the wish can't be taken back")
	}
}
