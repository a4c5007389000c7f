package vault_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"syscall"
	"testing"

	"mend/journal/vault"
)

// bankWith opens the bank with the one passphrase that does, and says which.
func bankWith(d vault.Disk) (v *vault.Vault, opened string, err error) {
	for _, opened = range []string{newPassphrase, passphrase} {
		v, err = vault.OpenOn(d, bankPath, []byte(opened), vault.InsecureTestOptions())
		if !errors.Is(err, vault.ErrWrongPassphrase) {
			return v, opened, err
		}
	}
	return nil, "", err
}

// renewal is one trial of a new key: money is moved, all is sealed anew, and
// money is moved again.
type renewal struct {
	acked, begun int   // transactions
	newKey       error // what NewKey returned
	err          error // what stopped the trial
}

func renewBank(d vault.Disk, v *vault.Vault, rng *rand.Rand) (r renewal) {
	r.newKey = errors.New("not begun")
	move := func(upTo int) {
		db := openDSN(v.URI() + pragmas)
		defer db.Close()
		for r.err == nil && r.begun < upTo {
			r.err = r.transfer(db, rng)
		}
	}
	if move(2); r.err != nil {
		return r
	}
	r.newKey = v.NewKey(context.Background(), []byte(newPassphrase), cheap)
	move(r.begun + 2)
	return r
}

func (r *renewal) transfer(db *sql.DB, rng *rand.Rand) error {
	r.begun++
	err := transfer(db, rng, r.begun, func() {})
	if errors.Is(err, errRolledBack) {
		return nil
	}
	if err == nil {
		r.acked = r.begun
	}
	return err
}

// audit opens what is left, and says what is wrong with it.
func (r renewal) audit(d *memDisk) error {
	v, opened, err := bankWith(d)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer v.Close()
	if done := r.newKey == nil; done && opened != newPassphrase {
		return errors.New("the new key was acknowledged, and is gone")
	}
	if d.names[bankPath+"-newkey"] != nil {
		return errors.New("a second file is still there")
	}
	return check(v, rules{}, r.acked, r.begun)
}

// newKeyCut cuts the power at operation k of a trial and audits the outcome.
func newKeyCut(bank *memDisk, wrap func(*memDisk) vault.Disk, k int, seed uint64) (opened bool, err error) {
	d := bank.fresh(seed)
	v, err := vault.OpenOn(wrap(d), bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		return false, err
	}
	d.cutAt = d.ops + k
	r := renewBank(wrap(d), v, rand.New(rand.NewPCG(seed, 8)))
	off := d.off
	v.Close()
	return off, r.audit(d.survivor())
}

func asItIs(d *memDisk) vault.Disk { return d }

// Cut the power at every operation while everything is sealed anew, and of the
// work before and after: the old or the new file is there, whole, with every
// acknowledged change in it; and the new one once it was acknowledged.
func TestPowerCutWhileMakingANewKey(t *testing.T) {
	if raceEnabled {
		t.Skip("one goroutine; too slow under the race detector")
	}
	bank := newBank(t)
	cuts := 0
	for round := range soak(6, 300) {
		for k, off := 1, true; off; k++ {
			var err error
			off, err = newKeyCut(bank, asItIs, k, uint64(1000*round+k))
			if err != nil {
				t.Fatalf("cut at operation %d, round %d: %v", k, round, err)
			}
			cuts++
		}
	}
	t.Logf("%d cuts survived", cuts)
}

// noSync is a disk whose files are never synced.
type noSync struct{ *memDisk }

func (d noSync) Open(path string, flag int) (vault.DiskFile, error) {
	f, err := d.memDisk.Open(path, flag)
	if err != nil {
		return nil, err
	}
	return noSyncFile{f.(*memFile)}, nil
}

func (d noSync) Names(path string, f vault.DiskFile) (bool, error) {
	return d.memDisk.Names(path, f.(noSyncFile).memFile)
}

type noSyncFile struct{ *memFile }

func (noSyncFile) Sync() error { return nil }

// The trial must see a new key that does not sync what it writes, or where.
func TestPowerCutsFindABrokenNewKey(t *testing.T) {
	if raceEnabled {
		t.Skip("one goroutine; too slow under the race detector")
	}
	bank := newBank(t)
	for name, wrap := range map[string]func(*memDisk) vault.Disk{
		"files not synced":  func(d *memDisk) vault.Disk { return noSync{d} },
		"folder not synced": func(d *memDisk) vault.Disk { d.flawed = true; return d },
	} {
		harm, cuts := 0, 0
		for k, off := 1, true; off; k++ {
			var err error
			off, err = newKeyCut(bank, wrap, k, uint64(k))
			if cuts++; err != nil {
				harm++
			}
		}
		t.Logf("%s: %d of %d cuts did harm", name, harm, cuts)
		if harm == 0 {
			t.Errorf("%s: no cut did harm", name)
		}
	}
}

// Fail every single operation in turn, with and without a power cut after the
// work has gone on: the vault is as before, with nothing beside it, or it is
// sealed anew; and it goes on in either case.
func TestEveryOperationOfANewKeyFails(t *testing.T) {
	if raceEnabled {
		t.Skip("one goroutine; too slow under the race detector")
	}
	bank := newBank(t)
	outcomes := map[string]int{}
	for round := range soak(4, 100) {
		for k, more := 1, true; more; k++ {
			d := bank.fresh(uint64(k))
			v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
			if err != nil {
				t.Fatal(err)
			}
			d.fail[d.ops+k] = []error{errIO, syscall.ENOSPC}[round%2]
			r := renewBank(d, v, rand.New(rand.NewPCG(uint64(round), 9)))
			more = d.ops >= k
			clear(d.fail)
			if r.newKey != nil && d.names[bankPath+"-newkey"] != nil {
				t.Fatalf("operation %d: a second file is left", k)
			}
			r.err = nil
			db := openDSN(v.URI() + pragmas)
			for n := r.begun + 3; r.begun < n; {
				if err := r.transfer(db, rand.New(rand.NewPCG(uint64(k), 10))); err != nil {
					t.Fatalf("operation %d: the vault does not go on: %v (%v)", k, err, v.Cause())
				}
			}
			closeAll(t, db, v)
			if round/2%2 == 0 {
				d = d.survivor()
			}
			switch {
			case r.newKey == nil:
				outcomes["done"]++
			case errors.Is(r.newKey, vault.ErrUnconfirmed):
				outcomes["unconfirmed"]++
				r.newKey = nil // after the work that followed it is there to stay
			default:
				outcomes["refused"]++
				if _, opened, _ := bankWith(d.fresh(1)); opened == newPassphrase {
					t.Fatalf("operation %d: refused, and yet done", k)
				}
			}
			if err := r.audit(d); err != nil {
				t.Fatalf("operation %d, round %d: %v (new key: %v)", k, round, err, r.newKey)
			}
		}
	}
	t.Log(outcomes)
	if outcomes["done"] == 0 || outcomes["unconfirmed"] == 0 || outcomes["refused"] < 20 {
		t.Error("an outcome is missing")
	}
}
