package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/ui/theme"
)

// header draws a month's name above its entries.
type header struct {
	name    *canvas.Text
	content *fyne.Container
}

func newHeader() *header {
	h := &header{name: canvas.NewText("", nil)}
	h.content = &fyne.Container{Objects: []fyne.CanvasObject{h.name}}
	return h
}

func (h *header) show(p pen, month string, width float32) {
	setText(h.name, monthTitle(month), p.Size(theme.SizeSmall), p.Color(theme.ColorMuted), fyne.TextStyle{Bold: true})
	h.name.Move(fyne.NewPos(theme.Space4, p.heights().header-h.name.MinSize().Height-theme.Space1))
	h.content.Resize(fyne.NewSize(width, p.heights().header))
}
