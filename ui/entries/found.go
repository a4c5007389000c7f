package entries

import (
	"strings"
	"unicode"
)

// runeRange is a run of runes of a text, end excluded.
type runeRange struct{ start, end int }

// foundWords returns where the words of query begin a word of text, in order,
// case and accents aside: what the search went by.
func foundWords(text, query string) []runeRange {
	var words [][]rune
	for _, w := range strings.FieldsFunc(query, notInWord) {
		words = append(words, foldRunes([]rune(w)))
	}
	if len(words) == 0 {
		return nil
	}
	var out []runeRange
	runes := []rune(text)
	folded := foldRunes(runes)
	for i := 0; i < len(folded); i++ {
		if notInWord(runes[i]) || (i > 0 && !notInWord(runes[i-1])) {
			continue
		}
		if n := longestPrefix(folded[i:], words); n > 0 {
			out = append(out, runeRange{i, i + n})
		}
	}
	return out
}

// longestPrefix returns the length of the longest of words that text begins
// with, or 0.
func longestPrefix(text []rune, words [][]rune) int {
	longest := 0
	for _, w := range words {
		if len(w) > longest && len(w) <= len(text) && string(text[:len(w)]) == string(w) {
			longest = len(w)
		}
	}
	return longest
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}

// foldRunes returns runes in lower case without accents, one for one.
func foldRunes(runes []rune) []rune {
	out := make([]rune, len(runes))
	for i, r := range runes {
		out[i] = foldAccent(unicode.ToLower(r))
	}
	return out
}

// foldAccent returns the letter under a Latin letter's accent.
func foldAccent(r rune) rune {
	if r < 0xE0 || r > 0x17E {
		return r
	}
	for _, letter := range []struct {
		base     rune
		accented string
	}{
		{'a', "àáâãäåāăą"}, {'c', "çćĉċč"}, {'d', "ďđ"}, {'e', "èéêëēĕėęě"}, {'g', "ĝğġģ"}, {'h', "ĥħ"},
		{'i', "ìíîïĩīĭį"}, {'j', "ĵ"}, {'k', "ķ"}, {'l', "ĺļľł"}, {'n', "ñńņň"}, {'o', "òóôõöøōŏő"},
		{'r', "ŕŗř"}, {'s', "śŝşš"}, {'t', "ţťŧ"}, {'u', "ùúûüũūŭůűų"}, {'w', "ŵ"}, {'y', "ýÿŷ"}, {'z', "źżž"},
	} {
		if strings.ContainsRune(letter.accented, r) {
			return letter.base
		}
	}
	return r
}
