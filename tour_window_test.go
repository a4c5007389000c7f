//go:build linux

package main_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	screenSize = "1280x800x24"
	patience   = 30 * time.Second      // how long anything on the screen may take
	lookEvery  = 40 * time.Millisecond // how often a condition is looked at
)

// display is a virtual screen of its own with a window manager.
type display struct {
	t      *testing.T
	name   string // ":7"
	frames string // file that holds the pixels of the screen at any moment
	asker  *asker
}

// newDisplay starts a screen that ends with the test.
func newDisplay(t *testing.T) *display {
	t.Helper()
	folder := t.TempDir()
	d := &display{t: t, frames: filepath.Join(folder, "Xvfb_screen0")}
	number, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	// Without -noreset the server starts itself anew when its last client
	// leaves, and whoever connects at that moment is turned away. Without -r a
	// key counts as held, and repeats, when xdotool is late to let go of it.
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", screenSize, "-fbdir", folder, "-nolisten", "tcp", "-noreset", "-r")
	server.ExtraFiles = []*os.File{write}
	startUntilEnd(t, server)
	write.Close()
	line, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		t.Fatalf("the virtual screen did not start: %v", err)
	}
	d.name = ":" + strings.TrimSpace(line)
	d.asker = newAsker(t, d.name)
	d.manageWindows(folder)
	if _, err := d.xdotool("mousemove", "1279", "799"); err != nil {
		t.Fatal(err)
	}
	return d
}

// manageWindows starts a window manager that gives every window the whole
// screen and takes no keys for itself.
func (d *display) manageWindows(folder string) {
	const config = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <applications><application class="*"><decor>no</decor><maximized>yes</maximized><focus>yes</focus></application></applications>
</openbox_config>`
	file := filepath.Join(folder, "openbox.xml")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		d.t.Fatal(err)
	}
	manager := exec.Command("openbox", "--sm-disable", "--config-file", file)
	manager.Env = []string{"DISPLAY=" + d.name, "HOME=" + folder, "XDG_CACHE_HOME=" + folder, "PATH=" + os.Getenv("PATH")}
	startUntilEnd(d.t, manager)
	until(d.t, "the window manager to answer", patience, func() bool {
		_, err := d.xdotool("getwindowfocus")
		return err == nil
	})
}

// startUntilEnd starts a program in a process group of its own and ends the
// group with the test.
func startUntilEnd(t *testing.T, c *exec.Cmd) {
	t.Helper()
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := c.Start(); err != nil {
		t.Fatalf("start %s: %v", filepath.Base(c.Path), err)
	}
	t.Cleanup(func() {
		_ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL) // gone already is fine
		_ = c.Wait()                                      // so is how it ended
	})
}

func (d *display) xdotool(args ...string) (string, error) {
	c := exec.CommandContext(d.t.Context(), "xdotool", args...)
	c.Env = []string{"DISPLAY=" + d.name, "PATH=" + os.Getenv("PATH")}
	out, err := c.Output()
	return strings.TrimSpace(string(out)), err
}

// press presses keys one after the other, named as in "ctrl+n" or "Tab".
func (d *display) press(keys ...string) {
	d.t.Helper()
	if _, err := d.xdotool(append([]string{"key", "--delay", "40"}, keys...)...); err != nil {
		d.t.Fatalf("press keys: %v", err)
	}
}

// write types text, which must be on a plain keyboard.
func (d *display) write(text string) {
	d.t.Helper()
	if _, err := d.xdotool("type", "--delay", "15", text); err != nil {
		d.t.Fatalf("type text: %v", err)
	}
}

// slowly types text at the pace of a fast writer.
func (d *display) slowly(text string) {
	d.t.Helper()
	if _, err := d.xdotool("type", "--delay", "80", text); err != nil {
		d.t.Fatalf("type text: %v", err)
	}
}

// frame is the screen as it is now. The file is in the format of xwd: a header
// of big-endian words, a colour map, and rows of blue, green, red, unused.
func (d *display) frame() *image.RGBA {
	d.t.Helper()
	dump, err := os.ReadFile(d.frames)
	if err != nil {
		d.t.Fatal(err)
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	width, height, row := word(4), word(5), word(12)
	pixels := dump[word(0)+12*word(19):]
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			from, to := pixels[y*row+4*x:], picture.Pix[picture.PixOffset(x, y):]
			to[0], to[1], to[2], to[3] = from[2], from[1], from[0], 255
		}
	}
	return picture
}

// differing counts the pixels that two frames of one size do not share.
func differing(a, b *image.RGBA) int {
	n := 0
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			i, k := y*a.Stride+4*x, y*b.Stride+4*x
			if !bytes.Equal(a.Pix[i:i+4], b.Pix[k:k+4]) {
				n++
			}
		}
	}
	return n
}

// crop is a part of a frame.
func crop(frame *image.RGBA, part image.Rectangle) *image.RGBA {
	return frame.SubImage(part).(*image.RGBA)
}

// keep writes the screen as a PNG.
func (d *display) keep(file string) {
	d.t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, d.frame()); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		d.t.Fatal(err)
	}
}

// home is a private home folder: everything a program writes lies below it.
type home struct {
	folder string
	bus    string // the address of the desktop's bus; "" for one that is not there
}

func newHome(t *testing.T) home {
	t.Helper()
	h := home{folder: t.TempDir()}
	for _, name := range []string{"cache", "run", "tmp"} {
		if err := os.Mkdir(filepath.Join(h.folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

func (h home) path(parts ...string) string {
	return filepath.Join(append([]string{h.folder}, parts...)...)
}

// environment shuts the program in: its files, its screen if it has one, and
// no bus to talk to the desktop.
func (h home) environment(more ...string) []string {
	bus := h.bus
	if bus == "" {
		bus = "unix:path=" + h.path("no-bus")
	}
	return append([]string{
		"PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "TZ=UTC",
		"HOME=" + h.folder, "TMPDIR=" + h.path("tmp"), "XDG_RUNTIME_DIR=" + h.path("run"),
		"XDG_CONFIG_HOME=" + h.path("config"), "XDG_DATA_HOME=" + h.path("data"),
		"XDG_CACHE_HOME=" + h.path("cache"), "XDG_STATE_HOME=" + h.path("state"),
		"DBUS_SESSION_BUS_ADDRESS=" + bus,
		"LIBGL_ALWAYS_SOFTWARE=1", "FYNE_SCALE=1",
	}, more...)
}

// window is the running program with its window on a display.
type window struct {
	*display
	home    home
	trace   string // what the program opened and connected to; "" if not traced
	said    bytes.Buffer
	program *exec.Cmd
	ended   chan struct{}
}

// openWindow starts the program and waits for its window. look is "light" or
// "dark", or "" for that of the desktop.
func openWindow(d *display, h home, look, binary string, args ...string) *window {
	d.t.Helper()
	w := &window{display: d, home: h, ended: make(chan struct{})}
	line := append([]string{binary}, args...)
	if canTrace() {
		w.trace = filepath.Join(d.t.TempDir(), "trace")
		line = append(traced(w.trace), line...)
	}
	w.program = exec.Command(line[0], line[1:]...)
	w.program.Env = h.environment("DISPLAY="+d.name, "FYNE_THEME="+look)
	w.program.Stderr = &w.said
	w.program.SysProcAttr = apart(d.t)
	if err := w.program.Start(); err != nil {
		d.t.Fatalf("start the program: %v", err)
	}
	go func() { _ = w.program.Wait(); close(w.ended) }()
	d.t.Cleanup(func() {
		if d.t.Failed() {
			d.keep(filepath.Join(picturesFolder, "where-it-failed-"+filepath.Base(d.t.Name())+".png"))
		}
		_ = syscall.Kill(-w.program.Process.Pid, syscall.SIGKILL) // gone already is fine
		<-w.ended
		if d.t.Failed() {
			d.t.Logf("the program said:\n%s", w.said.String())
		}
	})
	w.waitForFocus()
	return w
}

func (w *window) waitForFocus() {
	w.t.Helper()
	until(w.t, "the window to open", patience, func() bool {
		if w.hasEnded() {
			w.t.Fatalf("the program ended before its window opened:\n%s", w.said.String())
		}
		_, err := w.xdotool("search", "--onlyvisible", "--name", "^Mend$", "windowactivate", "--sync")
		return err == nil
	})
	w.settle()
}

func (w *window) hasEnded() bool {
	select {
	case <-w.ended:
		return true
	default:
		return false
	}
}

// quit presses the keys for it and waits for the end of the program.
func (w *window) quit() {
	w.t.Helper()
	w.press("ctrl+q")
	until(w.t, "the program to end", patience, w.hasEnded)
	if code := w.program.ProcessState.ExitCode(); code != 0 {
		w.t.Errorf("the program ended with %d:\n%s", code, w.said.String())
	}
}

// kill ends the program as a power cut would.
func (w *window) kill() {
	w.t.Helper()
	if err := syscall.Kill(-w.program.Process.Pid, syscall.SIGKILL); err != nil {
		w.t.Fatal(err)
	}
	until(w.t, "the program to be gone", patience, w.hasEnded)
}

// until looks at a condition until it holds, and fails the test if it does not
// in time.
func until(t *testing.T, what string, within time.Duration, holds func() bool) {
	t.Helper()
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for end := time.Now().Add(within); ; <-look.C {
		if holds() {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("waited %v in vain for %s", within, what)
		}
	}
}
