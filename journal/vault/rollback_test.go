package vault_test

import (
	"bytes"
	"encoding/base64"
	"io"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"mend/journal/vault"
)

const (
	blockSize   = 4096
	blockStride = 8192
)

var (
	testKey = bytes.Repeat([]byte{1}, 32)
	testID  = bytes.Repeat([]byte{2}, 16)
)

// newJournalFile opens a sealed rollback journal on a disk in memory.
func newJournalFile(t testing.TB) (vault.Journal, vault.DiskFile, *inode) {
	t.Helper()
	d := newMemDisk(1)
	f, err := d.Open("/journal", os.O_RDWR|os.O_CREATE)
	if err != nil {
		t.Fatal(err)
	}
	j, err := vault.NewJournal(f, testKey, testID)
	if err != nil {
		t.Fatal(err)
	}
	return j, f, d.names["/journal"]
}

// The sealed journal behaves as a plain file does, whatever is done to it.
func TestJournalIsAFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newMemDisk(1)
		f, err := d.Open("/journal", os.O_RDWR|os.O_CREATE)
		if err != nil {
			t.Fatal(err)
		}
		j, err := vault.NewJournal(f, testKey, testID)
		if err != nil {
			t.Fatal(err)
		}
		var model []byte
		offset := rapid.Int64Range(0, 5*blockSize)
		t.Repeat(map[string]func(*rapid.T){
			"write": func(t *rapid.T) {
				p := rapid.SliceOfN(rapid.Byte(), 1, 3).Draw(t, "bytes")
				p = bytes.Repeat(p, rapid.IntRange(1, 3000).Draw(t, "times"))
				off := offset.Draw(t, "offset")
				if n, err := j.WriteAt(p, off); n != len(p) || err != nil {
					t.Fatal(n, err)
				}
				model = resized(model, max(int64(len(model)), off+int64(len(p))))
				copy(model[off:], p)
			},
			"reset": func(t *rapid.T) {
				if err := j.Reset(); err != nil {
					t.Fatal(err)
				}
				model = model[:0]
			},
			"reopen": func(t *rapid.T) {
				if err := j.Flush(); err != nil {
					t.Fatal(err)
				}
				if j, err = vault.NewJournal(f, testKey, testID); err != nil {
					t.Fatal(err)
				}
				// the size is known to the block only
				model = resized(model, (int64(len(model))+blockSize-1)/blockSize*blockSize)
			},
			"": func(t *rapid.T) {
				if j.Size() != int64(len(model)) {
					t.Fatalf("size %d, want %d", j.Size(), len(model))
				}
				off := offset.Draw(t, "from")
				got := make([]byte, rapid.IntRange(1, 9000).Draw(t, "length"))
				n, err := j.ReadAt(got, off)
				want := model[min(off, int64(len(model))):min(off+int64(len(got)), int64(len(model)))]
				if !bytes.Equal(got[:n], want) || (err == io.EOF) != (n < len(got)) {
					t.Fatalf("read %d bytes, %v; want %d", n, err, len(want))
				}
			},
		})
	})
}

// Blocks that do not open read as zeros; SQLite ends the journal there.
func TestBadJournalBlocksReadAsZeros(t *testing.T) {
	const blocks = 4
	for name, harm := range map[string]func(raw []byte) []byte{
		"a flipped bit":      func(raw []byte) []byte { raw[blockStride*2+100] ^= 1; return raw },
		"a zeroed block":     func(raw []byte) []byte { clear(raw[blockStride*2 : blockStride*3]); return raw },
		"a block moved here": func(raw []byte) []byte { copy(raw[blockStride*2:blockStride*3], raw[blockStride:]); return raw },
	} {
		t.Run(name, func(t *testing.T) {
			j, f, node := newJournalFile(t)
			for i := range int64(blocks) {
				mustWrite(t, j, bytes.Repeat([]byte{byte('a' + i)}, blockSize), i*blockSize)
			}
			flush(t, j)
			node.seen = harm(node.seen)
			got := make([]byte, blocks*blockSize)
			reopened, err := vault.NewJournal(f, testKey, testID)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := reopened.ReadAt(got, 0); err != nil {
				t.Fatal(err)
			}
			for i, want := range []byte{'a', 0, 'c', 'd'} {
				if !bytes.Equal(got[i*blockSize:(i+1)*blockSize], bytes.Repeat([]byte{want}, blockSize)) {
					t.Errorf("block %d does not read as %q", i, want)
				}
			}
		})
	}
}

func TestBadJournalHeaderReadsAsEmpty(t *testing.T) {
	j, f, node := newJournalFile(t)
	mustWrite(t, j, []byte("something"), 0)
	flush(t, j)
	for at := range 68 {
		node.seen[at] ^= 0x10
		again, err := vault.NewJournal(f, testKey, testID)
		if err != nil || again.Size() != 0 {
			t.Fatalf("byte %d: size %d, %v", at, again.Size(), err)
		}
		node.seen[at] ^= 0x10
	}
	if other, err := vault.NewJournal(f, testKey, bytes.Repeat([]byte{9}, 16)); err != nil || other.Size() != 0 {
		t.Errorf("under another file id: size %d, %v", other.Size(), err)
	}
}

// Every journal has its own salt, and with it its own key.
func TestJournalSaltIsRenewed(t *testing.T) {
	j, _, _ := newJournalFile(t)
	seen := map[string]bool{}
	for range 5 {
		mustWrite(t, j, []byte("something"), 0)
		flush(t, j)
		seen[string(j.Salt())] = true
		if err := j.Reset(); err != nil {
			t.Fatal(err)
		}
	}
	if len(seen) != 5 {
		t.Errorf("%d salts for 5 journals", len(seen))
	}
}

func mustWrite(t testing.TB, j vault.Journal, p []byte, off int64) {
	t.Helper()
	if _, err := j.WriteAt(p, off); err != nil {
		t.Fatal(err)
	}
}

func flush(t testing.TB, j vault.Journal) {
	t.Helper()
	if err := j.Flush(); err != nil {
		t.Fatal(err)
	}
}

// hotCopy copies a vault in the middle of a transaction, as a kill would leave
// it: the new text is partly in the file, the old text in its rollback journal.
func hotCopy(t testing.TB) (path string) {
	t.Helper()
	v := create(t)
	db := openDatabase(t, v)
	exec(t, db, "PRAGMA cache_size=5")
	exec(t, db, "CREATE TABLE note(body)")
	exec(t, db, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<300) "+
		"INSERT INTO note SELECT 'OLDCANARY '||hex(randomblob(200)) FROM n")
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec("UPDATE note SET body='NEWCANARY '||hex(randomblob(200))"); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "j.mend")
	write(t, path, read(t, v.Path()))
	write(t, path+"-journal", read(t, v.Path()+"-journal"))
	return path
}

func TestHotJournalIsRolledBack(t *testing.T) {
	v := mustOpen(t, hotCopy(t))
	if hot, err := v.HotJournal(); err != nil || !hot {
		t.Fatalf("no hot journal: %v", err)
	}
	db := openDatabase(t, v)
	if got := value[int](t, db, "SELECT count(*) FROM note WHERE body LIKE 'OLDCANARY %'"); got != 300 {
		t.Errorf("%d of 300 old notes", got)
	}
	if got := value[string](t, db, "PRAGMA integrity_check"); got != "ok" {
		t.Error(got)
	}
	if faults, err := v.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
}

// Neither file shows any of what is inside, with a hot journal present.
func TestNothingShows(t *testing.T) {
	path := hotCopy(t)
	files := []string{path, path + "-journal"}
	for _, word := range []string{"OLDCANARY", "NEWCANARY", passphrase, "SQLite format", "CREATE TABLE"} {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(word)) {
			wide = append(wide, byte(unit), byte(unit>>8))
		}
		for _, file := range files {
			raw := read(t, file)
			if len(raw) < 10*pageSize {
				t.Fatalf("%s has only %d bytes", filepath.Base(file), len(raw))
			}
			for name, form := range map[string][]byte{
				"UTF-8": []byte(word), "UTF-16": wide, "base64": []byte(base64.StdEncoding.EncodeToString([]byte(word))[:len(word)]),
			} {
				if bytes.Contains(raw, form) {
					t.Errorf("%q is in %s as %s", word, filepath.Base(file), name)
				}
			}
		}
	}
	journalMagic := []byte{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7}
	if bytes.Contains(read(t, path+"-journal"), journalMagic) {
		t.Error("SQLite's journal header shows")
	}
}
