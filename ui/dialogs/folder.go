package dialogs

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"mend/ui/tasks"
)

// FolderQuestion asks for a folder.
type FolderQuestion struct {
	Title, Text, Verb string
	Tasks             *tasks.Runner // as in SaveQuestion
}

// AskFolder asks q and calls ok with an absolute path, unless the person
// cancels. Nothing is made there, and there need not be anything yet.
func AskFolder(w fyne.Window, q FolderQuestion, ok func(folder string)) {
	ask := newPathSheet(w, q.Title, q.Verb)
	ask.tasks = q.Tasks
	ask.explain(q.Text)
	ask.field.SetText(inHome("") + string(filepath.Separator)) // a folder that can be chosen as it is
	ask.showWhere()
	ask.browse = func() { ask.look(&folderSheet{folders: true, chosen: ask.choosePath}) }
	ask.read = func(text string) (string, error) {
		return ask.absolute(strings.TrimRightFunc(text, func(r rune) bool { return r == '/' || r == filepath.Separator }))
	}
	ask.accept = func(path string) {
		ask.sheet.close()
		ok(path)
	}
	ask.open()
}
