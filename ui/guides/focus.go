package guides

import (
	"strings"

	"fyne.io/fyne/v2"
)

// control is a widget that can have the focus.
type control interface {
	fyne.CanvasObject
	fyne.Focusable
}

// named remembers a control under a name that stays the same when the screen is
// built anew, so that the focus can stay where it was. The name of what belongs
// to a part begins with the part's: "stage talk", "step talk.rules up",
// "question 2".
func (s *Screen) named(name string, c control) fyne.CanvasObject {
	s.names[name] = c
	return c
}

// focusedName returns the name of the control that has the focus, or nothing.
func (s *Screen) focusedName() string {
	focused := s.deps.Window.Canvas().Focused()
	for name, c := range s.names {
		if fyne.Focusable(c) == focused {
			return name
		}
	}
	return ""
}

// focusedPart returns the kind and id of the part that the control with the
// focus belongs to.
func (s *Screen) focusedPart() (kind, id string) {
	words := strings.Fields(s.focusedName())
	if len(words) < 2 {
		return "", ""
	}
	return words[0], words[1]
}

// refocus gives the focus to the first of the controls that there is; where a
// button of a part went, to the part, and else to the open stage in the list.
func (s *Screen) refocus(names ...string) {
	for _, name := range names {
		if words := strings.Fields(name); len(words) > 2 {
			names = append(names, words[0]+" "+words[1])
		}
	}
	for _, name := range append(names, "stage "+s.stage) {
		if c, ok := s.names[name]; ok {
			s.deps.Window.Canvas().Focus(c)
			return
		}
	}
}
