package guide

import (
	"io/fs"

	"mend/journal"
)

// LoadCare reads the advice for when it is not safe from care.toml.
func LoadCare(fsys fs.FS) (journal.Care, error) {
	var care journal.Care
	err := decode(fsys, "care.toml", &care)
	return care, err
}
