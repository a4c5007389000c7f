package vault

import "golang.org/x/text/unicode/norm"

// secret is what opens the key slots of one kind.
type secret struct {
	kind  SlotKind
	bytes []byte
}

// passphraseSecret returns the passphrase in Unicode NFC, so that the same
// letters typed on another keyboard are the same passphrase; bytes that are not
// UTF-8 stay as they are. It is a copy for the caller to clear.
func passphraseSecret(passphrase []byte) secret {
	room := make([]byte, 0, 3*len(passphrase))
	return secret{SlotPassphrase, norm.NFC.Append(room, passphrase...)}
}

// codeSecret returns what a recovery code stands for, or ErrMalformedCode. It
// is for the caller to clear.
func codeSecret(code string) (secret, error) {
	b, err := parseCode(code)
	return secret{SlotRecovery, b}, err
}

func (s secret) empty() bool { return len(s.bytes) == 0 }

func (s secret) clear() { clear(s.bytes) }

// refused is the error when no key slot opened with the secret.
func (s secret) refused() error {
	if s.kind == SlotRecovery {
		return ErrWrongCode
	}
	return ErrWrongPassphrase
}
