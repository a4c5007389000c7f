package widget

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"mend/ui/theme"
)

// Field is a line of text that can be edited. Control characters never get
// into it: a pasted line break or tab becomes a space, others are dropped.
// Of the embedded Entry, set OnSubmitted (Enter) and Validator freely; leave
// Entry.OnChanged alone.
type Field struct {
	fynewidget.Entry
	Keyed

	// OnChanged is called after the person changed the text, not by SetText.
	OnChanged func(string)
	// OnFocus is called when the focus comes and goes.
	OnFocus func(focused bool)

	self    fyne.Widget // the widget this is embedded in
	focused bool
	quiet   bool // SetText is under way
}

// NewField returns an empty field with a placeholder.
func NewField(placeholder string) *Field {
	f := &Field{}
	f.init(f)
	f.PlaceHolder = placeholder
	return f
}

func (f *Field) init(self fyne.Widget) {
	f.self = self
	f.ExtendBaseWidget(self)
	f.Entry.OnChanged = f.changed
}

// SetText replaces the text without calling OnChanged. Undo forgets.
func (f *Field) SetText(text string) {
	if f.Text == text {
		return
	}
	f.quiet = true
	if f.SelectedText() != "" { // it would be carried over; only a key ends it
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	}
	f.Entry.SetText(text)
	f.quiet = false
}

// SetOnEnter sets what Enter does.
func (f *Field) SetOnEnter(enter func()) { f.OnSubmitted = func(string) { enter() } }

// CaretToEnd puts the caret after the last character.
func (f *Field) CaretToEnd() { f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }

// SelectAll selects the whole text.
func (f *Field) SelectAll() { f.TypedShortcut(&fyne.ShortcutSelectAll{}) }

func (f *Field) changed(text string) {
	if clean := f.clean(text); clean != text {
		f.SetText(clean)
		f.CursorColumn = len([]rune(clean))
		text = clean
	}
	if !f.quiet && f.OnChanged != nil {
		f.OnChanged(text)
	}
}

// clean returns text as it may be in the field.
func (f *Field) clean(text string) string {
	if f.MultiLine {
		return manyLines(text)
	}
	return oneLine(text)
}

// manyLines returns text without control characters but line breaks and tabs.
func manyLines(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
}

// oneLine returns text without control characters and with spaces for line
// breaks and tabs.
func oneLine(text string) string {
	// Fyne has turned the \n of a pasted \r\n into a space already.
	text = strings.NewReplacer("\r\n", " ", "\r ", " ").Replace(text)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text)
}

// FocusGained implements fyne.Focusable.
func (f *Field) FocusGained() {
	f.setFocused(true, f.Entry.FocusGained)
	reveal(f.self)
}

// FocusLost implements fyne.Focusable.
func (f *Field) FocusLost() { f.setFocused(false, f.Entry.FocusLost) }

func (f *Field) setFocused(on bool, tell func()) {
	f.focused = on
	tell()
	if f.OnFocus != nil {
		f.OnFocus(on)
	}
}

// TypedKey implements fyne.Focusable.
func (f *Field) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case f.asked(ev):
	case f.MultiLine && (ev.Name == fyne.KeyUp || ev.Name == fyne.KeyDown), fieldUses(ev.Name):
		f.Entry.TypedKey(ev)
	default:
		HandOn(f.self, ev)
	}
}

// fieldUses reports whether the key edits or moves in a line of text.
func fieldUses(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown,
		fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return false
	}
	return true
}

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return &fieldRenderer{WidgetRenderer: f.Entry.CreateRenderer(), field: f, ring: newRing()}
}

// fieldRenderer draws the ring over Fyne's own entry.
type fieldRenderer struct {
	fyne.WidgetRenderer
	field *Field
	ring  ring
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.show(theme.PenOf(r.field), r.field.focused, theme.ColorFocus, size, 0)
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	return append(inner[:len(inner):len(inner)], r.ring.Rectangle)
}

func (r *fieldRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.ring.show(theme.PenOf(r.field), r.field.focused, theme.ColorFocus, r.field.Size(), 0)
}
