package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// versions stands in the place of the paper and shows what an entry said
// before: the versions by time, the latest first, and how the chosen one
// differs from the text as it is now. Looking changes nothing.
type versions struct {
	OnChoose  func(i int)
	OnRestore func()

	all     []version
	said    *widget.Paragraph // that there is none, or why they can't be read
	list    *widget.List
	text    *widget.Marked
	legend  *widget.Paragraph
	restore *widget.Button
	back    *widget.Button
	chosen  fyne.CanvasObject // everything about the chosen version
	content fyne.CanvasObject
}

// version is an earlier text and how long it is.
type version struct {
	journal.Revision
	words int
}

// versionsInView is how many versions are in view at most.
const versionsInView = 4

func newVersions(back func()) *versions {
	v := &versions{said: widget.NewMutedParagraph("")}
	v.list = widget.NewList(func() int { return len(v.all) }, newVersionRow, v.showRow)
	v.list.OnSelect = func(i int) { v.OnChoose(i) }
	v.list.OnOpen = func(int) { widget.FocusOn(v.text) }
	v.text = widget.NewMarked()
	v.legend = widget.NewMutedParagraph("")
	v.legend.TextSize = theme.SizeSmall
	v.restore = widget.NewButton(lang.L("Restore this version"), func() { v.OnRestore() })
	v.back = widget.NewQuietButton(lang.L("Back to the entry"), back)
	head := container.NewBorder(nil, nil, widget.InsetXY(-theme.Space2, 0, v.back), v.restore)
	title := widget.NewHeading(lang.L("Earlier versions"), theme.SizeHeading)
	v.chosen = container.New(partedLayout{}, container.New(rowsLayout{v.list}, v.list), widget.NewLine(), v.legend, v.text)
	v.content = widget.NewColumn(widget.InsetXY(0, theme.Space3,
		container.NewBorder(widget.NewStack(theme.Space3, head, title, v.said), nil, nil, nil, container.New(topLayout{}, v.chosen))))
	v.content.Hide()
	return v
}

// Show shows the versions, of which none is chosen yet, or why there is none.
func (v *versions) Show(all []version, err error) {
	v.all = all
	switch {
	case err != nil:
		v.said.SetText(explain(err))
	case len(all) == 0:
		v.said.SetText(lang.L("There is none yet. What an entry said is kept when you go on with it another time, " +
			"every ten minutes while you write, and when you take away more than a line or two."))
	default:
		v.said.SetText(lang.L("Looking changes nothing. If you restore one, the text as it is now becomes a version too."))
	}
	widget.Show(v.chosen, len(all) > 0)
	widget.Show(v.restore, len(all) > 0)
	v.list.Select(-1)
	v.list.Refresh()
	v.restore.Disable()
	v.text.SetRuns(nil)
	v.content.Refresh()
}

// Forget lets go of the texts.
func (v *versions) Forget() {
	if v.all != nil {
		v.all = nil
		v.text.SetRuns(nil)
	}
}

// Mark shows how the chosen version differs from the text as it is now.
func (v *versions) Mark(pieces []journal.Piece) {
	runs := make([]widget.Run, len(pieces))
	differs := false
	for i, p := range pieces {
		runs[i].Text = p.Text
		switch p.Fate {
		case journal.InFirst:
			runs[i].Mark, differs = widget.Underlined, true
		case journal.InSecond:
			runs[i].Mark, differs = widget.Struck, true
		}
	}
	if differs {
		v.restore.Enable()
		v.legend.SetText(lang.L("+ underlined: only in this version.  − struck through: only in the text as it is now."))
	} else {
		v.restore.Disable()
		v.legend.SetText(lang.L("The text as it is now says the same."))
	}
	v.text.SetRuns(runs)
	v.text.ScrollToMark()
	v.chosen.Refresh()
}

// newVersionRow returns an empty row: when it was written, and how long it is.
func newVersionRow() fyne.CanvasObject {
	when := widget.NewText("", theme.ColorInk, theme.SizeText)
	words := widget.NewLabel("", theme.ColorMuted, theme.SizeSmall)
	return widget.InsetXY(theme.Space3, theme.Space1, container.NewBorder(nil, nil, nil, words, when))
}

func (v *versions) showRow(i int, o fyne.CanvasObject) {
	row := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	at := v.all[i].At
	row[0].(*widget.Text).SetText(joinMarks(dayTitle(at), clockTime(at)))
	row[1].(*widget.Text).SetText(wordsText(v.all[i].words))
}

// wordsText says how many words a text has.
func wordsText(n int) string {
	if n == 1 {
		return lang.L("1 word")
	}
	return lang.L("{{.Count}} words", map[string]any{"Count": n})
}

// rowsLayout makes a list as high as its rows, and no higher than a few.
type rowsLayout struct{ list *widget.List }

func (rowsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l rowsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, newVersionRow().MinSize().Height*float32(min(l.list.Length(), versionsInView)))
}

// partedLayout puts its objects one below the other; the last gets the rest.
type partedLayout struct{}

func (partedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects[:len(objects)-1] {
		o.Resize(fyne.NewSize(size.Width, o.Size().Height)) // a wrapped text learns its width
		height := o.MinSize().Height
		widget.Place(o, 0, y, size.Width, height)
		y += height + theme.Space2
	}
	widget.Place(objects[len(objects)-1], 0, y, size.Width, max(size.Height-y, 0))
}

func (partedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }
