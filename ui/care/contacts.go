package care

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// contactList lists the person's own contacts, each to be changed and removed.
func (s *Screen) contactList() fyne.CanvasObject {
	list := widget.NewStack(theme.Space4, section(lang.L("People you could turn to"),
		lang.L("Your own list, in your journal alone: someone who believes you, a doctor, a counsellor, a place to go.")))
	for _, c := range s.contacts {
		list.Add(s.contact(c))
	}
	if line := s.undoLine("contact"); line != nil {
		list.Add(line)
	}
	list.Add(widget.NewRow(0, s.names.Add("add", widget.NewButton(lang.L("Add someone…"), func() { s.askContact(journal.Contact{}) }))))
	return list
}

// section is a heading with a sentence below it.
func section(title, text string) fyne.CanvasObject {
	return widget.NewStack(theme.Space2, widget.NewHeading(title, theme.SizeHeading), widget.NewMutedParagraph(text))
}

func (s *Screen) contact(c journal.Contact) fyne.CanvasObject {
	name := widget.NewParagraph(c.Name)
	name.Bold = true
	about := widget.NewStack(2, name)
	if c.Reach != "" {
		about.Add(widget.NewParagraph(c.Reach))
	}
	if c.Note != "" {
		about.Add(widget.NewMutedParagraph(c.Note))
	}
	buttons := widget.NewFlow(theme.Space1)
	add := func(verb, label string, act func()) {
		buttons.Add(s.names.Add(verb+" "+c.ID.String(), widget.NewQuietButton(label, act)))
	}
	if c.Reach != "" {
		add("copy", lang.L("Copy"), func() { s.deps.Copy(c.Reach) })
	}
	add("change", lang.L("Change…"), func() { s.askContact(c) })
	add("remove", lang.L("Remove"), func() { s.remove(c) })
	about.Add(widget.InsetXY(-theme.Space2, 0, buttons))
	return about
}

// askContact asks for a new contact, or for one as it is to be.
func (s *Screen) askContact(c journal.Contact) {
	title, verb := lang.L("Add someone"), lang.L("Add")
	if c.Name != "" {
		title, verb = lang.L("Change this contact"), lang.L("Keep")
	}
	dialogs.AskWords(s.deps.Window, dialogs.WordsQuestion{Title: title, Verb: verb, Blanks: []dialogs.Blank{
		{Label: lang.L("Name"), Value: c.Name, Needed: lang.L("Give a name; one that only you understand will do.")},
		{Label: lang.L("How to reach them"), Value: c.Reach},
		{Label: lang.L("When, and what for"), Value: c.Note, Lines: 2},
	}}, func(texts []string) {
		c.Name, c.Reach, c.Note = texts[0], texts[1], texts[2]
		s.keep(c)
	})
}

func (s *Screen) keep(c journal.Contact) {
	s.change(func(ctx context.Context, store Store) (err error) {
		c, err = store.SetContact(ctx, c)
		return err
	}, func() { s.undone, s.next = nil, "change "+c.ID.String() })
}

func (s *Screen) remove(c journal.Contact) {
	s.change(func(ctx context.Context, store Store) error { return store.DeleteContact(ctx, c.ID) }, func() {
		s.offerUndo("contact", lang.L("{{.Name}} is removed.", map[string]any{"Name": c.Name}), func() { s.keep(c) })
	})
}

// offerUndo has the page tell what was taken away, with the focus on what undoes
// it.
func (s *Screen) offerUndo(where, text string, undo func()) {
	s.undone, s.next = &undoable{where, text, undo}, "undo"
}

// undoLine is the line that undoes what was taken away in a part of the page;
// nothing where there is none.
func (s *Screen) undoLine(where string) fyne.CanvasObject {
	if s.undone == nil || s.undone.where != where {
		return nil
	}
	after := map[string]string{"contact": "add", "folded": "ask"}[where]
	line := widget.NewUndoLine(s.undone.text, s.undone.undo, func() {
		s.undone = nil
		s.turnTo(after)
	})
	s.names.Add("undo", line.Undo)
	s.names.Add("dismiss", line.Dismiss)
	return line.Content
}
