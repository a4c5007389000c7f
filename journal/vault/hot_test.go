package vault_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"mend/journal/vault"
)

const bankJournal = bankPath + "-journal"

// crashed returns a bank whose power went in the middle of a transaction that
// had reached the file, and what had been in it before.
func crashed(t *testing.T) (d *memDisk, before string) {
	t.Helper()
	d = newBank(t).fresh(3)
	before, err := contents(d)
	if err != nil {
		t.Fatal(err)
	}
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	db := openDSN(v.URI() + pragmas)
	defer db.Close()
	exec(t, db, "PRAGMA cache_size=4")
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE account SET balance=balance+1; UPDATE done SET n=7; UPDATE paper SET body=randomblob(2000)"); err != nil {
		t.Fatal(err)
	}
	left := newMemDisk(1)
	for path, node := range d.names {
		left.put(path, node.seen)
	}
	return left, before
}

// put makes a file that is synced.
func (d *memDisk) put(path string, content []byte) {
	node := &inode{seen: bytes.Clone(content), kept: bytes.Clone(content)}
	d.names[path], d.kept[path] = node, node
}

// contents opens the bank, which rolls back, and returns all that is in it.
func contents(d *memDisk) (all string, err error) {
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		return "", err
	}
	defer v.Close()
	db := openDSN(v.URI() + pragmas)
	defer db.Close()
	err = db.QueryRow("SELECT (SELECT group_concat(balance) FROM account) || ' ' || (SELECT n FROM done) || ' ' || " +
		"(SELECT group_concat(rowid || hex(body)) FROM paper)").Scan(&all)
	return all, err
}

// headersOf returns the numbers of the blocks of the journal that are headers.
func headersOf(t *testing.T, d *memDisk) (numbers []int64) {
	t.Helper()
	const magic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	left := d.fresh(1)
	v, err := vault.OpenOn(left, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	id := v.FileID()
	j, err := vault.NewJournal(&memFile{disk: left, node: left.names[bankJournal]}, v.DataKey(), id[:])
	if err != nil {
		t.Fatal(err)
	}
	head := make([]byte, len(magic))
	for n := int64(0); n*pageSize < j.Size(); n++ {
		if _, err := j.ReadAt(head, n*pageSize); err != nil {
			t.Fatal(err)
		}
		if string(head) == magic {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// A rollback journal that is damaged undoes all of the interrupted change, or
// the vault says that it is damaged and stays as it is. Nobody can tell only
// when the last header does not open, or the journal ends before one: it can
// also be that the power went before anything after it was of use.
func TestDamagedHotJournal(t *testing.T) {
	const stride = 8192
	d, before := crashed(t)
	whole, headers := d.kept[bankJournal].kept, headersOf(t, d)
	last := headers[len(headers)-1]
	if got, err := contents(d.fresh(1)); err != nil || got != before || len(headers) < 3 {
		t.Fatalf("whole: %d headers, as before the change: %v, %v", len(headers), got == before, err)
	}
	cases, damaged := 0, 0
	try := func(what string, block int64, journal []byte) {
		bad := d.fresh(1)
		bad.put(bankJournal, journal)
		got, err := contents(bad)
		cases++
		switch {
		case errors.Is(err, vault.ErrDamaged):
			damaged++
			if !bytes.Equal(bad.names[bankPath].seen, d.kept[bankPath].kept) || !bytes.Equal(bad.names[bankJournal].seen, journal) {
				t.Errorf("%s %d: the files have changed", what, block)
			}
		case err != nil:
			t.Errorf("%s %d: %v", what, block, err)
		case got != before:
			t.Errorf("%s %d: the change is half undone", what, block)
		}
	}
	for block := int64(0); (block+2)*stride <= int64(len(whole)); block++ {
		at := (block + 1) * stride
		if !slices.Contains(headers, block) {
			try("cut off before block", block, whole[:at])
		}
		if block == last {
			continue
		}
		for i := 0; i < stride; i += soak(509, 1) {
			flipped := bytes.Clone(whole)
			flipped[int(at)+i] ^= 1 << (i % 8)
			try("flipped bit in block", block, flipped)
		}
		zeroed := bytes.Clone(whole)
		clear(zeroed[at : at+stride])
		try("zeroed block", block, zeroed)
		if next := at + stride; block+1 != last && int(next+stride) <= len(whole) {
			swapped := bytes.Clone(whole)
			copy(swapped[at:], whole[next:next+stride])
			copy(swapped[next:], whole[at:next])
			try("swapped with the next: block", block, swapped)
		}
	}
	t.Logf("%d of %d cases were damage", damaged, cases)
	if damaged < cases/3 {
		t.Error("hardly any of it was damage")
	}
}
