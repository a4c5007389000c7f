//go:build linux

package main_test

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

const (
	stillFor  = 400 * time.Millisecond // how long a picture must not move
	caretSize = 120                    // pixels that may blink in a still picture
)

// settle waits until the window has taken in all that was pressed, has nothing
// more to do, and the screen has stopped moving, but for a caret. A picture that
// stands is not enough: it also stands while the window waits for the processor
// or the disk.
func (d *display) settle() {
	d.t.Helper()
	d.asker.ask()
	last, since := d.frame(), time.Now()
	until(d.t, "the picture to be still", patience, func() bool {
		if time.Since(since) >= stillFor {
			d.asker.ask() // the answer comes after the last picture was drawn
		}
		if now := d.frame(); differing(last, now) > caretSize {
			last, since = now, time.Now()
		}
		return time.Since(since) >= stillFor && !d.asker.isBusy()
	})
}

// asker asks the window with the focus whether it keeps up, with the ping of
// the Extended Window Manager Hints (freedesktop.org). A window takes in what
// happens to it in order: once it answers, all that was pressed before is dealt
// with.
type asker struct {
	t                                *testing.T
	x                                *xgb.Conn
	root                             xproto.Window
	active, protocols, ping, process xproto.Atom
	asked                            uint32 // questions so far
}

// newAsker connects to a display until the end of the test.
func newAsker(t *testing.T, display string) *asker {
	t.Helper()
	x, err := xgb.NewConnDisplay(display)
	if err != nil {
		t.Fatalf("connect to the virtual screen: %v", err)
	}
	t.Cleanup(x.Close)
	a := &asker{t: t, x: x, root: xproto.Setup(x).DefaultScreen(x).Root}
	for name, atom := range map[string]*xproto.Atom{
		"_NET_ACTIVE_WINDOW": &a.active, "WM_PROTOCOLS": &a.protocols, "_NET_WM_PING": &a.ping, "_NET_WM_PID": &a.process,
	} {
		reply, err := xproto.InternAtom(x, false, uint16(len(name)), name).Reply()
		if err != nil {
			t.Fatal(err)
		}
		*atom = reply.Atom
	}
	// Windows answer to the root window.
	if err := xproto.ChangeWindowAttributesChecked(x, a.root, xproto.CwEventMask, []uint32{xproto.EventMaskSubstructureNotify}).Check(); err != nil {
		t.Fatal(err)
	}
	return a
}

// ask returns once the window with the focus answers, or there is none.
func (a *asker) ask() {
	a.t.Helper()
	window := a.focused()
	if window == 0 {
		return
	}
	a.asked++
	question := xproto.ClientMessageEvent{
		Format: 32, Window: window, Type: a.protocols,
		Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(a.ping), a.asked, uint32(window), 0, 0}),
	}
	xproto.SendEvent(a.x, false, window, xproto.EventMaskNoEvent, string(question.Bytes()))
	until(a.t, "the window to take in what was pressed", patience, func() bool {
		return a.isAnswered() || a.focused() != window
	})
}

// focused is the window with the focus, 0 for none.
func (a *asker) focused() xproto.Window {
	a.t.Helper()
	return xproto.Window(a.property(a.root, a.active, xproto.AtomWindow))
}

// property is the first number of a property of a window, 0 if there is none.
func (a *asker) property(of xproto.Window, name, kind xproto.Atom) uint32 {
	a.t.Helper()
	reply, err := xproto.GetProperty(a.x, false, of, name, kind, 0, 1).Reply()
	if err != nil || len(reply.Value) < 4 {
		return 0 // the window is gone, or never told
	}
	return binary.LittleEndian.Uint32(reply.Value)
}

// isBusy reports whether a thread of the program with the focus works or waits
// for the disk. The first one is left out: it looks for keys all the time.
func (a *asker) isBusy() bool {
	a.t.Helper()
	process := strconv.Itoa(int(a.property(a.focused(), a.process, xproto.AtomCardinal)))
	threads, _ := filepath.Glob(filepath.Join("/proc", process, "task/*/stat"))
	return slices.ContainsFunc(threads, func(file string) bool {
		if filepath.Base(filepath.Dir(file)) == process {
			return false
		}
		stat, _ := os.ReadFile(file) // it may have ended just now
		_, state, _ := strings.Cut(string(stat), ") ")
		return strings.HasPrefix(state, "R") || strings.HasPrefix(state, "D")
	})
}

// isAnswered reports whether the last question has been answered.
func (a *asker) isAnswered() bool {
	for {
		event, err := a.x.PollForEvent()
		if event == nil && err == nil {
			return false
		}
		answer, ok := event.(xproto.ClientMessageEvent)
		if ok && answer.Type == a.protocols && answer.Data.Data32[0] == uint32(a.ping) && answer.Data.Data32[1] == a.asked {
			return true
		}
	}
}

// TestTourWaitsForTheWindow stops a window while a key is on its way to it.
func TestTourWaitsForTheWindow(t *testing.T) {
	needWindowTools(t)
	d := newDisplay(t)
	probe, lines := startProbe(t, d)
	signal := func(s syscall.Signal) {
		if err := syscall.Kill(probe.Process.Pid, s); err != nil {
			t.Error(err)
		}
	}
	signal(syscall.SIGSTOP)
	var goesOn atomic.Bool
	time.AfterFunc(3*stillFor, func() {
		goesOn.Store(true)
		signal(syscall.SIGCONT)
	})
	d.press("a")
	d.settle()
	if !goesOn.Load() {
		t.Error("the picture is taken for still while the window does not run")
	}
	expectLine(t, lines, "a key while it did not run", "typed")
}
