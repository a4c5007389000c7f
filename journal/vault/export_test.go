package vault

import (
	"context"
	"crypto/cipher"

	"github.com/psanford/sqlite3vfs"
)

// The tests put their own disk behind a vault, and their own files before it.
type (
	Disk     = disk
	DiskFile = diskFile
)

// OSDisk returns the real disk.
func OSDisk() Disk { return osDisk{} }

// CreateOn is Create on another disk.
func CreateOn(d Disk, path string, passphrase []byte, opt Options) (*Vault, error) {
	return createOn(d, path, passphrase, opt)
}

// OpenOn is Open on another disk.
func OpenOn(d Disk, path string, passphrase []byte, opt Options) (*Vault, error) {
	return openOn(context.Background(), d, path, passphraseSecret(passphrase), opt)
}

// OpenWithCodeOn is OpenWithCode on another disk.
func OpenWithCodeOn(d Disk, path, code string, opt Options) (*Vault, error) {
	s, err := codeSecret(code)
	if err != nil {
		return nil, err
	}
	return openOn(context.Background(), d, path, s, opt)
}

// InspectOn is Inspect on another disk.
func InspectOn(d Disk, path string) error { return inspectOn(d, path) }

// BrokenVFS is the VFS with one of its rules broken on purpose.
type BrokenVFS struct {
	Wrap func(sqlite3vfs.File) sqlite3vfs.File // replaces every file opened
	// FailOpen makes Open fail where the real one returns a journal that
	// could not be opened.
	FailOpen bool
	// FailBlocks makes a journal block that does not open an error, where the
	// real one reads as zeros.
	FailBlocks bool
}

// Register registers the broken VFS under a name of its own.
func (b *BrokenVFS) Register(name string) error { return sqlite3vfs.RegisterVFS(name, b) }

// URIOf is Vault.URI for the broken VFS.
func (b *BrokenVFS) URIOf(v *Vault, name string) string { return "file:" + v.id + "?vfs=" + name }

// Open implements sqlite3vfs.VFS.
func (b *BrokenVFS) Open(name string, flags sqlite3vfs.OpenFlag) (sqlite3vfs.File, sqlite3vfs.OpenFlag, error) {
	f, flags, err := vaults.Open(name, flags)
	if j, ok := f.(*journalFile); ok && j.rollback == nil && b.FailOpen {
		return nil, 0, sqlite3vfs.CantOpenError
	} else if ok && b.FailBlocks {
		f = strictJournal{j}
	}
	if b.Wrap != nil {
		f = b.Wrap(f)
	}
	return f, flags, err
}

// Delete implements sqlite3vfs.VFS.
func (b *BrokenVFS) Delete(name string, dirSync bool) error { return vaults.Delete(name, dirSync) }

// Access implements sqlite3vfs.VFS.
func (b *BrokenVFS) Access(name string, flags sqlite3vfs.AccessFlag) (bool, error) {
	return vaults.Access(name, flags)
}

// FullPathname implements sqlite3vfs.VFS.
func (b *BrokenVFS) FullPathname(name string) string { return name }

// strictJournal takes a torn block for damage.
type strictJournal struct{ *journalFile }

func (s strictJournal) ReadAt(p []byte, off int64) (int, error) {
	n, err := s.journalFile.ReadAt(p, off)
	if n > 0 && s.torn(off/blockSize, (off+int64(n)-1)/blockSize) {
		return 0, sqlite3vfs.IOErrorRead
	}
	return n, err
}

// torn reports whether a block on the disk, from first to last, does not open.
func (s strictJournal) torn(first, last int64) bool {
	r := s.rollback
	for number := first; number <= last && r.salt != nil; number++ {
		if number == r.number && r.dirty {
			continue // it is newer in memory
		}
		var raw [blockRecord]byte
		if _, err := r.file.ReadAt(raw[:], blocksAt+number*blockStride); err != nil {
			return true
		}
		if _, err := r.aead.Open(nil, raw[:nonceSize], raw[nonceSize:], r.binding(number)); err != nil {
			return true
		}
	}
	return false
}

// VFSOpen opens a file the way SQLite does.
func VFSOpen(name string, flags sqlite3vfs.OpenFlag) (sqlite3vfs.File, error) {
	f, _, err := vaults.Open(name, flags)
	return f, err
}

// ID returns the name SQLite knows the vault by.
func (v *Vault) ID() string { return v.id }

// Slots returns the kind of each of the eight key slots.
func (v *Vault) Slots() (kinds [slotCount]SlotKind) {
	for i := range kinds {
		kinds[i] = v.header.slot(i).kind()
	}
	return kinds
}

// AddPassphrase is the first half of ChangePassphrase: what is left when the
// second half fails.
func (v *Vault) AddPassphrase(passphrase []byte, opt Options) (slot int, err error) {
	return v.addSlot(passphraseSecret(passphrase), opt)
}

// DataKey returns the vault's own copy of the data key.
func (v *Vault) DataKey() []byte { return v.dataKey }

// HotJournal reports whether a rollback journal waits to be played back.
func (v *Vault) HotJournal() (bool, error) { return v.hotJournal() }

// Journal is the sealed rollback journal by itself.
type Journal struct{ *rollback }

// NewJournal opens a sealed rollback journal.
func NewJournal(f DiskFile, dataKey, fileID []byte) (Journal, error) {
	r, err := newRollback(f, dataKey, fileID)
	return Journal{r}, err
}

// Flush, Reset, Size and Salt reach what SQLite's file interface hides.
func (j Journal) Flush() error { return j.flush() }
func (j Journal) Reset() error { return j.reset() }
func (j Journal) Size() int64  { return j.size }
func (j Journal) Salt() []byte { return j.salt }

// FormatCode, ParseCode, Subkey and Stretch are checked against vectors.
func FormatCode(secret []byte) string            { return formatCode(secret) }
func ParseCode(code string) ([]byte, error)      { return parseCode(code) }
func Stretch(secret, salt []byte, c Cost) []byte { return stretch(secret, salt, c) }
func Subkey(dataKey, salt []byte, purpose string) ([]byte, error) {
	return subkey(dataKey, salt, purpose)
}

// NewSealer returns the cipher for one purpose.
func NewSealer(dataKey, salt []byte, purpose string) (cipher.AEAD, error) {
	return newSealer(dataKey, salt, purpose)
}

// Calibrate returns the cost chosen for this machine.
func Calibrate() Cost { return calibrate() }

// Reseal makes the checksum and, with the data key, the authentication code of
// a header copy fit what the test has written into it.
func Reseal(copyOfHeader, dataKey []byte) error {
	h := (*header)(copyOfHeader)
	return h.seal(dataKey)
}
