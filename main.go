// Mend is a private journal for rebuilding trust. This file wires the parts
// together and does nothing else.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/term"

	"mend/assets"
	"mend/journal"
	"mend/journal/archive"
	"mend/journal/backup"
	"mend/journal/guide"
	"mend/journal/summary"
	"mend/ui"
	"mend/ui/input"
	"mend/ui/tasks"
	"mend/ui/terminal"
)

const (
	appID   = "app.mend.journal"
	version = "0.1.0"
)

func main() {
	defer reportCrash()
	os.Exit(run())
}

func run() int {
	protectProcess()
	quietCrashes()
	speakEnglish()
	wipeFreedMemory(func() bool { return !noDisplay() && terminal.OpensWindow(os.Args[1:]) })
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mend: the built-in guides can't be read:", err)
		return 1
	}
	pages, err := guide.LoadPages(assets.FS, guides)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mend: the built-in pages can't be read:", err)
		return 1
	}
	families, err := guide.LoadFeelings(assets.FS)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mend: the built-in feeling words can't be read:", err)
		return 1
	}
	return terminal.Run(os.Args[1:], terminal.Ports{
		Stdin: os.Stdin, StdinIsTerminal: term.IsTerminal(int(os.Stdin.Fd())),
		Stdout: os.Stdout, Stderr: os.Stderr,
		Now: time.Now, Version: version, DefaultJournal: remembered().Journal(), Guides: guides, Pages: pages, Families: families,
		Create: func(ctx context.Context, path string, passphrase []byte, p journal.Profile) (terminal.Journal, error) {
			return create(ctx, path, passphrase, p)
		},
		Open: func(ctx context.Context, path string, passphrase []byte) (terminal.Journal, error) {
			o, err := open(ctx, path, passphrase)
			if err == nil && o.older {
				fmt.Fprintln(os.Stderr, "mend: This is an older copy of the journal than the one that was open here last.")
			}
			return o, err
		},
		Backup:         makeBackup,
		Inspect:        backup.Inspect,
		Restore:        restore,
		ReadPassphrase: readPassphrase,
		WriteArchive:   archive.Write,
		ReadArchive:    archive.Read,
		EncodeEntry:    archive.EncodeEntry,
		PrintSummary:   printSummary,
		SealSummary:    summary.Seal,
		WriteFile:      summary.WriteFile,
		Window: func(r terminal.WindowRequest) int {
			if noDisplay() {
				fmt.Fprintln(os.Stderr, "mend: There is no display here, so the window cannot open.")
				fmt.Fprintln(os.Stderr, "The commands work without one: mend --help lists them.")
				return 1
			}
			if err := openWindow(r, guides, pages, families); err != nil {
				what, next := journal.Explain(err)
				fmt.Fprintf(os.Stderr, "mend: %s\n%s\n", what, next)
				return 1
			}
			return 0
		},
	})
}

// speakEnglish makes the toolkit use English, the only language Mend has so
// far, so that its few own words agree with ours and it does not log every text
// it can't translate. LANGUAGE leaves alone how text is typed and drawn.
func speakEnglish() {
	os.Setenv("LANGUAGE", "en")
	// The toolkit looks at the variable again when a translation is added; an
	// empty one changes nothing else and can't fail.
	_ = lang.AddTranslationsForLocale([]byte("{}"), "en")
}

// noDisplay reports whether no window system answers here. Elsewhere than on
// these systems there always is one.
func noDisplay() bool {
	switch runtime.GOOS {
	case "linux", "freebsd", "openbsd", "netbsd":
		return os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == ""
	}
	return false
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// fonts are the toolkit's own, so that a summary looks as the window does.
func fonts() summary.Fonts {
	return summary.Fonts{
		Regular: theme.DefaultTextFont().Content(),
		Bold:    theme.DefaultTextBoldFont().Content(),
		Italic:  theme.DefaultTextItalicFont().Content(),
	}
}

// printSummary prints the report unless ctx ends before.
func printSummary(ctx context.Context, w io.Writer, r journal.Report, f string) (int, error) {
	format, err := summary.ParseFormat(f)
	if err != nil {
		return 0, err
	}
	result, err := summary.PrintContext(ctx, w, r, format, fonts())
	return result.Replaced, err
}

func openWindow(r terminal.WindowRequest, guides []journal.Guide, pages []journal.Page, families []journal.FeelingFamily) error {
	deck, err := guide.LoadDeck(assets.FS)
	if err != nil {
		return err
	}
	suggestions, err := guide.LoadSuggestions(assets.FS)
	if err != nil {
		return err
	}
	care, err := guide.LoadCare(assets.FS)
	if err != nil {
		return err
	}
	draw, err := drawFigures()
	if err != nil {
		return err
	}
	request := ui.Request{Path: r.Path}
	if r.Demo {
		demo, err := openDemo()
		if err != nil {
			return err
		}
		defer demo.remove()
		request = ui.Request{Path: demo.store.Path(), Opened: demo.store, Notice: demoNotice}
	}
	keepBusLocal()
	a := newApp()
	defer forgetLook(a)
	ui.Run(ui.Ports{
		App: a, Version: version, Guides: guides, Families: families, Pages: pages, Deck: deck, Suggestions: suggestions, Care: care,
		DefaultPath: remembered().Journal(),
		Moved:       func() bool { return remembered().Journal() != remembered().Usual },
		Open: func(ctx context.Context, path string, passphrase []byte) (ui.Journal, error) {
			return open(ctx, path, passphrase)
		},
		Create: func(ctx context.Context, path string, passphrase []byte, p journal.Profile) (ui.Journal, error) {
			return create(ctx, path, passphrase, p)
		},
		Exists:  exists,
		IsOlder: isOlder,
		Keys:    keys(),
		Backups: backups(),
		Place:   places(a),
		Compose: compose, OpenFile: openFile, Paper: paperHere(),
		Draw:   draw,
		Report: func(fault any) { writeCrash(os.Stderr, fault) }, Overwrite: overwriteFreed, GiveBack: debug.FreeOSMemory,
		WatchInput: func(w fyne.Window, seen func(), held func(down bool)) {
			a.Lifecycle().SetOnStarted(func() { watchInput(w, seen, held) })
		},
	}, request)
	return nil
}

// keepBusLocal keeps the toolkit, which asks the desktop over the bus whether it
// is light or dark, from going over a network to do so, or starting a bus.
func keepBusLocal() {
	// It fails for a name or value that can't be, and these can.
	_ = os.Setenv("DBUS_SESSION_BUS_ADDRESS", tasks.LocalBus())
}

// watchInput calls seen for all input to w, and held for buttons of the mouse. Where the window system can't be
// listened to, the journal locks itself after a while even under busy hands,
// which costs a passphrase and no words.
func watchInput(w fyne.Window, seen func(), held func(down bool)) {
	if err := input.Watch(w, seen, held); err != nil {
		fmt.Fprintln(os.Stderr, "mend:", err)
	}
}

// newApp names the program to the toolkit, which a plain build can't read from
// FyneApp.toml.
func newApp() fyne.App {
	icon := fyne.NewStaticResource("mend.png", assets.Icon())
	app.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: "Mend", Version: version, Build: 1, Icon: icon,
		Migrations: map[string]bool{"fyneDo": true},
	})
	a := app.NewWithID(appID)
	a.SetIcon(icon)
	return a
}
