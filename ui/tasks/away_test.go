package tasks_test

import (
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"

	"fyne.io/fyne/v2/test"

	"mend/ui/tasks"
)

// listening starts a Runner that counts how often the person left, on a
// desktop that is ready to tell it.
func listening(t *testing.T) (d *desktop, r *tasks.Runner, left chan struct{}, stop func()) {
	t.Helper()
	test.NewTempApp(t)
	d = newDesktop(t)
	r = tasks.New()
	t.Cleanup(r.Stop)
	left = make(chan struct{}, 99)
	stop = r.OnAway(func() { left <- struct{}{} })
	t.Cleanup(stop)
	d.heard()
	return d, r, left, stop
}

func TestAwayWhenTheDesktopSaysSo(t *testing.T) {
	d, _, left, _ := listening(t)
	d.delayed()
	for _, saver := range []string{"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
		"org.cinnamon.ScreenSaver", "org.mate.ScreenSaver", "org.xfce.ScreenSaver"} {
		d.screen(saver, false)
		d.screen(saver, true)
		await(d, saver, left)
	}
	d.lock("/org/freedesktop/login1/session/_38")
	d.sleep(false)
	d.lock(ownPath)
	await(d, "the lock of the session", left)
	d.screen("org.gnome.ScreenSaver", false)
	d.sleep(true)
	await(d, "sleep", left)
	if n := len(left); n != 0 {
		t.Errorf("%d times more than the desktop said so", n)
	}
}

func TestSleepWaitsForTheLastSave(t *testing.T) {
	test.NewTempApp(t)
	d := newDesktop(t)
	r := tasks.New()
	defer r.Stop()
	begun, finish := make(chan struct{}), make(chan struct{})
	defer r.OnAway(func() {
		r.Run(func(context.Context) { close(begun); <-finish }, nil)
	})()
	d.heard()
	hold := d.holdAlone()
	d.sleep(true)
	await(d, "the save", begun)
	if d.isReleased(hold, 0) {
		t.Fatal("the machine may sleep while a save is running")
	}
	close(finish)
	if !d.isReleased(hold, patience) {
		t.Fatal("the machine may not sleep though all is saved")
	}
	d.sleep(false)
	d.delayed() // and it is asked for anew
}

func TestStopLeavesTheBus(t *testing.T) {
	d, _, left, stop := listening(t)
	hold := d.holdAlone()
	stop()
	if !d.isReleased(hold, patience) {
		t.Error("the delay of sleep is kept")
	}
	for gone := 0; gone < 2; {
		s := await(d, "the connections to end", d.names)
		if s.Name == "org.freedesktop.DBus.NameOwnerChanged" && s.Body[2] == "" {
			gone++
		}
	}
	if len(left) != 0 {
		t.Error("it ran without a reason")
	}
}

func TestOnlyLocalSocketsAreBuses(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	port := strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)
	marker := filepath.Join(t.TempDir(), "started")
	for _, address := range []string{
		"", "autolaunch:", "tcp:host=127.0.0.1,port=" + port, "nonce-tcp:host=127.0.0.1,port=" + port,
		"unixexec:path=/usr/bin/touch,argv1=" + marker, "unix:path=" + dbus.EscapeBusAddressValue(marker),
	} {
		if err := tasks.DialBus(t.Context(), address); err == nil {
			t.Errorf("%q is taken for a bus", address)
		}
	}
	if _, err := os.Lstat(marker); err == nil {
		t.Error("a program was started")
	}
	if err := listener.(*net.TCPListener).SetDeadline(time.Now()); err != nil {
		t.Fatal(err)
	}
	if _, err := listener.Accept(); err == nil {
		t.Error("the network was used")
	}
}

func TestLocalBusLeavesOnlySockets(t *testing.T) {
	for given, want := range map[string]string{
		"unix:path=/run/user/7/bus":                                       "unix:path=/run/user/7/bus",
		"tcp:host=example.org,port=7;unix:path=/a;unix:abstract=b,guid=c": "unix:path=/a;unix:abstract=b,guid=c",
		"tcp:host=127.0.0.1,port=7":                                       "disabled:",
		"unixexec:path=/usr/bin/true":                                     "disabled:",
		"autolaunch:":                                                     "disabled:",
		"":                                                                "unix:path=/run/user/8/bus",
	} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", given)
		t.Setenv("XDG_RUNTIME_DIR", "/run/user/8")
		if got := tasks.LocalBus(); got != want {
			t.Errorf("%q becomes %q, want %q", given, got, want)
		}
	}
	t.Setenv("XDG_RUNTIME_DIR", "")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", tasks.LocalBus())
	if conn, err := dbus.SessionBusPrivate(); err == nil {
		conn.Close()
		t.Error("without a bus one is dialled or started")
	}
}

func TestSyncLeaves(t *testing.T) {
	r := tasks.NewSync()
	var got trace
	r.OnAway(func() { got.add(1) })
	stop := r.OnAway(func() { got.add(2) })
	r.Leave()
	stop()
	r.Leave()
	r.Stop()
	r.Leave()
	if diff := cmp.Diff([]int{1, 2, 1}, got.all()); diff != "" {
		t.Errorf("ran (-want +got):\n%s", diff)
	}
}

// isReleased reports whether the delay of sleep is given up within the time.
func (d *desktop) isReleased(hold *os.File, within time.Duration) bool {
	d.t.Helper()
	d.check(hold.SetReadDeadline(time.Now().Add(within)))
	_, err := hold.Read(make([]byte, 1))
	return err == io.EOF
}
