//go:build linux

package main_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"github.com/jezek/xgb"

	"mend/ui/input"
)

// probeVariable makes the test binary open a window that tells on its standard
// output what it sees, one word a line.
const probeVariable = "MEND_TEST_INPUT_PROBE"

func TestMain(m *testing.M) {
	if os.Getenv(probeVariable) != "" {
		probeInput()
		return
	}
	xgb.Logger.SetOutput(io.Discard) // its errors are returned as well
	os.Exit(m.Run())
}

// probeInput says "seen" for what the watch sees, and what the toolkit gets of
// it. The field has the focus and takes every key; the rest scrolls.
func probeInput() {
	a := app.NewWithID("app.mend.test")
	w := a.NewWindow("Mend")
	field := fynewidget.NewEntry()
	field.OnChanged = func(string) { fmt.Println("typed") }
	tall := canvas.NewRectangle(nil)
	tall.SetMinSize(fyne.NewSize(10, 9000))
	scroll := container.NewVScroll(tall)
	scroll.OnScrolled = func(fyne.Position) { fmt.Println("scrolled") }
	tap := fynewidget.NewButton("Tap", func() { fmt.Println("tapped") })
	w.SetContent(container.NewBorder(field, tap, nil, nil, scroll))
	w.Canvas().Focus(field)
	a.Lifecycle().SetOnStarted(func() {
		if err := input.Watch(w, func() { fmt.Println("seen") }, func(down bool) { fmt.Println("held", down) }); err != nil {
			fmt.Println("failed")
		}
		fmt.Println("ready")
	})
	w.ShowAndRun()
}

// TestTourInputIsSeen drives a real window and looks whether every kind of
// input is seen, and still reaches the toolkit.
func TestTourInputIsSeen(t *testing.T) {
	needWindowTools(t)
	d := newDisplay(t)
	_, lines := startProbe(t, d)
	for _, test := range []struct {
		name string
		does []string // of xdotool
		gets string   // what the toolkit says then, if anything
	}{
		{"the pointer moves", []string{"mousemove", "400", "400"}, ""},
		{"a key in the field", []string{"key", "a"}, "typed"},
		{"a key that the field keeps to itself", []string{"key", "F5"}, ""},
		{"the wheel", []string{"click", "5"}, "scrolled"},
		{"the pointer comes to the button", []string{"mousemove", "400", "785"}, ""},
		{"a click", []string{"click", "1"}, "tapped"},
		{"another, where the pointer is", []string{"click", "1"}, "tapped"},
	} {
		d.settle() // what came of the act before is over
		for len(lines) > 0 {
			<-lines
		}
		if _, err := d.xdotool(test.does...); err != nil {
			t.Fatal(err)
		}
		expectLine(t, lines, test.name, "seen")
		if test.gets != "" {
			expectLine(t, lines, test.name, test.gets)
		}
	}
}

// startProbe starts the probe and returns it, with what it says, once it is
// ready.
func startProbe(t *testing.T, d *display) (*exec.Cmd, <-chan string) {
	t.Helper()
	probe := exec.Command(os.Args[0])
	probe.Env = newHome(t).environment("DISPLAY="+d.name, probeVariable+"=1")
	out, err := probe.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	startUntilEnd(t, probe)
	lines := make(chan string, 999)
	go func() {
		defer close(lines)
		for all := bufio.NewScanner(out); all.Scan(); {
			lines <- strings.TrimSpace(all.Text())
		}
	}()
	until(t, "the window to open", patience, func() bool {
		_, err := d.xdotool("search", "--onlyvisible", "--name", "^Mend$", "windowactivate", "--sync")
		return err == nil
	})
	expectLine(t, lines, "start", "ready")
	d.settle()
	return probe, lines
}

// expectLine reads lines up to the wanted one.
func expectLine(t *testing.T, lines <-chan string, what, want string) {
	t.Helper()
	until(t, want+" ("+what+")", patience, func() bool {
		for {
			select {
			case line, open := <-lines:
				if !open || line == "failed" {
					t.Fatalf("%s: the window ended or can't be watched", what)
				}
				if line == want {
					return true
				}
			default:
				return false
			}
		}
	})
}
