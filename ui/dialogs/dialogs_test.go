package dialogs_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// window is a window with one button behind whatever dialog is opened.
func window(t *testing.T) fyne.Window {
	t.Helper()
	w := uitest.NewWindow(t)
	w.SetContent(widget.NewButton("behind", nil))
	w.Resize(fyne.NewSize(700, 500))
	return w
}

func press(w fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		if f := w.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: name})
		} else if onKey := w.Canvas().OnTypedKey(); onKey != nil {
			onKey(&fyne.KeyEvent{Name: name})
		}
	}
}

// focusedLabel is what the focused button says.
func focusedLabel(w fyne.Window) string {
	b, ok := w.Canvas().Focused().(*widget.Button)
	if !ok {
		return fmt.Sprintf("%T", w.Canvas().Focused())
	}
	return b.Text
}

// shown returns all the text of the dialog on top.
func shown(w fyne.Window) string { return uitest.Words(w.Canvas().Overlays().Top()) }

func TestConfirm(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []fyne.KeyName
		yes  bool
	}{
		"enter":            {[]fyne.KeyName{fyne.KeyReturn}, false},
		"escape":           {[]fyne.KeyName{fyne.KeyEscape}, false},
		"tab enter":        {[]fyne.KeyName{fyne.KeyTab, fyne.KeyReturn}, true},
		"tab space":        {[]fyne.KeyName{fyne.KeyTab, fyne.KeySpace}, true},
		"tab escape":       {[]fyne.KeyName{fyne.KeyTab, fyne.KeyEscape}, false},
		"tab round, enter": {[]fyne.KeyName{fyne.KeyTab, fyne.KeyTab, fyne.KeyEnter}, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := window(t)
			yes := false
			dialogs.Confirm(w, dialogs.Question{Title: "Delete this entry?", Text: "It goes to the bin.", Verb: "Delete"}, func() { yes = true })
			if got := focusedLabel(w); got != "Cancel" {
				t.Errorf("the focus is on %q, want Cancel", got)
			}
			for _, key := range tt.keys {
				if key == fyne.KeyTab {
					w.Canvas().FocusNext()
					continue
				}
				press(w, key)
			}
			if yes != tt.yes {
				t.Errorf("yes is %t, want %t", yes, tt.yes)
			}
			if dialogs.IsOpen(w) {
				t.Error("it is still open")
			}
		})
	}
}

func TestFocusComesBack(t *testing.T) {
	w := window(t)
	behind := w.Content().(*widget.Button)
	w.Canvas().Focus(behind)
	dialogs.ShowNotice(w, "Title", "Text")
	if got := focusedLabel(w); got != "Close" {
		t.Fatalf("the focus is on %q, want Close", got)
	}
	press(w, fyne.KeyReturn)
	if w.Canvas().Focused() != fyne.Focusable(behind) {
		t.Errorf("the focus is on %T, want the button behind", w.Canvas().Focused())
	}
}

func TestKeyHandlerComesBack(t *testing.T) {
	w := window(t)
	var got []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { got = append(got, ev.Name) })
	dialogs.ShowNotice(w, "below", "")
	closeLower := dialogs.Show(w, "middle", widget.NewParagraph(""), nil, dialogs.Button{Label: "Close"})
	dialogs.ShowNotice(w, "above", "")
	closeLower()
	press(w, fyne.KeyF1) // the dialog keeps what it has no use for
	press(w, fyne.KeyEscape, fyne.KeyEscape)
	if dialogs.IsOpen(w) {
		t.Fatal("a dialog is still open")
	}
	if len(got) != 0 {
		t.Fatalf("keys went past the dialogs: %v", got)
	}
	press(w, fyne.KeyF1)
	if len(got) != 1 || got[0] != fyne.KeyF1 {
		t.Errorf("the window's handler got %v, want F1", got)
	}
}

func TestShowErrorExplains(t *testing.T) {
	for _, err := range []error{journal.ErrWrongPassphrase, journal.ErrNoSpace, fmt.Errorf("open: %w", journal.ErrDamaged), errors.New("secret words")} {
		w := window(t)
		dialogs.ShowError(w, err)
		what, next := journal.Explain(err)
		got := shown(w)
		for _, sentence := range []string{what, next} {
			for _, word := range strings.Fields(sentence) {
				if !strings.Contains(got, word) {
					t.Errorf("%v: %q lacks %q", err, got, word)
				}
			}
		}
		if strings.Contains(got, "secret") {
			t.Errorf("the error's own text is shown: %q", got)
		}
		dialogs.CloseAll(w)
	}
}

func TestShowErrorOfNothing(t *testing.T) {
	w := window(t)
	dialogs.ShowError(w, nil)
	if dialogs.IsOpen(w) {
		t.Error("no error opened a dialog")
	}
}

func TestLongTextWrapsInTheWindow(t *testing.T) {
	w := window(t)
	dialogs.ShowNotice(w, strings.Repeat("A very long title ", 10), strings.Repeat("and a long text ", 200))
	top := w.Canvas().Overlays().Top()
	if top.MinSize() != (fyne.Size{}) {
		t.Errorf("the dialog wants the window to be %v", top.MinSize())
	}
	b := w.Canvas().Focused().(*widget.Button)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	if bottom := at.Y + b.Size().Height; bottom > w.Canvas().Size().Height {
		t.Errorf("the button ends at %g, below the window", bottom)
	}
}

func TestCloseAll(t *testing.T) {
	w := window(t)
	w.Canvas().Focus(w.Content().(*widget.Button))
	asked := false
	dialogs.Confirm(w, dialogs.Question{Title: "One?", Verb: "Do"}, func() { asked = true })
	progress := dialogs.ShowProgress(w, "Two", func() { asked = true })
	dialogs.AskText(w, dialogs.TextQuestion{Title: "Three?", Verb: "Keep"}, func(string) { asked = true })
	dialogs.CloseAll(w)
	progress.Close()
	progress.Set(0.5)
	if dialogs.IsOpen(w) || asked {
		t.Errorf("open %t, asked %t", dialogs.IsOpen(w), asked)
	}
}

func TestWhatIsBeingWrittenOutlivesCloseAll(t *testing.T) {
	w := window(t)
	var kept []string
	ask := func() {
		dialogs.AskText(w, dialogs.TextQuestion{Title: "Note", Value: "old", Verb: "Keep", Lines: 3},
			func(text string) { kept = append(kept, text) })
	}
	ask()
	dialogs.CloseAll(w)
	if len(kept) != 0 {
		t.Fatalf("an untouched text was handed on: %q", kept)
	}
	ask()
	test.Type(w.Canvas().Focused(), "new ")
	press(w, fyne.KeyEscape)
	if len(kept) != 0 {
		t.Fatalf("a text the person threw away was handed on: %q", kept)
	}
	ask()
	test.Type(w.Canvas().Focused(), "new ")
	dialogs.CloseAll(w)
	if len(kept) != 1 || !strings.Contains(kept[0], "new ") {
		t.Errorf("kept %q", kept)
	}
}

func TestShowErrorIsSilentAfterALock(t *testing.T) {
	w := window(t)
	dialogs.ShowError(w, fmt.Errorf("list entries: %w", journal.ErrClosed))
	if dialogs.IsOpen(w) {
		t.Error("the locked window shows an error")
	}
}

func TestAskText(t *testing.T) {
	for name, tt := range map[string]struct {
		keys []fyne.KeyName
		want string
	}{
		"enter":        {[]fyne.KeyName{fyne.KeyReturn}, "new"},
		"escape":       {[]fyne.KeyName{fyne.KeyEscape}, "not asked"},
		"tabbed enter": {[]fyne.KeyName{fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn}, "new"},
		"cancelled":    {[]fyne.KeyName{fyne.KeyTab, fyne.KeyReturn}, "not asked"},
	} {
		t.Run(name, func(t *testing.T) {
			w := window(t)
			got := "not asked"
			dialogs.AskText(w, dialogs.TextQuestion{Title: "Tag", Value: "old", Verb: "Keep"}, func(s string) { got = s })
			test.Type(w.Canvas().Focused(), "new") // the old text is selected
			for _, key := range tt.keys {
				if key == fyne.KeyTab {
					w.Canvas().FocusNext()
					continue
				}
				press(w, key)
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAskTextOfSeveralLines(t *testing.T) {
	w := window(t)
	got := ""
	dialogs.AskText(w, dialogs.TextQuestion{Title: "Note", Verb: "Keep", Lines: 3}, func(s string) { got = s })
	test.Type(w.Canvas().Focused(), "one")
	press(w, fyne.KeyReturn)
	test.Type(w.Canvas().Focused(), "two")
	w.Canvas().FocusNext()
	w.Canvas().FocusNext()
	press(w, fyne.KeyReturn)
	if got != "one\ntwo" {
		t.Errorf("got %q", got)
	}
}

func TestProgress(t *testing.T) {
	w := window(t)
	cancelled := 0
	p := dialogs.ShowProgress(w, "Saving the summary", func() { cancelled++ })
	p.Set(0.3)
	press(w, fyne.KeyEscape, fyne.KeyEscape, fyne.KeyReturn)
	if cancelled != 1 {
		t.Errorf("cancelled %d times, want once", cancelled)
	}
	if !dialogs.IsOpen(w) {
		t.Error("it closed before the work was over")
	}
	p.Close()
	p.Close()
	if dialogs.IsOpen(w) {
		t.Error("it is still open")
	}
}

func TestProgressWithoutCancel(t *testing.T) {
	w := window(t)
	p := dialogs.ShowProgress(w, "Saving", nil)
	press(w, fyne.KeyEscape, fyne.KeyReturn)
	if !dialogs.IsOpen(w) {
		t.Error("Escape closed it")
	}
	p.Close()
}

func TestShowButtons(t *testing.T) {
	w := window(t)
	field := widget.NewField("")
	var got []string
	add := func(s string) func() { return func() { got = append(got, s) } }
	closeIt := dialogs.Show(w, "Which?", field, field,
		dialogs.Button{Label: "Other", OnTap: add("other"), Keep: true},
		dialogs.Button{Label: "Cancel", OnTap: add("cancel"), Cancels: true},
		dialogs.Button{Label: "Go", OnTap: add("go"), Primary: true, Keep: true})
	if w.Canvas().Focused() != fyne.Focusable(field) {
		t.Errorf("the focus is on %T", w.Canvas().Focused())
	}
	w.Canvas().FocusNext()
	press(w, fyne.KeyReturn)
	if !dialogs.IsOpen(w) {
		t.Error("a button that keeps it open closed it")
	}
	closeIt()
	closeIt()
	if len(got) != 1 || got[0] != "other" {
		t.Errorf("told %v, want other", got)
	}
}
