package vault_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal/vault"
)

const (
	headerSize = 8192
	pagesAt    = 2 * headerSize
	pageSize   = 4096
)

// image is a whole vault file in memory, with its data key.
type image struct {
	bytes []byte
	key   []byte
}

func newImage(t *testing.T) image {
	t.Helper()
	d := newBank(t)
	raw := d.kept[bankPath].kept
	v, err := openImage(raw)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	return image{raw, bytes.Clone(v.DataKey())}
}

// openImage opens a copy of raw on a disk of its own.
func openImage(raw []byte) (*vault.Vault, error) {
	_, v, err := openImageDisk(raw)
	return v, err
}

func openImageDisk(raw []byte) (*memDisk, *vault.Vault, error) {
	d := newMemDisk(1)
	d.names[bankPath] = &inode{seen: bytes.Clone(raw), kept: bytes.Clone(raw)}
	d.kept[bankPath] = d.names[bankPath]
	v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	return d, v, err
}

func (m image) pages() int64 { return int64(len(m.bytes)-pagesAt) / pageSize }

func (m image) page(n int64) []byte {
	at := pagesAt + (n-1)*pageSize
	return m.bytes[at : at+pageSize]
}

func (m image) clone() image { return image{bytes.Clone(m.bytes), m.key} }

// One flipped bit in one header copy: the other one opens the file and is
// written over it. The same bit in both: damage, and never a wrong passphrase.
func TestFlippedHeaderBits(t *testing.T) {
	m := newImage(t)
	step := 1
	if raceEnabled {
		step = 101
	}
	for at := 0; at < pagesAt; at += step {
		bad := m.clone()
		bad.bytes[at] ^= 1 << (at % 8)
		d, v, err := openImageDisk(bad.bytes)
		if err != nil {
			t.Fatalf("byte %d: %v", at, err)
		}
		v.Close()
		if !bytes.Equal(d.names[bankPath].kept, m.bytes) {
			t.Fatalf("byte %d was not repaired", at)
		}
	}
	for at := 0; at < headerSize; at += step {
		bad := m.clone()
		bad.bytes[at] ^= 1 << (at % 8)
		bad.bytes[at+headerSize] ^= 1 << (at % 8)
		want := vault.ErrDamaged
		if at < 16 {
			want = vault.ErrNotVault
		}
		if v, err := openImage(bad.bytes); !errors.Is(err, want) {
			t.Fatalf("byte %d of both copies: %v, %v", at, v, err)
		}
	}
}

// readAll reads every row, as somebody who looks at the journal would.
func readAll(v *vault.Vault) error {
	db := openDSN(v.URI() + pragmas)
	defer db.Close()
	var check string
	for _, q := range []string{"SELECT sum(length(body)) FROM paper", "SELECT sum(balance) FROM account", "SELECT n FROM done"} {
		var n sql.NullInt64
		if err := db.QueryRow(q).Scan(&n); err != nil {
			return err
		}
	}
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&check); err != nil {
		return err
	}
	if check != "ok" {
		return errors.New(check)
	}
	return nil
}

// One flipped bit in every page, at many places; in a soak, in every byte.
func TestFlippedPageBits(t *testing.T) {
	m := newImage(t)
	rng := rand.New(rand.NewPCG(1, 1))
	places, flips := soak(256, pageSize), 0
	for n := int64(1); n <= m.pages(); n++ {
		for _, at := range rng.Perm(pageSize)[:places] {
			bit := byte(1) << rng.IntN(8)
			m.page(n)[at] ^= bit
			mustFind(t, m, fmt.Sprintf("byte %d of page %d", at, n), n)
			m.page(n)[at] ^= bit
			flips++
		}
	}
	t.Logf("%d flips in %d pages found", flips, m.pages())
}

// mustFind demands that the pages named are found by Verify, all of them and
// no other, and that reading the database fails and says damage.
func mustFind(t *testing.T, bad image, what string, pages ...int64) {
	t.Helper()
	v, err := openImage(bad.bytes)
	if pages[0] == 1 {
		if !errors.Is(err, vault.ErrDamaged) {
			t.Fatalf("%s: opened: %v", what, err)
		}
		return
	}
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	defer v.Close()
	faults, err := v.Verify(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var found []int64
	for _, f := range faults {
		found = append(found, f.Page)
	}
	if diff := cmp.Diff(pages, found); diff != "" {
		t.Fatalf("%s: %s", what, diff)
	}
	if err := readAll(v); err == nil {
		t.Fatalf("%s: read without complaint", what)
	}
	if !errors.Is(v.Cause(), vault.ErrDamaged) {
		t.Fatalf("%s: cause: %v", what, v.Cause())
	}
}

// Every page, zeroed, overwritten, or with another one in its place.
func TestMovedPages(t *testing.T) {
	m, other := newImage(t), newImage(t)
	noise, rng, cases := make([]byte, pageSize), rand.NewChaCha8([32]byte{1}), 0
	try := func(what string, change func(bad image), pages ...int64) {
		bad := m.clone()
		change(bad)
		mustFind(t, bad, fmt.Sprintf("%s %d", what, pages), pages...)
		cases++
	}
	for a := int64(1); a <= m.pages(); a++ {
		rng.Read(noise)
		try("zeroed page", func(bad image) { clear(bad.page(a)) }, a)
		try("noise in page", func(bad image) { copy(bad.page(a), noise) }, a)
		try("page of another vault", func(bad image) { copy(bad.page(a), other.page(min(a, other.pages()))) }, a)
		for b := a + 1; b <= m.pages(); b++ {
			try("swapped pages", func(bad image) {
				copy(bad.page(a), m.page(b))
				copy(bad.page(b), m.page(a))
			}, a, b)
			try("page twice", func(bad image) { copy(bad.page(b), m.page(a)) }, b)
		}
	}
	t.Logf("%d cases in %d pages found", cases, m.pages())
}

// The header of another vault, even one with the same passphrase, opens nothing.
func TestForeignHeader(t *testing.T) {
	m, other := newImage(t), newImage(t)
	for name, part := range map[string][2]int{"copy A": {0, headerSize}, "copy B": {headerSize, pagesAt}, "both": {0, pagesAt}} {
		bad := m.clone()
		copy(bad.bytes[part[0]:part[1]], other.bytes[part[0]:])
		d, v, err := openImageDisk(bad.bytes)
		if name == "copy B" && err == nil { // the own one is as new, and comes first
			v.Close()
			if !bytes.Equal(d.names[bankPath].kept, m.bytes) {
				t.Error("copy B was not repaired")
			}
			continue
		}
		if !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		} else if !bytes.Equal(d.names[bankPath].kept, bad.bytes) {
			t.Errorf("%s: the file has changed", name)
		}
	}
}

// A file cut off anywhere says so before the database is opened.
func TestTruncation(t *testing.T) {
	m := newImage(t)
	for size := 1; size < len(m.bytes); size += 511 {
		if v, err := openImage(m.bytes[:size]); !errors.Is(err, vault.ErrDamaged) {
			t.Fatalf("cut off at %d of %d: %v, %v", size, len(m.bytes), v, err)
		}
	}
	for n := range m.pages() {
		if v, err := openImage(m.bytes[:pagesAt+n*pageSize]); !errors.Is(err, vault.ErrDamaged) {
			t.Fatalf("cut off after page %d: %v, %v", n, v, err)
		}
	}
}

func TestAppendedBytes(t *testing.T) {
	m := newImage(t)
	v, err := openImage(append(bytes.Clone(m.bytes), make([]byte, 2*pageSize)...))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	faults, err := v.Verify(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []vault.Fault{{Page: m.pages() + 1, Reason: "bytes after the last page"}}
	if diff := cmp.Diff(want, faults); diff != "" {
		t.Error(diff)
	}
	if v, err := openImage(append(bytes.Clone(m.bytes), 1, 2, 3)); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("three bytes more: %v, %v", v, err)
	}
}

// A header with a valid checksum that the data key did not write is no header.
func TestForgedHeader(t *testing.T) {
	m := newImage(t)
	forged := m.clone()
	if err := vault.Reseal(forged.bytes[:headerSize], make([]byte, 32)); err != nil {
		t.Fatal(err)
	}
	d, v, err := openImageDisk(forged.bytes)
	if err != nil {
		t.Fatalf("one copy: %v", err)
	}
	v.Close()
	if !bytes.Equal(d.names[bankPath].kept, m.bytes) {
		t.Error("the forged copy is still there")
	}
	if err := vault.Reseal(forged.bytes[headerSize:pagesAt], make([]byte, 32)); err != nil {
		t.Fatal(err)
	}
	if v, err := openImage(forged.bytes); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("both copies: %v, %v", v, err)
	}
}

// No parameter of a key slot can be changed, not even with a checksum to match;
// and a cost out of bounds is refused before it is spent.
func TestEditedSlot(t *testing.T) {
	const slotAt, lanes, memory, passes, salt = 64, 2, 4, 8, 16
	m := newImage(t)
	edit := func(change func(slot []byte)) error {
		bad := m.clone()
		for _, at := range []int{0, headerSize} {
			change(bad.bytes[at+slotAt:])
			if err := vault.Reseal(bad.bytes[at:at+headerSize], m.key); err != nil {
				t.Fatal(err)
			}
		}
		v, err := openImage(bad.bytes)
		if err == nil {
			v.Close()
		}
		return err
	}
	put := func(at int, n uint32) func([]byte) {
		return func(s []byte) { binary.BigEndian.PutUint32(s[at:], n) }
	}
	for _, c := range []struct {
		name   string
		change func(slot []byte)
		want   error
	}{
		{"nothing", func([]byte) {}, nil},
		{"lanes", func(s []byte) { s[lanes] = 2 }, vault.ErrWrongPassphrase},
		{"memory", put(memory, 128), vault.ErrWrongPassphrase},
		{"passes", put(passes, 2), vault.ErrWrongPassphrase},
		{"salt", func(s []byte) { s[salt] ^= 1 }, vault.ErrWrongPassphrase},
		{"an unused byte", func(s []byte) { s[12] = 1 }, vault.ErrWrongPassphrase},
		{"kind", func(s []byte) { s[0] = 2 }, vault.ErrWrongPassphrase},
		{"another place", func(s []byte) { copy(s[128:256], s[:128]); clear(s[:128]) }, vault.ErrWrongPassphrase},
		{"kind unknown", func(s []byte) { s[0] = 3 }, vault.ErrDamaged},
		{"derivation unknown", func(s []byte) { s[1] = 9 }, vault.ErrDamaged},
		{"no lanes", func(s []byte) { s[lanes] = 0 }, vault.ErrDamaged},
		{"too many lanes", func(s []byte) { s[lanes] = 17 }, vault.ErrDamaged},
		{"too much memory", put(memory, 2<<20+1), vault.ErrDamaged},
		{"all the memory", put(memory, 1<<32-1), vault.ErrDamaged},
		{"no passes", put(passes, 0), vault.ErrDamaged},
		{"too many passes", put(passes, 21), vault.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := edit(c.change); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestVerifyReportsProgressAndStops(t *testing.T) {
	m := newImage(t)
	v, err := openImage(m.bytes)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var last, of int64
	faults, err := v.Verify(context.Background(), func(done, total int64) { last, of = done, total })
	if err != nil || len(faults) != 0 || last != m.pages() || of != last {
		t.Errorf("%v, %v, %d of %d; want %d", faults, err, last, of, m.pages())
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err = v.Verify(ctx, func(done, _ int64) {
		last = done
		cancel()
	})
	if !errors.Is(err, context.Canceled) || last != 1 {
		t.Errorf("stopped after %d: %v", last, err)
	}
}

func TestFaultsNamePlaces(t *testing.T) {
	for want, f := range map[string]vault.Fault{
		"page 7: does not open":        {Page: 7, Reason: "does not open"},
		"header copy B: does not open": {Copy: 'B', Reason: "does not open"},
	} {
		if got := f.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
