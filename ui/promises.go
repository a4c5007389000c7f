package ui

import (
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/promises"
)

func (w *Window) newPromises(s *session) *promises.Screen {
	var apologies []string
	for _, p := range w.ports.Pages {
		if p.Kind == journal.PageApology {
			apologies = append(apologies, p.ID)
		}
	}
	return promises.New(promises.Deps{
		Window: s.win, Tasks: w.tasks, Store: s.journal,
		Suggestions: func() []journal.Suggestion { return s.profile.Offered(w.ports.Suggestions) },
		Apologies:   apologies, Now: w.ports.Now,
		OnWrite: func(promise uuid.UUID, text string) {
			w.goTo(placeJournal)
			s.entries.NewEntryOnPromise(promise, text)
		},
		OnOpenEntry: func(id uuid.UUID) {
			w.goTo(placeJournal)
			s.entries.OpenEntry(id)
		},
	})
}

// toPromises shows the promises, and toGoals the goals.
func (w *Window) toPromises() { w.turnTo((*promises.Screen).TurnToPromises) }

func (w *Window) toGoals() { w.turnTo((*promises.Screen).TurnToGoals) }

func (w *Window) turnTo(turn func(*promises.Screen)) {
	turn(w.session.promises)
	w.goTo(placePromises)
}
