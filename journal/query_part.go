package journal

import (
	"strings"
	"unicode"
)

// queryPart is one part of a query: a word, or a name with its value.
type queryPart struct {
	text     string // as it was typed
	name     string // in lower case; "" for a word
	value    string // without its quotes
	strength string // what stands after ">="; of a feeling alone
}

// looksLikeFilter reports whether a person may have meant p to be a filter:
// it has a name and a value. The time 10:30 and an address have not.
func (p queryPart) looksLikeFilter() bool {
	return p.name != "" && p.value+p.strength != "" && !strings.HasPrefix(p.value, "//")
}

// queryParts takes a query apart.
func queryParts(text string) []queryPart {
	var parts []queryPart
	for {
		text = strings.TrimLeftFunc(text, unicode.IsSpace)
		if text == "" {
			return parts
		}
		p := cutPart(text)
		parts = append(parts, p)
		text = text[len(p.text):]
	}
}

// cutPart returns the part that text begins with.
func cutPart(text string) queryPart {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 || text[end] != ':' {
		return queryPart{text: plainOf(text)}
	}
	p := queryPart{name: strings.ToLower(text[:end])}
	rest := text[end+1:]
	taken := 0
	if strings.HasPrefix(rest, `"`) {
		p.value, taken = unquote(rest)
	}
	tail := plainOf(rest[taken:])
	p.text = text[:end+1+taken+len(tail)]
	if p.name == keyFeeling {
		tail, p.strength = cutStrength(tail)
	}
	p.value = strings.TrimSpace(p.value + tail)
	return p
}

// cutStrength takes the least strength off the end of a value. One that is
// still being typed is none.
func cutStrength(value string) (word, strength string) {
	for _, sign := range []string{">=", "≥"} {
		if i := strings.LastIndex(value, sign); i >= 0 {
			return value[:i], value[i+len(sign):]
		}
	}
	return strings.TrimSuffix(value, ">"), ""
}

// plainOf returns the beginning of text up to the next space.
func plainOf(text string) string {
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		return text[:i]
	}
	return text
}

// unquote reads the quoted text that s begins with, and how many bytes of s it
// takes. A quote that is not closed goes on to the end.
func unquote(s string) (value string, taken int) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] != '"':
			b.WriteByte(s[i])
		case strings.HasPrefix(s[i:], `""`):
			b.WriteByte('"')
			i++
		default:
			return b.String(), i + 1
		}
	}
	return b.String(), len(s)
}

// quote writes a value so that it is read back as it is.
func quote(value string) string {
	if !strings.ContainsFunc(value, unicode.IsSpace) && !strings.HasPrefix(value, `"`) && !strings.ContainsAny(value, ">≥") {
		return value
	}
	return `"` + strings.ReplaceAll(value, `"`, `""`) + `"`
}
