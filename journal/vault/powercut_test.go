package vault_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/psanford/sqlite3vfs"

	"mend/journal/vault"
)

const (
	bankPath     = "/bank.mend"
	bankAccounts = 20
	bankTotal    = bankAccounts * 100
)

// rules are the conditions a trial runs under. The zero value keeps them all.
type rules struct {
	name    string
	vfs     *vault.BrokenVFS // nil: the real one
	pragmas string           // instead of the good ones of the same name
	noDirs  bool             // folders are never synced
	destroy bool             // every torn write destroys what is around it
}

func (r rules) dsn(v *vault.Vault) string {
	uri := v.URI()
	if r.vfs != nil {
		uri = r.vfs.URIOf(v, r.name)
	}
	return uri + r.pragmas + pragmas // of two equal names the driver takes the first
}

// newBank returns a disk with a closed vault in which money can be moved.
func newBank(t *testing.T) *memDisk {
	t.Helper()
	d := newMemDisk(7)
	v, err := vault.CreateOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	db := openDSN(v.URI() + pragmas)
	exec(t, db, "CREATE TABLE account(id INTEGER PRIMARY KEY, balance INT); CREATE TABLE done(n INT); CREATE TABLE paper(body)")
	exec(t, db, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<?) INSERT INTO account SELECT i, 100 FROM n", bankAccounts)
	exec(t, db, "INSERT INTO done VALUES(0)")
	exec(t, db, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<30) INSERT INTO paper SELECT randomblob(2000) FROM n")
	closeAll(t, db, v)
	if err := d.SyncDir("/"); err != nil {
		t.Fatal(err)
	}
	return d
}

// fresh returns a copy of a disk on which everything is synced.
func (d *memDisk) fresh(seed uint64) *memDisk {
	next := newMemDisk(seed)
	for path, node := range d.kept {
		copied := &inode{seen: append([]byte(nil), node.kept...), kept: append([]byte(nil), node.kept...)}
		next.names[path], next.kept[path] = copied, copied
	}
	return next
}

// transfer is one transaction: it moves money, counts, and shuffles paper so
// that pages are added, freed and spilled.
// Before each step it calls begin.
func transfer(db *sql.DB, rng *rand.Rand, n int, begin func()) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	amount := rng.IntN(50)
	steps := []struct {
		query string
		args  []any
	}{
		{"UPDATE account SET balance=balance-? WHERE id=?", []any{amount, 1 + rng.IntN(bankAccounts)}},
		{"INSERT INTO paper VALUES(randomblob(?))", []any{100 + rng.IntN(9000)}},
		{"UPDATE paper SET body=randomblob(length(body)) WHERE rowid%5=?", []any{rng.IntN(5)}},
		{"DELETE FROM paper WHERE rowid%7=? AND (SELECT count(*) FROM paper)>25", []any{rng.IntN(7)}},
		{"UPDATE account SET balance=balance+? WHERE id=?", []any{amount, 1 + rng.IntN(bankAccounts)}},
		{"UPDATE done SET n=?", []any{n}},
	}
	for _, s := range steps {
		begin()
		if _, err := tx.Exec(s.query, s.args...); err != nil {
			return err
		}
	}
	if rng.IntN(8) == 0 {
		return errors.Join(tx.Rollback(), errRolledBack)
	}
	begin()
	return tx.Commit()
}

var errRolledBack = errors.New("rolled back on purpose")

// work transfers until something fails or all is done, and returns the last
// transaction acknowledged and the last one begun.
func work(d *memDisk, r rules, rng *rand.Rand, from, to int) (acked, begun int, err error) {
	acked, begun = from, from
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		return acked, begun, err
	}
	defer v.Close()
	db := openDSN(r.dsn(v))
	defer db.Close()
	if rng.IntN(2) == 0 {
		if _, err := db.Exec("PRAGMA cache_size=8"); err != nil {
			return acked, begun, err
		}
	}
	for n := from + 1; n <= to; n++ {
		begun = n
		switch err := transfer(db, rng, n, func() {}); {
		case errors.Is(err, errRolledBack):
		case err != nil:
			return acked, begun, err
		default:
			acked = n
		}
	}
	return acked, begun, nil
}

// audit opens what a cut left behind and says what is wrong with it.
func audit(d *memDisk, r rules, acked, begun int) error {
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer v.Close()
	return check(v, r, acked, begun)
}

// check opens the database, which rolls back what was interrupted, and says
// what is wrong with it.
func check(v *vault.Vault, r rules, acked, begun int) error {
	db := openDSN(r.dsn(v))
	defer db.Close()
	var total, n int
	if err := db.QueryRow("SELECT (SELECT sum(balance) FROM account), n FROM done").Scan(&total, &n); err != nil {
		return fmt.Errorf("read: %w (%v)", err, v.Cause())
	}
	if total != bankTotal {
		return fmt.Errorf("money adds up to %d", total)
	}
	if n < acked || n > begun {
		return fmt.Errorf("last transaction is %d, acknowledged was %d of %d", n, acked, begun)
	}
	var integrity string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&integrity); err != nil || integrity != "ok" {
		return fmt.Errorf("integrity: %s %v", integrity, err)
	}
	if faults, err := v.Verify(context.Background(), nil); err != nil || len(faults) > 0 {
		return fmt.Errorf("verify: %v %v", faults, err)
	}
	return nil
}

// cutTrial cuts the power at random, perhaps again during the recovery, and
// audits the outcome.
func cutTrial(bank *memDisk, r rules, seed uint64) error {
	rng := rand.New(rand.NewPCG(seed, 2))
	d := bank.fresh(seed)
	d.flawed, d.destroy = r.noDirs, d.destroy || r.destroy
	d.cutAt = 1 + rng.IntN(220)
	acked, begun, _ := work(d, r, rng, 0, 9)
	d = d.survivor()
	d.destroy = d.destroy || r.destroy
	if rng.IntN(3) == 0 {
		d.cutAt = 1 + rng.IntN(30)
		again, later, _ := work(d, r, rng, begun, begun+2)
		if again > begun {
			acked = again
		}
		begun = max(begun, later)
		d = d.survivor()
	}
	return audit(d, r, acked, begun)
}

func soak(short, long int) int {
	if os.Getenv("MEND_SOAK") != "" {
		return long
	}
	return short
}

func TestPowerCuts(t *testing.T) {
	if raceEnabled {
		t.Skip("one goroutine; too slow under the race detector")
	}
	bank := newBank(t)
	cuts := soak(2000, 100_000)
	for seed := range uint64(cuts) {
		if err := cutTrial(bank, rules{}, seed); err != nil {
			t.Fatalf("cut %d: %v", seed, err)
		}
	}
	t.Logf("%d cuts survived", cuts)
}

// Each rule, broken on purpose, must lose something: else the trial above
// proves nothing.
func TestPowerCutsFindBrokenRules(t *testing.T) {
	if raceEnabled {
		t.Skip("one goroutine; too slow under the race detector")
	}
	broken := []rules{
		{name: "not-synchronous", pragmas: "&_synchronous=OFF"},
		{name: "folder-not-synced", pragmas: "&_journal_mode=DELETE", noDirs: true},
		{name: "lock-answer-truthful", vfs: &vault.BrokenVFS{Wrap: func(f sqlite3vfs.File) sqlite3vfs.File { return truthful{f} }}},
		{name: "small-sector", destroy: true, vfs: &vault.BrokenVFS{Wrap: func(f sqlite3vfs.File) sqlite3vfs.File { return smallSector{f} }}},
		{name: "power-safe-overwrite", destroy: true, vfs: &vault.BrokenVFS{Wrap: func(f sqlite3vfs.File) sqlite3vfs.File { return powerSafe{f} }}},
		{name: "safe-append", vfs: &vault.BrokenVFS{Wrap: func(f sqlite3vfs.File) sqlite3vfs.File { return safeAppend{f} }}},
		{name: "torn-block-fails", vfs: &vault.BrokenVFS{FailBlocks: true}},
		{name: "first-read-fails", vfs: &vault.BrokenVFS{Wrap: func(f sqlite3vfs.File) sqlite3vfs.File { return hardFirstRead{f} }}},
	}
	bank := newBank(t)
	for _, r := range broken {
		t.Run(r.name, func(t *testing.T) {
			if r.vfs != nil {
				if err := r.vfs.Register(r.name); err != nil {
					t.Fatal(err)
				}
			}
			if harm := countHarm(t, bank, r); harm == 0 {
				t.Error("no cut did harm: the trials cannot see this rule")
			}
		})
	}
}

// countHarm cuts the power until it does harm or, in a soak, 3000 times.
func countHarm(t *testing.T, bank *memDisk, r rules) (harm int) {
	t.Helper()
	const cuts = 3000
	for seed := range uint64(cuts) {
		err := cutTrial(bank, r, seed)
		if err == nil {
			continue
		}
		if harm++; harm == 1 {
			t.Logf("cut %d: %v", seed, err)
		}
		if os.Getenv("MEND_SOAK") == "" {
			return harm
		}
	}
	t.Logf("%d of %d cuts did harm", harm, cuts)
	return harm
}

type truthful struct{ sqlite3vfs.File }

func (truthful) CheckReservedLock() (bool, error) { return false, nil }

type smallSector struct{ sqlite3vfs.File }

func (smallSector) SectorSize() int64 { return 512 }

type powerSafe struct{ sqlite3vfs.File }

func (powerSafe) DeviceCharacteristics() sqlite3vfs.DeviceCharacteristic {
	return sqlite3vfs.IocapPowersafeOverwrite
}

type safeAppend struct{ sqlite3vfs.File }

func (safeAppend) DeviceCharacteristics() sqlite3vfs.DeviceCharacteristic {
	return sqlite3vfs.IocapSafeAppend
}

type hardFirstRead struct{ sqlite3vfs.File }

func (f hardFirstRead) ReadAt(p []byte, off int64) (int, error) {
	n, err := f.File.ReadAt(p, off)
	if len(p) == 100 && n == 0 && err != nil {
		return 0, sqlite3vfs.IOErrorRead
	}
	return n, err
}
