package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode"

	"mend/journal"
)

// terms is a query in the form it is asked: phrases for the search index, and
// pieces of text that are looked for by reading.
type terms struct {
	phrases []string // in the index's syntax, all of which must match
	pieces  []string // folded, each found anywhere in one text
	either  []either // what else than the texts may hold
	hidden  []int64  // entries that have a word where nobody saw it, see answering
}

// either is a word that an answer has too, whose label is not in the texts.
type either struct {
	phrase, piece string // one of them; see terms
	given         string // the entries with such an answer, see answering
}

func (t terms) empty() bool { return len(t.phrases)+len(t.pieces)+len(t.either) == 0 }

// restrict adds the query to c. Reading texts comes last.
func (t terms) restrict(c *condition) {
	if len(t.phrases) > 0 {
		c.and("e.seq IN (SELECT docid FROM search WHERE search MATCH ?)", strings.Join(t.phrases, " "))
	}
	for _, e := range t.either {
		if e.phrase != "" {
			c.and(`e.seq IN (SELECT docid FROM search WHERE search MATCH ?
				UNION ALL SELECT value FROM json_each(?))`, e.phrase, e.given)
		} else {
			c.and("(e.seq IN (SELECT value FROM json_each(?)) OR "+holding+")", e.given, e.piece)
		}
	}
	if len(t.hidden) > 0 {
		c.and("e.seq NOT IN (SELECT value FROM json_each(?))", numbers(t.hidden))
	}
	for _, piece := range t.pieces {
		c.and(holding, piece)
	}
}

// holding is the condition that a piece is in one of an entry's texts.
const holding = `EXISTS (SELECT 1 FROM entry_text t
	WHERE t.entry = e.seq AND holds(?, t.title, t.tags, t.answers, t.body))`

// parseQuery takes a query apart. Its words must all match: each as the
// beginning of a word in the text, or, written without spaces between words or
// of signs only, as a piece of it. The index is asked for nothing but the
// letters and digits that its own tokenizer finds, so no text is syntax to it.
// A word may stand in the label of one of answers instead, but not in its id
// alone: what was seen is what is found.
func parseQuery(ctx context.Context, q querier, query string, answers []journal.Answer) (terms, error) {
	if err := journal.CheckText("query", query, journal.MaxTitle); err != nil {
		return terms{}, err
	}
	words := distinct(strings.Fields(query))
	answered, err := answeredBy(ctx, q, words, answers)
	if err != nil {
		return terms{}, err
	}
	var t terms
	for _, word := range words {
		phrase, err := phraseOf(ctx, q, word)
		if err != nil {
			return terms{}, err
		}
		one := either{phrase: phrase}
		if phrase == "" || spaceless(word) {
			one = either{piece: fold(word)}
		}
		if a := answered[word]; a != nil {
			hidden, err := stillHidden(ctx, q, a.hidden, one)
			if err != nil {
				return terms{}, err
			}
			one.given, t.hidden = numbers(a.given), append(t.hidden, hidden...)
		}
		t.add(one)
	}
	t.phrases, t.pieces = distinct(t.phrases), distinct(t.pieces)
	return t, nil
}

// add adds what is asked for one word.
func (t *terms) add(e either) {
	switch {
	case e.given != "":
		t.either = append(t.either, e)
	case e.phrase != "":
		t.phrases = append(t.phrases, e.phrase)
	default:
		t.pieces = append(t.pieces, e.piece)
	}
}

// maxTokens is how many tokens a word may have and still be looked for in the
// index, which is slow at long phrases: more than any hyphens make.
const maxTokens = 16

// phraseOf returns what the index is asked for to find a word, or nothing if
// it knows no such thing as a word made of these characters.
func phraseOf(ctx context.Context, q querier, word string) (string, error) {
	var alternatives []string
	for _, spelling := range spellings(word) {
		tokens, err := tokensOf(ctx, q, spelling)
		if err != nil {
			return "", err
		}
		if len(tokens) > 0 && len(tokens) <= maxTokens {
			alternatives = append(alternatives, `"`+strings.Join(tokens, " ")+`*"`)
		}
	}
	if len(alternatives) < 2 {
		return strings.Join(alternatives, ""), nil
	}
	slices.Sort(alternatives)
	return "(" + strings.Join(slices.Compact(alternatives), " OR ") + ")", nil
}

// spellings returns a word as it may stand in the index, which folds accents
// in the Latin script only, takes the dotless i for a letter of its own, and
// every capital I for one with a dot. The last spelling folds the capitals as
// Turkish does.
func spellings(word string) []string {
	list := []string{word}
	if folded := fold(word); folded != word {
		list = append(list, folded)
	}
	if strings.ContainsAny(word, "Iİ") {
		list = append(list, strings.ToLowerSpecial(unicode.TurkishCase, word))
	}
	return list
}

func tokensOf(ctx context.Context, q querier, word string) ([]string, error) {
	var tokens []string
	err := each(ctx, q, func(rows *sql.Rows) error {
		var token string
		err := rows.Scan(&token)
		tokens = append(tokens, token)
		return err
	}, "SELECT token FROM token WHERE input = ?", word)
	return tokens, err
}

// spaceless reports whether a word has characters of a script that is written
// without spaces between words, which the index takes for one long word.
func spaceless(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
			unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	})
}
