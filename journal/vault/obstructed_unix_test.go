//go:build unix

package vault_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"mend/journal/vault"
)

// obstacles is what can lie under a name and is no file.
func obstacles() map[string]func(path string) error {
	return map[string]func(path string) error{
		"a folder":                  func(p string) error { return os.Mkdir(p, 0o700) },
		"a pipe":                    func(p string) error { return unix.Mkfifo(p, 0o600) },
		"a link to nothing":         func(p string) error { return os.Symlink(filepath.Join(filepath.Dir(p), "lured"), p) },
		"a link to the vault":       func(p string) error { return os.Symlink(filepath.Join(filepath.Dir(p), "j.mend"), p) },
		"a link to an endless file": func(p string) error { return os.Symlink("/dev/zero", p) },
	}
}

// What lies in the way beside a vault is told, at once, and left as it is.
func TestObstructedBesideTheVault(t *testing.T) {
	whole := read(t, filled(t))
	for name, put := range obstacles() {
		for _, suffix := range []string{".lock", "-journal"} {
			t.Run(name+" as "+suffix, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "j.mend")
				write(t, path, whole)
				if err := put(path + suffix); err != nil {
					t.Fatal(err)
				}
				before := snapshot(t, filepath.Dir(path))
				if v, err := open(path, passphrase); !errors.Is(err, vault.ErrObstructed) {
					t.Errorf("Open: got %v, %v", v, err)
				}
				after := snapshot(t, filepath.Dir(path))
				if suffix != ".lock" {
					delete(after, "j.mend.lock")
				}
				if diff := cmp.Diff(before, after); diff != "" {
					t.Error(diff)
				}
				if err := os.Remove(path + suffix); err != nil {
					t.Fatal(err)
				}
				mustOpen(t, path)
			})
		}
	}
}

func TestObstructedLock(t *testing.T) {
	for name, put := range obstacles() {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "j.mend")
			if err := put(vault.LockPath(path)); err != nil {
				t.Fatal(err)
			}
			before := snapshot(t, filepath.Dir(path))
			if _, err := vault.Lock(path); !errors.Is(err, vault.ErrObstructed) {
				t.Errorf("Lock: %v", err)
			}
			if v, err := vault.Create(path, []byte(passphrase), vault.InsecureTestOptions()); !errors.Is(err, vault.ErrObstructed) {
				t.Errorf("Create: got %v, %v", v, err)
			}
			if diff := cmp.Diff(before, snapshot(t, filepath.Dir(path))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A vault whose rollback journal cannot be made says why, and goes on when the
// way is clear.
func TestObstructedWhileOpen(t *testing.T) {
	for name, put := range obstacles() {
		t.Run(name, func(t *testing.T) {
			v := mustOpen(t, filled(t))
			if err := put(v.Path() + "-journal"); err != nil {
				t.Fatal(err)
			}
			db := openDatabase(t, v)
			if _, err := db.Exec("INSERT INTO note VALUES('in vain')"); err == nil || !errors.Is(v.Cause(), vault.ErrObstructed) {
				t.Errorf("got %v, cause %v", err, v.Cause())
			}
			if err := os.Remove(v.Path() + "-journal"); err != nil {
				t.Fatal(err)
			}
			exec(t, db, "INSERT INTO note VALUES('kept')")
			if got := value[int](t, db, "SELECT count(*) FROM note"); got != 41 {
				t.Errorf("%d notes", got)
			}
		})
	}
}
