package guess

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/trustelem/zxcvbn/frequency"
	"github.com/trustelem/zxcvbn/match"
)

// form is a way to read a text.
type form struct {
	text    string            // in small letters
	reverse bool              // from its end
	signs   map[string]string // signs and the letters they are read as
}

// piece is a part of a form.
type piece struct {
	*form
	from, to int
}

// words finds words of the lists. The parts of the text are looked for in the
// lists, and not the other way round, which would need a table of every word.
func words(text string, known []string) []*match.Match {
	pieces := map[string][]piece{}
	for _, f := range forms(text) {
		for from := range f.text {
			for at, char := range f.text[from:] {
				to := from + at + utf8.RuneLen(char)
				pieces[f.text[from:to]] = append(pieces[f.text[from:to]], piece{f, from, to})
			}
		}
	}
	var found []*match.Match
	find := func(list []string) {
		for i, word := range list {
			for _, p := range pieces[word] {
				if m := p.match(text, word); m != nil {
					m.Rank = i + 1
					found = append(found, m)
				}
			}
		}
	}
	for _, list := range frequency.FrequencyLists {
		find(list)
	}
	find(known)
	return found
}

// match returns the piece as a word of text, or nil if nothing was read in it
// that another form has not.
func (p piece) match(text, word string) *match.Match {
	from, to := p.from, p.to
	if p.reverse {
		from, to = len(text)-to, len(text)-from
	}
	token := text[from:to]
	m := &match.Match{
		Pattern: "dictionary", I: from, J: to - 1, Token: token, MatchedWord: word,
		Reversed: p.reverse, L33t: p.signs != nil,
	}
	if p.signs == nil {
		return m
	}
	m.Sub = map[string]string{}
	for sign, letter := range p.signs {
		if strings.Contains(token, sign) {
			m.Sub[sign] = letter
		}
	}
	if len(m.Sub) == 0 || len(token) == 1 {
		return nil
	}
	return m
}

// forms returns the ways to read a text: as it is, from its end, and with signs
// for letters. Two signs may stand for two letters each.
func forms(text string) []*form {
	small := strings.Map(toSmall, text)
	all := []*form{{text: small}, {text: reversed(small), reverse: true}}
	for _, one := range choices(text, "1", "i", "l") {
		for _, seven := range choices(text, "7", "l", "t") {
			signs := map[string]string{
				"4": "a", "@": "a", "8": "b", "(": "c", "{": "c", "[": "c", "<": "c", "3": "e", "6": "g", "9": "g",
				"!": "i", "|": "i", "0": "o", "$": "s", "5": "s", "+": "t", "%": "x", "2": "z", "1": one, "7": seven,
			}
			var pairs []string
			for sign, letter := range signs {
				pairs = append(pairs, sign, letter)
			}
			all = append(all, &form{text: strings.NewReplacer(pairs...).Replace(small), signs: signs})
		}
	}
	return all
}

// choices returns what a sign may stand for, one thing if text has it not.
func choices(text, sign, first, second string) []string {
	if strings.Contains(text, sign) {
		return []string{first, second}
	}
	return []string{first}
}

// toSmall makes a letter small unless that changes how many bytes it has.
func toSmall(char rune) rune {
	if small := unicode.ToLower(char); utf8.RuneLen(small) == utf8.RuneLen(char) {
		return small
	}
	return char
}

func reversed(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		char, size := utf8.DecodeLastRuneInString(text)
		b.WriteRune(char)
		text = text[:len(text)-size]
	}
	return b.String()
}
