package journal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fate says in which of two texts a piece of them is.
type Fate int

// The fates.
const (
	InBoth   Fate = iota
	InFirst       // only in the first
	InSecond      // only in the second
)

// Piece is a part of two texts that are compared. It ends where a word or a
// line ends.
type Piece struct {
	Fate Fate
	Text string
}

// Compare returns the pieces of two texts in order: those in both or only in
// the first make the first text, those in both or only in the second make the
// second. Lines are matched first, then the words of lines that changed; the
// anchors are lines and words that each text has once, as in Bram Cohen's
// patience diff. The time it takes grows little faster than the texts.
func Compare(first, second string) []Piece {
	var c comparison
	c.match(linesOf(first), linesOf(second), func(a, b []string) {
		c.match(wordsOf(strings.Join(a, "")), wordsOf(strings.Join(b, "")), func(a, b []string) {
			c.add(InFirst, a)
			c.add(InSecond, b)
		})
	})
	return c.pieces()
}

// comparison gathers pieces, each as its tokens.
type comparison struct {
	fates  []Fate
	tokens [][]string
}

// add appends tokens to the last piece, if it has their fate.
func (c *comparison) add(f Fate, tokens []string) {
	if len(tokens) == 0 {
		return
	}
	n := len(c.fates)
	if n == 0 || c.fates[n-1] != f {
		c.fates, c.tokens = append(c.fates, f), append(c.tokens, nil)
		n++
	}
	c.tokens[n-1] = append(c.tokens[n-1], tokens...)
}

func (c *comparison) pieces() []Piece {
	pieces := make([]Piece, len(c.fates))
	for i, f := range c.fates {
		pieces[i] = Piece{f, strings.Join(c.tokens[i], "")}
	}
	return pieces
}

// match adds what a and b share, and hands what they don't to differ.
func (c *comparison) match(a, b []string, differ func(a, b []string)) {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	c.add(InBoth, a[:n])
	a, b = a[n:], b[n:]
	end := 0
	for end < len(a) && end < len(b) && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	tail := a[len(a)-end:]
	a, b = a[:len(a)-end], b[:len(b)-end]
	if len(a) == 0 || len(b) == 0 {
		differ(a, b)
	} else {
		c.between(a, b, anchors(a, b), differ)
	}
	c.add(InBoth, tail)
}

// between matches what lies between the anchors. Without one, all differs.
func (c *comparison) between(a, b []string, found []anchor, differ func(a, b []string)) {
	if len(found) == 0 {
		differ(a, b)
		return
	}
	from := anchor{}
	for _, at := range found {
		c.match(a[from.a:at.a], b[from.b:at.b], differ)
		c.add(InBoth, a[at.a:at.a+1])
		from = anchor{at.a + 1, at.b + 1}
	}
	c.match(a[from.a:], b[from.b:], differ)
}

// anchor is where one token stands in both texts.
type anchor struct{ a, b int }

// anchors returns the longest row of tokens, in order in both, that each has
// once; or, where there is none but the texts are short, any that they share.
func anchors(a, b []string) []anchor {
	where := make(map[string]int, len(a)) // in a; -1: more than once
	for i, token := range a {
		if _, ok := where[token]; ok {
			i = -1
		}
		where[token] = i
	}
	times := make(map[string]int, len(b))
	for _, token := range b {
		times[token]++
	}
	var pairs []anchor
	for i, token := range b {
		if at, ok := where[token]; ok && at >= 0 && times[token] == 1 {
			pairs = append(pairs, anchor{at, i})
		}
	}
	if len(pairs) == 0 {
		return common(a, b)
	}
	return rising(pairs)
}

// rising returns the longest part of pairs, which rise in b, that rises in a
// too.
func rising(pairs []anchor) []anchor {
	var ends []int // ends[n]: the pair that ends the best row of n+1
	before := make([]int, len(pairs))
	for i, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p.a, func(end, a int) int { return pairs[end].a - a })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	row := make([]anchor, len(ends))
	for n, i := len(ends)-1, ends[len(ends)-1]; n >= 0; n-- {
		row[n] = pairs[i]
		i = before[i]
	}
	return row
}

// commonMost is how many pairs of tokens are compared one by one.
const commonMost = 1 << 16

// common returns the longest common row of two short texts, or nothing.
func common(a, b []string) []anchor {
	if len(a)*len(b) > commonMost {
		return nil
	}
	width := len(b) + 1
	length := make([]uint16, (len(a)+1)*width) // of what a[i:] and b[j:] share
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			best := max(length[(i+1)*width+j], length[i*width+j+1])
			if a[i] == b[j] {
				best = length[(i+1)*width+j+1] + 1
			}
			length[i*width+j] = best
		}
	}
	var row []anchor
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			row = append(row, anchor{i, j})
			i, j = i+1, j+1
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return row
}

// linesOf splits a text after each line end.
func linesOf(text string) []string {
	if text == "" {
		return nil
	}
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// wordsOf splits a text into words, runs of spaces, and single signs.
func wordsOf(text string) []string {
	var words []string
	for text != "" {
		n := wordEnd(text)
		words = append(words, text[:n])
		text = text[n:]
	}
	return words
}

// wordEnd returns how many bytes the first word, run of spaces or sign of text
// takes.
func wordEnd(text string) int {
	first, n := utf8.DecodeRuneInString(text)
	if first == '\n' || kindOf(first) == kindSign {
		return n
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if r == '\n' || kindOf(r) != kindOf(first) {
			break
		}
		n += size
	}
	return n
}

type kind int

const (
	kindSign kind = iota
	kindWord
	kindSpace
)

func kindOf(r rune) kind {
	switch {
	case unicode.IsSpace(r):
		return kindSpace
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '’', r == '\'':
		return kindWord
	}
	return kindSign
}
