//go:build !linux

package summary

import (
	"errors"
	"os"
)

// systemUnnamed refuses: this system has no files without a name.
func systemUnnamed() unnamed {
	return unnamed{
		open: func(string) (*os.File, error) { return nil, errors.ErrUnsupported },
		link: func(*os.File, string) error { return errors.ErrUnsupported },
	}
}
