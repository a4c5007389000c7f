package secret

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Hooks is what a part of a page calls the page for.
type Hooks struct {
	OnKey     func(*fyne.KeyEvent) bool // asked first for every key; may be nil
	OnEnter   func()                    // the part is filled in
	OnTyped   func()                    // the person changed something
	OnResized func()                    // something was shown or hidden
}

// Choice asks for a new passphrase, twice. It says how hard it is to guess,
// suggests words on request, and refuses none for being weak.
type Choice struct {
	window fyne.Window
	tasks  *tasks.Runner
	hooks  Hooks
	body   fyne.CanvasObject

	passphrase, again *widget.PasswordField
	strength          *widget.Paragraph
	rating            int // counts the ratings asked for, to drop late answers
	waitRating        func()

	suggestion *widget.Paragraph
	suggested  fyne.CanvasObject
	buttons    []*widget.Button
}

// NewChoice returns an empty choice; label stands above the first field.
func NewChoice(w fyne.Window, t *tasks.Runner, label string, h Hooks) *Choice {
	c := &Choice{window: w, tasks: t, hooks: h, waitRating: func() {}}
	c.passphrase = widget.NewPasswordField("")
	c.again = widget.NewPasswordField("")
	c.strength = widget.NewMutedParagraph(advice(unrated))
	c.strength.TextSize = theme.SizeSmall
	c.passphrase.OnChanged = func(string) { c.onTyped() }
	c.again.OnChanged = func(string) { h.OnTyped() }
	c.passphrase.OnKey, c.again.OnKey = h.OnKey, h.OnKey
	c.passphrase.SetOnEnter(c.onEnter)
	c.again.SetOnEnter(h.OnEnter)
	c.body = widget.NewStack(theme.Space3,
		widget.NewLabelled(label, c.passphrase, c.strength),
		widget.NewLabelled(lang.L("The same once more"), c.again),
		c.buildSuggestion(),
	)
	return c
}

func (c *Choice) buildSuggestion() fyne.CanvasObject {
	c.suggestion = widget.NewParagraph("")
	c.suggestion.TextSize = theme.SizeWriting
	use := widget.NewButton(lang.L("Use these words"), c.onUse)
	other := widget.NewQuietButton(lang.L("Suggest others"), c.onSuggest)
	c.suggested = widget.NewCard(c.suggestion,
		widget.NewMutedParagraph(lang.L("Write them down and keep the paper where nobody looks, until you know them by heart.")),
		widget.NewFlow(theme.Space2, use, other))
	c.suggested.Hide()
	suggest := widget.NewQuietButton(lang.L("Suggest words"), c.onSuggest)
	c.buttons = []*widget.Button{use, other, suggest}
	for _, button := range c.buttons {
		button.OnKey = c.hooks.OnKey
	}
	return widget.NewStack(theme.Space2, widget.NewQuietRow(suggest), c.suggested)
}

// Content returns what to put into the page.
func (c *Choice) Content() fyne.CanvasObject { return c.body }

// First returns what gets the focus: the first field.
func (c *Choice) First() fyne.Focusable { return c.passphrase }

// Missing returns what the person still has to do, and where; an empty text if
// nothing.
func (c *Choice) Missing() (text string, at fyne.Focusable) {
	switch {
	case c.passphrase.Text == "":
		return lang.L("Type a passphrase first. Any will do; only you decide how strong it is."), c.passphrase
	case c.again.Text == "":
		return lang.L("Type the same passphrase once more, to be sure of it."), c.again
	case c.passphrase.Text != c.again.Text:
		c.again.SetShown(c.passphrase.Shown())
		return lang.L("The two passphrases differ. Show them to compare, or type the second one again."), c.again
	}
	return "", nil
}

// Passphrase returns what was typed, for the caller to clear. It stays in the
// fields until Forget.
func (c *Choice) Passphrase() []byte { return []byte(c.passphrase.Text) }

// Forget empties what was typed and suggested.
func (c *Choice) Forget() {
	c.waitRating()
	c.rating++
	c.passphrase.Clear()
	c.again.Clear()
	c.suggestion.SetText("")
}

// Enable lets the person type.
func (c *Choice) Enable() {
	for _, control := range c.controls() {
		control.Enable()
	}
}

// Disable keeps the person from typing, while the passphrase is used.
func (c *Choice) Disable() {
	for _, control := range c.controls() {
		control.Disable()
	}
}

// Disabled implements fyne.Disableable.
func (c *Choice) Disabled() bool { return c.passphrase.Disabled() }

func (c *Choice) controls() []fyne.Disableable {
	all := []fyne.Disableable{c.passphrase, c.again}
	for _, button := range c.buttons {
		all = append(all, button)
	}
	return all
}

// onEnter goes on from the first field to the second.
func (c *Choice) onEnter() {
	if c.passphrase.Text == "" {
		c.hooks.OnEnter() // which says what is missing
		return
	}
	c.window.Canvas().Focus(c.again)
}

const ratePause = 250 * time.Millisecond

// onTyped rates the passphrase, off the UI goroutine and after a pause.
func (c *Choice) onTyped() {
	c.hooks.OnTyped()
	c.rating++
	asked, text := c.rating, c.passphrase.Text
	c.waitRating()
	c.waitRating = c.tasks.After(ratePause, func() {
		var rated strength
		c.tasks.Go(func(context.Context) { rated = rate(text) }, func() {
			if asked == c.rating {
				c.strength.SetText(advice(rated))
				c.hooks.OnResized()
			}
		})
	})
}

func (c *Choice) onSuggest() {
	words, err := suggest()
	if err != nil {
		dialogs.ShowError(c.window, err)
		return
	}
	c.suggestion.SetText(strings.Join(words, " "))
	c.suggested.Show()
	c.hooks.OnResized()
}

// onUse puts the suggested words into both fields.
func (c *Choice) onUse() {
	c.passphrase.SetText(c.suggestion.Text)
	c.again.SetText(c.suggestion.Text)
	c.onTyped()
	c.again.CaretToEnd()
	c.window.Canvas().Focus(c.again)
}
