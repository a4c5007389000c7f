package promises

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"mend/ui/dialogs"
)

// write is one change of the journal.
type write func(context.Context, Store) error

// form is a dialog that is filled in and then kept.
type form struct {
	*dialogs.Form
	screen *Screen
}

func newForm(s *Screen, title, verb string) *form {
	f := &form{Form: dialogs.NewForm(s.deps.Window, s.deps.Tasks), screen: s}
	f.Title, f.Verb = title, verb
	return f
}

// keeps has the form do what act returns, which copies what was typed, and then
// call done, if there is one. What is whole when the window is locked is kept
// too.
func (f *form) keeps(act func() write, done func()) {
	store := f.screen.deps.Store
	f.Act = func() dialogs.Work {
		keep := act()
		return func(ctx context.Context, _ func(int64, int64)) error {
			return keep(context.WithoutCancel(ctx), store)
		}
	}
	f.OnDone = func() {
		if done != nil {
			done()
			return
		}
		f.screen.load()
	}
	f.OnAbandoned = func() {
		if f.Missing != nil {
			if text, _ := f.Missing(); text != "" {
				return
			}
		}
		f.screen.change(act())
	}
}

// needs has the form ask for a text before it can be kept.
func needs(text func() string, at fyne.Focusable, hint string) (string, fyne.Focusable) {
	if strings.TrimSpace(text()) == "" {
		return hint, at
	}
	return "", nil
}
