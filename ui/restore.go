package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/settings"
	"mend/ui/theme"
	"mend/ui/widget"
)

// askRestore lists the copies beside the journal and asks which to put back.
func (w *Window) askRestore() {
	path := w.path
	var copies []journal.Copy
	var err error
	w.tasks.Go(func(context.Context) { copies, err = w.ports.Backups.ListBeside(path) }, func() {
		switch {
		case w.path != path || w.session != nil || dialogs.IsOpen(w.win):
		case err != nil:
			dialogs.ShowError(w.win, err)
		case len(copies) == 0:
			w.sayNoBackups()
		default:
			w.chooseCopy(copies)
		}
	})
}

func (w *Window) sayNoBackups() {
	dialogs.Show(w.win, lang.L("Restore a backup"),
		widget.NewParagraph(lang.L("There is no backup beside the journal. If one lies elsewhere, in a folder you chose or on another disk, choose its file.")), nil,
		dialogs.Button{Label: lang.L("Cancel"), Cancels: true},
		dialogs.Button{Label: lang.L("Choose a file…"), Primary: true, OnTap: w.askOtherBackup})
}

// copyRows is how high the list of copies is.
const copyRows float32 = 260

// chooseCopy lets the person choose one of the copies, the newest first.
func (w *Window) chooseCopy(copies []journal.Copy) {
	list := widget.NewList(func() int { return len(copies) },
		func() fyne.CanvasObject {
			return widget.InsetXY(theme.Space3, theme.Space2, container.NewBorder(nil, nil, nil,
				widget.NewLabel("", theme.ColorMuted, theme.SizeSmall), widget.NewText("", theme.ColorInk, theme.SizeText)))
		},
		func(i int, o fyne.CanvasObject) {
			line := o.(*fyne.Container).Objects[0].(*fyne.Container)
			line.Objects[0].(*widget.Text).SetText(settings.MomentWords(copies[i].When))
			line.Objects[1].(*widget.Text).SetText(copyWords(copies[i]))
		})
	var close func()
	choose := func(i int) {
		if i < 0 {
			return
		}
		close()
		w.confirmRestore(copies[i])
	}
	list.OnOpen = choose
	list.Select(0)
	frame := widget.NewSurface(theme.ColorPaper, list)
	close = dialogs.Show(w.win, lang.L("Restore a backup"), widget.NewStack(theme.Space2,
		widget.NewMutedParagraph(lang.L("These lie beside the journal. Nothing is changed before you have seen what will happen.")),
		container.New(tall(copyRows), frame)), list,
		dialogs.Button{Label: lang.L("Choose a file…"), OnTap: w.askOtherBackup},
		dialogs.Button{Label: lang.L("Cancel"), Cancels: true},
		dialogs.Button{Label: lang.L("Continue"), Primary: true, Keep: true, OnTap: func() { choose(list.Selected()) }})
}

// copyWords says what is to be known of a copy beside its moment.
func copyWords(c journal.Copy) string {
	if !c.Verified {
		return settings.SizeWords(c.Size) + " · " + lang.L("not verified yet")
	}
	return settings.SizeWords(c.Size) + " · " + lang.L("verified")
}

// tall is a layout that gives its objects a height of their own.
type tall float32

func (h tall) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (h tall) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, float32(h)) }

// askOtherBackup asks for a file to put back.
func (w *Window) askOtherBackup() {
	dialogs.AskOpenPath(w.win, dialogs.OpenQuestion{
		Title: lang.L("Restore a backup"), Verb: lang.L("Continue"), Extensions: []string{".mend"}, Tasks: w.tasks,
	}, func(path string) { w.confirmRestore(journal.Copy{Path: path}) })
}

// confirmRestore explains what restoring does, asks for the passphrase of the
// copy and verifies it. Until then nothing has changed.
func (w *Window) confirmRestore(c journal.Copy) {
	field := widget.NewPasswordField(lang.L("Passphrase of the backup"))
	form := dialogs.NewForm(w.win, w.tasks)
	form.Title, form.Verb, form.Doing = lang.L("Restore this backup?"), lang.L("Restore"), lang.L("Verifying the backup")
	form.Content = widget.NewStack(theme.Space3,
		widget.NewParagraph(nameOf(c)),
		widget.NewParagraph(lang.L("It takes the journal's place. The file that is there now is neither overwritten nor deleted: it stays beside it under another name. What you wrote after that backup is then only in that file.")),
		widget.NewMutedParagraph(lang.L("A backup opens with the passphrase the journal had on that day, which may be an older one. Mend verifies the whole backup first.")),
		field)
	form.Focus, form.Inputs, form.OnClose = field, []fyne.Disableable{field}, field.Clear
	field.SetOnEnter(form.Submit)
	field.OnChanged = func(string) { form.Unsay() }
	form.Missing = func() (string, fyne.Focusable) {
		if field.Text == "" {
			return lang.L("Type the passphrase of the backup first."), field
		}
		return "", nil
	}
	var passphrase []byte
	form.Act = func() dialogs.Work {
		passphrase = field.Take()
		return func(ctx context.Context, _ func(done, total int64)) error {
			err := w.ports.Backups.Verify(ctx, c.Path, passphrase)
			if err == nil {
				err = ctx.Err() // nobody will want the passphrase any more
			}
			if err != nil {
				clear(passphrase)
				return ofCopy(err)
			}
			return nil
		}
	}
	form.OnDone = func() { w.restore(c, passphrase) }
	form.Open()
}

// nameOf says which copy it is: by its moment if that is known, else by the
// name of its file.
func nameOf(c journal.Copy) string {
	if c.When.IsZero() {
		return lang.L("The file {{.File}}", map[string]any{"File": filepath.Base(c.Path)})
	}
	return lang.L("The backup of {{.Moment}}", map[string]any{"Moment": settings.MomentWords(c.When)})
}

// restore closes the journal if it is open, puts the copy in its place and asks
// for the passphrase.
func (w *Window) restore(c journal.Copy, passphrase []byte) {
	w.Lock()
	path := w.path
	progress := dialogs.ShowProgress(w.win, lang.L("Putting the backup in its place"), nil)
	var aside string
	var err error
	w.tasks.Run(func(ctx context.Context) {
		defer clear(passphrase)
		aside, err = w.ports.Backups.Restore(context.WithoutCancel(ctx), c.Path, path, passphrase)
	}, func() {
		progress.Close()
		if err != nil {
			dialogs.ShowError(w.win, err)
			return
		}
		said := lang.L("{{.Backup}} is in place. It opens with the passphrase of that day.", map[string]any{"Backup": nameOf(c)})
		if aside != "" {
			said += " " + lang.L("The file that was there is beside it, as {{.File}}.", map[string]any{"File": filepath.Base(aside)})
		}
		w.showUnlockAfter(said)
	})
}
