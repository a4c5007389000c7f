package summary

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"mend/journal"
)

// WriteFile makes the file at path hold what write writes, or leaves things as
// they were: it writes a draft in path's folder, with rights for the owner
// alone, syncs, and only then puts it in path's place, whatever was there. So
// ask before you overwrite. If anything fails, or write panics, path is
// untouched and nothing is left beside it; only an error in closing the file
// or syncing the folder comes when the new file is in place already.
//
// Where the system has files without a name (see draft), nothing is left
// either when the process is killed. Elsewhere a draft is, for the next
// WriteFile in that folder to remove.
//
// Errors match journal.ErrNoSpace, journal.ErrReadOnly (no right to write,
// a folder is there) and journal.ErrMissing (no such folder) where they fit.
// They never hold a path; what write returns is passed on.
func WriteFile(path string, write func(io.Writer) error) error {
	return writeFile(systemUnnamed(), path, write)
}

func writeFile(files unnamed, path string, write func(io.Writer) error) error {
	folder := filepath.Dir(path)
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fmt.Errorf("write file: a folder is there: %w", journal.ErrReadOnly)
	}
	removeStale(folder)
	d, err := openDraft(files, folder)
	if err != nil {
		return explained("create file", err)
	}
	defer d.discard()
	if err := fill(d.file, write); err != nil {
		return explained("write file", err)
	}
	if err := d.place(path); err != nil {
		return explained("put file in its place", err)
	}
	if err := d.close(); err != nil {
		return explained("close file", err)
	}
	return explained("write folder", syncFolder(folder))
}

// fill writes and syncs file.
func fill(file *os.File, write func(io.Writer) error) error {
	buffered := bufio.NewWriterSize(file, 1<<16)
	if err := write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	return file.Sync()
}

// explained returns err as one of the journal's sentinels if one fits, without
// the path in it.
func explained(doing string, err error) error {
	switch {
	case err == nil:
		return nil
	case isNoSpace(err):
		return fmt.Errorf("%s: %w", doing, journal.ErrNoSpace)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOTDIR):
		return fmt.Errorf("%s: %w", doing, journal.ErrReadOnly)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", doing, journal.ErrMissing)
	}
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		return fmt.Errorf("%s: %w", doing, inPath.Err)
	}
	var inLink *os.LinkError
	if errors.As(err, &inLink) {
		return fmt.Errorf("%s: %w", doing, inLink.Err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}
