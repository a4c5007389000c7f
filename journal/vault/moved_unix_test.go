//go:build unix

package vault_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"mend/journal/vault"
)

func rename(t testing.TB, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func remove(t testing.TB, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

func link(t testing.TB, from, to string) {
	t.Helper()
	if err := os.Link(from, to); err != nil {
		t.Fatal(err)
	}
}

// mustRefuse demands that nothing is written, because the file was moved, and
// that what was saved can still be read.
func mustRefuse(t *testing.T, v *vault.Vault, db *sql.DB) {
	t.Helper()
	v.ResetCause()
	if _, err := db.Exec("INSERT INTO note VALUES('in vain')"); err == nil || !errors.Is(v.Cause(), vault.ErrMoved) {
		t.Errorf("insert: %v, cause %v", err, v.Cause())
	}
	if err := v.ChangePassphrase([]byte(newPassphrase), vault.InsecureTestOptions()); !errors.Is(err, vault.ErrMoved) {
		t.Errorf("ChangePassphrase: %v", err)
	}
	if _, err := v.Verify(t.Context(), nil); !errors.Is(err, vault.ErrMoved) {
		t.Errorf("Verify: %v", err)
	}
	if got := value[int](t, db, "SELECT count(*) FROM note"); got != 41 {
		t.Errorf("%d notes", got)
	}
}

// A vault whose file was moved, replaced or deleted takes no more writes: they
// would go where nobody looks. It goes on when the file is back.
func TestMovedWhileOpen(t *testing.T) {
	for name, c := range map[string]struct {
		away func(t *testing.T, path string)
		back func(t *testing.T, path string)
	}{
		"moved": {
			func(t *testing.T, path string) { rename(t, path, path+".elsewhere") },
			func(t *testing.T, path string) { rename(t, path+".elsewhere", path) },
		},
		"deleted": {
			func(t *testing.T, path string) { link(t, path, path+".spare"); remove(t, path) },
			func(t *testing.T, path string) { rename(t, path+".spare", path) },
		},
		"replaced by another file": {
			func(t *testing.T, path string) {
				link(t, path, path+".spare")
				write(t, path+".new", []byte("a recipe for bread"))
				rename(t, path+".new", path)
			},
			func(t *testing.T, path string) {
				if got := read(t, path); string(got) != "a recipe for bread" {
					t.Errorf("the other file now holds %q", got)
				}
				rename(t, path+".spare", path)
			},
		},
		"replaced by a copy of itself": {
			func(t *testing.T, path string) {
				rename(t, path, path+".elsewhere")
				write(t, path, read(t, path+".elsewhere"))
			},
			func(t *testing.T, path string) { rename(t, path+".elsewhere", path) },
		},
		"moved with its folder": {
			func(t *testing.T, path string) { rename(t, filepath.Dir(path), filepath.Dir(path)+"s") },
			func(t *testing.T, path string) { rename(t, filepath.Dir(path)+"s", filepath.Dir(path)) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			v := mustOpen(t, filled(t))
			db := openDatabase(t, v)
			exec(t, db, "INSERT INTO note VALUES('saved')")
			c.away(t, v.Path())
			mustRefuse(t, v, db)
			mustRefuse(t, v, db)
			c.back(t, v.Path())
			exec(t, db, "INSERT INTO note VALUES('saved again')")
			closeAll(t, db, v)
			again := mustOpen(t, v.Path())
			if got := value[int](t, openDatabase(t, again), "SELECT count(*) FROM note WHERE body LIKE 'saved%'"); got != 2 {
				t.Errorf("%d of two saves were kept", got)
			}
			if faults, err := again.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
				t.Errorf("%v %v", faults, err)
			}
		})
	}
}

// What is moved in the middle of a transaction is, under its new name, what it
// was before it.
func TestMovedInATransaction(t *testing.T) {
	v := mustOpen(t, filled(t))
	db := openDatabase(t, v)
	exec(t, db, "PRAGMA cache_size=5")
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec("UPDATE note SET body=hex(randomblob(400))||'X'"); err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join(t.TempDir(), "k.mend")
	rename(t, v.Path(), moved)
	if err := tx.Commit(); err == nil || !errors.Is(v.Cause(), vault.ErrMoved) {
		t.Errorf("commit: %v, cause %v", err, v.Cause())
	}
	closeAll(t, db, v)
	if left := snapshot(t, filepath.Dir(v.Path())); len(left) != 1 {
		t.Errorf("beside the lock file was left: %v", left)
	}
	db = openDatabase(t, mustOpen(t, moved))
	if got := value[string](t, db, "SELECT count(*)||' '||sum(body LIKE '%X') FROM note"); got != "40 0" {
		t.Errorf("of the notes, count and how many are new: %s", got)
	}
	if got := value[string](t, db, "PRAGMA integrity_check"); got != "ok" {
		t.Error(got)
	}
}

// What is moved in the last moment, with its pages on the disk and nothing left
// to do but commit, is not acknowledged either, and undone at the next use.
func TestMovedRightBeforeTheCommit(t *testing.T) {
	d := newBank(t).fresh(1)
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	db := openDSN(v.URI() + pragmas)
	defer db.Close()
	exec(t, db, "UPDATE done SET n=1")
	d.onSync = func(synced *inode) {
		if synced == d.names[bankPath] {
			d.names["/elsewhere"] = synced
			delete(d.names, bankPath)
		}
	}
	if _, err := db.Exec("UPDATE done SET n=2"); err == nil || !errors.Is(v.Cause(), vault.ErrMoved) {
		t.Errorf("got %v, cause %v", err, v.Cause())
	}
	if got := value[int](t, db, "SELECT n FROM done"); got != 1 {
		t.Errorf("the last transaction is %d", got)
	}
	d.onSync, d.names[bankPath] = nil, d.names["/elsewhere"]
	exec(t, db, "UPDATE done SET n=3")
	db.Close()
	if err := check(v, rules{}, 3, 3); err != nil {
		t.Error(err)
	}
}

// Let every single look at the name find another file: the transaction fails as
// a whole, is undone at once or at the next use, and the next one goes on.
func TestMovedAtEveryLook(t *testing.T) {
	if raceEnabled {
		t.Skip("one goroutine; too slow under the race detector")
	}
	bank := newBank(t)
	refused := 0
	for seed := range uint64(60) {
		d := bank.fresh(seed)
		acked, err := loseAndGoOn(d, seed, int(1+seed%12))
		if err != nil {
			t.Fatalf("look %d, seed %d: %v", d.lostAt, seed, err)
		}
		if d.looks >= d.lostAt {
			refused++
		}
		if err := audit(d, rules{}, acked, acked); err != nil {
			t.Fatalf("look %d, seed %d: %v", d.lostAt, seed, err)
		}
	}
	if refused < 50 {
		t.Errorf("only %d transactions were refused", refused)
	}
}

// loseAndGoOn transfers until a look at the name, counted from the opening,
// finds another file, then reads and transfers once more. It returns the last
// transaction acknowledged.
func loseAndGoOn(d *memDisk, seed uint64, look int) (acked int, err error) {
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		return 0, err
	}
	defer v.Close()
	db := openDSN(v.URI() + pragmas)
	defer db.Close()
	if _, err := db.Exec("PRAGMA cache_size=8"); err != nil {
		return 0, err
	}
	d.lostAt = d.looks + look
	rng := rand.New(rand.NewPCG(seed, 7))
	for n := 1; n <= 6; n++ {
		err := transfer(db, rng, n, func() {})
		if err == nil {
			acked = n
		} else if cause := v.Cause(); !errors.Is(err, errRolledBack) && !errors.Is(cause, vault.ErrMoved) {
			return 0, fmt.Errorf("%w (%v)", err, cause)
		}
	}
	var total, n int
	if err := db.QueryRow("SELECT (SELECT sum(balance) FROM account), n FROM done").Scan(&total, &n); err != nil {
		return 0, fmt.Errorf("read: %w (%v)", err, v.Cause())
	}
	if total != bankTotal || n != acked {
		return 0, fmt.Errorf("total %d, last %d, acknowledged %d", total, n, acked)
	}
	for err = errRolledBack; errors.Is(err, errRolledBack); {
		err = transfer(db, rng, 7, func() {})
	}
	return 7, err
}

// One file is one vault, whatever it is called and whatever became of its lock
// file.
func TestOneFileUnderTwoNames(t *testing.T) {
	for name, rearrange := range map[string]func(t *testing.T, path string) (other string){
		"moved": func(t *testing.T, path string) string {
			rename(t, path, path+".other")
			return path + ".other"
		},
		"linked": func(t *testing.T, path string) string {
			link(t, path, path+".other")
			return path + ".other"
		},
		"without its lock file": func(t *testing.T, path string) string {
			remove(t, vault.LockPath(path))
			return path
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filled(t)
			holder := start(t, "hold", path)
			if said := holder.line(); said != "open" {
				t.Fatal(said)
			}
			other := rearrange(t, path)
			if v, err := open(other, passphrase); !errors.Is(err, vault.ErrAlreadyOpen) {
				t.Errorf("got %v, %v", v, err)
			}
			holder.kill()
			mustOpen(t, other)
		})
	}
}

// A rollback journal that was deleted between two transactions is made anew,
// under its name, so that a crash in the next one is undone.
func TestRollbackJournalDeleted(t *testing.T) {
	v := mustOpen(t, filled(t))
	db := openDatabase(t, v)
	exec(t, db, "PRAGMA cache_size=5")
	exec(t, db, "INSERT INTO note VALUES('saved')")
	remove(t, v.Path()+"-journal")
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE note SET body=hex(randomblob(400))||'X'"); err != nil {
		t.Fatal(err)
	}
	crashed := filepath.Join(t.TempDir(), "j.mend")
	write(t, crashed, read(t, v.Path()))
	write(t, crashed+"-journal", read(t, v.Path()+"-journal"))
	after := openDatabase(t, mustOpen(t, crashed))
	if got := value[string](t, after, "SELECT count(*)||' '||sum(body LIKE '%X') FROM note"); got != "41 0" {
		t.Errorf("of the notes, count and how many are new: %s", got)
	}
}

// One that is deleted in the middle of a transaction could undo nothing: the
// transaction is refused before its first page is written.
func TestRollbackJournalDeletedInATransaction(t *testing.T) {
	v := mustOpen(t, filled(t))
	db := openDatabase(t, v)
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec("UPDATE note SET body='X'"); err != nil {
		t.Fatal(err)
	}
	before := read(t, v.Path())
	remove(t, v.Path()+"-journal")
	if err := tx.Commit(); err == nil || !errors.Is(v.Cause(), vault.ErrMoved) {
		t.Errorf("commit: %v, cause %v", err, v.Cause())
	}
	if !bytes.Equal(before, read(t, v.Path())) {
		t.Error("pages were written that nothing could undo")
	}
	exec(t, db, "INSERT INTO note VALUES('saved')")
	if got := value[string](t, db, "SELECT count(*)||' '||sum(body='X') FROM note"); got != "41 0" {
		t.Errorf("of the notes, count and how many are new: %s", got)
	}
}

// thief puts another file in the place of a new vault before it is whole.
type thief struct {
	vault.Disk
	path string
}

func (d thief) SyncDir(dir string) error {
	if err := os.WriteFile(d.path+".new", []byte("a recipe for bread"), 0o600); err != nil {
		return err
	}
	return errors.Join(os.Rename(d.path+".new", d.path), d.Disk.SyncDir(dir))
}

// A vault that lost its name while it was made takes nothing else with it.
func TestMovedWhileCreated(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j.mend")
	v, err := vault.CreateOn(thief{vault.OSDisk(), path}, path, []byte(passphrase), vault.InsecureTestOptions())
	if !errors.Is(err, vault.ErrMoved) {
		t.Errorf("got %v, %v", v, err)
	}
	if got := read(t, path); string(got) != "a recipe for bread" {
		t.Errorf("the other file now holds %q", got)
	}
}

// Who locks a path also learns of a process that opened the file there under
// another name; a lock does not stand in the way of renaming.
func TestLockKnowsTheFileByAnotherName(t *testing.T) {
	v := mustOpen(t, filled(t))
	moved := filepath.Join(t.TempDir(), "moved.mend")
	if err := os.Rename(v.Path(), moved); err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Lock(moved); !errors.Is(err, vault.ErrAlreadyOpen) {
		t.Errorf("while it is open: %v", err)
	}
	v.Close()
	lock, err := vault.Lock(moved)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Close()
	if err := os.Rename(moved, v.Path()); err != nil {
		t.Fatal(err)
	}
	if _, err := open(v.Path(), passphrase); !errors.Is(err, vault.ErrAlreadyOpen) {
		t.Errorf("opening the file that is locked: %v", err)
	}
	if err := lock.Close(); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, v.Path())
}
