package ui

import (
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/promises"
)

func (w *Window) newPromises(s *session) screen {
	var apologies []string
	for _, p := range w.ports.Pages {
		if p.Kind == journal.PageApology {
			apologies = append(apologies, p.ID)
		}
	}
	return promises.New(promises.Deps{
		Window: w.win, Tasks: w.tasks, Store: s.journal,
		Suggestions: w.ports.Suggestions, Apologies: apologies, Now: w.ports.Now,
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
