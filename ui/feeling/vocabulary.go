package feeling

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
	NoGroup     = ""
	OwnWords    = "*own"
	HiddenWords = "*hidden"
)

// Vocabulary is the words for feelings: those of the families, those of the
// person's own, and which of both are hidden.
type Vocabulary struct {
	Families []journal.FeelingFamily
	Used     []journal.FeelingUse // most used first, whosever feelings they are named for
	Felt     []journal.FeelingUse // of these, what the person named as their own; most used first
	Hidden   []string
}

// Group is a kind of words with the name it is shown under.
type Group struct{ ID, Title string }

// Groups returns the groups that have words to offer.
func (v Vocabulary) Groups() []Group {
	var groups []Group
	for _, f := range v.Families {
		if len(v.Offered(f.ID)) > 0 {
			groups = append(groups, Group{f.ID, f.Title})
		}
	}
	if len(v.Offered(OwnWords)) > 0 {
		groups = append(groups, Group{OwnWords, lang.L("My own words")})
	}
	return groups
}

// Title names a group; none is no word.
func (v Vocabulary) Title(id string) string {
	for _, g := range v.Groups() {
		if g.ID == id {
			return g.Title
		}
	}
	return ""
}

// All returns the words of a group, the hidden ones too.
func (v Vocabulary) All(id string) []string {
	switch id {
	case OwnWords:
		return v.own()
	case HiddenWords:
		return v.Hidden
	}
	for _, f := range v.Families {
		if f.ID == id {
			return f.Words
		}
	}
	return nil
}

// Offered returns the words of a group that are not hidden.
func (v Vocabulary) Offered(id string) []string {
	return slices.DeleteFunc(slices.Clone(v.All(id)), v.IsHidden)
}

// own returns the words that no family has, most used first.
func (v Vocabulary) own() []string {
	var own []string
	for _, use := range v.Used {
		if !v.InFamily(use.Word) {
			own = append(own, use.Word)
		}
	}
	return own
}

// First returns the words that are offered before anything is typed or chosen:
// those used most, and then the first ones of the families.
func (v Vocabulary) First() []string {
	var first []string
	for _, use := range v.Felt {
		if len(first) < oftenOffered && !v.IsHidden(use.Word) {
			first = append(first, use.Word)
		}
	}
	for _, f := range v.Families {
		words := v.Offered(f.ID)
		if len(words) > 0 && len(first) < wordsOffered && !slices.Contains(first, words[0]) {
			first = append(first, words[0])
		}
	}
	return first
}

// Fitting returns the words that begin as typed does; and typed itself, last,
// if it is none of them and could be kept.
func (v Vocabulary) Fitting(typed string) []string {
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
	for _, f := range v.Families {
		add(v.Offered(f.ID))
	}
	add(v.Offered(OwnWords))
	if !exact && CanBeWord(typed) {
		fit = append(fit, typed)
	}
	return fit
}

// CanBeWord reports whether an entry could keep the word for a feeling.
func CanBeWord(word string) bool {
	return journal.Feeling{Word: word, Intensity: Medium}.Check() == nil
}

// IsHidden reports whether the word is not offered.
func (v Vocabulary) IsHidden(word string) bool { return slices.Contains(v.Hidden, word) }

// InFamily reports whether one of the Families has the word.
func (v Vocabulary) InFamily(word string) bool {
	return slices.ContainsFunc(v.Families, func(f journal.FeelingFamily) bool { return slices.Contains(f.Words, word) })
}

// IsKnown reports whether the word is in a family or was used before.
func (v Vocabulary) IsKnown(word string) bool { return v.InFamily(word) || v.Entries(word) > 0 }

// Entries returns in how many entries the word is named.
func (v Vocabulary) Entries(word string) int {
	for _, use := range v.Used {
		if use.Word == word {
			return use.Entries
		}
	}
	return 0
}

// Equal reports whether both have the same words.
func (v Vocabulary) Equal(other Vocabulary) bool {
	return slices.Equal(v.Used, other.Used) && slices.Equal(v.Felt, other.Felt) && slices.Equal(v.Hidden, other.Hidden)
}
