package vault_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"time"

	"mend/journal/vault"
)

var (
	errPower = errors.New("the power is off")
	errIO    = errors.New("input/output error")
)

const sector = 512 // the smallest piece of a write that survives by itself

// memDisk is a disk in memory that remembers, beside what programs see, what
// would survive a power cut: files as last synced, names as last synced.
type memDisk struct {
	mu      sync.Mutex
	names   map[string]*inode // as seen
	kept    map[string]*inode // as they would survive
	renames []nameChange      // changes of names since the folder was synced
	locked  map[string]bool

	looks  int // how often a name was compared with an open file, so far
	lostAt int // the look that finds the name to be another's, 0: none

	onSync func(*inode) // called after a file was synced, if not nil

	ops     int           // operations that change anything, so far
	fail    map[int]error // what to answer at an operation, by its number
	fullAt  int           // the operation from which on no file can grow, 0: never
	cutAt   int           // the operation during which the power goes, 0: never
	off     bool          // it has gone
	flawed  bool          // the folder is never synced (a broken rule)
	destroy bool          // a torn write destroys the 4096 bytes around it
	rng     *rand.Rand
}

// nameChange is a name that was made, deleted, or taken from another one; the
// last happens at one stroke.
type nameChange struct {
	path string
	to   *inode // nil: deleted
	from string // the name it had before, if any
}

// inode is one file: what is seen, what survives, and the difference.
type inode struct {
	holder     *memFile // who has locked it
	seen, kept []byte
	pending    []change
}

// change is a write, or a truncation when data is nil.
type change struct {
	off  int64
	data []byte
}

func newMemDisk(seed uint64) *memDisk {
	return &memDisk{
		names: map[string]*inode{}, kept: map[string]*inode{}, locked: map[string]bool{},
		fail: map[int]error{}, rng: rand.New(rand.NewPCG(seed, 1)), destroy: seed%2 == 0,
	}
}

// step counts an operation and answers what the test wants it to.
func (d *memDisk) step() error {
	if d.off {
		return errPower
	}
	d.ops++
	if d.ops == d.cutAt {
		d.off = true
		return errPower
	}
	return d.fail[d.ops]
}

// full reports whether there is room for nothing more.
func (d *memDisk) full() bool { return d.fullAt > 0 && d.ops >= d.fullAt }

func (d *memDisk) Open(path string, flag int) (vault.DiskFile, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.off {
		return nil, errPower
	}
	node, ok := d.names[path]
	switch {
	case ok && flag&os.O_EXCL != 0:
		return nil, fs.ErrExist
	case !ok && flag&os.O_CREATE == 0:
		return nil, fs.ErrNotExist
	case !ok:
		node = &inode{}
		d.names[path] = node
		d.renames = append(d.renames, nameChange{path: path, to: node})
		if err := d.step(); err != nil {
			return nil, err
		}
	}
	return &memFile{disk: d, node: node}, nil
}

func (d *memDisk) Stat(path string) (fs.FileInfo, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.off {
		return nil, errPower
	}
	node, ok := d.names[path]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return memInfo{filepath.Base(path), int64(len(node.seen))}, nil
}

func (d *memDisk) Names(path string, f vault.DiskFile) (bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.off {
		return false, errPower
	}
	d.looks++
	return d.names[path] == f.(*memFile).node && d.looks != d.lostAt, nil
}

func (d *memDisk) CanWrite(string) error { return nil }

func (d *memDisk) Remove(path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.off {
		return errPower
	}
	if d.names[path] == nil {
		return fs.ErrNotExist
	}
	delete(d.names, path)
	d.renames = append(d.renames, nameChange{path: path})
	return d.step()
}

// Rename that fails has not happened; one during which the power goes may have.
func (d *memDisk) Rename(from, to string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.off {
		return errPower
	}
	node := d.names[from]
	if node == nil {
		return fs.ErrNotExist
	}
	err := d.step()
	if err == nil || d.off {
		c := nameChange{path: to, to: node, from: from}
		c.apply(d.names)
		d.renames = append(d.renames, c)
	}
	return err
}

func (d *memDisk) SyncDir(string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.step(); err != nil {
		return err
	}
	if d.flawed {
		return nil
	}
	for _, c := range d.renames {
		c.apply(d.kept)
	}
	d.renames = nil
	return nil
}

func (c nameChange) apply(names map[string]*inode) {
	if c.to == nil {
		delete(names, c.path)
		return
	}
	names[c.path] = c.to
	if c.from != "" {
		delete(names, c.from)
	}
}

func (d *memDisk) Lock(path string) (io.Closer, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.locked[path] {
		return nil, vault.ErrAlreadyOpen
	}
	d.locked[path] = true
	return unlocker{d, path}, nil
}

type unlocker struct {
	disk *memDisk
	path string
}

func (u unlocker) Close() error {
	u.disk.mu.Lock()
	defer u.disk.mu.Unlock()
	delete(u.disk.locked, u.path)
	return nil
}

// survivor returns the disk as the next start of the machine finds it: each
// unsynced name and write is there, or not, or torn.
func (d *memDisk) survivor() *memDisk {
	d.mu.Lock()
	defer d.mu.Unlock()
	next := newMemDisk(d.rng.Uint64())
	for _, c := range d.renames {
		if d.rng.IntN(2) == 0 {
			c.apply(d.kept)
		}
	}
	for path, node := range d.kept {
		image := node.survive(d.rng, d.destroy)
		copied := &inode{seen: image, kept: bytes.Clone(image)}
		next.names[path], next.kept[path] = copied, copied
	}
	return next
}

func (n *inode) survive(rng *rand.Rand, destroy bool) []byte {
	image := bytes.Clone(n.kept)
	for _, c := range n.pending {
		switch luck := rng.IntN(10); {
		case luck < 5:
			image = c.apply(image)
		case luck < 7 && c.data != nil:
			image = c.tear(image, rng, destroy)
		}
	}
	return image
}

func (c change) apply(image []byte) []byte {
	if c.data == nil {
		return resized(image, c.off)
	}
	image = resized(image, max(int64(len(image)), c.off+int64(len(c.data))))
	copy(image[c.off:], c.data)
	return image
}

// tear applies some sectors of a write; the disk may have destroyed the rest
// of the 4096 bytes each lies in.
func (c change) tear(image []byte, rng *rand.Rand, destroy bool) []byte {
	image = resized(image, max(int64(len(image)), c.off+int64(len(c.data))))
	end := c.off + int64(len(c.data))
	for at := c.off; at < end; {
		next := min((at/sector+1)*sector, end)
		switch luck := rng.IntN(8); {
		case luck < 4:
			copy(image[at:next], c.data[at-c.off:])
		case luck == 4 && destroy:
			block := at / 4096 * 4096
			for i := block; i < min(block+4096, int64(len(image))); i++ {
				image[i] = byte(rng.Uint32())
			}
		}
		at = next
	}
	return image
}

func resized(b []byte, size int64) []byte {
	if int64(len(b)) >= size {
		return b[:size]
	}
	return append(b, make([]byte, size-int64(len(b)))...)
}

type memFile struct {
	disk *memDisk
	node *inode
}

func (f *memFile) ReadAt(p []byte, off int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if f.disk.off {
		return 0, errPower
	}
	if off >= int64(len(f.node.seen)) {
		return 0, io.EOF
	}
	n := copy(p, f.node.seen[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f *memFile) WriteAt(p []byte, off int64) (int, error) {
	if err := f.change(change{off, slices.Clone(p)}); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (f *memFile) Truncate(size int64) error { return f.change(change{off: size}) }

// change applies c; one during which the power goes may still reach the disk,
// one that fails may have done a part of its work.
func (f *memFile) change(c change) error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if f.disk.off {
		return errPower
	}
	err := f.disk.step()
	if err == nil && f.disk.full() && c.off+int64(len(c.data)) > int64(len(f.node.seen)) {
		err = syscall.ENOSPC
	}
	if err != nil && !f.disk.off {
		if c.data == nil {
			return err
		}
		c.data = c.data[:f.disk.rng.IntN(len(c.data))]
	}
	f.node.seen = c.apply(f.node.seen)
	f.node.pending = append(f.node.pending, c)
	return err
}

func (f *memFile) Sync() error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.disk.step(); err != nil {
		return err
	}
	f.node.kept, f.node.pending = bytes.Clone(f.node.seen), nil
	if f.disk.onSync != nil {
		f.disk.onSync(f.node)
	}
	return nil
}

func (f *memFile) Size() (int64, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	return int64(len(f.node.seen)), nil
}

func (f *memFile) TryLock() error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if f.node.holder != nil {
		return vault.ErrAlreadyOpen
	}
	f.node.holder = f
	return nil
}

func (f *memFile) Close() error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if f.node.holder == f {
		f.node.holder = nil
	}
	return nil
}

type memInfo struct {
	name string
	size int64
}

func (i memInfo) Name() string     { return i.name }
func (i memInfo) Size() int64      { return i.size }
func (memInfo) Mode() fs.FileMode  { return 0o600 }
func (memInfo) ModTime() time.Time { return time.Time{} }
func (memInfo) IsDir() bool        { return false }
func (memInfo) Sys() any           { return nil }
