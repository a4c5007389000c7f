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

// newCode returns a recovery code.
func newCode(t testing.TB) string {
	t.Helper()
	code, err := vault.NewRecoveryCode()
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// openWithCode says whether a recovery code opens the vault at path.
func openWithCode(t testing.TB, path, code string) error {
	t.Helper()
	v, err := vault.OpenWithCode(t.Context(), path, code, vault.InsecureTestOptions())
	if err == nil {
		v.Close()
	}
	return err
}

// A code opens nothing before it is set, then the vault, whatever becomes of
// the passphrase, and nothing once another was set or it was removed.
func TestRecoveryCode(t *testing.T) {
	path := filled(t)
	first, second := newCode(t), newCode(t)
	if err := openWithCode(t, path, first); !errors.Is(err, vault.ErrWrongCode) {
		t.Errorf("before it is set: %v", err)
	}
	v := mustOpen(t, path)
	for _, code := range []string{first, " " + strings.ToLower(second)} {
		if err := v.SetRecoveryCode(code, vault.InsecureTestOptions()); err != nil || !v.HasRecoveryCode() {
			t.Fatalf("%v, has one: %v", err, v.HasRecoveryCode())
		}
	}
	if err := v.ChangePassphrase([]byte(newPassphrase), vault.InsecureTestOptions()); err != nil {
		t.Fatal(err)
	}
	v.Close()
	if _, err := open(path, second); !errors.Is(err, vault.ErrWrongPassphrase) {
		t.Errorf("the code as a passphrase: %v", err)
	}
	if err := openWithCode(t, path, first); !errors.Is(err, vault.ErrWrongCode) {
		t.Errorf("the former code: %v", err)
	}
	recovered, err := vault.OpenWithCode(t.Context(), path, " "+strings.ToLower(second), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer recovered.Close()
	for range 2 {
		if err := recovered.RemoveRecoveryCode(); err != nil || recovered.HasRecoveryCode() {
			t.Errorf("removing it: %v, has one: %v", err, recovered.HasRecoveryCode())
		}
	}
	recovered.Close()
	if err := openWithCode(t, path, second); !errors.Is(err, vault.ErrWrongCode) {
		t.Errorf("the removed code: %v", err)
	}
	v, err = open(path, newPassphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if diff := cmp.Diff([8]vault.SlotKind{1: vault.SlotPassphrase}, v.Slots()); diff != "" {
		t.Error(diff)
	}
}

func TestMistypedCodeIsNotSet(t *testing.T) {
	v := create(t)
	if err := v.SetRecoveryCode(newCode(t)+"0", vault.InsecureTestOptions()); !errors.Is(err, vault.ErrMalformedCode) {
		t.Error(err)
	}
	if v.HasRecoveryCode() {
		t.Error("something was set")
	}
}

// Eight slots are all there are, and each of them opens the vault.
func TestSlotsRunOut(t *testing.T) {
	v := create(t)
	for i := range 7 {
		got, err := v.AddPassphrase([]byte{'p', byte('0' + i)}, vault.InsecureTestOptions())
		if err != nil || got != i+1 {
			t.Fatalf("slot %d: %v, want %d", got, err, i+1)
		}
	}
	if err := v.SetRecoveryCode(newCode(t), vault.InsecureTestOptions()); !errors.Is(err, vault.ErrSlots) {
		t.Errorf("a ninth slot: %v", err)
	}
	v.Close()
	again, err := open(v.Path(), "p6")
	if err != nil {
		t.Fatalf("the last passphrase: %v", err)
	}
	again.Close()
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

// Cut the power at every step of setting another recovery code: the former or
// the new one opens, and once it is acknowledged the new one alone; the
// passphrase always does. Then the same for removing it.
func TestPowerCutWhileChangingRecoveryCode(t *testing.T) {
	bank := newBank(t)
	first, second := newCode(t), newCode(t)
	v, err := vault.OpenOn(bank, bankPath, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	if err := v.SetRecoveryCode(first, vault.InsecureTestOptions()); err != nil {
		t.Fatal(err)
	}
	v.Close()
	for name, c := range map[string]struct {
		change func(*vault.Vault) error
		after  map[string]bool // what opens once the change is acknowledged
	}{
		"set":    {func(v *vault.Vault) error { return v.SetRecoveryCode(second, vault.InsecureTestOptions()) }, map[string]bool{second: true}},
		"remove": {(*vault.Vault).RemoveRecoveryCode, map[string]bool{}},
	} {
		for seed := range uint64(400) {
			d := bank.fresh(seed)
			v, err := vault.OpenOn(d, bankPath, []byte(passphrase), vault.InsecureTestOptions())
			if err != nil {
				t.Fatal(err)
			}
			d.cutAt = d.ops + 1 + int(seed%12)
			acked := c.change(v) == nil
			v.Close()
			d = d.survivor()
			opens := map[string]bool{}
			for _, code := range []string{first, second} {
				v, err := vault.OpenWithCodeOn(d, bankPath, code, vault.InsecureTestOptions())
				if err == nil {
					opens[code] = readAll(v) == nil
					v.Close()
				} else if !errors.Is(err, vault.ErrWrongCode) {
					t.Fatalf("%s, cut %d: %v", name, seed, err)
				}
			}
			if acked && !cmp.Equal(opens, c.after) || !acked && name == "set" && len(opens) == 0 {
				t.Fatalf("%s, cut %d: acknowledged %v, opens %v", name, seed, acked, opens)
			}
			if err := audit(d, rules{}, 0, 0); err != nil {
				t.Fatalf("%s, cut %d: with the passphrase: %v", name, seed, err)
			}
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
