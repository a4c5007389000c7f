package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// askRemove lists what is to be removed and asks for the word that does it.
func (w *Window) askRemove() { w.askRemoveAfter("") }

// askRemoveAfter is askRemove once a copy was saved at the path, if any was.
func (w *Window) askRemoveAfter(saved string) {
	s := w.session
	if s == nil {
		return
	}
	s.entries.SaveNow()
	place := s.place()
	var all []string
	var err error
	w.tasks.Go(func(context.Context) { all, err = w.ports.Place.Remains(place) }, func() {
		switch {
		case w.session != s || dialogs.IsOpen(w.win):
		case err != nil:
			dialogs.ShowError(w.win, err)
		default:
			w.confirmRemove(place, all, saved)
		}
	})
}

// confirmRemove says what is removed and what a disk may keep. Nothing happens
// before the person has typed the word.
func (w *Window) confirmRemove(place Place, all []string, saved string) {
	word := lang.L("remove")
	field := widget.NewField(lang.L("Type {{.Word}} to confirm", map[string]any{"Word": word}))
	form := dialogs.NewForm(w.win, w.tasks)
	form.Title, form.Verb = lang.L("Remove this journal from this computer"), lang.L("Remove")
	copied := lang.L("Save a sealed copy elsewhere first, unless you are sure that you never want to read it again.")
	if saved != "" {
		copied = lang.L("A sealed copy is saved and verified: {{.Path}}", map[string]any{"Path": saved})
	}
	save := widget.NewButton(lang.L("Save a sealed copy first…"), func() {
		form.Close()
		w.askCopyFirst()
	})
	form.Content = widget.NewStack(theme.Space3,
		widget.NewParagraph(lang.L("This is deleted, and nobody can bring it back:")),
		listFiles(all),
		widget.NewParagraph(copied), widget.NewRow(0, save),
		widget.NewParagraph(lang.L("A disk may keep what was deleted: solid-state disks and sticks for a while, snapshots and other backups of this computer for as long as they last. All of that stays sealed. Copies you made in other places, and what you exported, are not touched.")),
		field)
	form.Focus, form.Inputs = field, []fyne.Disableable{field}
	field.SetOnEnter(form.Submit)
	field.OnChanged = func(string) { form.Unsay() }
	form.Missing = func() (string, fyne.Focusable) {
		if !strings.EqualFold(strings.TrimSpace(field.Text), word) {
			return lang.L("Type the word {{.Word}} if you want all of this to be deleted.", map[string]any{"Word": word}), field
		}
		return "", nil
	}
	form.Act = func() dialogs.Work { return nil }
	form.OnDone = func() { w.remove(place) }
	form.Open()
}

// listFiles shows files by the folder they are in.
func listFiles(all []string) fyne.CanvasObject {
	byFolder := make(map[string][]string)
	var folders []string // in the order in which they come
	for _, path := range all {
		folder := filepath.Dir(path)
		if byFolder[folder] == nil {
			folders = append(folders, folder)
		}
		byFolder[folder] = append(byFolder[folder], filepath.Base(path))
	}
	list := widget.NewStack(theme.Space2)
	for _, folder := range folders {
		list.Add(widget.NewStack(0,
			widget.NewParagraph(lang.L("In {{.Folder}}", map[string]any{"Folder": folder})),
			widget.InsetXY(theme.Space3, 0, widget.NewMutedParagraph(strings.Join(byFolder[folder], "\n")))))
	}
	return list
}

// askCopyFirst saves a verified copy of the journal, and comes back to the
// question.
func (w *Window) askCopyFirst() {
	s := w.session
	if s == nil {
		return
	}
	dialogs.AskSavePath(w.win, dialogs.SaveQuestion{
		Title: lang.L("Save a sealed copy"),
		Text:  lang.L("It opens with the passphrase of today. A stick or another computer is best: what is here goes with the rest."),
		Name:  filepath.Base(s.journal.Path()), Verb: lang.L("Save the copy"), Tasks: w.tasks,
		Exists: func(string) bool { return false }, // nothing is replaced; copying says so
	}, func(to string) {
		if w.session == s {
			w.copyTo(s, filepath.Clean(to), lang.L("Copying and verifying the journal"), func() { w.askRemoveAfter(to) })
		}
	})
}

// remove closes the journal and removes it with all that belongs to it.
func (w *Window) remove(place Place) {
	wasDefault := place.Path == w.ports.DefaultPath
	w.Lock()
	progress := dialogs.ShowProgress(w.win, lang.L("Removing the journal"), nil)
	if wasDefault {
		w.look.forget()
	}
	var err error
	w.tasks.Run(func(context.Context) { err = w.ports.Place.Remove(place) }, func() {
		progress.Close()
		if err != nil {
			dialogs.ShowError(w.win, err)
			return
		}
		w.unsaved = slices.DeleteFunc(w.unsaved, func(r *rescue) bool { return r.path == place.Path })
		w.ports.DefaultPath = w.ports.Place.Default()
		w.path = w.ports.DefaultPath
		dialogs.CloseAll(w.win)
		w.showFirst(Request{Path: w.path})
	})
}
