package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"mend/journal"
)

// given finds the entries in which one of the answers was given that say a word
// of the query: by word, the row numbers as a JSON list. The answers stand in an
// entry by their ids, which the search index can't know by their labels.
func given(ctx context.Context, q querier, words []string, answers []journal.Answer) (map[string]string, error) {
	saying := make(map[string][]journal.Answer)
	var pages, options []string
	for _, word := range words {
		for _, a := range answers {
			if a.Says(word) {
				saying[word] = append(saying[word], a)
				pages, options = append(pages, a.Page), append(options, a.Option)
			}
		}
	}
	if len(saying) == 0 {
		return nil, nil
	}
	match, err := naming(ctx, q, options)
	if err != nil {
		return nil, err
	}
	found := make(map[string][]int64)
	pages = distinct(pages)
	err = each(ctx, q, func(rows *sql.Rows) error {
		var seq int64
		var page, filled string
		err := rows.Scan(&seq, &page, &filled)
		if err != nil {
			return err
		}
		fields, err := decodeMap(filled)
		for word, answers := range saying {
			if slices.ContainsFunc(answers, func(a journal.Answer) bool { return a.IsGiven(page, fields) }) {
				found[word] = append(found[word], seq)
			}
		}
		return err
	}, `SELECT e.seq, e.page, t.fields FROM entry e JOIN entry_text t ON t.entry = e.seq
		WHERE e.seq IN (SELECT docid FROM search WHERE search MATCH ?) AND e.page IN `+list(len(pages)),
		append([]any{match}, values(pages)...)...)
	lists := make(map[string]string)
	for word, seqs := range found {
		b, _ := json.Marshal(seqs) // a list of numbers can't fail
		lists[word] = string(b)
	}
	return lists, err
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

// distinct returns what is in list, sorted and once.
func distinct(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
