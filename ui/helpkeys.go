package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// helpKey is a key, or several, and what they do.
type helpKey struct{ keys, does string }

func helpKeys() []helpKey {
	return []helpKey{
		{lang.L("Ctrl+L"), lang.L("lock at once, whatever is open")},
		{lang.L("Ctrl+N"), lang.L("write a new entry")},
		{lang.L("Ctrl+Shift+N"), lang.L("fill in a guided page")},
		{lang.L("Ctrl+F"), lang.L("search the journal")},
		{lang.L("Ctrl+Shift+F"), lang.L("find in the open text; F3, Shift+F3 next, previous")},
		{lang.L("Ctrl+1 to Ctrl+5"), lang.L("Today, Journal, Path, Promises, Insights")},
		{lang.L("Ctrl+E"), lang.L("reflection summary")},
		{lang.L("Alt+Up, Alt+Down"), lang.L("move a stage or step of your own guide")},
		{lang.L("Ctrl+Z, Ctrl+Y"), lang.L("undo, redo")},
		{lang.L("Ctrl+B, Ctrl+I"), lang.L("bold, italic")},
		{lang.L("Ctrl+Plus, Ctrl+Minus, Ctrl+0"), lang.L("text size")},
		{lang.L("Ctrl+Comma"), lang.L("settings")},
		{lang.L("Ctrl+Q"), lang.L("quit")},
	}
}

// newKeyTable shows keys in one column and what they do in another.
func newKeyTable(keys []helpKey) fyne.CanvasObject {
	table := container.New(keyTableLayout{})
	for _, k := range keys {
		key := widget.NewParagraph(k.keys)
		key.Bold = true
		table.Add(key)
		table.Add(widget.NewParagraph(k.does))
	}
	return table
}

// keyTableLayout lays pairs of wrapped texts out in two columns.
type keyTableLayout struct{}

// keyShare is the part of the width that the keys take.
const keyShare = 0.4

// Layout implements fyne.Layout.
func (keyTableLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := size.Width * keyShare
	y := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		high := float32(0)
		for n, o := range objects[i : i+2] {
			x, width := float32(0), first-theme.Space4
			if n == 1 {
				x, width = first, size.Width-first
			}
			o.Resize(fyne.NewSize(width, o.Size().Height)) // a wrapped text learns its width
			least := o.MinSize().Height
			o.Resize(fyne.NewSize(width, least))
			o.Move(fyne.NewPos(x, y))
			high = max(high, least)
		}
		y += high + theme.Space1
	}
}

// MinSize implements fyne.Layout.
func (keyTableLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i := 0; i+1 < len(objects); i += 2 {
		key, does := objects[i].MinSize(), objects[i+1].MinSize()
		size.Width = max(size.Width, key.Width+does.Width+theme.Space4)
		size.Height += max(key.Height, does.Height) + theme.Space1
	}
	return size
}
