package main_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// TestTerminalAfterASignal stops the program while it asks for a passphrase:
// the terminal must show again what is typed.
func TestTerminalAfterASignal(t *testing.T) {
	binary, h := buildProgram(t), newHome(t)
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		terminal, side := openPseudoTerminal(t)
		command := exec.CommandContext(t.Context(), binary, "new", "--journal", h.path("journal.mend"))
		command.Env, command.Stdin, command.Stdout, command.Stderr = h.environment(), side, side, side
		command.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		until(t, "the terminal to hide what is typed", patience, func() bool { return !echoes(t, terminal) })
		if err := command.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		var ended *exec.ExitError
		if err := command.Wait(); !errors.As(err, &ended) || ended.ExitCode() != 1 {
			t.Errorf("after %v it ends with %v, want exit code 1", signal, err)
		}
		if !echoes(t, terminal) {
			t.Errorf("after %v the terminal does not show what is typed", signal)
		}
	}
}

// openPseudoTerminal opens both sides of a new terminal, which close with the
// test: the one to type at and read from, and the program's.
func openPseudoTerminal(t *testing.T) (terminal, side *os.File) {
	t.Helper()
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("there are no pseudo-terminals here: %v", err)
	}
	t.Cleanup(func() { terminal.Close() })
	if err := unix.IoctlSetPointerInt(int(terminal.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	number, err := unix.IoctlGetInt(int(terminal.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	side, err = os.OpenFile(fmt.Sprint("/dev/pts/", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { side.Close() })
	return terminal, side
}

// echoes reports whether a terminal shows what is typed.
func echoes(t *testing.T, terminal *os.File) bool {
	t.Helper()
	state, err := unix.IoctlGetTermios(int(terminal.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	return state.Lflag&unix.ECHO != 0
}
