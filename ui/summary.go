package ui

import (
	"context"

	"mend/journal"
	"mend/ui/summary"
)

func (w *Window) newSummary(s *session) screen {
	report := func(ctx context.Context, c journal.Choice) (journal.Report, error) {
		ctx, stop := s.until(ctx)
		defer stop()
		return journal.NewReport(ctx, s.journal, journal.ReportRequest{Choice: c, Guide: s.guides[0], Guides: s.guides,
			Pages: w.ports.Pages, Families: w.ports.Families, Now: w.ports.Now()})
	}
	return summary.New(summary.Deps{
		Window: s.win, Tasks: w.tasks, Guide: s.guides[0], Pages: w.ports.Pages,
		ListEntries: s.journal.ListEntries,
		Report:      report,
		Compose: func(ctx context.Context, c journal.Choice, o summary.Order) (summary.Composed, error) {
			ctx, stop := s.until(ctx)
			defer stop()
			r, err := report(ctx, c)
			if err != nil {
				return nil, err
			}
			return w.ports.Compose(ctx, r, o)
		},
		Plans: func(ctx context.Context) (journal.SummaryPlans, error) {
			p, err := s.journal.GetProfile(ctx)
			return p.SummaryPlans(), err
		},
		Keep: func(ctx context.Context, plans journal.SummaryPlans) error {
			p, err := s.journal.GetProfile(ctx)
			if err == nil {
				err = p.KeepSummaryPlans(plans)
			}
			if err != nil {
				return err
			}
			return s.journal.UpdateProfile(ctx, p)
		},
		Folded:   func(id string) bool { return s.profile.IsFolded(id, false) },
		Exists:   w.ports.Exists,
		OpenFile: w.ports.OpenFile,
		Paper:    w.ports.Paper,
		Now:      w.ports.Now,
	})
}
