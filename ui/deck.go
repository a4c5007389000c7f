package ui

import (
	"mend/journal"
	"mend/ui/deck"
)

// placeDeck is the screen of the questions to ask each other, which is not in
// the rail.
const placeDeck = "deck"

// stageTalk is the stage that the deck belongs to.
const stageTalk = "talk"

// newDeck builds the screen of the deck, which goes back to the place it was
// come to from.
func (w *Window) newDeck(s *session) screen {
	return deck.New(deck.Deps{
		Window: s.win, Tasks: w.tasks, Store: s.journal,
		Questions: w.ports.Deck,
		Now:       w.ports.Now, Seed: uint64(w.ports.Now().UnixNano()),
		Folded: func() bool {
			stage, _ := journal.FindStage(s.guides, stageTalk)
			return s.profile.IsFolded(stageTalk, stage.Folded) || s.profile.IsFolded(journal.FoldDeck, false)
		},
		OnWrite: func(question string) {
			w.goTo(placeJournal)
			s.entries.NewEntryAbout(stageTalk, "", question)
		},
		OnBack: func() { w.goTo(s.before) },
		Back:   func() string { return backTo(s.before) },
	})
}

// toDeck shows the deck.
func (w *Window) toDeck() { w.visit(placeDeck) }
