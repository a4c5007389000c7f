package summary

import (
	"context"
	"time"

	"mend/ui/dialogs"
)

// keepAfter is how long the choices must rest before they are kept.
const keepAfter = 500 * time.Millisecond

// keepSoon keeps what is chosen for the next time, once it rests.
func (s *Screen) keepSoon() {
	if s.unkept != nil {
		s.unkept()
	}
	s.unkept = s.deps.Tasks.After(keepAfter, s.keep)
}

// KeepNow keeps what is chosen, if that waits for a rest.
func (s *Screen) KeepNow() {
	if s.unkept != nil {
		s.keep()
	}
}

// keep keeps what is chosen, in the journal, and when a summary was saved last.
func (s *Screen) keep() {
	if s.unkept != nil {
		s.unkept()
		s.unkept = nil
	}
	s.plans = s.plans.With(s.recipient, s.plan)
	plans := s.plans
	var err error
	s.deps.Tasks.Run(func(ctx context.Context) {
		err = s.deps.Keep(context.WithoutCancel(ctx), plans)
	}, func() { dialogs.ShowError(s.deps.Window, err) })
}
