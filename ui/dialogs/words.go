package dialogs

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// Blank is one of several texts that are asked for.
type Blank struct {
	Label, Value string
	Lines        int    // above 1: several lines, where Enter makes a new one
	Needed       string // what is said when it is left empty; none: it may be
}

// WordsQuestion asks for several texts at once.
type WordsQuestion struct {
	Title, Text string // Text may be empty
	Verb        string
	Blanks      []Blank
}

// AskWords asks q and calls ok with the texts in the order of the blanks, unless
// the person cancels. It stays until what is needed is there. When CloseAll takes
// the question away, ok gets what was written so far, if that would do.
func AskWords(w fyne.Window, q WordsQuestion, ok func([]string)) {
	a := &asked{question: q, window: w, hint: widget.NewParagraph("")}
	a.hint.SetColor(theme.ColorWarning)
	a.hint.Hide()
	content := widget.NewStack(theme.Space3)
	if q.Text != "" {
		content.Add(widget.NewParagraph(q.Text))
	}
	for _, blank := range q.Blanks {
		content.Add(widget.NewLabelled(blank.Label, a.add(blank)))
	}
	a.sheet = newSheet(w, q.Title, content, []Button{
		{Label: lang.L("Cancel"), Cancels: true},
		{Label: q.Verb, Primary: true, Keep: true, OnTap: func() { a.give(ok) }},
	})
	a.sheet.pin(a.hint)
	a.sheet.onAbandon = func() {
		if a.changed() && a.missing() < 0 {
			ok(a.texts())
		}
	}
	a.sheet.open()
	w.Canvas().Focus(a.fields[0])
	if line, ok := a.fields[0].(*widget.Field); ok {
		line.SelectAll()
	}
}

// asked is a question for several texts that is open.
type asked struct {
	question WordsQuestion
	window   fyne.Window
	sheet    *sheet
	hint     *widget.Paragraph
	fields   []field
	text     []func() string
}

// add returns a field for a blank.
func (a *asked) add(blank Blank) fyne.CanvasObject {
	enter := func() { a.sheet.submit() }
	if blank.Lines > 1 {
		area := widget.NewTextArea("", blank.Lines)
		area.SetText(blank.Value)
		area.SetOnEnter(enter)
		a.fields, a.text = append(a.fields, area), append(a.text, func() string { return area.Text })
		return area
	}
	line := widget.NewField("")
	line.SetText(blank.Value)
	line.SetOnEnter(enter)
	a.fields, a.text = append(a.fields, line), append(a.text, func() string { return line.Text })
	return line
}

func (a *asked) texts() []string {
	texts := make([]string, len(a.text))
	for i, text := range a.text {
		texts[i] = strings.TrimSpace(text())
	}
	return texts
}

func (a *asked) changed() bool {
	return !slices.EqualFunc(a.texts(), a.question.Blanks, func(text string, b Blank) bool { return text == strings.TrimSpace(b.Value) })
}

// missing returns which of what is needed is left empty first, or -1.
func (a *asked) missing() int {
	for i, text := range a.texts() {
		if text == "" && a.question.Blanks[i].Needed != "" {
			return i
		}
	}
	return -1
}

// give answers the question, or says what is missing.
func (a *asked) give(ok func([]string)) {
	if i := a.missing(); i >= 0 {
		a.hint.SetText(a.question.Blanks[i].Needed)
		a.hint.Show()
		a.sheet.Refresh()
		a.window.Canvas().Focus(a.fields[i])
		return
	}
	a.sheet.close()
	ok(a.texts())
}
