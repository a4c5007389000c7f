package journal

import (
	"maps"
	"slices"
)

// PageKeys names fields of guided pages: their keys, by the id of the page.
type PageKeys map[string][]string

// FeelingFields returns the fields of pages in which feelings are named,
// whosever they are.
func FeelingFields(pages []Page) PageKeys {
	return fieldsWhere(pages, func(f PageField) bool { return f.Kind == FieldFeelings })
}

// OwnFeelingFields returns the fields of pages in which the person names what
// they feel: FeelingFields without those for the feelings of somebody else.
func OwnFeelingFields(pages []Page) PageKeys {
	return fieldsWhere(pages, func(f PageField) bool { return f.Kind == FieldFeelings && !f.Theirs })
}

// fieldsWhere returns the wanted fields of pages; nil if there are none.
func fieldsWhere(pages []Page, wanted func(PageField) bool) PageKeys {
	var keys PageKeys
	for _, p := range pages {
		for _, f := range p.Fields {
			if wanted(f) {
				if keys == nil {
					keys = make(PageKeys)
				}
				keys[p.ID] = append(keys[p.ID], f.Key)
			}
		}
	}
	return keys
}

// Named returns the feelings that an entry names: those kept beside it, and
// after them those in k's fields of its page. A word, case and accents aside,
// that stands in more than one place is named once, as strong as it is at most:
// so a page that asks before and after counts as one entry with the stronger of
// both. Every list, chart, count and filter goes by it. feelings stays as it
// is; where the page adds nothing it comes back itself.
//
// What is on a page that is a letter still sealed must not be told: without its
// fields only what is kept beside it is.
func (k PageKeys) Named(feelings []Feeling, page string, fields map[string]string) []Feeling {
	named, own := feelings, true
	for _, key := range k[page] {
		onPage, _ := ParseFeelingLines(fields[key])
		for _, f := range onPage {
			if own { // from now on it is changed
				named, own = slices.Clone(feelings), false
			}
			i := slices.IndexFunc(named, func(g Feeling) bool { return sameWord(g.Word, f.Word) })
			if i < 0 {
				named = append(named, f)
			} else {
				named[i].Intensity = max(named[i].Intensity, f.Intensity)
			}
		}
	}
	return named
}

// Named returns the feelings that e names, see PageKeys.Named, as they may be
// told on a day where the person is.
func (e Entry) Named(k PageKeys, today Day) []Feeling {
	if e.SealedUntil > today {
		return e.Feelings
	}
	return k.Named(e.Feelings, e.Page, e.Fields)
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
