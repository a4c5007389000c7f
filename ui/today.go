package ui

import (
	"context"

	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/today"
)

func (w *Window) newToday(s *session) *today.Screen {
	return today.New(today.Deps{
		Window: s.win, Tasks: w.tasks, Store: s.journal,
		Guide: func() journal.Guide { return s.guides[0] },
		Pages: w.ports.Pages, Families: w.ports.Families, Now: w.ports.Now,
		OnNew: w.blankEntry, OnType: w.typeNew,
		OnWrite: func(stage, step, prompt string) {
			w.goTo(placeJournal)
			s.entries.NewEntryAbout(stage, step, prompt)
		},
		OnFacts: w.writeFacts,
		OnPages: w.choosePage,
		OnOpenEntry: func(id uuid.UUID) {
			w.goTo(placeJournal)
			s.entries.OpenEntry(id)
		},
		OnOpenStage: w.openStage,
		OnPromises:  func() { w.goTo(placePromises) },
		OnPromise: func(id uuid.UUID) {
			w.goTo(placePromises)
			s.promises.OpenPromise(id)
		},
		OnGoal: func(id uuid.UUID) {
			w.goTo(placePromises)
			s.promises.OpenGoal(id)
		},
		OnSettings: func() { w.goTo(placeSettings) },
		OnEnough:   w.endToday,
		OnCare:     w.toCare,
		OnProfile:  func(p journal.Profile) { w.follow(s, p) },
		OnEntry:    s.entries.LetGo,
		OnCooling:  func(running []journal.CoolingOff) { s.pace.cooling = running },
	})
}

// typeNew begins an entry with a character.
func (w *Window) typeNew(r rune) {
	w.newEntry()
	if body := w.win.Canvas().Focused(); body != nil {
		body.TypedRune(r)
	}
}

// writeFacts begins an entry of plain facts: on the page for it, or, if there is
// none, under a question about them.
func (w *Window) writeFacts(question string) {
	w.goTo(placeJournal)
	if pages := journal.PagesOfKind(w.ports.Pages, journal.PageFacts); len(pages) > 0 {
		w.session.entries.NewFacts(pages[0])
		return
	}
	if question == "" {
		question = lang.L("What happened, as a camera would have seen it?")
	}
	w.session.entries.NewEntryAbout("", "", question)
}

// openStage shows a stage on the Path.
func (w *Window) openStage(stage string) {
	w.goTo(placePath)
	if p, ok := w.session.screens[placePath].(interface{ OpenStage(string) }); ok {
		p.OpenStage(stage)
	}
}

// endToday asks whether it is enough for today, and locks the journal.
func (w *Window) endToday() {
	s := w.session
	s.entries.SaveNow()
	today.Ending{
		Window: s.win, Tasks: w.tasks, Store: s.journal, Now: w.ports.Now,
		Facts: s.profile.KeepsToFacts(), OnEntry: s.entries.LetGo, OnLock: w.Lock, OnCare: w.toCare,
	}.Ask()
}

// changeProfile saves what edit does to the profile of the open journal, and
// follows it.
func (w *Window) changeProfile(s *session, edit func(*journal.Profile)) {
	var p journal.Profile
	var err error
	w.tasks.Run(func(ctx context.Context) {
		if p, err = s.journal.GetProfile(ctx); err != nil {
			return
		}
		edit(&p)
		err = s.journal.UpdateProfile(ctx, p)
	}, func() {
		if err != nil {
			dialogs.ShowError(w.win, err)
			return
		}
		w.follow(s, p)
	})
}
