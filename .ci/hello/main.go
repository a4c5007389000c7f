// Hello is the least window the toolkit can open: what the benchmarks hold the
// program against. With a number it shows the toolkit's own text field with so
// many bytes in it, and the caret in the field.
package main

import (
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("app.mend.hello").NewWindow("Mend")
	w.Resize(fyne.NewSize(1180, 780))
	w.SetContent(widget.NewLabel("Hello"))
	if len(os.Args) > 1 {
		size, _ := strconv.Atoi(os.Args[1]) // not a number: an empty field
		field := widget.NewMultiLineEntry()
		field.Wrapping = fyne.TextWrapWord
		field.SetText(strings.Repeat("It was late when we sat down. ", size/30))
		w.SetContent(field)
		w.Canvas().Focus(field)
	}
	w.ShowAndRun()
}
