package journal

import (
	"time"
	"unicode/utf8"
)

// Autosave replaces an entry's text; these decide when the replaced text is
// kept as a Revision.
const (
	revisionEvery   = 10 * time.Minute
	revisionRemoved = 200 // characters that one save may remove
)

// Edit is one save of an entry that was there before.
type Edit struct {
	Before, After Entry
	BeginsAnew    bool      // the first change since the entry was opened
	LastRevision  time.Time // when the newest revision was made; zero if none
	Now           time.Time
}

// KeepsRevision reports whether Before's text must be kept as a revision:
// when editing begins anew, ten minutes after the last revision, or when one
// save removes more than 200 characters.
func (e Edit) KeepsRevision() bool {
	if e.Before.SameText(e.After) {
		return false
	}
	if e.BeginsAnew || removed(e.Before, e.After) > revisionRemoved {
		return true
	}
	since := e.LastRevision
	if since.IsZero() {
		since = e.Before.Created
	}
	return e.Now.Sub(since) >= revisionEvery
}

// removed counts the characters that are in before's text and, by common
// beginning and end, no longer in after's.
func removed(before, after Entry) int {
	n := removedFrom(before.Title, after.Title) + removedFrom(before.Body, after.Body)
	for key, value := range before.Fields {
		n += removedFrom(value, after.Fields[key])
	}
	return n
}

func removedFrom(before, after string) int {
	for before != "" && after != "" && before[0] == after[0] {
		before, after = before[1:], after[1:]
	}
	for before != "" && after != "" && before[len(before)-1] == after[len(after)-1] {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	return utf8.RuneCountInString(before)
}
