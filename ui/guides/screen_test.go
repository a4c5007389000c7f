package guides_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/guides"
	"mend/ui/tasks"
)

func TestAGuideIsCopiedNotChanged(t *testing.T) {
	r := enter(t)
	if r.on() != "Copy and change" || !r.says("The guide you follow") {
		t.Fatalf("the focus is on %q", r.on())
	}
	r.key(fyne.KeyReturn)
	r.write("Our own way")
	r.key(fyne.KeyReturn)
	g, base := r.guide(), builtIn(t)[0]
	if g.Title != "Our own way" || g.Base != base.ID || !journal.IsOwn(g.ID) || len(g.Stages) != len(base.Stages) || g.About != base.About {
		t.Errorf("kept %q of %q with %d stages", g.Title, g.Base, len(g.Stages))
	}
	if len(r.told) != 1 || !r.says("Our own way") || r.on() != base.Stages[0].Title {
		t.Errorf("the shell knows %d guides, the focus is on %q", len(r.told), r.on())
	}
	r.key(fyne.KeyEscape)
	if !r.offers("Copy and change") || r.on() != "Change" {
		t.Errorf("Escape leads to %q", r.on())
	}
	r.key(fyne.KeyEscape)
	if r.back != 1 {
		t.Error("Escape does not go back")
	}
}

func TestFollowingAGuideComesBeforeChangingIt(t *testing.T) {
	r := enter(t)
	r.win.Canvas().FocusNext()
	if r.on() != "Follow this guide" {
		t.Errorf("behind the guide that is followed comes %q", r.on())
	}
	r.win.Canvas().FocusNext()
	if r.on() != "Copy and change" {
		t.Errorf("behind following a guide comes %q", r.on())
	}
}

func TestWordsAreChangedAndRestored(t *testing.T) {
	r := copied(t)
	r.tap("Reword…")
	r.write("Begin here")
	r.key(fyne.KeyReturn)
	if r.stage("acknowledge").Title != "Begin here" || r.row("Begin here") == nil {
		t.Fatal("the stage is not reworded")
	}
	step := r.stage("acknowledge").Steps[0]
	test.Tap(r.row(step.Title))
	r.win.Canvas().FocusNext()
	if r.on() != "Reword…" {
		t.Fatalf("behind the step comes %q", r.on())
	}
	r.key(fyne.KeyReturn)
	r.write("One small step")
	r.key(fyne.KeyReturn)
	if got := r.stage("acknowledge").Steps[0]; got.Title != "One small step" || got.Prompt != step.Prompt || got.ID != step.ID {
		t.Errorf("the step is %+v", got)
	}
	r.tap("Restore the words")
	if r.stage("acknowledge").Title != "Acknowledge" {
		t.Error("the stage's words are not restored")
	}
	r.tap("Restore the words")
	if r.stage("acknowledge").Steps[0].Title != step.Title || r.offers("Restore the words") {
		t.Error("the step's words are not restored")
	}
}

func TestStagesAndStepsAreAddedAndRemoved(t *testing.T) {
	r := copied(t)
	r.tap("Add a stage…")
	r.key(fyne.KeyReturn)
	if !r.says("Give the stage a title.") {
		t.Error("a stage without a title is not asked about")
	}
	r.write("Walks")
	r.key(fyne.KeyReturn)
	at := slices.IndexFunc(r.guide().Stages, func(s journal.Stage) bool { return s.Title == "Walks" })
	if at < 0 || r.guide().Stages[at].Phase != "steady" || r.on() != "Walks" {
		t.Fatalf("the stage is at %d, the focus on %q", at, r.on())
	}
	r.tap("Add a step…")
	r.write("Walk to the river")
	r.key(fyne.KeyReturn)
	stage := r.guide().Stages[at]
	if len(stage.Steps) != 1 || !strings.HasPrefix(stage.Steps[0].ID, stage.ID+".own-") || r.on() != "Walk to the river" {
		t.Fatalf("steps %+v, the focus on %q", stage.Steps, r.on())
	}
	r.tap("Add a question…")
	r.write("Where did we stop?")
	r.tap("Add the question")
	if got := r.guide().Stages[at].Prompts; len(got) != 1 || got[0].Text != "Where did we stop?" {
		t.Fatalf("questions %+v", got)
	}
	r.win.Canvas().FocusNext()
	r.win.Canvas().FocusNext()
	if r.on() != "Remove" {
		t.Fatalf("behind the question comes %q", r.on())
	}
	r.key(fyne.KeyReturn)
	if got := r.guide().Stages[at].Prompts; len(got) != 0 || r.on() != "Add a question…" {
		t.Errorf("questions %+v, the focus on %q", got, r.on())
	}
	r.tap("Remove") // the stage
	if slices.ContainsFunc(r.guide().Stages, func(s journal.Stage) bool { return s.Title == "Walks" }) {
		t.Error("the stage is not removed")
	}
	r.screen.Undo()
	if got := r.guide().Stages[at]; got.Title != "Walks" || len(got.Steps) != 1 {
		t.Errorf("undo brings back %+v", got)
	}
}

func TestOrderIsChangedByKeyAndButton(t *testing.T) {
	r := copied(t)
	order := func() (ids []string) {
		for _, s := range r.guide().Stages {
			ids = append(ids, s.ID)
		}
		return ids[:4]
	}
	if !r.screen.Move(1) || !slices.Equal(order(), []string{"choose", "acknowledge", "cool-off", "understand"}) || r.on() != "Acknowledge" {
		t.Fatalf("Alt+Down: %v, the focus on %q", order(), r.on())
	}
	r.tap("Move down")
	r.key(fyne.KeyReturn)
	if r.stage("acknowledge").Phase != "rebuild" || r.on() != "Move down" {
		t.Fatalf("twice down: %v in %q, the focus on %q", order(), r.stage("acknowledge").Phase, r.on())
	}
	steps := r.stage("acknowledge").Steps
	r.win.Canvas().Focus(r.row(steps[1].Title))
	r.screen.Move(-1)
	if got := r.stage("acknowledge").Steps; got[0].ID != steps[1].ID || got[1].ID != steps[0].ID {
		t.Error("the step did not move up")
	}
	if r.on() != steps[1].Title {
		t.Errorf("the focus went to %q", r.on())
	}
	r.tap("Name and purpose…")
	r.key(fyne.KeyEscape)
	if r.screen.Move(1) {
		t.Error("a button of the guide moves something")
	}
}

func TestHidingLeavesSomething(t *testing.T) {
	r := copied(t)
	r.tap("Hide")
	if !r.stage("acknowledge").Hidden || !r.says("the Path leaves this stage out") || r.on() != "Show" {
		t.Fatalf("the stage is not hidden, or the focus went to %q", r.on())
	}
	for _, s := range r.guide().Stages[1:] {
		test.Tap(r.row(s.Title))
		if dialogs.IsOpen(r.win) {
			break
		}
		r.tap("Hide")
	}
	if !dialogs.IsOpen(r.win) || !r.says("One stage has to stay") {
		t.Fatal("all of a guide can be hidden")
	}
	for _, path := range []journal.Path{journal.Undecided, journal.PartingWell} {
		if len(r.guide().Along(path).Stages) == 0 {
			t.Errorf("nothing is left along %s", path)
		}
	}
	r.key(fyne.KeyEscape)
	r.tap("Show all that is hidden")
	if r.guide().HasHidden() || r.offers("Show all that is hidden") {
		t.Error("something stays hidden")
	}
}

func TestAllIsRestoredAndUndone(t *testing.T) {
	r := copied(t)
	if r.screen.Undo() {
		t.Error("there is something to undo before anything was done")
	}
	r.tap("Move down")
	r.tap("Restore all…")
	r.key(fyne.KeyReturn) // Cancel is the default
	if r.guide().Stages[0].ID != "choose" {
		t.Fatal("Enter restores")
	}
	r.tap("Restore all…")
	r.tap("Restore the guide")
	if r.guide().Stages[0].ID != "acknowledge" {
		t.Fatal("the guide is not restored")
	}
	r.tap("Undo")
	if r.guide().Stages[0].ID != "choose" {
		t.Error("restoring is not undone")
	}
	r.tap("Undo")
	if r.guide().Stages[0].ID != "acknowledge" || r.offers("Undo") || len(r.told) != 1 || r.told[0].Stages[0].ID != "acknowledge" {
		t.Error("moving is not undone")
	}
}

func TestAGuideIsFollowedAndDeleted(t *testing.T) {
	r := copied(t)
	r.tap("Follow this guide")
	id := r.guide().ID
	if r.store.profile.Guide != id || r.profile.Guide != id || r.offers("Follow this guide") {
		t.Fatal("the guide is not followed")
	}
	r.tap("All guides")
	r.tap("Delete…")
	if !r.says("You follow this guide now") {
		t.Error("what comes after is not said")
	}
	r.key(fyne.KeyReturn)
	if len(r.store.guides) != 1 {
		t.Fatal("Enter deletes")
	}
	r.tap("Delete…")
	r.tap("Delete the guide")
	if len(r.store.guides) != 0 || len(r.told) != 0 || !r.says("The guide you follow") {
		t.Fatal("the guide is not deleted, or none is shown as followed")
	}
	r.tap("Undo")
	if r.guide().ID != id || len(r.told) != 1 {
		t.Error("deleting is not undone")
	}
}

func TestWhatIsNotKeptIsNotShown(t *testing.T) {
	r := copied(t)
	r.store.fail = journal.ErrNoSpace
	r.tap("Hide")
	if !dialogs.IsOpen(r.win) {
		t.Fatal("it is not told")
	}
	r.key(fyne.KeyEscape)
	if r.says("Hidden") || r.offers("Undo") {
		t.Error("what is not kept is shown")
	}
	r.store.fail = nil
	r.tap("Follow this guide")
	if r.store.profile.Guide != r.guide().ID {
		t.Error("it does not go on")
	}
}

func TestAGuideWithoutItsOriginCanStillBeChanged(t *testing.T) {
	own := journal.CopyGuide(builtIn(t)[0], "own-1", "gone", "Mine")
	r := enter(t, own)
	r.tap("Change")
	if r.offers("Restore all…") {
		t.Error("it can be restored to what is not there")
	}
	r.tap("Move down")
	if r.guide().Stages[0].ID != "choose" {
		t.Error("it is not changed")
	}
}

func TestArrowsWalkThroughTheStages(t *testing.T) {
	r := copied(t)
	r.key(fyne.KeyDown, fyne.KeyDown)
	if r.on() != "Cool off" || !r.says("Steps") {
		t.Fatalf("the focus is on %q", r.on())
	}
	r.key(fyne.KeyRight)
	if r.on() != "Reword…" {
		t.Errorf("Right leads to %q", r.on())
	}
	r.key(fyne.KeyEscape)
	if r.on() != "Cool off" {
		t.Errorf("Escape leads to %q", r.on())
	}
	r.win.Resize(fyne.NewSize(640, 700))
	r.key(fyne.KeyReturn)
	if r.on() != "Reword…" || !r.offers("All stages") {
		t.Errorf("in a narrow window, Enter leads to %q", r.on())
	}
	r.tap("All stages")
	if r.on() != "Cool off" || r.offers("Reword…") {
		t.Errorf("All stages leads to %q", r.on())
	}
}

func TestAFailureToReadIsTold(t *testing.T) {
	r := enter(t)
	r.screen = guides.New(guides.Deps{Window: r.win, Tasks: tasks.NewSync(), Store: failing{r.store}, Guides: builtIn(t)})
	r.screen.Show()
	if !dialogs.IsOpen(r.win) {
		t.Error("nothing is told")
	}
}

type failing struct{ *memory }

func (failing) GetOwn(context.Context) (journal.Own, error) {
	return journal.Own{}, errors.New("a driver's own words")
}
