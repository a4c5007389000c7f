package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mend/ui/widget"
)

func TestFieldRedoesWithBothKeys(t *testing.T) {
	test.NewTempApp(t)
	f := widget.NewField("")
	test.NewTempWindow(t, f)
	test.Type(f, "word")
	f.TypedShortcut(&fyne.ShortcutUndo{})
	if f.Text != "" {
		t.Fatalf("undo left %q", f.Text)
	}
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if f.Text != "word" {
		t.Errorf("redo gave %q", f.Text)
	}
}
