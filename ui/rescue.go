package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
)

// rescueEvery is how often words that could not be saved are tried again while
// their journal is open.
const rescueEvery = 15 * time.Second

// relay passes a screen's calls on to an open journal. It lets words that
// could not be saved before a lock reach the journal once it is open again.
type relay struct{ Journal }

// rescue is text that could not be saved when its journal was locked. It stays
// in memory until that journal is open again and has it.
type rescue struct {
	path  string
	relay *relay
	save  func(context.Context) error
}

// saveTo saves the words into j, off the UI goroutine.
func (r *rescue) saveTo(ctx context.Context, j Journal) error {
	r.relay.Journal = j
	return r.save(ctx)
}

// keepUnsaved holds on to words that failed to be saved at a lock, and says so.
func (w *Window) keepUnsaved(s *session, save func(context.Context) error, why error) {
	w.unsaved = append(w.unsaved, &rescue{path: s.journal.Path(), relay: s.journal, save: save})
	what, _ := journal.Explain(why)
	dialogs.ShowNotice(w.win, lang.L("Your last words are not saved yet"), lang.L(what)+" "+
		lang.L("Mend holds them in memory. Keep this window open and unlock the journal again: they are saved then."))
	w.rescueUnsaved()
}

// unsavedOf returns the words that belong to the journal of s, oldest first.
func (w *Window) unsavedOf(s *session) []*rescue {
	return slices.DeleteFunc(slices.Clone(w.unsaved), func(r *rescue) bool { return r.path != s.journal.Path() })
}

// rescueUnsaved saves what earlier locks could not, if its journal is open, and
// tries again for as long as that fails.
func (w *Window) rescueUnsaved() {
	s := w.session
	if s == nil {
		return
	}
	open, waiting := s.journal.Journal, w.unsavedOf(s)
	if len(waiting) == 0 {
		return
	}
	saved := 0
	var err error
	w.tasks.Run(func(ctx context.Context) {
		for _, r := range waiting {
			if err = r.saveTo(ctx, open); err != nil {
				return
			}
			saved++
		}
	}, func() {
		w.unsaved = slices.DeleteFunc(w.unsaved, func(r *rescue) bool { return slices.Contains(waiting[:saved], r) })
		if err != nil && w.session == s {
			w.tasks.After(rescueEvery, w.rescueUnsaved)
		}
	})
}
