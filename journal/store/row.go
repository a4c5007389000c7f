package store

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"mend/journal"
)

// row is an entry in the form it is kept in. Two rows are equal exactly if the
// entries are.
type row struct {
	id                                  uuid.UUID
	at, created, edited, deleted        string
	title, body, fields, feelings, tags string
	before, after                       int
	stage, step, promise, page          string
	keepOut, noLookBack, starred        bool
	sealedUntil                         string
}

// encode returns the row of e.
func encode(e journal.Entry) row {
	return row{
		id: e.ID, at: stamp(e.At), created: stamp(e.Created), edited: stamp(e.Edited), deleted: stampOrNone(e.Deleted),
		title: e.Title, body: e.Body, fields: encodeMap(e.Fields),
		feelings: encodeFeelings(e.Feelings), tags: strings.Join(e.Tags, "\n"),
		before: e.Before, after: e.After,
		stage: e.Stage, step: e.Step, promise: e.Promise, page: e.Page,
		keepOut: e.KeepOut, noLookBack: e.NoLookBack, starred: e.Starred, sealedUntil: string(e.SealedUntil),
	}
}

// decode returns the entry of r; empty lists and maps are nil.
func (r row) decode() (journal.Entry, error) {
	e := journal.Entry{
		ID: r.id, Title: r.title, Body: r.body, Tags: splitLines(r.tags), Before: r.before, After: r.after,
		Stage: r.stage, Step: r.step, Promise: r.promise, Page: r.page,
		KeepOut: r.keepOut, NoLookBack: r.noLookBack, Starred: r.starred, SealedUntil: journal.Day(r.sealedUntil),
	}
	var err error
	if e.At, err = parseStamp(r.at); err != nil {
		return journal.Entry{}, err
	}
	if e.Created, err = parseStamp(r.created); err != nil {
		return journal.Entry{}, err
	}
	if e.Edited, err = parseStamp(r.edited); err != nil {
		return journal.Entry{}, err
	}
	if e.Deleted, err = parseStampOrNone(r.deleted); err != nil {
		return journal.Entry{}, err
	}
	if e.Fields, err = decodeMap(r.fields); err != nil {
		return journal.Entry{}, err
	}
	if e.Feelings, err = decodeFeelings(r.feelings); err != nil {
		return journal.Entry{}, err
	}
	return e, nil
}

// encodeFeelings writes one feeling a line, the word and the intensity apart by
// a tab: a word has neither.
func encodeFeelings(feelings []journal.Feeling) string {
	lines := make([]string, len(feelings))
	for i, f := range feelings {
		lines[i] = f.Word + "\t" + strconv.Itoa(f.Intensity)
	}
	return strings.Join(lines, "\n")
}

func decodeFeelings(s string) ([]journal.Feeling, error) {
	var feelings []journal.Feeling
	for _, line := range splitLines(s) {
		word, number, _ := strings.Cut(line, "\t")
		intensity, err := strconv.Atoi(number)
		if err != nil {
			return nil, unreadable("feeling")
		}
		feelings = append(feelings, journal.Feeling{Word: word, Intensity: intensity})
	}
	return feelings, nil
}

func splitLines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// encodeMap writes m as a JSON object with sorted keys, or as nothing.
func encodeMap(m map[string]string) string {
	if len(m) == 0 {
		return ""
	}
	b, _ := json.Marshal(m) // a map of strings can't fail
	return string(b)
}

func decodeMap(s string) (map[string]string, error) {
	if s == "" {
		return nil, nil
	}
	var m map[string]string
	if err := json.Unmarshal([]byte(s), &m); err != nil {
		return nil, unreadable("map")
	}
	return m, nil
}

// answers returns the values of fields in the order of their keys, for search.
// What was asked is none of them.
func answers(fields map[string]string) string {
	var values []string
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		if key != journal.FieldAsked {
			values = append(values, fields[key])
		}
	}
	return strings.Join(values, "\n")
}
