package entries

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// more is what is done with an entry now and then: its marks, its earlier
// versions, and the way to the bin. The marks it has stand in the strip.
type more struct {
	OnChanged  func()
	OnVersions func()
	OnDelete   func()
	OnUnask    func() // takes the question away
	// What is done with a letter: sealed until a day, written again, and read
	// beside the one before it, or beside one that was written after it.
	OnSeal    func(journal.Day)
	OnAgain   func()
	OnCompare func()
	OnLater   func(uuid.UUID)

	button *widget.Chip
	marks  []*entryMark
	form   fyne.CanvasObject
	unask  *widget.Chip // shown while there is a question
	past   *widget.Chip
	remove *widget.Chip
	letter *fyne.Container // what is done with a letter
	seals  *widget.Chip
	again  *widget.Chip
	both   *widget.Chip
	later  []fyne.CanvasObject // chips for the letters written after it
	until  *until
	drawer *drawer
}

// entryMark is something that is so for an entry, or not.
type entryMark struct {
	chip *widget.Chip // sets it
	told string       // how the strip says that it is so
	of   func(*journal.Entry) *bool
}

func newMore(d *drawer, now func() time.Time) *more {
	m := &more{drawer: d}
	m.button = widget.NewChip(lang.L("More…"), m.open)
	m.marks = []*entryMark{
		{widget.NewChip(lang.L("Star"), nil), lang.L("Starred"), func(e *journal.Entry) *bool { return &e.Starred }},
		{widget.NewChip(lang.L("Keep out of summaries"), nil), lang.L("Kept out of summaries"), func(e *journal.Entry) *bool { return &e.KeepOut }},
		{widget.NewChip(lang.L("Do not bring back"), nil), lang.L("Not brought back"), func(e *journal.Entry) *bool { return &e.NoLookBack }},
	}
	marks := widget.NewFlow(theme.Space2)
	for _, mark := range m.marks {
		mark.chip.OnTap = func() { m.set(mark, !mark.chip.Selected) }
		marks.Add(mark.chip)
	}
	m.unask = widget.NewChip(lang.L("Take the question away"), func() { m.OnUnask() })
	m.unask.Hide()
	m.past = widget.NewChip(lang.L("Earlier versions"), func() { m.OnVersions() })
	m.remove = widget.NewChip(lang.L("Delete"), func() { m.OnDelete() })
	about := widget.NewMutedParagraph(lang.L("What is kept out adds nothing to a summary. What is not brought back is never shown to you unasked."))
	about.TextSize = theme.SizeSmall
	m.until = newUntil(d, now, func(day journal.Day) { m.OnSeal(day) })
	m.seals = widget.NewChip(lang.L("Seal until…"), m.until.open)
	m.again = widget.NewChip(lang.L("Write it again today"), func() { m.OnAgain() })
	m.both = widget.NewChip(lang.L("Compare with the earlier one"), func() { m.OnCompare() })
	m.letter = widget.NewFlow(theme.Space2, m.seals, m.again, m.both)
	m.form = widget.NewStack(theme.Space3, marks, about, m.letter, widget.NewFlow(theme.Space2, m.unask, m.past, m.remove))
	return m
}

func (m *more) open() { m.drawer.Open(lang.L("This entry"), m.form, m.marks[0].chip) }

func (m *more) set(mark *entryMark, on bool) {
	mark.chip.SetSelected(on)
	m.OnChanged()
}

// Set shows the marks of another entry.
func (m *more) Set(e journal.Entry) {
	for _, mark := range m.marks {
		mark.chip.SetSelected(*mark.of(&e))
	}
}

// SetLetter shows what can be done with a letter, or nothing for what is none.
func (m *more) SetLetter(l letterState) {
	widget.Show(m.letter, l.is)
	widget.Show(m.again, l.again)
	widget.Show(m.both, l.earlier)
}

// SetLater leads to the letters in which this one was written again.
func (m *more) SetLater(letters []journal.EntrySummary) {
	m.later = nil
	for _, l := range letters {
		day := lang.L("{{.Day}} {{.Month}} {{.Year}}", map[string]any{"Day": l.At.Day(), "Month": monthName(l.At.Month()), "Year": l.At.Year()})
		m.later = append(m.later, widget.NewChip(lang.L("You wrote it again on {{.Day}}: compare", map[string]any{"Day": day}),
			func() { m.OnLater(l.ID) }))
	}
}

// Get puts the marks into e.
func (m *more) Get(e *journal.Entry) {
	for _, mark := range m.marks {
		*mark.of(e) = mark.chip.Selected
	}
}

// Objects returns what stands in the strip: the way in, and the marks that are
// set, each of which can be taken away there.
func (m *more) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{m.button}
	for _, mark := range m.marks {
		if mark.chip.Selected {
			objects = append(objects, widget.NewRemovableChip(mark.told, m.open, func() {
				m.set(mark, false)
				m.drawer.focus(m.button)
			}))
		}
	}
	return append(objects, m.later...)
}
