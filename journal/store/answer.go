package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"mend/journal"
)

// answering is what the answers that were given on pages are to one word of a
// query. They stand in an entry by their ids, while the person saw their labels,
// which the search index can't know.
type answering struct {
	says, hides   []journal.Answer // whose label has the word; whose id alone has it
	given, hidden []int64          // row numbers: of entries that say the word so, and of those that hide it
}

// look takes in what was filled in on a page; said is that as the person saw it.
func (a *answering) look(word string, seq int64, page string, fields map[string]string, said func() string) {
	isGiven := func(one journal.Answer) bool { return one.IsGiven(page, fields) }
	switch {
	case slices.ContainsFunc(a.says, isGiven):
		a.given = append(a.given, seq)
	case slices.ContainsFunc(a.hides, isGiven) && !isSaid(said(), word):
		a.hidden = append(a.hidden, seq)
	}
}

// isSaid reports whether a search for the word finds text; in doubt it does.
func isSaid(text, word string) bool {
	text, word = fold(text), fold(word)
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return journal.Says(text, word)
	}
	return strings.Contains(text, word)
}

// answeredBy finds, by word of a query, the entries that say or hide it by one
// of the answers.
func answeredBy(ctx context.Context, q querier, words []string, answers []journal.Answer) (map[string]*answering, error) {
	asked := make(map[string]*answering)
	var pages, options []string
	for _, word := range words {
		one := new(answering)
		for _, a := range answers {
			switch {
			case a.Says(word):
				one.says = append(one.says, a)
			case a.Hides(word):
				one.hides = append(one.hides, a)
			default:
				continue
			}
			asked[word] = one
			pages, options = append(pages, a.Page), append(options, a.Option)
		}
	}
	if len(asked) == 0 {
		return nil, nil
	}
	match, err := naming(ctx, q, options)
	if err != nil {
		return nil, err
	}
	pages = distinct(pages)
	err = each(ctx, q, func(rows *sql.Rows) error {
		var seq int64
		var page, filled string
		err := rows.Scan(&seq, &page, &filled)
		if err != nil {
			return err
		}
		fields, err := decodeMap(filled)
		said := func() string { return journal.SayAnswers(answers, page, fields) }
		for word, one := range asked {
			one.look(word, seq, page, fields, said)
		}
		return err
	}, `SELECT e.seq, e.page, t.fields FROM entry e JOIN entry_text t ON t.entry = e.seq
		WHERE e.seq IN (SELECT docid FROM search WHERE search MATCH ?) AND e.page IN `+list(len(pages)),
		append([]any{match}, values(pages)...)...)
	return asked, err
}

// stillHidden returns those of the entries that have what is asked for in none
// of their other texts either.
func stillHidden(ctx context.Context, q querier, entries []int64, asked either) ([]int64, error) {
	if len(entries) == 0 {
		return nil, nil
	}
	seen := make(map[int64]bool)
	query, args := `SELECT t.entry, NULL FROM entry_text t
		WHERE t.entry IN (SELECT value FROM json_each(?)) AND holds(?, t.title, t.tags, t.body)`, []any{numbers(entries), asked.piece}
	if asked.phrase != "" {
		query, args = `SELECT docid, matchinfo(search, 'y') FROM search
			WHERE search MATCH ? AND docid IN (SELECT value FROM json_each(?))`, []any{asked.phrase, numbers(entries)}
	}
	err := each(ctx, q, func(rows *sql.Rows) error {
		var seq int64
		var hits []byte
		err := rows.Scan(&seq, &hits)
		seen[seq] = hits == nil || besideAnswers(hits)
		return err
	}, query, args...)
	return slices.DeleteFunc(entries, func(seq int64) bool { return seen[seq] }), err
}

// The columns of the search index: title, tags, answers, body.
const (
	searchColumns = 4
	answersColumn = 2
)

// besideAnswers reports whether there are hits in another column than that of
// the answers; hits counts them phrase by phrase, column by column, in 32 bits
// each (sqlite.org/fts3.html, matchinfo).
func besideAnswers(hits []byte) bool {
	for i := 0; len(hits) >= 4; i, hits = i+1, hits[4:] {
		if binary.NativeEndian.Uint32(hits) > 0 && i%searchColumns != answersColumn {
			return true
		}
	}
	return false
}

// naming is what the index is asked for to find the entries in whose fields the
// ids stand, and others that have the same words there.
func naming(ctx context.Context, q querier, ids []string) (string, error) {
	var any []string
	for _, id := range distinct(ids) {
		tokens, err := tokensOf(ctx, q, id)
		if err != nil {
			return "", err
		}
		if len(tokens) > 0 { // an id is of letters and digits
			any = append(any, "(answers:"+strings.Join(tokens, " answers:")+")")
		}
	}
	return strings.Join(any, " OR "), nil
}

// numbers is a JSON list of row numbers, or nothing.
func numbers(seqs []int64) string {
	if len(seqs) == 0 {
		return ""
	}
	b, _ := json.Marshal(seqs) // a list of numbers can't fail
	return string(b)
}

// distinct returns what is in list, sorted and once.
func distinct(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
