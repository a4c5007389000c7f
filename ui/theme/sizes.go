package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Text sizes, in points at a text scale of 1.
const (
	SizeSmall   = fynetheme.SizeNameCaptionText    // 13
	SizeText    = fynetheme.SizeNameText           // 15
	SizeHeading = fynetheme.SizeNameSubHeadingText // 18
	SizeTitle   = fynetheme.SizeNameHeadingText    // 24

	// SizeWriting is the size of the person's own text: 17.
	SizeWriting fyne.ThemeSizeName = "mendWriting"
)

// Distances, in steps of four.
const (
	Space1 float32 = 4
	Space2 float32 = 8
	Space3 float32 = 12
	Space4 float32 = 16
	Space6 float32 = 24
	Space8 float32 = 32
)

// Widths at a text scale of 1; multiply by Scale where they hold text.
const (
	RailWidth float32 = 180 // the rail on the left
	ListWidth float32 = 320 // a list beside what it opens
	FoldWidth float32 = 900 // below this the list folds away
)

// ColumnRunes is how many characters a line of writing holds.
const ColumnRunes = 70

// CornerRadius rounds cards, fields and buttons.
const CornerRadius float32 = 6

const textAt100 = 15 // SizeText at a text scale of 1

// Scale returns the text scale of th: 1 for 100 %. Under a theme that is not
// Mend's, it is how its text size compares to Mend's.
func Scale(th fyne.Theme) float32 { return th.Size(SizeText) / textAt100 }

// Size returns the size called name in th. A theme that is not Mend's, as in
// tests, has no SizeWriting; there it is the text size.
func Size(th fyne.Theme, name fyne.ThemeSizeName) float32 {
	if size := th.Size(name); size > 0 {
		return size
	}
	return th.Size(SizeText)
}

// textSize returns the sizes that grow with the text scale.
func textSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case SizeSmall:
		return 13, true
	case SizeText:
		return textAt100, true
	case SizeHeading:
		return 18, true
	case SizeTitle:
		return 24, true
	case SizeWriting:
		return 17, true
	case fynetheme.SizeNameInlineIcon:
		return 20, true
	}
	return 0, false
}

// fixedSize returns the sizes that do not.
func fixedSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case fynetheme.SizeNamePadding:
		return Space1, true
	case fynetheme.SizeNameInnerPadding:
		return Space2, true
	case fynetheme.SizeNameLineSpacing:
		return Space1 + 2, true
	case fynetheme.SizeNameInputRadius, fynetheme.SizeNameButtonRadius:
		return CornerRadius, true
	case fynetheme.SizeNameInputBorder, fynetheme.SizeNameSeparatorThickness:
		return 1, true
	case fynetheme.SizeNameModalBlurRadius:
		return 0, true
	}
	return 0, false
}
