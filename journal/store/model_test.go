package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"mend/journal"
)

// TestModel does random things to a journal and to a plain map, locking and
// killing the journal and changing its passphrase, recovery code and key in
// between, and sees that both hold the same.
func TestModel(t *testing.T) {
	hot := 0
	rapid.Check(t, func(r *rapid.T) {
		m := &model{box: newBox(t), entries: map[uuid.UUID]journal.Entry{}}
		r.Repeat(map[string]func(*rapid.T){
			"":           m.compare,
			"create":     m.create,
			"update":     m.update,
			"delete":     m.delete,
			"restore":    m.restore,
			"purge":      m.purge,
			"import":     m.put,
			"rename":     m.rename,
			"tick":       m.tick,
			"lock":       m.lock(t),
			"passphrase": m.changePassphrase,
			"setCode":    m.setCode,
			"removeCode": m.removeCode,
			"newKey":     m.newKey,
			"killIdle":   m.killIdle(t),
			"killSaving": m.killSaving(t),
		})
		if findings, err := m.box.Check(t.Context(), nil); err != nil || len(findings) > 0 {
			r.Fatalf("Check: %v, %v", findings, err)
		}
		must(t, m.box.Close())
		hot += m.hot
	})
	if hot == 0 {
		t.Error("no journal was killed in the middle of a save")
	}
}

type model struct {
	box         *box
	former      [][]byte // passphrases that opened it before
	code        string   // the recovery code, "" for none
	formerCodes []string
	hot         int // rollback journals left behind by kills
	entries     map[uuid.UUID]journal.Entry
	ticks       []journal.Tick
}

// words are few, so that entries share them, and short, so that one is the
// beginning of another.
var words = rapid.SampledFrom([]string{"a", "ab", "abc", "Äb", "b", "ba", "東", "東京", "\"x", "*", "😀"})

var text = rapid.Custom(func(r *rapid.T) string {
	return strings.Join(rapid.SliceOfN(words, 0, 5).Draw(r, "words"), " ")
})

var entries = rapid.Custom(func(r *rapid.T) journal.Entry {
	offset := rapid.IntRange(-12*60, 14*60).Draw(r, "offset")
	e := journal.Entry{
		At:    noon.Add(time.Duration(rapid.IntRange(-1000, 1000).Draw(r, "hours")) * time.Hour).In(time.FixedZone("", offset*60)),
		Title: text.Draw(r, "title"), Body: text.Draw(r, "body"),
		Stage: rapid.SampledFrom([]string{"", "hope", "trust"}).Draw(r, "stage"), Page: rapid.SampledFrom([]string{"p", "q"}).Draw(r, "page"),
		Starred: rapid.Bool().Draw(r, "starred"),
	}
	for _, word := range rapid.SliceOfN(words, 0, 3).Draw(r, "marks") {
		e.Tags = append(e.Tags, word)
		e.Feelings = append(e.Feelings, journal.Feeling{Word: word, Intensity: 3})
	}
	if rapid.Bool().Draw(r, "fields") {
		e.Fields = map[string]string{"k": text.Draw(r, "value"), "now": named.Draw(r, "named"),
			"is": rapid.SampledFrom([]string{"", "1", "2", "2\n1", "own words", "12"}).Draw(r, "answer")}
	}
	return e
})

// named is the value of a field in which feelings are named, or one that can't
// be read.
var named = rapid.Custom(func(r *rapid.T) string {
	var lines []string
	for _, word := range rapid.SliceOfN(words, 0, 3).Draw(r, "words") {
		lines = append(lines, word+rapid.SampledFrom([]string{"", ":1", ":5", ":0"}).Draw(r, "strength"))
	}
	return strings.Join(lines, "\n")
})

// some returns one of the entries, or skips.
func (m *model) some(r *rapid.T) journal.Entry {
	if len(m.entries) == 0 {
		r.Skip("no entries")
	}
	ids := make([]uuid.UUID, 0, len(m.entries))
	for id := range m.entries {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return strings.Compare(a.String(), b.String()) })
	return m.entries[rapid.SampledFrom(ids).Draw(r, "id")]
}

func (m *model) create(r *rapid.T) {
	now := m.box.clock.pass(time.Minute)
	e := entries.Draw(r, "entry")
	kept, err := m.box.CreateEntry(r.Context(), e)
	must(r, err)
	e.ID, e.Created, e.Edited = kept.ID, now, now
	m.entries[e.ID] = e
}

func (m *model) update(r *rapid.T) {
	old := m.some(r)
	now := m.box.clock.pass(time.Minute)
	e := entries.Draw(r, "entry")
	e.ID, e.Created, e.Edited, e.Deleted = old.ID, old.Created, now, old.Deleted
	_, err := m.box.UpdateEntry(r.Context(), e, rapid.Bool().Draw(r, "anew"))
	must(r, err)
	if e.SameText(old) { // then it may be no change at all
		kept, err := m.box.GetEntry(r.Context(), e.ID)
		must(r, err)
		e.Edited = kept.Edited
	}
	m.entries[e.ID] = e
}

func (m *model) delete(r *rapid.T) {
	e := m.some(r)
	now := m.box.clock.pass(time.Minute)
	must(r, m.box.DeleteEntry(r.Context(), e.ID))
	if e.Deleted.IsZero() {
		e.Deleted = now
	}
	m.entries[e.ID] = e
}

func (m *model) restore(r *rapid.T) {
	e := m.some(r)
	now := m.box.clock.pass(time.Minute)
	must(r, m.box.RestoreEntry(r.Context(), e.ID))
	if !e.Deleted.IsZero() {
		e.Deleted, e.Edited = time.Time{}, now
	}
	m.entries[e.ID] = e
}

func (m *model) purge(r *rapid.T) {
	e := m.some(r)
	must(r, m.box.PurgeEntry(r.Context(), e.ID))
	delete(m.entries, e.ID)
}

// put imports some entry in a newer version, and fails half of the time.
func (m *model) put(r *rapid.T) {
	old := m.some(r)
	e := entries.Draw(r, "entry")
	e.ID, e.Created, e.Edited = old.ID, old.Created, m.box.clock.pass(time.Minute)
	var stop error
	if rapid.Bool().Draw(r, "fail") {
		stop = errors.New("stop")
	}
	_, err := m.box.Import(r.Context(), func(sink journal.Sink) error {
		return errors.Join(sink.PutEntry(e, nil), stop)
	})
	if stop == nil {
		must(r, err)
		m.entries[e.ID] = e
	}
}

// rename puts one feeling word in the place of another, everywhere.
func (m *model) rename(r *rapid.T) {
	from, to, want := words.Draw(r, "from"), words.Draw(r, "to"), 0
	for id, e := range m.entries {
		before := e
		e.Feelings = journal.RenameFeeling(e.Feelings, from, to)
		e.Fields = feltKeys().RenameFeeling(e.Page, e.Fields, from, to)
		if !slices.Equal(e.Feelings, before.Feelings) || !e.SameText(before) {
			m.entries[id] = e
			want++
		}
	}
	got, err := m.box.RenameFeeling(r.Context(), from, to, feltKeys())
	must(r, err)
	equal(r, got, want)
}

// uses counts in how many entries each word is named.
func (m *model) uses() map[string]int {
	uses := make(map[string]int)
	for _, e := range m.entries {
		if !e.Deleted.IsZero() {
			continue
		}
		words := feltKeys().FeelingWords(e.Page, e.Fields)
		for _, f := range e.Feelings {
			words = append(words, f.Word)
		}
		slices.Sort(words)
		for _, word := range slices.Compact(words) {
			uses[word]++
		}
	}
	return uses
}

func (m *model) tick(r *rapid.T) {
	tick, err := m.box.Tick(r.Context(), journal.Tick{Step: words.Draw(r, "step"), Done: rapid.Bool().Draw(r, "done")})
	must(r, err)
	m.ticks = append(m.ticks, tick)
}

// compare looks at everything, at the words for feelings, and at what is found.
func (m *model) compare(r *rapid.T) {
	ctx := r.Context()
	for id, want := range m.entries {
		got, err := m.box.GetEntry(ctx, id)
		must(r, err)
		equal(r, got, want)
	}
	ticks, err := m.box.ListTicks(ctx)
	must(r, err)
	if len(ticks) != len(m.ticks) {
		r.Fatalf("%d ticks, want %d", len(ticks), len(m.ticks))
	}
	uses := make(map[string]int)
	list, err := m.box.ListFeelings(ctx, feltKeys())
	must(r, err)
	for _, use := range list {
		uses[use.Word] = use.Entries
	}
	equal(r, uses, m.uses())
	m.search(r)
}

// search looks at what one random filter chooses.
func (m *model) search(r *rapid.T) {
	ctx := r.Context()
	f := journal.EntryFilter{
		Query:  rapid.SampledFrom([]string{"", "a", "ab", "AB b", "東", "京", "😀 a", "*"}).Draw(r, "query"),
		Stages: rapid.SampledFrom([][]string{nil, {"hope"}, {"hope", "none"}}).Draw(r, "stages"),
		Tags:   rapid.SampledFrom([][]string{nil, {"a"}, {"東"}, {"東", "a"}}).Draw(r, "tags"),
		InBin:  rapid.Bool().Draw(r, "bin"),
	}
	f.Answers = journal.AnswersTo(askingPages(), f.Query)
	list, err := m.box.ListEntries(ctx, f)
	must(r, err)
	got := make([]uuid.UUID, 0, len(list))
	for _, e := range list {
		got = append(got, e.ID)
	}
	want := make([]journal.Entry, 0, len(m.entries))
	for _, e := range m.entries {
		if chosen(e, f) {
			want = append(want, e)
		}
	}
	slices.SortFunc(want, newestFirst)
	equal(r, got, idsOf(want))
}

// askingPages are the pages of this test: what they ask and can be answered.
func askingPages() []journal.Page {
	return []journal.Page{{ID: "p", Fields: []journal.PageField{{Key: "is", Options: []journal.Option{
		{ID: "1", Label: "Abc, ba"}, {ID: "2", Label: "äb 東"}}}}}}
}

// newestFirst is the order of ListEntries.
func newestFirst(a, b journal.Entry) int {
	if c := strings.Compare(b.At.Format("2006-01"), a.At.Format("2006-01")); c != 0 {
		return c
	}
	if c := b.At.Compare(a.At); c != 0 {
		return c
	}
	if c := b.Created.Compare(a.Created); c != 0 {
		return c
	}
	return slices.Compare(b.ID[:], a.ID[:])
}

func idsOf(entries []journal.Entry) []uuid.UUID {
	ids := make([]uuid.UUID, 0, len(entries))
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return ids
}

// chosen says plainly what a filter means for the words of this test.
func chosen(e journal.Entry, f journal.EntryFilter) bool {
	if e.Deleted.IsZero() == f.InBin || len(f.Stages) > 0 && !slices.Contains(f.Stages, e.Stage) {
		return false
	}
	for _, tag := range f.Tags {
		if !slices.Contains(e.Tags, tag) {
			return false
		}
	}
	texts := strings.ToLower(strings.ReplaceAll(strings.Join([]string{e.Title, e.Body, e.Fields["k"], e.Fields["now"], strings.Join(e.Tags, " ")}, " "), "Ä", "a"))
	for _, answer := range strings.Fields(e.Fields["is"]) {
		texts += " " + answer
		if e.Page == "p" {
			texts += " " + map[string]string{"1": "abc ba", "2": "ab 東"}[answer]
		}
	}
	for _, word := range strings.Fields(strings.ToLower(f.Query)) {
		found := strings.Contains(texts, word)
		if word[0] >= 'a' && word[0] <= 'z' {
			found = slices.ContainsFunc(strings.Fields(texts), func(s string) bool { return strings.HasPrefix(s, word) })
		}
		if !found {
			return false
		}
	}
	return true
}
