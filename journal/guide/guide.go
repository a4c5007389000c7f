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
// field names of journal.Guide and what it is made of, in lower case. The
// errors are RuleErrors, all of them joined, or say which file can't be read.
func LoadGuides(fsys fs.FS) ([]journal.Guide, error) {
	names, err := fs.Glob(fsys, "guides/*.toml")
	if err != nil {
		return nil, fmt.Errorf("list guides: %w", err)
	}
	guides := make([]journal.Guide, 0, len(names))
	var errs []error
	for _, name := range names {
		g, err := loadGuide(fsys, name)
		guides, errs = append(guides, g), append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return defaultFirst(guides)
}

func loadGuide(fsys fs.FS, name string) (journal.Guide, error) {
	var g journal.Guide
	if err := decode(fsys, name, &g); err != nil {
		return g, err
	}
	return g, checkGuide(name, g)
}

// defaultFirst moves the default guide to the front and keeps the others'
// order.
func defaultFirst(guides []journal.Guide) ([]journal.Guide, error) {
	at := slices.IndexFunc(guides, func(g journal.Guide) bool { return g.ID == journal.DefaultGuide })
	if at < 0 {
		return nil, &RuleError{File: "guides/" + journal.DefaultGuide + ".toml", Rule: "the default guide is missing"}
	}
	first := guides[at]
	return slices.Insert(slices.Delete(guides, at, at+1), 0, first), nil
}

// fileID is the id that a guide in the file must have.
func fileID(name string) string { return strings.TrimSuffix(path.Base(name), ".toml") }
