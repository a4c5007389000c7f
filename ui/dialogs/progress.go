package dialogs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/widget"
)

// Progress is a dialog that stays while something long is done.
type Progress struct {
	sheet *sheet
	bar   *widget.Waiting
}

// ShowProgress opens a Progress that moves to and fro until Set is called. If
// cancel is not nil, a button and Escape call it, once; the dialog stays until
// Close, since work may take a moment to stop.
func ShowProgress(w fyne.Window, title string, cancel func()) *Progress {
	p := &Progress{bar: widget.NewWaiting("")}
	var answers []Button
	if cancel != nil {
		answers = []Button{{Label: lang.L("Cancel"), Cancels: true, Keep: true, OnTap: func() {
			p.sheet.buttons[0].Disable()
			cancel()
		}}}
	}
	p.sheet = newSheet(w, title, p.bar, answers)
	p.sheet.onClose = p.bar.Stop
	p.bar.Start()
	p.sheet.open()
	if cancel != nil {
		w.Canvas().Focus(p.sheet.buttons[0])
	}
	return p
}

// Set shows how much is done, from 0 to 1.
func (p *Progress) Set(fraction float64) {
	if p.sheet.isOpen {
		p.bar.Set(fraction)
	}
}

// Close closes the dialog. It may be called again.
func (p *Progress) Close() { p.sheet.close() }

// OnTakenAway has stop called when the dialog goes without the person's doing,
// because the window is locked or closes.
func (p *Progress) OnTakenAway(stop func()) { p.sheet.onAbandon = stop }
