package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

func TestFromVault(t *testing.T) {
	for theirs, ours := range map[error]error{
		vault.ErrWrongPassphrase: journal.ErrWrongPassphrase,
		vault.ErrMalformedCode:   journal.ErrMalformedCode,
		vault.ErrWrongCode:       journal.ErrWrongCode,
		vault.ErrEmptyPassphrase: journal.ErrInvalid,
		vault.ErrDamaged:         journal.ErrDamaged,
		vault.ErrNewerVersion:    journal.ErrNewerVersion,
		vault.ErrNotVault:        journal.ErrNotJournal,
		vault.ErrAlreadyOpen:     journal.ErrAlreadyOpen,
		vault.ErrUnconfirmed:     journal.ErrUnconfirmed,
		vault.ErrMoved:           journal.ErrMoved,
		vault.ErrObstructed:      journal.ErrObstructed,
		vault.ErrReadOnly:        journal.ErrReadOnly,
		vault.ErrNoSpace:         journal.ErrNoSpace,
		vault.ErrExists:          journal.ErrExists,
		vault.ErrMissing:         journal.ErrMissing,
		vault.ErrClosed:          journal.ErrClosed,
	} {
		if got := store.FromVault(fmt.Errorf("wrapped: %w", theirs)); !errors.Is(got, ours) {
			t.Errorf("%v becomes %v", theirs, got)
		}
	}
}

// TestDiskErrors makes the database full or read-only, and sees that the
// journal is as it was and works again afterwards.
func TestDiskErrors(t *testing.T) {
	tests := map[string]struct {
		obstacle, relief string
		want             error
	}{
		"full":      {"PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", journal.ErrNoSpace},
		"read-only": {"PRAGMA query_only = ON", "PRAGMA query_only = OFF", journal.ErrReadOnly},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			b := lived(t)
			before := read(t, b)
			must(t, b.Exec(ctx, tt.obstacle))
			large := journal.Entry{ID: entryID, Body: strings.Repeat("a lot of text ", 10_000), At: noon}
			if _, err := b.CreateEntry(ctx, large); !errors.Is(err, tt.want) {
				t.Errorf("CreateEntry: %v", err)
			}
			_, err := b.Import(ctx, func(sink journal.Sink) error { return sink.PutEntry(large, nil) })
			if !errors.Is(err, tt.want) {
				t.Errorf("Import: %v", err)
			}
			equal(t, read(t, b), before)
			must(t, b.Exec(ctx, tt.relief))
			b.add(t, large)
			findings, err := b.Check(ctx, nil)
			must(t, err)
			equal(t, findings, []journal.Finding(nil))
		})
	}
}

// TestErrorsKeepSecrets provokes every error it can with a word in every place
// a person writes to, and looks for the word.
func TestErrorsKeepSecrets(t *testing.T) {
	const secret = "quokkacanary"
	ctx := t.Context()
	entry := full()
	entry.Title, entry.Body = secret, secret
	entry.Tags, entry.Feelings = []string{secret}, []journal.Feeling{{Word: secret, Intensity: 1}}
	entry.Fields = map[string]string{secret: secret}
	provoke := func(b *box) []error {
		var errs []error
		note := func(_ any, err error) { errs = append(errs, err) }
		bad := entry
		bad.ID, bad.Before = uuid.New(), 9
		note(b.CreateEntry(ctx, bad))
		note(b.UpdateEntry(ctx, bad, true))
		note(b.CreateEntry(ctx, entry))
		changed := entry
		changed.Body += secret
		note(b.UpdateEntry(ctx, changed, true))
		note(b.GetEntry(ctx, entry.ID))
		note(b.ListRevisions(ctx, entry.ID))
		note(b.ListEntries(ctx, journal.EntryFilter{Query: secret + " \x00"}))
		note(b.ListEntries(ctx, journal.EntryFilter{Query: secret + " \" (", Tags: []string{secret}, Feelings: []journal.Feeling{{Word: secret}}}))
		note(b.ListEntries(ctx, journal.EntryFilter{}))
		note(nil, b.EachEntry(ctx, journal.EntryFilter{}, func(journal.Entry) error { return nil }))
		note(b.Tick(ctx, journal.Tick{Step: secret + "\n", Note: secret}))
		note(b.Tick(ctx, journal.Tick{Step: secret, Note: secret}))
		note(b.ListTicks(ctx))
		note(b.SetStageState(ctx, journal.StageState{Stage: secret, State: secret, Reason: secret}))
		note(b.ListStageStates(ctx))
		note(nil, b.UpdateProfile(ctx, journal.Profile{Role: secret, Guide: secret}))
		note(b.GetProfile(ctx))
		note(b.Import(ctx, func(sink journal.Sink) error { return sink.PutEntry(bad, nil) }))
		return errs
	}
	failures := 0
	for _, breakage := range []string{
		"SELECT 1",
		"UPDATE entry SET at = 'quokkacanary', feelings = 'quokkacanary'",
		"UPDATE entry_text SET fields = 'quokkacanary'",
		"UPDATE revision SET at = 'quokkacanary'; UPDATE tick SET at = 'quokkacanary'; UPDATE stage_state SET at = 'quokkacanary'",
		"DROP TABLE search; DROP TABLE token; DROP TABLE profile",
		"PRAGMA query_only = ON", "PRAGMA max_page_count = 1",
	} {
		b := newBox(t)
		b.add(t, entry)
		_, err := b.UpdateEntry(ctx, journal.Entry{ID: entry.ID, Title: secret}, true)
		must(t, err)
		_, err = b.Tick(ctx, journal.Tick{Step: secret, Note: secret})
		must(t, err)
		_, err = b.SetStageState(ctx, journal.StageState{Stage: secret, State: journal.Working})
		must(t, err)
		must(t, b.Exec(ctx, breakage))
		for _, err := range provoke(b) {
			if err == nil {
				continue
			}
			failures++
			if strings.Contains(err.Error(), secret) {
				t.Errorf("after %q: %v", breakage, err)
			}
		}
	}
	if failures < 50 {
		t.Errorf("only %d errors were provoked", failures)
	}
}
