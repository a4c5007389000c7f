package vault_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal/vault"
)

func TestWrongPassphrase(t *testing.T) {
	path := filled(t)
	before := snapshot(t, filepath.Dir(path))
	for name, p := range map[string]string{
		"another": "horseradish", "empty": "", "trailing space": passphrase + " ", "case": strings.ToUpper(passphrase),
		"long": strings.Repeat("x", 10<<10), "not UTF-8": "\xff\xfe", "NUL": passphrase + "\x00",
	} {
		t.Run(name, func(t *testing.T) {
			v, err := open(path, p)
			if !errors.Is(err, vault.ErrWrongPassphrase) {
				t.Fatalf("got %v, %v", v, err)
			}
			if p != "" && strings.Contains(err.Error(), p) {
				t.Error("the passphrase is in the error")
			}
		})
	}
	if diff := cmp.Diff(before, snapshot(t, filepath.Dir(path))); diff != "" {
		t.Error(diff)
	}
	mustOpen(t, path)
}

// The same letters typed as one or as two code points are one passphrase.
func TestPassphraseIsNormalised(t *testing.T) {
	const composed, decomposed = "caf\u00e9 \u1e9b\u0323", "cafe\u0301 \u017f\u0323\u0307"
	path := filepath.Join(t.TempDir(), "j.mend")
	given := []byte(composed)
	v, err := vault.Create(path, given, vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	if string(given) != composed {
		t.Error("the caller's passphrase was changed")
	}
	v.Close()
	for _, p := range []string{composed, decomposed} {
		v, err := open(path, p)
		if err != nil {
			t.Fatalf("%+q: %v", p, err)
		}
		v.Close()
	}
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	taken := filepath.Join(dir, "taken")
	write(t, taken, []byte("precious"))
	link := filepath.Join(dir, "link")
	if err := os.Symlink(filepath.Join(dir, "nowhere"), link); err != nil {
		t.Fatal(err)
	}
	locked := filepath.Join(t.TempDir(), "locked")
	mkdir(t, locked, 0o500)
	before := snapshot(t, dir)
	for _, c := range []struct {
		name, path, passphrase string
		want                   error
	}{
		{"a taken name", taken, passphrase, vault.ErrExists},
		{"a folder's name", dir, passphrase, vault.ErrExists},
		{"a symbolic link", link, passphrase, vault.ErrExists},
		{"no folder", filepath.Join(dir, "no", "j.mend"), passphrase, vault.ErrMissing},
		{"no passphrase", filepath.Join(dir, "j.mend"), "", vault.ErrEmptyPassphrase},
		{"a read-only folder", filepath.Join(locked, "j.mend"), passphrase, vault.ErrReadOnly},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, err := vault.Create(c.path, []byte(c.passphrase), vault.InsecureTestOptions())
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, %v; want %v", v, err, c.want)
			}
		})
	}
	if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
		t.Error(diff)
	}
	if left := snapshot(t, locked); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Whatever is not a vault is told apart, by Inspect and Open alike, and left
// as it is, without a lock file beside it.
func TestNotAVault(t *testing.T) {
	whole, err := os.ReadFile(filled(t))
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Clone(whole)
	for _, at := range []int{0, 8192} {
		newer[at+23] = 2
		if err := vault.Reseal(newer[at:at+8192], make([]byte, 32)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		make func(path string)
		want error
	}{
		{"nothing", func(string) {}, vault.ErrMissing},
		{"a folder", func(p string) { mkdir(t, p, 0o700) }, vault.ErrNotVault},
		{"an empty file", func(p string) { write(t, p, nil) }, vault.ErrNotVault},
		{"a text file", func(p string) { write(t, p, []byte("Dear diary")) }, vault.ErrNotVault},
		{"a long text file", func(p string) { write(t, p, bytes.Repeat([]byte("Dear diary\n"), 9000)) }, vault.ErrNotVault},
		{"an SQLite file", func(p string) { write(t, p, append([]byte("SQLite format 3\x00"), make([]byte, 40960)...)) }, vault.ErrNotVault},
		{"a link to a vault", func(p string) {
			write(t, p+".target", whole)
			if err := os.Symlink(p+".target", p); err != nil {
				t.Fatal(err)
			}
		}, vault.ErrNotVault},
		{"ten bytes of a vault", func(p string) { write(t, p, whole[:10]) }, vault.ErrDamaged},
		{"half a header", func(p string) { write(t, p, whole[:4096]) }, vault.ErrDamaged},
		{"one header copy", func(p string) { write(t, p, whole[:8192]) }, vault.ErrDamaged},
		{"no pages", func(p string) { write(t, p, whole[:16384]) }, vault.ErrDamaged},
		{"half a page more", func(p string) { write(t, p, whole[:len(whole)-2048]) }, vault.ErrDamaged},
		{"a newer version", func(p string) { write(t, p, newer) }, vault.ErrNewerVersion},
		{"a read-only file", func(p string) {
			write(t, p, whole)
			chmod(t, p, 0o400)
		}, vault.ErrReadOnly},
		{"a read-only folder", func(p string) {
			write(t, p, whole)
			chmod(t, filepath.Dir(p), 0o500)
		}, vault.ErrReadOnly},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			t.Cleanup(func() { os.Chmod(dir, 0o700) })
			path := filepath.Join(dir, "j.mend")
			c.make(path)
			before := snapshot(t, dir)
			if err := vault.Inspect(path); !errors.Is(err, c.want) {
				t.Errorf("Inspect: got %v, want %v", err, c.want)
			}
			if v, err := open(path, passphrase); !errors.Is(err, c.want) {
				t.Errorf("Open: got %v, %v, want %v", v, err, c.want)
			}
			if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestInspectAVault(t *testing.T) {
	path := filled(t)
	if err := vault.Inspect(path); err != nil {
		t.Error(err)
	}
	mustOpen(t, path)
	if err := vault.Inspect(path); err != nil {
		t.Errorf("while it is open: %v", err)
	}
}

func TestFilesAreTheOwnersAlone(t *testing.T) {
	v := create(t)
	db := openDatabase(t, v)
	exec(t, db, "CREATE TABLE t(a)")
	for _, path := range []string{v.Path(), v.Path() + "-journal", v.Path() + ".lock"} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != 0o600 {
			t.Errorf("%s has mode %v", filepath.Base(path), info.Mode())
		}
	}
}

func TestClosedVault(t *testing.T) {
	v := create(t)
	db := openDatabase(t, v)
	exec(t, db, "CREATE TABLE t(a)")
	key := v.DataKey()
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(key, make([]byte, 32)) {
		t.Error("the data key is not wiped")
	}
	if _, err := db.Exec("INSERT INTO t VALUES(1)"); err == nil {
		t.Error("a closed vault took a row")
	}
	if !errors.Is(v.Cause(), vault.ErrClosed) {
		t.Errorf("cause: %v", v.Cause())
	}
	if _, err := v.Verify(t.Context(), nil); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("Verify: %v", err)
	}
	if err := v.ChangePassphrase([]byte("x"), vault.InsecureTestOptions()); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("ChangePassphrase: %v", err)
	}
	if err := v.SetRecoveryCode(newCode(t), vault.InsecureTestOptions()); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("SetRecoveryCode: %v", err)
	}
	db.Close()
	if err := v.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
	late := openDatabase(t, v)
	if err := late.Ping(); err == nil {
		t.Error("the name still opens")
	}
}

// Two connections would destroy each other's work: there are no locks inside.
func TestSecondConnection(t *testing.T) {
	v := create(t)
	exec(t, openDatabase(t, v), "CREATE TABLE t(a)")
	if err := openDatabase(t, v).Ping(); err == nil {
		t.Fatal("a second connection was accepted")
	}
	if !errors.Is(v.Cause(), vault.ErrAlreadyOpen) {
		t.Errorf("cause: %v", v.Cause())
	}
	v.ResetCause()
	if v.Cause() != nil {
		t.Errorf("cause after reset: %v", v.Cause())
	}
}

// snapshot maps the names in a folder to what lies there.
func snapshot(t testing.TB, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, e := range entries {
		found[e.Name()] = e.Type().String()
		if e.Type().IsRegular() {
			sum := sha256.Sum256(read(t, filepath.Join(dir, e.Name())))
			found[e.Name()] = string(sum[:])
		}
	}
	return found
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func write(t testing.TB, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func mkdir(t testing.TB, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Mkdir(path, mode); err != nil {
		t.Fatal(err)
	}
}

func chmod(t testing.TB, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}
