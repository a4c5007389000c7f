package welcome

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/secret"
	"mend/ui/theme"
	"mend/ui/widget"
)

// secretPage asks for a passphrase, and where the journal is to lie.
type secretPage struct {
	deps  Deps
	hooks secret.Hooks
	path  string
	body  fyne.CanvasObject

	passphrase *secret.Choice
	where      *widget.Paragraph
	taken      *widget.Paragraph
	choose     *widget.Button
	openTaken  *widget.Button
	takenPath  string
}

func newSecretPage(d Deps, h secret.Hooks) *secretPage {
	p := &secretPage{deps: d, hooks: h, path: d.DefaultPath}
	p.passphrase = secret.NewChoice(d.Window, d.Tasks, lang.L("Passphrase"), h)
	p.body = widget.NewStack(theme.Space3,
		title(lang.L("Choose a passphrase")),
		widget.NewParagraph(lang.L("Several unusual words are easier to remember, and harder to guess, than something short and tricky.")),
		p.passphrase.Content(),
		widget.NewLine(),
		p.buildPlace(),
	)
	return p
}

func (p *secretPage) buildPlace() fyne.CanvasObject {
	p.where = widget.NewMutedParagraph(p.path)
	p.taken = widget.NewParagraph("")
	p.taken.SetColor(theme.ColorWarning)
	p.taken.Hide()
	p.choose = widget.NewQuietButton(lang.L("Choose another place…"), p.onPlace)
	p.openTaken = widget.NewQuietButton(lang.L("Open that journal"), func() { p.deps.OnOpenOther(p.takenPath) })
	p.openTaken.Hide()
	p.choose.OnKey, p.openTaken.OnKey = p.hooks.OnKey, p.hooks.OnKey
	return widget.NewLabelled(lang.L("Where your journal is kept"), p.where, p.taken, widget.NewQuietRow(p.choose, p.openTaken))
}

func (p *secretPage) content() fyne.CanvasObject { return p.body }

func (p *secretPage) first() fyne.Focusable { return p.passphrase.First() }

func (p *secretPage) missing() (string, fyne.Focusable) { return p.passphrase.Missing() }

func (p *secretPage) onPlace() {
	dialogs.AskSavePath(p.deps.Window, dialogs.SaveQuestion{
		Title: lang.L("Where your journal is kept"), Name: p.path, Verb: lang.L("Choose"), Tasks: p.deps.Tasks,
		Exists: func(string) bool { return false }, // a journal is never replaced
	}, p.setPlace)
}

// setPlace takes the path, unless there is something already.
func (p *secretPage) setPlace(path string) {
	taken := false
	p.deps.Tasks.Go(func(context.Context) {
		taken = p.deps.Exists != nil && p.deps.Exists(path)
	}, func() {
		if taken {
			p.showTaken(path)
			return
		}
		p.path = path
		p.where.SetText(path)
		p.showTaken("")
	})
}

// showTaken says that there is a file at path; no path takes it back.
func (p *secretPage) showTaken(path string) {
	p.takenPath = path
	if path != "" {
		what, next := journal.Explain(journal.ErrExists)
		p.taken.SetText(lang.L(what) + " " + lang.L(next))
	}
	p.taken.Hidden = path == ""
	p.openTaken.Hidden = path == "" || p.deps.OnOpenOther == nil
	p.hooks.OnResized()
	p.deps.Window.Canvas().Unfocus() // what is focused anew is scrolled into view
	p.deps.Window.Canvas().Focus(p.choose)
}
