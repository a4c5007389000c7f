package store

import (
	"context"
	"sync/atomic"
)

// before is what runs before every change.
type before struct {
	f atomic.Pointer[func(context.Context)]
}

// BeforeWrite has f run before every change from now on. The change waits for
// it, and is made whatever came of it. f may read and call Backup, and must not
// change anything; nil takes away what was set.
func (s *Store) BeforeWrite(f func(ctx context.Context)) { s.first.f.Store(&f) }

func (b *before) run(ctx context.Context) {
	if f := b.f.Load(); f != nil && *f != nil {
		(*f)(ctx)
	}
}
