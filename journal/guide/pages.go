package guide

import (
	"errors"
	"fmt"
	"io/fs"

	"mend/journal"
)

// LoadPages reads the guided pages of fsys, which are the files pages/*.toml in
// their order, each with the pages that are at home in the stage it is named
// after, as 03-cool-off.toml is. The keys of a file are the field names of
// journal.Page and what it is made of, in lower case. The stages are those of
// guides. The errors are RuleErrors, all of them joined, or say which file
// can't be read.
func LoadPages(fsys fs.FS, guides []journal.Guide) ([]journal.Page, error) {
	names, err := fs.Glob(fsys, "pages/*.toml")
	if err != nil {
		return nil, fmt.Errorf("list pages: %w", err)
	}
	stages := stagesOf(guides)
	known := make(map[string]bool)
	var pages []journal.Page
	var errs []error
	for _, name := range names {
		var file struct{ Pages []journal.Page }
		if err := decode(fsys, name, &file); err != nil {
			errs = append(errs, err)
			continue
		}
		errs = append(errs, checkPages(name, file.Pages, stages, known))
		pages = append(pages, file.Pages...)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return pages, nil
}

func stagesOf(guides []journal.Guide) map[string]bool {
	stages := make(map[string]bool)
	for _, g := range guides {
		for _, s := range g.Stages {
			stages[s.ID] = true
		}
	}
	return stages
}
