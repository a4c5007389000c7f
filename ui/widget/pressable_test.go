package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/ui/theme"
	"mend/ui/widget"
)

func TestPressableByPointerAndKeys(t *testing.T) {
	test.NewTempApp(t)
	pressed := 0
	p := widget.NewPressable("open", widget.NewText("row", theme.ColorInk, theme.SizeText), func() { pressed++ })
	win := test.NewTempWindow(t, p)

	test.Tap(p)
	if win.Canvas().Focused() != fyne.Focusable(p) {
		t.Error("a tap does not give the focus")
	}
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		p.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if pressed != 4 {
		t.Errorf("pressed %d times, want 4", pressed)
	}
}

func TestPressableHandsKeysOn(t *testing.T) {
	test.NewTempApp(t)
	p := widget.NewPressable("open", widget.NewText("row", theme.ColorInk, theme.SizeText), nil)
	win := test.NewTempWindow(t, p)
	var onCanvas, asked []fyne.KeyName
	win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { onCanvas = append(onCanvas, ev.Name) })
	p.OnKey = func(ev *fyne.KeyEvent) bool {
		asked = append(asked, ev.Name)
		return ev.Name == fyne.KeyDown
	}

	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if len(asked) != 2 || len(onCanvas) != 1 || onCanvas[0] != fyne.KeyF1 {
		t.Errorf("asked %v, canvas got %v; want Down kept and F1 handed on", asked, onCanvas)
	}
}
