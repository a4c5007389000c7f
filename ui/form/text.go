package form

import (
	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/theme"
	"mend/ui/widget"
)

// How many lines a text shows: it grows with what is written, and scrolls
// within itself beyond the most.
const (
	leastLines = 2
	mostLines  = 14
)

// newArea returns a text to write in; changed may be nil.
func (f *Form) newArea(changed func()) *editor.Editor {
	e := editor.New(f.deps.Every)
	f.follow(e)
	e.OnChanged = changed
	e.OnFocusLost = func() { f.OnLeft() }
	e.OnKey = func(ev *fyne.KeyEvent) bool { return f.OnKey(ev) }
	f.areas = append(f.areas, e)
	return e
}

// text answers with a text.
type text struct {
	form    *Form
	area    *editor.Editor
	marks   marks
	told    *widget.Paragraph // what is said of a marked word
	content *fyne.Container
}

func newText(f *Form, pf journal.PageField, touched func()) *text {
	t := &text{form: f, marks: newMarks(pf), told: small("")}
	t.area = f.newArea(func() {
		t.tell()
		touched()
	})
	t.told.Hide()
	t.content = widget.NewStack(theme.Space1, t.area, inline(t.told))
	if len(t.marks) > 0 {
		t.area.Underline(t.marks.in)
	}
	return t
}

// tell says what there is to say of the marked words, if any stands there.
func (t *text) tell() {
	if len(t.marks) == 0 {
		return
	}
	said := t.marks.say(t.area.Text())
	if said == t.told.Text {
		return
	}
	t.told.SetText(said)
	widget.Show(t.told, said != "")
	t.form.grown()
}

func (t *text) object() fyne.CanvasObject { return t.content }
func (t *text) value() string             { return t.area.Text() }
func (t *text) first() fyne.Focusable     { return t.area }

func (t *text) set(value string) {
	t.area.SetText(value)
	if len(t.marks) > 0 {
		t.told.SetText(t.marks.say(value))
		widget.Show(t.told, t.told.Text != "")
	}
}

// sides answers with two texts beside each other.
type sides struct {
	left, right *editor.Editor
	content     *fyne.Container
}

func newSides(f *Form, pf journal.PageField, touched func()) *sides {
	s := &sides{left: f.newArea(touched), right: f.newArea(touched)}
	side := func(label string, e *editor.Editor) fyne.CanvasObject {
		return widget.NewStack(theme.Space1, inline(small(label)), e)
	}
	s.content = NewTwo(side(pf.Left, s.left), side(pf.Right, s.right))
	return s
}

func (s *sides) object() fyne.CanvasObject { return s.content }
func (s *sides) first() fyne.Focusable     { return s.left }
func (s *sides) value() string             { return journal.JoinSides(s.left.Text(), s.right.Text()) }

func (s *sides) set(value string) {
	left, right := journal.SplitSides(value)
	s.left.SetText(left)
	s.right.SetText(right)
}
