package secret

import (
	"slices"

	"fyne.io/fyne/v2/lang"
	"github.com/sethvargo/go-diceware/diceware"

	"mend/ui/guess"
)

// strength says how hard a passphrase is to guess.
type strength int

const (
	unrated strength = iota
	veryWeak
	weak
	fair
	good
	strong
)

// ratedRunes is how much of a passphrase is rated: rating takes long for long
// ones, which are strong enough.
const ratedRunes = 72

// rate guesses at a passphrase by words, names, dates and keyboard patterns
// that people use.
func rate(passphrase string) strength {
	if passphrase == "" {
		return unrated
	}
	runes := []rune(passphrase)
	tries := guess.Tries(string(runes[:min(len(runes), ratedRunes)]), "mend", "journal")
	for i, few := range []float64{1e3, 1e6, 1e8, 1e10} { // zxcvbn's steps
		if tries < few {
			return veryWeak + strength(i)
		}
	}
	return strong
}

// advice puts the strength into words. It never refuses.
func advice(s strength) string {
	switch s {
	case veryWeak:
		return lang.L("Very easy to guess: others use it, or something close to it. You may still choose it.")
	case weak:
		return lang.L("Easy to guess for someone who tries many. One or two more words would help.")
	case fair:
		return lang.L("Fair. One more unusual word would make it far stronger.")
	case good:
		return lang.L("Good: it would take very long to guess.")
	case strong:
		return lang.L("Strong: it is out of reach of guessing.")
	}
	return lang.L("As you type, this line says how hard it is to guess.")
}

// suggestedWords is how many words are suggested: from a list of 7,776, six
// are out of reach of guessing.
const suggestedWords = 6

// hurtful are words of the list that nobody should be handed here.
var hurtful = []string{
	"abuse", "abused", "betray", "cheat", "coerce", "cruel", "cruelty", "deceit", "deceive", "deserve",
	"dishonest", "divorce", "jealous", "liar", "revenge", "shame", "stalk", "strangle", "threat", "threaten",
	"traitor", "unfaithful", "victim", "violence", "violent", "wound",
}

// suggest returns random words, for a passphrase. Words that could wound are
// drawn anew; leaving out a few of 7,776 costs nothing in strength.
func suggest() ([]string, error) {
	for {
		words, err := diceware.Generate(suggestedWords)
		if err != nil || !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(hurtful, w) }) {
			return words, err
		}
	}
}
