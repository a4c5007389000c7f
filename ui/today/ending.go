package today

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/feeling"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Ending is how the person stops for today.
type Ending struct {
	Window  fyne.Window
	Tasks   *tasks.Runner
	Store   Store
	Now     func() time.Time
	Facts   bool                            // the person keeps to plain facts: nothing is asked
	OnEntry func(uuid.UUID)                 // told the entry that is about to be changed
	OnLock  func()                          // locks the journal
	OnCare  func()                          // opens the page of support
	last    journal.Entry                   // written today last, or none
	after   int                             // how it is after it
	chips   [feeling.Strongest]*widget.Chip // the words for that
}

// Ask lets the person say how it is now, after what they wrote last today, which
// need not be answered, and lock the journal; or go on.
func (e Ending) Ask() {
	if e.Facts {
		e.show()
		return
	}
	today := journal.DayOf(e.Now())
	e.Tasks.Run(func(ctx context.Context) {
		// Without an entry there is nothing to rate; ending works all the same.
		day, _ := e.Store.ListEntries(ctx, journal.EntryFilter{From: today, To: today})
		for _, written := range day {
			if !written.Sealed && !written.IsQuick(today) {
				e.last, _ = e.Store.GetEntry(ctx, written.ID)
				break
			}
		}
	}, func() { e.show() })
}

func (e *Ending) show() {
	e.after = e.last.After
	content := widget.NewStack(theme.Space4, widget.NewParagraph(
		lang.L("You can stop here. What you wrote is kept, and nothing in it has to be settled today.")))
	if e.last.ID != uuid.Nil {
		content.Add(e.rating())
	}
	var close func()
	content.Add(widget.NewQuietRow(widget.NewQuietButton(lang.L("Support and safety"), func() {
		close()
		e.keep()
		e.OnCare()
	})))
	close = dialogs.Show(e.Window, lang.L("Enough for today"), content, nil,
		dialogs.Button{Label: lang.L("Go on"), Cancels: true},
		dialogs.Button{Label: lang.L("Lock the journal"), Primary: true, OnTap: e.lock})
}

// rating asks how it is now, in one of five words or none.
func (e *Ending) rating() fyne.CanvasObject {
	row := widget.NewFlow(theme.Space2)
	for i := range e.chips {
		e.chips[i] = widget.NewChip(feeling.RatingWord(i+1), nil)
		e.chips[i].OnTap = func() { e.rate(i+1, row) }
		e.chips[i].OnKey = feeling.Walker(e.Window.Canvas().Focus, row, e.chips[i], none, none)
		row.Add(e.chips[i])
	}
	e.mark(row)
	about := widget.NewMutedParagraph(lang.L("Only if you like. It is kept with what you wrote last today."))
	about.TextSize = theme.SizeSmall
	return widget.NewLabelled(lang.L("After writing, it is"), row, about)
}

func none() fyne.Focusable { return nil }

// rate takes a word, or takes it back.
func (e *Ending) rate(after int, row *fyne.Container) {
	if e.after == after {
		after = 0
	}
	e.after = after
	e.mark(row)
}

func (e *Ending) mark(row *fyne.Container) {
	for i, chip := range e.chips {
		chip.SetSelected(i+1 == e.after)
	}
	row.Refresh() // a marked chip is wider
}

// lock locks the journal at once. What was said is kept before it closes.
func (e *Ending) lock() {
	e.keep()
	e.OnLock()
}

// keep keeps what was said with the entry written last.
func (e *Ending) keep() {
	if e.after == e.last.After {
		return
	}
	e.OnEntry(e.last.ID)
	id, after := e.last.ID, e.after
	e.last.After = after
	var err error
	e.Tasks.Run(func(ctx context.Context) {
		ctx = context.WithoutCancel(ctx)
		var kept journal.Entry
		if kept, err = e.Store.GetEntry(ctx, id); err == nil {
			kept.After = after
			_, err = e.Store.UpdateEntry(ctx, kept, false)
		}
	}, func() { dialogs.ShowError(e.Window, err) })
}
