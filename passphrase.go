package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/term"
)

// errNoTerminal says that there is nobody to ask.
var errNoTerminal = errors.New("there is no terminal to ask for the passphrase at")

// readPassphrase asks at the terminal itself, whatever standard input is, and
// shows nothing of what is typed. An interrupt, or another signal to end, ends
// it with context.Canceled and the terminal as it was.
func readPassphrase(prompt string) ([]byte, error) {
	tty, err := openTerminal()
	if err != nil {
		return nil, errNoTerminal
	}
	defer tty.Close()
	descriptor := int(tty.Fd())
	before, err := term.GetState(descriptor)
	if err != nil {
		return nil, errNoTerminal
	}
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(interrupted)

	fmt.Fprint(os.Stderr, prompt)
	defer fmt.Fprintln(os.Stderr)
	type answer struct {
		passphrase []byte
		err        error
	}
	answered := make(chan answer, 1)
	go func() {
		passphrase, err := term.ReadPassword(descriptor)
		answered <- answer{passphrase, err}
	}()
	select {
	case a := <-answered:
		return a.passphrase, a.err
	case <-interrupted:
		return nil, errors.Join(context.Canceled, term.Restore(descriptor, before))
	}
}
