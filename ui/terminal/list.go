package terminal

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

type listCommand struct {
	journalFlags
	Query   string  `placeholder:"QUERY" help:"Only entries that match, in the language of the search box: words, or beginnings of words, and filters such as stage:ID feeling:WORD>=4 tag:TAG from:2026-01 to:2026-03-14 on:DAY kind:entry|page|letter is:starred is:kept-out."`
	From    *string `placeholder:"DAY" help:"From this day on, as YYYY-MM-DD."`
	To      *string `placeholder:"DAY" help:"Up to this day."`
	Stage   *string `placeholder:"ID" help:"Only entries of this stage."`
	Feeling string  `placeholder:"WORD" help:"Only entries that name this feeling, beside the text or on a page."`
	Tag     string  `placeholder:"TAG" help:"Only entries with this tag."`
	Limit   *int    `placeholder:"N" help:"At most this many."`
}

// pageSize is how many entries are fetched at a time, so that memory does not
// grow with the journal.
const pageSize = 1000

// Run prints the chosen entries as JSON lines, newest first.
func (l *listCommand) Run(c *call) error {
	filter, err := l.filter(c)
	if err != nil {
		return err
	}
	return c.withJournal(l.journalFlags, func(ctx context.Context, j Journal) error {
		out := bufio.NewWriter(c.Stdout)
		if err := printEntries(ctx, newLines(out), j, filter); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("print: %w", err)
		}
		return nil
	})
}

// filter is the query with the flags beside it; all must hold together.
func (l *listCommand) filter(c *call) (journal.EntryFilter, error) {
	f, misread := journal.ParseQuery(l.Query, journal.Known{Today: journal.DayOf(c.Now()), Guides: c.Guides, Pages: c.Pages})
	for _, m := range misread {
		c.note(lang.L("A part of the query is no filter and is looked for as words.") + " " + lang.L(m.Why.Explain()))
	}
	if l.Feeling != "" {
		f.Feelings = append(f.Feelings, journal.Feeling{Word: l.Feeling})
	}
	if l.Tag != "" {
		f.Tags = append(f.Tags, l.Tag)
	}
	from, to, err := period(l.From, l.To)
	if err != nil {
		return f, err
	}
	f.From = max(f.From, from)
	if f.To == "" || to != "" && to < f.To {
		f.To = to
	}
	if l.Stage != nil {
		if err := l.addStage(c, &f); err != nil {
			return f, err
		}
	}
	if l.Limit != nil {
		if f.Limit = *l.Limit; f.Limit < 1 {
			return f, misuse(lang.L("The limit is not a number above 0."), lang.L("Leave --limit out to list every entry."))
		}
	}
	return f, nil
}

func (l *listCommand) addStage(c *call, f *journal.EntryFilter) error {
	if err := c.knowStage(*l.Stage); err != nil {
		return err
	}
	if len(f.Stages) > 0 {
		return misuse(lang.L("Both the query and --stage name a stage."), lang.L("Leave --stage out, and write every stage into the query."))
	}
	f.Stages = []string{*l.Stage}
	return nil
}

// printEntries fetches and prints a page at a time.
func printEntries(ctx context.Context, out *json.Encoder, j Journal, filter journal.EntryFilter) error {
	page := filter
	for {
		page.Limit = pageSize
		if filter.Limit > 0 {
			page.Limit = min(pageSize, filter.Limit-page.Offset)
		}
		entries, err := j.ListEntries(ctx, page)
		if err != nil {
			return fmt.Errorf("list entries: %w", err)
		}
		for _, e := range entries {
			if err := out.Encode(toListed(e)); err != nil {
				return fmt.Errorf("print: %w", err)
			}
		}
		page.Offset += len(entries)
		if len(entries) < page.Limit || page.Offset == filter.Limit {
			return nil
		}
	}
}

// listed is an entry as list prints it.
type listed struct {
	ID        string          `json:"id"`
	At        string          `json:"at"`
	Title     string          `json:"title"`
	Feelings  []listedFeeling `json:"feelings"`
	Stage     string          `json:"stage"`
	Tags      []string        `json:"tags"`
	FirstLine string          `json:"first_line"`
}

type listedFeeling struct {
	Word      string `json:"word"`
	Intensity int    `json:"intensity"`
}

func toListed(e journal.EntrySummary) listed {
	l := listed{
		ID: e.ID.String(), At: rfc3339(e.At), Title: e.Title, Stage: e.Stage, FirstLine: e.FirstLine,
		Feelings: make([]listedFeeling, 0, len(e.Feelings)), Tags: append([]string{}, e.Tags...),
	}
	for _, f := range e.Feelings {
		l.Feelings = append(l.Feelings, listedFeeling(f))
	}
	return l
}
