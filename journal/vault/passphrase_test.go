package vault_test

import (
	"context"
	"errors"
	"testing"

	"mend/journal/vault"
)

func TestCheckPassphrase(t *testing.T) {
	v := mustOpen(t, filled(t))
	code := newCode(t)
	if err := v.SetRecoveryCode(code, vault.InsecureTestOptions()); err != nil {
		t.Fatal(err)
	}
	for asked, want := range map[string]error{
		passphrase: nil, newPassphrase: vault.ErrWrongPassphrase, "": vault.ErrWrongPassphrase,
		code: vault.ErrWrongPassphrase, // a code is no passphrase
	} {
		if err := v.CheckPassphrase(t.Context(), []byte(asked)); !errors.Is(err, want) {
			t.Errorf("%d characters: %v, want %v", len(asked), err, want)
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := v.CheckPassphrase(stopped, []byte(passphrase)); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if err := v.ChangePassphrase([]byte(newPassphrase), vault.InsecureTestOptions()); err != nil {
		t.Fatal(err)
	}
	if err := v.CheckPassphrase(t.Context(), []byte(passphrase)); !errors.Is(err, vault.ErrWrongPassphrase) {
		t.Errorf("the one before the change: %v", err)
	}
	v.Close()
	if err := v.CheckPassphrase(t.Context(), []byte(newPassphrase)); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}
