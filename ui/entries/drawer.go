package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/ui/theme"
	"mend/ui/widget"
)

// drawer is the place above the strip where one part of the entry at a time is
// worked on: the feelings, the link, the moment. It opens in the page, so that
// the text stays in view, and scrolls where it is higher than its room.
type drawer struct {
	content fyne.CanvasObject
	inside  *fyne.Container // the title row and what is worked on
	title   *widget.Text
	finish  *widget.Button
	scroll  *container.Scroll
	shown   *fyne.Container // what is worked on now
	changed func()          // told when the drawer came, went or grew
	done    func()          // what Done does with what is shown, instead of closing
	focus   focuser
	back    func() // gives the focus back to the text
}

func newDrawer(focus focuser, changed, back func()) *drawer {
	d := &drawer{focus: focus, changed: changed, back: back, title: widget.NewHeading("", theme.SizeText)}
	d.finish = widget.NewQuietButton(lang.L("Done"), d.onDone)
	d.shown = container.NewStack()
	d.inside = widget.NewStack(theme.Space2,
		container.NewBorder(nil, nil, nil, d.finish, container.New(middleLayout{}, d.title)), d.shown)
	d.scroll = container.NewVScroll(widget.Inset(theme.Space3, d.inside))
	d.content = widget.NewSurface(theme.ColorCard, d.scroll)
	d.content.Hide()
	return d
}

// Open shows what under title, and focuses first. Opening what is open already
// closes it.
func (d *drawer) Open(title string, what fyne.CanvasObject, first fyne.Focusable) {
	if d.Holds(what) {
		d.Close()
		return
	}
	d.Show(title, what)
	d.focus(first)
}

// Ask shows what under title, which need not be answered. The focus stays
// where it is.
func (d *drawer) Ask(title string, what fyne.CanvasObject) {
	d.Show(title, what)
	d.finish.SetText(lang.L("Not now"))
}

// Show shows what under title.
func (d *drawer) Show(title string, what fyne.CanvasObject) {
	d.done = nil
	d.finish.SetText(lang.L("Done"))
	d.title.SetText(title)
	d.shown.Objects = []fyne.CanvasObject{what}
	d.shown.Refresh()
	d.content.Show()
	d.scroll.ScrollToTop()
	d.changed()
}

// onDone takes over what is worked on, if that is still to be done, and closes.
func (d *drawer) onDone() {
	if d.done != nil {
		d.done()
		return
	}
	d.Close()
}

// ScrollToEnd brings the end of what is worked on into view.
func (d *drawer) ScrollToEnd() { d.scroll.ScrollToBottom() }

// Reveal brings a part of what is worked on into view, whole if there is room.
func (d *drawer) Reveal(part fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(part).Y - driver.AbsolutePositionForObject(d.inside).Y + theme.Space3
	bottom := top + part.MinSize().Height + theme.Space3
	y := min(d.scroll.Offset.Y, top-theme.Space3)
	y = max(y, min(bottom-d.scroll.Size().Height, top-theme.Space3))
	d.scroll.ScrollToOffset(fyne.NewPos(0, max(y, 0)))
}

// IsOpen reports whether something is being worked on.
func (d *drawer) IsOpen() bool { return d.content.Visible() }

// Holds reports whether what is being worked on.
func (d *drawer) Holds(what fyne.CanvasObject) bool {
	return d.IsOpen() && d.shown.Objects[0] == what
}

// Focus and Grown, with Reveal, let what is shared with other places stand in
// the drawer.
func (d *drawer) Focus(o fyne.Focusable) { d.focus(o) }

// Grown follows what is worked on when it takes more or less room.
func (d *drawer) Grown() { d.changed() }

// Close puts the drawer away and gives the focus back to the text.
func (d *drawer) Close() {
	if d.IsOpen() {
		d.Forget()
		d.back()
	}
}

// Forget puts the drawer away without moving the focus.
func (d *drawer) Forget() {
	if d.IsOpen() {
		d.content.Hide()
		d.changed()
	}
}

// heightFor returns how high the drawer would like to be at width.
func (d *drawer) heightFor(width float32) float32 {
	return heightAt(d.inside, width-2*theme.Space3) + 2*theme.Space3
}
