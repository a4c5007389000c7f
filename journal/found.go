package journal

import (
	"slices"
	"strings"
	"unicode"
)

// RuneRange is a run of runes of a text, End excluded.
type RuneRange struct{ Start, End int }

// SnippetRunes is how much of a body a list shows around a found word, in
// runes, the ellipses aside.
const SnippetRunes = 60

// beforeFound is how many runes of a snippet stand before the found word at
// most: few, so that the word is seen where the end is cut off.
const beforeFound = 20

// Found returns where the words of query begin a word of text, in order, case
// and accents aside: what a search goes by. In scripts that are written without
// spaces every character may begin one.
func Found(text, query string) []RuneRange { return findWords([]rune(text), queryWords(query), -1) }

// Snippet returns the part of text around the first word of query that Found
// finds in it, on one line, with an ellipsis where text goes on. It returns ""
// if none is found.
func Snippet(text, query string) string {
	words := queryWords(query)
	if len(words) == 0 {
		return ""
	}
	for line := range strings.Lines(text) {
		runes := []rune(strings.TrimSpace(line))
		if found := findWords(runes, words, 1); len(found) > 0 {
			return around(runes, found[0])
		}
	}
	return ""
}

// Missing returns the words of query that Found finds nowhere in text, with a
// space between.
func Missing(text, query string) string {
	words := slices.DeleteFunc(strings.FieldsFunc(query, notInWord), func(word string) bool { return len(Found(text, word)) > 0 })
	return strings.Join(words, " ")
}

// SnippetBeside returns the Snippet of the first of texts that has a word of
// query which the title above it lacks; or if none has, any of its words.
func SnippetBeside(title, query string, texts ...string) string {
	for _, words := range []string{Missing(title, query), query} {
		for _, text := range texts {
			if found := Snippet(text, words); found != "" {
				return found
			}
		}
	}
	return ""
}

// BeginsWith reports whether text begins with start, case and accents aside.
func BeginsWith(text, start string) bool {
	return strings.HasPrefix(string(foldRunes([]rune(text))), string(foldRunes([]rune(start))))
}

// around returns SnippetRunes of line with found in them, from the beginning of
// a word on where there is one.
func around(line []rune, found RuneRange) string {
	start := max(found.Start-beforeFound, 0)
	for i := start; start > 0 && i < found.Start; i++ {
		if unicode.IsSpace(line[i-1]) {
			start = i
			break
		}
	}
	end := min(start+SnippetRunes, len(line))
	text := strings.TrimSpace(string(line[start:end]))
	if start > 0 {
		text = "…" + text
	} else {
		text = strings.TrimLeft(text, lineMarks)
	}
	if end < len(line) {
		text += "…"
	}
	return text
}

// queryWords returns the folded words of a query.
func queryWords(query string) [][]rune {
	var words [][]rune
	for _, w := range strings.FieldsFunc(query, notInWord) {
		words = append(words, foldRunes([]rune(w)))
	}
	return words
}

// findWords returns the first most places, or all if most is negative, where
// one of words begins a word of text.
func findWords(runes []rune, words [][]rune, most int) []RuneRange {
	if len(words) == 0 {
		return nil
	}
	var out []RuneRange
	folded := foldRunes(runes)
	for i := 0; i < len(folded) && len(out) != most; i++ {
		if !beginsWord(runes, i) {
			continue
		}
		if n := longestPrefix(folded[i:], words); n > 0 {
			out = append(out, RuneRange{i, i + n})
			i += n - 1
		}
	}
	return out
}

// beginsWord reports whether a word may begin at runes[i].
func beginsWord(runes []rune, i int) bool {
	switch {
	case notInWord(runes[i]):
		return false
	case i == 0 || notInWord(runes[i-1]):
		return true
	}
	return unicode.In(runes[i], unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
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

func inWord(r rune) bool { return !notInWord(r) }

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
