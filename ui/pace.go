package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/today"
)

// paceTick is how often it is looked whether a time has come that the person
// chose.
const paceTick = 5 * time.Second

// pace is what Mend does of itself while a journal is open, so that writing does
// not stir up more than it settles. All of it is said inside the window, in
// words that tell nothing of what is written.
type pace struct {
	since   time.Time            // when the journal was opened, or the person said: not yet
	asking  bool                 // it is asked whether it is enough
	cooling []journal.CoolingOff // that run
	wrote   bool                 // something was saved since an entry was left
	nudged  bool                 // it was said that entries end harder; once is enough
	stop    func()
}

// beginPace keeps time with the person until the journal is locked.
func (w *Window) beginPace(s *session) {
	s.pace.since = w.ports.Now()
	s.pace.stop = w.tasks.Every(paceTick, func() { w.keepPace(s) })
}

func (w *Window) keepPace(s *session) {
	now := w.ports.Now()
	for _, c := range slices.Clone(s.pace.cooling) {
		if !c.BackAt.After(now) {
			s.pace.cooling = slices.DeleteFunc(s.pace.cooling, func(o journal.CoolingOff) bool { return o.Entry == c.Entry })
			w.noteReturn(s, c)
		}
	}
	if limit := s.profile.EnoughAfter(); limit > 0 && !s.pace.asking && now.Sub(s.pace.since) >= limit {
		w.askEnough(s)
	}
	if t, ok := s.screens[placeToday].(*today.Screen); ok && s.current == placeToday && t.Day() != journal.DayOf(now) {
		t.Show()
	}
}

// askEnough asks whether it is enough for today, without getting in the way.
func (w *Window) askEnough(s *session) {
	s.pace.asking = true
	answered := func() { s.pace.since, s.pace.asking = w.ports.Now(), false }
	s.notices.Ask(lang.L("The journal has been open for the time you chose. Is it enough for today?"),
		act{lang.L("Enough for today"), func() { answered(); w.endToday() }},
		act{lang.L("Not yet"), answered})
}

// noteReturn says that the moment has come at which the person comes back, if
// the page still says so.
func (w *Window) noteReturn(s *session, c journal.CoolingOff) {
	var e journal.Entry
	var err error
	w.tasks.Run(func(ctx context.Context) { e, err = s.journal.GetEntry(ctx, c.Entry) }, func() {
		still, ok := w.coolingOff(e)
		if w.session != s || err != nil || !e.Deleted.IsZero() || !ok || !still.BackAt.Equal(c.BackAt) {
			return
		}
		s.notices.Ask(lang.L("The time has come that you set for coming back. If it is too soon, you can take longer."),
			act{lang.L("Open the page"), func() { w.openEntry(c.Entry) }}, act{lang.L("Close"), nil})
		if s.current == placeToday {
			s.screens[placeToday].Show()
		}
	})
}

func (w *Window) openEntry(id uuid.UUID) {
	w.goTo(placeJournal)
	w.session.entries.OpenEntry(id)
}

// coolingOff returns the time-out that an entry holds, or false.
func (w *Window) coolingOff(e journal.Entry) (journal.CoolingOff, bool) {
	return journal.CoolingOffOf(w.ports.Pages, journal.EntryFacts{ID: e.ID, Page: e.Page, Fields: e.Fields}, w.ports.Now().Location())
}

// onSaved follows what the Journal screen has saved: a time-out may be in it.
func (w *Window) onSaved(s *session, e journal.Entry) {
	s.pace.wrote = true
	s.pace.cooling = slices.DeleteFunc(s.pace.cooling, func(c journal.CoolingOff) bool { return c.Entry == e.ID })
	if c, ok := w.coolingOff(e); ok && c.BackAt.After(w.ports.Now()) {
		s.pace.cooling = append(s.pace.cooling, c)
	}
}

// onLeft looks, when an entry was left that was written in, whether several in a
// row have ended harder than they began. It counts on this computer alone, and
// nothing of it is kept.
func (w *Window) onLeft(s *session) {
	if w.session != s || !s.pace.wrote || s.pace.nudged || !s.profile.Nudges() {
		return
	}
	s.pace.wrote = false
	filter := journal.RecentFilter(w.ports.Now())
	var recent []journal.EntryFacts
	w.tasks.Run(func(ctx context.Context) {
		// Where it can't be known, nothing is said.
		_ = s.journal.EachFacts(ctx, filter, func(e journal.EntryFacts) error {
			recent = append(recent, e)
			return nil
		})
	}, func() {
		if w.session == s && !s.pace.nudged && journal.HarderInARow(recent) {
			w.nudge(s)
		}
	})
}

// nudge points to what may help more than going on.
func (w *Window) nudge(s *session) {
	s.pace.nudged = true
	s.notices.Ask(lang.L("The last few times, it was harder after writing than before. That happens. Plain facts, a break or a person may help more than going on."),
		act{lang.L("Plain facts"), func() { w.writeFacts("") }},
		act{lang.L("A break"), w.endToday},
		act{lang.L("A person to turn to"), w.toCare},
		act{lang.L("Close"), nil},
		act{lang.L("Don't say this again"), func() {
			w.changeProfile(s, func(p *journal.Profile) { p.Nudge(false) })
		}})
}
