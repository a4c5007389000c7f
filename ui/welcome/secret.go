package welcome

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// secretPage asks for a passphrase, and where the journal is to lie.
type secretPage struct {
	deps  Deps
	hooks hooks
	path  string
	body  fyne.CanvasObject

	passphrase, again *widget.PasswordField
	strength          *widget.Paragraph
	rating            int // counts the ratings asked for, to drop late answers
	waitRating        func()

	suggestion *widget.Paragraph
	suggested  fyne.CanvasObject
	where      *widget.Paragraph
	taken      *widget.Paragraph
	choose     *widget.Button
	openTaken  *widget.Button
	takenPath  string
}

func newSecretPage(d Deps, h hooks) *secretPage {
	p := &secretPage{deps: d, hooks: h, path: d.DefaultPath, waitRating: func() {}}
	p.passphrase = widget.NewPasswordField("")
	p.again = widget.NewPasswordField("")
	p.strength = widget.NewMutedParagraph(advice(unrated))
	p.strength.TextSize = theme.SizeSmall
	p.passphrase.OnChanged = func(string) { p.onTyped() }
	p.again.OnChanged = func(string) { h.onTyped() }
	p.passphrase.OnKey, p.again.OnKey = h.onKey, h.onKey
	p.passphrase.SetOnEnter(func() { d.Window.Canvas().Focus(p.again) })
	p.again.SetOnEnter(h.onEnter)
	p.body = widget.NewStack(theme.Space3,
		title(lang.L("Choose a passphrase")),
		widget.NewParagraph(lang.L("Several unusual words are easier to remember, and harder to guess, than something short and tricky.")),
		labelled(lang.L("Passphrase"), p.passphrase, p.strength),
		labelled(lang.L("The same once more"), p.again),
		p.buildSuggestion(),
		widget.NewLine(),
		p.buildPlace(),
	)
	return p
}

// labelled puts a label above objects.
func labelled(label string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	text := widget.NewText(label, theme.ColorInk, theme.SizeText)
	text.Bold = true
	return widget.NewStack(theme.Space1, append([]fyne.CanvasObject{text}, objects...)...)
}

func (p *secretPage) buildSuggestion() fyne.CanvasObject {
	p.suggestion = widget.NewParagraph("")
	p.suggestion.TextSize = theme.SizeWriting
	use := widget.NewButton(lang.L("Use these words"), p.onUse)
	other := widget.NewQuietButton(lang.L("Suggest others"), p.onSuggest)
	p.suggested = widget.NewCard(p.suggestion,
		widget.NewMutedParagraph(lang.L("Write them down and keep the paper where nobody looks, until you know them by heart.")),
		widget.NewRow(theme.Space2, use, other))
	p.suggested.Hide()
	suggest := widget.NewQuietButton(lang.L("Suggest words"), p.onSuggest)
	for _, button := range []*widget.Button{use, other, suggest} {
		button.OnKey = p.hooks.onKey
	}
	return widget.NewStack(theme.Space2, outdent(suggest), p.suggested)
}

func (p *secretPage) buildPlace() fyne.CanvasObject {
	p.where = widget.NewMutedParagraph(p.path)
	p.taken = widget.NewParagraph("")
	p.taken.SetColor(theme.ColorWarning)
	p.taken.Hide()
	p.choose = widget.NewQuietButton(lang.L("Choose another place…"), p.onPlace)
	p.openTaken = widget.NewQuietButton(lang.L("Open that journal"), func() { p.deps.OnOpenOther(p.takenPath) })
	p.openTaken.Hide()
	p.choose.OnKey, p.openTaken.OnKey = p.hooks.onKey, p.hooks.onKey
	return labelled(lang.L("Where your journal is kept"), p.where, p.taken, outdent(p.choose, p.openTaken))
}

// outdent puts quiet buttons side by side so that the text of the first
// begins where the rest of the page does.
func outdent(buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.InsetXY(-theme.Space2, 0, widget.NewRow(theme.Space2, buttons...))
}

func (p *secretPage) content() fyne.CanvasObject { return p.body }

func (p *secretPage) first() fyne.Focusable { return p.passphrase }

func (p *secretPage) missing() (string, fyne.Focusable) {
	switch {
	case p.passphrase.Text == "":
		return lang.L("Type a passphrase first. Any will do; only you decide how strong it is."), p.passphrase
	case p.again.Text == "":
		return lang.L("Type the same passphrase once more, to be sure of it."), p.again
	case p.passphrase.Text != p.again.Text:
		p.again.SetShown(p.passphrase.Shown())
		return lang.L("The two passphrases differ. Show them to compare, or type the second one again."), p.again
	}
	return "", nil
}

// forget empties what was typed and suggested.
func (p *secretPage) forget() {
	p.passphrase.Clear()
	p.again.Clear()
	p.suggestion.SetText("")
}

const ratePause = 250 * time.Millisecond

// onTyped rates the passphrase, off the UI goroutine and after a pause.
func (p *secretPage) onTyped() {
	p.hooks.onTyped()
	p.rating++
	asked, text := p.rating, p.passphrase.Text
	p.waitRating()
	p.waitRating = p.deps.Tasks.After(ratePause, func() {
		var rated strength
		p.deps.Tasks.Go(func(context.Context) { rated = rate(text) }, func() {
			if asked == p.rating {
				p.strength.SetText(advice(rated))
				p.hooks.relayout()
			}
		})
	})
}

func (p *secretPage) onSuggest() {
	words, err := suggest()
	if err != nil {
		dialogs.ShowError(p.deps.Window, err)
		return
	}
	p.suggestion.SetText(strings.Join(words, " "))
	p.suggested.Show()
	p.hooks.relayout()
}

// onUse puts the suggested words into both fields.
func (p *secretPage) onUse() {
	p.passphrase.SetText(p.suggestion.Text)
	p.again.SetText(p.suggestion.Text)
	p.onTyped()
	p.again.CaretToEnd()
	p.deps.Window.Canvas().Focus(p.again)
}

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
	p.hooks.relayout()
	p.deps.Window.Canvas().Unfocus() // what is focused anew is scrolled into view
	p.deps.Window.Canvas().Focus(p.choose)
}
