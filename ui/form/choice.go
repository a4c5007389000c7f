package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// chosen answers with one of some options, or with the person's own words.
type chosen struct {
	options []journal.Option
	choices *widget.Choices
	own     *widget.Field
	content fyne.CanvasObject
}

func newChosen(f *Form, pf journal.PageField, touched func()) *chosen {
	c := &chosen{options: pf.Options}
	shown := make([]widget.Option, len(pf.Options))
	for i, o := range pf.Options {
		shown[i] = widget.Option{Label: o.Label, About: o.About}
	}
	c.choices = widget.NewChoices(shown, func(i int) {
		if i >= 0 {
			c.own.SetText("")
		}
		touched()
	})
	c.choices.Optional = true
	c.own = widget.NewField(lang.L("Or in your own words"))
	c.own.OnChanged = func(string) {
		c.choices.Select(-1)
		touched()
	}
	c.own.OnFocus = left(f)
	c.content = inline(widget.InsetXY(-theme.Space2, 0, widget.NewStack(theme.Space2, c.choices, widget.Indented(c.own))))
	return c
}

// left returns what tells the form that a field was left.
func left(f *Form) func(bool) {
	return func(focused bool) {
		if !focused {
			f.OnLeft()
		}
	}
}

func (c *chosen) object() fyne.CanvasObject { return c.content }
func (c *chosen) first() fyne.Focusable {
	if len(c.options) == 0 {
		return c.own
	}
	return c.choices
}

func (c *chosen) value() string {
	if i := c.choices.Selected; i >= 0 {
		return c.options[i].ID
	}
	return strings.TrimSpace(c.own.Text)
}

func (c *chosen) set(value string) {
	c.choices.Select(-1)
	for i, o := range c.options {
		if o.ID == value {
			c.choices.Select(i)
			value = ""
		}
	}
	c.own.SetText(value)
}

// wait shows of every option whether it can be chosen yet.
func (c *chosen) wait(f *Form) {
	for i, o := range c.options {
		shown := widget.Option{Label: o.Label, About: o.About}
		if until := f.waitsFor(o); until != "" {
			shown.About, shown.Disabled = strings.TrimSpace(o.About+"\n"+until), true
		}
		c.choices.SetOption(i, shown)
	}
}
