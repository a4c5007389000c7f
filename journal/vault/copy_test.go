package vault_test

import (
	"bytes"
	"errors"
	"io"
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

// A copy that can't be opened gets no lock file; one that can, does.
func TestNoLockFileBesideWhatDoesNotOpen(t *testing.T) {
	whole := read(t, filled(t))
	flipped := bytes.Clone(whole)
	flipped[pagesAt+9] ^= 1
	path := filepath.Join(t.TempDir(), "copy.mend")
	for name, c := range map[string]struct {
		content    []byte
		passphrase string
		want       error
	}{
		"another passphrase": {whole, newPassphrase, vault.ErrWrongPassphrase},
		"a flipped bit":      {flipped, passphrase, vault.ErrDamaged},
		"cut off":            {whole[:len(whole)-pageSize], passphrase, vault.ErrDamaged},
	} {
		write(t, path, c.content)
		if v, err := open(path, c.passphrase); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", name, v, err)
		}
		if diff := cmp.Diff([]string{"copy.mend"}, names(t, filepath.Dir(path))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	write(t, path, whole)
	mustOpen(t, path)
	if _, err := os.Lstat(vault.LockPath(path)); err != nil {
		t.Error(err)
	}
}

// slowLock is a disk on which something happens before a lock is taken.
type slowLock struct {
	*memDisk
	before func()
}

func (d slowLock) Lock(path string) (io.Closer, error) {
	d.before()
	return d.memDisk.Lock(path)
}

// A vault that had no lock file, and whose passphrase somebody changed between
// the look at the header and the lock, does not open with the old one.
func TestChangedBeforeTheLock(t *testing.T) {
	d := newBank(t).fresh(1)
	before := bytes.Clone(d.names[bankPath].seen)
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	if err := v.ChangePassphrase([]byte(newPassphrase), vault.InsecureTestOptions()); err != nil {
		t.Fatal(err)
	}
	v.Close()
	after := bytes.Clone(d.names[bankPath].seen)
	d.put(bankPath, before)
	changing := slowLock{d, func() { d.names[bankPath].seen = bytes.Clone(after) }}
	if v, err := vault.OpenOn(changing, bankPath, []byte(passphrase), vault.InsecureTestOptions()); !errors.Is(err, vault.ErrAlreadyOpen) {
		t.Errorf("got %v, %v", v, err)
	}
	if !bytes.Equal(d.names[bankPath].seen, after) {
		t.Error("the change was taken back")
	}
}
