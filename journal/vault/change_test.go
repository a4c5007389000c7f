package vault_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mend/journal/vault"
)

const newPassphrase = "a quieter set of words"

func TestChangePassphrase(t *testing.T) {
	path := filled(t)
	v := mustOpen(t, path)
	if err := v.ChangePassphrase([]byte(newPassphrase), vault.InsecureTestOptions()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([8]vault.SlotKind{1: vault.SlotPassphrase}, v.Slots()); diff != "" {
		t.Error(diff)
	}
	exec(t, openDatabase(t, v), "INSERT INTO note VALUES('still open')")
	v.Close()
	if v, err := open(path, passphrase); !errors.Is(err, vault.ErrWrongPassphrase) {
		t.Errorf("the old passphrase: %v, %v", v, err)
	}
	again, err := open(path, newPassphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if got := value[int](t, openDatabase(t, again), "SELECT count(*) FROM note"); got != 41 {
		t.Errorf("%d notes", got)
	}
	if faults, err := again.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
}

func TestRecoveryCode(t *testing.T) {
	path := filled(t)
	v := mustOpen(t, path)
	code, err := v.AddRecoveryCode(vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	if err := v.ChangePassphrase([]byte(newPassphrase), vault.InsecureTestOptions()); err != nil {
		t.Fatal(err)
	}
	v.Close()
	if _, err := open(path, code); !errors.Is(err, vault.ErrWrongPassphrase) {
		t.Errorf("the code as a passphrase: %v", err)
	}
	other := vault.FormatCode(bytes.Repeat([]byte{7}, 16))
	if _, err := vault.OpenWithCode(t.Context(), path, other, vault.InsecureTestOptions()); !errors.Is(err, vault.ErrWrongPassphrase) {
		t.Errorf("another code: %v", err)
	}
	recovered, err := vault.OpenWithCode(t.Context(), path, " "+strings.ToLower(code), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer recovered.Close()
	if err := recovered.RemoveSlot(1); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([8]vault.SlotKind{2: vault.SlotPassphrase}, recovered.Slots()); diff != "" {
		t.Error(diff)
	}
}

func TestSlotsRunOut(t *testing.T) {
	v := create(t)
	for i, want := range []int{1, 2, 3, 4, 5, 6, 7} {
		got, err := v.AddPassphrase([]byte{'p', byte('0' + i)}, vault.InsecureTestOptions())
		if err != nil || got != want {
			t.Fatalf("slot %d: %v, want %d", got, err, want)
		}
	}
	if _, err := v.AddPassphrase([]byte("one more"), vault.InsecureTestOptions()); !errors.Is(err, vault.ErrSlots) {
		t.Errorf("a ninth slot: %v", err)
	}
	for i := range 7 {
		if err := v.RemoveSlot(i); err != nil {
			t.Fatal(err)
		}
	}
	for _, i := range []int{-1, 0, 7, 8} {
		if err := v.RemoveSlot(i); !errors.Is(err, vault.ErrSlots) {
			t.Errorf("removing slot %d: %v", i, err)
		}
	}
	v.Close()
	if again, err := open(v.Path(), "p6"); err != nil {
		t.Errorf("the last passphrase: %v", err)
	} else {
		again.Close()
	}
}

func TestEmptyPassphraseIsNotAdded(t *testing.T) {
	if err := create(t).ChangePassphrase(nil, vault.InsecureTestOptions()); !errors.Is(err, vault.ErrEmptyPassphrase) {
		t.Error(err)
	}
}

// Cut the power at every step of a change: the old or the new passphrase
// opens, and once the change is acknowledged the new one alone.
func TestPowerCutWhileChangingPassphrase(t *testing.T) {
	bank := newBank(t)
	for seed := range uint64(400) {
		d := bank.fresh(seed)
		v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
		if err != nil {
			t.Fatal(err)
		}
		d.cutAt = d.ops + 1 + int(seed%12)
		acked := v.ChangePassphrase([]byte(newPassphrase), vault.InsecureTestOptions()) == nil
		v.Close()
		d = d.survivor()
		opens := map[string]bool{}
		for _, p := range []string{passphrase, newPassphrase} {
			v, err := vault.OpenOn(d, bankPath, []byte(p), vault.InsecureTestOptions())
			if err == nil {
				opens[p] = readAll(v) == nil
				v.Close()
			} else if !errors.Is(err, vault.ErrWrongPassphrase) {
				t.Fatalf("cut %d: %v", seed, err)
			}
		}
		if len(opens) == 0 || acked && (opens[passphrase] || !opens[newPassphrase]) {
			t.Fatalf("cut %d: acknowledged %v, opens %v", seed, acked, opens)
		}
	}
}

// Cut the power at every step of a creation: a vault that was acknowledged is
// there; one that was not may be there whole, or is seen not to be.
func TestPowerCutWhileCreating(t *testing.T) {
	for seed := range uint64(400) {
		d := newMemDisk(seed)
		d.cutAt = 1 + int(seed%10)
		v, err := vault.CreateOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
		if err == nil {
			v.Close()
		}
		again, openErr := vault.OpenOn(d.survivor(), bankPath, []byte(passphrase), vault.InsecureTestOptions())
		switch {
		case openErr == nil:
			again.Close()
		case err == nil:
			t.Fatalf("cut %d: acknowledged, but: %v", seed, openErr)
		case !errors.Is(openErr, vault.ErrMissing) && !errors.Is(openErr, vault.ErrNotVault) && !errors.Is(openErr, vault.ErrDamaged):
			t.Fatalf("cut %d: %v", seed, openErr)
		}
	}
}

func TestCodesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret := rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "secret")
		code := vault.FormatCode(secret)
		got, err := vault.ParseCode(code)
		if err != nil || !bytes.Equal(got, secret) {
			t.Fatalf("%s: %x, %v", code, got, err)
		}
		digits := []byte(code)
		at := rapid.SampledFrom([]int{0, 7, 14, 21, 30}).Draw(t, "at")
		wrong := rapid.SampledFrom([]byte("0123456789ABCDEFGHJKMNPQRSTVWXYZ")).Draw(t, "wrong")
		if digits[at] == wrong {
			return
		}
		digits[at] = wrong
		if _, err := vault.ParseCode(string(digits)); !errors.Is(err, vault.ErrMalformedCode) {
			t.Fatalf("%s for %s: %v", digits, code, err)
		}
	})
}

func TestMistypedCodes(t *testing.T) {
	good := vault.FormatCode(bytes.Repeat([]byte{0xff}, 16))
	for _, code := range []string{"", "0", good[1:], good + "0", strings.Repeat("é", 27), "U" + good[1:], "Z" + good[1:]} {
		if _, err := vault.ParseCode(code); !errors.Is(err, vault.ErrMalformedCode) {
			t.Errorf("%q: %v", code, err)
		}
	}
	if _, err := vault.ParseCode(strings.NewReplacer("0", "o", "1", "l", "-", " ").Replace(vault.FormatCode(make([]byte, 16)))); err != nil {
		t.Errorf("look-alikes: %v", err)
	}
}
