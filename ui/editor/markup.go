package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stylesOf returns how a paragraph is drawn for the light Markdown in it:
// headings, marks of lists and quotes, and emphasis. It follows CommonMark in
// what a person writes by hand; links, code and the rest stay as they are.
func stylesOf(text string) []stretch {
	l := leadOf(text)
	edges := styled(nil, l.from, l.sign, faint)
	if l.kind == leadHeading {
		edges = styled(edges, l.from, len(text), bold)
	}
	return flatten(emphasis(edges, text, l.end))
}

// styled adds the edges of a style between two bytes.
func styled(edges []edge, from, to int, s style) []edge {
	if from == to {
		return edges
	}
	return append(edges, edge{at: from, style: s}, edge{at: to, style: s, ends: true})
}

// leadKind is what a paragraph is by what it begins with.
type leadKind uint8

const (
	leadNone leadKind = iota
	leadHeading
	leadItem
	leadNumber
	leadQuote
)

// lead is the beginning of a paragraph that says what it is: "## ", "- ",
// "12. " or "> ".
type lead struct {
	kind leadKind
	from int // where the sign begins, after the indent
	sign int // where it ends
	end  int // where the text begins
}

const (
	longestIndent  = 16
	longestNumber  = 9
	deepestHeading = 6
	longestLead    = longestIndent + longestNumber + 2 // bytes
)

func leadOf(text string) lead {
	indent := 0
	for indent < min(len(text), longestIndent) && (text[indent] == ' ' || text[indent] == '\t') {
		indent++
	}
	kind, n := signOf(text[indent:])
	end := indent + n
	if kind == leadNone || !boundaryAt(text, end) {
		return lead{}
	}
	l := lead{kind, indent, end, end}
	if end < len(text) && (text[end] == ' ' || text[end] == '\t') && boundaryAt(text, end+1) {
		l.end++
	} else if kind != leadQuote {
		return lead{}
	}
	return l
}

// signOf returns what sign a text begins with and how many bytes it has.
func signOf(text string) (leadKind, int) {
	if text == "" {
		return leadNone, 0
	}
	switch text[0] {
	case '#':
		n := 1
		for n < min(len(text), deepestHeading+1) && text[n] == '#' {
			n++
		}
		if n <= deepestHeading {
			return leadHeading, n
		}
	case '-', '*', '+':
		return leadItem, 1
	case '>':
		return leadQuote, 1
	}
	n := 0
	for n < min(len(text), longestNumber) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	if n > 0 && n < len(text) && (text[n] == '.' || text[n] == ')') {
		return leadNumber, n + 1
	}
	return leadNone, 0
}

// signs is a run of asterisks or of low lines that may begin or end emphasis.
type signs struct {
	at, n         int
	sign          byte
	opens, closes bool
}

const (
	mostSigns    = 1000 // runs in a paragraph; what follows stays plain
	mostOpen     = 32   // runs that wait to be closed
	longestSigns = 3    // signs; a longer run is a line to fill in, or a rule
)

// hasSigns reports whether there is anything in text that emphasis depends on.
func hasSigns(text string) bool {
	return strings.IndexByte(text, '*') >= 0 || strings.IndexByte(text, '_') >= 0 || strings.IndexByte(text, '\\') >= 0
}

// emphasis adds the edges of *emphasis* and **strong emphasis** in text from
// a byte on.
func emphasis(edges []edge, text string, from int) []edge {
	var open []signs
	eachSigns(text, from, func(run signs) {
		for run.closes && run.n > 0 {
			i := len(open) - 1
			for i >= 0 && open[i].sign != run.sign {
				i--
			}
			if i < 0 {
				break
			}
			opener := &open[i]
			n, s := 1, italic
			if opener.n > 1 && run.n > 1 {
				n, s = 2, bold
			}
			opener.n -= n
			inner := opener.at + opener.n + n
			edges = styled(edges, inner-n, inner, faint)
			edges = styled(edges, inner, run.at, s)
			edges = styled(edges, run.at, run.at+n, faint)
			run.at, run.n = run.at+n, run.n-n
			if opener.n == 0 {
				i--
			}
			open = open[:i+1]
		}
		if run.opens && run.n > 0 && len(open) < mostOpen {
			open = append(open, run)
		}
	})
	return edges
}

// eachSigns calls f for the runs of signs in text from a byte on.
func eachSigns(text string, from int, f func(signs)) {
	next := func(sign byte, at int) int {
		if i := strings.IndexByte(text[at:], sign); i >= 0 {
			return at + i
		}
		return len(text)
	}
	star, line := next('*', from), next('_', from)
	for range mostSigns {
		at := min(star, line)
		if at == len(text) {
			return
		}
		end := at
		for end < len(text) && text[end] == text[at] {
			end++
		}
		if run := signsAt(text, from, at, end); 0 < run.n && run.n <= longestSigns {
			f(run)
		}
		if star < end {
			star = next('*', end)
		}
		if line < end {
			line = next('_', end)
		}
	}
}

// signsAt returns the run of signs between two bytes, and by what stands beside
// it what it may do. A first sign after a backslash is none.
func signsAt(text string, from, at, end int) signs {
	before := text[from:at]
	if slashes := len(before) - len(strings.TrimRight(before, `\`)); slashes%2 == 1 {
		at++
	}
	if at == end || !boundaryAt(text, at) || !boundaryAt(text, end) {
		return signs{}
	}
	left, right := ' ', ' '
	if at > from {
		left, _ = utf8.DecodeLastRuneInString(text[:at])
	}
	if end < len(text) {
		right, _ = utf8.DecodeRuneInString(text[end:])
	}
	opens := !unicode.IsSpace(right) && (!isMark(right) || unicode.IsSpace(left) || isMark(left))
	ends := !unicode.IsSpace(left) && (!isMark(left) || unicode.IsSpace(right) || isMark(right))
	run := signs{at, end - at, text[at], opens, ends}
	if run.sign == '_' { // never within a word
		run.opens, run.closes = opens && (!ends || isMark(left)), ends && (!opens || isMark(right))
	}
	return run
}

func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
