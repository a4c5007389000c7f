package vault_test

import (
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"syscall"
	"testing"

	"github.com/psanford/sqlite3vfs"

	"mend/journal/vault"
)

// Fail every single operation in turn, with and without a power cut after it:
// the work goes on, or stops with an error, and nothing is lost or half done.
func TestEveryOperationFails(t *testing.T) {
	if raceEnabled {
		t.Skip("one goroutine; too slow under the race detector")
	}
	bank := newBank(t)
	const upTo, operations = 9, 220
	for seed := range soak(2*operations, 100*operations) {
		k := 1 + seed%operations
		for _, fault := range []error{errIO, syscall.ENOSPC} {
			d := bank.fresh(uint64(seed))
			d.fail[k] = fault
			rng := rand.New(rand.NewPCG(uint64(seed), 5))
			acked, begun, _ := work(d, rules{}, rng, 0, upTo)
			if (k+seed/operations)%2 == 0 {
				d = d.survivor()
			}
			clear(d.fail) // for work that ended before
			again, later, err := work(d, rules{}, rng, begun, begun+2)
			if err != nil {
				t.Fatalf("operation %d, seed %d: after the fault: %v", k, seed, err)
			}
			if again > begun {
				acked = again
			}
			if err := audit(d, rules{}, acked, max(begun, later)); err != nil {
				t.Fatalf("operation %d, seed %d: %v", k, seed, err)
			}
		}
	}
}

// Let the disk be full from every operation on: what was saved can be read
// while it is full, and when it no longer is, the same connection goes on. A
// change too large for memory is the exception: then there is nothing to read
// until there is room.
func TestDiskFullFromEveryOperation(t *testing.T) {
	if raceEnabled {
		t.Skip("one goroutine; too slow under the race detector")
	}
	bank := newBank(t)
	const operations = 220
	for seed := range soak(2*operations, 100*operations) {
		fits := seed/operations%2 == 0
		d := bank.fresh(uint64(seed))
		d.fullAt = 1 + seed%operations
		acked, err := fillAndGoOn(d, uint64(seed), fits)
		if err == nil {
			err = audit(d, rules{}, acked, acked)
		}
		if err != nil {
			t.Fatalf("full at operation %d, seed %d: %v", 1+seed%operations, seed, err)
		}
	}
}

// fillAndGoOn transfers until the disk is full, looks, makes room and transfers
// once more. It returns the last transaction acknowledged. If the changes do not
// fit into memory, what it sees while the disk is full may be an error.
func fillAndGoOn(d *memDisk, seed uint64, fits bool) (acked int, err error) {
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		return 0, err
	}
	defer v.Close()
	db := openDSN(v.URI() + pragmas)
	defer db.Close()
	if !fits {
		if _, err := db.Exec("PRAGMA cache_size=8"); err != nil {
			return 0, err
		}
	}
	rng := rand.New(rand.NewPCG(seed, 6))
	if acked, err = transferUntilFull(v, db, rng); err != nil {
		return 0, err
	}
	if err := sees(db, acked); err != nil && (fits || errors.Is(err, errLost)) {
		return 0, fmt.Errorf("while it is full: %w (%v)", err, v.Cause())
	}
	d.fullAt = 0
	if err := sees(db, acked); err != nil {
		return 0, fmt.Errorf("with room again: %w (%v)", err, v.Cause())
	}
	for err = errRolledBack; errors.Is(err, errRolledBack); {
		err = transfer(db, rng, acked+1, func() {})
	}
	return acked + 1, err
}

// transferUntilFull fails if anything but a full disk stops it.
func transferUntilFull(v *vault.Vault, db *sql.DB, rng *rand.Rand) (acked int, err error) {
	for n := 1; n <= 20; n++ {
		switch err := transfer(db, rng, n, func() {}); {
		case err == nil:
			acked = n
		case errors.Is(err, errRolledBack):
		case errors.Is(v.Cause(), vault.ErrNoSpace):
			return acked, nil
		default:
			return 0, fmt.Errorf("%w (%v)", err, v.Cause())
		}
	}
	return acked, nil
}

// errLost says that what is there is not what was saved.
var errLost = errors.New("not as it was saved")

// sees fails unless the last transaction is there, whole, and no other.
func sees(db *sql.DB, last int) error {
	var total, n int
	if err := db.QueryRow("SELECT (SELECT sum(balance) FROM account), n FROM done").Scan(&total, &n); err != nil {
		return err
	}
	if total != bankTotal || n != last {
		return fmt.Errorf("%w: total %d, last %d, want %d", errLost, total, n, last)
	}
	return nil
}

// SQLite says only that a write failed; the vault remembers why.
func TestCauseOfFailedWrites(t *testing.T) {
	for name, c := range map[string]struct {
		fault error
		want  error
	}{
		"full":      {syscall.ENOSPC, vault.ErrNoSpace},
		"quota":     {syscall.EDQUOT, vault.ErrNoSpace},
		"too large": {syscall.EFBIG, vault.ErrNoSpace},
		"read-only": {syscall.EROFS, vault.ErrReadOnly},
		"no right":  {os.ErrPermission, vault.ErrReadOnly},
		"other":     {errIO, errIO},
	} {
		t.Run(name, func(t *testing.T) {
			d := newBank(t).fresh(1)
			v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
			if err != nil {
				t.Fatal(err)
			}
			defer v.Close()
			db := openDSN(v.URI() + pragmas)
			defer db.Close()
			exec(t, db, "UPDATE done SET n=1")
			if v.Cause() != nil {
				t.Fatalf("cause without a failure: %v", v.Cause())
			}
			d.fail[d.ops+1] = c.fault
			if _, err := db.Exec("UPDATE done SET n=2"); err == nil {
				t.Fatal("the write did not fail")
			}
			if !errors.Is(v.Cause(), c.want) {
				t.Errorf("cause: %v", v.Cause())
			}
			exec(t, db, "UPDATE done SET n=3")
		})
	}
}

// What SQLite must never do is refused at its first use, never at Open.
func TestRefusedFiles(t *testing.T) {
	v := create(t)
	rw := sqlite3vfs.OpenReadWrite | sqlite3vfs.OpenCreate
	for name, c := range map[string]struct {
		file  string
		flags sqlite3vfs.OpenFlag
	}{
		"temporary database":  {"", rw | sqlite3vfs.OpenTempDB | sqlite3vfs.OpenDeleteOnClose},
		"transient database":  {"", rw | sqlite3vfs.OpenTransientDB},
		"temporary journal":   {v.ID() + "-journal", rw | sqlite3vfs.OpenTempJournal},
		"statement journal":   {v.ID() + "-journal", rw | sqlite3vfs.OpenSubJournal},
		"super-journal":       {v.ID() + "-mj0", rw | sqlite3vfs.OpenSuperJournal},
		"write-ahead log":     {v.ID() + "-wal", rw | sqlite3vfs.OpenWAL},
		"another database":    {"other", rw | sqlite3vfs.OpenMainDB},
		"journal as database": {v.ID() + "-journal", rw | sqlite3vfs.OpenMainDB},
		"database as journal": {v.ID(), rw | sqlite3vfs.OpenMainJournal},
		"unknown flag":        {v.ID(), rw | sqlite3vfs.OpenMainDB | 1<<30},
		"delete on close":     {v.ID(), rw | sqlite3vfs.OpenMainDB | sqlite3vfs.OpenDeleteOnClose},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := vault.VFSOpen(c.file, c.flags)
			if err != nil {
				t.Fatal("Open failed: ", err)
			}
			if _, err := f.ReadAt(make([]byte, 1), 0); err == nil {
				t.Error("it can be read")
			}
			if _, err := f.WriteAt(make([]byte, 1), 0); err == nil {
				t.Error("it can be written")
			}
			if _, err := f.FileSize(); err == nil {
				t.Error("it has a size")
			}
			if errors.Join(f.Truncate(0), f.Sync(0), f.Lock(1)) == nil {
				t.Error("it can be used")
			}
		})
	}
}

// Only whole pages go in, and a first page only with room for the tag.
func TestRefusedWrites(t *testing.T) {
	v := create(t)
	f, err := vault.VFSOpen(v.ID(), sqlite3vfs.OpenReadWrite|sqlite3vfs.OpenMainDB)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page1 := make([]byte, pageSize)
	if _, err := f.ReadAt(page1, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt(page1, 0); err != nil {
		t.Fatalf("page 1 as it is: %v", err)
	}
	before := read(t, v.Path())
	noRoom, otherSize := append([]byte(nil), page1...), append([]byte(nil), page1...)
	noRoom[20], otherSize[16] = 0, 0x20
	for name, c := range map[string]struct {
		p   []byte
		off int64
	}{
		"half a page":                 {make([]byte, 2048), pageSize},
		"between two pages":           {make([]byte, pageSize), pageSize + 512},
		"two pages":                   {make([]byte, 2*pageSize), pageSize},
		"the lock-byte page":          {make([]byte, pageSize), 1 << 30},
		"page 1 without room":         {noRoom, 0},
		"page 1 of another page size": {otherSize, 0},
		"page 1 of zeros":             {make([]byte, pageSize), 0},
	} {
		if _, err := f.WriteAt(c.p, c.off); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	for _, size := range []int64{0, 100, pageSize + 1} {
		if f.Truncate(size) == nil {
			t.Errorf("truncated to %d", size)
		}
	}
	for _, c := range []struct{ size, off int }{{100, 100}, {4096, 1}, {8192, 0}, {1, 4000}} {
		if _, err := f.ReadAt(make([]byte, c.size), int64(c.off)); err == nil {
			t.Errorf("read %d bytes at %d", c.size, c.off)
		}
	}
	if string(before) != string(read(t, v.Path())) {
		t.Error("the file changed")
	}
}
