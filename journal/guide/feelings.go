package guide

import (
	"io/fs"

	"mend/journal"
)

const feelingsFile = "words/feelings.toml"

// LoadFeelings reads the feeling words from words/feelings.toml in fsys, in
// the order in which they are offered. The errors are RuleErrors, all of them
// joined, or say that the file can't be read.
func LoadFeelings(fsys fs.FS) ([]journal.FeelingFamily, error) {
	var file struct{ Families []journal.FeelingFamily }
	if err := decode(fsys, feelingsFile, &file); err != nil {
		return nil, err
	}
	if err := checkFamilies(file.Families); err != nil {
		return nil, err
	}
	return file.Families, nil
}

func checkFamilies(families []journal.FeelingFamily) error {
	c := &checker{file: feelingsFile}
	c.expect(len(families) > 0, "", "it has no families")
	var ids, words []string
	for _, f := range families {
		c.family(f)
		ids, words = append(ids, f.ID), append(words, f.Words...)
	}
	c.unique("family", ids)
	c.unique("word", words)
	return c.err()
}

func (c *checker) family(f journal.FeelingFamily) {
	c.word(f.ID, f.ID)
	c.line(f.ID, "title", f.Title)
	c.expect(f.Energy == "high" || f.Energy == "low", f.ID, "energy is neither high nor low")
	c.expect(len(f.Words) > 0, f.ID, "it has no words")
	for _, word := range f.Words {
		c.line(f.ID, "word", word)
		err := journal.Feeling{Word: word, Intensity: 1}.Check()
		c.expect(err == nil, f.ID, "a word is one that no entry could keep")
	}
}
