package safety

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// Answers is what came of the safety questions. There is no score in it: one
// yes is as good as four.
type Answers struct {
	Harmed  bool // a yes about the partner
	Harming bool // a yes about oneself

	lines []string // what was asked and answered, if the person wants it kept
}

// Yes reports whether anything was answered by yes.
func (a Answers) Yes() bool { return a.Harmed || a.Harming }

// Entry returns the answers as an entry of the journal, kept out of summaries
// and never brought back; nil unless the person said that they be kept.
func (a Answers) Entry(at time.Time) *journal.Entry {
	if len(a.lines) == 0 {
		return nil
	}
	return &journal.Entry{
		At: at, Title: lang.L("A note for myself"), Body: strings.Join(a.lines, "\n\n"),
		KeepOut: true, NoLookBack: true,
	}
}
