package dialogs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/widget"
)

// home makes a home folder with a few files in it.
func home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("USERPROFILE", dir)
	for _, name := range []string{"papers/letter.mend", "papers/notes.txt", "old.mend", ".hidden.mend"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// write replaces what is in the focused field.
func write(w fyne.Window, text string) {
	f := w.Canvas().Focused().(*widget.Field)
	f.SelectAll()
	test.Type(f, text)
}

func TestAskSavePath(t *testing.T) {
	dir := home(t)
	for name, tt := range map[string]struct{ written, want string }{
		"as offered":    {"", filepath.Join(dir, "summary.pdf")},
		"tilde":         {"~/papers/new.pdf", filepath.Join(dir, "papers", "new.pdf")},
		"bare name":     {"new.pdf", filepath.Join(dir, "new.pdf")},
		"absolute":      {filepath.Join(dir, "x", "..", "new.pdf"), filepath.Join(dir, "new.pdf")},
		"with spaces":   {"  new.pdf ", filepath.Join(dir, "new.pdf")},
		"empty":         {" ", ""},
		"folder":        {"~/papers/", ""},
		"tilde alone":   {"~", ""},
		"existing file": {"~/old.mend", ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := window(t)
			got := ""
			dialogs.AskSavePath(w, dialogs.SaveQuestion{
				Title: "Save the summary", Name: "summary.pdf", Verb: "Save", Tasks: tasks.NewSync(),
			}, func(path string) { got = path })
			if tt.written != "" {
				write(w, tt.written)
			}
			press(w, fyne.KeyReturn)
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if open := dialogs.IsOpen(w); open != (tt.want == "") {
				t.Errorf("open is %t", open)
			}
		})
	}
}

func TestReplacingIsAskedFor(t *testing.T) {
	for name, tt := range map[string]struct {
		tabs int
		want bool
	}{"enter is no": {0, false}, "the verb is yes": {1, true}} {
		t.Run(name, func(t *testing.T) {
			w := window(t)
			saved := false
			dialogs.AskSavePath(w, dialogs.SaveQuestion{
				Title: "Save", Name: "summary.pdf", Verb: "Save", Exists: func(string) bool { return true },
			}, func(string) { saved = true })
			press(w, fyne.KeyReturn)
			if saved || !strings.Contains(shown(w), "Replace") {
				t.Fatalf("saved %t before asking: %s", saved, shown(w))
			}
			for range tt.tabs {
				w.Canvas().FocusNext()
			}
			press(w, fyne.KeyReturn)
			if saved != tt.want {
				t.Errorf("saved is %t, want %t", saved, tt.want)
			}
			if dialogs.IsOpen(w) == tt.want {
				t.Errorf("the question for the path is open: %t", dialogs.IsOpen(w))
			}
		})
	}
}

func TestBrowseForAFileByKeyboard(t *testing.T) {
	dir := home(t)
	w := window(t)
	got := ""
	dialogs.AskOpenPath(w, dialogs.OpenQuestion{
		Title: "Open another journal", Verb: "Open", Extensions: []string{".mend"}, Tasks: tasks.NewSync(),
	}, func(path string) { got = path })
	w.Canvas().FocusNext() // Browse
	press(w, fyne.KeyReturn)
	list := w.Canvas().Focused().(*widget.List)
	if n := list.Length(); n != 2 {
		t.Fatalf("the home folder shows %d things, want papers and old.mend: %s", n, shown(w))
	}
	press(w, fyne.KeyHome, fyne.KeyReturn) // into papers
	if s := shown(w); !strings.Contains(s, "letter.mend") || strings.Contains(s, "notes.txt") {
		t.Errorf("papers shows %q", s)
	}
	press(w, fyne.KeyBackspace, fyne.KeyHome, fyne.KeyReturn, fyne.KeyHome, fyne.KeyReturn)
	press(w, fyne.KeyReturn)
	if want := filepath.Join(dir, "papers", "letter.mend"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if dialogs.IsOpen(w) {
		t.Error("a dialog is still open")
	}
}

func TestBrowseForAFolderKeepsTheName(t *testing.T) {
	dir := home(t)
	w := window(t)
	got := ""
	dialogs.AskSavePath(w, dialogs.SaveQuestion{Title: "Save", Name: "summary.pdf", Verb: "Save"}, func(path string) { got = path })
	w.Canvas().FocusNext()
	press(w, fyne.KeyReturn)
	press(w, fyne.KeyHome, fyne.KeyReturn) // into papers, which holds no folder
	w.Canvas().FocusNext()
	w.Canvas().FocusNext()
	w.Canvas().FocusNext()
	if l := focusedLabel(w); l != "Choose" {
		t.Fatalf("the focus is on %q, want Choose", l)
	}
	press(w, fyne.KeyReturn, fyne.KeyReturn)
	if want := filepath.Join(dir, "papers", "summary.pdf"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBrowseBeginsWhereThereIsAFolder(t *testing.T) {
	dir := home(t)
	w := window(t)
	dialogs.AskOpenPath(w, dialogs.OpenQuestion{Title: "Open", Verb: "Open"}, func(string) {})
	write(w, "~/nowhere/yet/x.mend")
	w.Canvas().FocusNext()
	press(w, fyne.KeyReturn)
	if s := shown(w); !strings.Contains(s, dir) || strings.Contains(s, "nowhere") {
		t.Errorf("it shows %q", s)
	}
	press(w, fyne.KeyEscape, fyne.KeyEscape)
	if dialogs.IsOpen(w) {
		t.Error("a dialog is still open")
	}
}

// Of a long path the field would show the end alone: the folder is written out.
func TestTheFolderIsWrittenOut(t *testing.T) {
	dir := home(t)
	w := window(t)
	long := filepath.Join(dir, strings.Repeat("a long name ", 12), "here")
	got := ""
	dialogs.AskSavePath(w, dialogs.SaveQuestion{Title: "Save", Name: filepath.Join(long, "summary.pdf"), Verb: "Save",
		Exists: func(string) bool { return false }}, func(path string) { got = path })
	field := w.Canvas().Focused().(*widget.Field)
	if s := shown(w); field.Text != "summary.pdf" || !strings.Contains(s, "In the folder "+long) {
		t.Errorf("the field has %q, and it shows %q", field.Text, s)
	}
	for written, folder := range map[string]string{
		"~/papers/x.pdf": filepath.Join(dir, "papers"), "/elsewhere/x.pdf": "/elsewhere", "y.pdf": long, "sub/y.pdf": filepath.Join(long, "sub"), "": long,
	} {
		if field.SelectAll(); written == "" {
			field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
		test.Type(field, written)
		if s := shown(w); !strings.Contains(s, "In the folder "+folder) {
			t.Errorf("of %q it shows %q", written, s)
		}
	}
	write(w, "sub/z.pdf")
	press(w, fyne.KeyReturn)
	if want := filepath.Join(long, "sub", "z.pdf"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// No bar lies over the letters of a long name.
func TestALongNameHasNoBarOverIt(t *testing.T) {
	home(t)
	w := window(t)
	dialogs.AskSavePath(w, dialogs.SaveQuestion{Title: "Save", Name: strings.Repeat("long", 60) + ".pdf", Verb: "Save"}, func(string) {})
	field := w.Canvas().Focused().(*widget.Field)
	th := field.Theme()
	for _, name := range []fyne.ThemeSizeName{theme.SizeNameScrollBar, theme.SizeNameScrollBarSmall} {
		if size := th.Size(name); size != 0 {
			t.Errorf("%s is %g", name, size)
		}
	}
}
