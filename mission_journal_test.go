//go:build linux

package main_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/assets"
	"mend/journal"
	"mend/journal/archive"
	"mend/journal/guide"
)

// filled is an entry on a guided page with something in every field, and what a
// summary tells of it.
type filled struct {
	entry journal.Entry
	page  journal.Page
	told  []string
}

// written is a journal in which every method was used: journal.Contents, to be
// put into an archive.
type written struct {
	guides []journal.Guide
	pages  []journal.Page
	filled []filled // in the order of the pages, and one page a second time
	ticks  []journal.Tick
	states []journal.StageState
	goals  []journal.GoalLog
	own    journal.Own
	letter journal.Entry // still sealed
}

var _ journal.Contents = (*written)(nil)

// writtenFrom is the day of the first entry; each has a day of its own.
func writtenFrom() time.Time { return time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC) }

func newWritten(t *testing.T) *written {
	t.Helper()
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := guide.LoadPages(assets.FS, guides)
	if err != nil {
		t.Fatal(err)
	}
	w := &written{guides: guides, pages: pages}
	again, _ := journal.FindPage(pages, "where-i-am") // forgiving may take several attempts
	for n, p := range append(slices.Clone(pages), again) {
		w.filled = append(w.filled, fillIn(p, n))
	}
	w.letter = fillIn(mustPage(t, pages, "letter"), len(w.filled)).entry
	w.letter.SealedUntil, w.letter.Fields = "9999-01-01", map[string]string{"letter": "Only for the far day: " + rareBody}
	w.walk()
	w.aim()
	w.add(guides[0])
	return w
}

func mustPage(t *testing.T, pages []journal.Page, id string) journal.Page {
	t.Helper()
	p, ok := journal.FindPage(pages, id)
	if !ok {
		t.Fatalf("there is no page %q", id)
	}
	return p
}

// fillIn fills in every field of a page, in the n-th entry.
func fillIn(p journal.Page, n int) filled {
	at := writtenFrom().AddDate(0, 0, n)
	f := filled{page: p, entry: journal.Entry{
		ID: uuid.NewSHA1(uuid.NameSpaceOID, []byte(p.ID+strconv.Itoa(n))), At: at, Created: at, Edited: at,
		Page: p.ID, Stage: p.Stages[0], Fields: map[string]string{}, Before: 2, After: 3,
	}}
	for _, field := range p.Fields {
		value, told := answerTo(p, field, n)
		f.entry.Fields[field.Key] = value
		f.told = append(append(f.told, field.Group, field.Label), told...)
	}
	return f
}

// answerTo returns a value for a field, and the words it is told in.
func answerTo(p journal.Page, f journal.PageField, n int) (value string, told []string) {
	words := fmt.Sprintf("My %d words on %s of %s.", n, f.Key, p.ID)
	switch f.Kind {
	case journal.FieldFeelings:
		return "calm:2\nwary:4", []string{"calm (light), wary (strong)"}
	case journal.FieldRating:
		value := strconv.Itoa(1 + n%5)
		return value, []string{value + " of 5", f.Low, f.High}
	case journal.FieldChoice:
		return f.Options[n%len(f.Options)].ID, []string{f.Options[n%len(f.Options)].Label}
	case journal.FieldChecklist:
		for _, o := range f.Options {
			value += o.ID + "\n"
			told = append(told, o.Label)
		}
		return value + words, append(told, words)
	case journal.FieldDate:
		if f.Clock {
			return "2026-02-03T18:30:00Z", []string{"Tuesday 3 February 2026, 18:30"}
		}
		return "2026-02-03", []string{"3 February 2026"}
	case journal.FieldSideBySide:
		return journal.JoinSides("Left: "+words, "Right: "+words), []string{f.Left, "Left: " + words, f.Right, "Right: " + words}
	}
	return words, []string{words}
}

// walk ticks the first step of every stage of every guide, and sets how the
// stage stands.
func (w *written) walk() {
	seen := map[string]bool{}
	at := writtenFrom()
	for _, g := range w.guides {
		for _, s := range g.Stages {
			at = at.Add(time.Hour)
			if step := s.Steps[0]; !seen[step.ID] {
				w.ticks = append(w.ticks, journal.Tick{Step: step.ID, Done: true, At: at, Note: "Noted beside " + step.ID})
			}
			if !seen[s.ID] {
				w.states = append(w.states, journal.StageState{Stage: s.ID, State: journal.Working, At: at, Reason: "Because of " + s.ID})
			}
			seen[s.Steps[0].ID], seen[s.ID] = true, true
		}
	}
}

func (w *written) aim() {
	for i, term := range journal.Terms() {
		g := journal.Goal{ID: uuid.UUID{byte(i + 1)}, At: writtenFrom(), Term: term, Text: "A goal, " + string(term), DoneWhen: "It is there.", Due: "2027-01-01"}
		reached := g
		reached.At, reached.Reached = g.At.AddDate(0, 0, 3), journal.Day("2026-01-05")
		w.goals = append(w.goals, journal.GoalLog{Wordings: []journal.Goal{g, reached}})
	}
}

// add gives the person something of their own of every kind.
func (w *written) add(base journal.Guide) {
	at := writtenFrom()
	own := journal.OwnGuide{Guide: base, Base: base.ID, Edited: at}
	own.ID, own.Title = "own-mine", "My own order"
	w.own = journal.Own{
		Guides:    []journal.OwnGuide{own},
		Prompts:   []journal.OwnPrompt{{ID: uuid.UUID{1}, Text: "What was easy?", Stage: "keep", Created: at, Edited: at}},
		Contacts:  []journal.Contact{{ID: uuid.UUID{2}, Name: "A friend", Reach: "next door", Created: at, Edited: at}},
		Questions: []journal.QuestionMark{{Question: "soup-or-cake", Favourite: true, Asked: "2026-01-03", Edited: at}},
	}
}

func (w *written) GetProfile(context.Context) (journal.Profile, error) {
	p := journal.Profile{Role: journal.Both, Path: journal.Trying, PathUntil: "2026-09-01", Guide: journal.DefaultGuide, Welcomed: true}
	p.Fold("forgive", journal.FoldPartnerPreset)
	return p, nil
}

func (w *written) EachEntry(_ context.Context, filter journal.EntryFilter, f func(journal.Entry) error) error {
	if filter.InBin {
		return nil
	}
	for _, page := range w.filled {
		if err := f(page.entry); err != nil {
			return err
		}
	}
	return f(w.letter)
}

func (w *written) ListRevisions(context.Context, uuid.UUID) ([]journal.Revision, error) {
	return nil, nil
}
func (w *written) ListTicks(context.Context) ([]journal.Tick, error) { return w.ticks, nil }
func (w *written) ListStageStates(context.Context) ([]journal.StageState, error) {
	return w.states, nil
}
func (w *written) ListPromises(context.Context) ([]journal.PromiseLog, error) { return nil, nil }
func (w *written) ListGoals(context.Context) ([]journal.GoalLog, error)       { return w.goals, nil }
func (w *written) GetOwn(context.Context) (journal.Own, error)                { return w.own, nil }

// archiveAt writes the journal as an archive.
func (w *written) archiveAt(t *testing.T, file string) {
	t.Helper()
	var out bytes.Buffer
	if _, err := archive.Write(t.Context(), &out, w, writtenFrom()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// of returns what was filled in on a page.
func (w *written) of(page string) (all []filled) {
	for _, f := range w.filled {
		if f.page.ID == page {
			all = append(all, f)
		}
	}
	return all
}

// plainly returns Markdown without what keeps signs from being marks, its lines
// joined.
func plainly(md string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(md, `\`, "")), " ")
}
