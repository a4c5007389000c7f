package today

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/feeling"
	"mend/ui/theme"
	"mend/ui/widget"
)

// mood asks how the person is now: a tap on a word, and one on how strong it is.
// The first makes an entry of the day that holds nothing else, or adds to it.
type mood struct {
	screen *Screen
	picker *feeling.Picker
	title  fyne.CanvasObject // above the feelings of today
	noted  *fyne.Container
	about  *fyne.Container // what stands beside them
	undo   *widget.Button
	write  *widget.Button
	more   *widget.Button
	rest   *fyne.Container // words by kind, and a field for others
	whole  fyne.CanvasObject

	entry    uuid.UUID // of today, or the one that is made next
	feelings []journal.Feeling
	before   []journal.Feeling // before the last word was added or dropped
	changes  int               // made so far
}

func newMood(s *Screen) *mood {
	m := &mood{screen: s, entry: uuid.New(), noted: widget.NewFlow(theme.Space2)}
	m.picker = feeling.NewPicker(s.deps.Families, m)
	m.picker.Now = true
	m.picker.OnPick, m.picker.OnRate, m.picker.OnDrop = m.pick, m.rate, m.drop
	m.picker.Dots.OnEnter, m.picker.Dots.OnTapped = m.rated, m.rated
	m.undo = widget.NewQuietButton(lang.L("Undo"), func() { s.Undo() })
	m.write = widget.NewQuietButton(lang.L("Write about it"), func() { s.deps.OnOpenEntry(m.entry) })
	m.more = widget.NewQuietButton(lang.L("More words"), m.unfold)
	m.rest = widget.NewStack(theme.Space3, m.picker.Field, m.picker.Groups)
	m.rest.Hide()
	m.title = widget.NewText(lang.L("Noted today"), theme.ColorMuted, theme.SizeSmall)
	m.about = widget.NewStack(theme.Space1, m.title, m.noted, widget.NewQuietRow(m.undo, m.write))
	m.whole = section(lang.L("How are you now?"), widget.NewStack(theme.Space3,
		m.picker.Words, m.picker.Rating, widget.NewQuietRow(m.more), m.rest, m.about))
	m.picker.Begin(nil)
	m.show()
	return m
}

// moodPart is not there while the person keeps to plain facts.
func (s *Screen) moodPart(snap snapshot) fyne.CanvasObject {
	if snap.facts() {
		return nil
	}
	return s.mood.whole
}

// Settle leaves nothing to be undone, and asks no more how strong it is.
func (m *mood) Settle() {
	m.before = m.feelings
	m.picker.Rated()
}

// Take shows what was noted today, and the words there are.
func (m *mood) Take(snap snapshot) {
	snap.words.Families = m.screen.deps.Families
	m.picker.SetVocabulary(snap.words)
	none := snap.quick.ID == uuid.Nil
	if none && len(m.feelings) > 0 { // what was noted is not there any more
		m.entry, m.feelings, m.before = uuid.New(), nil, nil
	}
	if !none {
		if snap.quick.ID != m.entry {
			m.before = snap.quick.Feelings
		}
		m.entry, m.feelings = snap.quick.ID, snap.quick.Feelings
	}
	m.picker.Named(m.feelings)
	m.show()
}

// Undo takes the last word back, and reports whether there was one.
func (s *Screen) Undo() bool {
	if s.snap.facts() || slices.Equal(s.mood.before, s.mood.feelings) {
		return false
	}
	s.mood.set(s.mood.before, s.mood.feelings)
	return true
}

// unfold offers more words, or puts them away.
func (m *mood) unfold() {
	m.rest.Hidden = !m.rest.Hidden
	label := lang.L("Fewer words")
	if m.rest.Hidden {
		label = lang.L("More words")
		m.picker.Begin(m.feelings)
	}
	m.more.SetText(label)
	m.Grown()
	if !m.rest.Hidden {
		m.Focus(m.picker.Field)
	}
}

// Focus implements feeling.Place. What is folded away can't have the focus.
func (m *mood) Focus(o fyne.Focusable) {
	if m.rest.Hidden && (o == fyne.Focusable(m.picker.Field) || slices.Contains(m.picker.Groups.Objects, o.(fyne.CanvasObject))) {
		o = m.more
	}
	m.screen.deps.Window.Canvas().Focus(o)
}

// Grown implements feeling.Place.
func (m *mood) Grown() {
	if m.screen.scroll != nil {
		m.screen.page.Refresh()
		m.screen.scroll.Refresh()
	}
}

// Reveal implements feeling.Place: what has the focus is in view.
func (m *mood) Reveal(fyne.CanvasObject) {}

func (m *mood) index(word string) int {
	return slices.IndexFunc(m.feelings, func(f journal.Feeling) bool { return f.Word == word })
}

func (m *mood) pick(word string) {
	one := journal.Feeling{Word: word, Intensity: feeling.Medium}
	if one.Check() != nil || len(m.feelings) >= journal.MaxTags {
		return
	}
	m.set(append(slices.Clone(m.feelings), one), m.feelings)
	m.picker.Rate(one)
}

func (m *mood) rate(word string, intensity int) {
	if i := m.index(word); i >= 0 {
		now := slices.Clone(m.feelings)
		now[i].Intensity = intensity
		m.set(now, m.before)
	}
}

// rated goes on once the person has said how strong it is.
func (m *mood) rated() {
	m.picker.Rated()
	m.Focus(m.picker.Field)
}

func (m *mood) drop(word string) {
	if i := m.index(word); i >= 0 {
		m.set(slices.Delete(slices.Clone(m.feelings), i, i+1), m.feelings)
	}
}

// set notes other feelings; before is what Undo brings back.
func (m *mood) set(now, before []journal.Feeling) {
	m.changes++
	m.feelings, m.before = now, before
	m.picker.Named(now)
	m.show()
	e := journal.Entry{ID: m.entry, At: m.screen.deps.Now(), Feelings: slices.Clone(now)}
	m.screen.deps.OnEntry(e.ID)
	m.screen.change(func(ctx context.Context, store Store) error { return note(ctx, store, e) })
}

// note gives the entry the feelings of e, and makes it if it is not there. One
// that holds nothing else is not kept without any.
func note(ctx context.Context, store Store, e journal.Entry) error {
	kept, err := store.GetEntry(ctx, e.ID)
	if errors.Is(err, journal.ErrNotFound) {
		if len(e.Feelings) > 0 {
			_, err = store.CreateEntry(ctx, e)
			return err
		}
		return nil
	}
	if err != nil {
		return err
	}
	if kept.Feelings = e.Feelings; !kept.Empty() {
		_, err = store.UpdateEntry(ctx, kept, false)
		return err
	}
	if err := store.DeleteEntry(ctx, e.ID); err != nil {
		return err
	}
	return store.PurgeEntry(ctx, e.ID)
}

func (m *mood) show() {
	m.noted.RemoveAll()
	for _, one := range m.feelings {
		chip := widget.NewRemovableChip(one.Word+" · "+feeling.IntensityWord(one.Intensity),
			func() { m.picker.Rate(one) }, func() {
				m.drop(one.Word)
				m.Focus(m.undo)
			})
		chip.Level = one.Intensity
		m.noted.Add(chip)
	}
	some, undoable := len(m.feelings) > 0, !slices.Equal(m.before, m.feelings)
	for o, on := range map[fyne.CanvasObject]bool{
		m.title: some, m.noted: some, m.write: some, m.undo: undoable, m.about: some || undoable,
	} {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	m.Grown()
}
