package dialogs

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// SaveQuestion asks where to save a file.
type SaveQuestion struct {
	Title string
	Text  string // what is to be known before; or none
	Name  string // the file's name, or a whole path, offered first
	Verb  string
	// Exists reports whether there is a file at the path, which is then
	// replaced only if the person says so. Nil looks for it.
	Exists func(path string) bool
	// Tasks looks at the disk off the UI goroutine: for Exists, and to read
	// the folders for Browse. Nil does it on the UI goroutine.
	Tasks *tasks.Runner
}

// OpenQuestion asks which file to open.
type OpenQuestion struct {
	Title, Verb string
	Extensions  []string      // such as ".mend", for Browse; none means all
	Tasks       *tasks.Runner // as in SaveQuestion
}

// AskSavePath asks q and calls ok with an absolute path, unless the person
// cancels. Nothing is created at the path.
func AskSavePath(w fyne.Window, q SaveQuestion, ok func(path string)) {
	if q.Exists == nil {
		q.Exists = exists
	}
	ask := newPathSheet(w, q.Title, q.Verb)
	ask.tasks = q.Tasks
	ask.explain(q.Text)
	ask.setPath(inHome(q.Name))
	if q.Name == "" {
		ask.setPath(inHome("") + string(filepath.Separator))
	}
	ask.browse = func() { ask.browseFolder() }
	ask.accept = func(path string) {
		found := false
		ask.away(func(context.Context) { found = q.Exists(path) }, func() { ask.save(path, found, ok) })
	}
	ask.open()
}

// save hands the path over; if there is a file, only after asking.
func (a *pathSheet) save(path string, found bool, ok func(string)) {
	done := func() {
		a.sheet.close()
		ok(path)
	}
	switch {
	case !a.sheet.isOpen: // closed meanwhile
	case !found:
		done()
	default:
		Confirm(a.window, Question{
			Title: lang.L("There is already a file with that name"),
			Text:  lang.L("If you replace it, what it holds now is gone."),
			Verb:  lang.L("Replace"),
		}, done)
	}
}

// away runs work off the UI goroutine if it can, and then done.
func (a *pathSheet) away(work func(context.Context), done func()) {
	if a.tasks == nil {
		work(context.Background())
		done()
		return
	}
	a.tasks.Go(work, done)
}

// AskOpenPath asks q and calls ok with an absolute path, unless the person
// cancels. Whether there is a file at the path is for ok to find out.
func AskOpenPath(w fyne.Window, q OpenQuestion, ok func(path string)) {
	ask := newPathSheet(w, q.Title, q.Verb)
	ask.tasks = q.Tasks
	ask.setPath(inHome("") + string(filepath.Separator))
	ask.browse = func() { ask.browseFile(q.Extensions) }
	ask.accept = func(path string) {
		ask.sheet.close()
		ok(path)
	}
	ask.open()
}

// pathSheet is a dialog with a field for a path, and a button to look for it. A
// bare name lies in the folder that is written out above the field; any other
// path may be written too, and its folder is shown then.
type pathSheet struct {
	window fyne.Window
	tasks  *tasks.Runner
	sheet  *sheet
	text   *widget.Paragraph
	folder string // that bare names lie in
	where  *widget.Paragraph
	field  *widget.Field
	hint   *widget.Paragraph
	read   func(text string) (path string, err error)
	browse func()
	accept func(path string)
}

func newPathSheet(w fyne.Window, title, verb string) *pathSheet {
	ask := &pathSheet{window: w, field: widget.NewField(""), folder: inHome("")}
	ask.read = ask.absolute
	ask.where = widget.NewMutedParagraph("")
	ask.where.TextSize = theme.SizeSmall
	ask.field.OnChanged = func(string) { ask.showWhere() }
	ask.text, ask.hint = widget.NewParagraph(""), widget.NewParagraph("")
	ask.text.Hide()
	ask.hint.Color = theme.ColorWarning
	ask.hint.Hide()
	browse := widget.NewButton(lang.L("Browse…"), func() { ask.browse() })
	line := container.NewBorder(nil, nil, nil, widget.InsetXY(theme.Space1, 0, browse),
		container.NewThemeOverride(ask.field, barless{}))
	ask.sheet = newSheet(w, title, widget.NewStack(theme.Space2, ask.text, ask.where, line, ask.hint), []Button{
		{Label: lang.L("Cancel"), Cancels: true},
		{Label: verb, Primary: true, Keep: true, OnTap: ask.submit},
	})
	ask.field.SetOnEnter(ask.sheet.submit)
	return ask
}

// explain says what is to be known before.
func (a *pathSheet) explain(text string) {
	a.text.SetText(text)
	a.text.Hidden = text == ""
}

func (a *pathSheet) open() {
	a.sheet.open()
	a.window.Canvas().Focus(a.field)
	a.field.CaretToEnd()
}

// submit accepts what is in the field, or says what is wrong with it.
func (a *pathSheet) submit() {
	path, err := a.read(a.field.Text)
	if err != nil {
		a.say(lang.L("Write the name of a file, with the folder it is in."))
		return
	}
	a.accept(path)
}

func (a *pathSheet) say(text string) {
	a.hint.SetText(text)
	a.hint.Show()
	a.sheet.Refresh()
	a.window.Canvas().Focus(a.field)
}

// browseFolder lets the person choose the folder; the name stays.
func (a *pathSheet) browseFolder() {
	_, name := filepath.Split(a.field.Text)
	a.look(&folderSheet{folders: true, chosen: func(folder string) {
		a.choosePath(filepath.Join(folder, name))
	}})
}

// browseFile lets the person choose a file with one of the extensions.
func (a *pathSheet) browseFile(extensions []string) {
	a.look(&folderSheet{suffix: extensions, chosen: a.choosePath})
}

// look opens f in the folder that the field points to.
func (a *pathSheet) look(f *folderSheet) {
	f.window, f.tasks = a.window, a.tasks
	f.show(a.pointsTo())
}

// pointsTo returns the folder that the field points to.
func (a *pathSheet) pointsTo() string {
	if path, err := a.absolute(a.field.Text + "_"); err == nil { // a name, if there is none
		return filepath.Dir(path)
	}
	return a.folder
}

// showWhere writes out the folder that the field points to: of a long path, the
// field shows the end alone.
func (a *pathSheet) showWhere() {
	before := a.where.Text
	a.where.SetText(lang.L("In the folder {{.Folder}}", map[string]any{"Folder": a.pointsTo()}))
	if a.sheet != nil && a.where.Text != before {
		a.sheet.Refresh()
	}
}

// setPath has a file's name in the field, and its folder above.
func (a *pathSheet) setPath(path string) {
	folder, name := filepath.Split(path)
	a.folder = filepath.Clean(folder)
	a.field.SetText(name)
	a.field.CaretToEnd()
	a.showWhere()
}

// choosePath is setPath for a path that was looked for.
func (a *pathSheet) choosePath(path string) {
	a.setPath(path)
	a.window.Canvas().Focus(a.field)
}

// absolute returns the path that a person wrote, with a bare name in the folder
// of the dialog.
func (a *pathSheet) absolute(text string) (string, error) {
	if text = strings.TrimSpace(text); text != "" && text[0] != '~' && !filepath.IsAbs(text) && filepath.IsAbs(a.folder) {
		text = a.folder + string(filepath.Separator) + text
	}
	return absolute(text)
}
