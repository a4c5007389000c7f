package store_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"mend/journal"
	"mend/journal/store"
)

func TestCheckFindsNothing(t *testing.T) {
	b := lived(t)
	var last, total int64
	findings, err := b.Check(t.Context(), func(done, of int64) {
		if done < last || done > of {
			t.Errorf("progress went from %d to %d of %d", last, done, of)
		}
		last, total = done, of
	})
	must(t, err)
	equal(t, findings, []journal.Finding(nil))
	if last == 0 || last != total {
		t.Errorf("progress ended at %d of %d", last, total)
	}
}

// TestCheckFinds breaks a record and looks for it. The word written everywhere
// must be in no finding.
func TestCheckFinds(t *testing.T) {
	const secret = "quokkacanary"
	tests := map[string]struct{ statement, where string }{
		"a moment":         {"UPDATE entry SET at = 'quokkacanary'", "entry row 1"},
		"a feeling":        {"UPDATE entry SET feelings = 'quokkacanary'", "entry row 1"},
		"fields":           {"UPDATE entry_text SET fields = 'quokkacanary'", "entry row 1"},
		"a rule":           {"UPDATE entry SET felt_before = 9", "entry "},
		"a revision":       {"UPDATE revision SET at = 'quokkacanary'", "entry "},
		"the search index": {"UPDATE search_segdir SET end_block = 0, root = x'00'", "database"},
		"a missing text":   {"DELETE FROM entry_text", "entry row 1"},
		"an index": {`PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'entry_stage';
			PRAGMA writable_schema = RESET`, "database"},
		"an orphan":      {"PRAGMA foreign_keys = OFF; INSERT INTO tag (entry, n, name) VALUES (99, 0, 'quokkacanary')", "table tag"},
		"a tick":         {"UPDATE tick SET at = 'quokkacanary'", "database"},
		"a stage state":  {"UPDATE stage_state SET state = 'quokkacanary'", "stage state"},
		"the profile":    {"UPDATE profile SET role = 'quokkacanary'", "profile"},
		"no profile":     {"DELETE FROM profile", "profile"},
		"a day":          {"UPDATE entry SET day = '2001-01-01'", "entry "},
		"a first line":   {"UPDATE entry SET first_line = 'quokkacanary 2'", "entry "},
		"a lost tag":     {"UPDATE entry SET tags = 'other'", "entry "},
		"a lost feeling": {"DELETE FROM feeling", "entry "},
		"a stale title":  {"UPDATE entry_text SET title = 'other'", "entry "},
		"own words":      {"UPDATE own SET what = 'quokkacanary'", "own record 1"},
		"an own kind":    {"UPDATE own SET kind = 'quokkacanary'", "own record 1"},
		"an own id":      {"UPDATE own SET id = 'quokkacanary'", "own record 1"},
		"an own moment":  {"UPDATE own SET instant = x'00'", "own record 1"},
		"an own rule":    {`UPDATE own SET what = replace(what, '"name":"quokkacanary"', '"name":""')`, "own record 1"},
		"not plain text": {"UPDATE entry_text SET body = 'a' || char(0) || 'quokkacanary'", "entry "},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b := newBox(t)
			e := b.add(t, journal.Entry{Title: secret, Body: secret, Stage: "hope", Tags: []string{secret}})
			e.Body, e.Feelings = "2", []journal.Feeling{{Word: secret, Intensity: 2}}
			_, err := b.UpdateEntry(t.Context(), e, true)
			must(t, err)
			_, err = b.Tick(t.Context(), journal.Tick{Step: "a", Note: secret})
			must(t, err)
			_, err = b.SetStageState(t.Context(), journal.StageState{Stage: "a", State: journal.Working, Reason: secret})
			must(t, err)
			_, err = b.SetContact(t.Context(), journal.Contact{Name: secret})
			must(t, err)
			must(t, b.Exec(t.Context(), tt.statement))
			b.reopen(t)

			findings, err := b.Check(t.Context(), nil)
			must(t, err)
			found := false
			for _, f := range findings {
				found = found || strings.HasPrefix(f.Where, tt.where)
				if strings.Contains(f.Where+f.What, secret) {
					t.Errorf("a finding quotes the journal: %v", f)
				}
			}
			if !found {
				t.Errorf("nothing was found at %q, only %v", tt.where, findings)
			}
		})
	}
}

// TestDamagedPages flips one bit in every page. The journal must say so, on
// opening or by Check, and never panic.
func TestDamagedPages(t *testing.T) {
	b := lived(t)
	must(t, b.Close())
	whole, err := os.ReadFile(b.path)
	must(t, err)
	const header, page = 16384, 4096
	for at := header; at < len(whole); at += page {
		damaged := append([]byte(nil), whole...)
		damaged[at+page/2] ^= 4
		must(t, os.WriteFile(b.path, damaged, 0o600))
		s, err := store.Open(t.Context(), b.path, passphrase, b.options())
		if err != nil {
			if !errors.Is(err, journal.ErrDamaged) {
				t.Errorf("page %d: opening fails with %v", (at-header)/page+1, err)
			}
			continue
		}
		findings, err := s.Check(t.Context(), nil)
		if err != nil || len(findings) == 0 {
			t.Errorf("page %d: %d findings, %v", (at-header)/page+1, len(findings), err)
		}
		must(t, s.Close())
	}
}

func TestCheckCancelled(t *testing.T) {
	b := lived(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := b.Check(ctx, func(int64, int64) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	equal(t, len(titles(t, b, journal.EntryFilter{})), 1)
}
