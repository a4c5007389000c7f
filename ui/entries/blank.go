package entries

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// blank says what to do where there is nothing to show: over the list, and over
// the paper.
type blank struct {
	overList  fyne.CanvasObject
	overPaper fyne.CanvasObject

	listText   *widget.Paragraph
	clear      *widget.Button
	retry      *widget.Button
	start      *widget.Button
	paperTitle *widget.Text
	paperText  *widget.Paragraph
}

func newBlank(write, clear, retry func()) *blank {
	b := &blank{listText: widget.NewMutedParagraph("")}
	b.clear = widget.NewButton(lang.L("Clear the search"), clear)
	b.retry = widget.NewButton(lang.L("Try again"), retry)
	b.overList = widget.Inset(theme.Space4, widget.NewStack(theme.Space3, b.listText,
		widget.NewRow(theme.Space2, b.clear, b.retry)))

	b.paperTitle = widget.NewHeading(lang.L("Nothing is written yet"), theme.SizeHeading)
	b.paperText = widget.NewMutedParagraph(lang.L("Begin anywhere: what happened today, what you feel, one question that stays with you. " +
		"It is saved as you go, sealed with your passphrase."))
	b.start = widget.NewPrimaryButton(lang.L("Write the first entry"), write)
	keys := widget.NewLabel(lang.L("or press {{.Keys}}", map[string]any{"Keys": newEntryKeys()}), theme.ColorMuted, theme.SizeSmall)
	b.overPaper = container.New(upperLayout{}, widget.NewNarrow(420, widget.NewStack(theme.Space4,
		b.paperTitle, b.paperText, widget.NewRow(theme.Space3, b.start, keys))))
	b.overList.Hide()
	b.overPaper.Hide()
	return b
}

func newEntryKeys() string {
	if runtime.GOOS == "darwin" {
		return "⌘N"
	}
	return "Ctrl+N"
}

// NothingFound says that no entry is what filter asks for.
func (b *blank) NothingFound(filter journal.EntryFilter) {
	words := journal.EntryFilter{Query: filter.Query}
	if journal.FormatQuery(words) == journal.FormatQuery(filter) {
		b.say(lang.L("No entry has these words."), b.clear)
		return
	}
	b.say(lang.L("No entry matches all of this."), b.clear)
}

// NoEntry says that the list is empty.
func (b *blank) NoEntry() { b.say(lang.L("Your entries will stand here, month by month.")) }

// Failed says why the list could not be read.
func (b *blank) Failed(err error) { b.say(explain(err), b.retry) }

// Listed takes back what was said over the list.
func (b *blank) Listed() { widget.Show(b.overList, false) }

func (b *blank) say(text string, offers ...fyne.CanvasObject) {
	b.listText.SetText(text)
	for _, o := range []fyne.CanvasObject{b.clear, b.retry} {
		on := false
		for _, offer := range offers {
			on = on || offer == o
		}
		widget.Show(o, on)
	}
	widget.Show(b.overList, true)
	b.overList.Refresh()
}

// upperLayout puts its object a third of the way down.
type upperLayout struct{}

func (upperLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size) // wrapped texts learn their width
		height := o.MinSize().Height
		widget.Place(o, 0, max((size.Height-height)/3, 0), size.Width, height)
	}
}

func (upperLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }
