package vault_test

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"mend/journal/vault"
)

// This file follows FORMAT.md and shares nothing with the package but the
// primitives. So does the reader of reader_test.go, for whole files.

func counting(from byte, n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = from + byte(i)
	}
	return b
}

func derive(dataKey, salt []byte, info string) []byte {
	key, err := hkdf.Key(sha256.New, dataKey, salt, info, 32)
	if err != nil {
		panic(err)
	}
	return key
}

func sealWith(key, nonce, plain, associated []byte) []byte {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		panic(err)
	}
	return aead.Seal(nil, nonce, plain, associated)
}

func joined(parts ...any) []byte {
	var b []byte
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			b = append(b, p...)
		case []byte:
			b = append(b, p...)
		case int:
			b = binary.BigEndian.AppendUint64(b, uint64(p))
		}
	}
	return b
}

func vectors() map[string]string {
	dataKey, id, salt, nonce := counting(0, 32), counting(0xa0, 16), counting(0xb0, 16), counting(0xc0, 24)
	got := map[string][]byte{"normalised passphrase": []byte("caf\u00e9")}

	header, _ := hex.DecodeString("e39f0d0a1a0ac700b45ef18d26a9d27b" + "0000000100000001" + hex.EncodeToString(id) + "0000100000000028")
	parameters := joined([]byte{1, 1, 4, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0}, salt)
	got["wrapping key"] = argon2.IDKey(got["normalised passphrase"], salt, 1, 65536, 4, 32)
	got["slot associated data"] = joined("slot", header, parameters, 3)
	got["slot sealed"] = sealWith(got["wrapping key"], nonce, dataKey, got["slot associated data"])

	got["page key"] = derive(dataKey, id, "page/1")
	got["header key"] = derive(dataKey, id, "header/1")
	got["journal key"] = derive(dataKey, salt, "journal/1")

	plain := make([]byte, 4096)
	for i := range plain {
		plain[i] = byte(i % 251)
	}
	sealed := sealWith(got["page key"], nonce, plain[:4056], joined("page", id, 2))
	page := joined(sealed[:4056], nonce, sealed[4056:])
	got["page first 32"], got["page last 40"] = page[:32], page[4056:]

	start := joined([]byte{0xd6, 0x0d, 0x0a, 0x1a, 0x0a, 0x9c, 0xf3, 0x81, 0, 0, 0, 1}, salt)
	got["journal header"] = joined(start, nonce, sealWith(got["journal key"], nonce, nil, joined("jhdr", id, start, 0)))
	block := joined(nonce, sealWith(got["journal key"], nonce, plain, joined("jrnl", id, salt, 5)))
	got["block last 16"] = block[len(block)-16:]

	text := map[string]string{"recovery code": vault.FormatCode(counting(0, 16))}
	for name, sum := range map[string][32]byte{"page sha256": sha256.Sum256(page), "block sha256": sha256.Sum256(block)} {
		got[name] = sum[:]
	}
	for name, b := range got {
		text[name] = hex.EncodeToString(b)
	}
	return text
}

func TestVectors(t *testing.T) {
	_, list, _ := strings.Cut(string(read(t, "FORMAT.md")), "\n```\n")
	list, _, _ = strings.Cut(list, "\n```")
	written := map[string]string{}
	for line := range strings.Lines(list) {
		name, hexadecimal, _ := strings.Cut(strings.TrimSpace(line), " = ")
		written[name] = hexadecimal
	}
	if diff := cmp.Diff(vectors(), written); diff != "" {
		t.Error(diff)
	}
}

// The package derives what the vectors say.
func TestPackageAgreesWithVectors(t *testing.T) {
	want := vectors()
	dataKey, id, salt := counting(0, 32), counting(0xa0, 16), counting(0xb0, 16)
	key := vault.Stretch([]byte("caf\u00e9"), salt, vault.Cost{Memory: 65536, Time: 1, Threads: 4})
	got := map[string][]byte{"wrapping key": key}
	for purpose, salt := range map[string][]byte{"page/1": id, "header/1": id, "journal/1": salt} {
		key, err := vault.Subkey(dataKey, salt, purpose)
		if err != nil {
			t.Fatal(err)
		}
		got[strings.TrimSuffix(purpose, "/1")+" key"] = key
	}
	for name, b := range got {
		if hex.EncodeToString(b) != want[name] {
			t.Errorf("%s is %x, want %s", name, b, want[name])
		}
	}
}

// A production open refuses what tests may use, before it does any work.
func TestCheapVaultsAreRefused(t *testing.T) {
	path := filled(t)
	if v, err := vault.Open(t.Context(), path, []byte(passphrase), vault.Options{}); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("opened: %v, %v", v, err)
	}
	for _, c := range []vault.Cost{
		{Memory: 64<<10 - 1, Time: 3, Threads: 4}, {Memory: 2<<20 + 1, Time: 1, Threads: 4},
		{Memory: 64 << 10, Time: 21, Threads: 4}, {Memory: 64 << 10, Time: 1, Threads: 17},
		{Memory: 64 << 10, Threads: 4}, {Memory: 64 << 10, Time: 1},
	} {
		v, err := vault.Create(filepath.Join(t.TempDir(), "j.mend"), []byte(passphrase), vault.Options{Cost: c})
		if err == nil {
			t.Errorf("created with %+v: %v", c, v)
		}
	}
}

func TestCalibration(t *testing.T) {
	if raceEnabled {
		t.Skip("measures time, which the race detector stretches")
	}
	c := vault.Calibrate()
	if c.Memory != 256<<10 && c.Memory != 64<<10 || c.Time < 3 || c.Time > 20 || c.Threads != 4 {
		t.Errorf("calibrated to %+v", c)
	}
}
