package vault_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal/vault"
)

// A copy opens with the keys of the vault it was made from, is read and
// verified, and stays as it is, whatever is tried.
func TestOpenCopy(t *testing.T) {
	v := mustOpen(t, filled(t))
	dir := t.TempDir()
	path := filepath.Join(dir, "copy")
	write(t, path, read(t, v.Path()))
	chmod(t, path, 0o400)
	before := snapshot(t, dir)

	c, err := v.OpenCopy(path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if faults, err := c.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
	db := openDatabase(t, c)
	if got := value[string](t, db, "PRAGMA integrity_check"); got != "ok" {
		t.Error(got)
	}
	if got := value[int](t, db, "SELECT count(*) FROM note"); got != 40 {
		t.Errorf("%d notes", got)
	}
	if _, err := db.Exec("DELETE FROM note"); err == nil {
		t.Error("the copy was written")
	}
	if err := c.ChangePassphrase([]byte(newPassphrase), vault.InsecureTestOptions()); !errors.Is(err, vault.ErrReadOnly) {
		t.Error("the copy's header was written")
	}
	closeAll(t, db, c)
	if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
		t.Error(diff)
	}
	exec(t, openDatabase(t, v), "DELETE FROM note")
}

func TestOpenCopyRefuses(t *testing.T) {
	v := mustOpen(t, filled(t))
	whole := read(t, v.Path())
	path := filepath.Join(t.TempDir(), "copy")
	for name, c := range map[string]struct {
		content []byte
		want    error
	}{
		"another vault": {read(t, filled(t)), vault.ErrDamaged},
		"cut off":       {whole[:len(whole)-pageSize], vault.ErrDamaged},
		"a text":        {[]byte("Dear diary"), vault.ErrNotVault},
	} {
		write(t, path, c.content)
		if got, err := v.OpenCopy(path); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got, err := v.OpenCopy(path); !errors.Is(err, vault.ErrMissing) {
		t.Errorf("nothing: got %v, %v", got, err)
	}
	v.Close()
	if got, err := v.OpenCopy(path); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("of a closed vault: got %v, %v", got, err)
	}
}

// A copy can be read with its passphrase, where nothing may be written.
func TestOpenReadOnly(t *testing.T) {
	whole := read(t, filled(t))
	dir := t.TempDir()
	path := filepath.Join(dir, "copy")
	write(t, path, whole)
	chmod(t, path, 0o400)
	before := snapshot(t, dir)
	c, err := vault.OpenReadOnly(t.Context(), path, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	db := openDatabase(t, c)
	if got := value[int](t, db, "SELECT count(*) FROM note"); got != 40 {
		t.Errorf("%d notes", got)
	}
	closeAll(t, db, c)
	if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
		t.Error(diff)
	}
	for name, test := range map[string]struct {
		content    []byte
		passphrase string
		want       error
	}{
		"another passphrase": {whole, "horseradish", vault.ErrWrongPassphrase},
		"no passphrase":      {whole, "", vault.ErrWrongPassphrase},
		"cut off":            {whole[:len(whole)-pageSize], passphrase, vault.ErrDamaged},
		"a text":             {[]byte("Dear diary"), passphrase, vault.ErrNotVault},
	} {
		path := filepath.Join(t.TempDir(), "copy")
		write(t, path, test.content)
		got, err := vault.OpenReadOnly(t.Context(), path, []byte(test.passphrase), vault.InsecureTestOptions())
		if !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
	}
}

func TestIdentify(t *testing.T) {
	v := mustOpen(t, filled(t))
	whole := read(t, v.Path())
	path := filepath.Join(t.TempDir(), "copy")
	for name, test := range map[string]struct {
		content []byte
		want    [16]byte
		err     error
	}{
		"whole":             {whole, v.FileID(), nil},
		"cut off":           {whole[:len(whole)-100], v.FileID(), vault.ErrDamaged},
		"cut in the header": {whole[:100], [16]byte{}, vault.ErrDamaged},
		"a text":            {[]byte("Dear diary"), [16]byte{}, vault.ErrNotVault},
		"nothing":           {nil, [16]byte{}, vault.ErrNotVault},
	} {
		write(t, path, test.content)
		chmod(t, path, 0o400)
		if got, err := vault.Identify(path); got != test.want || !errors.Is(err, test.err) {
			t.Errorf("%s: got %x, %v", name, got, err)
		}
		chmod(t, path, 0o600)
	}
}

func TestLockKeepsEverybodyOut(t *testing.T) {
	path := filled(t)
	lock, err := vault.Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := open(path, passphrase); !errors.Is(err, vault.ErrAlreadyOpen) {
		t.Errorf("opening it: %v", err)
	}
	if _, err := vault.Lock(path); !errors.Is(err, vault.ErrAlreadyOpen) {
		t.Errorf("locking it again: %v", err)
	}
	if err := lock.Close(); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, path)
	if _, err := vault.Lock(path); !errors.Is(err, vault.ErrAlreadyOpen) {
		t.Errorf("locking what is open: %v", err)
	}
}
