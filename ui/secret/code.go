package secret

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// AboutCode says what a recovery code is, and what it risks.
func AboutCode() fyne.CanvasObject {
	return widget.NewStack(theme.Space3,
		widget.NewParagraph(lang.L("A recovery code opens the journal when the passphrase is lost. It is shown once, for you to write on paper; Mend keeps no copy of it.")),
		widget.NewParagraph(lang.L("In a shared home such a paper is a key: whoever finds it can read everything. "+
			"Make one only if you have a place for it that is yours alone. Doing without is a good choice too.")))
}

// OnPaper says what to do with a code that is shown.
func OnPaper() string {
	return lang.L("Write it on paper; it is not shown again later. Then you type it back, so that you can be sure of every letter. " +
		"Until then it opens nothing.")
}

// Code shows a recovery code in its groups, large, for the person to write
// down. It is put nowhere else.
type Code struct {
	body   fyne.CanvasObject
	groups []*widget.Text
}

// NewCode shows code, whose groups are divided by hyphens.
func NewCode(code string) *Code {
	c := &Code{}
	row := widget.NewFlow(theme.Space4)
	for _, group := range strings.Split(code, "-") {
		text := widget.NewLabel(group, theme.ColorInk, theme.SizeTitle)
		text.Monospace = true
		c.groups = append(c.groups, text)
		row.Add(text)
	}
	c.body = widget.NewCard(row)
	return c
}

// Content returns what to put into the page.
func (c *Code) Content() fyne.CanvasObject { return c.body }

// Forget drops what is shown.
func (c *Code) Forget() {
	for _, group := range c.groups {
		group.SetText("")
	}
}

// TypedBack has a recovery code typed from the paper it was written on: one
// that nobody wrote down is to open nothing.
type TypedBack struct {
	code  string
	field *widget.PasswordField
	body  fyne.CanvasObject
}

// NewTypedBack asks for code. What is typed can be read, as on the paper.
func NewTypedBack(code string, h Hooks) *TypedBack {
	b := &TypedBack{code: bare(code), field: NewCodeField("")}
	b.field.OnKey = h.OnKey
	b.field.OnChanged = func(string) { h.OnTyped() }
	b.field.SetOnEnter(h.OnEnter)
	hint := widget.NewMutedParagraph(lang.L("Capital or small letters, spaces and hyphens make no difference."))
	hint.TextSize = theme.SizeSmall
	b.body = widget.NewLabelled(lang.L("The code on your paper"), b.field, hint)
	return b
}

// NewCodeField returns an empty field for a recovery code, which is read from a
// paper and may be seen.
func NewCodeField(placeholder string) *widget.PasswordField {
	field := widget.NewPasswordField(placeholder)
	field.SetShown(true)
	return field
}

// Content returns what to put into the page.
func (b *TypedBack) Content() fyne.CanvasObject { return b.body }

// First returns what gets the focus.
func (b *TypedBack) First() fyne.Focusable { return b.field }

// Missing returns what the person still has to do, and where; an empty text
// when the code is the one that was shown.
func (b *TypedBack) Missing() (text string, at fyne.Focusable) {
	switch group := b.differs(); {
	case b.field.Text == "":
		return lang.L("Type the code from your paper first."), b.field
	case group > 0:
		return lang.L("Group {{.Group}} is not as it was shown. Look at your paper, or have the code shown again.",
			map[string]any{"Group": group}), b.field
	}
	return "", nil
}

const groupLength = 5

// differs returns the first group, counted from 1, that is not that of the
// code; 0 if all are.
func (b *TypedBack) differs() int {
	typed := bare(b.field.Text)
	for i := range max(len(b.code), len(typed)) {
		if i >= len(b.code) || i >= len(typed) || b.code[i] != typed[i] {
			return min(i, len(b.code)-1)/groupLength + 1
		}
	}
	return 0
}

// Forget drops the code and what was typed.
func (b *TypedBack) Forget() {
	b.code = ""
	b.field.Clear()
}

// Enable lets the person type.
func (b *TypedBack) Enable() { b.field.Enable() }

// Disable keeps the person from typing, while the code is written.
func (b *TypedBack) Disable() { b.field.Disable() }

// Disabled implements fyne.Disableable.
func (b *TypedBack) Disabled() bool { return b.field.Disabled() }

// bare returns a code without what makes no difference in it: capital letters
// alone, no spaces and hyphens, and digits for the letters that look like them.
func bare(code string) string {
	return strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(code))
}
