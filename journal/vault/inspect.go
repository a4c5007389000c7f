package vault

import (
	"errors"
	"fmt"
	"os"
)

// Inspect tells, without a passphrase and without changing or locking anything,
// whether Open would try to open path: nil, or one of ErrMissing, ErrNotVault,
// ErrDamaged, ErrNewerVersion and ErrReadOnly. A folder, a symbolic link, an
// empty file and a text file are ErrNotVault.
func Inspect(path string) error {
	if err := inspectOn(osDisk{}, path); err != nil {
		return fmt.Errorf("inspect vault: %w", err)
	}
	return nil
}

func inspectOn(d disk, path string) error {
	if _, err := identifyOn(d, path); err != nil {
		return err
	}
	return mustBeWritable(d, path)
}

// Identify returns the random id that the vault at path and all its copies were
// born with. It asks neither for a passphrase nor for the right to write, and
// otherwise fails as Inspect does. With ErrDamaged it still returns the id of a
// file whose header can be read and whose end is missing, else zeros.
func Identify(path string) (fileID [16]byte, err error) {
	h, err := identifyOn(osDisk{}, path)
	if h != nil {
		fileID = [idSize]byte(h.fileID())
	}
	if err != nil {
		return fileID, fmt.Errorf("identify vault: %w", err)
	}
	return fileID, nil
}

// identifyOn returns the header if there is one that can be used, also when
// the rest of the file is too short.
func identifyOn(d disk, path string) (*header, error) {
	info, err := mustBeFile(d, path)
	if err != nil {
		return nil, err
	}
	f, err := d.Open(path, os.O_RDONLY)
	if err != nil {
		return nil, classify(err)
	}
	defer f.Close()
	headers, err := readHeaders(f)
	if err != nil {
		return nil, err
	}
	return headers.copies[0], checkWhole(d, path, info.Size())
}

// checkWhole judges the file's size alone. A vault has at least one page, and
// only whole ones unless a rollback journal says that work was interrupted.
func checkWhole(d disk, path string, size int64) error {
	if size < pagesAt+pageSize {
		return damaged("cut off before the first page")
	}
	if (size-pagesAt)%pageSize == 0 {
		return nil
	}
	journal, err := d.Stat(path + journalSuffix)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return classify(err)
	}
	if err != nil || journal.Size() == 0 {
		return damaged("cut off inside a page")
	}
	return nil
}
