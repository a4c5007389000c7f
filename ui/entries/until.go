package entries

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/form"
	"mend/ui/theme"
	"mend/ui/widget"
)

// until asks until which day a letter is to be sealed. It opens in the drawer.
type until struct {
	now    func() time.Time
	seal   func(journal.Day)
	first  *widget.Chip
	day    *widget.Field
	wrong  *widget.Paragraph
	form   fyne.CanvasObject
	drawer *drawer
}

func newUntil(d *drawer, now func() time.Time, seal func(journal.Day)) *until {
	u := &until{now: now, seal: seal, drawer: d}
	u.first = widget.NewChip(lang.L("A month"), func() { u.in(0, 1) })
	spans := widget.NewFlow(theme.Space2, u.first,
		widget.NewChip(lang.L("Six months"), func() { u.in(0, 6) }),
		widget.NewChip(lang.L("A year"), func() { u.in(1, 0) }))
	u.day = widget.NewField("2027-11-03")
	u.day.OnSubmitted = func(string) { u.apply() }
	u.day.OnChanged = func(string) { u.tell("") }
	u.wrong = widget.NewParagraph("")
	u.wrong.SetColor(theme.ColorWarning)
	u.wrong.Hide()
	about := widget.NewMutedParagraph(lang.L("Its words leave the list and the search until that day. You can open it before, and it goes into backups and archives as it is."))
	about.TextSize = theme.SizeSmall
	u.form = widget.NewStack(theme.Space3, spans, widget.NewFlow(theme.Space2,
		widget.NewRow(theme.Space2, widget.NewLabel(lang.L("Or until the day"), theme.ColorMuted, theme.SizeSmall),
			fixedWidth(u.day, "30 September 2026 0")),
		widget.NewButton(lang.L("Seal"), u.apply)), u.wrong, about)
	return u
}

func (u *until) open() {
	u.day.SetText("")
	u.tell("")
	u.drawer.Open(lang.L("How long is it to be sealed?"), u.form, u.first)
}

// in puts the day that is so far from today into the field, to be looked at
// before it is sealed.
func (u *until) in(years, months int) {
	now := u.now()
	first := time.Date(now.Year()+years, now.Month()+time.Month(months), 1, 12, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day() // a shorter month ends before
	u.day.SetText(string(journal.DayOf(first.AddDate(0, 0, min(now.Day(), last)-1))))
	u.tell("")
	u.drawer.focus(u.day)
}

// apply seals the letter, or says what is wrong with the day.
func (u *until) apply() {
	day, ok := form.ParseDay(u.day.Text)
	switch {
	case !ok:
		u.tell(lang.L("Write the day as 3 November 2026 or 2026-11-03."))
	case day <= journal.DayOf(u.now()):
		u.tell(lang.L("Choose a day after today."))
	default:
		u.seal(day)
		return
	}
	u.drawer.focus(u.day)
	u.drawer.ScrollToEnd()
}

func (u *until) tell(wrong string) {
	u.wrong.SetText(wrong)
	if u.wrong.Visible() == (wrong != "") {
		return
	}
	widget.Show(u.wrong, wrong != "")
	u.drawer.changed()
}
