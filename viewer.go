package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// errNoViewer says that the system did not take a file to show it.
var errNoViewer = errors.New("open file: the system did not take it")

// viewerPatience is how long the system's own opener may take to say that it
// can't open a file. Some openers stay for as long as the file is shown.
const viewerPatience = 3 * time.Second

// openFile hands the file at path to the program that the system shows such
// files with. It must not be called on the UI goroutine.
func openFile(path string) error {
	path, err := filepath.Abs(path) // so that it never looks like an option
	if err != nil {
		return errNoViewer
	}
	line := openerOf(runtime.GOOS, path)
	command := exec.Command(line[0], line[1:]...)
	// The viewer speaks the person's language, not the one that Mend set for
	// its own toolkit.
	command.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "LANGUAGE=") })
	if err := command.Start(); err != nil {
		return errNoViewer // err names the path
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return errNoViewer
		}
	case <-time.After(viewerPatience):
	}
	return nil
}

// openerOf returns the command that opens a file on a system, without a shell.
func openerOf(system, path string) []string {
	switch system {
	case "darwin":
		return []string{"open", path}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", path}
	}
	return []string{"xdg-open", path}
}
