package main

import (
	"context"
	"path/filepath"

	"github.com/adrg/xdg"

	"mend/journal"
	"mend/journal/place"
	"mend/journal/store"
	"mend/ui"
)

// remembered is what Mend remembers on this computer outside the journal. The
// journal's usual place is in the data folder: the toolkit watches that of the
// configuration.
func remembered() place.Memory {
	return place.Memory{
		Usual: filepath.Join(xdg.DataHome, "mend", "journal.mend"),
		Place: filepath.Join(xdg.ConfigHome, "mend", "place"),
		Seen:  filepath.Join(xdg.StateHome, "mend", "seen"),
	}
}

// opened is an open journal of which it is remembered how far it has come.
type opened struct {
	*store.Store
	older bool // than the one with its id that was open here last
}

// open opens a journal.
func open(ctx context.Context, path string, passphrase []byte) (*opened, error) {
	hideMemory()
	s, err := store.Open(ctx, path, passphrase, protected())
	if err != nil {
		return nil, err
	}
	return seen(ctx, s), nil
}

// openWithCode opens a journal with its recovery code.
func openWithCode(ctx context.Context, path, code string) (*opened, error) {
	hideMemory()
	s, err := store.OpenWithCode(ctx, path, code, protected())
	if err != nil {
		return nil, err
	}
	return seen(ctx, s), nil
}

// seen is a journal that was just opened, compared with what is remembered.
func seen(ctx context.Context, s *store.Store) *opened {
	o := &opened{Store: s}
	o.older = o.see(ctx)
	return o
}

// create makes a journal, and its folder if that is the program's own.
func create(ctx context.Context, path string, passphrase []byte, p journal.Profile) (*opened, error) {
	hideMemory()
	if err := makeOwnFolder(path); err != nil {
		return nil, err
	}
	s, err := store.Create(ctx, path, passphrase, p, protected())
	if err != nil {
		return nil, err
	}
	return &opened{Store: s}, nil
}

// see remembers how far the journal has come, and reports whether it had come
// further before. Where nothing can be remembered it is not.
func (o *opened) see(ctx context.Context) (older bool) {
	id, age, err := o.Age(ctx)
	if err != nil {
		return false
	}
	older, err = remembered().See(id, age)
	return older && err == nil
}

// Close remembers how far the journal has come, and closes it.
func (o *opened) Close() error {
	o.see(context.Background())
	return o.Store.Close()
}

// isOlder reports whether a journal of the window's is an older copy. A sample
// never is.
func isOlder(j ui.Journal) bool {
	o, ok := j.(*opened)
	return ok && o.older
}
