package ui

import (
	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// showHelp shows the keys and how to begin, and leads to the rest of the help,
// which the menu offers to the pointer alone.
func (w *Window) showHelp() {
	var close func()
	leads := widget.NewFlow(theme.Space1)
	lead := func(label string, to func()) {
		leads.Add(widget.NewQuietButton(label, func() {
			close()
			to()
		}))
	}
	if w.session != nil {
		lead(lang.L("Support and safety"), w.toCare)
	}
	lead(lang.L("Who could read this?"), w.showWhoCouldRead)
	lead(lang.L("About Mend"), w.showAbout)
	content := widget.NewStack(theme.Space3, widget.InsetXY(-theme.Space2, 0, leads),
		newKeyTable(helpKeys()), widget.NewParagraph(lang.L(helpText)))
	close = dialogs.ShowWide(w.win, lang.L("Keys and help"), content,
		dialogs.Button{Label: lang.L("Close"), Primary: true, Cancels: true})
}

// showWhoCouldRead says plainly what the sealed file protects, and what not.
func (w *Window) showWhoCouldRead() {
	dialogs.ShowNotice(w.win, lang.L("Who could read this?"), lang.L(whoCouldReadText))
}

func (w *Window) showAbout() {
	dialogs.ShowNotice(w.win, lang.L("About Mend"),
		"Mend "+w.ports.Version+"\n\n"+lang.L(aboutText))
}

const helpText = `In a list, Up and Down choose, Enter goes on to the text or the steps, and Escape comes back. Tab and Shift+Tab move everywhere.

In the days of the promises, the arrows move, also back in time, Home comes back to today. K, P, M and N note kept, partly, missed and not due; Space asks, Enter opens the promise.

The search takes filters too, as in talk feeling:hurt>=4 from:2026-01. They are stage, step, feeling, tag, from, to, on, kind and is; Filter, below the box, sets most of them by hand.

What you write is saved as you write. There is nothing to save by hand. Once a day Mend makes a sealed backup: Settings lists them, puts one back, says where the journal lies, moves it and removes it. After a move, the next start finds the journal in its new place.`

const whoCouldReadText = `Your journal is one sealed file. Without your passphrase, or the recovery code if you made one, nobody can read it, or change it unnoticed, from the file, its copies or this computer's disk while it is locked. Mend never uses a network.

It can't protect you while it is open, from someone watching the screen, from software that records keys or the screen, from someone who knows the passphrase or has the code, or from someone who makes you open it.

Anyone who uses this computer can see that Mend is installed, where the file and its copies are, how large they are and when they last changed. They can delete them, or put back an older copy: where Mend opened a newer one before, it says so.

A copy opens with the passphrase of its day. What you export is open to anyone who has it, unless you sealed it.

Nobody can reset a lost passphrase. A recovery code, if you made one, opens the journal too, for whoever has the paper.`

const aboutText = `A private journal for rebuilding trust, whichever side of the hurt you are on.

It is not counselling and not a clinical record. If you are not safe, talk to someone outside first.`
