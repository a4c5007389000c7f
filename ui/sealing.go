package ui

import (
	"context"

	"mend/ui/settings"
)

// keysOf is what Settings needs to change what opens the journal of s; byCode
// says that its recovery code opened it.
func (w *Window) keysOf(s *session, byCode bool) settings.Keys {
	return settings.Keys{
		Store:     sealing{s.journal, s.ending},
		NewCode:   w.ports.Keys.NewCode,
		Purging:   func(ctx context.Context) settings.Purge { return w.ports.Keys.Purging(ctx, s.journal.Journal) },
		Forgotten: byCode,
	}
}

// sealing is what opens a journal, whose long work ends with the session: a
// window that goes away waits for what is being done to a journal.
type sealing struct {
	settings.KeyStore
	ending context.Context
}

// NewKey implements settings.KeyStore.
func (s sealing) NewKey(ctx context.Context, passphrase []byte, progress func(done, total int64)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(s.ending, cancel)()
	return s.KeyStore.NewKey(ctx, passphrase, progress)
}
