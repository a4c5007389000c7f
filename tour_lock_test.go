//go:build linux

package main_test

import (
	"encoding/json"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// moment is something a person may be in the middle of when they lock.
type moment struct {
	name  string
	acts  []act
	types string // what is typed then, up to the key that locks
	after act    // what is let go of when it is locked; nil: nothing
}

func moments() []moment {
	return []moment{
		{name: "typing", acts: []act{press("ctrl+n")}, types: "one, and the last key"},
		{name: "a menu of the window", acts: []act{point("mousemove", "30", "12", "click", "1")}},
		{name: "a menu over the text", acts: []act{press("ctrl+n"), write("two"), point("mousemove", "800", "400", "click", "3")}},
		{name: "a note", acts: []act{openNote}, types: "three, on a step"},
		{name: "a file dialog", acts: []act{press("ctrl+e"), press("shift+Tab", "shift+Tab", "Return"), press("Return")}},
		{name: "a drag", acts: []act{press("ctrl+n"), write("four words to drag over"),
			point("mousemove", "590", "124", "mousedown", "1", "mousemove", "700", "126")}, after: point("mouseup", "1")},
		{name: "help", acts: []act{press("F1")}},
	}
}

// point moves and presses the pointer, in the words of xdotool.
func point(does ...string) act {
	return func(w *window) {
		w.t.Helper()
		if _, err := w.xdotool(does...); err != nil {
			w.t.Fatal(err)
		}
	}
}

// openNote goes to the first step of the path and asks for its note.
func openNote(w *window) {
	w.t.Helper()
	toNote := slices.Repeat([]string{"Tab"}, pathStages+pathWays+stageStates+2)
	w.follow([]step{
		{name: "go to the path", acts: []act{press("ctrl+3")}},
		{name: "open the note of the first step", acts: []act{press(append(toNote, "Return")...)}},
	})
}

// tourLock locks in the middle of everything. Each time the window must show
// the same and nothing else, let the journal go, and have kept what was typed up
// to the last key. At last the system ends the program while a note is written.
func tourLock(t *testing.T, screen *display, binary string) {
	h := newHome(t)
	c := commandLine{t, h, binary, h.path("journal.mend")}
	c.run("new", "--role", "unsure")
	w := openWindow(screen, h, "light", binary, c.journal)
	var shut *image.RGBA // what the window shows when it is locked
	for _, m := range moments() {
		w.begin(m, c.journal)
		w.follow([]step{{"lock during " + m.name, []act{press("ctrl+l")}, isShut(c.journal), ""}})
		if m.after != nil {
			m.after(w)
		}
		point("mousemove", "1279", "799")(w)
		w.settle()
		if shut == nil {
			shut = w.frame()
			w.keep(filepath.Join(picturesFolder, "lock.png"))
		}
		if n := differing(shut, w.frame()); n > caretSize {
			w.keep(filepath.Join(picturesFolder, "lock-after-"+strings.ReplaceAll(m.name, " ", "-")+".png"))
			t.Errorf("%s: the locked window shows something else: %d pixels differ", m.name, n)
		}
	}
	w.begin(moment{name: "the end", acts: []act{openNote}, types: "five, before the end; "}, c.journal)
	w.settle() // a signal does not wait its turn behind keys as Ctrl+L does
	if err := syscall.Kill(w.pid(), syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	until(t, "the program to end", patience, w.hasEnded)
	c.expectKept([]string{"one, and the last key", "two", "four words to drag over"}, "five, before the end; three, on a step")
}

// begin unlocks the journal and begins something.
func (w *window) begin(m moment, journal string) {
	w.t.Helper()
	w.follow([]step{{"unlock for " + m.name, []act{write(passphrase), press("Return")}, isOpen(journal), ""}})
	for _, a := range m.acts {
		w.follow([]step{{name: "begin " + m.name, acts: []act{a}}})
	}
	w.keep(filepath.Join(picturesFolder, "lock-during-"+strings.ReplaceAll(m.name, " ", "-")+".png"))
	if m.types != "" {
		w.write(m.types)
	}
}

// expectKept looks for entries with the bodies, in any order, and for the note
// of the last tick.
func (c commandLine) expectKept(bodies []string, note string) {
	c.t.Helper()
	var archive struct {
		Entries []struct{ Body string }
		Ticks   []struct{ Note string }
	}
	if err := json.Unmarshal(c.archive(), &archive); err != nil {
		c.t.Fatal(err)
	}
	var got []string
	for _, e := range archive.Entries {
		got = append(got, e.Body)
	}
	slices.Sort(got)
	slices.Sort(bodies)
	if !slices.Equal(got, bodies) {
		c.t.Errorf("the entries are %q, want %q", got, bodies)
	}
	if len(archive.Ticks) == 0 || archive.Ticks[len(archive.Ticks)-1].Note != note {
		c.t.Errorf("the ticks are %+v, want the note %q last", archive.Ticks, note)
	}
}
