package entries_test

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/google/uuid"

	"mend/journal"
)

// memory is a store in memory that can be made to fail.
type memory struct {
	entries map[uuid.UUID]journal.Entry
	bin     map[uuid.UUID]journal.Entry
	past    map[uuid.UUID][]journal.Revision
	fail    error    // returned by every write
	deaf    error    // returned by every read
	calls   []string // the writes, by name
	anew    []bool   // what each update was told
	queries []string // what was listed for
	before  func()   // called before a write is done
	profile journal.Profile
	renamed []renaming
}

func newMemory(entries ...journal.Entry) *memory {
	m := &memory{entries: map[uuid.UUID]journal.Entry{}, bin: map[uuid.UUID]journal.Entry{},
		past: map[uuid.UUID][]journal.Revision{}}
	for _, e := range entries {
		m.entries[e.ID] = e.Clone()
	}
	return m
}

func (m *memory) begin(call string) error {
	m.calls = append(m.calls, call)
	if m.before != nil {
		m.before()
	}
	return m.fail
}

func (m *memory) CreateEntry(_ context.Context, e journal.Entry) (journal.Entry, error) {
	if err := m.begin("create"); err != nil {
		return journal.Entry{}, err
	}
	if err := e.Check(); err != nil {
		return journal.Entry{}, err
	}
	if _, ok := m.entries[e.ID]; ok {
		return journal.Entry{}, journal.ErrExists
	}
	m.entries[e.ID] = e.Clone()
	return e, nil
}

func (m *memory) UpdateEntry(_ context.Context, e journal.Entry, beginsAnew bool) (journal.Entry, error) {
	if err := m.begin("update"); err != nil {
		return journal.Entry{}, err
	}
	if err := e.Check(); err != nil {
		return journal.Entry{}, err
	}
	if _, ok := m.entries[e.ID]; !ok {
		return journal.Entry{}, journal.ErrNotFound
	}
	m.anew = append(m.anew, beginsAnew)
	if old := m.entries[e.ID]; beginsAnew && !old.SameText(e) {
		m.past[e.ID] = append(m.past[e.ID], journal.Revision{At: old.Edited, Title: old.Title, Body: old.Body, Fields: old.Fields})
	}
	m.entries[e.ID] = e.Clone()
	return e, nil
}

func (m *memory) GetEntry(_ context.Context, id uuid.UUID) (journal.Entry, error) {
	if e, ok := m.entries[id]; ok {
		return e.Clone(), m.deaf
	}
	if e, ok := m.bin[id]; ok {
		return e.Clone(), m.deaf
	}
	return journal.Entry{}, journal.ErrNotFound
}

func (m *memory) ListRevisions(_ context.Context, id uuid.UUID) ([]journal.Revision, error) {
	return slices.Clone(m.past[id]), m.deaf
}

func (m *memory) DeleteEntry(_ context.Context, id uuid.UUID) error {
	return m.move("delete", id, m.entries, m.bin)
}

func (m *memory) RestoreEntry(_ context.Context, id uuid.UUID) error {
	return m.move("restore", id, m.bin, m.entries)
}

func (m *memory) PurgeEntry(_ context.Context, id uuid.UUID) error {
	return m.move("purge", id, m.bin, map[uuid.UUID]journal.Entry{})
}

func (m *memory) EmptyBin(context.Context) (int, error) {
	n := len(m.bin)
	if err := m.begin("empty"); err != nil {
		return 0, err
	}
	clear(m.bin)
	return n, nil
}

func (m *memory) move(call string, id uuid.UUID, from, to map[uuid.UUID]journal.Entry) error {
	if err := m.begin(call); err != nil {
		return err
	}
	e, ok := from[id]
	if !ok {
		return journal.ErrNotFound
	}
	delete(from, id)
	to[id] = e
	return nil
}

func (m *memory) chosen(f journal.EntryFilter) []journal.Entry {
	var out []journal.Entry
	from := m.entries
	if f.InBin {
		from = m.bin
	}
	for _, e := range from {
		all := matches(e, f)
		for _, word := range strings.Fields(strings.ToLower(f.Query)) {
			said := func(a journal.Answer) bool { return a.Says(word) && a.IsGiven(e.Page, e.Fields) }
			all = all && (strings.Contains(strings.ToLower(e.Title+" "+e.Body+" "+strings.Join(e.Tags, " ")+" "+strings.Join(slices.Collect(maps.Values(e.Fields)), " ")), word) || slices.ContainsFunc(f.Answers, said))
		}
		if all {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b journal.Entry) int {
		return cmp.Or(b.At.Compare(a.At), strings.Compare(b.ID.String(), a.ID.String()))
	})
	return out
}

func (m *memory) ListEntries(_ context.Context, f journal.EntryFilter) ([]journal.EntrySummary, error) {
	if m.deaf != nil {
		return nil, m.deaf
	}
	m.queries = append(m.queries, f.Query)
	all := m.chosen(f)
	from := min(f.Offset, len(all))
	var out []journal.EntrySummary
	for _, e := range all[from:min(from+f.Limit, len(all))] {
		out = append(out, journal.EntrySummary{
			ID: e.ID, At: e.At, Title: e.Title, FirstLine: journal.FirstLine(e.Body, journal.FirstLineRunes),
			Feelings: f.Felt.Named(e.Feelings, e.Page, e.Fields), Stage: e.Stage, Step: e.Step, Page: e.Page, Tags: e.Tags, KeepOut: e.KeepOut, Starred: e.Starred,
			Snippet: journal.SnippetBeside(e.Title, f.Query, e.Body, journal.SayAnswers(f.Answers, e.Page, e.Fields)),
		})
	}
	return out, nil
}

func (m *memory) CountMonths(_ context.Context, f journal.EntryFilter) ([]journal.MonthCount, error) {
	if m.deaf != nil {
		return nil, m.deaf
	}
	var out []journal.MonthCount
	for _, e := range m.chosen(f) {
		month := e.At.Format("2006-01")
		if len(out) == 0 || out[len(out)-1].Month != month {
			out = append(out, journal.MonthCount{Month: month})
		}
		out[len(out)-1].Count++
	}
	return out, nil
}

func (m *memory) ListTags(context.Context) ([]string, error) {
	return []string{"evening walk", "promise", "phone call"}, m.deaf
}

func (m *memory) ListFeelings(context.Context, journal.PageKeys) ([]journal.FeelingUse, error) {
	if m.deaf != nil {
		return nil, m.deaf
	}
	uses := []journal.FeelingUse{{Word: "hurt", Entries: 5}, {Word: "thin-skinned", Entries: 3}, {Word: "wobbly", Entries: 1}}
	for _, r := range m.renamed {
		for i, use := range uses {
			if use.Word == r.from {
				uses[i].Word = r.to
			}
		}
	}
	return uses, nil
}

// renaming is a word and what it became.
type renaming struct{ from, to string }

func (m *memory) RenameFeeling(_ context.Context, from, to string, fields journal.PageKeys) (int, error) {
	if err := m.begin("rename"); err != nil {
		return 0, err
	}
	m.renamed = append(m.renamed, renaming{from, to})
	n := 0
	for id, e := range m.entries {
		felt, filled := journal.RenameFeeling(e.Feelings, from, to), fields.RenameFeeling(e.Page, e.Fields, from, to)
		if !slices.Equal(felt, e.Feelings) || !maps.Equal(filled, e.Fields) {
			e.Feelings, e.Fields = felt, filled
			m.entries[id] = e
			n++
		}
	}
	return n, nil
}

func (m *memory) GetProfile(context.Context) (journal.Profile, error) { return m.profile, m.deaf }

func (m *memory) UpdateProfile(_ context.Context, p journal.Profile) error {
	if err := m.begin("profile"); err != nil {
		return err
	}
	m.profile = p
	return nil
}
