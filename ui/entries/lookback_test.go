package entries_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

// ListLike says of every other entry with the same tag that it is alike.
func (m *memory) ListLike(_ context.Context, id uuid.UUID, _ journal.PageKeys, most int) ([]journal.Likeness, error) {
	m.calls = append(m.calls, "like")
	var out []journal.Likeness
	for _, e := range m.chosen(journal.EntryFilter{LookBack: true}) {
		if e.ID != id && len(e.Tags) > 0 && slices.Equal(e.Tags, m.entries[id].Tags) {
			out = append(out, journal.Likeness{
				Entry: journal.EntrySummary{ID: e.ID, At: e.At, Title: e.Title}, Words: []string{"ferry"}, Feelings: []string{"hurt"},
			})
		}
	}
	return out[:min(most, len(out))], m.deaf
}

// remembered is an entry of now, and others of other years.
func remembered() []journal.Entry {
	all := days(4)
	all[1].At = time.Date(2025, 11, 21, 12, 0, 0, 0, time.UTC)
	all[2].At = time.Date(2024, 11, 21, 12, 0, 0, 0, time.UTC)
	all[2].NoLookBack = true
	all[3].At = time.Date(2024, 5, 5, 12, 0, 0, 0, time.UTC)
	all[0].Tags, all[3].Tags = []string{"sea"}, []string{"sea"}
	return all
}

func TestLookBackIsNotThereUntilItIsWanted(t *testing.T) {
	b := newBench(t, remembered()...).arrive()
	if b.Way("Look back").Visible() {
		t.Error("it is offered to everybody")
	}
	b.looksBack = true
	b.Show()
	if !b.Way("Look back").Visible() || slices.Contains(b.store.calls, "like") {
		t.Errorf("it is not offered, or something is read already: %v", b.store.calls)
	}
	b.Way("Look back").Tapped(nil)
	b.looksBack = false
	b.Show()
	if b.Way("Look back").Visible() || b.Opened() != "" {
		t.Error("it stays although it is not wanted any more")
	}
}

func TestLookBack(t *testing.T) {
	all := remembered()
	b := newBench(t, all...)
	b.looksBack = true
	b.arrive()
	b.Way("Look back").Tapped(nil)
	onDay, like := b.LookBackRows()
	if diff := cmp.Diff([]string{"title 1"}, onDay); diff != "" {
		t.Errorf("on this day (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"title 3"}, like); diff != "" {
		t.Errorf("alike (-want +got):\n%s", diff)
	}
	leave := b.LeaveOut()
	leave[0].Tapped(nil)
	if !b.kept(all[1].ID).NoLookBack || !leave[0].Selected {
		t.Error("the entry is not left out")
	}
	leave[0].Tapped(nil)
	if b.kept(all[1].ID).NoLookBack || leave[0].Selected {
		t.Error("leaving out can't be taken back")
	}
	leave[1].Tapped(nil)
	b.HandleKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	b.Way("Look back").Tapped(nil)
	if _, like := b.LookBackRows(); !slices.Equal(like, []string{"No other entry shares enough with it."}) {
		t.Errorf("what is left out comes back: %v", like)
	}
}

func TestOpenEntryCanBeLeftOutOfLookBack(t *testing.T) {
	all := remembered()
	b := newBench(t, all...)
	b.looksBack = true
	b.arrive()
	b.OpenEntry(all[1].ID)
	b.write("!")
	b.Way("Look back").Tapped(nil)
	b.LeaveOut()[0].Tapped(nil)
	if e := b.kept(all[1].ID); !e.NoLookBack || e.Body != "day 1!" {
		t.Errorf("kept is %+v", e)
	}
	b.win.Canvas().Focus(b.Body())
	b.write("?")
	b.wait(time.Second)
	if e := b.kept(all[1].ID); !e.NoLookBack || e.Body != "day 1!?" {
		t.Errorf("after writing on, kept is %+v", e)
	}
}

func TestLookBackWithNothingToShow(t *testing.T) {
	b := newBench(t, days(1)...)
	b.looksBack = true
	b.arrive()
	b.Way("Look back").Tapped(nil)
	onDay, like := b.LookBackRows()
	want := []string{"Nothing was written on this day of earlier months and years.", "No other entry shares enough with it."}
	if diff := cmp.Diff(want, append(onDay, like...)); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}

// A guided page without words of its own goes by the page's title.
func TestLookBackNamesPages(t *testing.T) {
	all := remembered()
	all[1].Title, all[1].Body, all[1].Page = "", "", "trust-pulse"
	b := newBench(t, all...)
	b.looksBack = true
	b.arrive()
	b.Way("Look back").Tapped(nil)
	if onDay, _ := b.LookBackRows(); !slices.Equal(onDay, []string{"Trust pulse"}) {
		t.Errorf("on this day are %q", onDay)
	}
}
