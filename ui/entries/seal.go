package entries

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// seal stands in the place of a letter whose day has not come.
type seal struct {
	content fyne.CanvasObject
	until   *widget.Paragraph
	open    *widget.Button
}

func newSeal() *seal {
	s := &seal{until: widget.NewParagraph("")}
	s.until.TextSize, s.until.Bold = theme.SizeHeading, true
	s.open = widget.NewButton(lang.L("Open it now"), nil)
	s.content = container.New(upperLayout{}, widget.NewNarrow(420, widget.NewStack(theme.Space4,
		s.until, widget.NewMutedParagraph(lang.L("Its words wait for that day, unless you open it before.")),
		widget.NewRow(0, s.open))))
	s.content.Hide()
	return s
}

// Show says until when the letter is sealed; open is what opens it before.
func (s *seal) Show(until journal.Day, open func()) {
	s.until.SetText(sealedWords(until))
	s.open.OnTap = open
	s.content.Refresh()
}

// sealedWords says until when a letter is sealed.
func sealedWords(until journal.Day) string {
	day := until.Time(time.UTC)
	return lang.L("This letter is sealed until {{.Day}} {{.Month}} {{.Year}}.",
		map[string]any{"Day": day.Day(), "Month": monthName(day.Month()), "Year": day.Year()})
}

// isSealed reports whether the words of e wait for a day still to come.
func (s *Screen) isSealed(e journal.Entry) bool {
	return e.SealedUntil > journal.DayOf(s.deps.Now())
}

// showSeal takes the paper away and says that e is sealed.
func (s *Screen) showSeal(e journal.Entry) {
	s.saver.leave()
	s.onRight(s.seal.content)
	s.seal.Show(e.SealedUntil, func() { s.unseal(e) })
}

// unseal opens a letter before its day. That is a change like any other.
func (s *Screen) unseal(e journal.Entry) {
	if newest, ok := s.saver.resume(e.ID); ok {
		e = newest // that it is sealed is not saved yet
	} else {
		s.saver.begin(e, true)
	}
	e.SealedUntil = ""
	s.put(e, "", toTextEnd)
	s.saver.touch()
}
