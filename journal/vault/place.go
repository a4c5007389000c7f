package vault

import (
	"fmt"
	"os"
)

// An open file keeps taking writes when its name is gone or has become
// another's, and what was saved is then found by nobody. So the vault looks
// whether its name still leads to the open file: when a transaction begins,
// before its pages last, and at the moment that commits it. (SQLite's own
// answer is SQLITE_FCNTL_HAS_MOVED, which its unix VFS has and a Go one can't.)
//
// A transaction that is refused on the way is rolled back by SQLite, which
// takes the same calls that a commit does. They must pass, in the open file,
// wherever it lies now: or it would stay half changed. After one refusal the
// transaction is therefore stranded, until its rollback journal is emptied.

// seize keeps everybody else from the open file, also from one who opens it
// under another name, and makes sure that it is the one path names.
func (v *Vault) seize() error {
	if err := v.file.TryLock(); err != nil {
		return fmt.Errorf("lock the file: %w", classify(err))
	}
	return v.inPlace()
}

// inPlace fails with ErrMoved unless the vault's path names the open file.
func (v *Vault) inPlace() error {
	return v.mustName(v.path, v.file)
}

func (v *Vault) mustName(path string, file diskFile) error {
	same, err := v.disk.Names(path, file)
	if err != nil {
		return fmt.Errorf("look for the file: %w", classify(err))
	}
	if !same {
		return ErrMoved
	}
	return nil
}

// mayGoOn refuses a step towards a commit when check fails. The steps after
// that are SQLite's way back.
func (v *Vault) mayGoOn(check error) error {
	if v.stranded {
		return nil
	}
	v.stranded = check != nil
	return check
}

// begin is called before the first write of a transaction. A rollback journal
// that somebody deleted between two transactions held nothing: it is made anew.
func (f *journalFile) begin() error {
	v := f.vault
	if err := v.inPlace(); err != nil {
		return err
	}
	v.stranded = false
	path := v.path + journalSuffix
	if same, err := v.disk.Names(path, f.rollback.file); same || err != nil {
		return classify(err)
	}
	old := f.rollback.file
	f.rollback, f.synced, f.mode = nil, false, f.mode|os.O_CREATE
	if err := old.Close(); err != nil {
		return fmt.Errorf("close the lost rollback journal: %w", classify(err))
	}
	if err := f.open(); err != nil {
		return err
	}
	return f.rollback.reset() // of whatever lies there now
}

// lasting is called before the rollback journal is synced, after which the
// first page is written: without its name the journal could not undo that.
func (f *journalFile) lasting() error {
	v := f.vault
	if f.rollback.size == 0 {
		return nil
	}
	return v.mayGoOn(v.mustName(v.path+journalSuffix, f.rollback.file))
}

// end is called before the rollback journal is emptied or deleted, which is how
// SQLite commits and how it ends a rollback.
func (v *Vault) end() error {
	if err := v.mayGoOn(v.inPlace()); err != nil {
		return err
	}
	v.stranded = false
	return nil
}
