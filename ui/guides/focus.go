package guides

import (
	"strings"

	"mend/ui/widget"

	"fyne.io/fyne/v2"
)

// named remembers a control. The name of what belongs to a part begins with the
// part's: "stage talk", "step talk.rules up", "question 2".
func (s *Screen) named(name string, c widget.Control) fyne.CanvasObject { return s.names.Add(name, c) }

// focusedName returns the name of the control that has the focus, or nothing.
func (s *Screen) focusedName() string { return s.names.Focused(s.deps.Window.Canvas()) }

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
		if s.names.Has(name) {
			s.names.Focus(s.deps.Window.Canvas(), name)
			return
		}
	}
}
