package terminal

import "io"

// OpensWindow reports whether args, without the program's name, ask for the
// window and not for a command. It does and says nothing; Run does both.
func OpensWindow(args []string) bool {
	defer quiet()()
	c := &call{Ports: Ports{Stdout: io.Discard, Stderr: io.Discard}}
	command, done, err := c.parse(args)
	return err == nil && !done && command.Selected().Name == "window"
}
