package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// PlaceDeps is what the sections about where the journal lies need.
type PlaceDeps struct {
	Path string // where it lies
	// The journal is to be moved, or removed from this computer. Nil offers
	// neither.
	OnMove, OnRemove func()
}

func (s *Screen) placePart() fyne.CanvasObject {
	content := []fyne.CanvasObject{widget.NewParagraph(s.deps.Place.Path)}
	if s.deps.Place.OnMove != nil {
		content = append(content, widget.NewRow(0, widget.NewButton(lang.L("Move…"), s.deps.Place.OnMove)))
	}
	return part(lang.L("Where your journal is kept"),
		lang.L("One sealed file. Copy it while Mend is closed, and the copy opens with the same passphrase."),
		content...)
}

func (s *Screen) removePart() fyne.CanvasObject {
	return part(lang.L("Remove from this computer"),
		lang.L("Deletes the journal, its backups and what Mend remembers here. You see the whole list first, and can save a sealed copy elsewhere."),
		widget.NewRow(theme.Space2, widget.NewButton(lang.L("Remove…"), s.deps.Place.OnRemove)))
}
