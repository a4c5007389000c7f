package summary_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"filippo.io/age"

	"mend/journal"
	"mend/journal/summary"
)

func TestSealOpensWithAge(t *testing.T) {
	var sealed bytes.Buffer
	w, err := summary.Seal(&sealed, []byte("correct horse"))
	if err != nil {
		t.Fatal(err)
	}
	result, err := summary.Print(w, fullReport(), summary.PDF, testFonts())
	if err != nil || result.Replaced != 0 {
		t.Fatalf("Print: %v, %v", result, err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(sealed.Bytes(), []byte("age-encryption.org/v1\n-> scrypt ")) {
		t.Errorf("not a binary age file for a passphrase: %.40q", sealed.Bytes())
	}
	identity, err := age.NewScryptIdentity("correct horse")
	if err != nil {
		t.Fatal(err)
	}
	opened, err := age.Decrypt(&sealed, identity)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(opened)
	if err != nil {
		t.Fatal(err)
	}
	if want, _ := printed(t, fullReport(), summary.PDF); !bytes.Equal(got, want) {
		t.Error("what was opened is not what was sealed")
	}
}

func TestSealRefusesNoPassphrase(t *testing.T) {
	if _, err := summary.Seal(io.Discard, nil); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("got %v, want ErrInvalid", err)
	}
}
