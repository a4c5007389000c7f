package form

import (
	"strconv"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/theme"
	"mend/ui/widget"
)

// rated answers with one of five positions.
type rated struct {
	rating  *widget.Rating
	content fyne.CanvasObject
}

func newRated(pf journal.PageField, touched func()) *rated {
	r := &rated{rating: widget.NewRating(pf.Low, pf.High, func(int) { touched() })}
	r.content = widget.InsetXY(editor.Padding-theme.Space1, 0, r.rating) // its ring has room
	return r
}

func (r *rated) object() fyne.CanvasObject { return r.content }
func (r *rated) first() fyne.Focusable     { return r.rating }

func (r *rated) value() string {
	if r.rating.Value == 0 {
		return ""
	}
	return strconv.Itoa(r.rating.Value)
}

func (r *rated) set(value string) {
	n, _ := strconv.Atoi(value)
	r.rating.Set(n)
}
