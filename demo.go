package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/journal/store"
)

const (
	demoPassphrase = "demo"
	demoNotice     = "This is a sample journal: nothing in it is kept when you close the window. Its passphrase is demo."
)

// demo is a throw-away journal in a folder of its own.
type demo struct {
	folder string
	store  *store.Store
}

func openDemo() (*demo, error) {
	folder, err := os.MkdirTemp("", "mend-demo-")
	if err != nil {
		return nil, fmt.Errorf("demo folder: %w", journal.ErrReadOnly)
	}
	d := &demo{folder: folder}
	if d.store, err = fillDemo(filepath.Join(folder, "sample.mend")); err != nil {
		d.remove()
		return nil, err
	}
	return d, nil
}

func fillDemo(path string) (*store.Store, error) {
	ctx := context.Background()
	profile := journal.Profile{Role: journal.Unsure, Guide: journal.DefaultGuide}
	s, err := store.Create(ctx, path, []byte(demoPassphrase), profile, store.Options{})
	if err != nil {
		return nil, err
	}
	_, err = s.Import(ctx, func(sink journal.Sink) error { return guide.LoadSample(assets.FS, time.Now(), sink) })
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (d *demo) remove() {
	if d.store != nil {
		d.store.Close()
	}
	os.RemoveAll(d.folder)
}
