//go:build linux

package main_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// expectNoTraces looks at what a session leaves behind beside the journal: how
// the window looked and nothing else, for the person's eyes only.
func (h home) expectNoTraces(t *testing.T) {
	t.Helper()
	content, err := os.ReadFile(h.path("config", "fyne", "app.mend.journal", "preferences.json"))
	if err != nil {
		t.Fatal(err)
	}
	var kept map[string]any
	if err := json.Unmarshal(content, &kept); err != nil {
		t.Fatal(err)
	}
	if _, there := kept["text-scale"]; !there {
		t.Error("the text size was changed and is not kept: the rest proves nothing")
	}
	delete(kept, "text-scale")
	delete(kept, "look")
	if len(kept) > 0 {
		t.Errorf("the preferences also hold %q", slices.Sorted(maps.Keys(kept)))
	}
	for _, folder := range []string{"config", "data", "cache"} {
		h.expectPrivate(t, folder)
	}
}

// expectPrivate looks whether nobody else may read what lies below a folder.
func (h home) expectPrivate(t *testing.T, folder string) {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(h.path(folder), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if open := info.Mode().Perm() & 0o077; open != 0 {
			t.Errorf("%s is open to others: %v", entry.Name(), info.Mode())
		}
		seen++
		return nil
	})
	if err != nil || seen == 0 {
		t.Errorf("nothing was looked at in %s: %v", folder, err)
	}
}
