package form

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// ticked answers with any of some options, and with lines of the person's own.
type ticked struct {
	form    *Form
	touched func()
	options []journal.Option
	boxes   []*widget.TickBox // of the options
	until   []*widget.Paragraph
	own     []ownLine
	lines   *fyne.Container // of the person's own
	field   *widget.Field
	content fyne.CanvasObject
}

// ownLine is a line that the person added.
type ownLine struct {
	text string
	box  *widget.TickBox
}

func newTicked(f *Form, pf journal.PageField, touched func()) *ticked {
	t := &ticked{form: f, touched: touched, options: pf.Options, lines: widget.NewStack(0)}
	all := widget.NewStack(0)
	for _, o := range pf.Options {
		box := widget.NewTickBox(o.Label, func(bool) { touched() })
		t.boxes = append(t.boxes, box)
		all.Add(box)
		if o.About != "" {
			all.Add(widget.Indented(small(o.About)))
		}
		until := small("")
		until.Hide()
		t.until = append(t.until, until)
		all.Add(widget.Indented(until))
	}
	t.field = widget.NewField(lang.L("Add a line of your own"))
	t.field.OnChanged = func(string) { touched() }
	t.field.OnSubmitted = func(string) { t.add() }
	t.field.OnFocus = left(f)
	t.content = inline(widget.InsetXY(-theme.Space2, 0, widget.NewStack(theme.Space1, all, t.lines, widget.Indented(t.field))))
	return t
}

// add makes a line of what was typed.
func (t *ticked) add() {
	text := strings.TrimSpace(t.field.Text)
	if text == "" {
		return
	}
	t.field.SetText("")
	t.addLine(text)
	t.touched()
	t.form.grown()
}

func (t *ticked) addLine(text string) {
	box := widget.NewTickBox(text, func(bool) { t.touched() })
	box.SetTicked(true)
	t.own = append(t.own, ownLine{text, box})
	t.lines.Add(box)
}

func (t *ticked) object() fyne.CanvasObject { return t.content }
func (t *ticked) first() fyne.Focusable {
	if len(t.boxes) == 0 {
		return t.field
	}
	return t.boxes[0]
}

// value has what is being typed and was not added yet, too.
func (t *ticked) value() string {
	var lines []string
	for i, o := range t.options {
		if t.boxes[i].Ticked {
			lines = append(lines, o.ID)
		}
	}
	for _, own := range t.own {
		if own.box.Ticked {
			lines = append(lines, own.text)
		}
	}
	if text := strings.TrimSpace(t.field.Text); text != "" {
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n")
}

func (t *ticked) set(value string) {
	lines := journal.Lines(value)
	for i, o := range t.options {
		at := slices.Index(lines, o.ID)
		t.boxes[i].SetTicked(at >= 0)
		if at >= 0 {
			lines = slices.Delete(lines, at, at+1)
		}
	}
	t.own = nil
	t.lines.RemoveAll()
	for _, line := range lines {
		t.addLine(line)
	}
	t.field.SetText("")
}

// wait shows of every option whether it can be ticked yet.
func (t *ticked) wait(f *Form) {
	for i, o := range t.options {
		until := f.waitsFor(o)
		t.until[i].SetText(until)
		widget.Show(t.until[i], until != "")
		if until != "" && !t.boxes[i].Ticked {
			t.boxes[i].Disable()
		} else {
			t.boxes[i].Enable()
		}
	}
}
