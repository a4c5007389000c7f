//go:build linux

package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/google/uuid"
)

// TestCanaries writes rare words into every kind of field, searches for them,
// seals summaries of them, breaks off an export, and kills a large save in the middle; and looks for the
// words in every file that the program wrote to on the way.
func TestCanaries(t *testing.T) {
	h := newHome(t)
	c := canaries{commandLine{t, h, buildProgram(t), h.path("journal.mend")}, filepath.Join(t.TempDir(), "trace")}
	chosen := t.TempDir()
	c.write()
	c.search()
	c.seal()
	c.export(chosen)
	c.breakExportOff(chosen)
	c.killWhileSaving(chosen)
	c.expectNoLeaks(chosen)
	c.expectHeld(chosen)
	c.expectSound()
}

// canaries is the command line under the eye of strace, where that is.
type canaries struct {
	commandLine
	trace string // its beginning: every command has a trace of its own
}

// buildProgram builds the program for one test, with its memory open to strace,
// which reads the names of files there.
func buildProgram(t *testing.T) (binary string) {
	t.Helper()
	binary = filepath.Join(t.TempDir(), "mend")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-tags", "readable", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return binary
}

// start starts a command, traced if possible, that prints into out.
func (c canaries) start(out io.Writer, input string, args ...string) *exec.Cmd {
	c.t.Helper()
	keys := filepath.Join(c.t.TempDir(), "passphrase")
	if err := os.WriteFile(keys, []byte(passphrase+"\n"), 0o600); err != nil {
		c.t.Fatal(err)
	}
	line := append([]string{c.binary}, append(args, "--journal", c.journal, "--passphrase-file", keys)...)
	if canTrace() {
		line = append(traced(c.trace+strconv.Itoa(len(c.traces()))), line...)
	}
	command := exec.CommandContext(c.t.Context(), line[0], line[1:]...)
	command.Env, command.Stdin, command.SysProcAttr = c.home.environment(), strings.NewReader(input), apart(c.t)
	command.Stdout, command.Stderr = out, os.Stderr
	if err := command.Start(); err != nil {
		c.t.Fatal(err)
	}
	return command
}

// do runs a command to its end and returns what it printed.
func (c canaries) do(input string, args ...string) string {
	c.t.Helper()
	var out bytes.Buffer
	if err := c.start(&out, input, args...).Wait(); err != nil {
		c.t.Fatalf("mend %s: %v", args[0], err)
	}
	return out.String()
}

func (c canaries) traces() []string {
	files, err := filepath.Glob(c.trace + "*")
	if err != nil {
		c.t.Fatal(err)
	}
	return files
}

func (c canaries) write() {
	c.do("", "new", "--role", "unsure")
	c.do("We walked home. "+rareBody, "add", "--title", "The way "+rareTitle, "--tag", rareTag, "--feeling", rareFeeling+":3")
	c.do("", "tick", "acknowledge.accept-it", "--note", rareNote)
}

func (c canaries) search() {
	c.t.Helper()
	for _, word := range []string{rareBody, rareTitle, rareTag} {
		if found := c.do("", "list", "--query", word); strings.Count(found, "\n") != 1 {
			c.t.Errorf("a search printed %q, want one entry", found)
		}
	}
}

// seal writes a sealed summary in every form, where no word may be found.
func (c canaries) seal() {
	c.t.Helper()
	keys := filepath.Join(c.t.TempDir(), "seal")
	if err := os.WriteFile(keys, []byte(passphrase+"\n"), 0o600); err != nil {
		c.t.Fatal(err)
	}
	for _, format := range []string{"pdf", "html", "md"} {
		file := c.home.path("summary." + format + ".age")
		c.do("", "summary", "--format", format, "--out", file, "--seal", "--seal-passphrase-file", keys)
		if sealed, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(sealed, []byte("age-encryption.org/v1")) {
			c.t.Errorf("the %s summary is not sealed (%v)", format, err)
		}
	}
}

// export writes an archive, and a large one that holds its entry many times.
func (c canaries) export(folder string) {
	c.t.Helper()
	small := filepath.Join(folder, "archive.json")
	c.do("", "export", "--out", small)
	content, err := os.ReadFile(small)
	if err != nil {
		c.t.Fatal(err)
	}
	var archive map[string]any
	if err := json.Unmarshal(content, &archive); err != nil {
		c.t.Fatal(err)
	}
	entry := archive["entries"].([]any)[0].(map[string]any)
	for _, version := range []struct{ name, edited, body string }{
		{"large.json", "2030-01-01T00:00:00Z", " once more"}, {"newer.json", "2031-01-01T00:00:00Z", " and yet again"},
	} {
		archive["entries"] = append(manyOf(entry, version.edited, version.body), binned())
		archive["stages"] = []any{map[string]any{"stage": "acknowledge", "state": "working", "at": version.edited, "reason": rareReason}}
		content, err := json.Marshal(archive)
		if err != nil {
			c.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, version.name), content, 0o600); err != nil {
			c.t.Fatal(err)
		}
	}
	c.do("", "import", filepath.Join(folder, "large.json"))
}

// binned is an entry in the bin, with an earlier version and a field of a page.
func binned() any {
	const at = "2025-05-05T05:05:05Z"
	return map[string]any{
		"id": uuid.NewSHA1(uuid.NameSpaceOID, []byte(rareBinned)), "at": at, "created": at, "edited": at, "deleted": at,
		"title": rareBinned, "body": "Not this. " + rareBinned, "fields": map[string]string{"need": rareField},
		"revisions": []any{map[string]any{"at": at, "title": rareEarlier, "body": rareEarlier}},
	}
}

// manyOf returns copies of an entry under ids that are the same every time.
func manyOf(entry map[string]any, edited, body string) (all []any) {
	const entries, length = 1500, 200
	for i := range entries {
		one := map[string]any{}
		for name, value := range entry {
			one[name] = value
		}
		one["id"], one["edited"] = uuid.NewSHA1(uuid.NameSpaceOID, []byte{byte(i), byte(i >> 8)}), edited
		one["body"] = fmt.Sprint(i, strings.Repeat(" "+rareBody+body, length))
		all = append(all, one)
	}
	return all
}

// breakExportOff interrupts an export when its file begins to be, which may
// have no name yet: it ends without success and leaves nothing.
func (c canaries) breakExportOff(folder string) {
	c.t.Helper()
	place := filepath.Join(folder, "broken off")
	if err := os.Mkdir(place, 0o700); err != nil {
		c.t.Fatal(err)
	}
	command := c.start(io.Discard, "", "export", "--out", filepath.Join(place, "archive.json"))
	until(c.t, "the export to begin", patience, func() bool { return hasOpenFileIn(c.program(command), place) })
	if err := syscall.Kill(c.program(command), syscall.SIGINT); err != nil {
		c.t.Fatal(err)
	}
	var ended *exec.ExitError
	if err := command.Wait(); !errors.As(err, &ended) {
		c.t.Errorf("the export that was broken off ended with %v", err)
	}
	if left := filesBelow(c.t, place); len(left) > 0 {
		c.t.Errorf("an export that was broken off left %q", left)
	}
}

// hasOpenFileIn reports whether a process has a file of the folder open. One
// that just begins or ends has none.
func hasOpenFileIn(process int, folder string) bool {
	descriptors, err := filepath.Glob(filepath.Join("/proc", strconv.Itoa(process), "fd", "*"))
	return err == nil && slices.ContainsFunc(descriptors, func(descriptor string) bool {
		file, err := os.Readlink(descriptor)
		return err == nil && filepath.Dir(file) == folder
	})
}

// program is the process of the program itself, below strace if there is one.
// It is 0 as long as strace has not started it.
func (c canaries) program(command *exec.Cmd) int {
	c.t.Helper()
	if !canTrace() {
		return command.Process.Pid
	}
	id := strconv.Itoa(command.Process.Pid)
	children, err := os.ReadFile(filepath.Join("/proc", id, "task", id, "children"))
	if err != nil {
		c.t.Fatal(err)
	}
	if len(children) == 0 {
		return 0
	}
	child, err := strconv.Atoi(strings.Fields(string(children))[0])
	if err != nil {
		c.t.Fatal(err)
	}
	return child
}

// killWhileSaving replaces every entry in one transaction and kills the program
// when some of the old pages lie in the rollback journal.
func (c canaries) killWhileSaving(folder string) {
	c.t.Helper()
	const some = 1 << 20
	command := c.start(io.Discard, "", "import", filepath.Join(folder, "newer.json"))
	until(c.t, "the rollback journal to grow", patience, func() bool {
		info, err := os.Stat(c.journal + "-journal")
		return err == nil && info.Size() > some
	})
	if err := syscall.Kill(-command.Process.Pid, syscall.SIGKILL); err != nil {
		c.t.Fatal(err)
	}
	_ = command.Wait() // killed, as was meant
	if info, err := os.Stat(c.journal + "-journal"); err != nil || info.Size() <= some {
		c.t.Errorf("the kill came too late: %v", err)
	}
}

// expectHeld looks whether the journal holds the words that nothing else may:
// else that they are nowhere proves nothing.
func (c canaries) expectHeld(chosen string) {
	c.t.Helper()
	file := filepath.Join(chosen, "all.json")
	c.do("", "export", "--out", file)
	content, err := os.ReadFile(file)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, word := range []string{rareTitle, rareBody, rareTag, rareFeeling, rareNote, rareBinned, rareEarlier, rareField, rareReason} {
		if !bytes.Contains(content, []byte(word)) {
			c.t.Errorf("the journal does not hold %q", word)
		}
	}
}

// expectNoLeaks searches every file below the home, and every other that was
// written, but for those in chosen places.
func (c canaries) expectNoLeaks(chosen string) {
	c.t.Helper()
	files := filesBelow(c.t, c.home.folder)
	for _, name := range c.traces() {
		trace, err := os.ReadFile(name)
		if err != nil {
			c.t.Fatal(err)
		}
		for _, line := range networkSockets(trace) {
			c.t.Errorf("a network socket was made: %s", line)
		}
		files = append(files, writtenFiles(trace)...)
	}
	files = slices.DeleteFunc(files, func(name string) bool { return strings.HasPrefix(name, chosen) })
	if len(files) < 3 {
		c.t.Errorf("only %q were looked at", files)
	}
	for _, leak := range leaks(c.t, files, secrets()) {
		c.t.Error(leak)
	}
}
