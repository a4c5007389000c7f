//go:build unix

package terminal_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/ui/terminal"
)

// asProgram is set in the environment of a test binary that is to be mend.
const asProgram = "MEND_TEST_AS_PROGRAM"

// TestMain lets the test binary stand for the program, so that a test can run
// it as another user.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) == "" {
		os.Exit(m.Run())
	}
	ports, err := realPorts()
	if err != nil {
		panic(err)
	}
	os.Exit(terminal.Run(os.Args[1:], ports))
}

// nobody is a user without rights of any kind.
const nobody = 65534

// stranger runs the program as a user who owns nothing in its folder. The
// rights of files do not bind root, so as root it becomes nobody first.
type stranger struct {
	program  string
	folder   string // anyone may look into it
	language string
}

func newStranger(t *testing.T) *stranger {
	t.Helper()
	folder, err := os.MkdirTemp("", "mend-rights-")
	if err != nil {
		t.Fatal(err)
	}
	s := &stranger{program: filepath.Join(folder, "mend"), folder: folder, language: "C"}
	t.Cleanup(func() {
		err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				err = os.Chmod(path, 0o700)
			}
			return err
		})
		if err := errors.Join(err, os.RemoveAll(folder)); err != nil {
			t.Error(err)
		}
	})
	coverage := filepath.Join(folder, "coverage")
	err = errors.Join(os.Chmod(folder, 0o755), copyFile(s.program, os.Args[0], 0o755),
		os.Mkdir(coverage, 0o700), os.Chmod(coverage, 0o777))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func copyFile(to, from string, mode os.FileMode) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Chmod(mode), out.Close())
}

// run runs a command in the stranger's folder and returns its exit code and
// what it said.
func (s *stranger) run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	command := exec.Command(s.program, args...)
	var out, said bytes.Buffer
	command.Dir, command.Stdout, command.Stderr = s.folder, &out, &said
	command.Env = []string{asProgram + "=1", "LANG=" + s.language, "TMPDIR=" + s.folder,
		"GOCOVERDIR=" + filepath.Join(s.folder, "coverage")} // else a run with -cover complains on standard error
	if os.Getuid() == 0 {
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	err := command.Run()
	var exited *exec.ExitError
	if err != nil && !errors.As(err, &exited) {
		t.Fatal(err)
	}
	return command.ProcessState.ExitCode(), out.String(), said.String()
}

func TestPlacesWithoutRights(t *testing.T) {
	d := newRealDesk(t)
	d.add("here already")
	d.on("export", "--out", d.path("archive.json"))
	s := newStranger(t)
	for name, modes := range map[string]struct{ folder, journal os.FileMode }{
		"read-only folder":  {0o555, 0o444},
		"read-only journal": {0o555, 0o400},
		"closed folder":     {0o000, 0o444},
	} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(s.folder, strings.ReplaceAll(name, " ", "-"))
			path := filepath.Join(folder, "us.mend")
			d.check(os.Mkdir(folder, 0o700), copyFile(path, d.path("us.mend"), modes.journal),
				copyFile(filepath.Join(folder, "passphrase.txt"), d.passphraseFile, 0o444))
			passphrase := filepath.Join(s.folder, "passphrase-"+filepath.Base(folder))
			archive := filepath.Join(s.folder, "archive-"+filepath.Base(folder))
			d.check(copyFile(passphrase, d.passphraseFile, 0o444), copyFile(archive, d.path("archive.json"), 0o444))
			before := snapshot(t, folder)
			d.check(os.Chmod(folder, modes.folder))
			for _, args := range [][]string{
				{"new", "--journal", filepath.Join(folder, "new.mend")}, {"add", "--title", "x", "--journal", path},
				{"list", "--journal", path}, {"show", "7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e", "--journal", path},
				{"tick", "acknowledge.name-it", "--journal", path}, {"check", "--journal", path},
				{"summary", "--format", "md", "--out", filepath.Join(s.folder, "out.md"), "--journal", path},
				{"export", "--out", filepath.Join(s.folder, "out.json"), "--journal", path}, {"import", archive, "--journal", path},
				{"backup", "--journal", path}, {"passphrase", "--new-passphrase-file", passphrase, "--journal", path},
			} {
				code, stdout, stderr := s.run(t, append(args, "--passphrase-file", passphrase)...)
				if code != 8 || stdout != "" || !strings.Contains(stderr, "no right to write") || strings.Count(stderr, "\n") != 2 {
					t.Errorf("%v exits with %d, prints %q and says %q", args, code, stdout, stderr)
				}
			}
			d.check(os.Chmod(folder, 0o700))
			if diff := cmp.Diff(before, snapshot(t, folder)); diff != "" {
				t.Errorf("the disk changed (-before +after):\n%s", diff)
			}
		})
	}
}

// Whatever the language, a message is two sentences: texts without a
// translation are no news to the person.
func TestMessagesInAnyLanguage(t *testing.T) {
	s := newStranger(t)
	for _, language := range []string{"C", "en_US.UTF-8", "de_DE.UTF-8", "pt_BR.UTF-8", "zh_CN.UTF-8"} {
		s.language = language
		code, stdout, stderr := s.run(t, "list", "--journal", "none.mend")
		if code != 1 || stdout != "" || strings.Count(stderr, "\n") != 2 {
			t.Errorf("in %s it exits with %d, prints %q and says %q", language, code, stdout, stderr)
		}
		if code, _, stderr := s.run(t, "--help"); code != 0 || stderr != "" {
			t.Errorf("in %s --help exits with %d and says %q", language, code, stderr)
		}
	}
}

// An export or a copy into a folder without rights leaves the journal as it
// was, and nothing half written.
func TestExportsWithoutRights(t *testing.T) {
	s := newStranger(t)
	own, closed := filepath.Join(s.folder, "own"), filepath.Join(s.folder, "closed")
	path, passphrase := filepath.Join(own, "us.mend"), filepath.Join(s.folder, "passphrase.txt")
	d := newRealDesk(t)
	d.check(os.Mkdir(own, 0o700), os.Mkdir(closed, 0o700), copyFile(path, d.path("us.mend"), 0o600),
		copyFile(passphrase, d.passphraseFile, 0o444))
	if os.Getuid() == 0 {
		d.check(os.Chown(own, nobody, nobody), os.Chown(path, nobody, nobody))
	}
	d.check(os.Chmod(closed, 0o555))
	for _, args := range [][]string{
		{"export", "--out", filepath.Join(closed, "out.json"), "--journal", path},
		{"summary", "--format", "md", "--out", filepath.Join(closed, "out.md"), "--journal", path},
		{"backup", "--to", closed, "--journal", path},
		{"backup", "--to", filepath.Join(closed, "copies"), "--journal", path},
		{"restore", "--from", path, "--journal", filepath.Join(closed, "us.mend")},
	} {
		code, stdout, stderr := s.run(t, append(args, "--passphrase-file", passphrase)...)
		if code != 8 || stdout != "" || !strings.Contains(stderr, "no right to write") {
			t.Errorf("%v exits with %d, prints %q and says %q", args, code, stdout, stderr)
		}
	}
	if code, stdout, stderr := s.run(t, "check", "--journal", path, "--passphrase-file", passphrase); code != 0 || stdout != "ok\n" {
		t.Errorf("check exits with %d, prints %q and says %q", code, stdout, stderr)
	}
	if left, err := os.ReadDir(closed); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}
