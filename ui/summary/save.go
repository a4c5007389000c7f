package summary

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/widget"
)

// saved is what came of saving a summary.
type saved struct {
	path      string
	replaced  int // characters shown as a mark
	initials  bool
	shortened []string // words that became initials
}

// fileName is the neutral name a summary is offered under.
const fileName = "reflection-summary"

// save asks where to save the summary. Once in a session it says first what a
// file outside the journal means.
func (s *Screen) save() {
	if s.warned {
		s.askPath()
		return
	}
	dialogs.Show(s.deps.Window, lang.L("Before you save"),
		widget.NewParagraph(lang.L("The file is not sealed: anyone who opens it can read it. Download folders and printers keep copies of what passes through them, so choose a place that is only yours.")),
		nil,
		dialogs.Button{Label: lang.L("Cancel"), Cancels: true},
		dialogs.Button{Label: lang.L("Choose a place"), Primary: true, OnTap: func() {
			s.warned = true
			s.askPath()
		}})
}

func (s *Screen) askPath() {
	dialogs.AskSavePath(s.deps.Window, dialogs.SaveQuestion{
		Title: lang.L("Save the summary"), Name: filepath.Join(s.folder, fileName+"."+s.format), Verb: lang.L("Save"),
		Exists: s.deps.Exists, Tasks: s.deps.Tasks,
	}, s.export)
}

// export makes the report and writes it off the UI goroutine, behind a dialog
// that can stop it.
func (s *Screen) export(path string) {
	d, choice, format := s.deps, s.choice(), s.format
	s.foot.notice("")
	asked, cancel := context.WithCancel(context.Background())
	progress := dialogs.ShowProgress(d.Window, lang.L("Putting the summary together"), cancel)
	result := saved{path: path, initials: choice.Initials}
	var err error
	d.Tasks.Go(func(ctx context.Context) {
		defer context.AfterFunc(ctx, cancel)()
		var r journal.Report
		if r, err = d.Report(asked, choice); err == nil {
			result.shortened = r.Shortened
			result.replaced, err = d.Export(asked, r, format, path)
		}
	}, func() {
		cancel()
		progress.Close()
		s.exported(result, err)
	})
}

// exported tells what came of saving.
func (s *Screen) exported(result saved, err error) {
	s.deps.Window.Canvas().Focus(s.foot.save)
	switch {
	case errors.Is(err, context.Canceled):
		s.foot.notice(lang.L("Stopped before the end. No file was saved."))
	case err != nil:
		dialogs.ShowError(s.deps.Window, err)
	default:
		s.folder = filepath.Dir(result.path)
		s.foot.notice(savedWords(result))
	}
}
