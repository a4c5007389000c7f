package dialogs

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/tasks"
	"mend/ui/theme"
	"mend/ui/widget"
)

// folderSheet lets the person walk through folders and choose a file, or the
// folder itself. Enter goes into a folder, Backspace to the one above.
// Nothing of where they looked is kept.
type folderSheet struct {
	window  fyne.Window
	tasks   *tasks.Runner // nil reads folders at once
	suffix  []string      // of the files shown; none means all
	folders bool          // a folder is wanted, files are not shown
	chosen  func(path string)

	at    string // the folder shown
	asked int    // counts the folders asked for, to drop late answers
	items []item
	here  *widget.Text
	empty *widget.Text
	list  *widget.List
	close func()
}

// item is one line of a folder.
type item struct {
	name   string
	folder bool
}

// show opens the sheet in the folder.
func (f *folderSheet) show(at string) {
	f.here = widget.NewText("", theme.ColorMuted, theme.SizeSmall)
	f.empty = widget.NewText("", theme.ColorMuted, theme.SizeText)
	f.list = widget.NewList(func() int { return len(f.items) }, f.newRow, f.showRow)
	f.list.OnOpen = f.open
	f.list.OnKey = f.onKey
	title := lang.L("Choose a file")
	if f.folders {
		title = lang.L("Choose a folder")
	}
	frame := widget.NewSurface(theme.ColorPaper, container.NewStack(widget.Inset(theme.Space3, f.empty), f.list))
	f.close = Show(f.window, title,
		widget.NewStack(theme.Space2, f.here, container.New(atLeast(280), frame)), f.list,
		Button{Label: lang.L("Folder above"), Keep: true, OnTap: f.up},
		Button{Label: lang.L("Cancel"), Cancels: true},
		Button{Label: lang.L("Choose"), Primary: true, Keep: true, OnTap: f.choose})
	f.read(at)
}

// atLeast is a layout that gives its objects a least height.
type atLeast float32

func (h atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (h atLeast) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, float32(h)) }

func (f *folderSheet) newRow() fyne.CanvasObject {
	return widget.InsetXY(theme.Space3, theme.Space2, widget.NewText("", theme.ColorInk, theme.SizeText))
}

func (f *folderSheet) showRow(i int, o fyne.CanvasObject) {
	name := f.items[i].name
	if f.items[i].folder {
		name += string(filepath.Separator)
	}
	o.(*fyne.Container).Objects[0].(*widget.Text).SetText(name)
}

func (f *folderSheet) onKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyBackspace {
		f.up()
		return true
	}
	return false
}

func (f *folderSheet) up() { f.read(filepath.Dir(f.at)) }

// open goes into folder i, or chooses file i.
func (f *folderSheet) open(i int) {
	path := filepath.Join(f.at, f.items[i].name)
	if f.items[i].folder {
		f.read(path)
		return
	}
	f.close()
	f.chosen(path)
}

// choose takes the selected file, or the folder that is shown.
func (f *folderSheet) choose() {
	i := f.list.Selected()
	switch {
	case f.folders && i >= 0:
		f.close()
		f.chosen(filepath.Join(f.at, f.items[i].name))
	case f.folders:
		f.close()
		f.chosen(f.at)
	case i >= 0:
		f.open(i)
	}
}

// read fetches the folder, or the nearest above it that exists, and shows it.
func (f *folderSheet) read(at string) {
	f.asked++
	asked := f.asked
	var items []item
	var err error
	fetch := func(context.Context) {
		at = nearestFolder(at)
		items, err = f.fetch(at)
	}
	show := func() {
		if asked == f.asked {
			f.showFolder(at, items, err)
		}
	}
	if f.tasks == nil {
		fetch(context.Background())
		show()
		return
	}
	f.tasks.Go(fetch, show)
}

func (f *folderSheet) showFolder(at string, items []item, err error) {
	f.at, f.items = at, items
	f.here.SetText(at)
	f.empty.SetText("")
	switch {
	case err != nil:
		f.empty.SetText(lang.L("This folder can't be looked into."))
	case len(items) == 0:
		f.empty.SetText(lang.L("There is nothing to choose in this folder."))
	}
	f.list.Select(-1)
	f.list.Refresh()
	f.list.ScrollToTop()
	if !f.folders && len(items) > 0 {
		f.list.Select(0)
	}
}

// nearestFolder returns path, or the first folder above it that exists: a new
// journal's own folder is made only with the journal.
func nearestFolder(path string) string {
	for {
		if info, err := os.Stat(path); err == nil && info.IsDir() || path == filepath.Dir(path) {
			return path
		}
		path = filepath.Dir(path)
	}
}

// fetch lists the folder: folders first, each kind by name, without hidden
// ones.
func (f *folderSheet) fetch(at string) ([]item, error) {
	entries, err := os.ReadDir(at)
	var items []item
	for _, entry := range entries {
		folder := entry.IsDir()
		if info, err := os.Stat(filepath.Join(at, entry.Name())); err == nil {
			folder = info.IsDir() // of what a link points to
		}
		if strings.HasPrefix(entry.Name(), ".") || !folder && !f.shows(entry.Name()) {
			continue
		}
		items = append(items, item{entry.Name(), folder})
	}
	slices.SortStableFunc(items, func(a, b item) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return items, err
}

// shows reports whether a file of the name is shown.
func (f *folderSheet) shows(name string) bool {
	if f.folders {
		return false
	}
	return len(f.suffix) == 0 || slices.ContainsFunc(f.suffix, func(s string) bool {
		return strings.EqualFold(filepath.Ext(name), s)
	})
}
