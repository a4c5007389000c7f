package form

import (
	"fyne.io/fyne/v2"

	"mend/ui/editor"
	"mend/ui/feeling"
	"mend/ui/widget"
)

// What tests look at and touch, as a person would see and touch it.

func (f *Form) control(key string) control {
	for _, one := range f.fields {
		if one.Key == key {
			return one.control
		}
	}
	return nil
}

// Asks reports whether the question with the key is asked.
func (f *Form) Asks(key string) bool { return f.control(key) != nil }

func (f *Form) Area(key string) *editor.Editor     { return f.control(key).(*text).area }
func (f *Form) Rating(key string) *widget.Rating   { return f.control(key).(*rated).rating }
func (f *Form) Choices(key string) *widget.Choices { return f.control(key).(*chosen).choices }
func (f *Form) Picker(key string) *feeling.Picker  { return f.control(key).(*felt).picker }
func (f *Form) Sides(key string) (left, right *editor.Editor) {
	s := f.control(key).(*sides)
	return s.left, s.right
}

// OwnWords returns the field for what is no option.
func (f *Form) OwnWords(key string) *widget.Field {
	switch c := f.control(key).(type) {
	case *chosen:
		return c.own
	case *ticked:
		return c.field
	}
	return nil
}

// Boxes returns the boxes of a checklist, the person's own last.
func (f *Form) Boxes(key string) []*widget.TickBox {
	c := f.control(key).(*ticked)
	boxes := append([]*widget.TickBox(nil), c.boxes...)
	for _, own := range c.own {
		boxes = append(boxes, own.box)
	}
	return boxes
}

// Date returns the parts of a date.
func (f *Form) Date(key string) (day, clock *widget.Field, said string) {
	c := f.control(key).(*dated)
	return c.day, c.clock, c.said.Text
}

// Calendar returns the calendar of a date, and what opens it.
func (f *Form) Calendar(key string) (*widget.Calendar, *widget.Chip) {
	c := f.control(key).(*dated)
	return c.calendar, c.open
}

// Spans returns the chips that are offered for a date.
func (f *Form) Spans(key string) []*widget.Chip {
	s := f.control(key).(*dated).spans
	if !s.row.Visible() {
		return nil
	}
	return s.chips
}

// Told returns what is said of the marked words in a text, or "".
func (f *Form) Told(key string) string {
	t := f.control(key).(*text)
	if !t.told.Visible() {
		return ""
	}
	return t.told.Text
}

// Rest returns how many texts there are only to be read.
func (f *Form) Rest() int { return len(f.restKeys()) }

// Chip returns the chip with the text, or nil.
func (f *Form) Chip(text string) *widget.Chip {
	var found *widget.Chip
	walk(f.content, func(o fyne.CanvasObject) {
		if chip, ok := o.(*widget.Chip); ok && chip.Text == text && found == nil {
			found = chip
		}
	})
	return found
}

func walk(o fyne.CanvasObject, see func(fyne.CanvasObject)) {
	see(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, see)
		}
	case widget.Holder:
		walk(o.Held(), see)
	}
}
