package welcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// readersPage says who could read the journal.
type readersPage struct{ body fyne.CanvasObject }

func newReadersPage() *readersPage {
	return &readersPage{widget.NewStack(theme.Space4,
		title(lang.L("Who could read this?")),
		widget.NewParagraph(lang.L("Everything you write goes into one file on this computer, and its backups. They are sealed with a passphrase that only you know: "+
			"without it, no word, no date and no title in them can be read. Mend never goes online.")),
		widget.NewHeading(lang.L("What a seal can't do"), theme.SizeHeading),
		widget.NewBullets(
			lang.L("It can't hide your words from someone who watches you write, or from a program that records the keyboard."),
			lang.L("It can't keep out someone who knows your passphrase, or makes you tell it."),
			lang.L("It can't hide that Mend is on this computer or that the file is there, or keep anyone from deleting it or putting back an older copy."),
			lang.L("It can't bring back a lost passphrase, and nobody can reset it. A recovery code, if you make one, opens the journal too."),
		),
	)}
}

func (p *readersPage) content() fyne.CanvasObject        { return p.body }
func (p *readersPage) first() fyne.Focusable             { return nil }
func (p *readersPage) missing() (string, fyne.Focusable) { return "", nil }

// title is a page's own.
func title(text string) fyne.CanvasObject {
	t := widget.NewParagraph(text)
	t.TextSize, t.Bold = theme.SizeTitle, true
	return t
}
