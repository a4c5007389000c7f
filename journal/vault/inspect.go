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
	info, err := mustBeFile(d, path)
	if err != nil {
		return err
	}
	f, err := d.Open(path, os.O_RDONLY)
	if err != nil {
		return classify(err)
	}
	defer f.Close()
	if _, err := readHeaders(f); err != nil {
		return err
	}
	if err := checkWhole(d, path, info.Size()); err != nil {
		return err
	}
	return mustBeWritable(d, path)
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
