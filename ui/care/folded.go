package care

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// foldedThing is one thing that is folded away.
type foldedThing struct{ id, kind, title string }

// things lists what is folded away: stages, steps, pages, then the rest, each in
// the order in which it was folded.
func (s *Screen) things() []foldedThing {
	guides := s.deps.Guides()
	ids := s.profile.Folded()
	for _, stage := range guides[0].Stages {
		if stage.Folded && s.profile.IsFolded(stage.ID, true) && !slices.Contains(ids, stage.ID) {
			ids = append(ids, stage.ID)
		}
	}
	var stages, steps, pages, others []foldedThing
	for _, id := range ids {
		page, isPage := strings.CutPrefix(id, journal.FoldPage)
		suggestion, isSuggestion := strings.CutPrefix(id, journal.FoldSuggestion)
		stage, _, isStep := strings.Cut(id, ".")
		switch {
		case isPage:
			pages = append(pages, foldedThing{id, lang.L("Guided page"), journal.PageTitle(s.deps.Pages, page)})
		case isSuggestion:
			others = append(others, foldedThing{id, lang.L("Suggested promise"), s.suggestion(suggestion)})
		case id == journal.FoldDeck:
			others = append(others, foldedThing{id, lang.L("For two"), lang.L("Questions to ask each other")})
		case id == journal.FoldPartnerPreset:
			others = append(others, foldedThing{id, lang.L("In the summary"), lang.L("The choices for your partner")})
		case isStep:
			steps = append(steps, foldedThing{id, lang.L("Step in {{.Stage}}", map[string]any{"Stage": journal.StageTitle(guides, stage)}), journal.StepTitle(guides, id)})
		default:
			stages = append(stages, foldedThing{id, lang.L("Stage"), journal.StageTitle(guides, id)})
		}
	}
	return slices.Concat(stages, steps, pages, others)
}

// suggestion returns the text of a suggested promise.
func (s *Screen) suggestion(id string) string {
	for _, one := range s.deps.Suggestions {
		if one.ID == id {
			return one.Text
		}
	}
	return id
}

// foldedList lists what is folded away, each with what opens it again.
func (s *Screen) foldedList() fyne.CanvasObject {
	things := s.things()
	list := widget.NewStack(theme.Space2, section(lang.L("What is folded away"),
		lang.L("Folded means closed and nothing else: it looks the same whatever the reason, and what you keep in it stays. Stages and some of their parts can be folded by hand too, on the Path.")))
	if line := s.undoLine("folded"); line != nil {
		list.Add(line)
	}
	switch {
	case len(things) == 0:
		list.Add(widget.NewParagraph(lang.L("Nothing is.")))
	case !s.listed:
		list.Add(widget.NewRow(0, s.names.Add("list", widget.NewButton(countWord(len(things)), s.list))))
	default:
		for i, thing := range things {
			list.Add(s.foldedRow(thing, things[min(i+1, len(things)-1)]))
		}
		list.Add(widget.NewQuietRow(s.names.Add("open all", widget.NewQuietButton(lang.L("Open all of it"), func() { s.openAll(things) }))))
	}
	return list
}

func countWord(n int) string {
	if n == 1 {
		return lang.L("Show the one thing that is")
	}
	return lang.L("Show the {{.Count}} things that are", map[string]any{"Count": n})
}

// list shows what is folded away.
func (s *Screen) list() {
	s.listed = true
	s.turnTo("open " + s.things()[0].id)
}

// foldedRow is one thing with what opens it; the focus goes on to next then.
func (s *Screen) foldedRow(thing, next foldedThing) fyne.CanvasObject {
	kind := widget.NewMutedParagraph(thing.kind)
	kind.TextSize = theme.SizeSmall
	open := s.names.Add("open "+thing.id, widget.NewQuietButton(lang.L("Open"), func() {
		s.changeProfile(func(p *journal.Profile) { p.Unfold(thing.id) }, func() {
			s.undone, s.next = nil, "open "+next.id
		})
	}))
	return container.NewBorder(nil, nil, nil, container.NewVBox(widget.NewQuietRow(open)),
		widget.InsetXY(0, theme.Space1, widget.NewStack(0, widget.NewParagraph(thing.title), kind)))
}

// openAll opens everything that is folded away, and offers to fold it again.
func (s *Screen) openAll(things []foldedThing) {
	var ids []string
	for _, thing := range things {
		ids = append(ids, thing.id)
	}
	s.changeProfile(func(p *journal.Profile) { p.Unfold(ids...) }, func() {
		s.offerUndo("folded", lang.L("All of it is open."), func() {
			s.changeProfile(func(p *journal.Profile) { p.Fold(ids...) }, func() { s.undone = nil })
		})
	})
}
