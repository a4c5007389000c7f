package ui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/journal/store"
	"mend/ui"
	"mend/ui/widget"
)

// enterCared opens the window with the advice that is shipped.
func enterCared(t *testing.T) *house {
	t.Helper()
	care, err := guide.LoadCare(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	h := enterWith(t, func(_ *house, p *ui.Ports) { p.Care = care })
	h.unlock(passphrase)
	return h
}

func TestSupportGoesBackToWhereItWasOpened(t *testing.T) {
	h := enterCared(t)
	for _, from := range []struct{ place, says string }{{"Path", "How this stands for you"}, {"Settings", "Where you stand"}} {
		h.command(from.place)
		h.command("Support and safety")
		h.command("Support and safety") // from itself, it is no way back
		if !h.says("Help outside") {
			t.Fatal("the page of support does not open")
		}
		h.key(fyne.KeyEscape)
		if h.says("Help outside") || !h.says(from.says) {
			t.Errorf("Escape does not go back to %s", from.place)
		}
	}
	h.command("Lock")
	if h.offers("Support and safety") {
		t.Error("the locked window offers what needs a journal")
	}
}

func TestAYesFoldsEverywhereAtOnce(t *testing.T) {
	h := enterCared(t)
	h.command("Support and safety")
	h.tap("Questions about safety…")
	h.tap("Yes")
	h.tap("Done")
	h.command("Path")
	if !h.says("Folded away") {
		t.Fatal("the Path does not show what is folded away")
	}
	h.command("Lock")
	h.inside(func(ctx context.Context, s *store.Store) error {
		p, err := s.GetProfile(ctx)
		if !p.IsFolded("talk", false) || !p.IsFolded(journal.FoldPartnerPreset, false) {
			t.Error("the folding is not kept")
		}
		return err
	})
	h.keeps()
}

func TestTheCareOfThePathLeadsToSupportAndBack(t *testing.T) {
	h := enterCared(t)
	h.command("Path")
	h.tap("Choose whether to try")
	h.tap("Support and safety")
	if !h.says("Help outside") {
		t.Fatal("the stage does not lead to support")
	}
	h.tap("Back to the Path")
	if !h.says("How this stands for you") || !h.says("Go gently") {
		t.Error("it does not lead back to the stage")
	}
}

func TestThePathLeadsToPromisesGoalsAndPages(t *testing.T) {
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := guide.LoadPages(assets.FS, guides)
	if err != nil {
		t.Fatal(err)
	}
	h := enterWith(t, func(_ *house, p *ui.Ports) { p.Pages = pages })
	h.unlock(passphrase)
	h.command("Path")
	h.tap("Look ahead")
	h.tap("Goals")
	if got := h.focused(); got != "New goal" {
		t.Errorf("the stage does not lead to the goals, but to %q", got)
	}
	h.command("Path")
	h.tap("Agree what changes")
	h.tap("Promises")
	if got := h.focused(); got != "Add a promise" {
		t.Errorf("the stage does not lead to the promises, but to %q", got)
	}
	h.command("Path")
	h.tap("Acknowledge")
	page, _ := journal.FindPage(pages, "kind-of-break")
	h.tap(page.Title) // a page is pressed as a stage is
	if !h.says(page.Fields[0].Label) || h.says("How this stands for you") {
		t.Error("the page is not put on the paper")
	}
}

// focused returns the text of the button that has the focus, if one has.
func (h *house) focused() string {
	if b, ok := h.win.Canvas().Focused().(*widget.Button); ok {
		return b.Text
	}
	return ""
}

func TestRoleAndPathAreFollowedAtOnce(t *testing.T) {
	const hurt, caused = "Put down what was never yours to carry", "List the specific things you did, with no one else in the sentence"
	h := enterCared(t)
	h.command("Settings")
	h.tap("I caused the hurt")
	h.command("Path")
	h.tap("Take responsibility")
	if h.says(hurt) || !h.says(caused) {
		t.Error("the Path does not follow the role")
	}
	h.tickFirst()
	h.tap("Talk and listen")
	h.tickFirst()
	h.command("Settings")
	h.tap("Stepping back")
	h.command("Path")
	if h.says("Reconnect") || !h.says("Not on the path you chose") || !h.says("Talk and listen") {
		t.Error("the Path does not follow the path that was chosen")
	}
	h.command("Settings")
	h.tap("I'd rather not say")
	h.command("Path")
	if !h.says("Reconnect") || h.says("Not on the path you chose") {
		t.Error("the way back does not show everything")
	}
}

func TestHelpLeadsToSupportByKeyboard(t *testing.T) {
	h := enterCared(t)
	h.command("Path")
	h.key(fyne.KeyF1)
	for range 4 {
		if h.focused() == "Support and safety" {
			break
		}
		h.win.Canvas().FocusNext()
	}
	h.key(fyne.KeyReturn)
	if !h.says("Help outside") {
		t.Error("F1 does not lead to the page of support")
	}
	h.command("Today")
	h.tap("Support and safety")
	if !h.says("Help outside") {
		t.Error("Today does not lead to the page of support")
	}
}

func TestTheFirstRunAsksAboutSafety(t *testing.T) {
	care, err := guide.LoadCare(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	h := enterWith(t, func(_ *house, p *ui.Ports) { p.Care = care })
	h.inside(func(ctx context.Context, s *store.Store) error {
		return s.UpdateProfile(ctx, journal.Profile{Role: journal.Unsure, Guide: journal.DefaultGuide})
	})
	h.unlock(passphrase)
	h.tap("Continue") // who could read this
	h.tap("Continue") // role and guide
	h.tap("Yes")
	h.tickFirst() // keep my answers
	h.tap("Continue")
	if !h.says("Help outside") {
		t.Fatal("a yes does not lead to the page of support")
	}
	h.tap("Begin")
	h.command("Path")
	if !h.says("Folded away") {
		t.Error("nothing is folded away after a yes")
	}
	h.command("Lock")
	h.keeps(care.Questions[0].Text + " Yes")
}
