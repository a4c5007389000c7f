package backup

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Keeper makes the backups of an open journal. Its methods may be called from
// any goroutine.
type Keeper struct {
	Source Source
	// Folder says where the backups lie; it is asked anew each time.
	Folder func(context.Context) (Folder, error)
	Clock  func() time.Time // as in Folder, for which it is too

	copying sync.Mutex
	day     string     // the last one on which Daily looked
	proving sync.Mutex // one proof after another: each removes older remains
}

// Daily copies the journal if its backup of the day is due; otherwise it
// returns nil. It looks only once a day, whatever comes of it. Who calls it
// meanwhile waits until the copy is there. The result is to be given to Prove.
func (k *Keeper) Daily(ctx context.Context) (*Unverified, error) {
	k.copying.Lock()
	defer k.copying.Unlock()
	today := day(Folder{Clock: k.Clock}.now())
	if k.day == today {
		return nil, nil
	}
	f, err := k.folder(ctx)
	if err != nil {
		return nil, err
	}
	k.day = today
	u, err := k.copyIf(ctx, f, f.Needed)
	if ctx.Err() != nil {
		k.day = "" // it was stopped, and has not failed
	}
	return u, err
}

// Make makes a backup now, in the folder dir, or with "" in the usual one, and
// proves it.
func (k *Keeper) Make(ctx context.Context, dir string) (Copy, error) {
	f, err := k.folder(ctx)
	if err != nil {
		return Copy{}, err
	}
	if dir != "" {
		f.Dir = dir
	}
	k.copying.Lock()
	u, err := k.copyIf(ctx, f, func(context.Context) (bool, error) { return true, nil })
	k.copying.Unlock()
	if err != nil {
		return Copy{}, err
	}
	return k.Prove(ctx, u)
}

// copyIf copies if wanted says so; it is asked while nothing writes.
func (k *Keeper) copyIf(ctx context.Context, f Folder, wanted func(context.Context) (bool, error)) (u *Unverified, err error) {
	err = k.Source.Backup(ctx, func(string) error {
		yes, err := wanted(ctx)
		if err != nil || !yes {
			return err
		}
		u, err = f.Copy(ctx)
		return err
	})
	return u, err
}

// Prove verifies the copy, lets it count, and thins out the older ones. The
// journal may be closed meanwhile.
func (k *Keeper) Prove(ctx context.Context, u *Unverified) (Copy, error) {
	k.proving.Lock()
	defer k.proving.Unlock()
	return u.Prove(func(path string) error { return k.Source.VerifyCopy(ctx, path) })
}

// List returns the copies in the folder, as Folder.List does.
func (k *Keeper) List(ctx context.Context) ([]Copy, error) {
	f, err := k.folder(ctx)
	if err != nil {
		return nil, err
	}
	return f.List()
}

func (k *Keeper) folder(ctx context.Context) (Folder, error) {
	f, err := k.Folder(ctx)
	if err != nil {
		return Folder{}, fmt.Errorf("look for the backup folder: %w", err)
	}
	f.Clock = k.Clock
	return f, nil
}
