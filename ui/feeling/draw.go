package feeling

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func setText(t *canvas.Text, words string, size float32, ink color.Color, style fyne.TextStyle) {
	t.Text, t.TextSize, t.Color, t.TextStyle = words, size, ink, style
	t.Resize(t.MinSize())
}
