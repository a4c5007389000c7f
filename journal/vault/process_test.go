package vault_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	osexec "os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/psanford/sqlite3vfs"

	"mend/journal/vault"
)

// The tests start themselves again as other processes; the variable says as
// what. A role returns what to say about a failure.
const (
	roleVariable = "MEND_VAULT_TEST_ROLE"
	pathVariable = "MEND_VAULT_TEST_PATH"
)

func TestMain(m *testing.M) {
	roles := map[string]func(path string) error{
		"hold":         hold,
		"transfer":     transferForEver,
		"fill":         fillTheDisk,
		"refused open": func(path string) error { return refuseOneJournal(path, false) },
		"failed open":  func(path string) error { return refuseOneJournal(path, true) },
	}
	role, ok := roles[os.Getenv(roleVariable)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := role(os.Getenv(pathVariable)); err != nil {
		fmt.Println("FAILED", err)
		os.Exit(1)
	}
}

// child is a test binary at work in another process.
type child struct {
	cmd   *osexec.Cmd
	lines *bufio.Scanner
	stdin io.Closer
}

func start(t *testing.T, role, path string) *child {
	t.Helper()
	cmd := osexec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), roleVariable+"="+role, pathVariable+"="+path)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	c := &child{cmd, bufio.NewScanner(stdout), stdin}
	t.Cleanup(c.kill)
	return c
}

// kill ends the child at once, wherever it is, and waits for its end.
func (c *child) kill() {
	if c.cmd.ProcessState == nil {
		_ = c.cmd.Process.Kill()
		_ = c.cmd.Wait()
	}
}

// line returns the child's next line, or "" after its last.
func (c *child) line() string {
	c.lines.Scan()
	return c.lines.Text()
}

// finish reads the rest of what the child says and waits for its end.
func (c *child) finish() (said string, err error) {
	var lines []string
	for c.lines.Scan() {
		lines = append(lines, c.lines.Text())
	}
	return strings.Join(lines, "\n"), c.cmd.Wait()
}

func hold(path string) error {
	v, err := open(path, passphrase)
	if err != nil {
		return err
	}
	defer v.Close()
	fmt.Println("open")
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

func TestAlreadyOpenHere(t *testing.T) {
	v := create(t)
	before := snapshot(t, filepath.Dir(v.Path()))
	if again, err := open(v.Path(), passphrase); !errors.Is(err, vault.ErrAlreadyOpen) {
		t.Fatalf("got %v, %v", again, err)
	}
	if len(snapshot(t, filepath.Dir(v.Path()))) != len(before) {
		t.Error("something was left behind")
	}
	v.Close()
	mustOpen(t, v.Path())
}

// Of two processes that start at once one gets the vault, and the other is told
// so. When the first one dies the other can start again and open it, with the
// lock file still there.
func TestDoubleStart(t *testing.T) {
	path := filled(t)
	for round := range soak(50, 500) {
		both := [2]*child{start(t, "hold", path), start(t, "hold", path)}
		said := [2]string{both[0].line(), both[1].line()}
		winner := 0
		if said[1] == "open" {
			winner = 1
		}
		if said[winner] != "open" || !strings.Contains(said[1-winner], vault.ErrAlreadyOpen.Error()) {
			t.Fatalf("round %d: they said %q", round, said)
		}
		if v, err := open(path, passphrase); !errors.Is(err, vault.ErrAlreadyOpen) {
			t.Fatalf("round %d: a third: %v, %v", round, v, err)
		}
		both[winner].kill()
		both[1-winner].kill()
		again := start(t, "hold", path)
		if said := again.line(); said != "open" {
			t.Fatalf("round %d: after the end of the first: %s", round, said)
		}
		again.kill()
	}
}

// transferForEver moves money and says so, until it is killed.
func transferForEver(path string) error {
	v, err := open(path, passphrase)
	if err != nil {
		return err
	}
	defer v.Close()
	db := openDSN(v.URI() + pragmas)
	defer db.Close()
	if _, err := db.Exec("PRAGMA cache_size=8"); err != nil {
		return err
	}
	var n int
	if err := db.QueryRow("SELECT n FROM done").Scan(&n); err != nil {
		return err
	}
	rng := rand.New(rand.NewPCG(uint64(n), uint64(os.Getpid())))
	for {
		n++
		switch err := transfer(db, rng, n, func() { fmt.Println("working") }); {
		case errors.Is(err, errRolledBack):
		case err != nil:
			return err
		default:
			fmt.Println("saved", n)
		}
	}
}

// Kill a process that saves, again and again: what it said is saved is there,
// and nothing is half done.
func TestKilledWhileSaving(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "bank.mend")
	write(t, path, newBank(t).kept[bankPath].kept)
	rng := rand.New(rand.NewPCG(3, 3))
	hot, saved := 0, 0
	for round := range soak(30, 1000) {
		c := start(t, "transfer", path)
		for range 1 + rng.IntN(100) {
			number, ok := strings.CutPrefix(c.line(), "saved ")
			if !ok {
				continue
			}
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			saved = n
		}
		c.kill()
		v := mustOpen(t, path)
		if found, err := v.HotJournal(); err != nil {
			t.Fatal(err)
		} else if found {
			hot++
		}
		if err := check(v, rules{}, saved, saved+1000); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		v.Close()
	}
	t.Logf("%d journals were hot", hot)
	if hot == 0 {
		t.Error("no process was killed in the middle of its work")
	}
}

// fillTheDisk writes until the system refuses, then says whether the cause is
// known and the vault still works.
func fillTheDisk(path string) error {
	signal.Ignore(syscall.SIGXFSZ) // or the kernel ends the process
	v, err := open(path, passphrase)
	if err != nil {
		return err
	}
	defer v.Close()
	db := openDSN(v.URI() + pragmas)
	defer db.Close()
	if _, err := db.Exec("INSERT INTO note VALUES('before')"); err != nil {
		return err
	}
	if err := setFileLimit(1 << 20); err != nil {
		return err
	}
	for range 1000 {
		if _, err = db.Exec("INSERT INTO note VALUES(randomblob(20000))"); err != nil {
			break
		}
	}
	fmt.Println(err != nil, errors.Is(v.Cause(), vault.ErrNoSpace))
	v.ResetCause()
	var n int
	if err := db.QueryRow("SELECT count(*) FROM note WHERE body='before'").Scan(&n); err != nil {
		return err
	}
	if _, err := db.Exec("UPDATE note SET body='after' WHERE body='before'"); err != nil {
		return fmt.Errorf("go on: %w (%v)", err, v.Cause())
	}
	fmt.Println("after", n)
	return nil
}

func TestDiskFull(t *testing.T) {
	path := filled(t)
	said, err := start(t, "fill", path).finish()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if want := "true true\nafter 1"; said != want {
		t.Errorf("got %q, want %q", said, want)
	}
	v := mustOpen(t, path)
	if got := value[string](t, openDatabase(t, v), "PRAGMA integrity_check"); got != "ok" {
		t.Error(got)
	}
	if faults, err := v.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
}

// refuseOneJournal makes the opening of the rollback journal fail once, in a
// process whose first open file is the database, and then tries again.
func refuseOneJournal(path string, failOpen bool) error {
	v, err := open(path, passphrase)
	if err != nil {
		return err
	}
	defer v.Close()
	broken := &vault.BrokenVFS{FailOpen: failOpen}
	if err := broken.Register("refusing"); err != nil {
		return err
	}
	db := openDSN(broken.URIOf(v, "refusing") + pragmas)
	defer db.Close()
	var n int
	if err := db.QueryRow("SELECT count(*) FROM note").Scan(&n); err != nil {
		return err
	}
	if err := errors.Join(os.RemoveAll(path+"-journal"), os.Mkdir(path+"-journal", 0o700)); err != nil {
		return err
	}
	if _, err := db.Exec("INSERT INTO note VALUES('refused')"); err == nil {
		return errors.New("a folder served as rollback journal")
	}
	if err := os.Remove(path + "-journal"); err != nil {
		return err
	}
	_, err = db.Exec("INSERT INTO note VALUES('accepted')")
	return err
}

// The library closes the first file ever opened when an Open fails: the
// database. So Open must not fail; and the test must see it if it did.
func TestRefusedJournalLeavesTheDatabaseOpen(t *testing.T) {
	if said, err := start(t, "refused open", filled(t)).finish(); err != nil {
		t.Errorf("%v: %s", err, said)
	}
	if _, err := start(t, "failed open", filled(t)).finish(); err == nil {
		t.Error("the library survives a failed Open: the guard against it is no longer needed")
	}
}

var _ sqlite3vfs.VFS = (*vault.BrokenVFS)(nil)
