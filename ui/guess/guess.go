// Package guess answers how many tries a passphrase would take somebody who
// knows what people choose: words, names, dates, patterns on the keyboard.
//
// The method is zxcvbn's (Wheeler, "zxcvbn: Low-Budget Password Strength
// Estimation", USENIX Security 2016), and so are its lists and its counting,
// from github.com/trustelem/zxcvbn. What is known in a passphrase is found
// here: that library, as others, builds tables of all words as the program
// starts, whether they are asked for or not, and keeps 10 MB of them.
package guess

import (
	"slices"
	"unicode/utf8"

	"github.com/trustelem/zxcvbn/match"
	"github.com/trustelem/zxcvbn/scoring"
)

// Tries returns about how many tries a passphrase takes. Words of known are
// tried early. It takes some milliseconds, and longer the longer it is.
func Tries(passphrase string, known ...string) float64 {
	if !utf8.ValidString(passphrase) {
		return 0
	}
	return scoring.MostGuessableMatchSequence(passphrase, matches(passphrase, known), false).Guesses
}

// matches finds all that is known in text.
func matches(text string, known []string) []*match.Match {
	all := slices.Concat(words(text, known), walks(text), repeats(text), runs(text), years(text), dates(text))
	match.Sort(all)
	return all
}
