package place

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"mend/journal"
)

// mostSeen is how many journals are remembered; the rest is forgotten.
const mostSeen = 100

// seen is one line of the file: how far the journal with an id had come.
type seen struct {
	id  [16]byte
	age journal.Age
}

// See remembers how far the journal with the id has come, and reports whether
// it had come further when it was last open here: then this is an older copy of
// it, and what is remembered stays.
func (m Memory) See(id [16]byte, age journal.Age) (older bool, err error) {
	all := []seen{{id, age}}
	for _, s := range m.read() {
		switch {
		case s.id != id:
			all = append(all, s)
		case s.age == age:
			return false, nil
		case age.Before(s.age):
			return true, nil
		}
	}
	return false, m.write(all)
}

// Forget forgets the journal with the id: an older copy of it is no news then.
func (m Memory) Forget(id [16]byte) error {
	var rest []seen
	known := false
	for _, s := range m.read() {
		if s.id == id {
			known = true
			continue
		}
		rest = append(rest, s)
	}
	if !known {
		return nil
	}
	return m.write(rest)
}

// Knows reports whether the journal with the id is remembered.
func (m Memory) Knows(id [16]byte) bool {
	for _, s := range m.read() {
		if s.id == id {
			return true
		}
	}
	return false
}

// read returns what can be read of the file; the rest of it is no loss.
func (m Memory) read() []seen {
	file, err := os.Open(m.Seen)
	if err != nil {
		return nil
	}
	defer file.Close()
	var all []seen
	for lines := bufio.NewScanner(file); lines.Scan() && len(all) < mostSeen; {
		var id []byte
		var s seen
		_, err := fmt.Sscanf(lines.Text(), "%x %d %d", &id, &s.age.Sequence, &s.age.Changes)
		if err == nil && copy(s.id[:], id) == len(s.id) {
			all = append(all, s)
		}
	}
	return all
}

func (m Memory) write(all []seen) error {
	if len(all) == 0 {
		return drop(m.Seen)
	}
	var lines strings.Builder
	for _, s := range all[:min(len(all), mostSeen)] {
		fmt.Fprintln(&lines, hex.EncodeToString(s.id[:]), s.age.Sequence, s.age.Changes)
	}
	if err := keep(m.Seen, lines.String()); err != nil {
		return fmt.Errorf("remember a journal: %w", err)
	}
	return nil
}
