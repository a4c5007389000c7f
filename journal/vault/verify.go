package vault

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Fault is one place of the file that is not as it was written. It names the
// place and never what stands there.
type Fault struct {
	Page   int64  // number of the page, from 1; 0 for a copy of the header
	Copy   byte   // 'A' or 'B' for a copy of the header
	Reason string // fixed wording
}

// String says the fault in one line.
func (f Fault) String() string {
	if f.Page == 0 {
		return fmt.Sprintf("header copy %c: %s", f.Copy, f.Reason)
	}
	return fmt.Sprintf("page %d: %s", f.Page, f.Reason)
}

// Verify reads both copies of the header and every page, and lists those that
// do not open. A free page, which holds nothing, may be torn: that is no fault.
// Verify changes nothing and must not run while a transaction does.
// Progress, which may be nil, is told the pages done and their total; ctx ends
// it early with its error.
func (v *Vault) Verify(ctx context.Context, progress func(done, total int64)) ([]Fault, error) {
	faults, err := v.verifyHeaders()
	if err != nil {
		return nil, fmt.Errorf("verify vault: %w", err)
	}
	total, more, err := v.extent()
	if err != nil {
		return nil, fmt.Errorf("verify vault: %w", err)
	}
	var broken []Fault
	for n := int64(1); n <= total; n++ {
		if err := ctx.Err(); err != nil {
			return faults, err
		}
		fault, err := v.verifyPage(n)
		if err != nil {
			return nil, fmt.Errorf("verify vault: %w", err)
		}
		broken = append(broken, fault...)
		if progress != nil {
			progress(n, total)
		}
	}
	faults = append(faults, v.notFree(broken, total)...)
	if more {
		faults = append(faults, Fault{Page: total + 1, Reason: "bytes after the last page"})
	}
	return faults, nil
}

// notFree drops the faults of free pages.
func (v *Vault) notFree(broken []Fault, total int64) []Fault {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if len(broken) == 0 || v.closed {
		return broken
	}
	free := v.pages.freeLeaves(total)
	return slices.DeleteFunc(broken, func(f Fault) bool { return free[f.Page] })
}

func (v *Vault) verifyHeaders() ([]Fault, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return nil, ErrClosed
	}
	if err := v.inPlace(); err != nil {
		return nil, err
	}
	pair, err := readHeaders(v.file)
	if pair == nil {
		return nil, err
	}
	_ = pair.authenticate(v.dataKey) // both copies may be bad: that is a finding
	var faults []Fault
	for i := range pair.copies {
		name := byte('A')
		if pair.places[i] == copyB {
			name = 'B'
		}
		switch {
		case pair.faults[i] != nil:
			faults = append(faults, Fault{Copy: name, Reason: "does not open"})
		case *pair.copies[i] != *v.header:
			faults = append(faults, Fault{Copy: name, Reason: "not the one in use"})
		}
	}
	return faults, nil
}

// extent returns how many pages there should be: what page 1 says, or what the
// file holds; and whether there is more than that.
func (v *Vault) extent() (total int64, more bool, err error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return 0, false, ErrClosed
	}
	whole, rest, err := v.pages.count()
	if err != nil {
		return 0, false, err
	}
	page1 := make([]byte, pageSize)
	said := int64(0)
	if v.pages.open(1, page1) == nil {
		said = pageCount(page1)
	}
	if said == 0 {
		said = whole
	}
	return said, whole > said || rest > 0, nil
}

func (v *Vault) verifyPage(n int64) ([]Fault, error) {
	if n == lockPage {
		return nil, nil
	}
	err := v.readPage(n, make([]byte, pageSize))
	switch {
	case err == nil:
		return nil, nil
	case err == io.EOF:
		return []Fault{{Page: n, Reason: "missing"}}, nil
	case errors.Is(err, ErrDamaged):
		return []Fault{{Page: n, Reason: "does not open"}}, nil
	}
	return nil, err
}

// readPage reads one page while the vault stays as it is.
func (v *Vault) readPage(n int64, plain []byte) error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return ErrClosed
	}
	return v.pages.open(n, plain)
}
