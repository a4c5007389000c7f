// Package uitest answers one question: what does a person see in a window, and
// what can they press there? Only tests import it.
package uitest

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"mend/ui/theme"
	"mend/ui/widget"
)

// NewWindow returns an empty window of the test driver in Mend's light look at
// a text size of 100 %. It lasts as long as the test.
func NewWindow(t testing.TB) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	return test.NewTempWindow(t, nil)
}

// Top returns what lies on top in the window: a dialog, or else the content.
func Top(w fyne.Window) fyne.CanvasObject {
	if top := w.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return w.Content()
}

// Shown returns every T that shows in o, o itself included, in the order in
// which they are drawn. What is hidden, or within something hidden, is not in
// it, which sets it apart from [test.LaidOutObjects].
func Shown[T any](o fyne.CanvasObject) []T {
	var found []T
	walk(o, func(o fyne.CanvasObject) {
		if one, ok := o.(T); ok {
			found = append(found, one)
		}
	})
	return found
}

// walk calls see with o and all that shows in it.
func walk(o fyne.CanvasObject, see func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	see(o)
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, part := range within {
		walk(part, see)
	}
}

// Find returns the first T that shows in o and is wanted. The test ends where
// there is none.
func Find[T any](t testing.TB, o fyne.CanvasObject, wanted func(T) bool) T {
	t.Helper()
	all := Shown[T](o)
	at := slices.IndexFunc(all, wanted)
	if at < 0 {
		t.Fatalf("no such %T shows", *new(T))
	}
	return all[at]
}

// Says reports whether a paragraph or a line that shows in o has the text in
// it. Where the window breaks or cuts its words makes no difference.
func Says(o fyne.CanvasObject, text string) bool {
	return slices.ContainsFunc(Shown[fyne.Widget](o), func(o fyne.Widget) bool {
		switch o := o.(type) {
		case *widget.Paragraph:
			return strings.Contains(o.Text, text)
		case *widget.Text:
			return strings.Contains(o.Text, text)
		}
		return false
	})
}

// Words returns all that is written in o, buttons and fields included, as it is
// drawn: line by line, with a space between.
func Words(o fyne.CanvasObject) string {
	var lines []string
	for _, line := range Shown[*canvas.Text](o) {
		lines = append(lines, line.Text)
	}
	return strings.Join(lines, " ")
}

// Offers reports whether a button, chip or row with the label shows in o.
func Offers(o fyne.CanvasObject, label string) bool {
	return slices.ContainsFunc(Shown[fyne.Tappable](o), labelled(label))
}

// Tap taps the first button, chip or row with the label that shows in o. The
// test ends where there is none.
func Tap(t testing.TB, o fyne.CanvasObject, label string) {
	t.Helper()
	all := Shown[fyne.Tappable](o)
	at := slices.IndexFunc(all, labelled(label))
	if at < 0 {
		t.Fatalf("nothing to press says %q in: %s", label, Words(o))
	}
	test.Tap(all[at])
}

func labelled(label string) func(fyne.Tappable) bool {
	return func(o fyne.Tappable) bool {
		switch o := o.(type) {
		case *widget.Button:
			return o.Text == label
		case *widget.Chip:
			return o.Text == label
		case *widget.Pressable:
			return o.Label == label
		}
		return false
	}
}

// Press presses keys, each on what has the focus by then. The test ends where
// nothing has it.
func Press(t testing.TB, w fyne.Window, keys ...fyne.KeyName) {
	t.Helper()
	for _, key := range keys {
		focused := w.Canvas().Focused()
		if focused == nil {
			t.Fatalf("nothing has the focus for %s", key)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	}
}
