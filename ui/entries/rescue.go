package entries

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/form"
	"mend/ui/theme"
	"mend/ui/widget"
)

// rescue is what the person can do while saving fails: take the text elsewhere.
type rescue struct {
	OnCopy, OnSave func()
	buttons        []*widget.Button
	content        fyne.CanvasObject
}

// newRescue returns the two ways out; without save there is only one.
func newRescue(save bool) *rescue {
	r := &rescue{}
	r.buttons = []*widget.Button{widget.NewQuietButton(lang.L("Copy text"), func() { r.OnCopy() })}
	if save {
		r.buttons = append(r.buttons, widget.NewQuietButton(lang.L("Save a sealed copy elsewhere…"), func() { r.OnSave() }))
	}
	ways := widget.NewFlow(theme.Space2)
	for _, button := range r.buttons {
		ways.Add(button)
	}
	r.content = widget.InsetXY(-theme.Space2, 0, ways) // their text begins where the rest does
	r.content.Hide()
	return r
}

// isLeft reports whether the focus is on a way out that is no longer offered.
func (r *rescue) isLeft(focus fyne.Focusable) bool {
	button, ok := focus.(*widget.Button)
	return ok && !r.content.Visible() && slices.Contains(r.buttons, button)
}

// onState shows how the text stands. The focus goes back to the text when what
// it was on is gone.
func (s *Screen) onState(state saveState) {
	s.paper.strip.status.Show(state)
	if s.paper.strip.status.rescue.isLeft(s.deps.Window.Canvas().Focused()) {
		s.focusOn(s.paper.text())
	}
}

// onCopy puts what is not saved on the clipboard.
func (s *Screen) onCopy() {
	s.finish()
	var texts []string
	for _, e := range s.saver.waiting() {
		texts = append(texts, s.plainText(e))
	}
	if len(texts) == 0 {
		return // it was saved this moment
	}
	s.deps.Copy(strings.Join(texts, "\n\n"))
	s.notice.Show(lang.L("The text is on the clipboard. It stays there for a minute, and no longer than until Mend locks or closes: paste it where it is safe."), nil)
}

// onSaveCopy lets the shell save what is not saved in another place.
func (s *Screen) onSaveCopy() {
	s.finish()
	if all := s.saver.waiting(); len(all) > 0 {
		s.deps.SaveCopy(all)
	}
}

// plainText is all that was written in e, the answers of a guided page with
// their questions.
func (s *Screen) plainText(e journal.Entry) string {
	parts := []string{e.Title}
	if e.Page == "" {
		asked, _ := e.Asked()
		parts = append(append(parts, asked, e.Body), fieldTexts(e)...)
	} else {
		parts = append(append(parts, form.Plain(s.pageOf(e), e.Fields, s.deps.Now())...), e.Body)
	}
	return strings.Join(slices.DeleteFunc(parts, func(text string) bool { return text == "" }), "\n\n")
}

// fieldTexts are the answers of a guided page, always in the same order. What
// was asked is none of them.
func fieldTexts(e journal.Entry) []string {
	var keys, texts []string
	for key := range e.Fields {
		if key != journal.FieldAsked {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		texts = append(texts, e.Fields[key])
	}
	return texts
}
