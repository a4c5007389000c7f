package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// act is how a text was changed. Changes of one act that follow on each other
// are undone together.
type act uint8

const (
	actOnce  act = iota // stands alone: a paste, a cut, a word
	actWrite            // characters typed
	actErase            // characters taken away before the caret
	actEat              // characters taken away after it
)

// change is a replacement of removed by inserted, and where the caret was.
type change struct {
	act               act
	at                place
	removed, inserted string
	before, after     cursor
}

// history is what can be undone and done again.
type history struct {
	done, undone []change
	open         bool // the last change may go on
	forgot       bool // the first changes are no longer known
	bytes        int  // held by done
}

const (
	longestRun  = 512      // bytes that are undone together
	mostHistory = 16 << 20 // bytes; what is older is forgotten
)

// close makes the next change stand on its own.
func (h *history) close() { h.open = false }

// untouched reports whether the text is as it was loaded.
func (h *history) untouched() bool { return len(h.done) == 0 && !h.forgot }

// add notes a change that was made.
func (h *history) add(c change) {
	h.undone = nil
	h.bytes += len(c.removed) + len(c.inserted)
	if h.open && len(h.done) > 0 && h.done[len(h.done)-1].goesOn(c) {
		return
	}
	h.done = append(h.done, c)
	h.open = c.act != actOnce
	for h.bytes > mostHistory && len(h.done) > 1 {
		h.bytes -= len(h.done[0].removed) + len(h.done[0].inserted)
		h.done, h.forgot = h.done[1:], true
	}
}

// goesOn makes next a part of c if they are one run.
func (c *change) goesOn(next change) bool {
	if next.act != c.act || len(c.inserted)+len(c.removed) > longestRun {
		return false
	}
	switch c.act {
	case actWrite:
		if next.removed != "" || next.at != placeAfter(c.at, c.inserted) || beginsWord(c.inserted, next.inserted) {
			return false
		}
		c.inserted += next.inserted
	case actErase:
		if placeAfter(next.at, next.removed) != c.at {
			return false
		}
		c.at, c.removed = next.at, next.removed+c.removed
	case actEat:
		if next.at != c.at {
			return false
		}
		c.removed += next.removed
	default:
		return false
	}
	c.after = next.after
	return true
}

// beginsWord reports whether text begins a word after what was written.
func beginsWord(written, text string) bool {
	last, _ := utf8.DecodeLastRuneInString(written)
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(" \t\n", last) && !unicode.IsSpace(first)
}

// undo takes the last change back and returns where the caret was before it.
func (h *history) undo(d *document) (cursor, bool) {
	if len(h.done) == 0 {
		return cursor{}, false
	}
	c := h.done[len(h.done)-1]
	h.done = h.done[:len(h.done)-1]
	h.undone = append(h.undone, c)
	h.bytes -= len(c.removed) + len(c.inserted)
	h.close()
	d.replace(span{c.at, placeAfter(c.at, c.inserted)}, c.removed)
	return c.before, true
}

// redo makes the change again that was taken back last.
func (h *history) redo(d *document) (cursor, bool) {
	if len(h.undone) == 0 {
		return cursor{}, false
	}
	c := h.undone[len(h.undone)-1]
	h.undone = h.undone[:len(h.undone)-1]
	h.done = append(h.done, c)
	h.bytes += len(c.removed) + len(c.inserted)
	h.close()
	d.replace(span{c.at, placeAfter(c.at, c.removed)}, c.inserted)
	return c.after, true
}
