package entries

import (
	"strings"

	"fyne.io/fyne/v2"

	"mend/ui/theme"
	"mend/ui/widget"
)

// aside is one thing that may be written beside the feelings, in a field that
// is folded away until it is wanted or filled.
type aside struct {
	OnChanged func()
	// OnGrown is told when it takes more or less room.
	OnGrown func()

	key      string // of the entry's field
	short    string // what it is, before its text in the strip
	value    string
	unfold   *widget.Chip
	area     *widget.TextArea
	unfolded fyne.CanvasObject
	focus    focuser
}

// newAside returns the field with the key, which asks question.
func newAside(key, short, question string, focus focuser) *aside {
	a := &aside{key: key, short: short, focus: focus}
	a.unfold = widget.NewChip("+ "+question, a.open)
	a.area = widget.NewTextArea("", 2)
	a.area.OnChanged = a.typed
	a.unfolded = widget.NewStack(theme.Space1, widget.NewText(question, theme.ColorMuted, theme.SizeSmall), a.area)
	a.unfolded.Hide()
	return a
}

// Set shows what another entry has.
func (a *aside) Set(fields map[string]string) {
	a.value = fields[a.key]
	a.area.SetText(a.value)
	a.fold()
}

// Get puts what was written into fields, and takes out what was emptied.
func (a *aside) Get(fields map[string]string) {
	if strings.TrimSpace(a.value) == "" {
		delete(fields, a.key)
		return
	}
	fields[a.key] = a.value
}

// Objects returns what stands in the strip: the text, if there is one.
func (a *aside) Objects(open func()) []fyne.CanvasObject {
	text := strings.Join(strings.Fields(a.value), " ")
	if text == "" {
		return nil
	}
	return []fyne.CanvasObject{widget.NewChip(shorten(a.short+": "+text, linkRunes), open)}
}

// fold leaves the field in view only if there is something in it.
func (a *aside) fold() { a.setOpen(strings.TrimSpace(a.value) != "") }

func (a *aside) setOpen(open bool) {
	widget.Show(a.unfolded, open)
	widget.Show(a.unfold, !open)
}

// open unfolds the field and puts the caret into it.
func (a *aside) open() {
	a.setOpen(true)
	a.OnGrown()
	a.focus(a.area)
}

func (a *aside) typed(text string) {
	a.value = text
	a.OnChanged()
}
