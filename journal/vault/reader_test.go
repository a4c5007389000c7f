package vault_test

import (
	"bytes"
	"encoding/binary"
	osexec "os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mend/journal/vault"
)

// reader is the program that reads vaults by FORMAT.md alone.
type reader struct{ program string }

func buildReader(t *testing.T) reader {
	t.Helper()
	r := reader{filepath.Join(t.TempDir(), "reader")}
	if out, err := osexec.Command("go", "build", "-o", r.program, "mend/docs/reader").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return r
}

// run returns what the reader prints and what it complains about.
func (r reader) run(passphrase string, args ...string) (out, complaint string, err error) {
	var stdout, stderr bytes.Buffer
	c := osexec.Command(r.program, args...)
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(passphrase+"\n"), &stdout, &stderr
	err = c.Run()
	return stdout.String(), stderr.String(), err
}

// plain has the reader write the database, and opens it with the stock driver.
func (r reader) query(t *testing.T, passphrase, path, query string) (got string) {
	t.Helper()
	plain := filepath.Join(t.TempDir(), "plain")
	if _, complaint, err := r.run(passphrase, "-plain", plain, path); err != nil {
		t.Fatalf("%v: %s", err, complaint)
	}
	db := openDSN("file:" + plain)
	defer db.Close()
	return value[string](t, db, query)
}

// realVault makes a closed vault of some pages at a cost that every reader
// accepts.
func realVault(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "real.mend")
	cost := vault.Options{Cost: vault.Cost{Memory: 64 << 10, Time: 1, Threads: 4}}
	v, err := vault.Create(path, []byte(passphrase), cost)
	if err != nil {
		t.Fatal(err)
	}
	db := openDatabase(t, v)
	exec(t, db, "CREATE TABLE note(body)")
	exec(t, db, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<300) "+
		"INSERT INTO note SELECT 'OLD '||hex(randomblob(200)) FROM n")
	closeAll(t, db, v)
	return path
}

// Files of every released version open for ever, in this package and in the
// reader, and stay as they are.
func TestGoldenFiles(t *testing.T) {
	const secret, query, want = "golden caf\u00e9", "SELECT body FROM note", "written by version 1"
	r := buildReader(t)
	files, err := filepath.Glob("testdata/*.vault")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, golden := range files {
		t.Run(filepath.Base(golden), func(t *testing.T) {
			raw := read(t, golden)
			path := filepath.Join(t.TempDir(), "golden")
			write(t, path, raw)
			v, err := vault.Open(t.Context(), path, []byte(secret), vault.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer v.Close()
			if got := value[string](t, openDatabase(t, v), query); got != want {
				t.Errorf("read %q", got)
			}
			if got := r.query(t, secret, path, query); got != want {
				t.Errorf("the reader read %q", got)
			}
			listed, complaint, err := r.run(secret, path)
			if err != nil || !strings.Contains(listed, want) || strings.Count(listed, "\npage ") < 2 {
				t.Errorf("the reader listed %q: %v %s", listed, err, complaint)
			}
			if !bytes.Equal(raw, read(t, path)) {
				t.Error("reading changed the file")
			}
		})
	}
}

// A vault that was left in the middle of a transaction reads as before it: the
// reader opens both files, and SQLite itself rolls back.
func TestReaderRollsBack(t *testing.T) {
	v := mustOpen(t, realVault(t))
	db := openDatabase(t, v)
	exec(t, db, "PRAGMA cache_size=5")
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE note SET body='NEW '||hex(randomblob(200))"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "hot.mend")
	write(t, path, read(t, v.Path()))
	write(t, path+"-journal", read(t, v.Path()+"-journal"))
	r := buildReader(t)
	if listed, complaint, err := r.run(passphrase, path); err != nil || !strings.Contains(listed, "NEW ") {
		t.Fatalf("no new text has reached the file: %v %s", err, complaint)
	}
	if got := r.query(t, passphrase, path, "SELECT count(*)||' '||min(body LIKE 'OLD %') FROM note"); got != "300 1" {
		t.Errorf("of the notes, count and whether all are old: %q", got)
	}
	journal := read(t, path+"-journal")
	for at := 8192; at < 4*8192; at += 8192 {
		flipped := bytes.Clone(journal)
		flipped[at+50] ^= 1
		write(t, path+"-journal", flipped)
		if _, complaint, err := r.run(passphrase, path); err == nil || !strings.Contains(complaint, "rollback journal is damaged") {
			t.Errorf("with a flipped bit at %d: %v %s", at, err, complaint)
		}
	}
}

// Slots that are bearable one by one, and not together, are refused before any
// work is spent on them.
func TestReaderRefusesTooMuchWork(t *testing.T) {
	r, path := buildReader(t), realVault(t)
	whole := read(t, path)
	const gib = 1 << 20                                      // KiB
	const opened = "not written by a holder of the data key" // which the forged header was not
	for name, c := range map[string]struct {
		kind  vault.SlotKind
		slots []vault.Cost
		want  string
	}{
		"one passphrase":     {vault.SlotPassphrase, []vault.Cost{{2 * gib, 6, 4}}, "too much work together"},
		"two passphrases":    {vault.SlotPassphrase, []vault.Cost{{gib, 5, 4}, {gib, 5, 4}}, "too much work together"},
		"two codes":          {vault.SlotRecovery, []vault.Cost{{gib / 4, 20, 4}, {gib/4 + 1, 20, 4}}, "too much work together"},
		"codes at the limit": {vault.SlotRecovery, []vault.Cost{{gib / 4, 20, 4}, {gib / 4, 20, 4}}, opened},
		"too much memory":    {vault.SlotPassphrase, []vault.Cost{{2*gib + 1, 1, 4}}, "out of bounds"},
	} {
		t.Run(name, func(t *testing.T) {
			raw := bytes.Clone(whole)
			for i, cost := range c.slots {
				forgeSlot(t, raw, 1+i, c.kind, cost)
			}
			write(t, path, raw)
			_, complaint, err := r.run(passphrase, path)
			if err == nil || !strings.Contains(complaint, c.want) {
				t.Errorf("said %q, want %q: %v", complaint, c.want, err)
			}
		})
	}
}

// What is not as it was written is never passed over.
func TestReaderRefuses(t *testing.T) {
	r, path := buildReader(t), realVault(t)
	whole := read(t, path)
	for name, c := range map[string]struct {
		harm       func(raw []byte) []byte
		passphrase string
		want       string
	}{
		"a wrong passphrase":         {func(raw []byte) []byte { return raw }, "another", "no key slot"},
		"a flipped bit in a page":    {func(raw []byte) []byte { raw[pagesAt+2*pageSize+9] ^= 1; return raw }, passphrase, "pages [3]"},
		"a flipped bit in page 1":    {func(raw []byte) []byte { raw[pagesAt+9] ^= 1; return raw }, passphrase, "page 1"},
		"a page too few":             {func(raw []byte) []byte { return raw[:len(raw)-pageSize] }, passphrase, "cut off"},
		"half a page too few":        {func(raw []byte) []byte { return raw[:len(raw)-pageSize/2] }, passphrase, "cut off"},
		"both header copies damaged": {func(raw []byte) []byte { raw[99] ^= 1; raw[headerSize+99] ^= 1; return raw }, passphrase, "no header"},
		"a newer version": {func(raw []byte) []byte {
			binary.BigEndian.PutUint32(raw[20:], 2)
			if err := vault.Reseal(raw[:headerSize], make([]byte, 32)); err != nil {
				t.Fatal(err)
			}
			return raw
		}, passphrase, "newer reader"},
	} {
		t.Run(name, func(t *testing.T) {
			write(t, path, c.harm(bytes.Clone(whole)))
			if _, complaint, err := r.run(c.passphrase, path); err == nil || !strings.Contains(complaint, c.want) {
				t.Errorf("said %q, want %q: %v", complaint, c.want, err)
			}
		})
	}
}
