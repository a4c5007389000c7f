package journal

import (
	"maps"
	"slices"
	"strings"
)

// Answer is an answer that a guided page offers: as it is kept, and as the
// person saw it.
type Answer struct {
	Page, Field, Option string // ids and key
	Label               string
}

// AnswersTo returns the answers of pages that have one of the words of query in
// their label or id, in their order: what a search needs to find entries by
// what the person saw, and not by what is kept instead.
func AnswersTo(pages []Page, query string) []Answer {
	var answers []Answer
	words := strings.Fields(query)
	for _, p := range pages {
		for _, f := range p.Fields {
			for _, o := range f.Options {
				a := Answer{p.ID, f.Key, o.ID, o.Label}
				said := func(word string) bool { return a.Says(word) || a.Hides(word) }
				if slices.ContainsFunc(words, said) {
					answers = append(answers, a)
				}
			}
		}
	}
	return answers
}

// Says reports whether word, which has no spaces, is the beginning of a word in
// the label, case and accents aside.
func (a Answer) Says(word string) bool { return Says(a.Label, word) }

// Hides reports whether word, which has no spaces, is in the id of a, as a
// search would find it there, and not in what the person saw.
func (a Answer) Hides(word string) bool {
	if strings.IndexFunc(word, inWord) < 0 { // of signs alone: anywhere
		return strings.Contains(a.Option, word) && !strings.Contains(a.Label, word)
	}
	return Says(a.Option, word) && !a.Says(word)
}

// Says reports whether word, which has no spaces, is the beginning of a word in
// text, case and accents aside. One with signs in it, such as "can't", is
// several that follow on each other; one of signs alone is in no text.
func Says(text, word string) bool {
	parts, have := queryWords(word), queryWords(text)
	if len(parts) == 0 {
		return false
	}
	last := len(parts) - 1
	for ; len(have) > last; have = have[1:] {
		same := slices.EqualFunc(have[:last], parts[:last], slices.Equal[[]rune])
		if same && strings.HasPrefix(string(have[last]), string(parts[last])) {
			return true
		}
	}
	return false
}

// IsGiven reports whether a was given on the page that fields were filled in on.
func (a Answer) IsGiven(page string, fields map[string]string) bool {
	return page == a.Page && slices.Contains(Lines(fields[a.Field]), a.Option)
}

// SayAnswers returns what was filled in on a page, field by field in the order
// of their keys, with the label of each of answers in the place of its id. What
// was asked above an entry is none of it.
func SayAnswers(answers []Answer, page string, fields map[string]string) string {
	var values []string
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		if key == FieldAsked {
			continue
		}
		value := fields[key]
		for _, a := range answers {
			if a.Field == key && a.IsGiven(page, fields) {
				value = sayLine(value, a)
			}
		}
		values = append(values, value)
	}
	return strings.Join(values, "\n")
}

// sayLine puts the label of a in the place of the lines that are its id.
func sayLine(value string, a Answer) string {
	lines := strings.Split(value, "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) == a.Option {
			lines[i] = a.Label
		}
	}
	return strings.Join(lines, "\n")
}
