package dialogs_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/ui/dialogs"
)

// askWords asks for a title, which is needed, and a note.
func askWords(w fyne.Window) *[]string {
	var got []string
	dialogs.AskWords(w, dialogs.WordsQuestion{Title: "Words", Verb: "Keep", Blanks: []dialogs.Blank{
		{Label: "Title", Value: "old", Needed: "Give it a title."}, {Label: "Note", Lines: 3},
	}}, func(texts []string) { got = texts })
	return &got
}

func typeKey(w fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestAskWords(t *testing.T) {
	w := window(t)
	got := askWords(w)
	typeKey(w, fyne.KeyDelete, fyne.KeyReturn) // the old text is selected
	if *got != nil || !dialogs.IsOpen(w) {
		t.Fatalf("without a title it keeps %q", *got)
	}
	test.Type(w.Canvas().Focused(), "new ") // the focus is where it is missing
	w.Canvas().FocusNext()
	test.Type(w.Canvas().Focused(), "one")
	typeKey(w, fyne.KeyReturn)
	test.Type(w.Canvas().Focused(), "two")
	w.Canvas().FocusPrevious()
	typeKey(w, fyne.KeyReturn)
	if want := []string{"new", "one\ntwo"}; !slices.Equal(*got, want) || dialogs.IsOpen(w) {
		t.Errorf("got %q, want %q", *got, want)
	}
}

func TestAskWordsIsCancelled(t *testing.T) {
	w := window(t)
	got := askWords(w)
	test.Type(w.Canvas().Focused(), "x")
	typeKey(w, fyne.KeyEscape)
	if *got != nil || dialogs.IsOpen(w) {
		t.Errorf("Escape gives %q", *got)
	}
}

func TestAskWordsHandsOn(t *testing.T) {
	w := window(t)
	untouched := askWords(w)
	dialogs.CloseAll(w)
	if *untouched != nil {
		t.Errorf("what was not changed is kept: %q", *untouched)
	}
	got := askWords(w)
	test.Type(w.Canvas().Focused(), "newer")
	dialogs.CloseAll(w)
	if want := []string{"newer", ""}; !slices.Equal(*got, want) {
		t.Errorf("a lock keeps %q, want %q", *got, want)
	}
}
