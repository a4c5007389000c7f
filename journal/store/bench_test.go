package store_test

import (
	"context"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

// benchEntries is how many entries the benchmarks work on: a lifetime's, or
// what MEND_BENCH_ENTRIES says.
func benchEntries(b *testing.B) int {
	n, err := strconv.Atoi(os.Getenv("MEND_BENCH_ENTRIES"))
	if err != nil {
		return 20_000
	}
	return n
}

// kinds are the sealed file and its floor, the same schema in a plain file.
var kinds = []string{"sealed", "plain"}

func openKind(b *testing.B, kind, path string) *store.Store {
	b.Helper()
	ctx := context.Background()
	var s *store.Store
	var err error
	switch _, missing := os.Stat(path); {
	case kind == "plain":
		s, err = store.OpenPlain(ctx, path)
	case missing != nil:
		s, err = store.Create(ctx, path, passphrase, profile, store.Options{Vault: vault.InsecureTestOptions()})
	default:
		s, err = store.Open(ctx, path, passphrase, store.Options{Vault: vault.InsecureTestOptions()})
	}
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// fill imports n entries of 0.2 to 3.8 KB, 2 KB on average, four a day, in words as frequent as
// those of a language, of which there are 20,000.
func fill(b *testing.B, s *store.Store, n int) {
	b.Helper()
	random := rand.New(rand.NewSource(1))
	words := vocabulary(random, 20_000)
	frequent := rand.NewZipf(random, 1.1, 8, uint64(len(words)-1))
	_, err := s.Import(context.Background(), func(sink journal.Sink) error {
		at := time.Date(2010, 1, 1, 8, 0, 0, 0, time.UTC)
		for i := range n {
			var body strings.Builder
			for length := 200 + random.Intn(3600); body.Len() < length; {
				body.WriteString(words[frequent.Uint64()])
				body.WriteByte(' ')
			}
			at = at.Add(6 * time.Hour)
			e := journal.Entry{
				ID: newID(random), At: at, Created: at, Edited: at,
				Title: words[frequent.Uint64()] + " " + words[frequent.Uint64()], Body: body.String(),
				Feelings: []journal.Feeling{{Word: words[i%40], Intensity: 1 + i%5}, {Word: words[i%7], Intensity: 2}},
				Tags:     []string{"tag" + strconv.Itoa(i%12)},
				Stage:    "stage" + strconv.Itoa(i%12), Starred: i%200 == 0,
			}
			if i%20 == 0 {
				e.Page = "page" + strconv.Itoa(i%12)
				e.Fields = map[string]string{"sure": []string{"yes", "in-part", "no", "cant-tell"}[i/20%4], "said": e.Title}
			}
			if err := sink.PutEntry(e, nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

func vocabulary(random *rand.Rand, n int) []string {
	syllables := strings.Fields("ba ke li mo nu sa te ri vo du fa ge hi jo lu ma ne pi ro su ta we xi yo zu sha tre plo kri sto")
	words := make([]string, n)
	for i := range words {
		for range 1 + random.Intn(4) {
			words[i] += syllables[random.Intn(len(syllables))]
		}
	}
	return words
}

// answered asks for words that the label of an answer has, on twelve pages.
func answered(query string) journal.EntryFilter {
	var pages []journal.Page
	for i := range 12 {
		pages = append(pages, journal.Page{ID: "page" + strconv.Itoa(i), Fields: []journal.PageField{
			{Key: "sure", Options: []journal.Option{{ID: "yes", Label: "Yes"}, {ID: "in-part", Label: "In part"}}}}})
	}
	return journal.EntryFilter{Query: query, Answers: journal.AnswersTo(pages, query), Limit: 50}
}

// benchPath is where a journal of n entries lies: in the folder that
// MEND_BENCH_FOLDER names, to be used by the next run too, or one of its own.
func benchPath(b *testing.B, kind string, n int) string {
	folder := os.Getenv("MEND_BENCH_FOLDER")
	if folder == "" {
		folder = b.TempDir()
	}
	return filepath.Join(folder, fmt.Sprintf("%s-%d.mend", kind, n))
}

// BenchmarkStore measures what a person waits for, on a filled journal, sealed
// and plain side by side. It asserts nothing.
func BenchmarkStore(b *testing.B) {
	for _, kind := range kinds {
		b.Run(kind, func(b *testing.B) {
			n := benchEntries(b)
			path := benchPath(b, kind, n)
			if _, err := os.Stat(path); err != nil {
				begin := time.Now()
				s := openKind(b, kind, path)
				fill(b, s, n)
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
				b.Logf("import of %d entries: %v", n, time.Since(begin))
			}
			if info, err := os.Stat(path); err == nil {
				b.Logf("file: %d MB", info.Size()>>20)
			}
			measure(b, kind, path)
		})
	}
}

func measure(b *testing.B, kind, path string) {
	ctx := context.Background()
	b.Run("open+list50", func(b *testing.B) {
		for b.Loop() {
			s := openKind(b, kind, path)
			list, err := s.ListEntries(ctx, journal.EntryFilter{Limit: 50})
			if err != nil || len(list) == 0 {
				b.Fatal(len(list), err)
			}
			s.Close()
		}
	})
	s := openKind(b, kind, path)
	defer s.Close()
	for _, list := range []struct {
		name   string
		filter journal.EntryFilter
	}{
		{"list50", journal.EntryFilter{Limit: 50}},
		{"list-all", journal.EntryFilter{}},
		{"stage50", journal.EntryFilter{Stages: []string{"stage3"}, Limit: 50}},
		{"stage-unused", journal.EntryFilter{Stages: []string{"none"}}},
		{"tag50", journal.EntryFilter{Tags: []string{"tag3"}, Limit: 50}},
		{"feeling+dates", journal.EntryFilter{Feelings: []journal.Feeling{{Word: "ba"}}, From: "2012-01-01", To: "2012-06-30"}},
		{"feeling>=4", journal.EntryFilter{Feelings: []journal.Feeling{{Word: "ba", Intensity: 4}}, Limit: 50}},
		{"starred50", journal.EntryFilter{Starred: true, Limit: 50}},
		{"page50", journal.EntryFilter{Kind: journal.KindPage, Limit: 50}},
		{"entry50", journal.EntryFilter{Kind: journal.KindEntry, Limit: 50}},
		{"on-this-day", journal.EntryFilter{Days: everyYear(), LookBack: true}},
		{"all-filters", journal.EntryFilter{Query: "ba", Stages: []string{"stage3", "stage0"}, Tags: []string{"tag0"}, From: "2011-01-01",
			Kind: journal.KindPage, Starred: true, Feelings: []journal.Feeling{{Word: "ba", Intensity: 1}}, Limit: 50}},
		{"search-b", journal.EntryFilter{Query: "b", Limit: 50}},
		{"search-ba", journal.EntryFilter{Query: "ba", Limit: 50}},
		{"search-bake", journal.EntryFilter{Query: "bake", Limit: 50}},
		{"search-3words", journal.EntryFilter{Query: "bake li mo", Limit: 50}},
		{"search-rare", journal.EntryFilter{Query: "shatreplokri", Limit: 50}},
		{"search-answer", answered("in part")},
		{"search-han", journal.EntryFilter{Query: "東京", Limit: 50}},
	} {
		b.Run(list.name, func(b *testing.B) {
			found := 0
			for b.Loop() {
				entries, err := s.ListEntries(ctx, list.filter)
				if err != nil {
					b.Fatal(err)
				}
				found = len(entries)
			}
			b.ReportMetric(float64(found), "found")
		})
	}
	for _, months := range []struct {
		name   string
		filter journal.EntryFilter
	}{
		{"months", journal.EntryFilter{}},
		{"months-starred", journal.EntryFilter{Starred: true}},
		{"months-entry", journal.EntryFilter{Kind: journal.KindEntry}},
		{"months-stage", journal.EntryFilter{Stages: []string{"stage3"}}},
		{"months-feeling>=4", journal.EntryFilter{Feelings: []journal.Feeling{{Word: "ba", Intensity: 4}}}},
		{"months-search-b", journal.EntryFilter{Query: "b"}},
	} {
		b.Run(months.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.CountMonths(ctx, months.filter); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("like", func(b *testing.B) {
		newest, err := s.ListEntries(ctx, journal.EntryFilter{Limit: 1})
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := s.ListLike(ctx, newest[0].ID, nil, 6); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("days", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.CountDays(ctx, journal.EntryFilter{}, "2012-05"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("tags", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.ListTags(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	measureSaves(b, s)
	b.Run("each", func(b *testing.B) {
		for b.Loop() {
			if err := s.EachEntry(ctx, journal.EntryFilter{}, func(journal.Entry) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if findings, err := s.Check(ctx, nil); err != nil || len(findings) > 0 {
				b.Fatal(findings, err)
			}
		}
	})
}

// everyYear is one day of every year.
func everyYear() []journal.Day {
	var days []journal.Day
	for year := 2010; year < 2080; year++ {
		days = append(days, journal.Day(fmt.Sprintf("%d-05-05", year)))
	}
	return days
}

func measureSaves(b *testing.B, s *store.Store) {
	ctx := context.Background()
	b.Run("create", func(b *testing.B) {
		text := strings.Repeat("bake limo nusa teri ", 100)
		for b.Loop() {
			if _, err := s.CreateEntry(ctx, journal.Entry{Title: "new", Body: text}); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, size := range []int{2_000, 100_000} {
		b.Run(fmt.Sprintf("update-%d", size), func(b *testing.B) {
			text := strings.Repeat("bake limo nusa teri ", size/20)
			e, err := s.CreateEntry(ctx, journal.Entry{Title: "new", Body: text})
			if err != nil {
				b.Fatal(err)
			}
			for i := 0; b.Loop(); i++ {
				e.Body = text + strconv.Itoa(i)
				if e, err = s.UpdateEntry(ctx, e, false); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
