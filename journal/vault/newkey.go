package vault

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// newKeySuffix names the file beside the vault in which NewKey makes it anew.
// A crash can leave it behind; the next Open removes it.
const newKeySuffix = "-newkey"

// Renewal says how NewKey goes about its work. The zero value will do.
type Renewal struct {
	Options Options // for the one key slot
	// Check is called with the finished file, opened for reading alone, before
	// it takes the place of the old one; its error ends NewKey.
	Check func(made *Vault) error
	// Progress is told the steps done and their total, three for every page.
	Progress func(done, total int64)
}

// NewKey seals everything anew, under a new data key and a new file id, for
// when somebody may know the passphrase: whoever had that, or a recovery code,
// can open copies made earlier and nothing that is written from now on. The
// only key slot is passphrase's.
//
// The vault is made anew in a second file, page by page, so the disk needs as
// much room again. When that has been read back and compared it takes the place
// of the first, which is the vault until then: if NewKey fails, or ctx ends it,
// or the power goes, nothing has changed. ErrUnconfirmed is the exception: all
// has changed, and only the disk did not say that it will last.
//
// The database must be closed, else ErrAlreadyOpen, and can be opened again
// afterwards. Everybody else stays locked out throughout. It takes about two
// seconds and the time for reading every page five times.
func (v *Vault) NewKey(ctx context.Context, passphrase []byte, r Renewal) error {
	s := passphraseSecret(passphrase)
	defer s.clear()
	if s.empty() {
		return ErrEmptyPassphrase
	}
	v.changeMu.Lock()
	defer v.changeMu.Unlock()
	if err := v.reserve(); err != nil {
		return fmt.Errorf("new key: %w", err)
	}
	defer v.release()
	if err := v.renew(ctx, s, r); err != nil {
		return fmt.Errorf("new key: %w", errors.Join(err, v.sweep()))
	}
	return nil
}

// reserve keeps SQLite from opening the database until release. It fails
// unless the database is closed and at rest.
func (v *Vault) reserve() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch {
	case v.closed:
		return ErrClosed
	case v.readOnly:
		return ErrReadOnly
	case v.inUse:
		return fmt.Errorf("the database is in use: %w", ErrAlreadyOpen)
	}
	if err := v.inPlace(); err != nil {
		return err
	}
	hot, err := v.hotJournal()
	if err != nil {
		return err
	}
	if hot {
		return errors.New("an interrupted change has yet to be rolled back")
	}
	v.inUse = true
	return nil
}

func (v *Vault) release() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.inUse = false
}

// sweep removes what a new key that came to no end has left. A closed vault has
// no right to: the file may be another process's by now.
func (v *Vault) sweep() error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return nil
	}
	path := v.path + newKeySuffix
	info, err := v.disk.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil // what is no file is none of ours
	}
	if err == nil {
		err = v.disk.Remove(path)
	}
	return classify(err)
}

// renew makes the vault anew, makes sure of the result, and changes over.
func (v *Vault) renew(ctx context.Context, s secret, r Renewal) error {
	c := copying{Renewal: r, from: v}
	if err := c.begin(); err != nil {
		return err
	}
	if err := c.write(ctx, s); err != nil {
		return err
	}
	made := &Vault{path: v.path + newKeySuffix, disk: v.disk, readOnly: true}
	defer made.Close()
	err := made.openCopy(func(h *header) ([]byte, error) { return unlock(ctx, h, s, r.Options.cheap) })
	if err != nil {
		return err
	}
	if err := c.prove(ctx, made); err != nil {
		return err
	}
	return v.changeOver(made)
}

// changeOver puts the new file in the place of the old one and goes on with it.
func (v *Vault) changeOver(made *Vault) error {
	h, dataKey, err := made.snapshot()
	if err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.replaceFile(made); err != nil {
		clear(dataKey)
		return err
	}
	v.synced = false
	if err := errors.Join(v.use(h, dataKey), v.reopen(), v.syncFolder()); err != nil {
		return fmt.Errorf("%w: %w", ErrUnconfirmed, err)
	}
	return nil
}

// replaceFile renames the new file to the name of the old one. Both are closed
// for that, since Windows renames no file that is open; the lock file keeps
// everybody out meanwhile. If it fails, the old file is open again.
func (v *Vault) replaceFile(made *Vault) error {
	if v.closed {
		return ErrClosed
	}
	if err := errors.Join(v.inPlace(), made.InPlace(), made.Close()); err != nil {
		return err
	}
	_ = v.file.Close() // whatever was written to it has been synced
	if err := v.disk.Rename(made.path, v.path); err != nil {
		return errors.Join(classify(err), v.reopen())
	}
	return nil
}

// reopen opens the file that the vault's path names.
func (v *Vault) reopen() error {
	file, err := v.disk.Open(v.path, os.O_RDWR)
	if err != nil {
		return classify(err)
	}
	v.file, v.pages.file = file, file
	return v.seize()
}
