package guess

import (
	"strings"

	"github.com/trustelem/zxcvbn/adjacency"
	"github.com/trustelem/zxcvbn/match"
	"github.com/trustelem/zxcvbn/scoring"
)

// least is how many keys make a pattern.
const least = 3

// walks finds keys that lie side by side on a keyboard.
func walks(text string) (found []*match.Match) {
	for _, board := range adjacency.Graphs {
		for from := 0; from < len(text); {
			m := walk(text, from, board)
			from = m.J + 1
			if len(m.Token) >= least {
				found = append(found, m)
			}
		}
	}
	return found
}

// walk goes from key to key as long as they lie side by side.
func walk(text string, from int, board *adjacency.Graph) *match.Match {
	const shifted = `~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?`
	m := &match.Match{Pattern: "spatial", I: from, Graph: board.Name}
	if !strings.HasSuffix(board.Name, "keypad") && strings.IndexByte(shifted, text[from]) >= 0 {
		m.ShiftedCount = 1
	}
	to, before := from+1, -1
	for ; to < len(text); to++ {
		direction, shift := step(board, text[to-1], text[to])
		if direction < 0 {
			break
		}
		if shift {
			m.ShiftedCount++
		}
		if direction != before {
			m.Turns, before = m.Turns+1, direction
		}
	}
	m.J, m.Token = to-1, text[from:to]
	return m
}

// step returns the direction from a key to the next, negative if they don't lie
// side by side, and whether the next is pressed with shift.
func step(board *adjacency.Graph, from, to byte) (direction int, shift bool) {
	for direction, key := range board.Graph[string(rune(from))] {
		if at := strings.IndexByte(key, to); at >= 0 {
			return direction, at == 1
		}
	}
	return -1, false
}

// runs finds characters that follow one another at an even distance: abcd, 9753.
func runs(text string) (found []*match.Match) {
	const widest = 5
	for from := 0; from+1 < len(text); {
		distance := int(text[from+1]) - int(text[from])
		to := from + 2
		for to < len(text) && int(text[to])-int(text[to-1]) == distance {
			to++
		}
		near := distance != 0 && max(distance, -distance) <= widest
		if near && (to-from >= least || distance == 1 || distance == -1) {
			found = append(found, &match.Match{
				Pattern: "sequence", I: from, J: to - 1, Token: text[from:to], Ascending: distance > 0,
			})
		}
		from = to - 1
	}
	return found
}

// repeats finds what is there twice or more in a row.
func repeats(text string) (found []*match.Match) {
	chars, starts := []rune(text), []int{}
	for at := range text {
		starts = append(starts, at)
	}
	starts = append(starts, len(text))
	for from := 0; from < len(chars); {
		size, times := repeat(chars[from:])
		if times < 2 {
			from++
			continue
		}
		to := from + size*times
		base := text[starts[from]:starts[from+size]]
		tries := scoring.MostGuessableMatchSequence(base, matches(base, nil), false)
		found = append(found, &match.Match{
			Pattern: "repeat", I: starts[from], J: starts[to] - 1, Token: text[starts[from]:starts[to]],
			BaseToken: base, BaseGuesses: tries.Guesses, BaseMatches: tries.Sequence, RepeatCount: times,
		})
		from = to
	}
	return found
}

// repeat returns what repeats from the start of chars: how long it is and how
// often it is there, as much of chars as can be, and of that the shortest.
func repeat(chars []rune) (size, times int) {
	for s := 1; s <= len(chars)/2; s++ {
		t := 1
		for (t+1)*s <= len(chars) && string(chars[:s]) == string(chars[t*s:(t+1)*s]) {
			t++
		}
		if t > 1 && t*s > size*times {
			size, times = s, t
		}
	}
	return size, times
}
