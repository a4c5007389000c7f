package summary

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/secret"
	"mend/ui/theme"
	"mend/ui/widget"
)

// saved is what came of saving a summary.
type saved struct {
	path      string
	replaced  int // characters shown as a mark
	initials  bool
	sealed    bool
	shortened []string // words that became initials
}

// fileName is the neutral name a summary is offered under.
const fileName = "reflection-summary"

// save asks where to save the summary. Until one was saved unsealed in this
// session it says first what a file outside the journal means, unless it is
// sealed. Whoever answers that without reading seals it.
func (s *Screen) save() {
	if s.warned || s.plan.Sealed {
		s.askPath(nil)
		return
	}
	dialogs.Show(s.deps.Window, lang.L("Before you save"), s.leaving(openWords()), nil,
		dialogs.Button{Label: lang.L("Cancel"), Cancels: true},
		dialogs.Button{Label: lang.L("Save it unsealed"), OnTap: func() { s.askPath(nil) }},
		dialogs.Button{Label: lang.L("Seal it"), Primary: true, OnTap: func() {
			s.setSealed(true)
			s.askPath(nil)
		}})
}

// leaving says what leaves the journal with the file, and then the texts.
func (s *Screen) leaving(texts ...string) fyne.CanvasObject {
	inIt := widget.NewParagraph(draftWords(s.draft()))
	inIt.Bold = true
	all := widget.NewStack(theme.Space3, inIt)
	for _, text := range texts {
		all.Add(widget.NewParagraph(text))
	}
	return all
}

// print says that printing is left to the system's viewer, and saves the
// summary for it.
func (s *Screen) print() {
	how := lang.L("Mend cannot print by itself. It saves the PDF where you choose and hands it to the program that shows PDFs on this computer. Print it from there, and delete the file afterwards if you don't need it.")
	dialogs.Show(s.deps.Window, lang.L("Before you print"), s.leaving(how, printWords()), nil,
		dialogs.Button{Label: lang.L("Cancel"), Cancels: true},
		dialogs.Button{Label: lang.L("Choose a place"), Primary: true, OnTap: func() { s.askPath(s.open) }})
}

// askPath asks where to, and for a passphrase if the file is to be sealed. What
// is saved then is handed to after, which may be nil.
func (s *Screen) askPath(after func(path string)) {
	name, sealed := fileName+"."+s.format(), s.plan.Sealed
	if sealed {
		name += ".age"
	}
	dialogs.AskSavePath(s.deps.Window, dialogs.SaveQuestion{
		Title: lang.L("Save the summary"), Name: filepath.Join(s.folder, name), Verb: lang.L("Save"),
		Exists: s.deps.Exists, Tasks: s.deps.Tasks,
	}, func(path string) {
		if !sealed {
			s.put(path, nil, after)
			return
		}
		secret.Ask(s.deps.Window, s.deps.Tasks, secret.Question{
			Title: lang.L("A passphrase for the summary"),
			Text:  lang.L("Whoever is to read the file needs it, so choose another one than your journal's. Tell it in another way than you hand over the file. Nobody can reset it."),
			Verb:  lang.L("Save it sealed"),
		}, func(passphrase []byte) { s.put(path, passphrase, after) })
	})
}

// put puts the summary together, unless what is chosen now was already, and
// writes it.
func (s *Screen) put(path string, seal []byte, after func(string)) {
	s.foot.notice("")
	write := func(c Composed) { s.askNames(c, seal, func() { s.write(c, path, seal, after) }) }
	if c := s.making.fresh(); c != nil {
		write(c)
		return
	}
	progress := dialogs.ShowProgress(s.deps.Window, lang.L("Putting the summary together"), func() { s.making.cancel() })
	progress.OnTakenAway(func() { s.making.cancel() })
	s.making.start(progress.Set, func(err error) {
		progress.Close()
		if err != nil {
			clear(seal)
			s.exported(saved{}, err)
			return
		}
		s.preview.update()
		write(s.making.made)
	})
}

// askNames goes on once the person was shown every word that became an initial.
func (s *Screen) askNames(c Composed, seal []byte, goOn func()) {
	unseen := s.choices.names.unseen(c.Report().Shortened)
	if len(unseen) == 0 {
		goOn()
		return
	}
	form := dialogs.NewForm(s.deps.Window, s.deps.Tasks)
	form.Title, form.Verb = lang.L("These words become initials"), lang.L("Save it so")
	form.Content = widget.NewStack(theme.Space3,
		widget.NewParagraph(listWords(unseen)),
		widget.NewParagraph(lang.L("Under Names you can leave each of them as it is.")))
	form.Act = func() dialogs.Work { return nil }
	form.OnDone = goOn
	form.OnRefused = func() { clear(seal) }
	form.OnAbandoned = form.OnRefused
	form.Open()
}

// write writes the summary off the UI goroutine, behind a dialog that can stop
// it.
func (s *Screen) write(c Composed, path string, seal []byte, after func(string)) {
	asked, cancel := context.WithCancel(context.Background())
	progress := dialogs.ShowProgress(s.deps.Window, lang.L("Writing the file"), cancel)
	progress.OnTakenAway(cancel)
	r := c.Report()
	result := saved{path: path, sealed: len(seal) > 0, initials: s.plan.Initials, shortened: r.Shortened}
	watch := s.watch(asked, progress.Set)
	var err error
	s.deps.Tasks.Go(func(ctx context.Context) {
		defer context.AfterFunc(ctx, cancel)()
		result.replaced, err = c.Save(asked, Saving{Path: path, Seal: seal, Progress: watch})
		clear(seal)
	}, func() {
		cancel()
		progress.Close()
		s.exported(result, err)
		switch {
		case err != nil:
		case after != nil:
			after(path)
		case !result.sealed:
			s.warned = true
		}
	})
}

// exported tells what came of saving.
func (s *Screen) exported(result saved, err error) {
	s.preview.forget()
	if dialogs.Gone(s.deps.Window) {
		dialogs.ShowError(s.deps.Window, err)
		return
	}
	s.deps.Window.Canvas().Focus(s.foot.save)
	switch {
	case stopped(err):
		s.foot.notice(lang.L("Stopped before the end. No file was saved."))
	case err != nil:
		dialogs.ShowError(s.deps.Window, err)
	default:
		s.folder = filepath.Dir(result.path)
		s.lastFile = result.path
		s.plans.Saved = journal.DayOf(s.deps.Now())
		s.keep()
		s.choices.showPeriod()
		s.foot.noticeOf(savedWords(result), !result.sealed && s.deps.OpenFile != nil)
	}
}

// openSaved opens the file that was saved last.
func (s *Screen) openSaved() { s.open(s.lastFile) }

// open hands a file to the program that the system shows it with.
func (s *Screen) open(path string) {
	if dialogs.Gone(s.deps.Window) {
		return // it would be seen after a lock
	}
	var err error
	s.deps.Tasks.Go(func(context.Context) { err = s.deps.OpenFile(path) }, func() {
		if err != nil {
			dialogs.ShowNotice(s.deps.Window, lang.L("No program opened it"), strings.Join([]string{
				lang.L("The file is saved. This computer did not say which program opens it."), path}, "\n\n"))
		}
	})
}
