package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// PasswordField is a field that hides what is typed, with a button in it that
// shows it.
type PasswordField struct {
	Field
	show *Button
}

// NewPasswordField returns an empty, hidden field.
func NewPasswordField(placeholder string) *PasswordField {
	p := &PasswordField{}
	p.init(p)
	p.PlaceHolder = placeholder
	p.Password = true
	p.show = NewQuietButton(lang.L("Show"), p.toggle)
	p.ActionItem = p.show
	return p
}

// Take returns what was typed as bytes, which the caller owns and wipes, and
// empties and hides the field.
func (p *PasswordField) Take() []byte {
	secret := []byte(p.Text)
	p.Clear()
	return secret
}

// Clear empties and hides the field.
func (p *PasswordField) Clear() {
	p.SetText("")
	p.SetShown(false)
}

// Shown reports whether what is typed can be read.
func (p *PasswordField) Shown() bool { return !p.Password }

// SetShown shows or hides what is typed.
func (p *PasswordField) SetShown(on bool) {
	if p.Shown() == on {
		return
	}
	p.Password = !on
	p.Refresh()
	if on {
		p.show.SetText(lang.L("Hide"))
	} else {
		p.show.SetText(lang.L("Show"))
	}
}

// Enable lets the person type.
func (p *PasswordField) Enable() {
	p.Field.Enable()
	p.show.Enable()
}

// Disable keeps the person from typing, while the text is used.
func (p *PasswordField) Disable() {
	p.Field.Disable()
	p.show.Disable()
}

func (p *PasswordField) toggle() {
	p.SetShown(!p.Shown())
	FocusOn(p)
}

var _ fyne.Focusable = (*PasswordField)(nil)
