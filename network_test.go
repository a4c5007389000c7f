//go:build linux

package main_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mayReachNetwork is every package of the program, of ours or others', that
// uses the network of the standard library, directly or through another part
// of it, and why. None does at run time, which the tour watches; the list is
// here so that it can't grow unseen.
func mayReachNetwork() map[string]string {
	return map[string]string{
		"fyne.io/fyne/v2":                     "can load a resource from an address",
		"fyne.io/fyne/v2/internal/repository": "can read a file at an address",
		"fyne.io/fyne/v2/storage/repository":  "parses the host of an address",
		"github.com/godbus/dbus/v5":           "talks to the desktop over a local socket",
		"github.com/google/uuid":              "can make an id of the network card, which nobody asks it for",
	}
}

// goPackage is what `go list` tells of a package.
type goPackage struct {
	ImportPath string
	Imports    []string
	Standard   bool
}

// programPackages lists every package that is built into the program, each
// after those it imports.
func programPackages(t *testing.T) (all []goPackage) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-json=ImportPath,Imports,Standard", ".").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for list := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := list.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// reachNetwork returns the packages outside the standard library that import
// "net" or a part of the standard library that does. The packages come in the
// order of `go list -deps`.
func reachNetwork(packages []goPackage) (found []string) {
	reaches := map[string]bool{"net": true}
	for _, p := range packages {
		if !slices.ContainsFunc(p.Imports, func(name string) bool { return reaches[name] }) {
			continue
		}
		if p.Standard {
			reaches[p.ImportPath] = true
		} else {
			found = append(found, p.ImportPath)
		}
	}
	slices.Sort(found)
	return found
}

func TestNetworkIsReachedByNoMorePackages(t *testing.T) {
	var known []string
	for name := range mayReachNetwork() {
		known = append(known, name)
	}
	slices.Sort(known)
	if diff := cmp.Diff(known, reachNetwork(programPackages(t))); diff != "" {
		t.Errorf("packages that can reach the network (-known +now):\n%s", diff)
	}
}

func TestNetworkListSeesThroughTheStandardLibrary(t *testing.T) {
	got := reachNetwork([]goPackage{
		{"net", []string{"os"}, true}, {"net/url", []string{"fmt"}, true}, {"net/http", []string{"net", "net/url"}, true},
		{"a/direct", []string{"net"}, false}, {"b/through", []string{"net/http"}, false},
		{"c/address", []string{"net/url"}, false}, {"d/above", []string{"a/direct"}, false},
	})
	if diff := cmp.Diff([]string{"a/direct", "b/through"}, got); diff != "" {
		t.Error(diff)
	}
}

// withoutNetwork is how a program is started where there is no network: in a
// namespace of its own that has no interface, not even to itself.
func withoutNetwork() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{
		Setpgid:     true,
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: os.Getuid(), HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: os.Getgid(), HostID: os.Getgid(), Size: 1}},
	}
}

// canLeaveNetwork reports whether this system lets anybody make such a
// namespace.
func canLeaveNetwork() bool {
	c := exec.Command("true")
	c.SysProcAttr = withoutNetwork()
	return c.Run() == nil
}

// apart starts a program without a network where that can be done, and else
// in a process group of its own.
func apart(t *testing.T) *syscall.SysProcAttr {
	t.Helper()
	if canLeaveNetwork() {
		return withoutNetwork()
	}
	t.Log("this system lets no program be cut off from the network: it runs with it")
	return &syscall.SysProcAttr{Setpgid: true}
}

// A program that is cut off can open no connection: else the tour proves less
// than it says.
func TestNetworkIsCutOff(t *testing.T) {
	if !canLeaveNetwork() {
		t.Skip("this system lets no program be cut off from the network")
	}
	c := exec.CommandContext(t.Context(), "cat", "/proc/net/dev")
	c.SysProcAttr = withoutNetwork()
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		if name, _, found := strings.Cut(line, ":"); found && strings.TrimSpace(name) != "lo" {
			t.Errorf("there is an interface %s", name)
		}
	}
}
