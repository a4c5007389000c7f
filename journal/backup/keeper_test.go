package backup_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mend/journal"
	"mend/journal/backup"
)

// keeper returns a Keeper of the box, which follows its clock.
func (b *box) keeper() *backup.Keeper {
	return &backup.Keeper{
		Source: b.Store, Clock: b.Clock,
		Folder: func(context.Context) (backup.Folder, error) { return b.Folder, nil },
	}
}

// daily makes the backup of the day if it is due, and tells whether it was.
func (b *box) daily(k *backup.Keeper) bool {
	b.t.Helper()
	u, err := k.Daily(b.t.Context())
	b.must(err)
	if u == nil {
		return false
	}
	_, err = k.Prove(b.t.Context(), u)
	b.must(err)
	return true
}

func TestDailyIsOfTheDayAndOfAChange(t *testing.T) {
	b := newBox(t)
	k := b.keeper()
	steps := []struct {
		name string
		do   func()
		want bool
	}{
		{"the first day", func() {}, true},
		{"changed on the same day", func() { b.write("one") }, false},
		{"the next day", func() { b.now = b.now.AddDate(0, 0, 1) }, true},
		{"once more", func() {}, false},
		{"a day later, unchanged", func() { b.now = b.now.AddDate(0, 0, 1) }, false},
		{"changed after it was looked", func() { b.write("two") }, false},
		{"a day later", func() { b.now = b.now.AddDate(0, 0, 1) }, true},
		{"opened again on that day", func() { k = b.keeper() }, false},
	}
	for _, step := range steps {
		step.do()
		if got := b.daily(k); got != step.want {
			t.Errorf("%s: made %v, want %v", step.name, got, step.want)
		}
	}
	equal(t, len(b.list()), 3)
}

func TestDailyHoldsTheChangeThatFollows(t *testing.T) {
	b := newBox(t)
	b.write("before")
	k := b.keeper()
	var u *backup.Unverified
	b.BeforeWrite(func(ctx context.Context) {
		fresh, err := k.Daily(ctx)
		b.must(err)
		if fresh != nil {
			u = fresh
		}
	})
	b.write("after")
	made, err := k.Prove(t.Context(), u)
	b.must(err)
	equal(t, titles(t, made.Path), []string{"before"})
}

func TestDailyThatFailsIsToldOnceAndTriedAtTheNextOpening(t *testing.T) {
	b := newBox(t)
	b.Dir = filepath.Join(t.TempDir(), "not there", "either")
	k := b.keeper()
	if _, err := k.Daily(t.Context()); !errors.Is(err, journal.ErrMissing) {
		t.Errorf("without a folder: %v", err)
	}
	equal(t, b.daily(k), false)
	b.must(os.Mkdir(filepath.Dir(b.Dir), 0o700))
	equal(t, b.daily(b.keeper()), true)
}

func TestDailyThatIsStoppedIsDoneLater(t *testing.T) {
	b := newBox(t)
	k := b.keeper()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := k.Daily(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	equal(t, b.daily(k), true)
}

func TestKeeperMakesWhereItIsAsked(t *testing.T) {
	b := newBox(t)
	k := b.keeper()
	other := filepath.Join(t.TempDir(), "others")
	made, err := k.Make(t.Context(), other)
	b.must(err)
	equal(t, filepath.Dir(made.Path), other)
	b.now = b.now.Add(time.Minute)
	_, err = k.Make(t.Context(), "")
	b.must(err)
	copies, err := k.List(t.Context())
	b.must(err)
	if len(copies) != 1 || !copies[0].Verified {
		t.Errorf("listed %v", copies)
	}
}

func TestProofOutlivesClosing(t *testing.T) {
	b := newBox(t)
	b.write("one")
	k := b.keeper()
	u, err := k.Daily(t.Context())
	b.must(err)
	b.must(b.Store.Close())
	if _, err := k.Prove(t.Context(), u); err == nil {
		t.Fatal("a closed journal proved a copy: it has no keys")
	}
	// It was the only copy, so it stays, and does not count.
	copies, err := k.List(t.Context())
	b.must(err)
	if len(copies) != 1 || copies[0].Verified {
		t.Errorf("listed %v", copies)
	}
}
