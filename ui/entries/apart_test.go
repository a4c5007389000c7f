package entries_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// find looks for words.
func (b *bench) find(words string) {
	b.FocusSearch()
	b.write(words)
	b.wait(time.Second)
}

func TestASearchSaysHowManyAreFound(t *testing.T) {
	b := newBench(t, days(3)...).arrive()
	for words, want := range map[string]string{
		"day": "3 found. Enter opens the first.", "1": "1 found. Enter opens the first.", "zebra": "", "": "",
	} {
		b.Search().SetText("")
		if b.find(words); b.Found() != want {
			t.Errorf("%q: told %q", words, b.Found())
		}
	}
}

func TestEnterOpensTheFirstOfThoseFound(t *testing.T) {
	all := days(3)
	b := newBench(t, all...).arrive()
	b.FocusSearch()
	b.write("1")
	b.press(fyne.KeyReturn) // before typing rested
	if b.focused() != b.Body() || b.Body().Text() != "day 1" {
		t.Fatalf("the focus is on %T, the paper has %q", b.focused(), b.Body().Text())
	}
	b.write("!")
	b.wait(time.Second)
	if b.kept(all[1].ID).Body != "day 1!" || b.kept(all[0].ID).Body != "day 0" {
		t.Error("the words went elsewhere")
	}
	b.FocusSearch()
	b.write("zebra")
	if b.press(fyne.KeyReturn); b.focused() != b.Search() {
		t.Error("with nothing found, Enter leaves the box")
	}
}

// A search takes no words away: the entry that was being written stays on the
// paper, which says so, and is saved.
func TestThePaperSaysThatItsEntryIsNotFound(t *testing.T) {
	all := days(3)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyReturn)
	b.write(" unsaved")
	b.find("1")
	if !b.Apart() || b.Body().Text() != "day 0 unsaved" {
		t.Fatalf("told: %t; the paper has %q", b.Apart(), b.Body().Text())
	}
	b.win.Canvas().Focus(b.Body())
	b.write(" and more")
	b.press(fyne.KeyEscape, fyne.KeyDown)
	if b.Apart() || b.Body().Text() != "day 1" {
		t.Errorf("on one of those found: %t, %q", b.Apart(), b.Body().Text())
	}
	b.wait(time.Second)
	if got := b.kept(all[0].ID).Body; got != "day 0 unsaved and more" {
		t.Errorf("kept %q", got)
	}
	if b.OpenEntry(all[2].ID); !b.Apart() {
		t.Error("another entry that is not found is taken for one of them")
	}
	b.FocusSearch()
	if b.press(fyne.KeyEscape); b.Apart() || b.Found() != "" {
		t.Error("without a search it is still told")
	}
	b.find("zebra")
	if !b.Apart() {
		t.Error("with nothing found it is not told")
	}
	if b.NewEntry(); b.Apart() {
		t.Error("a new entry is not among those found")
	}
}
