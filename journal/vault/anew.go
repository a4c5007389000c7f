package vault

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
)

// copying makes one file anew from another.
type copying struct {
	Renewal
	from  *Vault
	total int64          // pages
	free  map[int64]bool // pages that hold nothing and need not open
	done  int64          // steps told to Progress
}

func (c *copying) begin() (err error) {
	v := c.from
	if c.total, _, err = v.extent(); err != nil {
		return err
	}
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return ErrClosed
	}
	c.free = v.pages.freeLeaves(c.total)
	return nil
}

// step tells of one page more.
func (c *copying) step(int64, int64) {
	c.done++
	if c.Progress != nil {
		c.Progress(c.done, 3*c.total)
	}
}

// write makes the new file, which is synced and closed when it returns.
func (c *copying) write(ctx context.Context, s secret) error {
	cost, err := c.Options.cost()
	if err != nil {
		return err
	}
	if err := c.from.sweep(); err != nil {
		return err
	}
	made := &Vault{path: c.from.path + newKeySuffix, disk: c.from.disk}
	if made.file, err = made.disk.Open(made.path, os.O_RDWR|os.O_CREATE|os.O_EXCL); err != nil {
		return classify(err)
	}
	err = made.fill(s, cost, func() error {
		return c.eachPage(ctx, made.pages.seal)
	})
	return errors.Join(err, made.Close())
}

// prove fails unless both copies of the header and all pages of the new file
// open, say what the old ones say, and pass Check.
func (c *copying) prove(ctx context.Context, made *Vault) error {
	faults, err := made.Verify(ctx, c.step)
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		return damaged("what was just written: %v", faults[0])
	}
	other := make([]byte, pageSize)
	defer clear(other)
	err = c.eachPage(ctx, func(n int64, plain []byte) error {
		if err := made.readPage(n, other); err != nil {
			return err
		}
		if !bytes.Equal(plain, other) {
			return damaged("page %d is not what was just written", n)
		}
		return nil
	})
	if err == nil && c.Check != nil {
		err = c.Check(made)
	}
	if err != nil {
		return err
	}
	return ctx.Err()
}

// eachPage calls visit with every page of the old file in order. A free page is
// all zeros.
func (c *copying) eachPage(ctx context.Context, visit func(n int64, plain []byte) error) error {
	plain := make([]byte, pageSize)
	defer clear(plain)
	for n := int64(1); n <= c.total; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if n != lockPage {
			if err := c.page(n, plain); err != nil {
				return err
			}
			if err := visit(n, plain); err != nil {
				return err
			}
		}
		c.step(n, c.total)
	}
	return nil
}

func (c *copying) page(n int64, plain []byte) error {
	if c.free[n] {
		clear(plain)
		return nil
	}
	err := c.from.readPage(n, plain)
	if err == io.EOF {
		return damaged("page %d is missing", n)
	}
	return err
}
