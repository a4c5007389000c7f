package guides

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// desk shows the guide that is being changed: what can be done with all of it,
// its stages on the left, and the page of one of them.
type desk struct {
	content *fyne.Container
	head    *fyne.Container
	list    *fyne.Container
	rows    map[string]*widget.Pressable // of the stages, by name
	page    *fyne.Container
	scroll  *container.Scroll // of the page
	fold    *widget.Fold
	sides   [2]fyne.CanvasObject // the list and the page
	back    *widget.Button       // to the list, in a narrow window
}

func (s *Screen) newDesk() *desk {
	d := &desk{head: widget.NewStack(theme.Space1), list: widget.NewStack(0), page: widget.NewStack(theme.Space6)}
	d.back = widget.NewQuietButton(lang.L("All stages"), func() {
		d.fold.Turn(false)
		s.refocus("stage " + s.stage)
	})
	d.scroll = container.NewVScroll(widget.NewColumn(widget.InsetXY(0, theme.Space6, d.page)))
	d.sides[0] = container.NewVScroll(widget.InsetXY(theme.Space1, theme.Space3, d.list))
	d.sides[1] = widget.NewFrame(widget.NewColumn(widget.NewRow(0, d.back)), d.scroll, nil)
	d.fold = &widget.Fold{OnChange: d.onFold}
	head := container.NewBorder(nil, widget.NewLine(), nil, nil, widget.InsetXY(theme.Space1+theme.Space4, theme.Space2, d.head))
	d.content = widget.NewFrame(head, container.New(d.fold, d.sides[0], d.sides[1]), nil)
	d.onFold()
	return d
}

// onFold shows what there is room for.
func (d *desk) onFold() {
	widget.Show(d.sides[0], !d.fold.Narrow || !d.fold.Page)
	widget.Show(d.sides[1], !d.fold.Narrow || d.fold.Page)
	widget.Show(d.back, d.fold.Narrow)
	if d.content != nil {
		d.content.Refresh()
	}
}

// showDesk shows the guide that is open.
func (s *Screen) showDesk(g journal.OwnGuide) {
	if _, ok := g.Stage(s.stage); !ok {
		s.stage, s.part = g.Stages[0].ID, ""
	}
	stage, _ := g.Stage(s.stage)
	s.desk.head.Objects = s.deskHead(g)
	s.listStages(g)
	s.desk.page.Objects = s.stagePage(g, stage)
	s.desk.content.Refresh()
}

func (s *Screen) deskHead(g journal.OwnGuide) []fyne.CanvasObject {
	acts := widget.NewFlow(theme.Space1,
		s.named("shelf", widget.NewQuietButton(lang.L("All guides"), s.toShelf)))
	add := func(name, verb string, act func()) { acts.Add(s.named(name, widget.NewQuietButton(verb, act))) }
	if len(s.past) > 0 {
		add("undo", lang.L("Undo"), func() { s.Undo() })
	}
	if !s.isFollowed(g.ID) {
		add("follow "+g.ID, lang.L("Follow this guide"), func() { s.follow(g.ID) })
	}
	add("name", lang.L("Name and purpose…"), func() { s.askName(g) })
	if g.HasHidden() {
		add("show all", lang.L("Show all that is hidden"), func() { s.act(journal.OwnGuide.ShowAll) })
	}
	if base, ok := s.origin(g); ok { // the last, since it takes much away
		add("restore", lang.L("Restore all…"), func() { s.askRestore(g, base) })
	}
	return []fyne.CanvasObject{widget.InsetXY(-theme.Space2, 0, acts), titled(g.Title, theme.SizeTitle)}
}

func (s *Screen) askName(g journal.OwnGuide) {
	dialogs.AskWords(s.deps.Window, dialogs.WordsQuestion{
		Title: lang.L("The guide's name"), Verb: lang.L("Keep"), Blanks: nameBlanks(g.Title, g.About),
	}, func(texts []string) {
		s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.Rename(texts[0], texts[1]) })
	})
}

// askStage adds a stage to the phase of the one whose page shows.
func (s *Screen) askStage(g journal.OwnGuide) {
	here, _ := g.Stage(s.stage)
	dialogs.AskWords(s.deps.Window, dialogs.WordsQuestion{
		Title: lang.L("A stage of your own"), Text: lang.L("It goes behind the others of this phase; you can move it."),
		Verb: lang.L("Add the stage"), Blanks: stageBlanks(journal.StageWords{}),
	}, func(texts []string) {
		id := journal.NewOwnID()
		s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) {
			return g.AddStage(id, here.Phase, stageWords(texts))
		})
		s.choose(id)
	})
}

func stageBlanks(w journal.StageWords) []dialogs.Blank {
	return []dialogs.Blank{
		{Label: lang.L("Title"), Value: w.Title, Needed: lang.L("Give the stage a title.")},
		{Label: lang.L("What it is for"), Value: w.Purpose, Lines: 3},
		{Label: lang.L("When to go gently"), Value: w.Caution, Lines: 3},
	}
}

func stageWords(texts []string) journal.StageWords {
	return journal.StageWords{Title: texts[0], Purpose: texts[1], Caution: texts[2]}
}

func (s *Screen) askRestore(g journal.OwnGuide, base journal.Guide) {
	dialogs.Confirm(s.deps.Window, dialogs.Question{
		Title: said("Restore “{{.Title}}”?", g.Title),
		Text: said("Every stage and step goes back to the words and the order it has in “{{.Title}}”, and what you added goes. What you ticked and wrote stays. Until you leave this guide, Undo brings it all back.",
			base.Title),
		Verb: lang.L("Restore the guide"),
	}, func() {
		s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.Restore(base) })
	})
}
