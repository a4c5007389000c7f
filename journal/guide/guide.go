// Package guide reads the data files that guide a person through the journal:
// the guides with their stages and steps, the feeling words, and the sample
// journal. Every rule a file has to keep is checked as it is read.
package guide

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"mend/journal"
)

// LoadGuides reads every guide of fsys, which are the files guides/<id>.toml:
// the default guide first, then the others by id. The keys of a file are the
// field names of journal.Guide and what it is made of, in lower case. Ids are
// one namespace: a guide may take a stage or step from another by its id, and
// leave out the words it has there. The errors are RuleErrors, all of them
// joined, or say which file can't be read.
func LoadGuides(fsys fs.FS) ([]journal.Guide, error) {
	names, err := guideFiles(fsys)
	if err != nil {
		return nil, err
	}
	guides := make([]journal.Guide, len(names))
	var errs []error
	for i, name := range names {
		errs = append(errs, decode(fsys, name, &guides[i]))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	words := wordsOf(guides)
	for i := range guides {
		words.fill(&guides[i])
		errs = append(errs, checkGuide(names[i], guides[i], words))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return guides, nil
}

// guideFiles lists the files of the guides, that of the default guide first and
// the others in their order.
func guideFiles(fsys fs.FS) ([]string, error) {
	names, err := fs.Glob(fsys, "guides/*.toml")
	if err != nil {
		return nil, fmt.Errorf("list guides: %w", err)
	}
	first := "guides/" + journal.DefaultGuide + ".toml"
	at := slices.Index(names, first)
	if at < 0 {
		return nil, &RuleError{File: first, Rule: "the default guide is missing"}
	}
	return slices.Insert(slices.Delete(names, at, at+1), 0, first), nil
}

// fileID is the id that a guide in the file must have.
func fileID(name string) string { return strings.TrimSuffix(path.Base(name), ".toml") }
