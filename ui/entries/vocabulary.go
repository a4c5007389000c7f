package entries

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

const (
	wordsOffered = 12 // words offered at once for what is typed, and to begin with
	oftenOffered = 8  // of these, words the person has used before
)

// The groups of words beside the families, whose ids have no such sign.
const (
	noGroup     = ""
	ownWords    = "*own"
	hiddenWords = "*hidden"
)

// vocabulary is the words for feelings: those of the families, those of the
// person's own, and which of both are hidden.
type vocabulary struct {
	families []journal.FeelingFamily
	used     []journal.FeelingUse // most used first
	hidden   []string
}

// group is a kind of words with the name it is shown under.
type group struct{ id, title string }

// Groups returns the groups that have words to offer.
func (v vocabulary) Groups() []group {
	var groups []group
	for _, f := range v.families {
		if len(v.Offered(f.ID)) > 0 {
			groups = append(groups, group{f.ID, f.Title})
		}
	}
	if len(v.Offered(ownWords)) > 0 {
		groups = append(groups, group{ownWords, lang.L("My own words")})
	}
	return groups
}

// Title names a group; none is no word.
func (v vocabulary) Title(id string) string {
	for _, g := range v.Groups() {
		if g.id == id {
			return g.title
		}
	}
	return ""
}

// All returns the words of a group, the hidden ones too.
func (v vocabulary) All(id string) []string {
	switch id {
	case ownWords:
		return v.own()
	case hiddenWords:
		return v.hidden
	}
	for _, f := range v.families {
		if f.ID == id {
			return f.Words
		}
	}
	return nil
}

// Offered returns the words of a group that are not hidden.
func (v vocabulary) Offered(id string) []string {
	return slices.DeleteFunc(slices.Clone(v.All(id)), v.IsHidden)
}

// own returns the words that no family has, most used first.
func (v vocabulary) own() []string {
	var own []string
	for _, use := range v.used {
		if !v.InFamily(use.Word) {
			own = append(own, use.Word)
		}
	}
	return own
}

// First returns the words that are offered before anything is typed or chosen:
// those used most, and then the first ones of the families.
func (v vocabulary) First() []string {
	var first []string
	for _, use := range v.used {
		if len(first) < oftenOffered && !v.IsHidden(use.Word) {
			first = append(first, use.Word)
		}
	}
	for _, f := range v.families {
		words := v.Offered(f.ID)
		if len(words) > 0 && len(first) < wordsOffered && !slices.Contains(first, words[0]) {
			first = append(first, words[0])
		}
	}
	return first
}

// Fitting returns the words that begin as typed does; and typed itself, last,
// if it is none of them and could be kept.
func (v vocabulary) Fitting(typed string) []string {
	var fit []string
	exact := false
	add := func(words []string) {
		for _, word := range words {
			if len(fit) < wordsOffered && journal.BeginsWith(word, typed) && !slices.Contains(fit, word) {
				fit = append(fit, word)
				exact = exact || strings.EqualFold(word, typed)
			}
		}
	}
	for _, f := range v.families {
		add(v.Offered(f.ID))
	}
	add(v.Offered(ownWords))
	if !exact && canBeWord(typed) {
		fit = append(fit, typed)
	}
	return fit
}

// canBeWord reports whether an entry could keep the word for a feeling.
func canBeWord(word string) bool {
	return journal.Feeling{Word: word, Intensity: medium}.Check() == nil
}

// IsHidden reports whether the word is not offered.
func (v vocabulary) IsHidden(word string) bool { return slices.Contains(v.hidden, word) }

// InFamily reports whether one of the families has the word.
func (v vocabulary) InFamily(word string) bool {
	return slices.ContainsFunc(v.families, func(f journal.FeelingFamily) bool { return slices.Contains(f.Words, word) })
}

// IsKnown reports whether the word is in a family or was used before.
func (v vocabulary) IsKnown(word string) bool { return v.InFamily(word) || v.Entries(word) > 0 }

// Entries returns in how many entries the word is named.
func (v vocabulary) Entries(word string) int {
	for _, use := range v.used {
		if use.Word == word {
			return use.Entries
		}
	}
	return 0
}

// equal reports whether both have the same words.
func (v vocabulary) equal(other vocabulary) bool {
	return slices.Equal(v.used, other.used) && slices.Equal(v.hidden, other.hidden)
}
