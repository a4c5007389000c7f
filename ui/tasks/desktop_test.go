package tasks_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	patience  = 30 * time.Second // how long the bus may take for anything
	loginName = "org.freedesktop.login1"
	loginPath = "/org/freedesktop/login1"
	ownID     = "7"
	ownPath   = "/org/freedesktop/login1/session/_37"
)

// desktop is a private message bus on which the test plays the login manager
// and the screen saver.
type desktop struct {
	t     *testing.T
	conn  *dbus.Conn
	rules chan *dbus.Message // every rule that is asked for
	names chan *dbus.Signal  // every name that comes or goes
	held  chan [2]*os.File   // both ends of the pipe behind every delay
}

// newDesktop starts a bus and makes it that of the session and of the machine.
func newDesktop(t *testing.T) *desktop {
	t.Helper()
	address := startBus(t)
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	t.Setenv("XDG_SESSION_ID", ownID)
	d := &desktop{t: t, rules: make(chan *dbus.Message, 99), names: make(chan *dbus.Signal, 99), held: make(chan [2]*os.File, 9)}
	d.conn = d.connect(address)
	d.check(d.conn.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged")))
	d.conn.Signal(d.names)
	d.check(d.conn.Export(loginManager{d}, loginPath, loginName+".Manager"))
	_, err := d.conn.RequestName(loginName, dbus.NameFlagDoNotQueue)
	d.check(err)
	monitor := d.connect(address)
	d.check(monitor.BusObject().Call("org.freedesktop.DBus.Monitoring.BecomeMonitor", 0,
		[]string{"type='method_call',member='AddMatch'"}, uint32(0)).Err)
	monitor.Eavesdrop(d.rules)
	return d
}

// startBus starts a message bus that ends with the test and returns where it
// listens.
func startBus(t *testing.T) string {
	t.Helper()
	program, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("there is no dbus-daemon here to play the desktop")
	}
	folder := t.TempDir()
	config := filepath.Join(folder, "bus.conf")
	rules := `<busconfig><type>session</type><listen>unix:path=` + filepath.Join(folder, "bus") + `</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/><allow eavesdrop="true"/></policy></busconfig>`
	if err := os.WriteFile(config, []byte(rules), 0o600); err != nil {
		t.Fatal(err)
	}
	bus := exec.Command(program, "--nofork", "--print-address", "--config-file="+config)
	out, err := bus.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := bus.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = bus.Process.Kill() // it may be gone
		_ = bus.Wait()         // however it ended
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the bus did not start: %v", err)
	}
	return strings.TrimSpace(address)
}

func (d *desktop) connect(address string) *dbus.Conn {
	d.t.Helper()
	conn, err := dbus.Connect(address, dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
	d.check(err)
	d.t.Cleanup(func() { conn.Close() })
	return conn
}

func (d *desktop) check(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// loginManager answers what is asked of the login manager.
type loginManager struct{ d *desktop }

// Inhibit hands out one end of a pipe; that it is closed gives the delay up.
func (m loginManager) Inhibit(what, _, _, mode string) (dbus.UnixFD, *dbus.Error) {
	if what != "sleep" || mode != "delay" {
		return 0, dbus.NewError("test.Refused", nil)
	}
	read, write, err := os.Pipe()
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	fd := dbus.UnixFD(write.Fd())
	m.d.held <- [2]*os.File{read, write}
	return fd, nil
}

// GetSession tells a session by its id.
func (m loginManager) GetSession(id string) (dbus.ObjectPath, *dbus.Error) {
	if id != ownID {
		return "", dbus.NewError("test.NoSession", nil)
	}
	return ownPath, nil
}

// await returns the next of c.
func await[T any](d *desktop, what string, c <-chan T) (next T) {
	d.t.Helper()
	select {
	case next = <-c:
	case <-time.After(patience):
		d.t.Fatalf("waited in vain for %s", what)
	}
	return next
}

// heard waits until the program listens to all it should: to five kinds of
// screen saver, to sleep and to its session.
func (d *desktop) heard() {
	d.t.Helper()
	for rules := 0; rules < 7; {
		if m := await(d, "a rule", d.rules); m.Type == dbus.TypeMethodCall { // or the monitor's loss of its name
			rules++
		}
	}
}

// delayed waits for a delay that is asked for and returns both ends of its pipe.
func (d *desktop) delayed() [2]*os.File {
	d.t.Helper()
	ends := await(d, "a delay of sleep", d.held)
	d.t.Cleanup(func() {
		ends[0].Close()
		ends[1].Close()
	})
	return ends
}

// holdAlone waits for the first delay and returns what ends when it does. By
// the time the program is heard it has its own copy of the other end.
func (d *desktop) holdAlone() *os.File {
	d.t.Helper()
	ends := d.delayed()
	d.check(ends[1].Close())
	return ends[0]
}

func (d *desktop) emit(path dbus.ObjectPath, name string, values ...any) {
	d.t.Helper()
	d.check(d.conn.Emit(path, name, values...))
}

func (d *desktop) sleep(begins bool) { d.emit(loginPath, loginName+".Manager.PrepareForSleep", begins) }

func (d *desktop) lock(session dbus.ObjectPath) { d.emit(session, loginName+".Session.Lock") }

func (d *desktop) screen(saver string, active bool) {
	d.emit(dbus.ObjectPath("/"+strings.ReplaceAll(saver, ".", "/")), saver+".ActiveChanged", active)
}
