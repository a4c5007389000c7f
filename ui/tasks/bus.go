package tasks

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

var errNoBus = errors.New("no local desktop bus answers")

// busPatience is how long a service on the bus may take to answer.
const busPatience = 5 * time.Second

// The names of systemd-logind, org.freedesktop.login1(5).
const (
	loginName    = "org.freedesktop.login1"
	loginManager = "org.freedesktop.login1.Manager"
	loginSession = "org.freedesktop.login1.Session"
	loginPath    = "/org/freedesktop/login1"
)

// screenSavers are the interfaces by which desktops say that the screen is
// locked; each sends ActiveChanged with true.
func screenSavers() []string {
	return []string{
		"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
		"org.mate.ScreenSaver", "org.xfce.ScreenSaver",
	}
}

// sessionBus is the address of the person's own bus, "" if there is none. Unlike
// the library it starts no bus.
func sessionBus() string {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" {
		return address
	}
	if folder := os.Getenv("XDG_RUNTIME_DIR"); folder != "" {
		return "unix:path=" + dbus.EscapeBusAddressValue(filepath.Join(folder, "bus"))
	}
	return ""
}

// LocalBus returns what may stand in DBUS_SESSION_BUS_ADDRESS: of the addresses
// of the person's own bus those that are sockets of this machine, or, if there
// are none, one that can't be dialled. Others could lead over a network, or
// start a program.
func LocalBus() string {
	var local []string
	for address := range strings.SplitSeq(sessionBus(), ";") {
		if isLocal(address) {
			local = append(local, address)
		}
	}
	if len(local) == 0 {
		return "disabled:"
	}
	return strings.Join(local, ";")
}

// isLocal reports whether an address is a socket of this machine.
func isLocal(address string) bool { return strings.HasPrefix(address, "unix:") }

// systemBus is the address of the machine's bus, by the D-Bus specification.
func systemBus() string {
	if address := os.Getenv("DBUS_SYSTEM_BUS_ADDRESS"); address != "" {
		return address
	}
	return "unix:path=/var/run/dbus/system_bus_socket"
}

// dialBus connects to the first of the addresses that answers, until ctx ends.
// It only takes sockets of this machine: no address makes it use a network or
// start a program.
func dialBus(ctx context.Context, addresses string) (*dbus.Conn, error) {
	for address := range strings.SplitSeq(addresses, ";") {
		if !isLocal(address) {
			continue
		}
		conn, err := dbus.Connect(address, dbus.WithContext(ctx),
			dbus.WithAuth(dbus.AuthExternal(strconv.Itoa(os.Getuid()))),
			dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
		if err == nil {
			return conn, nil
		}
	}
	return nil, errNoBus
}

// hear calls each for every signal that matches one of rules, until the
// connection ends.
func hear(ctx context.Context, conn *dbus.Conn, rules [][]dbus.MatchOption, each func(*dbus.Signal)) {
	signals := make(chan *dbus.Signal)
	conn.Signal(signals)
	for _, rule := range rules {
		// A rule that is refused is about a service that will not speak.
		_ = conn.AddMatchSignalContext(ctx, rule...)
	}
	for {
		select {
		case s, open := <-signals:
			if !open {
				return
			}
			each(s)
		case <-conn.Context().Done():
			return
		}
	}
}

// saysTrue reports whether the signal's first word is true.
func saysTrue(s *dbus.Signal) bool {
	if len(s.Body) == 0 {
		return false
	}
	on, ok := s.Body[0].(bool)
	return ok && on
}

// watchScreen calls locked when the desktop locks the screen, until ctx ends.
// Without a bus it returns at once.
func watchScreen(ctx context.Context, locked func()) {
	conn, err := dialBus(ctx, sessionBus())
	if err != nil {
		return // nothing will be told; the idle time is left
	}
	defer conn.Close()
	var rules [][]dbus.MatchOption
	for _, name := range screenSavers() {
		rules = append(rules, []dbus.MatchOption{dbus.WithMatchInterface(name), dbus.WithMatchMember("ActiveChanged")})
	}
	hear(ctx, conn, rules, func(s *dbus.Signal) {
		if saysTrue(s) {
			locked()
		}
	})
}

// watchSleep calls leaving when the machine is about to sleep, and when its
// login manager locks the session, until ctx ends. The machine waits until
// leaving has returned. Without a bus it returns at once.
func watchSleep(ctx context.Context, leaving func()) {
	conn, err := dialBus(ctx, systemBus())
	if err != nil {
		return // nothing will be told; the idle time is left
	}
	defer conn.Close()
	delay := delay{ctx: ctx, conn: conn}
	defer delay.release()
	delay.hold()
	hear(ctx, conn, loginRules(ctx, conn), func(s *dbus.Signal) {
		switch {
		case s.Name == loginSession+".Lock":
			leaving()
		case s.Name != loginManager+".PrepareForSleep":
		case saysTrue(s): // before
			leaving()
			delay.release()
		default: // after
			delay.hold()
		}
	})
}

// loginRules are for what the login manager says of sleep, and of this session
// where it can be told from others.
func loginRules(ctx context.Context, conn *dbus.Conn) [][]dbus.MatchOption {
	lock := []dbus.MatchOption{
		dbus.WithMatchSender(loginName), dbus.WithMatchInterface(loginSession), dbus.WithMatchMember("Lock"),
	}
	if path, ok := ownSession(ctx, conn); ok {
		lock = append(lock, dbus.WithMatchObjectPath(path))
	}
	return [][]dbus.MatchOption{lock, {
		dbus.WithMatchSender(loginName), dbus.WithMatchInterface(loginManager), dbus.WithMatchMember("PrepareForSleep"),
	}}
}

// ownSession asks which session this process belongs to.
func ownSession(ctx context.Context, conn *dbus.Conn) (path dbus.ObjectPath, ok bool) {
	id := os.Getenv("XDG_SESSION_ID")
	if id == "" {
		return "", false
	}
	ctx, cancel := context.WithTimeout(ctx, busPatience)
	defer cancel()
	err := conn.Object(loginName, loginPath).CallWithContext(ctx, loginManager+".GetSession", 0, id).Store(&path)
	return path, err == nil
}

// delay keeps the machine from sleeping before the last words are on disk. The
// desktop bounds how long.
type delay struct {
	ctx  context.Context
	conn *dbus.Conn
	lock *os.File // nil while nothing is held
}

// hold asks for the delay. If it is refused the machine sleeps when it likes.
func (d *delay) hold() {
	if d.lock != nil {
		return
	}
	ctx, cancel := context.WithTimeout(d.ctx, busPatience)
	defer cancel()
	var fd dbus.UnixFD
	err := d.conn.Object(loginName, loginPath).CallWithContext(ctx, loginManager+".Inhibit", 0,
		"sleep", "Mend", "Saving and locking", "delay").Store(&fd)
	if err == nil {
		d.lock = os.NewFile(uintptr(fd), "sleep delay")
	}
}

// release lets the machine sleep.
func (d *delay) release() {
	if d.lock != nil {
		_ = d.lock.Close() // nothing was written to it
		d.lock = nil
	}
}
