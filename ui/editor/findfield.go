package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	fynewidget "fyne.io/fyne/v2/widget"
)

// findField is where the person types what to find.
type findField struct {
	fynewidget.Entry
	bar   *findBar
	shift bool // a Shift key is held
	quiet bool // what is changed is not searched for
}

func newFindField(b *findBar) *findField {
	f := &findField{bar: b}
	f.ExtendBaseWidget(f)
	f.Scroll = fyne.ScrollNone
	f.PlaceHolder = lang.L("Find in text")
	f.OnChanged = func(query string) {
		if !f.quiet {
			b.editor.seek(query)
		}
	}
	return f
}

// put replaces the text without searching for it.
func (f *findField) put(text string) {
	f.quiet = true
	f.SetText(text)
	f.quiet = false
}

// OpenFind chooses all of the field, to be typed over.
func (f *findField) OpenFind() { f.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// FocusLost implements fyne.Focusable.
func (f *findField) FocusLost() {
	f.shift = false
	f.Entry.FocusLost()
}

// KeyDown implements desktop.Keyable.
func (f *findField) KeyDown(ev *fyne.KeyEvent) {
	f.shift = f.shift || isShift(ev.Name)
	f.Entry.KeyDown(ev)
}

// KeyUp implements desktop.Keyable.
func (f *findField) KeyUp(ev *fyne.KeyEvent) {
	f.shift = f.shift && !isShift(ev.Name)
	f.Entry.KeyUp(ev)
}

// TypedKey implements fyne.Focusable.
func (f *findField) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.bar.editor.findStep(f.shift)
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
		f.Entry.TypedKey(ev)
	default:
		f.bar.typedKey(ev)
	}
}

// TypedShortcut implements fyne.Shortcutable. What is not about editing goes
// where it goes from the text.
func (f *findField) TypedShortcut(sc fyne.Shortcut) {
	custom, ok := sc.(*desktop.CustomShortcut)
	switch {
	case ok && isFind(custom):
		f.OpenFind()
	case ok && custom.KeyName == fyne.KeyZ && custom.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift:
		f.Entry.TypedShortcut(&fyne.ShortcutRedo{})
	default:
		f.Entry.TypedShortcut(sc)
		if ok {
			f.bar.editor.handOnShortcut(sc)
		}
	}
}
