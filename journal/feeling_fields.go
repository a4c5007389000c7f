package journal

import (
	"maps"
	"slices"
)

// PageKeys names fields of guided pages: their keys, by the id of the page.
type PageKeys map[string][]string

// FeelingFields returns the fields of pages in which feelings are named.
func FeelingFields(pages []Page) PageKeys {
	keys := make(PageKeys)
	for _, p := range pages {
		for _, f := range p.Fields {
			if f.Kind == FieldFeelings {
				keys[p.ID] = append(keys[p.ID], f.Key)
			}
		}
	}
	return keys
}

// FeelingWords returns the words that are named in k's fields of a page, each
// once. A value that can't be read names none.
func (k PageKeys) FeelingWords(page string, fields map[string]string) []string {
	var words []string
	for _, key := range k[page] {
		feelings, _ := ParseFeelingLines(fields[key])
		for _, f := range feelings {
			if !slices.Contains(words, f.Word) {
				words = append(words, f.Word)
			}
		}
	}
	return words
}

// RenameFeeling returns fields, filled in on a page, with to in the place of
// from in those of k, each as RenameFeeling does it. The map stays as it is;
// where nothing names from it comes back itself, and so does every value.
func (k PageKeys) RenameFeeling(page string, fields map[string]string, from, to string) map[string]string {
	if from == to || !slices.Contains(k.FeelingWords(page, fields), from) {
		return fields
	}
	renamed := maps.Clone(fields)
	for _, key := range k[page] {
		feelings, err := ParseFeelingLines(fields[key])
		if err == nil && slices.ContainsFunc(feelings, func(f Feeling) bool { return f.Word == from }) {
			renamed[key] = FeelingLines(RenameFeeling(feelings, from, to))
		}
	}
	return renamed
}
