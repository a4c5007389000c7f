package summary

import (
	"io"
	"os"
	"syscall"

	"gonum.org/v1/plot/vg/recorder"
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

// Texts returns every run of text that is painted on page n, in order.
func (d *Document) Texts(n int) []string {
	var on recorder.Canvas
	d.paint(n, &on)
	var texts []string
	for _, a := range on.Actions {
		if written, ok := a.(*recorder.FillString); ok {
			texts = append(texts, written.String)
		}
	}
	return texts
}
