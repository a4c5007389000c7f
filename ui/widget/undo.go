package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
)

// UndoLine says quietly what was taken away, where it stood, and brings it back.
type UndoLine struct {
	Content       fyne.CanvasObject
	Undo, Dismiss *Button
}

// NewUndoLine returns the line. dismiss is called to take it away.
func NewUndoLine(text string, undo, dismiss func()) *UndoLine {
	line := &UndoLine{Undo: NewQuietButton(lang.L("Undo"), undo), Dismiss: NewQuietButton(lang.L("Dismiss"), dismiss)}
	buttons := container.NewVBox(NewRow(theme.Space1, line.Undo, line.Dismiss))
	line.Content = NewSurface(theme.ColorSoftAccent, InsetXY(theme.Space3, theme.Space2,
		container.NewBorder(nil, nil, nil, buttons, InsetXY(0, theme.Space2, NewParagraph(text)))))
	return line
}
