package entries

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/dialogs"
	"mend/ui/widget"
)

// NewPage puts a guided page to fill in on the paper, in the stage it is at home
// in. The journal has it once something is filled in. Where the page is meant
// for once a week or month and was filled in already, that one is offered.
func (s *Screen) NewPage(id string) { s.NewPageAbout(id, "") }

// NewPageAbout is NewPage for a page that belongs to a stage.
func (s *Screen) NewPageAbout(id, stage string) {
	page, ok := journal.FindPage(s.deps.Pages, id)
	if !ok {
		return
	}
	if stage == "" && len(page.Stages) > 0 {
		stage = page.Stages[0]
	}
	if page.Every == journal.AnyTime {
		s.beginPage(page, stage)
		return
	}
	s.SaveNow() // what is filled in now counts too
	question := s.newest.Add(1)
	from, next := s.turnOf(page.Every)
	var had []journal.EntrySummary
	s.deps.Tasks.Run(func(ctx context.Context) {
		// If it can't be known, the page is begun.
		had, _ = s.deps.Store.ListEntries(ctx, journal.EntryFilter{Page: id, From: from, To: s.known().Today, Limit: 1})
	}, func() {
		switch {
		case s.newest.Load() != question:
		case len(had) == 0:
			s.beginPage(page, stage)
		default:
			s.offerEarlier(page, stage, had[0], next)
		}
	})
}

func (s *Screen) beginPage(page journal.Page, stage string) {
	s.start(journal.Entry{Page: page.ID, Stage: stage}, "")
}

// turnOf returns the first day of the week or month that it is now, and of the
// next one.
func (s *Screen) turnOf(every journal.Rhythm) (from, next journal.Day) {
	now := s.deps.Now()
	noon := time.Date(now.Year(), now.Month(), now.Day(), 12, 0, 0, 0, now.Location())
	if every == journal.Monthly {
		first := noon.AddDate(0, 0, 1-now.Day())
		return journal.DayOf(first), journal.DayOf(first.AddDate(0, 1, 0))
	}
	first := noon.AddDate(0, 0, -((int(now.Weekday()) - int(widget.WeekBegins()) + 7) % 7))
	return journal.DayOf(first), journal.DayOf(first.AddDate(0, 0, 7))
}

// offerEarlier offers the page that was filled in already.
func (s *Screen) offerEarlier(page journal.Page, stage string, had journal.EntrySummary, next journal.Day) {
	days := map[string]any{"Day": dates.Day(journal.DayOf(had.At)), "Next": dates.Day(next)}
	said := lang.L("You filled this in on {{.Day}}. Once a week is enough for it, so the next time is from {{.Next}} on.", days)
	if page.Every == journal.Monthly {
		said = lang.L("You filled this in on {{.Day}}. Once a month is enough for it, so the next time is from {{.Next}} on.", days)
	}
	dialogs.Show(s.deps.Window, page.Title, widget.NewParagraph(said), nil,
		dialogs.Button{Label: lang.L("Not now"), Cancels: true},
		dialogs.Button{Label: lang.L("For another day…"), OnTap: func() {
			s.beginPage(page, stage)
			s.paper.strip.when.open()
		}},
		dialogs.Button{Label: lang.L("Open that one"), Primary: true, OnTap: func() { s.OpenEntry(had.ID) }})
}
