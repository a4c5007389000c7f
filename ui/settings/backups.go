package settings

import (
	"context"
	"fmt"
	"maps"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// BackupDeps is what the section about backups needs. Without List there is no
// such section.
type BackupDeps struct {
	Beside string // the folder they lie in unless another is chosen
	// List returns the copies, the newest first, off the UI goroutine.
	List func(context.Context) ([]journal.Copy, error)
	// Make makes and verifies one, off the UI goroutine, in the folder or with
	// "" in the one that is chosen.
	Make   func(ctx context.Context, folder string) error
	OnMade func() // Make succeeded
	// Trouble says what kept the backup of the day from being made, or nothing.
	Trouble   func() string
	OnRestore func(journal.Copy) // one is to be put back
	OnOther   func()             // or one that lies elsewhere
}

// fewCopies is how many are shown unless all are asked for.
const fewCopies = 5

// backupPart is the section about backups.
type backupPart struct {
	screen  *Screen
	content fyne.CanvasObject
	trouble *widget.Paragraph
	folder  *widget.Paragraph
	rows    *fyne.Container
	more    *widget.Button
	make    *widget.Button
	beside  *widget.Button
	waiting *widget.Waiting

	copies []journal.Copy
	all    bool // every copy is shown
	asked  int  // counts the lists asked for, to drop late answers
}

func (s *Screen) newBackupPart() *backupPart {
	b := &backupPart{screen: s, rows: widget.NewStack(0)}
	b.trouble, b.folder = widget.NewParagraph(""), widget.NewMutedParagraph("")
	b.trouble.SetColor(theme.ColorWarning)
	b.more = widget.NewQuietButton("", b.onMore)
	b.more.Leading = true
	b.make = widget.NewButton(lang.L("Back up now"), func() { b.onMake("") })
	b.beside = widget.NewButton(lang.L("Keep them beside the journal"), func() { b.onMake(s.deps.Backups.Beside) })
	b.waiting = widget.NewWaiting(lang.L("Making and verifying a backup"))
	b.content = part(lang.L("Backups"),
		lang.L("Once a day, before the first change, Mend makes a sealed copy and verifies it. Older ones are thinned out to one a day, a week and a month. A backup opens with the passphrase the journal had on that day."),
		b.trouble, b.rows, widget.InsetXY(-theme.Space2, 0, b.more), b.folder,
		widget.NewFlow(theme.Space2, b.make,
			widget.NewButton(lang.L("Choose another folder…"), b.onFolder), b.beside,
			widget.NewQuietButton(lang.L("Restore from a file…"), s.deps.Backups.OnOther)),
		b.waiting)
	return b
}

// ShowBackups reads the list of backups and shows it.
func (s *Screen) ShowBackups() {
	b := s.backups
	if b == nil {
		return
	}
	b.asked++
	asked := b.asked
	var copies []journal.Copy
	var err error
	s.deps.Tasks.Go(func(ctx context.Context) { copies, err = s.deps.Backups.List(ctx) }, func() {
		if asked == b.asked {
			b.show(copies, err)
		}
	})
}

func (b *backupPart) show(copies []journal.Copy, err error) {
	b.copies = copies
	trouble := b.screen.deps.Backups.Trouble()
	if err != nil && trouble == "" {
		trouble = lang.L("The folder of the backups can't be looked into.")
	}
	b.trouble.SetText(trouble)
	b.trouble.Hidden = trouble == ""
	folder := b.screen.profile.Settings[journal.SettingBackupFolder]
	b.beside.Hidden = folder == ""
	if folder == "" {
		folder = b.screen.deps.Backups.Beside
	}
	b.folder.SetText(lang.L("They lie in {{.Folder}}", map[string]any{"Folder": folder}))
	b.showRows()
}

func (b *backupPart) showRows() {
	b.rows.Objects = nil
	shown := b.copies
	if !b.all {
		shown = shown[:min(len(shown), fewCopies)]
	}
	for _, c := range shown {
		b.rows.Add(b.row(c))
	}
	if len(b.copies) == 0 {
		b.rows.Add(widget.NewParagraph(lang.L("There is no backup yet. The first is made before your next change, or now.")))
	}
	left := len(b.copies) - len(shown)
	b.more.SetText(lang.L("Show {{.Number}} more", map[string]any{"Number": left}))
	b.more.Hidden = left == 0
	b.screen.content.Refresh()
}

// row is one backup with the button that puts it back.
func (b *backupPart) row(c journal.Copy) fyne.CanvasObject {
	about := SizeWords(c.Size) + " · " + lang.L("verified")
	if !c.Verified {
		about = SizeWords(c.Size) + " · " + lang.L("not verified yet")
	}
	restore := widget.NewQuietButton(lang.L("Restore…"), func() { b.screen.deps.Backups.OnRestore(c) })
	words := widget.NewFlow(theme.Space3,
		widget.NewLabel(MomentWords(c.When), theme.ColorInk, theme.SizeText),
		widget.NewLabel(about, theme.ColorMuted, theme.SizeText))
	return container.NewBorder(nil, nil, nil, container.NewCenter(restore), widget.InsetXY(0, theme.Space2, words))
}

func (b *backupPart) onMore() {
	b.all = true
	b.screen.deps.Window.Canvas().Unfocus()
	b.showRows()
	b.screen.deps.Window.Canvas().Focus(b.make)
}

// onMake makes a backup. One that is made in a folder by name makes that the
// folder of all later ones: so it is known that they can lie there.
func (b *backupPart) onMake(folder string) {
	b.waiting.Start()
	b.make.Disable()
	var err error
	b.screen.deps.Tasks.Go(func(ctx context.Context) { err = b.screen.deps.Backups.Make(ctx, folder) }, func() {
		b.waiting.Stop()
		b.make.Enable()
		if err != nil {
			dialogs.ShowError(b.screen.deps.Window, err)
			return
		}
		b.screen.deps.Backups.OnMade()
		if folder == "" {
			b.screen.ShowBackups()
			return
		}
		b.choose(folder)
	})
}

// choose keeps the folder in the journal: a file beside it would tell others.
func (b *backupPart) choose(folder string) {
	b.screen.change(func(p *journal.Profile) {
		p.Settings = maps.Clone(p.Settings)
		if p.Settings == nil {
			p.Settings = make(map[string]string)
		}
		p.Settings[journal.SettingBackupFolder] = folder
		if folder == b.screen.deps.Backups.Beside {
			delete(p.Settings, journal.SettingBackupFolder)
		}
	})
}

func (b *backupPart) onFolder() {
	dialogs.AskFolder(b.screen.deps.Window, dialogs.FolderQuestion{
		Title: lang.L("A folder for the backups"),
		Text:  lang.L("A backup is made there at once, and later ones too. Those that were made so far stay where they are. A disk or stick that you keep elsewhere also helps when this computer is lost."),
		Verb:  lang.L("Back up there"), Tasks: b.screen.deps.Tasks,
	}, b.onMake)
}

// MomentWords says a moment in words.
func MomentWords(t time.Time) string { return t.Format("Monday, 2 January 2006, 15:04") }

// SizeWords says a size of bytes in words.
func SizeWords(bytes int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	if bytes < mega {
		return fmt.Sprintf("%d KB", (bytes+kilo-1)/kilo)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/mega)
}
