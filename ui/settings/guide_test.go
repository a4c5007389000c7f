package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// guide returns the control of the section about the guide.
func (r *room) guide() *widget.Choices {
	r.Helper()
	return uitest.Find(r, r.win.Content(), func(*widget.Choices) bool { return true })
}

func TestAnotherGuideIsFollowed(t *testing.T) {
	r := newRoom(t, map[string]string{"other": "stays"})
	guide := r.guide()
	if len(guide.Options) != 2 || guide.Selected != 0 || guide.Options[1].Label != "Talk first" {
		t.Fatalf("%d is chosen of %+v", guide.Selected, guide.Options)
	}
	guide.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if r.kept.Guide != "talk-first" || r.kept.Role != journal.Hurt || r.kept.Settings["other"] != "stays" {
		t.Errorf("kept %+v", r.kept.Profile)
	}
	if guide.Selected != 1 || len(r.told) != 1 || r.told[0].Guide != "talk-first" {
		t.Errorf("%d is shown as chosen; the shell was told %+v", guide.Selected, r.told)
	}
	guide.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if r.kept.Guide != journal.DefaultGuide {
		t.Errorf("back to %q", r.kept.Guide)
	}
}

func TestAGuideThatIsNotKeptIsNotShown(t *testing.T) {
	r := newRoom(t, nil)
	r.kept.err = journal.ErrNoSpace
	r.guide().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if r.guide().Selected != 0 || len(r.told) != 0 || !dialogs.IsOpen(r.win) {
		t.Errorf("%d is shown as chosen, and the shell was told %d times", r.guide().Selected, len(r.told))
	}
}

func guides() []journal.Guide {
	return []journal.Guide{
		{ID: journal.DefaultGuide, Title: "Rebuilding trust", About: "A calm path."},
		{ID: "talk-first", Title: "Talk first", About: "Six stages."},
	}
}

func (r *room) guides() []journal.Guide {
	if r.offered != nil {
		return r.offered
	}
	return append(guides(), r.more...)
}

func TestGuidesOfOnesOwnAreOffered(t *testing.T) {
	r := newRoom(t, nil)
	r.more = []journal.Guide{{ID: "own-1", Title: "My way"}}
	r.kept.Guide = "own-1"
	r.screen.Show()
	if guide := r.guide(); len(guide.Options) != 3 || guide.Options[guide.Selected].Label != "My way" {
		t.Errorf("%d is chosen of %+v", guide.Selected, guide.Options)
	}
	r.more = nil // it was deleted meanwhile
	r.screen.Show()
	if guide := r.guide(); len(guide.Options) != 2 || guide.Selected != 0 {
		t.Errorf("%d is chosen of %+v", guide.Selected, guide.Options)
	}
}
