package guide

import (
	"io/fs"

	"mend/journal"
)

// LoadDeck reads the questions of the deck from deck.toml, from light to deep.
func LoadDeck(fsys fs.FS) ([]journal.Question, error) {
	var file struct{ Questions []journal.Question }
	if err := decode(fsys, "deck.toml", &file); err != nil {
		return nil, err
	}
	return file.Questions, nil
}

// LoadSuggestions reads the promises that are suggested from suggestions.toml.
func LoadSuggestions(fsys fs.FS) ([]journal.Suggestion, error) {
	var file struct{ Suggestions []journal.Suggestion }
	if err := decode(fsys, "suggestions.toml", &file); err != nil {
		return nil, err
	}
	return file.Suggestions, nil
}
