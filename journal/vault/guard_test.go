package vault_test

import (
	"bytes"
	"fmt"
	"os"
	osexec "os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"mend/journal/vault"
)

// The library that connects SQLite and this package has three faults, which
// the package steps around. These tests watch the faults: the day one is mended
// the way around it has to go, and must not be forgotten.

// mendedLibrary copies the library, puts its inverted answer right, and returns
// a go.mod that has the go command build with the copy.
func mendedLibrary(t *testing.T) (modules string) {
	t.Helper()
	const library, inverted, right = "github.com/psanford/sqlite3vfs", "if locked {", "if !locked {"
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "library"), os.DirFS(goList(t, "-m", "-f", "{{.Dir}}", library))); err != nil {
		t.Fatal(err)
	}
	changed := filepath.Join(dir, "library", "sqlite3vfscgo.go")
	source := read(t, changed)
	if bytes.Count(source, []byte(inverted)) != 1 {
		t.Fatal("the library no longer inverts the answer to CheckReservedLock where it did: return false there, and see all tests pass")
	}
	write(t, changed, bytes.Replace(source, []byte(inverted), []byte(right), 1))

	original := goList(t, "-m", "-f", "{{.GoMod}}")
	modules = filepath.Join(dir, "go.mod")
	write(t, modules, fmt.Appendf(read(t, original), "\nreplace %s => %s\n", library, filepath.Dir(changed)))
	write(t, filepath.Join(dir, "go.sum"), read(t, strings.TrimSuffix(original, ".mod")+".sum"))
	return modules
}

func goList(t *testing.T, args ...string) string {
	t.Helper()
	out, err := osexec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.TrimSpace(string(out))
}

// Build this package with a library whose answer about locks is right: its
// tests must fail, because a hot journal is then passed over.
func TestMendedLibraryIsNoticed(t *testing.T) {
	if raceEnabled {
		t.Skip("builds the tests again; once is enough")
	}
	again := osexec.Command("go", "test", "-modfile", mendedLibrary(t), "-count=1",
		"-run", "^(TestHotJournalIsRolledBack|TestRoundTrip|TestPowerCuts)$", ".")
	said, err := again.CombinedOutput()
	if err == nil {
		t.Fatal("no test noticed that the library was mended")
	}
	for _, name := range []string{"TestHotJournalIsRolledBack", "TestPowerCuts"} {
		if !bytes.Contains(said, []byte("--- FAIL: "+name)) {
			t.Errorf("%s did not notice that the library was mended:\n%s", name, said)
		}
	}
	if bytes.Contains(said, []byte("--- FAIL: TestRoundTrip")) {
		t.Errorf("the mended library does not work at all, so this proves nothing:\n%s", said)
	}
}

// The library turns every failed write into a plain I/O error; were it to pass
// the reason on, the vault need not remember it.
func TestLibraryHidesWhyAWriteFailed(t *testing.T) {
	d := newBank(t).fresh(1)
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	db := openDSN(v.URI() + pragmas)
	defer db.Close()
	exec(t, db, "UPDATE done SET n=1")
	d.fail[d.ops+1] = syscall.ENOSPC
	_, err = db.Exec("UPDATE done SET n=2")
	if failed, ok := err.(sqlite3.Error); !ok || failed.Code != sqlite3.ErrIoErr {
		t.Errorf("the driver says %v: the vault's memory of the cause is no longer needed", err)
	}
}
