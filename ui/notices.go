package ui

import (
	"slices"

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

// act is one thing to do about a line, which it takes away. do may be nil.
type act struct {
	label string
	do    func()
}

// Say adds a line, unless it is there already.
func (n *notices) Say(text string) { n.Ask(text, act{lang.L("Close"), nil}) }

// Ask adds a line with what can be done about it, unless it is there already.
// One thing stands beside the words, several below them.
func (n *notices) Ask(text string, acts ...act) {
	if n.said[text] {
		return
	}
	n.said[text] = true
	words := widget.NewParagraph(text)
	words.TextSize = theme.SizeSmall
	buttons := widget.NewFlow(theme.Space1)
	var line fyne.CanvasObject
	for _, a := range acts {
		buttons.Add(widget.NewQuietButton(a.label, func() {
			n.drop(text, line, buttons)
			if a.do != nil {
				a.do()
			}
		}))
	}
	said := widget.InsetXY(0, theme.Space2, words)
	var row fyne.CanvasObject
	if len(acts) == 1 {
		row = container.NewBorder(nil, nil, nil, container.NewVBox(buttons.Objects[0]), said)
	} else {
		row = widget.NewStack(0, said, widget.InsetXY(-theme.Space2, 0, buttons))
	}
	line = widget.NewGround(theme.ColorSoftAccent, widget.InsetXY(theme.Space6, theme.Space1, row))
	n.stack.Add(line)
	n.relayout()
}

// drop takes a line away, and passes the focus on if one of its buttons has it.
func (n *notices) drop(text string, line fyne.CanvasObject, buttons *fyne.Container) {
	for range buttons.Objects {
		if focused, ok := n.win.Canvas().Focused().(fyne.CanvasObject); ok && slices.Contains(buttons.Objects, focused) {
			n.win.Canvas().FocusNext()
		}
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
