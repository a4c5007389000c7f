package editor_test

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"mend/ui/editor"
)

// every calls a function on the UI goroutine from time to time. With it the
// caret blinks, and a drag over the edge scrolls.
func every(d time.Duration, tick func()) (stop func()) {
	ticker, done := time.NewTicker(d), make(chan struct{})
	go func() {
		for {
			select {
			case <-ticker.C:
				fyne.Do(tick)
			case <-done:
				return
			}
		}
	}()
	return func() { ticker.Stop(); close(done) }
}

// This is an editor in a window, as a program has it.
func ExampleNew() {
	window := fyne.CurrentApp().NewWindow("Notes")
	e := editor.New(every)
	e.SetPlaceHolder("Write here.")
	window.SetContent(e)
	window.Canvas().Focus(e)
	window.ShowAndRun()
}

// What the person types arrives as it would in a window.
func ExampleEditor() {
	app := test.NewApp()
	defer app.Quit()
	app.Settings().SetTheme(theme.DefaultTheme())
	e := editor.New(nil)
	window := test.NewWindow(e)
	defer window.Close()
	window.Resize(fyne.NewSize(400, 300))

	e.SetText("- milk\n- bread")
	e.OnChanged = func() { fmt.Printf("%q\n", e.Text()) }
	e.CaretToEnd()
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the list goes on
	e.TypedRune('t')
	e.TypedShortcut(&fyne.ShortcutUndo{})
	// Output:
	// "- milk\n- bread\n- "
	// "- milk\n- bread\n- t"
	// "- milk\n- bread\n- "
}
