package guide

import (
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"mend/journal"
)

const (
	deckFile        = "deck.toml"
	suggestionsFile = "suggestions.toml"
)

// maxPromise is how many runes the text of a suggested promise may have, so
// that it can be seen at a glance.
const maxPromise = 100

// LoadDeck reads the questions of the deck from deck.toml, from light to deep.
// The errors are as for LoadGuides.
func LoadDeck(fsys fs.FS) ([]journal.Question, error) {
	var file struct{ Questions []journal.Question }
	if err := decode(fsys, deckFile, &file); err != nil {
		return nil, err
	}
	return file.Questions, checkDeck(file.Questions)
}

// checkDeck returns a joined RuleError for every rule the questions break.
func checkDeck(questions []journal.Question) error {
	c := &checker{file: deckFile}
	var ids, texts []string
	for i, q := range questions {
		c.word(q.ID, q.ID)
		c.question(q.ID, q.Text)
		depth := slices.Index(journal.Depths(), q.Depth)
		c.expect(depth >= 0, q.ID, "its depth is unknown")
		c.expect(i == 0 || depth >= slices.Index(journal.Depths(), questions[i-1].Depth), q.ID, "it is lighter than the one before it")
		ids, texts = append(ids, q.ID), append(texts, q.Text)
	}
	c.unique("question", ids)
	c.unique("question", texts)
	return c.err()
}

// question checks that a text is one question on a line and nothing else.
func (c *checker) question(id, text string) {
	c.sentence(id, "question", text)
	c.expect(strings.HasSuffix(text, "?"), id, "it does not end as a question")
}

// LoadSuggestions reads the promises that are suggested from suggestions.toml.
// The errors are as for LoadGuides.
func LoadSuggestions(fsys fs.FS) ([]journal.Suggestion, error) {
	var file struct{ Suggestions []journal.Suggestion }
	if err := decode(fsys, suggestionsFile, &file); err != nil {
		return nil, err
	}
	return file.Suggestions, checkSuggestions(file.Suggestions)
}

// checkSuggestions returns a joined RuleError for every rule that suggestions
// break. Each has to be what a good promise is: small, with a time, and such
// that it can be seen whether it was kept.
func checkSuggestions(suggestions []journal.Suggestion) error {
	c := &checker{file: suggestionsFile}
	var ids []string
	for _, s := range suggestions {
		c.word(s.ID, s.ID)
		c.line(s.ID, "text", s.Text)
		c.expect(utf8.RuneCountInString(s.Text) <= maxPromise, s.ID, "text is longer than %d characters", maxPromise)
		c.line(s.ID, "how", s.How)
		c.expect(slices.Contains(journal.Parties(), s.Who), s.ID, "who is none of me, partner, both")
		every, err := journal.ParseCadence(string(s.Every))
		c.expect(err == nil && every == s.Every && every != journal.Once, s.ID, "every is not how often it comes round")
		c.sources(s.ID, s.Sources)
		ids = append(ids, s.ID)
	}
	c.unique("suggestion", ids)
	return c.err()
}
