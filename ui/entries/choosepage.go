package entries

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// pageChoice lets the person choose one of the guided pages, stage by stage or
// by typing a word of it.
type pageChoice struct {
	all   []pageRow
	rows  []pageRow // that have what was typed
	field *widget.Field
	list  *widget.List
	none  *widget.Paragraph
	begin func(pageRow)
	focus focuser
}

// pageRow is a page, or, without one, the title of a stage above its pages.
type pageRow struct {
	page         journal.Page
	stage, title string
}

// ChoosePage lets the person choose a guided page to fill in.
func (s *Screen) ChoosePage() {
	var closeIt func()
	c := newPageChoice(s.offeredPages(), s.focusOn, func(row pageRow) {
		closeIt()
		s.NewPageAbout(row.page.ID, row.stage)
	})
	closeIt = dialogs.Show(s.deps.Window, lang.L("A guided page"), c.content(), c.field,
		dialogs.Button{Label: lang.L("Cancel"), Cancels: true},
		dialogs.Button{Label: lang.L("Begin"), Primary: true, Keep: true, OnTap: c.take})
}

// offeredPages returns the pages that are offered, each below the first of its
// stages that the guide has; and then those of no stage there.
func (s *Screen) offeredPages() []pageRow {
	var rows []pageRow
	given := map[string]bool{}
	add := func(stage, title string, pages []journal.Page) {
		var below []pageRow
		for _, p := range pages {
			if !given[p.ID] && !s.isFolded(journal.FoldPage+p.ID) && !(stage != "" && s.isFolded(stage)) {
				given[p.ID] = true
				below = append(below, pageRow{page: p, stage: stage, title: p.Title})
			}
		}
		if below != nil {
			rows = append(append(rows, pageRow{title: title}), below...)
		}
	}
	stages := s.deps.Guides()[0].Stages
	for _, stage := range stages {
		add(stage.ID, stage.Title, journal.PagesOf(s.deps.Pages, stage.ID, s.deps.role()(), s.path()))
	}
	var others []journal.Page
	for _, p := range s.deps.Pages {
		here := slices.ContainsFunc(stages, func(stage journal.Stage) bool { return slices.Contains(p.Stages, stage.ID) })
		if !here && s.deps.role()().Sees(p.For) {
			others = append(others, p)
		}
	}
	add("", lang.L("Other pages"), others)
	return rows
}

func (s *Screen) path() journal.Path {
	if s.deps.Path == nil {
		return ""
	}
	return s.deps.Path()
}

func (s *Screen) isFolded(id string) bool { return s.deps.Folded != nil && s.deps.Folded(id) }

func newPageChoice(all []pageRow, focus focuser, begin func(pageRow)) *pageChoice {
	c := &pageChoice{all: all, rows: all, focus: focus, begin: begin}
	c.field = widget.NewField(lang.L("Look for a page"))
	c.field.OnChanged = func(string) { c.look() }
	c.field.OnSubmitted = func(string) { c.take() }
	c.field.OnKey = c.onFieldKey
	c.list = widget.NewList(func() int { return len(c.rows) }, newPageRow, c.showRow)
	c.list.Selectable = func(i int) bool { return c.rows[i].page.ID != "" }
	c.list.OnOpen = func(int) { c.take() }
	c.list.OnKey = c.onListKey
	c.none = widget.NewMutedParagraph(lang.L("No page has these words."))
	c.look()
	return c
}

func (c *pageChoice) content() fyne.CanvasObject {
	return widget.NewStack(theme.Space2, c.field,
		container.New(rowsHigh{7}, c.list, widget.Inset(theme.Space2, c.none)))
}

// look shows the pages that have all words that were typed, in their own words
// or in those of the stage they stand below.
func (c *pageChoice) look() {
	words := strings.Fields(strings.ToLower(c.field.Text))
	c.rows = nil
	var stage pageRow
	shown := false // whether the stage's title stands above a page already
	for _, row := range c.all {
		if row.page.ID == "" {
			stage, shown = row, false
			continue
		}
		if !hasWords(words, row.title+" "+row.page.About+" "+stage.title) {
			continue
		}
		if !shown {
			c.rows, shown = append(c.rows, stage), true
		}
		c.rows = append(c.rows, row)
	}
	widget.Show(c.none, len(c.rows) == 0)
	widget.Show(c.list, len(c.rows) > 0)
	c.list.Refresh()
	c.list.Select(c.likeliest(words))
}

// likeliest returns the first page that has the words in its title, or else the
// first page.
func (c *pageChoice) likeliest(words []string) int {
	i := slices.IndexFunc(c.rows, func(row pageRow) bool { return row.page.ID != "" && hasWords(words, row.title) })
	if i < 0 {
		return c.firstPage()
	}
	return i
}

// hasWords reports whether a text has all of the words, which are in lower case.
func hasWords(words []string, text string) bool {
	text = strings.ToLower(text)
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

func (c *pageChoice) firstPage() int {
	return slices.IndexFunc(c.rows, func(row pageRow) bool { return row.page.ID != "" })
}

// take begins the selected page.
func (c *pageChoice) take() {
	if i := c.list.Selected(); i >= 0 {
		c.begin(c.rows[i])
	}
}

func (c *pageChoice) onFieldKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyDown || len(c.rows) == 0 {
		return false
	}
	c.focus(c.list)
	return true
}

// onListKey lets Up leave the first page for the field.
func (c *pageChoice) onListKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyUp || c.list.Selected() != c.firstPage() {
		return false
	}
	c.focus(c.field)
	return true
}

// newPageRow returns an empty row: a title, and below it what the page is for.
func newPageRow() fyne.CanvasObject {
	return widget.InsetXY(theme.Space3, theme.Space1, widget.NewStack(0,
		widget.NewText("", theme.ColorInk, theme.SizeText), widget.NewText("", theme.ColorMuted, theme.SizeSmall)))
}

func (c *pageChoice) showRow(i int, o fyne.CanvasObject) {
	row, lines := c.rows[i], o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	title, about := lines[0].(*widget.Text), lines[1].(*widget.Text)
	about.Bold = row.page.ID == ""
	if about.Bold { // close to its pages
		title.SetText("")
		about.SetText(row.title)
	} else {
		title.SetText(row.title)
		about.SetText(row.page.About)
	}
	about.Refresh()
}

// rowsHigh gives its objects the height of some rows.
type rowsHigh struct{ rows float32 }

func (rowsHigh) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (l rowsHigh) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.rows*newPageRow().MinSize().Height)
}
