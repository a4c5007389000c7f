//go:build linux

package main_test

import (
	"bytes"
	"encoding/json"
	"image"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"
)

// picturesFolder is where the tour leaves what a person would see.
const picturesFolder = "build/tour"

// What the tour types. The rare words are what no file may hold but an export
// that was asked for.
const (
	passphrase  = "four vexilloid lanterns by the sea"
	rareTitle   = "quoltharbour"
	rareBody    = "wrenlithograph"
	rareTag     = "zephyrbracken"
	rareFeeling = "mizzleblithe"
	rareNote    = "fenwickorrery"
	rareAnswer  = "saltmarshgable" // to a question of the guide
	rareSearch  = "plovertinsel"   // looked for in the journal, which does not hold it
	rareFind    = "cinderbasswood" // looked for in a text
	rareName    = "ospreylattice"  // of a summary that was not saved after all
	rareField   = "juniperhalyard" // in a field of a guided page
	rareReason  = "thistlequay"    // why a stage stands as it does
	rareEarlier = "amberstoat"     // in an earlier version of an entry
	rareBinned  = "velvetharrow"   // in an entry in the bin
)

func secrets() []secret {
	return append(methodSecrets(), []secret{
		{"passphrase", passphrase}, {"title", rareTitle}, {"body", rareBody},
		{"tag", rareTag}, {"feeling", rareFeeling}, {"note of a tick", rareNote},
		{"answer to a question", rareAnswer}, {"word looked for in the journal", rareSearch},
		{"word looked for in a text", rareFind}, {"name of a summary that was not saved", rareName},
		{"field of a page", rareField}, {"reason of a state", rareReason},
		{"earlier version", rareEarlier}, {"entry in the bin", rareBinned},
	}...)
}

// step is one thing a person does and what they then see.
type step struct {
	name    string
	acts    []act
	waitFor condition // nil: the picture has changed
	picture string    // name of the picture to keep, "" for none
}

// act is a press of keys or the typing of text.
type act func(*window)

// condition is what a step waits for. It is told how the screen was before.
type condition struct {
	what  string
	holds func(w *window, before *image.RGBA) bool
}

func press(keys ...string) act { return func(w *window) { w.press(keys...) } }
func write(text string) act    { return func(w *window) { w.write(text) } }

// follow takes the steps one by one. Each must show on the screen, or bring
// about what it waits for.
func (w *window) follow(steps []step) {
	w.t.Helper()
	for _, s := range steps {
		w.t.Log(s.name)
		before := w.frame()
		for _, act := range s.acts {
			act(w)
		}
		switch {
		case s.waitFor.holds != nil:
			until(w.t, s.waitFor.what+" ("+s.name+")", patience, func() bool { return s.waitFor.holds(w, before) })
		case len(s.acts) > 0:
			until(w.t, "the picture to change ("+s.name+")", patience, func() bool {
				return differing(before, w.frame()) > caretSize
			})
		}
		w.settle()
		if s.picture != "" {
			w.keep(filepath.Join(picturesFolder, s.picture+".png"))
		}
	}
}

// isOpen waits for the window to hold a journal and to show the places of its
// rail. The screens without an open journal have nothing there; at their foot
// something may move while the journal is being made.
func isOpen(journal string) condition {
	rail := image.Rect(0, 40, 170, 400)
	return condition{"the journal to open", func(w *window, before *image.RGBA) bool {
		return isLocked(w.t, journal+".lock") && differing(crop(before, rail), crop(w.frame(), rail)) > caretSize
	}}
}

// isShut waits for the window to let a journal go.
func isShut(journal string) condition {
	return condition{"the journal to be let go", func(w *window, _ *image.RGBA) bool {
		return !isLocked(w.t, journal+".lock")
	}}
}

// isPainted waits for the window to have drawn itself: no look has black paper.
func isPainted() condition {
	return condition{"the window to be painted", func(w *window, _ *image.RGBA) bool {
		r, g, b, _ := w.frame().At(900, 700).RGBA()
		return r+g+b > 0
	}}
}

// exists waits for a file with something in it.
func exists(file string) condition {
	return condition{"the file to be written", func(*window, *image.RGBA) bool {
		info, err := os.Stat(file)
		return err == nil && info.Size() > 0
	}}
}

// isInked waits for dark words on a part of the screen that is white paper.
func isInked(paper image.Rectangle) condition {
	return condition{"words to be drawn", func(w *window, _ *image.RGBA) bool {
		const dark, light, enough = 90, 240, 500
		frame, n := w.frame(), 0
		if frame.RGBAAt(paper.Min.X, paper.Min.Y).R < light {
			return false
		}
		for y := paper.Min.Y; y < paper.Max.Y; y++ {
			for x := paper.Min.X; x < paper.Max.X; x++ {
				if c := frame.RGBAAt(x, y); c.R < dark && c.G < dark && c.B < dark {
					n++
				}
			}
		}
		return n > enough
	}}
}

func TestTour(t *testing.T) {
	needWindowTools(t)
	if err := os.RemoveAll(picturesFolder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(picturesFolder, 0o755); err != nil {
		t.Fatal(err)
	}
	binary := buildProgram(t)
	parts := map[string]func(*testing.T, *display, string){
		"main job": tourMainJob, "method": tourMethod, "memory": tourMemory, "lock": tourLock,
		"bus elsewhere": tourBusElsewhere, "killed": tourKill,
	}
	for _, look := range looks() {
		parts["every screen "+look.name] = func(t *testing.T, screen *display, binary string) { tourScreens(t, screen, binary, look) }
	}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			parts[name](t, newDisplay(t), binary)
		})
	}
}

// needWindowTools skips the tour where it can't run, unless it was asked for.
func needWindowTools(t *testing.T) {
	t.Helper()
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		t.Skip("the real window is not driven by a test built with -race: run make tour")
	}
	for _, tool := range []string{"Xvfb", "openbox", "xdotool"} {
		if _, err := exec.LookPath(tool); err == nil {
			continue
		}
		if os.Getenv("MEND_TOUR") == "required" {
			t.Fatalf("%s is not installed: run make tour, which installs it", tool)
		}
		t.Skipf("the real window can't be driven: %s is not installed; make tour installs it", tool)
	}
}

// tourMainJob begins a journal, writes, ticks, searches, makes summaries, locks
// and comes back, by keyboard alone; then asks the command line what is there.
func tourMainJob(t *testing.T, screen *display, binary string) {
	h := newHome(t)
	journal := h.path("data", "mend", "journal.mend")
	exports := t.TempDir()
	w := openWindow(screen, h, "light", binary)

	w.follow(slices.Concat(begin(journal), writeEntries(), walkPath(), search(), summarise(exports)))
	w.follow([]step{{"lock", []act{press("ctrl+l")}, isShut(journal), "main-16-locked"}})
	w.expectNoLeaks(exports)

	c := commandLine{t, h, binary, journal}
	c.expectWritten()
	c.expectSummaries(exports)

	w.follow([]step{{"unlock again", []act{write(passphrase), press("Return")}, isOpen(journal), "main-17-back"}})
	w.follow([]step{{name: "make the text larger", acts: []act{press("ctrl+equal")}}})
	w.quit()
	h.expectNoTraces(t)
	w.expectNoLeaks(exports)
	w.expectNoNetwork()
}

// begin goes through the first-run pages.
func begin(journal string) []step {
	return []step{
		{name: "who could read this", picture: "main-1-welcome"},
		{name: "go on to the passphrase", acts: []act{press("Return")}},
		{name: "choose a passphrase", acts: []act{write(passphrase), press("Return"), write(passphrase)}, picture: "main-2-passphrase"},
		{name: "go on to the recovery code", acts: []act{press("Return")}},
		{name: "go on without one to the role", acts: []act{press("Return")}, picture: "main-3-role"},
		{name: "go on to the questions about safety", acts: []act{press("Tab", "Tab", "Tab", "Return")}, picture: "main-3-safety"},
		{name: "answer none, create the journal", acts: []act{press("Return")}, waitFor: isOpen(journal), picture: "main-4-empty"},
	}
}

// writeEntries writes one entry with a title, a tag, a feeling in the person's
// own word and a link to the first stage, and another of a line. From the body,
// Tab leads to the moment, the link, the feelings and the tags.
func writeEntries() []step {
	return []step{
		{name: "begin an entry", acts: []act{press("ctrl+n")}},
		{name: "write it", acts: []act{write("We walked home without a word. " + rareBody)}},
		{name: "give it a title", acts: []act{press("shift+Tab"), write("The long way " + rareTitle), press("Return")}},
		{name: "go to its tags", acts: []act{press("Tab", "Tab", "Tab", "Tab")}},
		{name: "tag it", acts: []act{write(rareTag), press("Return")}},
		{name: "open the feelings", acts: []act{press("shift+Tab", "shift+Tab", "Return")}, picture: "main-5-feelings"},
		{name: "name one in an own word", acts: []act{write(rareFeeling), press("Return")}},
		{name: "put the feelings away", acts: []act{press("Escape")}},
		{name: "open the link", acts: []act{press("Tab", "Tab", "Return")}},
		{name: "link it to the first stage", acts: []act{press("space")}, picture: "main-6-link"},
		{name: "put the link away", acts: []act{press("Escape")}, picture: "main-7-written"},
		{name: "begin another", acts: []act{press("ctrl+n")}},
		{name: "write that", acts: []act{write("A short talk in the kitchen, calmer than last week.")}},
	}
}

const answer = "I said it out loud for the first time. " + rareAnswer

// What Tab leads over on the path before it comes to the steps: the stages, what
// leads to the guides, and the states.
const pathStages, pathWays, stageStates = 12, 1, 7

// walkPath ticks the first step of the first stage with a note, and writes
// about it. From the first stage Tab leads through the other stages and the
// states of this one to its steps.
func walkPath() []step {
	return []step{
		{name: "go to the path", acts: []act{press("ctrl+3")}, picture: "main-8-path"},
		{name: "go to the first step", acts: []act{press(slices.Repeat([]string{"Tab"}, pathStages+pathWays+stageStates)...)}},
		{name: "tick it", acts: []act{press("space")}},
		{name: "open its note", acts: []act{press("Tab", "Tab", "Return")}},
		{name: "note something", acts: []act{write("it was enough for today " + rareNote)}, picture: "main-9-note"},
		{name: "keep the note", acts: []act{press("ctrl+Return")}, picture: "main-10-ticked"},
		{name: "write about this", acts: []act{press("shift+Tab", "Return")}},
		{name: "answer the question", acts: []act{write(answer)}, picture: "main-11-answer"},
		{name: "look for a word in it", acts: []act{press("ctrl+shift+f"), write(rareFind)}},
		{name: "leave off", acts: []act{press("Escape")}},
	}
}

func search() []step {
	return []step{
		{name: "look for a word that is not there", acts: []act{press("ctrl+f"), write(rareSearch)}},
		{name: "look for a word", acts: []act{press("ctrl+a"), write(rareBody)}, picture: "main-12-found"},
	}
}

// summarise saves the summary in every format. From the first choice, Shift+Tab
// leads over the rail to the button that saves, and from there over those that
// print and show it to the formats.
func summarise(folder string) []step {
	file := func(format string) string { return filepath.Join(folder, "summary."+format) }
	save := func(format string) step {
		return step{name: "save it as " + format, acts: []act{press("ctrl+a"), write(file(format)), press("Return")}, waitFor: exists(file(format))}
	}
	return []step{
		{name: "go to the summary", acts: []act{press("ctrl+e")}, picture: "main-13-summary"},
		{name: "ask to save it", acts: []act{press("shift+Tab", "shift+Tab", "Return")}, picture: "main-14-before-saving"},
		{name: "go on to the place, unsealed", acts: []act{press("shift+Tab", "Return")}, picture: "main-15-place"},
		{name: "name it", acts: []act{press("ctrl+a"), write(file(rareName))}},
		{name: "think better of it", acts: []act{press("Escape")}},
		{name: "ask again, and go on unsealed again", acts: []act{press("Return", "shift+Tab", "Return")}},
		save("pdf"),
		{name: "choose Markdown", acts: []act{press("shift+Tab", "shift+Tab", "shift+Tab", "space")}},
		{name: "ask to save that", acts: []act{press("Tab", "Tab", "Return")}},
		save("md"),
		{name: "choose HTML", acts: []act{press("shift+Tab", "shift+Tab", "shift+Tab", "space")}},
		{name: "ask to save that too", acts: []act{press("Tab", "Tab", "Tab", "Return")}},
		save("html"),
	}
}

// tourKill ends the program without warning while it saves words as they are
// typed. What was saved before must be whole, and of these words a beginning
// may be there.
func tourKill(t *testing.T, screen *display, binary string) {
	const (
		first  = "These words are saved. " + rareTitle
		second = " And these were being typed, without a pause, when the power went. " + rareBody
	)
	h := newHome(t)
	c := commandLine{t, h, binary, h.path("journal.mend")}
	c.run("new", "--role", "unsure")
	w := openWindow(screen, h, "light", binary, c.journal)
	w.follow([]step{
		{name: "unlock", acts: []act{write(passphrase), press("Return")}, waitFor: isOpen(c.journal)},
		{name: "begin an entry", acts: []act{press("ctrl+n")}},
	})
	before := changed(t, c.journal)
	w.follow([]step{{name: "write", acts: []act{write(first)}, waitFor: condition{"the words to be saved", func(*window, *image.RGBA) bool {
		last := changed(t, c.journal)
		return last.After(before) && time.Since(last) > quiet
	}}}})

	before = changed(t, c.journal)
	for letter := range strings.SplitSeq(second, "") {
		if w.slowly(letter); changed(t, c.journal).After(before) {
			break
		}
	}
	w.kill()
	w.expectNoLeaks()

	all := c.list()
	if len(all) != 1 {
		t.Fatalf("%d entries after the kill, want 1", len(all))
	}
	var kept struct{ Body string }
	if err := json.Unmarshal(c.run("show", all[0].ID), &kept); err != nil {
		t.Fatal(err)
	}
	if begun, whole := strings.CutPrefix(kept.Body, first); !whole || !strings.HasPrefix(second, begun) {
		t.Errorf("the journal holds %q, want the first words and a beginning of the others", kept.Body)
	}
	c.expectSound()
}

// tourBusElsewhere opens the window on a desktop that names a bus in the network
// and no look, for which the toolkit would ask there.
func tourBusElsewhere(t *testing.T, screen *display, binary string) {
	h := newHome(t)
	h.bus = "tcp:host=127.0.0.1,port=9"
	w := openWindow(screen, h, "", binary)
	w.quit()
	w.expectNoNetwork()
}

// expectNoLeaks searches every file below the home, and every other that the
// program wrote, for what was typed. Only files in the folders that were chosen
// for exports may hold it.
func (w *window) expectNoLeaks(chosen ...string) {
	w.t.Helper()
	files := append(filesBelow(w.t, w.home.folder), writtenFiles(w.traceSoFar())...)
	files = slices.DeleteFunc(files, func(file string) bool { return slices.Contains(chosen, filepath.Dir(file)) })
	for _, leak := range leaks(w.t, files, secrets()) {
		w.t.Error(leak)
	}
}

// expectNoNetwork looks whether the program ever made a socket of the network.
func (w *window) expectNoNetwork() {
	w.t.Helper()
	if w.trace == "" {
		w.t.Log("this system lets no program be traced: sockets were not looked at")
		return
	}
	trace := w.traceSoFar()
	if !bytes.Contains(trace, []byte("openat(")) {
		w.t.Error("the trace is empty: it proves nothing")
	}
	for _, line := range networkSockets(trace) {
		w.t.Errorf("a network socket was made: %s", line)
	}
}

func (w *window) traceSoFar() []byte {
	w.t.Helper()
	if w.trace == "" {
		return nil
	}
	trace, err := os.ReadFile(w.trace)
	if err != nil {
		w.t.Fatal(err)
	}
	return trace
}
