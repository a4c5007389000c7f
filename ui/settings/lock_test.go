package settings_test

import (
	"context"
	"maps"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/ui/settings"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// kept is a store that holds a profile.
type kept struct {
	journal.Profile
	err error
}

func (k *kept) GetProfile(context.Context) (journal.Profile, error) {
	p := k.Profile
	p.Settings = maps.Clone(p.Settings)
	return p, nil
}

func (k *kept) UpdateProfile(_ context.Context, p journal.Profile) error {
	if k.err == nil {
		k.Profile = p
	}
	return k.err
}

// room is the Settings screen in a window.
type room struct {
	*testing.T
	win     fyne.Window
	kept    *kept
	told    []journal.Profile // what the shell was told of
	offered []journal.Guide   // the guides that can be followed; nil: those of guides
	more    []journal.Guide   // guides beside the two of the program

	screen *settings.Screen
	tasks  *tasks.Runner
	opens  *opens
}

func newRoom(t *testing.T, set map[string]string) *room {
	t.Helper()
	r := &room{T: t, kept: &kept{Profile: journal.Profile{Role: journal.Hurt, Guide: journal.DefaultGuide, Settings: set}}}
	r.opens = &opens{passphrase: "the old one", copies: 3}
	r.win, r.tasks = uitest.NewWindow(t), tasks.NewSync()
	r.enter(false)
	return r
}

// enter shows the screen of a journal that was just opened.
func (r *room) enter(forgotten bool) {
	r.screen = settings.New(settings.Deps{
		Window: r.win, Tasks: r.tasks, Store: r.kept, Guides: r.guides, Version: "test",
		Now:       func() time.Time { return time.Date(2026, 5, 4, 20, 0, 0, 0, time.UTC) },
		OnProfile: func(p journal.Profile) { r.told = append(r.told, p) },
		Look:      func() (theme.Choice, float64) { return theme.System, 1 },
		Keys: settings.Keys{
			Store: r.opens, Purging: r.opens.purging, Forgotten: forgotten,
			NewCode: func() (string, error) { return newCode, nil },
		},
	})
	r.win.SetContent(r.screen.Content())
	r.win.Resize(fyne.NewSize(900, 700))
	r.screen.Show()
}

// chips returns the chips from the one with the first label to the one with
// the last.
func (r *room) chips(first, last string) []*widget.Chip {
	r.Helper()
	var found []*widget.Chip
	for _, o := range test.LaidOutObjects(r.win.Content()) {
		chip, ok := o.(*widget.Chip)
		if !ok || len(found) == 0 && chip.Text != first {
			continue
		}
		if found = append(found, chip); chip.Text == last {
			return found
		}
	}
	r.Fatalf("no chips from %q to %q", first, last)
	return nil
}

func (r *room) times() (labels []string, chosen string) {
	r.Helper()
	for _, chip := range r.chips("1 minute", "Never") {
		labels = append(labels, chip.Text)
		if chip.Selected {
			chosen += chip.Text
		}
	}
	return labels, chosen
}

func TestLockAfter(t *testing.T) {
	for setting, want := range map[string]time.Duration{
		"1": time.Minute, "5": 5 * time.Minute, "60": time.Hour, "off": 0,
		"": 5 * time.Minute, "0": 5 * time.Minute, "61": 5 * time.Minute, "-3": 5 * time.Minute, "soon": 5 * time.Minute,
	} {
		p := journal.Profile{Settings: map[string]string{"lock-after-minutes": setting}}
		if got := settings.LockAfter(p); got != want {
			t.Errorf("%q: %v, want %v", setting, got, want)
		}
	}
	if got := settings.LockAfter(journal.Profile{}); got != 5*time.Minute {
		t.Errorf("without settings %v", got)
	}
}

func TestLockTimeIsChosenAndKept(t *testing.T) {
	r := newRoom(t, map[string]string{"other": "stays"})
	labels, chosen := r.times()
	want := []string{"1 minute", "5 minutes", "10 minutes", "15 minutes", "30 minutes", "1 hour", "Never"}
	if diff := cmp.Diff(want, labels); diff != "" || chosen != "5 minutes" {
		t.Errorf("chosen %q; offered (-want +got):\n%s", chosen, diff)
	}
	for label, setting := range map[string]string{"Never": "off", "1 hour": "60", "1 minute": "1"} {
		for _, chip := range r.chips("1 minute", "Never") {
			if chip.Text == label {
				chip.Tapped(nil)
			}
		}
		want := map[string]string{"other": "stays", "lock-after-minutes": setting}
		if diff := cmp.Diff(want, r.kept.Settings); diff != "" {
			t.Errorf("%s is kept as (-want +got):\n%s", label, diff)
		}
		if _, chosen := r.times(); chosen != label {
			t.Errorf("%q is shown as chosen, want %q", chosen, label)
		}
	}
	if len(r.told) != 3 {
		t.Errorf("the shell was told %d times, want 3", len(r.told))
	}
}

func TestLockTimeChosenElsewhereIsOffered(t *testing.T) {
	r := newRoom(t, map[string]string{"lock-after-minutes": "7"})
	labels, chosen := r.times()
	if chosen != "7 minutes" || labels[2] != "7 minutes" {
		t.Errorf("chosen %q of %q", chosen, labels)
	}
}

func TestLockTimeThatIsNotKeptIsNotShown(t *testing.T) {
	r := newRoom(t, nil)
	r.kept.err = journal.ErrNoSpace
	r.chips("1 minute", "Never")[0].Tapped(nil)
	if _, chosen := r.times(); chosen != "5 minutes" || len(r.told) != 0 {
		t.Errorf("%q is shown as chosen, and the shell was told %d times", chosen, len(r.told))
	}
	if r.win.Canvas().Overlays().Top() == nil {
		t.Error("the failure is not told")
	}
}
