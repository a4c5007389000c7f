package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"mend/ui/widget"
)

// tall is an object of a height.
func tall(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(10, height))
	return r
}

func TestKeysScrollTheLargestPart(t *testing.T) {
	list, page := container.NewVScroll(tall(2000)), container.NewVScroll(tall(3000))
	split := container.NewBorder(nil, nil, container.NewGridWrap(fyne.NewSize(100, 300), list), nil, page)
	w := window(t)
	w.SetContent(split)
	w.Resize(fyne.NewSize(600, 400))
	var at []float32
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyHome} {
		if !widget.ScrollByKey(split, nil, key) {
			t.Errorf("%s moves nothing", key)
		}
		at = append(at, page.Offset.Y)
	}
	if !(at[0] > 0 && at[1] > at[0]+200 && at[2] < at[1] && at[3] == 3000-page.Size().Height && at[4] == 0) {
		t.Errorf("the page was at %v", at)
	}
	if list.Offset.Y != 0 {
		t.Error("the list scrolled too")
	}
	for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyEscape} {
		if widget.ScrollByKey(split, nil, key) {
			t.Errorf("%s at the top says that it moved something", key)
		}
	}
}

func TestKeysScrollWhatTheFocusLiesIn(t *testing.T) {
	b := widget.NewButton("Save", nil)
	list := container.NewVScroll(container.NewVBox(b, tall(1000)))
	page := container.NewVScroll(tall(3000))
	split := container.NewBorder(nil, nil, container.NewGridWrap(fyne.NewSize(100, 300), list), nil, page)
	w := window(t)
	w.SetContent(split)
	w.Resize(fyne.NewSize(600, 400))
	if !widget.ScrollByKey(split, b, fyne.KeyPageDown) || list.Offset.Y == 0 || page.Offset.Y != 0 {
		t.Errorf("the list is at %v, the page at %v", list.Offset.Y, page.Offset.Y)
	}
}
