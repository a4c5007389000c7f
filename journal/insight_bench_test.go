package journal_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// lifetimeOf returns n entries over twenty years, each with two feelings and
// both ratings, every twentieth a page with ratings, and as many a page with feelings.
func lifetimeOf(n int) facts {
	words := []string{"hurt", "tired", "hopeful", "calm", "angry", "afraid", "relieved", "lonely", "warm", "numb", "proud", "wary", "sad", "glad"}
	var f facts
	first := time.Date(2006, 1, 1, 20, 0, 0, 0, time.UTC)
	for i := range n {
		e := journal.EntryFacts{ID: uuid.UUID{byte(i), byte(i >> 8), byte(i >> 16)}, At: first.Add(time.Duration(i) * 20 * 365 * 24 * time.Hour / time.Duration(n)),
			Feelings: []journal.Feeling{felt(words[i%len(words)], 1+i%5), felt(words[(i*7+3)%len(words)], 1+i%3)}, Before: 1 + i%5, After: 1 + (i/3)%5}
		if i%20 == 0 {
			e.Page, e.Fields = "pulse", map[string]string{"a": "2", "b": "5", "c": "1"}
		} else if i%20 == 10 {
			e.Page, e.Fields = "moment", map[string]string{"felt": words[i*3%len(words)] + ":4\ntense:2", "what": "We sat."}
		}
		f.entries = append(f.entries, e)
	}
	return f
}

func BenchmarkInsights(b *testing.B) {
	for _, n := range []int{1000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			src := lifetimeOf(n)
			for b.Loop() {
				charts, err := journal.Insights(b.Context(), src, journal.InsightRequest{Pages: []journal.Page{pulse(), moment()}, Now: at(12, 1)})
				if err != nil || len(charts) == 0 {
					b.Fatalf("%d charts: %v", len(charts), err)
				}
			}
		})
	}
}
