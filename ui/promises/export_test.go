package promises

import (
	"fyne.io/fyne/v2"

	"mend/journal"
)

// Sample returns the shape of a result by itself; no result is the shape of what
// was not noted yet.
func Sample(r journal.Result) fyne.CanvasObject {
	if r == "" {
		return newSample(unnoted)
	}
	return newSample(mark(r))
}

// SampleOfAPage returns the shape of what is written.
func SampleOfAPage() fyne.CanvasObject { return newSample(written) }
