package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"mend/journal"
)

// titles lists the titles of the chosen entries, newest first, and sees that
// the other ways of choosing agree.
func titles(t testing.TB, b *box, f journal.EntryFilter) []string {
	t.Helper()
	ctx := context.Background()
	list, err := b.ListEntries(ctx, f)
	must(t, err)
	var titles []string
	for _, e := range list {
		titles = append(titles, e.Title)
	}
	if f.Limit > 0 || f.Offset > 0 {
		return titles
	}
	n, err := b.CountEntries(ctx, f)
	must(t, err)
	if n != len(list) {
		t.Errorf("CountEntries says %d, ListEntries %d", n, len(list))
	}
	backwards := len(list)
	must(t, b.EachEntry(ctx, f, func(e journal.Entry) error {
		backwards--
		if e.ID != list[backwards].ID {
			return errors.New("EachEntry is not the reverse of ListEntries")
		}
		return nil
	}))
	months, err := b.CountMonths(ctx, f)
	must(t, err)
	row := 0
	for _, m := range months {
		for range m.Count {
			if got := list[row].At.Format("2006-01"); got != m.Month {
				t.Errorf("row %d is of %s, by CountMonths of %s", row, got, m.Month)
			}
			row++
		}
	}
	if row != len(list) {
		t.Errorf("the months hold %d entries of %d", row, len(list))
	}
	return titles
}

// moment reads RFC 3339.
func moment(t testing.TB, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339Nano, s)
	must(t, err)
	return at
}

func TestListEntries(t *testing.T) {
	b := newBox(t)
	e := full()
	e.SealedUntil = ""
	b.add(t, e)
	want := []journal.EntrySummary{{
		ID: e.ID, At: e.At, Title: e.Title, FirstLine: "First line", Feelings: e.Feelings, Stage: e.Stage,
		Step: e.Step, Page: e.Page, Tags: e.Tags, KeepOut: true, Starred: true,
	}}
	got, err := b.ListEntries(t.Context(), journal.EntryFilter{})
	must(t, err)
	equal(t, got, want)
}

func TestListTellsASealedLetterApart(t *testing.T) {
	b := newBox(t)
	letter := full()
	letter.SealedUntil = "9999-01-01"
	b.add(t, letter)
	got, err := b.ListEntries(t.Context(), journal.EntryFilter{})
	must(t, err)
	if len(got) != 1 || !got[0].Sealed || got[0].FirstLine != "" {
		t.Errorf("a letter that waits for its day is listed as %+v", got)
	}
}

// felt asks for one feeling.
func felt(word string, atLeast int) []journal.Feeling {
	return []journal.Feeling{{Word: word, Intensity: atLeast}}
}

func TestFilters(t *testing.T) {
	b := newBox(t)
	for i, e := range []struct {
		at, title, stage, step, feeling, tag string
	}{
		{"2024-01-31T23:30:00-08:00", "late january", "hope", "hope.one", "sad", "home"},
		{"2024-02-01T00:30:00+09:00", "early february", "hope", "hope.two", "calm", "home"},
		{"2024-02-29T12:00:00Z", "leap day", "", "", "sad", "work"},
		{"2023-12-31T23:59:59.999999999Z", "old year", "trust", "", "Sad", "it's \"odd\" % _"},
		{"2024-02-29T12:00:00.000000001Z", "a moment later", "trust", "trust.one", "calm", "work"},
	} {
		b.add(t, journal.Entry{
			At: moment(t, e.at), Title: e.title, Stage: e.stage, Step: e.step,
			Feelings: []journal.Feeling{{Word: e.feeling, Intensity: 1 + i}, {Word: "tired", Intensity: 1}}, Tags: []string{"all", e.tag},
		})
	}
	tests := map[string]struct {
		filter journal.EntryFilter
		want   []string
	}{
		"all":             {journal.EntryFilter{}, []string{"a moment later", "leap day", "early february", "late january", "old year"}},
		"from":            {journal.EntryFilter{From: "2024-02-01"}, []string{"a moment later", "leap day", "early february"}},
		"to, own zone":    {journal.EntryFilter{To: "2024-01-31"}, []string{"late january", "old year"}},
		"one day":         {journal.EntryFilter{From: "2024-01-31", To: "2024-01-31"}, []string{"late january"}},
		"no day":          {journal.EntryFilter{From: "2024-02-02", To: "2024-02-01"}, nil},
		"stage":           {journal.EntryFilter{Stages: []string{"hope"}}, []string{"early february", "late january"}},
		"step":            {journal.EntryFilter{Step: "trust.one"}, []string{"a moment later"}},
		"feeling":         {journal.EntryFilter{Feelings: felt("SÁD", 0)}, []string{"leap day", "late january", "old year"}},
		"strong feeling":  {journal.EntryFilter{Feelings: felt("sad", 3)}, []string{"leap day", "old year"}},
		"two feelings":    {journal.EntryFilter{Feelings: append(felt("sad", 1), felt("tired", 1)...)}, []string{"leap day", "late january", "old year"}},
		"too strong":      {journal.EntryFilter{Feelings: append(felt("sad", 1), felt("tired", 2)...)}, nil},
		"unknown feeling": {journal.EntryFilter{Feelings: felt("none", 0)}, nil},
		"tag":             {journal.EntryFilter{Tags: []string{"WORK"}}, []string{"a moment later", "leap day"}},
		"two tags":        {journal.EntryFilter{Tags: []string{"work", "all"}}, []string{"a moment later", "leap day"}},
		"no such pair":    {journal.EntryFilter{Tags: []string{"work", "home"}}, nil},
		"unknown tag":     {journal.EntryFilter{Tags: []string{"none"}}, nil},
		"two stages":      {journal.EntryFilter{Stages: []string{"trust", "hope"}}, []string{"a moment later", "early february", "late january", "old year"}},
		"some days":       {journal.EntryFilter{Days: []journal.Day{"2024-02-29", "2023-12-31", "2020-01-01"}}, []string{"a moment later", "leap day", "old year"}},
		"odd tag":         {journal.EntryFilter{Tags: []string{"it's \"odd\" % _"}}, []string{"old year"}},
		"several":         {journal.EntryFilter{Stages: []string{"trust"}, Feelings: felt("calm", 0), Tags: []string{"work"}, From: "2024-01-01", Query: "later"}, []string{"a moment later"}},
		"unknown":         {journal.EntryFilter{Stages: []string{"none"}}, nil},
		"limit":           {journal.EntryFilter{Limit: 2}, []string{"a moment later", "leap day"}},
		"offset":          {journal.EntryFilter{Offset: 3}, []string{"late january", "old year"}},
		"limit, offset":   {journal.EntryFilter{Limit: 1, Offset: 1}, []string{"leap day"}},
		"offset too far":  {journal.EntryFilter{Offset: 9}, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) { equal(t, titles(t, b, tt.filter), tt.want) })
	}
}

func TestFiltersByKindAndMark(t *testing.T) {
	b := newBox(t) // 14 March 2026
	for _, e := range []journal.Entry{
		{Title: "plain"},
		{Title: "starred", Starred: true},
		{Title: "kept out", KeepOut: true, Starred: true},
		{Title: "page", Page: "timeline"},
		{Title: "letter", SealedUntil: "2026-03-01", Starred: true},
		{Title: "sealed page", Page: "letter", SealedUntil: "2027-01-01"},
		{Title: "hard", NoLookBack: true},
		{Title: "promised", Promise: "p-1", Page: "apology"},
	} {
		b.clock.pass(time.Minute)
		b.add(t, e)
	}
	for name, tt := range map[string]struct {
		filter journal.EntryFilter
		want   []string
	}{
		"entries":           {journal.EntryFilter{Kind: journal.KindEntry}, []string{"hard", "kept out", "starred", "plain"}},
		"pages":             {journal.EntryFilter{Kind: journal.KindPage}, []string{"promised", "sealed page", "page"}},
		"one page":          {journal.EntryFilter{Page: "timeline"}, []string{"page"}},
		"one promise":       {journal.EntryFilter{Promise: "p-1"}, []string{"promised"}},
		"an unknown one":    {journal.EntryFilter{Promise: "p-2"}, nil},
		"letters":           {journal.EntryFilter{Kind: journal.KindLetter}, []string{"sealed page", "letter"}},
		"starred":           {journal.EntryFilter{Starred: true}, []string{"letter", "kept out", "starred"}},
		"kept out":          {journal.EntryFilter{KeptOut: true}, []string{"kept out"}},
		"starred letters":   {journal.EntryFilter{Starred: true, Kind: journal.KindLetter}, []string{"letter"}},
		"starred with word": {journal.EntryFilter{Starred: true, Query: "out"}, []string{"kept out"}},
		"look-back":         {journal.EntryFilter{LookBack: true}, []string{"promised", "letter", "page", "kept out", "starred", "plain"}},
	} {
		t.Run(name, func(t *testing.T) { equal(t, titles(t, b, tt.filter), tt.want) })
	}
}

// TestOrder puts entries of one moment in the order they were created, and
// keeps months together where zones would mix them.
func TestOrder(t *testing.T) {
	b := newBox(t)
	for i := range 5 {
		b.clock.pass(time.Nanosecond)
		b.add(t, journal.Entry{At: noon, Title: fmt.Sprint(i)})
	}
	b.add(t, journal.Entry{At: moment(t, "2024-02-01T00:30:00+14:00"), Title: "february, but earlier"})
	b.add(t, journal.Entry{At: moment(t, "2024-01-31T23:30:00-12:00"), Title: "january, but later"})
	b.add(t, journal.Entry{At: moment(t, "2024-02-01T01:30:00+14:00"), Title: "february too"})
	equal(t, titles(t, b, journal.EntryFilter{}),
		[]string{"4", "3", "2", "1", "0", "february too", "february, but earlier", "january, but later"})
}

func TestCountMonths(t *testing.T) {
	b := newBox(t)
	for _, at := range []string{"2024-01-31T23:30:00-08:00", "2024-01-01T00:00:00+14:00", "2022-05-05T05:05:05Z"} {
		b.add(t, journal.Entry{At: moment(t, at), Title: "x"})
	}
	got, err := b.CountMonths(t.Context(), journal.EntryFilter{Limit: 1})
	must(t, err)
	equal(t, got, []journal.MonthCount{{Month: "2024-01", Count: 2}, {Month: "2022-05", Count: 1}})
}

func TestCountDays(t *testing.T) {
	b := newBox(t)
	for at, tag := range map[string]string{
		"2024-01-31T23:30:00-08:00": "a", "2024-01-31T01:00:00+14:00": "b", "2024-01-02T00:00:00Z": "a", "2024-02-01T00:00:00Z": "a",
	} {
		b.add(t, journal.Entry{At: moment(t, at), Title: "x", Tags: []string{tag}})
	}
	for _, tt := range []struct {
		filter journal.EntryFilter
		month  string
		want   []journal.DayCount
	}{
		{journal.EntryFilter{Limit: 1}, "2024-01", []journal.DayCount{{Day: "2024-01-02", Count: 1}, {Day: "2024-01-31", Count: 2}}},
		{journal.EntryFilter{Tags: []string{"a"}}, "2024-01", []journal.DayCount{{Day: "2024-01-02", Count: 1}, {Day: "2024-01-31", Count: 1}}},
		{journal.EntryFilter{}, "2023-01", nil},
	} {
		got, err := b.CountDays(t.Context(), tt.filter, tt.month)
		must(t, err)
		equal(t, got, tt.want)
	}
}

func TestSealedLetter(t *testing.T) {
	for name, letter := range map[string]journal.Entry{
		"freely written": {Title: "letter", Body: "a walrus came by"},
		"a page":         {Title: "letter", Page: "unsent-letter", Fields: map[string]string{"text": "a walrus came by", "sure": "3"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBox(t) // 14 March 2026
			letter.SealedUntil, letter.Tags = "2026-03-16", []string{"post"}
			e := b.add(t, letter)
			like := b.add(t, journal.Entry{Title: "like", Body: "another walrus came"})
			look := func() (firstLine string, found int) {
				list, err := b.ListEntries(t.Context(), journal.EntryFilter{Tags: []string{"post"}})
				must(t, err)
				alike, err := b.ListLike(t.Context(), like.ID, nil, 9)
				must(t, err)
				return list[0].FirstLine + list[0].Snippet, len(alike) + len(titles(t, b, journal.EntryFilter{Query: "walrus came", Tags: letter.Tags})) +
					len(titles(t, b, journal.EntryFilter{Query: "letter"}))
			}
			if line, found := look(); line != "" || found != 0 {
				t.Errorf("two days early the list shows %q and %d are found", line, found)
			}
			b.clock.pass(2 * 24 * time.Hour)
			if line, found := look(); line != "a walrus came by" || found != 3 {
				t.Errorf("on its day the list shows %q and %d are found", line, found)
			}
			b.clock.pass(-2 * 24 * time.Hour)
			e.SealedUntil = ""
			_, err := b.UpdateEntry(t.Context(), e, true)
			must(t, err)
			if line, found := look(); line != "a walrus came by" || found != 3 {
				t.Errorf("once opened the list shows %q and %d are found", line, found)
			}
		})
	}
}

func TestEachEntry(t *testing.T) {
	ctx := t.Context()
	b := newBox(t)
	for i := range 3 {
		b.add(t, journal.Entry{At: noon.Add(time.Duration(i) * time.Hour), Title: fmt.Sprint(i)})
	}
	t.Run("stops at an error", func(t *testing.T) {
		stop := errors.New("stop")
		seen := 0
		err := b.EachEntry(ctx, journal.EntryFilter{}, func(journal.Entry) error {
			seen++
			return stop
		})
		if err != stop || seen != 1 {
			t.Errorf("got %v after %d entries", err, seen)
		}
	})
	t.Run("may use the store", func(t *testing.T) {
		var seen []string
		must(t, b.EachEntry(ctx, journal.EntryFilter{Limit: 2}, func(e journal.Entry) error {
			seen = append(seen, e.Title)
			if _, err := b.ListRevisions(ctx, e.ID); err != nil {
				return err
			}
			e.Title += "!"
			_, err := b.UpdateEntry(ctx, e, false)
			return err
		}))
		equal(t, seen, []string{"0", "1"})
	})
	t.Run("ends with the context", func(t *testing.T) {
		ctx, cancel := context.WithCancel(ctx)
		err := b.EachEntry(ctx, journal.EntryFilter{}, func(journal.Entry) error {
			cancel()
			return nil
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	})
}

func TestListWords(t *testing.T) {
	b := newBox(t)
	for _, tags := range [][]string{{"b", "c"}, {"b", "a"}, {"b", "c", "d"}} {
		b.add(t, journal.Entry{Tags: tags, Feelings: []journal.Feeling{{Word: tags[1], Intensity: 1}}})
	}
	tags, err := b.ListTags(t.Context())
	must(t, err)
	equal(t, tags, []string{"b", "c", "a", "d"})
	feelings, err := b.ListFeelings(t.Context(), nil)
	must(t, err)
	equal(t, feelings, []journal.FeelingUse{{Word: "c", Entries: 2}, {Word: "a", Entries: 1}})
}
