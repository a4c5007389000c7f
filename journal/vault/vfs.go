package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/psanford/sqlite3vfs"
)

// vfsName is the name under which SQLite finds the VFS.
const vfsName = "mend-vault"

// vaults is the VFS itself. It is a package variable because SQLite keeps a
// VFS for the life of the process: it is registered once, and holds open
// vaults only between Create or Open and Close.
var vaults provider

// URI returns the name by which SQLite opens the vault's database; the caller
// appends its own parameters with "&". It names the vault by a random id that
// is worthless once the vault is closed. The first call registers the VFS: the
// program must have an SQLite driver linked in.
func (v *Vault) URI() string {
	vaults.register()
	return fmt.Sprintf("file:%s?vfs=%s", v.id, vfsName)
}

// provider finds the open vault behind a name. It implements sqlite3vfs.VFS.
type provider struct {
	once sync.Once
	mu   sync.RWMutex
	open map[string]*Vault
}

// register panics when SQLite refuses the VFS, which it does only when it
// cannot start at all.
func (p *provider) register() {
	p.once.Do(func() {
		if err := sqlite3vfs.RegisterVFS(vfsName, p); err != nil {
			panic(fmt.Sprintf("register VFS: %v", err))
		}
	})
}

func (p *provider) add(v *Vault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open == nil {
		p.open = make(map[string]*Vault)
	}
	p.open[v.id] = v
}

func (p *provider) remove(v *Vault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.open, v.id)
}

func (p *provider) get(id string) *Vault {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.open[id]
}

// The kinds of file SQLite asks for, and what else its flags may say.
const (
	kindFlags = sqlite3vfs.OpenMainDB | sqlite3vfs.OpenMainJournal | sqlite3vfs.OpenTempDB |
		sqlite3vfs.OpenTransientDB | sqlite3vfs.OpenTempJournal | sqlite3vfs.OpenSubJournal |
		sqlite3vfs.OpenSuperJournal | sqlite3vfs.OpenWAL
	modeFlags = sqlite3vfs.OpenReadOnly | sqlite3vfs.OpenReadWrite | sqlite3vfs.OpenCreate |
		sqlite3vfs.OpenURI | sqlite3vfs.OpenNoMutex | sqlite3vfs.OpenFullMutex |
		sqlite3vfs.OpenPrivateCache | sqlite3vfs.OpenNoFollow
)

// Open implements sqlite3vfs.VFS. It never fails: after a failed Open the
// library closes whichever file it opened first. What must not be opened, or
// cannot be, is a file that reports so at its first use. Only the database and
// its rollback journal exist; temporary files would hold plain text.
func (p *provider) Open(name string, flags sqlite3vfs.OpenFlag) (sqlite3vfs.File, sqlite3vfs.OpenFlag, error) {
	id, isJournal := strings.CutSuffix(name, journalSuffix)
	v := p.get(id)
	if v == nil {
		return refused{sqlite3vfs.CantOpenError}, flags, nil
	}
	file, err := v.openFile(isJournal, flags)
	if err != nil {
		return refused{code(v.note(err))}, flags, nil
	}
	if v.readOnly {
		flags = flags&^(sqlite3vfs.OpenReadWrite|sqlite3vfs.OpenCreate) | sqlite3vfs.OpenReadOnly
	}
	return file, flags, nil
}

func (v *Vault) openFile(isJournal bool, flags sqlite3vfs.OpenFlag) (sqlite3vfs.File, error) {
	if flags&^(kindFlags|modeFlags) != 0 {
		return nil, fmt.Errorf("open with unknown flags %#x", int(flags))
	}
	switch kind := flags & kindFlags; {
	case kind == sqlite3vfs.OpenMainDB && !isJournal:
		return v.openDatabase()
	case kind == sqlite3vfs.OpenMainJournal && isJournal:
		return v.openJournal(flags), nil
	default:
		return nil, fmt.Errorf("open of a kind of file the vault does not keep: %#x", int(kind))
	}
}

// Delete implements sqlite3vfs.VFS. Only the rollback journal can be deleted.
func (p *provider) Delete(name string, dirSync bool) error {
	id, isJournal := strings.CutSuffix(name, journalSuffix)
	v := p.get(id)
	if v == nil || !isJournal {
		return sqlite3vfs.IOError
	}
	if err := v.deleteJournal(dirSync); err != nil {
		return code(v.note(err))
	}
	return nil
}

func (v *Vault) deleteJournal(dirSync bool) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.end(); err != nil {
		return err
	}
	err := v.disk.Remove(v.path + journalSuffix)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("delete rollback journal: %w", classify(err))
	}
	if dirSync {
		return v.syncFolder()
	}
	return nil
}

// Access implements sqlite3vfs.VFS.
func (p *provider) Access(name string, _ sqlite3vfs.AccessFlag) (bool, error) {
	id, isJournal := strings.CutSuffix(name, journalSuffix)
	v := p.get(id)
	if v == nil || !isJournal {
		return v != nil, nil
	}
	_, err := v.disk.Stat(v.path + journalSuffix)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, code(v.note(fmt.Errorf("look for rollback journal: %w", classify(err))))
	}
	return true, nil
}

// FullPathname implements sqlite3vfs.VFS; names are ids, not paths.
func (p *provider) FullPathname(name string) string { return name }

// code turns an error into one the library passes on to SQLite.
func code(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrDamaged):
		return sqlite3vfs.CorruptError
	case errors.Is(err, ErrNoSpace):
		return sqlite3vfs.FullError
	case errors.Is(err, ErrReadOnly):
		return sqlite3vfs.ReadOnlyError
	case errors.Is(err, ErrAlreadyOpen):
		return sqlite3vfs.BusyError
	}
	return sqlite3vfs.IOError
}

// refused is a file that was not opened; every use of it fails with its error.
type refused struct{ err error }

func (r refused) Close() error                      { return nil }
func (r refused) ReadAt([]byte, int64) (int, error) { return 0, r.err }
func (r refused) WriteAt([]byte, int64) (int, error) {
	return 0, r.err
}
func (r refused) Truncate(int64) error             { return r.err }
func (r refused) Sync(sqlite3vfs.SyncType) error   { return r.err }
func (r refused) FileSize() (int64, error)         { return 0, r.err }
func (r refused) Lock(sqlite3vfs.LockType) error   { return r.err }
func (r refused) Unlock(sqlite3vfs.LockType) error { return nil }
func (r refused) CheckReservedLock() (bool, error) { return false, r.err }
func (r refused) SectorSize() int64                { return pageSize }
func (r refused) DeviceCharacteristics() sqlite3vfs.DeviceCharacteristic {
	return 0
}
