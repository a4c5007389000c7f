package settings_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/ui/dialogs"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// answer types into the open question and gives it.
func (r *room) answer(text string) {
	r.Helper()
	if !dialogs.IsOpen(r.win) {
		r.Fatal("nothing is asked")
	}
	test.Type(r.win.Canvas().Focused(), text)
	r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// paths are the chips of the paths, in the order in which they are offered.
func (r *room) paths() []*widget.Chip { return r.chips("I'd rather not say", "Parting well") }

func TestThePageComesBackToItsTop(t *testing.T) {
	r := newRoom(t, nil)
	page := r.screen.Content().(*container.Scroll)
	r.screen.FocusFirst()
	page.ScrollToBottom()
	if page.Offset.Y == 0 {
		t.Fatal("the page does not scroll")
	}
	r.screen.FocusFirst()
	if page.Offset.Y != 0 {
		t.Errorf("it is shown %g below its top", page.Offset.Y)
	}
}

func TestPathIsKeptWithItsDay(t *testing.T) {
	r := newRoom(t, nil)
	paths := r.paths()
	test.Tap(paths[2])
	r.answer("2026-12-24")
	if r.kept.Path != journal.Trying || r.kept.PathUntil != "2026-12-24" || !paths[2].Selected || !strings.Contains(r.says(), "24 December 2026") {
		t.Fatalf("kept %q until %q", r.kept.Path, r.kept.PathUntil)
	}
	test.Tap(paths[1]) // which has a day too
	r.tap("Cancel")
	if r.kept.Path != journal.Undecided || r.kept.PathUntil != "2026-12-24" {
		t.Errorf("kept %q until %q", r.kept.Path, r.kept.PathUntil)
	}
	test.Tap(paths[4])
	if r.kept.Path != journal.PartingWell || r.kept.PathUntil != "" || !paths[4].Selected || paths[1].Selected || dialogs.IsOpen(r.win) {
		t.Errorf("kept %q until %q", r.kept.Path, r.kept.PathUntil)
	}
	test.Tap(paths[0])
	if r.kept.Path != "" || len(r.told) != 5 {
		t.Errorf("kept %q, told %d times", r.kept.Path, len(r.told))
	}
}

func TestTheReviewDayCanBeChangedAndLeftOut(t *testing.T) {
	r := newRoom(t, nil)
	test.Tap(r.paths()[2])
	r.tap("Without a day")
	if r.kept.Path != journal.Trying || r.kept.PathUntil != "" || !strings.Contains(r.says(), "No day is set") {
		t.Fatalf("kept %q until %q", r.kept.Path, r.kept.PathUntil)
	}
	r.tap("Choose a day…")
	for _, c := range uitest.Shown[*widget.Calendar](r.win.Canvas().Overlays().Top()) {
		r.win.Canvas().Focus(c)
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	r.tap("Keep")
	if r.kept.PathUntil != "2026-06-04" {
		t.Fatalf("kept until %q", r.kept.PathUntil)
	}
	r.tap("Change the day…")
	r.tap("Without a day")
	if r.kept.PathUntil != "" || r.kept.Path != journal.Trying {
		t.Errorf("kept until %q", r.kept.PathUntil)
	}
}

func TestPathRefusesADayThatIsNone(t *testing.T) {
	r := newRoom(t, nil)
	test.Tap(r.paths()[2])
	r.answer("next spring")
	if r.kept.PathUntil != "" || !dialogs.IsOpen(r.win) {
		t.Errorf("kept until %q, told nothing", r.kept.PathUntil)
	}
}

func TestEveryPathSaysWhatItIsAndChanges(t *testing.T) {
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	r := newRoom(t, nil)
	r.offered = guides
	r.enter(false)
	for i, want := range []struct{ says, shows string }{
		{"Nothing is said about it", "shows all its stages"},
		{"Not knowing yet is a complete answer", "shows all its stages"},
		{"Trying is no promise to stay", "shows all its stages"},
		{"You make room between you", "leaves out: Choose whether to try · Agree what changes"},
		{"You part", "leaves out: Choose whether to try · Agree what changes"},
	} {
		if i > 0 {
			test.Tap(r.paths()[i])
			dialogs.CloseAll(r.win)
		}
		if !strings.Contains(r.says(), want.says) || !strings.Contains(r.says(), want.shows) {
			t.Errorf("path %d does not say %q, or not %q", i, want.says, want.shows)
		}
	}
}

func TestAGuideWithoutStagesForThePathIsTold(t *testing.T) {
	r := newRoom(t, nil)
	only := []journal.Path{journal.Trying}
	r.offered = []journal.Guide{
		{ID: "whole", Title: "Whole", Stages: []journal.Stage{{ID: "a", Title: "First"}}},
		{ID: journal.DefaultGuide, Title: "For trying", Stages: []journal.Stage{{ID: "b", Title: "Other", Paths: only}}},
	}
	r.enter(false)
	test.Tap(r.paths()[4])
	if !strings.Contains(r.says(), "follows “Whole”") {
		t.Error("it is not said that another guide is followed")
	}
}

func TestTheFocusComesToTheRoleAsItIs(t *testing.T) {
	r := newRoom(t, nil)
	r.kept.Role = journal.Unsure
	r.screen.FocusFirst() // before the role is read
	r.screen.Show()
	if chip, ok := r.win.Canvas().Focused().(*widget.Chip); !ok || chip.Text != "I am not sure" {
		t.Errorf("the focus is on %+v", r.win.Canvas().Focused())
	}
	elsewhere := r.paths()[0]
	r.kept.Role = journal.Both
	r.screen.FocusFirst()
	r.win.Canvas().Focus(elsewhere)
	if r.screen.Show(); r.win.Canvas().Focused() != fyne.Focusable(elsewhere) {
		t.Error("the focus is taken from where the person went")
	}
}
