package entries_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/ui/widget"
)

// openBook opens the words' own place at an entry that feels wobbly.
func openBook(t *testing.T) *bench {
	t.Helper()
	one := days(1)
	one[0].Feelings = []journal.Feeling{{Word: "wobbly", Intensity: 2}, {Word: "hurt", Intensity: 4}}
	b := newBench(t, one...).arrive()
	b.OpenFeelings()
	b.Chip("Your words…").Tapped(nil)
	return b
}

func TestOwnWordIsRenamedEverywhere(t *testing.T) {
	b := openBook(t)
	if diff := cmp.Diff([]string{"thin-skinned", "wobbly"}, b.BookWords()); diff != "" {
		t.Fatalf("words of one's own (-want +got):\n%s", diff)
	}
	b.BookWord("wobbly").Tapped(nil)
	if b.focused() != b.NewName() || !b.Rename().Disabled() {
		t.Fatal("there is no field for the new name, or nothing to rename is offered")
	}
	b.write(" on stilts")
	b.press(fyne.KeyReturn)
	want := []journal.Feeling{{Word: "wobbly on stilts", Intensity: 2}, {Word: "hurt", Intensity: 4}}
	if diff := cmp.Diff(want, b.only().Feelings); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if b.Chip("wobbly on stilts · light") == nil || b.BookWord("wobbly on stilts") == nil {
		t.Error("the old word is still shown")
	}
	b.wait(time.Minute)
	if diff := cmp.Diff(want, b.only().Feelings); diff != "" {
		t.Errorf("saved once more, kept (-want +got):\n%s", diff)
	}
	if b.Done().Tapped(nil); b.DrawerTitle() != "How did it feel?" {
		t.Error("Done does not lead back to the feelings")
	}
}

func TestOwnWordIsRenamedInAnswersToo(t *testing.T) {
	was, now := map[string]string{"felt": "hurt:4\nwobbly:2", "x": "wobbly:2"}, map[string]string{"felt": "hurt:4\nsteady:2", "x": "wobbly:2"}
	at := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	shown, other := filled("elsewhere", at, was), filled("elsewhere", at.AddDate(0, 0, -1), was)
	b := newBench(t, shown, other).arrive()
	b.OpenFeelings()
	b.Chip("Your words…").Tapped(nil)
	b.BookWord("wobbly").Tapped(nil)
	b.NewName().SetText("")
	b.write("steady")
	b.press(fyne.KeyReturn)
	b.wait(time.Minute)
	for _, e := range []journal.Entry{shown, other} {
		if diff := cmp.Diff(now, b.kept(e.ID).Fields); diff != "" {
			t.Errorf("kept (-want +got):\n%s", diff)
		}
	}
	if chips := b.chipsOnPage(); !strings.Contains(chips, "steady · light") || strings.Contains(chips, "wobbly") {
		t.Errorf("the page shows %s", chips)
	}
}

// chipsOnPage returns what is written on the chips of a guided page.
func (b *bench) chipsOnPage() string {
	var texts []string
	for _, o := range b.PageParts() {
		if chip, ok := o.(*widget.Chip); ok {
			texts = append(texts, chip.Text)
		}
	}
	return strings.Join(texts, ", ")
}

func TestJoiningTwoWordsIsSaidAndAskedTwice(t *testing.T) {
	b := openBook(t)
	b.BookWord("wobbly").Tapped(nil)
	b.NewName().SetText("")
	b.write("hurt")
	if b.Rename().Text != "Join the two" || !strings.Contains(b.WordTold(), "“hurt” is there already") {
		t.Fatalf("%s: %s", b.Rename().Text, b.WordTold())
	}
	b.press(fyne.KeyReturn)
	if len(b.store.renamed) != 0 || b.focused() != b.Rename() {
		t.Fatal("Enter in the field joins them at once")
	}
	b.press(fyne.KeyReturn)
	want := []journal.Feeling{{Word: "hurt", Intensity: 4}}
	if diff := cmp.Diff(want, b.only().Feelings); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, b.Feelings()); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
}

func TestNameThatCannotBeAWord(t *testing.T) {
	b := openBook(t)
	b.BookWord("wobbly").Tapped(nil)
	b.NewName().SetText(strings.Repeat("a", journal.MaxWord))
	b.write("a")
	b.press(fyne.KeyReturn)
	if !b.Rename().Disabled() || !strings.Contains(b.WordTold(), "make it shorter") || len(b.store.renamed) != 0 {
		t.Errorf("told %q", b.WordTold())
	}
}

func TestRenameThatFailsIsTold(t *testing.T) {
	b := openBook(t)
	b.BookWord("wobbly").Tapped(nil)
	b.write("!")
	b.store.fail = journal.ErrNoSpace
	b.press(fyne.KeyReturn)
	if !strings.Contains(b.Notice(), "no space left") || b.Chip("wobbly · light") == nil {
		t.Errorf("told %q", b.Notice())
	}
}

func TestHiddenWordIsNotOfferedButShown(t *testing.T) {
	b := openBook(t)
	b.BookGroup("Calm").Tapped(nil)
	b.BookWord("calm").Tapped(nil)
	if b.focused() != b.HideWord() || b.Rename().Visible() {
		t.Error("a word that is not the person's own can be renamed")
	}
	b.press(fyne.KeyReturn)
	b.BookGroup("My own words").Tapped(nil)
	b.BookWord("wobbly").Tapped(nil)
	b.HideWord().Tapped(nil)
	if b.BookWord("wobbly (hidden)") == nil || b.Chip("wobbly · light") == nil {
		t.Error("it is not told as hidden, or not shown where it is named")
	}
	b.Done().Tapped(nil)
	if offered := b.Offered(); slices.Contains(offered, "wobbly") || slices.Contains(offered, "calm") {
		t.Errorf("offered %q", offered)
	}
	b.write("wob")
	if b.Chip("wobbly") != nil {
		t.Error("it is offered while typing")
	}
	b.Chip("Your words…").Tapped(nil)
	b.BookGroup("Hidden").Tapped(nil)
	if diff := cmp.Diff([]string{"calm", "wobbly"}, b.BookWords()); diff != "" {
		t.Errorf("hidden (-want +got):\n%s", diff)
	}
	b.BookWord("wobbly").Tapped(nil)
	b.HideWord().Tapped(nil)
	b.Done().Tapped(nil)
	if !slices.Contains(b.Offered(), "wobbly") {
		t.Errorf("shown again, offered %q", b.Offered())
	}
}

func TestFamilyWithAllWordsHiddenIsNotOffered(t *testing.T) {
	b := newBench(t, days(1)...)
	for _, word := range []string{"calm", "relieved"} {
		b.store.profile.HideFeeling(word, true)
	}
	b.arrive()
	b.OpenFeelings()
	if b.Chip("Calm") != nil || b.Chip("Hurt") == nil {
		t.Error("a family without words is offered, or one with words is not")
	}
}

func TestWordsOwnPlaceByKeys(t *testing.T) {
	b := openBook(t)
	b.press(fyne.KeyDown, fyne.KeyRight)
	if b.focused() != b.BookWord("wobbly") {
		t.Fatal("the arrows do not lead to the words")
	}
	b.press(fyne.KeyUp, fyne.KeyRight, fyne.KeyReturn)
	if b.focused() != b.BookGroup("Hidden") || len(b.BookWords()) != 0 {
		t.Error("the arrows do not lead to the hidden words")
	}
}
