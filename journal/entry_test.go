package journal_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"mend/journal"
)

func entry(change func(*journal.Entry)) journal.Entry {
	e := journal.Entry{At: time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC), Body: "a line"}
	change(&e)
	return e
}

func TestEntryEmpty(t *testing.T) {
	for name, c := range map[string]struct {
		entry journal.Entry
		want  bool
	}{
		"nothing":       {journal.Entry{}, true},
		"only space":    {journal.Entry{Title: " ", Body: "\n\t "}, true},
		"links only":    {journal.Entry{Stage: "agree", Step: "agree.small", Starred: true, KeepOut: true}, true},
		"title":         {journal.Entry{Title: "x"}, false},
		"body":          {journal.Entry{Body: "x"}, false},
		"feeling":       {journal.Entry{Feelings: []journal.Feeling{{Word: "hurt", Intensity: 3}}}, false},
		"tag":           {journal.Entry{Tags: []string{"home"}}, false},
		"rating before": {journal.Entry{Before: 2}, false},
		"guided page":   {journal.Entry{Page: "apology"}, false},
		"field":         {journal.Entry{Fields: map[string]string{journal.FieldNeed: "sleep"}}, false},
		"empty field":   {journal.Entry{Fields: map[string]string{journal.FieldNeed: " \n"}}, true},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.entry.Empty(); got != c.want {
				t.Errorf("Empty() = %v, want %v", got, c.want)
			}
		})
	}
}

func TestEntryCheck(t *testing.T) {
	long := strings.Repeat("a", 100_000)
	for name, c := range map[string]struct {
		change func(*journal.Entry)
		want   error
	}{
		"plain":              {func(*journal.Entry) {}, nil},
		"one long line":      {func(e *journal.Entry) { e.Body = long }, nil},
		"odd text":           {func(e *journal.Entry) { e.Body = "שלום \u202e e\u0301 👩‍👩‍👧 \r\n" }, nil},
		"empty":              {func(e *journal.Entry) { e.Body = " " }, journal.ErrEmptyEntry},
		"invalid UTF-8":      {func(e *journal.Entry) { e.Body = "a\xff" }, journal.ErrInvalid},
		"NUL":                {func(e *journal.Entry) { e.Body = "a\x00b" }, journal.ErrInvalid},
		"title on two lines": {func(e *journal.Entry) { e.Title = "a\nb" }, journal.ErrInvalid},
		"long title":         {func(e *journal.Entry) { e.Title = long }, journal.ErrInvalid},
		"no moment":          {func(e *journal.Entry) { e.At = time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC) }, journal.ErrInvalid},
		"intensity 0":        {func(e *journal.Entry) { e.Feelings = []journal.Feeling{{Word: "hurt"}} }, journal.ErrInvalid},
		"intensity 6":        {func(e *journal.Entry) { e.Feelings = []journal.Feeling{{Word: "hurt", Intensity: 6}} }, journal.ErrInvalid},
		"feeling of space":   {func(e *journal.Entry) { e.Feelings = []journal.Feeling{{Word: " ", Intensity: 1}} }, journal.ErrInvalid},
		"tag with newline":   {func(e *journal.Entry) { e.Tags = []string{"a\nb"} }, journal.ErrInvalid},
		"tag padded":         {func(e *journal.Entry) { e.Tags = []string{" a"} }, journal.ErrInvalid},
		"too many tags":      {func(e *journal.Entry) { e.Tags = strings.Split(strings.Repeat("a ", 101), " ")[:101] }, journal.ErrInvalid},
		"rating 6":           {func(e *journal.Entry) { e.After = 6 }, journal.ErrInvalid},
		"sealed until never": {func(e *journal.Entry) { e.SealedUntil = "2026-02-30" }, journal.ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			if err := entry(c.change).Check(); !errors.Is(err, c.want) {
				t.Errorf("Check() = %v, want %v", err, c.want)
			}
		})
	}
}

func TestCheckNamesNoContent(t *testing.T) {
	const secret = "zephyrine"
	for _, e := range []journal.Entry{
		entry(func(e *journal.Entry) { e.Title = secret + "\n" }),
		entry(func(e *journal.Entry) { e.Body = secret + "\x00" }),
		entry(func(e *journal.Entry) { e.Tags = []string{secret + " "} }),
		entry(func(e *journal.Entry) { e.Feelings = []journal.Feeling{{Word: secret, Intensity: 9}} }),
		entry(func(e *journal.Entry) { e.SealedUntil = secret }),
	} {
		err := e.Check()
		if err == nil {
			t.Fatal("Check() = nil, want an error")
		}
		what, next := journal.Explain(err)
		if strings.Contains(err.Error()+what+next, secret) {
			t.Errorf("the error holds what the person wrote")
		}
	}
}

func TestFirstLine(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"plain":       {"one\ntwo", "one"},
		"blank first": {"\n\n  two  ", "two"},
		"heading":     {"## A day\nmore", "A day"},
		"list":        {"- milk\n", "milk"},
		"cut":         {"abcdefghijkl", "abcdefghij"},
		"cut by rune": {"ééééééééééééé", "éééééééééé"},
		"only marks":  {"---\n***\nx", "x"},
		"nothing":     {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := journal.FirstLine(c.text, 10); got != c.want {
				t.Errorf("FirstLine(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestUnfilled(t *testing.T) {
	for name, tt := range map[string]struct {
		entry journal.Entry
		want  bool
	}{
		"nothing":                {journal.Entry{}, true},
		"a page":                 {journal.Entry{Page: "letter", Stage: "forgive"}, true},
		"a page with an answer":  {journal.Entry{Page: "letter", Fields: map[string]string{"a": "x"}}, false},
		"a page with blanks":     {journal.Entry{Page: "letter", Fields: map[string]string{"a": " \n"}}, true},
		"a page with a title":    {journal.Entry{Page: "letter", Title: "x"}, false},
		"a letter written again": {journal.Entry{Page: "letter", Fields: map[string]string{journal.FieldEarlier: "id"}}, true},
		"that letter, answered":  {journal.Entry{Page: "letter", Fields: map[string]string{journal.FieldEarlier: "id", "a": "x"}}, false},
	} {
		if got := tt.entry.Unfilled(); got != tt.want {
			t.Errorf("%s: Unfilled() = %v", name, got)
		}
	}
}

func TestEntryFirstLine(t *testing.T) {
	fields := func(pairs ...string) map[string]string {
		m := map[string]string{}
		for i := 0; i < len(pairs); i += 2 {
			m[pairs[i]] = pairs[i+1]
		}
		return m
	}
	for name, tt := range map[string]struct {
		entry journal.Entry
		want  string
	}{
		"a body":                 {journal.Entry{Body: "\n# We *sat*\nthere", Page: "p", Fields: fields("a", "not this")}, "We *sat*"},
		"no page":                {journal.Entry{Title: "x", Fields: fields(journal.FieldNeed, "a long walk")}, ""},
		"the first field":        {journal.Entry{Page: "p", Fields: fields("b", "and then that", "a", "first this\nand more")}, "first this"},
		"the first with words":   {journal.Entry{Page: "p", Fields: fields("a", "3", "b", "2026-03-01", "c", "wary but hopeful:2", "d", "walk\nsleep", "e", " it was late ")}, "it was late"},
		"one side":               {journal.Entry{Page: "p", Fields: fields("a", journal.JoinSides("", "as they saw it"))}, "as they saw it"},
		"nothing but short ones": {journal.Entry{Page: "p", Fields: fields("a", "4", journal.FieldEarlier, "7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e")}, ""},
		"long":                   {journal.Entry{Page: "p", Fields: fields("a", strings.Repeat("é ", 200))}, strings.Repeat("é ", journal.FirstLineRunes/2)},
	} {
		if got := tt.entry.FirstLine(); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
