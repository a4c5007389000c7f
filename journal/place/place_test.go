package place_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mend/journal"
	"mend/journal/place"
)

// newMemory is empty, in folders that are not there yet.
func newMemory(t *testing.T) place.Memory {
	folder := t.TempDir()
	return place.Memory{
		Usual: filepath.Join(folder, "data", "journal.mend"),
		Place: filepath.Join(folder, "config", "mend", "place"),
		Seen:  filepath.Join(folder, "state", "mend", "seen"),
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestPlaceIsRememberedUntilItIsTheUsualOne(t *testing.T) {
	m := newMemory(t)
	if got := m.Journal(); got != m.Usual {
		t.Errorf("at first %q", got)
	}
	elsewhere := filepath.Join(t.TempDir(), "a stick, with spaces", "us.mend")
	must(t, m.Remember(elsewhere))
	if got := m.Journal(); got != elsewhere {
		t.Errorf("remembered %q", got)
	}
	info, err := os.Stat(m.Place)
	must(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the file has mode %v", info.Mode())
	}
	if content, _ := os.ReadFile(m.Place); string(content) != elsewhere+"\n" {
		t.Errorf("the file holds %q", content)
	}
	must(t, m.Remember(m.Usual))
	if _, err := os.Stat(filepath.Dir(m.Place)); err == nil || m.Journal() != m.Usual {
		t.Errorf("back at the usual place: %q, %v", m.Journal(), err)
	}
}

func TestPlaceThatCantBeRememberedChangesNothing(t *testing.T) {
	m := newMemory(t)
	for _, path := range []string{"", "us.mend", "/a\nb/us.mend"} {
		if err := m.Remember(path); !errors.Is(err, journal.ErrInvalid) || m.Journal() != m.Usual {
			t.Errorf("%q: %v, then %q", path, err, m.Journal())
		}
	}
	must(t, os.MkdirAll(filepath.Dir(filepath.Dir(m.Place)), 0o700))
	must(t, os.WriteFile(filepath.Dir(m.Place), nil, 0o600)) // in the way
	if err := m.Remember("/media/us.mend"); err == nil || m.Journal() != m.Usual {
		t.Errorf("with a file in the way: %v, then %q", err, m.Journal())
	}
}

func TestPlaceFileOfSomebodyElseIsNoPlace(t *testing.T) {
	m := newMemory(t)
	must(t, os.MkdirAll(filepath.Dir(m.Place), 0o700))
	for _, content := range []string{"", "\n", "relative/us.mend\n", "/cut/short", "/two\n/lines\n"} {
		must(t, os.WriteFile(m.Place, []byte(content), 0o600))
		if got := m.Journal(); got != m.Usual {
			t.Errorf("%q is taken for %q", content, got)
		}
	}
}

func TestSeen(t *testing.T) {
	m := newMemory(t)
	one, two := [16]byte{1}, [16]byte{2}
	for _, step := range []struct {
		id    [16]byte
		age   journal.Age
		older bool
	}{
		{one, journal.Age{Sequence: 1, Changes: 9}, false},
		{one, journal.Age{Sequence: 1, Changes: 9}, false},
		{one, journal.Age{Sequence: 1, Changes: 8}, true},
		{two, journal.Age{Sequence: 1, Changes: 2}, false},
		{one, journal.Age{Sequence: 2, Changes: 9}, false},
		{one, journal.Age{Sequence: 1, Changes: 99}, true},
		{two, journal.Age{Sequence: 1, Changes: 1}, true},
	} {
		older, err := m.See(step.id, step.age)
		must(t, err)
		if older != step.older {
			t.Errorf("%v of %v: older %v", step.age, step.id[0], older)
		}
	}
	must(t, m.Forget(one))
	if older, _ := m.See(one, journal.Age{}); older {
		t.Error("what was forgotten is remembered")
	}
	must(t, m.Forget(one))
	must(t, m.Forget(two))
	if _, err := os.Stat(filepath.Dir(m.Seen)); err == nil || m.Knows(two) {
		t.Error("with nothing to remember a file is left")
	}
}

func TestSeenOutlivesADamagedFile(t *testing.T) {
	m := newMemory(t)
	one := [16]byte{1}
	_, err := m.See(one, journal.Age{Sequence: 3})
	must(t, err)
	content, err := os.ReadFile(m.Seen)
	must(t, err)
	must(t, os.WriteFile(m.Seen, []byte("nonsense\n00 1\n"+strings.Repeat("x", 100)+"\n"+string(content)), 0o600))
	if older, err := m.See(one, journal.Age{Sequence: 2}); !older || err != nil {
		t.Errorf("older %v, %v", older, err)
	}
}
