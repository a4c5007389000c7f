package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mend/ui/theme"
	"mend/ui/widget"
)

// window shows objects one below the other in a window with Mend's theme.
func window(t *testing.T, objects ...fyne.CanvasObject) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	w := test.NewTempWindow(t, container.NewVBox(objects...))
	w.Resize(fyne.NewSize(600, 400))
	return w
}

// press gives keys to what has the focus.
func press(w fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestAFaintButtonIsSmaller(t *testing.T) {
	test.NewTempApp(t)
	quiet, faint := widget.NewQuietButton("Write", nil), widget.NewFaintButton("Write", nil)
	if q, f := quiet.MinSize(), faint.MinSize(); f.Width >= q.Width || f.Height >= q.Height {
		t.Errorf("the quiet one is %v, the faint one %v", q, f)
	}
}

func TestButtonKeys(t *testing.T) {
	for _, tt := range []struct {
		key  fyne.KeyName
		taps int
	}{
		{fyne.KeyReturn, 1}, {fyne.KeyEnter, 1}, {fyne.KeySpace, 1}, {fyne.KeyEscape, 0}, {fyne.KeyA, 0},
	} {
		t.Run(string(tt.key), func(t *testing.T) {
			taps := 0
			b := widget.NewButton("Save", func() { taps++ })
			w := window(t, b)
			w.Canvas().Focus(b)
			press(w, tt.key)
			if taps != tt.taps {
				t.Errorf("tapped %d times, want %d", taps, tt.taps)
			}
		})
	}
}

func TestTappingFocuses(t *testing.T) {
	b, c := widget.NewButton("Save", nil), widget.NewChip("hurt", nil)
	w := window(t, b, c)
	for _, o := range []interface {
		fyne.Tappable
		fyne.Focusable
	}{b, c} {
		test.Tap(o)
		if w.Canvas().Focused() != fyne.Focusable(o) {
			t.Errorf("after tapping %T, the focus is on %T", o, w.Canvas().Focused())
		}
	}
}

func TestDisabledDoesNothing(t *testing.T) {
	taps := 0
	tap := func() { taps++ }
	b, c := widget.NewButton("Save", tap), widget.NewRemovableChip("hurt", tap, tap)
	tick := widget.NewTickBox("Name it", func(bool) { tap() })
	choices := widget.NewChoices([]widget.Option{{Label: "a"}, {Label: "b"}}, func(int) { tap() })
	window(t, b, c, tick, choices)
	for _, o := range []interface {
		fyne.Disableable
		fyne.Focusable
	}{b, c, tick, choices} {
		o.Disable()
		for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyDelete, fyne.KeyDown} {
			o.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	test.Tap(b)
	test.Tap(c)
	test.Tap(tick)
	if taps != 0 {
		t.Errorf("disabled widgets acted %d times", taps)
	}
}

// focusable is what every widget that takes the focus is.
type focusable interface {
	fyne.CanvasObject
	fyne.Focusable
	fyne.Accessible
}

// every returns one of each, with how to set its OnKey.
func every() map[string]func() (fyne.Focusable, *widget.Keyed) {
	rows := func() int { return 3 }
	create := func() fyne.CanvasObject { return widget.NewText("row", theme.ColorInk, theme.SizeText) }
	return map[string]func() (fyne.Focusable, *widget.Keyed){
		"button":   func() (fyne.Focusable, *widget.Keyed) { w := widget.NewButton("b", nil); return w, &w.Keyed },
		"chip":     func() (fyne.Focusable, *widget.Keyed) { w := widget.NewChip("c", nil); return w, &w.Keyed },
		"tick box": func() (fyne.Focusable, *widget.Keyed) { w := widget.NewTickBox("t", nil); return w, &w.Keyed },
		"choices": func() (fyne.Focusable, *widget.Keyed) {
			w := widget.NewChoices([]widget.Option{{Label: "a"}}, nil)
			return w, &w.Keyed
		},
		"field":     func() (fyne.Focusable, *widget.Keyed) { w := widget.NewField(""); return w, &w.Keyed },
		"password":  func() (fyne.Focusable, *widget.Keyed) { w := widget.NewPasswordField(""); return w, &w.Keyed },
		"text area": func() (fyne.Focusable, *widget.Keyed) { w := widget.NewTextArea("", 3); return w, &w.Keyed },
		"select": func() (fyne.Focusable, *widget.Keyed) {
			w := widget.NewSelect([]string{"a"}, nil)
			return w, &w.Keyed
		},
		"rail": func() (fyne.Focusable, *widget.Keyed) {
			w := widget.NewRail([]widget.RailItem{{ID: "a", Label: "A"}}, nil)
			return w, &w.Keyed
		},
		"list": func() (fyne.Focusable, *widget.Keyed) {
			w := widget.NewList(rows, create, func(int, fyne.CanvasObject) {})
			return w, &w.Keyed
		},
		"pressable": func() (fyne.Focusable, *widget.Keyed) {
			w := widget.NewPressable("p", widget.NewLabel("p", theme.ColorInk, theme.SizeText), nil)
			return w, &w.Keyed
		},
	}
}

func TestUnusedKeysReachTheCanvas(t *testing.T) {
	for name, build := range every() {
		t.Run(name, func(t *testing.T) {
			o, _ := build()
			w := window(t, o.(fyne.CanvasObject))
			var got []fyne.KeyName
			w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { got = append(got, ev.Name) })
			w.Canvas().Focus(o)
			press(w, fyne.KeyEscape, fyne.KeyF1)
			if len(got) != 2 || got[0] != fyne.KeyEscape || got[1] != fyne.KeyF1 {
				t.Errorf("the canvas got %v, want Escape and F1", got)
			}
		})
	}
}

func TestOnKeyIsAskedFirst(t *testing.T) {
	for name, build := range every() {
		t.Run(name, func(t *testing.T) {
			o, keyed := build()
			w := window(t, o.(fyne.CanvasObject))
			w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { t.Errorf("the canvas got %s", ev.Name) })
			asked := 0
			keyed.OnKey = func(*fyne.KeyEvent) bool { asked++; return true }
			w.Canvas().Focus(o)
			press(w, fyne.KeyEscape, fyne.KeyReturn, fyne.KeyDown)
			if asked != 3 {
				t.Errorf("OnKey was asked %d times, want 3", asked)
			}
		})
	}
}

func TestFocusIsVisible(t *testing.T) {
	for name, build := range every() {
		t.Run(name, func(t *testing.T) {
			o, _ := build()
			w := window(t, o.(fyne.CanvasObject))
			ring := theme.Color(theme.New(theme.Light, 1), theme.ColorFocus)
			if rings(w, ring) != 0 {
				t.Fatal("there is a ring without the focus")
			}
			w.Canvas().Focus(o)
			if rings(w, ring) == 0 {
				t.Error("there is no ring with the focus")
			}
			w.Canvas().Unfocus()
			if rings(w, ring) != 0 {
				t.Error("the ring stays when the focus has gone")
			}
		})
	}
}

func TestEveryoneIsAccessible(t *testing.T) {
	for name, build := range every() {
		o, _ := build()
		if name == "field" || name == "password" || name == "text area" {
			continue // Fyne 2.8 has no role for a text field
		}
		if _, ok := o.(focusable); !ok {
			t.Errorf("%s has no label and role", name)
		}
	}
}

func TestDrawnAtEveryScale(t *testing.T) {
	for name, build := range every() {
		t.Run(name, func(t *testing.T) {
			o, _ := build()
			w := window(t, o.(fyne.CanvasObject))
			at := o.(fyne.CanvasObject).MinSize()
			fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark, 2))
			w.Content().Refresh()
			big := o.(fyne.CanvasObject).MinSize()
			if big.Height <= at.Height {
				t.Errorf("height is %g at 200 %%, %g at 100 %%", big.Height, at.Height)
			}
		})
	}
}

func TestFocusIsScrolledIntoView(t *testing.T) {
	var buttons []fyne.CanvasObject
	for range 30 {
		buttons = append(buttons, widget.NewButton("one of many", nil))
	}
	field := widget.NewField("")
	page := widget.NewPage(400, widget.NewCard(append(buttons, field)...))
	w := window(t)
	w.SetContent(page)
	w.Resize(fyne.NewSize(500, 300))
	inView := func(o fyne.CanvasObject) bool {
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		return y >= 0 && y+o.Size().Height <= w.Canvas().Size().Height
	}
	for i := range buttons {
		w.Canvas().FocusNext()
		if !inView(buttons[i]) {
			t.Fatalf("button %d has the focus and is out of view", i)
		}
	}
	w.Canvas().FocusNext()
	if !inView(field) {
		t.Error("the field has the focus and is out of view")
	}
	w.Canvas().FocusNext()
	if !inView(buttons[0]) {
		t.Error("the first button has the focus and is out of view")
	}
}
