package entries_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/widget"
)

// before gives an entry earlier texts, oldest first, a day apart.
func before(b *bench, e journal.Entry, texts ...string) {
	for i, text := range texts {
		b.store.past[e.ID] = append(b.store.past[e.ID], journal.Revision{
			At: e.Edited.AddDate(0, 0, i-len(texts)), Title: e.Title, Body: text})
	}
}

// marked returns what the view of a version shows, with its marks.
func marked(runs []widget.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(map[widget.Mark]string{widget.Unmarked: "", widget.Underlined: "+", widget.Struck: "-"}[r.Mark] + r.Text)
	}
	return b.String()
}

func TestEarlierVersions(t *testing.T) {
	one := days(1)
	b := newBench(t, one...).arrive()
	before(b, one[0], "an older day", "day 7")
	b.press(fyne.KeyReturn)
	b.Chip("Earlier versions").Tapped(nil)
	if b.Versions() != 2 || b.PaperShown() || b.focused() != b.VersionList() {
		t.Fatalf("%d versions are listed", b.Versions())
	}
	if got, want := marked(b.VersionText().Runs()), "title 0\n\nday +7-0"; got != want {
		t.Errorf("the latest shows %q, want %q", got, want)
	}
	b.press(fyne.KeyDown, fyne.KeyReturn)
	if got, want := marked(b.VersionText().Runs()), "title 0\n\n+an older day- 0"; got != want {
		t.Errorf("the oldest shows %q, want %q", got, want)
	}
	if b.focused() != b.VersionText() {
		t.Error("Enter does not lead to the text")
	}
	b.press(fyne.KeyEscape)
	b.wait(time.Hour)
	if b.Versions() >= 0 || b.focused() != b.Body() || len(b.store.calls) > 0 {
		t.Errorf("after looking, the store was told %v", b.store.calls)
	}
}

func TestRestoreAVersionAndUndo(t *testing.T) {
	all := days(2)
	b := newBench(t, all...).arrive()
	before(b, all[0], "an older day")
	b.press(fyne.KeyReturn)
	b.write("!")
	b.Chip("Earlier versions").Tapped(nil) // what is typed is saved first
	b.VersionList().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	b.RestoreButton().Tapped(nil)
	if got := b.kept(all[0].ID).Body; got != "day 0" && got != "an older day" || b.Body().Text() != got || !b.PaperShown() {
		t.Fatalf("kept %q, shown %q", got, b.Body().Text())
	}
	last := b.store.past[all[0].ID]
	if got := last[len(last)-1].Body; got != "day 0!" {
		t.Errorf("the latest version is %q", got)
	}
	b.press(fyne.KeyEscape, fyne.KeyDown) // another entry
	b.UndoButton().Tapped(nil)
	if got := b.kept(all[0].ID).Body; got != "day 0!" || b.Body().Text() != got || b.Notice() != "" {
		t.Errorf("undo: kept %q, shown %q, told %q", got, b.Body().Text(), b.Notice())
	}
	if got := b.kept(all[1].ID).Body; got != "day 1" {
		t.Errorf("the other entry has %q", got)
	}
}

func TestRestoreKeepsWhatCanNotBeSaved(t *testing.T) {
	one := days(1)
	b := newBench(t, one...).arrive()
	before(b, one[0], "an older day")
	b.press(fyne.KeyReturn)
	b.Chip("Earlier versions").Tapped(nil)
	b.press(fyne.KeyEscape)
	b.store.fail = journal.ErrNoSpace
	b.write("!")
	b.Chip("Earlier versions").Tapped(nil)
	b.RestoreButton().Tapped(nil)
	if b.Body().Text() != "day 0!" || b.Failure() == "" || !b.PaperShown() {
		t.Errorf("the paper has %q, told %q", b.Body().Text(), b.Failure())
	}
}

func TestNoEarlierVersion(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	b.write("new")
	b.Chip("Earlier versions").Tapped(nil)
	if b.Versions() != 0 || b.RestoreButton().Visible() || b.focused() == nil {
		t.Errorf("%d versions of a new entry", b.Versions())
	}
	b.NewEntry()
	if b.Versions() >= 0 || b.focused() != b.Body() {
		t.Error("a new entry does not come instead")
	}
}

func TestMarksOfAnEntry(t *testing.T) {
	one := days(1)
	b := newBench(t, one...).arrive()
	b.OpenMore()
	if b.focused() != b.Chip("Star") {
		t.Fatal("the first mark has no focus")
	}
	for _, name := range []string{"Star", "Keep out of summaries", "Do not bring back"} {
		b.win.Canvas().Focus(b.Chip(name))
		b.press(fyne.KeySpace)
	}
	b.press(fyne.KeyEscape)
	b.wait(time.Second)
	if e := b.only(); !e.Starred || !e.KeepOut || !e.NoLookBack {
		t.Errorf("kept starred %v, kept out %v, not brought back %v", e.Starred, e.KeepOut, e.NoLookBack)
	}
	for _, name := range []string{"Starred", "Kept out of summaries", "Not brought back"} {
		chip := b.Chip(name)
		if chip == nil {
			t.Fatalf("the strip does not say %q", name)
		}
		b.win.Canvas().Focus(chip)
		b.press(fyne.KeyDelete)
	}
	b.wait(time.Second)
	if e := b.only(); e.Starred || e.KeepOut || e.NoLookBack {
		t.Error("the marks are not taken away in the strip")
	}
}

func TestUndoOfDeleteKeepsTheCaret(t *testing.T) {
	all := days(2)
	b := newBench(t, all...).arrive()
	b.press(fyne.KeyReturn, fyne.KeyLeft, fyne.KeyLeft)
	b.Chip("Delete").Tapped(nil)
	b.UndoButton().Tapped(nil)
	b.write("x")
	if got := b.Body().Text(); got != "dayx 0" {
		t.Errorf("after undo and a letter the text is %q", got)
	}
}
