package dialogs

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// ShowError tells the person what failed and what to do next. That the journal
// was locked meanwhile, and what that ended, is no news: the person did it, and
// sees it.
func ShowError(w fyne.Window, err error) {
	if err == nil || errors.Is(err, journal.ErrClosed) || Gone(w) && errors.Is(err, context.Canceled) {
		return
	}
	what, next := journal.Explain(err)
	showText(bare(w), lang.L("That did not work"), lang.L(what), lang.L(next))
}

// ShowNotice tells the person something; text may have several lines.
func ShowNotice(w fyne.Window, title, text string) { showText(w, title, text) }

func showText(w fyne.Window, title string, texts ...string) {
	content := widget.NewStack(theme.Space2)
	for _, text := range texts {
		content.Add(widget.NewParagraph(text))
	}
	Show(w, title, content, nil, Button{Label: lang.L("Close"), Primary: true, Cancels: true})
}

// Question is asked before something is done that can't simply be undone.
type Question struct {
	Title string // names the thing
	Text  string // says whether it can be undone
	Verb  string // on the button that does it
}

// Confirm asks q and calls yes only if the person says so. Cancel is the
// default: Enter and Escape both give it.
func Confirm(w fyne.Window, q Question, yes func()) {
	Show(w, q.Title, widget.NewParagraph(q.Text), nil,
		Button{Label: lang.L("Cancel"), Cancels: true},
		Button{Label: q.Verb, OnTap: yes})
}

// TextQuestion asks for a text.
type TextQuestion struct {
	Title, Text string // Text may be empty
	Value       string // what is there already
	PlaceHolder string
	Verb        string
	// Lines above 1 asks for a text of several lines, where Enter makes a new
	// line and Ctrl+Enter, or the button, is the answer.
	Lines int
}

// AskText asks q and calls ok with the text, unless the person cancels. When
// CloseAll takes the question away, ok gets what was written so far.
func AskText(w fyne.Window, q TextQuestion, ok func(string)) {
	if q.Lines > 1 {
		askLines(w, q, ok)
		return
	}
	field := widget.NewField(q.PlaceHolder)
	field.SetText(q.Value)
	askIn(w, q, field, func() string { return field.Text }, ok)
	field.SelectAll()
}

// askLines asks for several lines.
func askLines(w fyne.Window, q TextQuestion, ok func(string)) {
	area := widget.NewTextArea(q.PlaceHolder, q.Lines)
	area.SetText(q.Value)
	askIn(w, q, area, func() string { return area.Text }, ok)
}

// field is a place to write in a dialog.
type field interface {
	fyne.CanvasObject
	fyne.Focusable
	SetOnEnter(func())
}

func askIn(w fyne.Window, q TextQuestion, f field, text func() string, ok func(string)) {
	content := widget.NewStack(theme.Space2)
	if q.Text != "" {
		content.Add(widget.NewParagraph(q.Text))
	}
	content.Add(f)
	s := newSheet(w, q.Title, content, []Button{
		{Label: lang.L("Cancel"), Cancels: true},
		{Label: q.Verb, Primary: true, OnTap: func() { ok(text()) }},
	})
	f.SetOnEnter(s.submit)
	s.onAbandon = func() {
		if written := text(); written != q.Value {
			ok(written)
		}
	}
	s.open()
	w.Canvas().Focus(f)
}
