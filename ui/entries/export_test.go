package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/form"
	"mend/ui/theme"
	"mend/ui/widget"
)

// What tests look at and touch, as a person would see and touch it.

func (s *Screen) Body() *editor.Editor        { return s.paper.body }
func (s *Screen) Title() *widget.Field        { return s.paper.title }
func (s *Screen) Tag() *widget.Field          { return s.paper.strip.tags.field }
func (s *Screen) Search() *widget.Field       { return s.search.field }
func (s *Screen) List() fyne.Focusable        { return s.list }
func (s *Screen) HeadWrite() *widget.Button   { return s.paper.write }
func (s *Screen) Back() *widget.Button        { return s.paper.back }
func (s *Screen) StartButton() *widget.Button { return s.blank.start }
func (s *Screen) ClearButton() *widget.Button { return s.blank.clear }
func (s *Screen) RetryButton() *widget.Button { return s.blank.retry }
func (s *Screen) UndoButton() *widget.Button  { return s.notice.undo }

// Remove moves the entry on the paper to the bin.
func (s *Screen) Remove() { s.onDelete() }

func (s *Screen) StatusLine() *widget.Text { return s.paper.strip.status.line }

func (s *Screen) Status() string       { return s.paper.strip.status.line.Text }
func (s *Screen) Prompt() string       { return s.paper.prompt.Text }
func (s *Screen) Unask() *widget.Chip  { return s.paper.strip.more.unask }
func (s *Screen) Wrong() string        { return s.paper.strip.wrong.Text }
func (s *Screen) Tags() []string       { return s.paper.strip.tags.list }
func (s *Screen) PaperShown() bool     { return s.paper.content.Visible() }
func (s *Screen) ListShown() bool      { return s.folds.Objects[0].Visible() }
func (s *Screen) Done() *widget.Button { return s.paper.drawer.finish }
func (s *Screen) Drawer() bool         { return s.paper.drawer.IsOpen() }

func (s *Screen) Failure() string {
	if !s.paper.strip.status.failure.Visible() {
		return ""
	}
	return s.paper.strip.status.failure.Text
}

// Rescue returns what is offered while saving fails.
func (s *Screen) Rescue() []*widget.Button {
	if !s.paper.strip.status.rescue.content.Visible() {
		return nil
	}
	return s.paper.strip.status.rescue.buttons
}

func (s *Screen) Notice() string {
	if !s.notice.content.Visible() {
		return ""
	}
	return s.notice.text.Text
}

func (s *Screen) Said() string {
	if !s.blank.overList.Visible() {
		return ""
	}
	return s.blank.listText.Text
}

// Sealed returns what stands in the place of a sealed letter, or "".
func (s *Screen) Sealed() string {
	if !s.seal.content.Visible() {
		return ""
	}
	return s.seal.until.Text
}

// Late reports whether the paper says that an entry is being opened.
func (s *Screen) Late() bool { return s.late.content.Visible() }

func (s *Screen) OpenSeal() *widget.Button { return s.seal.open }

// Reveal scrolls to the entry at position.
func (s *Screen) Reveal(position int) { s.list.Reveal(position) }

func (s *Screen) Feelings() []journal.Feeling { return s.paper.strip.feelings.list }

// OpenFeelings, OpenLinks and OpenWhen tap what opens the drawer.
func (s *Screen) OpenFeelings() { s.paper.strip.feelings.button.Tapped(nil) }
func (s *Screen) OpenLinks()    { s.paper.strip.links.button.Tapped(nil) }
func (s *Screen) OpenWhen()     { s.paper.strip.when.button.Tapped(nil) }
func (s *Screen) OpenMore()     { s.paper.strip.more.button.Tapped(nil) }

func (s *Screen) FeelingField() *widget.Field { return s.paper.strip.feelings.picker.Field }

// Asked returns which feeling's strength is asked, or "".
func (s *Screen) Asked() string {
	if !s.paper.strip.feelings.picker.Rating.Visible() {
		return ""
	}
	return s.paper.strip.feelings.picker.Asked.Text
}

func (s *Screen) Dots() fyne.Focusable { return s.paper.strip.feelings.picker.Dots }

func (s *Screen) DayField() *widget.Field  { return s.paper.strip.when.day }
func (s *Screen) TimeField() *widget.Field { return s.paper.strip.when.clock }
func (s *Screen) WhenWrong() string        { return s.paper.strip.when.wrong.Text }

// Chip returns the chip with the text, in the strip or the drawer, or nil.
func (s *Screen) Chip(text string) *widget.Chip {
	p := s.paper
	places := [][]fyne.CanvasObject{
		p.strip.facts.Objects, p.strip.foot.Objects,
		p.strip.feelings.picker.Groups.Objects, p.strip.feelings.picker.Words.Objects,
		p.strip.feelings.more.Objects,
		p.strip.links.stages.Objects, p.strip.links.steps.Objects,
		{p.strip.more.marks[0].chip, p.strip.more.marks[1].chip, p.strip.more.marks[2].chip, p.strip.more.past, p.strip.more.remove},
	}
	for _, objects := range places {
		for _, o := range objects {
			if chip, ok := o.(*widget.Chip); ok && chip.Text == text {
				return chip
			}
		}
	}
	return nil
}

// Way returns the chip that opens a way to find something.
func (s *Screen) Way(label string) *widget.Chip {
	for _, w := range s.finder.ways {
		if w.button.Text == label {
			return w.button
		}
	}
	return nil
}

// Chosen returns the chips of what is chosen by.
func (s *Screen) Chosen() []*widget.Chip { return s.finder.chips }

// Found returns what is said of how many were found, or "".
func (s *Screen) Found() string {
	if !s.finder.count.Visible() {
		return ""
	}
	return s.finder.count.Text
}

// Coming reports whether an entry is on its way to the paper.
func (s *Screen) Coming() bool { return s.coming.id != (coming{}).id }

// Apart reports whether the paper says that its entry is not among those found.
func (s *Screen) Apart() bool { return s.apart.line.Visible() && s.paper.content.Visible() }

// FinderNote returns what is told about the search, or "".
func (s *Screen) FinderNote() string {
	if !s.finder.note.Visible() {
		return ""
	}
	return s.finder.note.Text
}

// Opened returns the label of the way whose panel is open, or "".
func (s *Screen) Opened() string {
	if w := s.finder.opened(); w != nil {
		return w.button.Text
	}
	return ""
}

// FilterForm is the controls of the filter.
type FilterForm struct {
	Stage, Feeling, Least, Tag *widget.Select
	From, To                   *widget.Field
	Starred, KeptOut           *widget.Chip
	Kinds                      map[journal.Kind]*widget.Chip
}

func (s *Screen) Form() FilterForm {
	f := s.finder.form
	return FilterForm{f.stage, f.feeling, f.least, f.tag, f.from, f.to, f.starred, f.keptOut, f.kinds}
}

// FormWrong returns what is wrong with what was typed into the form, or "".
func (s *Screen) FormWrong() string { return s.finder.form.wrong.Text }

// LookBackRows returns the texts of what is brought back, in both parts.
func (s *Screen) LookBackRows() (onDay, like []string) {
	back := s.finder.ways[2].content.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	return textsOf(back[1]), textsOf(back[3])
}

// LeaveOut returns the chips that leave entries out of look-back.
func (s *Screen) LeaveOut() []*widget.Chip {
	var chips []*widget.Chip
	walk(s.finder.ways[2].content, func(o fyne.CanvasObject) {
		if chip, ok := o.(*widget.Chip); ok {
			chips = append(chips, chip)
		}
	})
	return chips
}

func textsOf(o fyne.CanvasObject) []string {
	var texts []string
	walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Pressable:
			texts = append(texts, o.Label)
		case *widget.Paragraph:
			texts = append(texts, o.Text)
		}
	})
	return texts
}

func walk(o fyne.CanvasObject, see func(fyne.CanvasObject)) {
	see(o)
	if c, ok := o.(*fyne.Container); ok {
		for _, child := range c.Objects {
			walk(child, see)
		}
	}
}

func (s *Screen) Calendar() *widget.Calendar { return s.finder.jump.calendar }
func (s *Screen) DayToGoTo() *widget.Field   { return s.finder.jump.typed }
func (s *Screen) JumpTold() string           { return s.finder.jump.told.Text }

// Rows returns the texts of the rows that are drawn, headers first.
func (s *Screen) Rows() []string {
	var out []string
	r := s.list.body.renderer
	for i := range s.list.InView().endMonth - s.list.InView().firstMonth {
		out = append(out, r.headers[i].name.Text)
	}
	v := s.list.InView()
	for at := v.first; at < v.end; at++ {
		if row := r.rows[at]; row != nil {
			line := row.title.Text
			if !row.middle.Hidden {
				line += " | " + row.middle.Text
			}
			out = append(out, line+" | "+row.marks.Text)
		}
	}
	return out
}

// Marked returns the words that are marked in each of the rows in view.
func (s *Screen) Marked() [][]string {
	var out [][]string
	for at := s.list.InView().first; at < s.list.InView().end; at++ {
		row := s.list.body.renderer.rows[at]
		var marked []string
		for i := 0; i < len(row.found); i += 2 {
			marked = append(marked, row.wordsOver(row.found[i]))
		}
		out = append(out, marked)
	}
	return out
}

// wordsOver returns what stands over a ground.
func (r *row) wordsOver(ground *canvas.Rectangle) string {
	for _, t := range []*canvas.Text{r.title, r.middle, r.marks} {
		if t.Hidden || t.Position().Y != ground.Position().Y {
			continue
		}
		var over []rune
		runes := []rune(t.Text)
		for i := range runes {
			x := t.Position().X + fyne.MeasureText(string(runes[:i]), t.TextSize, t.TextStyle).Width
			if x >= ground.Position().X-0.5 && x < ground.Position().X+ground.Size().Width-0.5 {
				over = append(over, runes[i])
			}
		}
		return string(over)
	}
	return ""
}

// PagesHeld returns how many pages of the list are in memory.
func (s *Screen) PagesHeld() int { return len(s.listing.pages.held) }

// Placed is the pure placing of rows.
type Placed struct{ rows rows }

func Place(counts []journal.MonthCount) Placed { return Placed{newRows(counts)} }

func (p Placed) Top(position int) float32 { return p.rows.topOf(position, heights{30, 70}) }
func (p Placed) All() float32             { return p.rows.all(heights{30, 70}) }
func (p Placed) At(y float32) (int, bool) { return p.rows.entryAt(y, heights{30, 70}) }
func (p Placed) Between(y, height float32) (first, end int) {
	s := p.rows.between(y, height, heights{30, 70})
	return s.first, s.end
}

// Versions returns how many earlier versions are listed, or -1 if the paper is
// there instead.
func (s *Screen) Versions() int {
	if !s.versions.content.Visible() {
		return -1
	}
	return len(s.versions.all)
}

func (s *Screen) VersionList() *widget.List     { return s.versions.list }
func (s *Screen) VersionText() *widget.Marked   { return s.versions.text }
func (s *Screen) RestoreButton() *widget.Button { return s.versions.restore }

// OpenBin taps the way to the bin.
func (s *Screen) OpenBin() { s.toBin.Tapped(nil) }

// Binned returns the text that the bin shows, or "".
func (s *Screen) Binned() string {
	if !s.bin.page.Visible() {
		return ""
	}
	return s.bin.text.Text()
}

func (s *Screen) BinList() fyne.Focusable       { return s.bin.list }
func (s *Screen) PutBackButton() *widget.Button { return s.bin.restore }
func (s *Screen) PurgeButton() *widget.Button   { return s.bin.purge }
func (s *Screen) EmptyButton() *widget.Button   { return s.bin.empty }

// Guided returns the guided page on the paper.
func (s *Screen) Guided() *form.Form { return s.paper.form }

// PageTitle returns the title of the guided page on the paper, or "".
func (s *Screen) PageTitle() string {
	if !s.paper.isGuided() {
		return ""
	}
	return s.paper.named.Text
}

// PageScroll returns how far the guided page is scrolled, and its whole height.
func (s *Screen) PageScroll() (y, height float32) {
	return s.paper.scroll.Offset.Y, s.paper.guided.Size().Height
}

// PageParts returns what stands on the guided page, from top to bottom.
func (s *Screen) PageParts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	walk(s.paper.guided, func(o fyne.CanvasObject) { parts = append(parts, o) })
	return parts
}

// LetterChips returns what is offered for a letter, by its text.
func (s *Screen) LetterChips() []string {
	m := s.paper.strip.more
	var texts []string
	for _, chip := range []*widget.Chip{m.seals, m.again, m.both} {
		if m.letter.Visible() && chip.Visible() {
			texts = append(texts, chip.Text)
		}
	}
	return texts
}

// LaterLetters returns what leads to the letters written after the one on the
// paper.
func (s *Screen) LaterLetters() []string {
	var texts []string
	for _, chip := range s.paper.strip.more.later {
		texts = append(texts, chip.(*widget.Chip).Text)
	}
	return texts
}

// Letter returns a chip that is offered for a letter.
func (s *Screen) Letter(text string) *widget.Chip {
	m := s.paper.strip.more
	for _, chip := range []*widget.Chip{m.seals, m.again, m.both} {
		if chip.Text == text {
			return chip
		}
	}
	return nil
}

// SealField is where the day is typed until which a letter is to be sealed, and
// what is wrong with it.
func (s *Screen) SealField() (*widget.Field, string) {
	return s.paper.strip.more.until.day, s.paper.strip.more.until.wrong.Text
}

// Compared returns the days and texts of two letters side by side, or nothing.
func (s *Screen) Compared() []string {
	if !s.compare.content.Visible() {
		return nil
	}
	c := s.compare
	return []string{c.days[0].Text, c.texts[0].Text(), c.days[1].Text, c.texts[1].Text()}
}

// ComparedAt returns where the two letters begin.
func (s *Screen) ComparedAt() (first, second fyne.Position) {
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(s.compare.texts[0]), driver.AbsolutePositionForObject(s.compare.texts[1])
}

// SummaryOf is what the list shows of e, found by query.
func SummaryOf(e journal.Entry, query string) journal.EntrySummary {
	return summaryOf(e, journal.EntryFilter{Query: query}, false)
}

// HeadSizes returns how large the name of a guided page is written, and the
// title of the person's own.
func (s *Screen) HeadSizes() (named, title float32) {
	th := fyne.CurrentApp().Settings().Theme()
	return th.Size(s.paper.named.TextSize), s.paper.title.Theme().Size(theme.SizeText)
}
