package ui

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/insights"
)

func (w *Window) newInsights(s *session) screen {
	return insights.New(insights.Deps{
		Window: s.win, Tasks: w.tasks, Now: w.ports.Now,
		Stages: func() []journal.Stage { return s.guides[0].Stages },
		Compute: func(ctx context.Context, q insights.Query) ([]journal.Chart, error) {
			ctx, stop := s.until(ctx)
			defer stop()
			return journal.Insights(ctx, s.journal, journal.InsightRequest{
				From: q.From, To: q.To, Stages: q.Stages,
				Guides: s.guides, Pages: w.ports.Pages, Families: w.ports.Families, Now: w.ports.Now(),
			})
		},
		Draw: w.ports.Draw,
		Entries: func(ctx context.Context, from, to journal.Day, ids []uuid.UUID) ([]journal.EntrySummary, error) {
			list, err := s.journal.ListEntries(ctx, journal.EntryFilter{From: from, To: to})
			return slices.DeleteFunc(list, func(e journal.EntrySummary) bool { return !slices.Contains(ids, e.ID) }), err
		},
		OnOpenEntry: func(id uuid.UUID) {
			w.goTo(placeJournal)
			s.entries.OpenEntry(id)
		},
	})
}
