package guide

import (
	"errors"
	"fmt"
	"io/fs"

	"mend/journal"
)

// LoadPages reads the guided pages of fsys, which are the files pages/*.toml in
// their order, each with the pages of a stage. The keys of a file are the field
// names of journal.Page and what it is made of, in lower case.
func LoadPages(fsys fs.FS) ([]journal.Page, error) {
	names, err := fs.Glob(fsys, "pages/*.toml")
	if err != nil {
		return nil, fmt.Errorf("list pages: %w", err)
	}
	var pages []journal.Page
	var errs []error
	for _, name := range names {
		var file struct{ Pages []journal.Page }
		errs = append(errs, decode(fsys, name, &file))
		pages = append(pages, file.Pages...)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return pages, nil
}
