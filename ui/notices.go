package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// notices are the quiet lines over the screens, which say something that can
// wait. Each stays until it is closed.
type notices struct {
	win   fyne.Window
	stack *fyne.Container
	said  map[string]bool // the lines that are there
}

func newNotices(win fyne.Window) *notices {
	return &notices{win, widget.NewStack(0), make(map[string]bool)}
}

// Say adds a line, unless it is there already.
func (n *notices) Say(text string) {
	if n.said[text] {
		return
	}
	n.said[text] = true
	words := widget.NewParagraph(text)
	words.TextSize = theme.SizeSmall
	away := widget.NewQuietButton(lang.L("Close"), nil)
	row := container.NewBorder(nil, nil, nil, container.NewVBox(away), widget.InsetXY(0, theme.Space2, words))
	line := widget.NewGround(theme.ColorSoftAccent, widget.InsetXY(theme.Space6, theme.Space1, row))
	away.OnTap = func() { n.drop(text, line, away) }
	n.stack.Add(line)
	n.relayout()
}

// drop takes a line away, and passes the focus on if its button has it.
func (n *notices) drop(text string, line fyne.CanvasObject, button *widget.Button) {
	if n.win.Canvas().Focused() == fyne.Focusable(button) {
		n.win.Canvas().FocusNext()
	}
	delete(n.said, text)
	n.stack.Remove(line)
	n.relayout()
}

// relayout gives the screens what room is left.
func (n *notices) relayout() {
	if content := n.win.Content(); content != nil {
		content.Refresh()
	}
}
