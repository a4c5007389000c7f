package ui_test

import (
	"context"
	"image"
	"strings"
	"testing"

	"mend/journal"
	"mend/journal/store"
	"mend/ui"
	"mend/ui/summary"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// expectBare fails unless the window is locked with nothing over it.
func (h *house) expectBare() {
	h.Helper()
	if !h.isLocked() || h.win.Canvas().Overlays().Top() != nil {
		h.Errorf("locked: %t; something lies over it: %t", h.isLocked(), h.win.Canvas().Overlays().Top() != nil)
	}
}

// What was begun before a lock asks nothing after it.
func TestNothingIsAskedOverALockedWindow(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("Settings")
	h.profiled = func() { h.profiled = nil; h.command("Lock") }
	h.tap("Trying until a day")
	h.expectBare()
}

// printed is a summary whose file is written in a moment of the test's choice.
type printed struct{ saving func() }

func (printed) Report() journal.Report        { return journal.Report{} }
func (printed) Pages() int                    { return 1 }
func (printed) Size() (width, height float32) { return 600, 800 }
func (printed) Page(int, int) image.Image     { return image.NewGray(image.Rect(0, 0, 6, 8)) }
func (printed) Text() string                  { return "" }
func (p printed) Save(context.Context, summary.Saving) (int, error) {
	p.saving()
	return 0, nil
}

// A summary that is on its way to be printed opens in no other window once the
// journal is locked, where it would be seen.
func TestNothingOpensInAViewerAfterALock(t *testing.T) {
	for name, lock := range map[string]bool{"stays open": false, "is locked": true} {
		t.Run(name, func(t *testing.T) {
			opened, composing := 0, func() {}
			h := enterWith(t, func(h *house, p *ui.Ports) {
				p.OpenFile = func(string) error { opened++; return nil }
				p.Compose = func(context.Context, journal.Report, summary.Order) (summary.Composed, error) {
					composing()
					return printed{func() {
						if lock {
							h.command("Lock")
						}
					}}, nil
				}
			})
			h.unlock(passphrase)
			h.command("New entry")
			h.typeText("to be printed")
			h.command("Reflection summary")
			h.tap("Print…")
			h.tap("Choose a place")
			h.tap("Save")
			h.tap("Replace")
			if want := map[bool]int{true: 0, false: 1}[lock]; opened != want {
				t.Errorf("opened %d times, want %d", opened, want)
			}
			if lock {
				h.expectBare()
			}
		})
	}
}

// The viewer may say late that it shows nothing: the place of the file, which
// has words in it, is not said over the locked window.
func TestAViewerThatFailsAfterALockIsNotTold(t *testing.T) {
	h := enterWith(t, func(h *house, p *ui.Ports) {
		p.OpenFile = func(string) error { h.command("Lock"); return context.DeadlineExceeded }
		p.Compose = func(context.Context, journal.Report, summary.Order) (summary.Composed, error) {
			return printed{func() {}}, nil
		}
	})
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("to be printed")
	h.command("Reflection summary")
	h.tap("Print…")
	h.tap("Choose a place")
	h.tap("Save")
	h.tap("Replace")
	h.expectBare()
}

// A lock ends what puts a summary together: it holds the words of all entries.
func TestALockEndsTheComposing(t *testing.T) {
	var after error
	h := enterWith(t, func(h *house, p *ui.Ports) {
		p.Compose = func(ctx context.Context, _ journal.Report, _ summary.Order) (summary.Composed, error) {
			h.command("Lock")
			after = ctx.Err()
			return printed{func() {}}, nil
		}
	})
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("to be printed")
	h.command("Reflection summary")
	h.tap("Save the summary…")
	h.tap("Save it unsealed")
	h.tap("Save")
	h.tap("Replace")
	if after == nil {
		t.Error("it goes on after the lock")
	}
	h.expectBare()
}

// What was written for a summary right before a lock is kept with the rest.
func TestALockKeepsWhatIsChosenForASummary(t *testing.T) {
	for name, leave := range map[string]func(*house){
		"lock":  func(h *house) { h.command("Lock") },
		"end":   func(h *house) { h.window.Stop() },
		"guide": func(h *house) { h.follow("Talk first"); h.command("Lock") },
	} {
		t.Run(name, func(t *testing.T) {
			h := enter(t)
			h.unlock(passphrase)
			h.command("New entry")
			h.typeText("to be told")
			h.command("Reflection summary")
			h.tap("For a counsellor")
			h.win.Canvas().Focus(uitest.Find(h, h.win.Content(), func(*widget.TextArea) bool { return true }))
			h.typeText("what I want")
			leave(h)
			h.inside(func(ctx context.Context, s *store.Store) error {
				p, err := s.GetProfile(ctx)
				plan := p.SummaryPlans().For(journal.ForCounsellor)
				if !strings.Contains(plan.Line+plan.First.Happened+plan.First.Wants, "what I want") {
					t.Errorf("kept is %+v", plan)
				}
				return err
			})
		})
	}
}
