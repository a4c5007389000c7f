package backup

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"mend/journal"
	"mend/journal/vault"
)

// bufferSize is how much is read at a time, in bytes.
const bufferSize = 1 << 20

// rollbackSuffix names SQLite's rollback journal beside a journal.
const rollbackSuffix = "-journal"

// disk is everything that changes files. Tests put one in its place that
// fails, or stops as when the power goes.
type disk interface {
	// CopyNew makes a file at to, which must be free, with the bytes of from,
	// and syncs it.
	CopyNew(ctx context.Context, from, to string) error
	Rename(from, to string) error
	// Link gives the file at from a second name, which must be free.
	Link(from, to string) error
	Remove(path string) error
	// SyncFolder makes the changes of names in a folder last.
	SyncFolder(folder string) error
}

type osDisk struct{}

// CopyNew leaves nothing behind when it fails.
func (osDisk) CopyNew(ctx context.Context, from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = copyBytes(ctx, out, in)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	return nil
}

func (osDisk) Rename(from, to string) error { return os.Rename(from, to) }

func (osDisk) Link(from, to string) error { return os.Link(from, to) }

func (osDisk) Remove(path string) error { return os.Remove(path) }

// SyncFolder does nothing where the file system can't sync a folder, as on
// some sticks and network drives.
func (osDisk) SyncFolder(folder string) error {
	err := vault.SyncFolder(folder)
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// copyBytes copies until the end of in, or until ctx ends.
func copyBytes(ctx context.Context, out io.Writer, in io.Reader) error {
	buffer := make([]byte, bufferSize)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := io.ReadFull(in, buffer)
		if _, err := out.Write(buffer[:n]); err != nil {
			return err
		}
		switch {
		case err == io.EOF || err == io.ErrUnexpectedEOF:
			return nil
		case err != nil:
			return err
		}
	}
}

// sameContent compares two files up to their first difference.
func sameContent(ctx context.Context, one, other string) (bool, error) {
	a, err := os.Open(one)
	if err != nil {
		return false, err
	}
	defer a.Close()
	b, err := os.Open(other)
	if err != nil {
		return false, err
	}
	defer b.Close()
	inA, inB := make([]byte, bufferSize), make([]byte, bufferSize)
	for ctx.Err() == nil {
		nA, errA := io.ReadFull(a, inA)
		nB, errB := io.ReadFull(b, inB)
		if err := errors.Join(notEnd(errA), notEnd(errB)); err != nil {
			return false, err
		}
		if !bytes.Equal(inA[:nA], inB[:nB]) {
			return false, nil
		}
		if errA != nil || errB != nil {
			return true, nil
		}
	}
	return false, ctx.Err()
}

// notEnd is err unless that only says that the file has ended.
func notEnd(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return nil
	}
	return err
}

// exists reports whether anything is at path.
func exists(path string) (bool, error) {
	_, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// hasRollback reports whether changes of the journal at path lie unfinished in
// a rollback journal beside it. An empty one holds none.
func hasRollback(path string) (bool, error) {
	info, err := os.Lstat(path + rollbackSuffix)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && info.Size() > 0, err
}

// fromDisk adds journal's sentinel to an error of the disk or the vault.
func fromDisk(err error) error {
	err = vault.Classify(err)
	for _, pair := range []struct{ theirs, ours error }{
		{vault.ErrDamaged, journal.ErrDamaged},
		{vault.ErrNewerVersion, journal.ErrNewerVersion},
		{vault.ErrNotVault, journal.ErrNotJournal},
		{vault.ErrAlreadyOpen, journal.ErrAlreadyOpen},
		{vault.ErrReadOnly, journal.ErrReadOnly},
		{vault.ErrNoSpace, journal.ErrNoSpace},
		{vault.ErrExists, journal.ErrExists},
		{vault.ErrMissing, journal.ErrMissing},
		{vault.ErrMoved, journal.ErrMoved},
		{vault.ErrObstructed, journal.ErrObstructed},
	} {
		if errors.Is(err, pair.theirs) {
			return fmt.Errorf("%w: %w", pair.ours, err)
		}
	}
	return err
}
