package summary

import "strings"

// shallow escapes the first quote or list mark of a line that lies deeper than
// maxNesting: nesting costs the parser time with the square of its depth.
func shallow(source string) string {
	var b strings.Builder
	for line := range strings.Lines(source) {
		if at := markEnd(line, maxNesting+1); at > 0 && !isRule(line) {
			b.WriteString(line[:at-1] + `\`)
			line = line[at-1:]
		}
		b.WriteString(line)
	}
	return b.String()
}

// isRule reports whether line holds nothing but dashes or stars.
func isRule(line string) bool {
	return strings.Trim(line, "- \t\n") == "" || strings.Trim(line, "* \t\n") == ""
}

// markEnd returns where the count-th of the quote and list marks that line
// begins with ends, or 0 if there are fewer. The last byte of a mark is
// punctuation.
func markEnd(line string, count int) int {
	at := 0
	for range count {
		rest := strings.TrimLeft(line[at:], " \t")
		length := markLength(rest)
		if length == 0 {
			return 0
		}
		at = len(line) - len(rest) + length
	}
	return at
}

func markLength(s string) int {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch {
	case strings.HasPrefix(s, ">"):
		return 1
	case digits == 0 && len(s) > 1 && strings.ContainsRune("-+*", rune(s[0])) && s[1] == ' ':
		return 1
	case digits > 0 && digits < len(s)-1 && strings.ContainsRune(".)", rune(s[digits])) && s[digits+1] == ' ':
		return digits + 1
	}
	return 0
}
