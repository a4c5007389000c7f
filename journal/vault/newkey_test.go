package vault_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal/vault"
)

var cheap = vault.Renewal{Options: vault.InsecureTestOptions()}

// A new key leaves everything as it was, under another key, another file id and
// one passphrase; and the same vault goes on.
func TestNewKey(t *testing.T) {
	path := filled(t)
	v := mustOpen(t, path)
	code := newCode(t)
	if err := v.SetRecoveryCode(code, vault.InsecureTestOptions()); err != nil {
		t.Fatal(err)
	}
	former := filepath.Join(t.TempDir(), "former")
	write(t, former, read(t, path))
	id, key := v.FileID(), bytes.Clone(v.DataKey())
	var last, of int64
	checked := 0
	err := v.NewKey(t.Context(), []byte(newPassphrase), vault.Renewal{
		Options: vault.InsecureTestOptions(),
		Check: func(made *vault.Vault) error {
			checked++
			db := openDSN(made.URI() + pragmas)
			defer db.Close()
			if got := value[int](t, db, "SELECT count(*) FROM note"); got != 40 {
				t.Errorf("the new file has %d notes", got)
			}
			if _, err := db.Exec("DELETE FROM note"); err == nil {
				t.Error("the new file was written")
			}
			if again, err := open(path, passphrase); !errors.Is(err, vault.ErrAlreadyOpen) {
				t.Errorf("meanwhile: %v, %v", again, err)
			}
			return nil
		},
		Progress: func(done, total int64) {
			if done != last+1 || done > total {
				t.Errorf("step %d of %d after %d", done, total, last)
			}
			last, of = done, total
		},
	})
	if err != nil || checked != 1 || last != of || of == 0 {
		t.Fatalf("%v; checked %d times, %d of %d steps", err, checked, last, of)
	}
	if v.FileID() == id || bytes.Equal(v.DataKey(), key) || v.HasRecoveryCode() {
		t.Error("id, key or recovery code are the old ones")
	}
	db := openDatabase(t, v)
	exec(t, db, "INSERT INTO note VALUES('under the new key')")
	closeAll(t, db, v)
	if diff := cmp.Diff([]string{"j.mend", "j.mend.lock"}, names(t, filepath.Dir(path))); diff != "" {
		t.Error(diff)
	}
	if _, err := open(path, passphrase); !errors.Is(err, vault.ErrWrongPassphrase) {
		t.Errorf("the old passphrase: %v", err)
	}
	if err := openWithCode(t, path, code); !errors.Is(err, vault.ErrWrongCode) {
		t.Errorf("the old code: %v", err)
	}
	for path, c := range map[string]struct {
		passphrase string
		notes      int
	}{path: {newPassphrase, 41}, former: {passphrase, 40}} {
		v, err := open(path, c.passphrase)
		if err != nil {
			t.Fatal(err)
		}
		if faults, err := v.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
			t.Errorf("%v %v", faults, err)
		}
		db := openDatabase(t, v)
		if got := value[int](t, db, "SELECT count(*) FROM note"); got != c.notes {
			t.Errorf("%d notes", got)
		}
		if got := value[string](t, db, "PRAGMA integrity_check"); got != "ok" {
			t.Error(got)
		}
		closeAll(t, db, v)
	}
}

func names(t *testing.T, dir string) (names []string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		names = append(names, f.Name())
	}
	return names
}

// Whatever stops a new key, the file is byte for byte what it was, nothing is
// left beside it, and the vault goes on.
func TestNewKeyThatIsStopped(t *testing.T) {
	path := filled(t)
	v := mustOpen(t, path)
	dir := filepath.Dir(path)
	before := snapshot(t, dir)
	stop := errors.New("stop")
	refuse := cheap
	refuse.Check = func(*vault.Vault) error { return stop }
	for name, c := range map[string]struct {
		passphrase string
		renewal    vault.Renewal
		want       error
	}{
		"no passphrase": {"", cheap, vault.ErrEmptyPassphrase},
		"a check":       {newPassphrase, refuse, stop},
	} {
		if err := v.NewKey(t.Context(), []byte(c.passphrase), c.renewal); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v", name, err)
		}
		if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	steps := int64(0)
	for at := int64(0); ; at++ {
		ctx, cancel := context.WithCancel(t.Context())
		stopping := cheap
		stopping.Progress = func(done, total int64) {
			if steps = total; done == at {
				cancel()
			}
		}
		if at == 0 {
			cancel()
		}
		err := v.NewKey(ctx, []byte(newPassphrase), stopping)
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("stopped at step %d: %v", at, err)
		}
		if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
			t.Fatalf("stopped at step %d: %s", at, diff)
		}
		if at > 0 && at == steps {
			break
		}
	}
	db := openDatabase(t, v)
	exec(t, db, "INSERT INTO note VALUES('still here')")
	if err := v.NewKey(t.Context(), []byte(newPassphrase), cheap); !errors.Is(err, vault.ErrAlreadyOpen) {
		t.Errorf("with the database open: %v", err)
	}
	closeAll(t, db, v)
	if err := v.NewKey(t.Context(), []byte(newPassphrase), cheap); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("of a closed vault: %v", err)
	}
	mustOpen(t, path)
}

// What is damaged is not sealed anew as if it were whole.
func TestNewKeyOfADamagedVault(t *testing.T) {
	m := newImage(t)
	bad := m.clone()
	bad.page(7)[100] ^= 1
	d, v, err := openImageDisk(bad.bytes)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if err := v.NewKey(t.Context(), []byte(newPassphrase), cheap); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("got %v", err)
	}
	if !bytes.Equal(d.names[bankPath].seen, bad.bytes) || len(d.names) != 1 {
		t.Errorf("something has changed; %d files", len(d.names))
	}
}

// A free page, which may be torn, is no damage, and is whole afterwards.
func TestNewKeyOfAVaultWithATornFreePage(t *testing.T) {
	path := filled(t)
	v := mustOpen(t, path)
	db := openDatabase(t, v)
	exec(t, db, "INSERT INTO note VALUES(randomblob(40000)); DELETE FROM note WHERE length(body)=40000")
	closeAll(t, db, v)
	raw := read(t, path)
	raw[len(raw)-100] ^= 1
	write(t, path, raw)
	v = mustOpen(t, path)
	if err := v.NewKey(t.Context(), []byte(newPassphrase), cheap); err != nil {
		t.Fatal(err)
	}
	if got := len(read(t, path)); got != len(raw) {
		t.Errorf("%d bytes of %d", got, len(raw))
	}
	exec(t, openDatabase(t, v), "INSERT INTO note VALUES(randomblob(90000))")
	if faults, err := v.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
}

// What a crash left under the name that a new key needs is cleared, unless it
// is no file.
func TestRemainsOfANewKey(t *testing.T) {
	path := filled(t)
	remains := path + "-newkey"
	write(t, remains, []byte("half of it"))
	if _, err := open(path, newPassphrase); !errors.Is(err, vault.ErrWrongPassphrase) {
		t.Fatal(err)
	}
	if string(read(t, remains)) != "half of it" {
		t.Error("a failed Open has changed it")
	}
	v := mustOpen(t, path)
	if _, err := os.Lstat(remains); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("still there: %v", err)
	}
	write(t, remains, []byte("another half"))
	if err := v.NewKey(t.Context(), []byte(newPassphrase), cheap); err != nil {
		t.Error(err)
	}
	if err := os.Mkdir(remains, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := v.NewKey(t.Context(), []byte(passphrase), cheap); !errors.Is(err, vault.ErrObstructed) {
		t.Errorf("with a folder in its place: %v", err)
	}
	v.Close()
	v, err := open(path, newPassphrase)
	if err != nil {
		t.Fatal(err)
	}
	v.Close()
}

// A change that was interrupted, and not yet rolled back, is not lost sight of.
func TestNewKeyBesideAHotJournal(t *testing.T) {
	v := mustOpen(t, filled(t))
	db := openDatabase(t, v)
	exec(t, db, "PRAGMA cache_size=2")
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE note SET body=randomblob(9000)"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "hot.mend")
	write(t, path, read(t, v.Path()))
	write(t, path+"-journal", read(t, v.Path()+"-journal"))
	before := snapshot(t, filepath.Dir(path))
	hot := mustOpen(t, path)
	if err := hot.NewKey(t.Context(), []byte(newPassphrase), cheap); err == nil {
		t.Fatal("no error")
	}
	hot.Close()
	delete(before, filepath.Base(path)+".lock")
	after := snapshot(t, filepath.Dir(path))
	delete(after, filepath.Base(path)+".lock")
	if diff := cmp.Diff(before, after); diff != "" {
		t.Error(diff)
	}
}
