package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TextArea is a field of a few lines, for notes. Tab leaves it, Enter makes a
// new line, Ctrl+Enter submits. It is not for long texts.
type TextArea struct {
	Field
	onEnter func()
}

// NewTextArea returns an empty area that shows lines.
func NewTextArea(placeholder string, lines int) *TextArea {
	t := &TextArea{}
	t.init(t)
	t.MultiLine = true
	t.Wrapping = fyne.TextWrapWord
	t.SetMinRowsVisible(lines)
	t.PlaceHolder = placeholder
	return t
}

// SetOnEnter sets what Ctrl+Enter does.
func (t *TextArea) SetOnEnter(f func()) { t.onEnter = f }

// AcceptsTab implements fyne.Tabbable.
func (t *TextArea) AcceptsTab() bool { return false }

// TypedShortcut implements fyne.Shortcutable.
func (t *TextArea) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && custom.Modifier == fyne.KeyModifierShortcutDefault &&
		(custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter) && t.onEnter != nil {
		t.onEnter()
		return
	}
	t.Field.TypedShortcut(s)
}
