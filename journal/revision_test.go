package journal_test

import (
	"strings"
	"testing"
	"time"

	"mend/journal"
)

func TestKeepsRevision(t *testing.T) {
	start := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)
	text := strings.Repeat("word ", 100)
	write := func(body string) journal.Entry { return journal.Entry{Body: body, Created: start} }
	for name, c := range map[string]struct {
		edit journal.Edit
		want bool
	}{
		"typing on": {
			journal.Edit{Before: write("a"), After: write("ab"), Now: start.Add(time.Minute)}, false},
		"begins anew": {
			journal.Edit{Before: write("a"), After: write("ab"), BeginsAnew: true, Now: start.Add(time.Minute)}, true},
		"same text, begins anew": {
			journal.Edit{Before: write("a"), After: write("a"), BeginsAnew: true, Now: start.Add(time.Hour)}, false},
		"ten minutes after creation": {
			journal.Edit{Before: write("a"), After: write("ab"), Now: start.Add(10 * time.Minute)}, true},
		"ten minutes after the last revision": {
			journal.Edit{Before: write("a"), After: write("ab"), LastRevision: start.Add(time.Hour), Now: start.Add(70 * time.Minute)}, true},
		"nine minutes after the last revision": {
			journal.Edit{Before: write("a"), After: write("ab"), LastRevision: start.Add(time.Hour), Now: start.Add(69 * time.Minute)}, false},
		"removes 201 characters": {
			journal.Edit{Before: write(text), After: write(text[201:]), Now: start}, true},
		"removes 200 characters": {
			journal.Edit{Before: write(text), After: write(text[200:]), Now: start}, false},
		"replaces everything": {
			journal.Edit{Before: write(text), After: write(strings.Repeat("é", 500)), Now: start}, true},
		"clears a field": {
			journal.Edit{
				Before: journal.Entry{Created: start, Fields: map[string]string{"what": text}},
				After:  journal.Entry{Created: start}, Now: start}, true},
		"only a tag": {
			journal.Edit{Before: write("a"), After: journal.Entry{Body: "a", Tags: []string{"x"}}, BeginsAnew: true, Now: start.Add(time.Hour)}, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.edit.KeepsRevision(); got != c.want {
				t.Errorf("KeepsRevision() = %v, want %v", got, c.want)
			}
		})
	}
}

// TestAnHourOfAutosave replays the saves of an hour of unbroken typing.
func TestAnHourOfAutosave(t *testing.T) {
	const every = 700 * time.Millisecond
	now := time.Date(2026, 11, 21, 21, 0, 0, 0, time.UTC)
	before := journal.Entry{Created: now, Body: strings.Repeat("word ", 2000)}
	last, kept := time.Time{}, 0
	for i := range int(time.Hour / every) {
		now = now.Add(every)
		after := before
		after.Body += "on "
		if (journal.Edit{Before: before, After: after, BeginsAnew: i == 0, LastRevision: last, Now: now}).KeepsRevision() {
			last, kept = now, kept+1
		}
		before = after
	}
	if kept != 6 {
		t.Errorf("an hour of typing keeps %d revisions, want the first and one every ten minutes after it", kept)
	}
}
