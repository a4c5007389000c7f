package summary

import (
	"io"
	"os"
	"syscall"
)

// WriteNamedFile is WriteFile on a disk without files that have no name.
func WriteNamedFile(path string, write func(io.Writer) error) error {
	files := systemUnnamed()
	files.open = func(string) (*os.File, error) { return nil, syscall.EOPNOTSUPP }
	return writeFile(files, path, write)
}

// WriteUnlinkedFile is WriteFile where a file without a name can be made and
// not be given one.
func WriteUnlinkedFile(path string, write func(io.Writer) error) error {
	files := systemUnnamed()
	files.link = func(*os.File, string) error { return syscall.ENOENT }
	return writeFile(files, path, write)
}
