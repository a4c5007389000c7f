package entries

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// tellAfter is how long the person has to pause before they are told that a
// part of what they typed is no filter: they may not be done with it.
const tellAfter = time.Second

// finder is what stands above the list: the search box; a row with the ways to
// find something; a chip for everything that is chosen by now; and the panel of
// one of these ways, when it is open.
type finder struct {
	search *search
	form   *filterForm
	jump   *jump
	guides func() []journal.Guide // the one that is followed first
	tasks  Tasks
	focus  focuser

	ways     []*way
	lookBack *way         // hidden unless the person wants it
	blank    *widget.Chip // hidden unless the person keeps to plain facts
	chips    []*widget.Chip
	chosen   *fyne.Container   // the chips
	count    *widget.Paragraph // how many were found
	note     *widget.Paragraph
	head     fyne.CanvasObject
	panel    *container.Scroll
	root     *fyne.Container
	telling  func() // cancels the note to come; nil when there is none
}

// way is a way to find something, with the panel it opens.
type way struct {
	button  *widget.Chip
	content fyne.CanvasObject
	onOpen  func() fyne.Focusable // fills the panel, and returns what gets the focus, or nil
}

func newFinder(s *Screen) *finder {
	f := &finder{search: s.search, guides: s.deps.Guides, tasks: s.deps.Tasks, focus: s.focusOn}
	f.form = newFilterForm(s.deps.Guides, s.search)
	f.jump = newJump(s)
	f.note = widget.NewMutedParagraph("")
	f.note.TextSize = theme.SizeSmall
	f.note.Hide()
	f.count = widget.NewMutedParagraph("")
	f.count.TextSize = theme.SizeSmall
	f.count.Hide()
	f.chosen = widget.NewFlow(theme.Space1)
	f.addWay(lang.L("Filter"), f.form.content, f.form.first)
	f.addWay(lang.L("Calendar"), f.jump.content, f.jump.open)
	back := newLookBack(s)
	f.lookBack = f.addWay(lang.L("Look back"), back.content, back.open)
	f.lookBack.button.Hide()
	f.panel = container.NewVScroll(f.ways[0].content)
	f.panel.Hide()
	write := widget.NewPrimaryButton(lang.L("Write"), s.write)
	row := widget.NewFlow(theme.Space1)
	for _, w := range f.ways {
		row.Add(w.button)
	}
	if len(s.deps.Pages) > 0 {
		row.Add(widget.NewChip(lang.L("Guided page…"), s.ChoosePage))
	}
	f.blank = widget.NewChip(lang.L("Blank entry"), s.NewEntry)
	f.blank.Hide()
	row.Add(f.blank)
	f.head = widget.Inset(theme.Space3, widget.NewStack(theme.Space2,
		container.NewBorder(nil, nil, nil, write, s.search.field), row, f.chosen, f.count, f.note))
	f.show()
	return f
}

func (f *finder) addWay(label string, content fyne.CanvasObject, onOpen func() fyne.Focusable) *way {
	w := &way{content: widget.InsetXY(theme.Space4, theme.Space2, content), onOpen: onOpen}
	w.button = widget.NewChip(label, func() { f.toggle(w) })
	f.ways = append(f.ways, w)
	return w
}

// OfferLookBack offers to look back, or does not.
func (f *finder) OfferLookBack(on bool) {
	if !on && f.opened() == f.lookBack {
		widget.Show(f.panel, false)
		f.mark(nil)
	}
	widget.Show(f.lookBack.button, on)
	f.relay()
}

// OfferBlank offers an entry without questions beside what Write begins, or does
// not.
func (f *finder) OfferBlank(on bool) {
	widget.Show(f.blank, on)
	f.relay()
}

// Above returns the finder with list below it; Tab goes in that order.
func (f *finder) Above(list fyne.CanvasObject) fyne.CanvasObject {
	f.root = container.New(finderLayout{}, f.head, f.panel, list)
	return f.root
}

// Update follows the search box.
func (f *finder) Update() {
	f.show()
	f.tell()
	f.relay()
}

// Listed follows a list that has changed.
func (f *finder) Listed() {
	if w := f.opened(); w != nil && w.content == f.ways[1].content {
		f.jump.fetch()
	}
}

// Count says how many were found, if any, and how to open the first.
func (f *finder) Count(found int) {
	text := ""
	if found > 0 {
		text = lang.L("{{.Count}} found. Enter opens the first.", map[string]any{"Count": found})
	}
	if f.count.Text == text {
		return
	}
	f.count.SetText(text)
	widget.Show(f.count, text != "")
	f.relay()
}

// show shows what the box asks for by chips and in the panel.
func (f *finder) show() {
	filter := f.search.Query()
	f.form.Show(filter)
	f.chips, f.chosen.Objects = nil, nil
	for _, c := range chosenBy(filter, f.guides()) {
		chip := widget.NewRemovableChip(c.label, nil, nil)
		chip.OnTap = func() { f.remove(c) }
		chip.OnRemove = chip.OnTap
		f.chips = append(f.chips, chip)
		f.chosen.Add(chip)
	}
	widget.Show(f.chosen, len(f.chips) > 0)
}

// remove takes one choice back, and leaves the focus in the row.
func (f *finder) remove(c chosen) {
	f.search.Edit(c.without)
	f.focus(f.ways[0].button)
}

// tell says at last what in the box is no filter.
func (f *finder) tell() {
	stop(&f.telling)
	_, misread := f.search.read()
	if len(misread) == 0 {
		f.say("")
		return
	}
	f.telling = f.tasks.After(tellAfter, func() {
		f.telling = nil
		f.say(lang.L("“{{.Text}}” is looked for as words.", map[string]any{"Text": misread[0].Text}) + " " +
			lang.L(misread[0].Why.Explain()))
		f.relay()
	})
}

func (f *finder) say(text string) {
	f.note.SetText(text)
	widget.Show(f.note, text != "")
}

// toggle opens the panel of w, or puts it away.
func (f *finder) toggle(w *way) {
	if f.opened() == w {
		f.Close()
		return
	}
	f.panel.Content = w.content
	f.mark(w)
	widget.Show(f.panel, true)
	first := w.onOpen()
	f.panel.ScrollToTop()
	f.relay()
	if first != nil {
		f.focus(first)
	}
}

// opened returns the way whose panel is open, or nil.
func (f *finder) opened() *way {
	for _, w := range f.ways {
		if f.panel.Visible() && f.panel.Content == w.content {
			return w
		}
	}
	return nil
}

// Close puts the panel away, and reports whether one was open. The focus goes
// back to what opened it.
func (f *finder) Close() bool {
	w := f.opened()
	if w == nil {
		return false
	}
	widget.Show(f.panel, false)
	f.mark(nil)
	f.relay()
	f.focus(w.button)
	return true
}

// mark shows which panel is open.
func (f *finder) mark(open *way) {
	for _, w := range f.ways {
		w.button.SetSelected(w == open)
	}
}

// relay gives everything its place again.
func (f *finder) relay() {
	if f.root != nil {
		f.root.Refresh()
	}
}

// finderLayout puts the head above the panel, and the list below: what is in
// the panel gets the height it needs, up to more than half of what is left.
type finderLayout struct{}

const panelShare = 0.62

// Layout implements fyne.Layout.
func (finderLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, panel, list := objects[0], objects[1].(*container.Scroll), objects[2]
	head.Resize(fyne.NewSize(size.Width, head.MinSize().Height)) // what wraps learns its width
	y := head.MinSize().Height
	widget.Place(head, 0, 0, size.Width, y)
	if panel.Visible() {
		panel.Content.Resize(fyne.NewSize(size.Width, panel.Content.MinSize().Height))
		height := min(panel.Content.MinSize().Height, (size.Height-y)*panelShare)
		widget.Place(panel, 0, y, size.Width, height)
		y += height
	}
	widget.Place(list, 0, y, size.Width, max(size.Height-y, 0))
}

// MinSize implements fyne.Layout.
func (finderLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.ListWidth/2, objects[0].MinSize().Height+theme.ListWidth/2)
}
