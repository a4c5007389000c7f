package vault

import (
	"context"
	"crypto/rand"
	"fmt"
	"math/big"
	"strings"
)

// A recovery code is 128 random bits in Crockford's base 32 with his check
// symbol (crockford.com/base32.html), in groups of five.
const (
	recoverySize   = 16 // bytes
	recoveryDigits = 26
	recoveryGroup  = 5
	codeAlphabet   = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	checkAlphabet  = codeAlphabet + "*~$=U"
)

// NewRecoveryCode returns a new random code, to be shown once and kept nowhere.
// It opens nothing until SetRecoveryCode has been given it.
func NewRecoveryCode() (code string, err error) {
	b := make([]byte, recoverySize)
	defer clear(b)
	if _, err := rand.Read(b); err != nil {
		return "", fmt.Errorf("make a recovery code: %w", err)
	}
	return formatCode(b), nil
}

// OpenWithCode opens the vault at path with a recovery code instead of a
// passphrase. Case, spaces and hyphens do not matter, and O, I and L are read
// as the digits they look like. ErrMalformedCode means a typing mistake,
// ErrWrongCode that no key slot opened; otherwise it fails as Open does.
func OpenWithCode(ctx context.Context, path, code string, opt Options) (*Vault, error) {
	s, err := codeSecret(code)
	if err != nil {
		return nil, err
	}
	defer s.clear()
	return openOn(ctx, osDisk{}, path, s, opt)
}

func formatCode(secret []byte) string {
	number := new(big.Int).SetBytes(secret)
	check := int(new(big.Int).Mod(number, big.NewInt(int64(len(checkAlphabet)))).Int64())
	digits := make([]byte, recoveryDigits, recoveryDigits+1)
	digit, base := new(big.Int), big.NewInt(int64(len(codeAlphabet)))
	for i := recoveryDigits - 1; i >= 0; i-- {
		number.DivMod(number, base, digit)
		digits[i] = codeAlphabet[digit.Int64()]
	}
	digits = append(digits, checkAlphabet[check])
	return grouped(string(digits))
}

func parseCode(code string) ([]byte, error) {
	code = strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(code))
	if len(code) != recoveryDigits+1 {
		return nil, ErrMalformedCode
	}
	number, base := new(big.Int), big.NewInt(int64(len(codeAlphabet)))
	for _, r := range code[:recoveryDigits] {
		digit := strings.IndexRune(codeAlphabet, r)
		if digit < 0 {
			return nil, ErrMalformedCode
		}
		number.Add(number.Mul(number, base), big.NewInt(int64(digit)))
	}
	secret := make([]byte, recoverySize)
	if number.BitLen() > 8*recoverySize || formatCode(number.FillBytes(secret)) != grouped(code) {
		return nil, ErrMalformedCode
	}
	return secret, nil
}

// grouped puts hyphens between the bare digits of a code.
func grouped(digits string) string {
	var groups []string
	for len(digits) > recoveryGroup {
		groups = append(groups, digits[:recoveryGroup])
		digits = digits[recoveryGroup:]
	}
	return strings.Join(append(groups, digits), "-")
}
