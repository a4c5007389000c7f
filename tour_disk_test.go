//go:build linux

package main_test

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf16"
)

// traced is the command that notes the sockets a program makes and the files
// it opens.
func traced(file string) []string {
	return []string{"strace", "-f", "-qq", "--seccomp-bpf", "-s", "4096", "-e", "trace=socket,open,openat,creat,rename,renameat,renameat2,linkat", "-o", file}
}

// canTrace reports whether this system lets a program be traced.
func canTrace() bool {
	line := append(traced(os.DevNull), "true")
	return exec.Command(line[0], line[1:]...).Run() == nil
}

// networkSockets returns the lines of a trace in which a socket of the network
// was made.
func networkSockets(trace []byte) []string {
	return regexp.MustCompile(`(?m)^.*\bsocket\(AF_INET6?\b.*$`).FindAllString(string(trace), -1)
}

// writtenFiles returns the files that a trace shows being opened for writing
// or given a name, each once.
func writtenFiles(trace []byte) []string {
	opened := regexp.MustCompile(`\b(?:open|openat|creat)\((?:AT_FDCWD, )?"([^"]+)", .*(?:O_WRONLY|O_RDWR|O_CREAT|0[0-7]{3}\)).* = \d`)
	named := regexp.MustCompile(`\b(?:rename(?:at2?)?|linkat)\(.*"([^"]+)"(?:, \w+)?\) = 0`)
	var files []string
	lines := bufio.NewScanner(bytes.NewReader(trace))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		for _, pattern := range []*regexp.Regexp{opened, named} {
			if found := pattern.FindSubmatch(lines.Bytes()); found != nil {
				files = append(files, string(found[1]))
			}
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// filesBelow lists every regular file below the folders, links not followed.
func filesBelow(t *testing.T, folders ...string) []string {
	t.Helper()
	var files []string
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				files = append(files, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// secret is something the person typed that no file but their own export may
// hold. Its name tells which one without saying it.
type secret struct{ name, text string }

// leaks searches files for secrets in every form they could take. Files that
// are gone, or are devices, hold nothing.
func leaks(t *testing.T, files []string, secrets []secret) []string {
	t.Helper()
	var found []string
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
			continue
		}
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range secrets {
			for form, bytesOfForm := range forms(s.text) {
				if bytes.Contains(content, bytesOfForm) || strings.Contains(file, s.text) {
					found = append(found, fmt.Sprintf("%s holds the %s as %s", file, s.name, form))
				}
			}
		}
	}
	return found
}

// forms are the ways in which text could lie in a file. Base64 of text that
// does not begin at a multiple of three looks different: the characters that
// depend on its neighbours are left out.
func forms(text string) map[string][]byte {
	all := map[string][]byte{"UTF-8": []byte(text)}
	for name, order := range map[string]binary.AppendByteOrder{"UTF-16LE": binary.LittleEndian, "UTF-16BE": binary.BigEndian} {
		var b []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			b = order.AppendUint16(b, unit)
		}
		all[name] = b
	}
	for shift := range 3 {
		whole := slices.Concat(make([]byte, shift), []byte(text))
		encoded := base64.RawStdEncoding.EncodeToString(whole)
		first, last := (8*shift+5)/6, 8*len(whole)/6
		all[fmt.Sprintf("base64 shifted by %d", shift)] = []byte(encoded[first:last])
	}
	return all
}

// isLocked reports whether any process holds a lock on a file, which the
// window does while a journal is open. It only looks: it takes no lock.
func isLocked(t *testing.T, file string) bool {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		return false
	}
	locks, err := os.ReadFile("/proc/locks")
	if err != nil {
		t.Fatal(err)
	}
	inode := fmt.Sprintf(":%d ", info.Sys().(*syscall.Stat_t).Ino)
	return bytes.Contains(locks, []byte(inode))
}

// quiet is how long a file must not change to count as written: longer than
// the window waits between the saves of unbroken typing.
const quiet = 2 * time.Second

// changed is when a file was last written to.
func changed(t *testing.T, file string) time.Time {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime()
}

func TestTourFindsSecretsInEveryForm(t *testing.T) {
	hidden := secret{"title", "xylograph-heliotrope"}
	around := func(b []byte) []byte { return slices.Concat([]byte("a line\nbefore"), b, []byte("and after")) }
	utf16le := forms(hidden.text)["UTF-16LE"]
	tests := []struct {
		name    string
		content []byte
		want    int
	}{
		{"nothing of it", around([]byte("xylograph heliotrope")), 0},
		{"plain", around([]byte(hidden.text)), 1},
		{"UTF-16LE", around(utf16le), 1},
		{"UTF-16BE", around(forms(hidden.text)["UTF-16BE"]), 1},
		{"base64 at 0", []byte(base64.StdEncoding.EncodeToString([]byte(hidden.text + "tail"))), 1},
		{"base64 at 1", []byte(base64.StdEncoding.EncodeToString([]byte("q" + hidden.text + "tail"))), 1},
		{"base64 at 2", []byte(base64.StdEncoding.EncodeToString([]byte("qz" + hidden.text + "tail"))), 1},
		{"base64 at 3", []byte(base64.StdEncoding.EncodeToString([]byte("qzj" + hidden.text))), 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "file")
			if err := os.WriteFile(file, test.content, 0o600); err != nil {
				t.Fatal(err)
			}
			if got := leaks(t, []string{file}, []secret{hidden}); len(got) != test.want {
				t.Errorf("found %v, want %d", got, test.want)
			}
		})
	}
}

func TestTourReadsTraces(t *testing.T) {
	const trace = `101 openat(AT_FDCWD, "/lib/libc.so.6", O_RDONLY|O_CLOEXEC) = 3
102 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 5
103 openat(AT_FDCWD, "/home/a/journal.mend", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 7
103 openat(AT_FDCWD, "/home/a/refused", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = -1 EACCES (Permission denied)
104 creat("/home/a/new", 0600)        = 8
105 renameat(AT_FDCWD, "/home/a/.tmp", AT_FDCWD, "/home/a/summary.md") = 0
105 linkat(AT_FDCWD, "/proc/self/fd/9", AT_FDCWD, "/home/a/archive.json", AT_SYMLINK_FOLLOW) = 0
106 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 6
107 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 6
`
	want := []string{"/home/a/archive.json", "/home/a/journal.mend", "/home/a/new", "/home/a/summary.md"}
	if got := writtenFiles([]byte(trace)); !slices.Equal(got, want) {
		t.Errorf("written %q, want %q", got, want)
	}
	if got := networkSockets([]byte(trace)); len(got) != 2 {
		t.Errorf("network sockets %q, want the two of AF_INET6 and AF_INET", got)
	}
}
