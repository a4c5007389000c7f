package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"mend/ui/dialogs"
	"mend/ui/theme"
)

// command is an action with its key. The key works through the main menu, so
// that it fires whatever has the focus.
type command struct {
	label string
	key   fyne.KeyName // with Ctrl, or Cmd on macOS; empty for none
	shift bool         // with Shift as well
	act   func()
	// bare commands work without an open journal; always ones also while a
	// dialog is open.
	bare, always bool
}

// menu builds the main menu for what is shown now: without an open journal it
// offers nothing that needs one.
func (w *Window) menu() *fyne.MainMenu {
	return fyne.NewMainMenu(
		fyne.NewMenu(lang.L("Mend"), w.items(w.fileCommands())...),
		fyne.NewMenu(lang.L("Edit"), append(w.editItems(), w.items(w.findCommands())...)...),
		fyne.NewMenu(lang.L("Go"), w.items(w.goCommands())...),
		fyne.NewMenu(lang.L("View"), w.viewItems()...),
		fyne.NewMenu(lang.L("Help"), w.items(w.helpCommands())...),
	)
}

func (w *Window) fileCommands() []command {
	commands := []command{
		{label: lang.L("New entry"), key: fyne.KeyN, act: w.newEntry},
		{label: lang.L("Guided page…"), key: fyne.KeyN, shift: true, act: w.choosePage},
		{label: lang.L("Save now"), key: fyne.KeyS, act: func() { w.session.entries.SaveNow() }},
		{label: lang.L("Reflection summary"), key: fyne.KeyE, act: func() { w.goTo(placeSummary) }},
		{label: lang.L("Settings"), key: fyne.KeyComma, act: func() { w.goTo(placeSettings) }},
		{label: lang.L("Enough for today"), act: w.endToday},
		{label: lang.L("Lock"), key: fyne.KeyL, act: w.Lock, bare: true, always: true},
		{label: lang.L("Quit"), key: fyne.KeyQ, act: w.Quit, bare: true, always: true},
	}
	if w.session != nil && w.session.profile.KeepsToFacts() {
		commands = slices.Insert(commands, 1, command{label: lang.L("Blank entry"), act: w.blankEntry})
	}
	return commands
}

func (w *Window) goCommands() []command {
	return []command{
		{label: lang.L("Today"), key: fyne.Key1, act: func() { w.goTo(placeToday) }},
		{label: lang.L("Journal"), key: fyne.Key2, act: func() { w.goTo(placeJournal) }},
		{label: lang.L("Path"), key: fyne.Key3, act: func() { w.goTo(placePath) }},
		{label: lang.L("Promises"), key: fyne.Key4, act: func() { w.goTo(placePromises) }},
		{label: lang.L("Insights"), key: fyne.Key5, act: func() { w.goTo(placeInsights) }},
		{label: lang.L("Questions to ask each other"), act: w.toDeck},
		{label: lang.L("Search the journal"), key: fyne.KeyF, act: w.search},
	}
}

func (w *Window) findCommands() []command {
	return []command{{label: lang.L("Find in text"), key: fyne.KeyF, shift: true, act: w.findInText}}
}

func (w *Window) helpCommands() []command {
	return []command{
		{label: lang.L("Support and safety"), act: w.toCare},
		{label: lang.L("Keys and help (F1)"), act: w.showHelp, bare: true},
		{label: lang.L("Who could read this?"), act: w.showWhoCouldRead, bare: true},
		{label: lang.L("About Mend"), act: w.showAbout, bare: true},
	}
}

func (w *Window) viewItems() []*fyne.MenuItem {
	items := w.items([]command{
		{label: lang.L("Larger text"), key: fyne.KeyEqual, act: w.look.larger, bare: true},
		{label: lang.L("Smaller text"), key: fyne.KeyMinus, act: w.look.smaller, bare: true},
		{label: lang.L("Normal text size"), key: fyne.Key0, act: w.look.normal, bare: true},
	})
	items = append(items, fyne.NewMenuItemSeparator())
	for _, c := range []struct {
		choice theme.Choice
		label  string
	}{
		{theme.System, lang.L("Light or dark as the system")},
		{theme.Light, lang.L("Light")},
		{theme.Dark, lang.L("Dark")},
	} {
		item := fyne.NewMenuItem(c.label, func() {
			w.look.choose(c.choice)
			w.win.SetMainMenu(w.menu())
		})
		item.Checked = w.look.choice == c.choice
		items = append(items, item)
	}
	return items
}

// items turns commands into menu items, leaving out those that need an open
// journal when there is none.
func (w *Window) items(commands []command) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range commands {
		if !w.can(c) {
			continue
		}
		item := fyne.NewMenuItem(c.label, w.guarded(c))
		if c.key != "" {
			modifier := fyne.KeyModifierShortcutDefault
			if c.shift {
				modifier |= fyne.KeyModifierShift
			}
			item.Shortcut = &desktop.CustomShortcut{KeyName: c.key, Modifier: modifier}
		}
		item.IsQuit = c.key == fyne.KeyQ
		items = append(items, item)
	}
	return items
}

// guarded keeps a command from acting behind a dialog or without a journal.
func (w *Window) guarded(c command) func() {
	return func() {
		if !c.always && dialogs.IsOpen(w.win) {
			return
		}
		if w.can(c) {
			c.act()
		}
	}
}

// can reports whether there is what a command needs: for most an open journal.
func (w *Window) can(c command) bool { return c.bare || w.session != nil }

// newEntry begins an entry: who keeps to plain facts begins with those.
func (w *Window) newEntry() {
	if w.session.profile.KeepsToFacts() {
		w.writeFacts("")
		return
	}
	w.blankEntry()
}

func (w *Window) blankEntry() {
	w.goTo(placeJournal)
	w.session.entries.NewEntry()
}

func (w *Window) choosePage() {
	w.goTo(placeJournal)
	w.session.entries.ChoosePage()
}

func (w *Window) search() {
	w.goTo(placeJournal)
	w.session.entries.FocusSearch()
}

// findInText opens the find bar of the text that has the focus, or else of the
// entry on the paper.
func (w *Window) findInText() {
	if text, ok := w.win.Canvas().Focused().(interface{ OpenFind() }); ok {
		text.OpenFind()
	} else if w.session.current == placeJournal {
		w.session.entries.FindInText()
	}
}
