package vault_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal/vault"
)

// forgeSlot writes a key slot of some kind and cost into both header copies.
func forgeSlot(t *testing.T, raw []byte, index int, kind vault.SlotKind, c vault.Cost) {
	t.Helper()
	for _, at := range []int{0, headerSize} {
		slot := raw[at+64+index*128:][:128]
		slot[0], slot[1], slot[2] = byte(kind), 1, c.Threads
		binary.BigEndian.PutUint32(slot[4:], c.Memory)
		binary.BigEndian.PutUint32(slot[8:], c.Time)
		if err := vault.Reseal(raw[at:at+headerSize], make([]byte, 32)); err != nil {
			t.Fatal(err)
		}
	}
}

// Slots that are each within bounds can keep a machine busy together: they are
// refused before any work. A context that has ended shows that those accepted
// would have been tried.
func TestWorkOfAllSlots(t *testing.T) {
	whole := read(t, filled(t))
	const gib = 1 << 20 // KiB
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for name, c := range map[string]struct {
		passphrases, codes []vault.Cost
		want               error
	}{
		"the default":               {[]vault.Cost{{gib / 4, 3, 4}}, nil, context.Canceled},
		"a change at the dearest":   {[]vault.Cost{{gib / 4, 20, 4}, {gib / 4, 20, 4}}, []vault.Cost{{gib / 4, 20, 4}, {gib / 4, 20, 4}}, context.Canceled},
		"one at the limit":          {[]vault.Cost{{2 * gib, 5, 16}}, nil, context.Canceled},
		"one above the limit":       {[]vault.Cost{{2 * gib, 6, 16}}, nil, vault.ErrDamaged},
		"one as dear as can be":     {[]vault.Cost{{2 * gib, 20, 1}}, nil, vault.ErrDamaged},
		"two above the limit":       {[]vault.Cost{{gib / 4, 20, 4}, {gib/4 + 1, 20, 4}}, nil, vault.ErrDamaged},
		"codes above the limit":     {[]vault.Cost{{gib / 4, 3, 4}}, []vault.Cost{{gib, 10, 4}, {gib / 4, 1, 4}}, vault.ErrDamaged},
		"eight as dear as they can": {slices.Repeat([]vault.Cost{{2 * gib, 20, 1}}, 8), nil, vault.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			raw := bytes.Clone(whole)
			for i, cost := range c.passphrases {
				forgeSlot(t, raw, i, vault.SlotPassphrase, cost)
			}
			for i, cost := range c.codes {
				forgeSlot(t, raw, len(c.passphrases)+i, vault.SlotRecovery, cost)
			}
			path := filepath.Join(t.TempDir(), "j.mend")
			write(t, path, raw)
			if v, err := vault.Open(ended, path, []byte(passphrase), vault.Options{}); !errors.Is(err, c.want) {
				t.Errorf("Open: got %v, %v", v, err)
			}
			if v, err := vault.OpenReadOnly(ended, path, []byte(passphrase), vault.Options{}); !errors.Is(err, c.want) {
				t.Errorf("OpenReadOnly: got %v, %v", v, err)
			}
			if !bytes.Equal(raw, read(t, path)) {
				t.Error("the file changed")
			}
		})
	}
}

// This package makes no slot that it would then refuse.
func TestSlotsStayWithinTheWork(t *testing.T) {
	d := newMemDisk(1)
	v, err := vault.CreateOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	dear := vault.Options{Cost: vault.Cost{Memory: 2 << 20, Time: 5, Threads: 4}}
	if err := v.ChangePassphrase([]byte(newPassphrase), dear); !errors.Is(err, vault.ErrSlots) {
		t.Errorf("ChangePassphrase: %v", err)
	}
	dear.Cost.Time++
	if v, err := vault.CreateOn(d, "/dear.mend", []byte(passphrase), dear); err == nil {
		v.Close()
		t.Error("created above the limit")
	}
}

// patience is a context that ends after being asked a few times.
type patience struct {
	context.Context
	left int
}

func (p *patience) Err() error {
	if p.left--; p.left < 0 {
		return context.Canceled
	}
	return nil
}

// Opening can be stopped between two key slots.
func TestOpeningIsStoppedBetweenSlots(t *testing.T) {
	path := filled(t)
	v := mustOpen(t, path)
	if _, err := v.AddPassphrase([]byte(newPassphrase), vault.InsecureTestOptions()); err != nil {
		t.Fatal(err)
	}
	v.Close()
	before := snapshot(t, filepath.Dir(path))
	for left := range 2 {
		ctx := &patience{t.Context(), left}
		if v, err := vault.Open(ctx, path, []byte(newPassphrase), vault.InsecureTestOptions()); !errors.Is(err, context.Canceled) {
			t.Errorf("stopped at slot %d: got %v, %v", left, v, err)
		}
	}
	if diff := cmp.Diff(before, snapshot(t, filepath.Dir(path))); diff != "" {
		t.Error(diff)
	}
	again, err := vault.Open(&patience{t.Context(), 2}, path, []byte(newPassphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	again.Close()
}
