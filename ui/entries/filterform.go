package entries

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/feeling"
	"mend/ui/form"
	"mend/ui/theme"
	"mend/ui/widget"
)

// filterForm shows what the search box asks for by controls, and writes what is
// chosen in them into the box.
type filterForm struct {
	search *search
	guides func() []journal.Guide // the one that is followed first

	stage, feeling, least, tag *widget.Select
	from, to                   *widget.Field
	wrong                      *widget.Paragraph
	kinds                      map[journal.Kind]*widget.Chip
	starred, keptOut           *widget.Chip
	content                    fyne.CanvasObject
}

func newFilterForm(guides func() []journal.Guide, s *search) *filterForm {
	f := &filterForm{search: s, guides: guides, kinds: make(map[journal.Kind]*widget.Chip)}
	f.stage = widget.NewSelect(f.stageTitles(), f.onStage)
	f.feeling = widget.NewSelect([]string{anyFeeling()}, f.onFeeling)
	f.least = widget.NewSelect(strengths(), f.onLeast)
	f.tag = widget.NewSelect([]string{anyTag()}, f.onTag)
	f.from, f.to = widget.NewField("2026-01"), widget.NewField("2026-03-14")
	for _, field := range []*widget.Field{f.from, f.to} {
		field.OnSubmitted = func(string) { f.onDays() }
		field.OnFocus = func(focused bool) {
			if !focused {
				f.onDays()
			}
		}
	}
	f.wrong = widget.NewParagraph("")
	f.wrong.SetColor(theme.ColorWarning)
	f.wrong.Hide()
	marks := widget.NewFlow(theme.Space1)
	for _, k := range journal.Kinds() {
		f.kinds[k] = widget.NewChip(kindTitle(k), func() { f.onKind(k) })
		marks.Add(f.kinds[k])
	}
	f.starred = widget.NewChip(lang.L("Starred"), func() { f.search.Edit(func(e *journal.EntryFilter) { e.Starred = !e.Starred }) })
	f.keptOut = widget.NewChip(lang.L("Kept out"), func() { f.search.Edit(func(e *journal.EntryFilter) { e.KeptOut = !e.KeptOut }) })
	marks.Add(f.starred)
	marks.Add(f.keptOut)
	f.content = widget.NewStack(theme.Space2, named(lang.L("Stage"), f.stage), named(lang.L("Feeling"), f.feeling),
		named(lang.L("At least"), f.least), named(lang.L("Tag"), f.tag),
		named(lang.L("From"), f.from), named(lang.L("To"), f.to), f.wrong, marks)
	return f
}

// named puts a name before a control.
func named(name string, control fyne.CanvasObject) fyne.CanvasObject {
	label := widget.NewText(name, theme.ColorMuted, theme.SizeSmall)
	return container.NewBorder(nil, nil, fixedWidth(container.New(middleLayout{}, label), "At least 0"), nil, control)
}

func anyStage() string   { return lang.L("Any stage") }
func anyFeeling() string { return lang.L("Any feeling") }
func anyTag() string     { return lang.L("Any tag") }

// strengths lists how strong a feeling may have been at least, from any on.
func strengths() []string {
	out := []string{lang.L("However strong")}
	for i := 2; i <= feeling.Strongest; i++ {
		out = append(out, feeling.IntensityWord(i))
	}
	return out
}

func (f *filterForm) stageTitles() []string {
	titles := []string{anyStage()}
	for _, s := range f.guides()[0].Stages {
		titles = append(titles, s.Title)
	}
	return titles
}

// Offer offers the feelings and tags in use.
func (f *filterForm) Offer(feelings []journal.FeelingUse, tags []string) {
	f.feeling.Options = []string{anyFeeling()}
	for _, use := range feelings {
		f.feeling.Options = append(f.feeling.Options, use.Word)
	}
	f.tag.Options = append([]string{anyTag()}, tags...)
}

// first returns what gets the focus when the form opens.
func (f *filterForm) first() fyne.Focusable {
	f.Show(f.search.Query())
	return f.stage
}

// Show shows a filter.
func (f *filterForm) Show(filter journal.EntryFilter) {
	var stages, feelings []string
	for _, id := range filter.Stages {
		stages = append(stages, journal.StageTitle(f.guides(), id))
	}
	for _, feeling := range filter.Feelings {
		feelings = append(feelings, feeling.Word)
	}
	f.stage.Options = f.stageTitles()
	f.stage.ShowSelected(summed(stages, anyStage()))
	f.feeling.ShowSelected(summed(feelings, anyFeeling()))
	f.tag.ShowSelected(summed(filter.Tags, anyTag()))
	f.showLeast(filter.Feelings)
	f.from.SetText(string(filter.From))
	f.to.SetText(string(filter.To))
	f.tell("")
	for k, chip := range f.kinds {
		chip.SetSelected(k == filter.Kind)
	}
	f.starred.SetSelected(filter.Starred)
	f.keptOut.SetSelected(filter.KeptOut)
}

// showLeast shows how strong the last feeling was at least.
func (f *filterForm) showLeast(feelings []journal.Feeling) {
	least := 0
	if len(feelings) > 0 {
		least = feelings[len(feelings)-1].Intensity
		f.least.Enable()
	} else {
		f.least.Disable()
	}
	f.least.ShowSelected(strengths()[max(least-1, 0)])
}

// summed is what a Select shows for several words.
func summed(words []string, none string) string {
	switch len(words) {
	case 0:
		return none
	case 1:
		return words[0]
	}
	return lang.L("{{.First}} and {{.More}} more", map[string]any{"First": words[0], "More": len(words) - 1})
}

func (f *filterForm) onStage(title string) {
	f.search.Edit(func(e *journal.EntryFilter) {
		e.Stages = nil
		for _, s := range f.guides()[0].Stages {
			if s.Title == title {
				e.Stages = []string{s.ID}
			}
		}
	})
}

// onFeeling keeps the least strength for the other feeling.
func (f *filterForm) onFeeling(word string) {
	f.search.Edit(func(e *journal.EntryFilter) {
		least := 0
		if len(e.Feelings) > 0 {
			least = e.Feelings[len(e.Feelings)-1].Intensity
		}
		e.Feelings = nil
		if word != anyFeeling() {
			e.Feelings = []journal.Feeling{{Word: word, Intensity: least}}
		}
	})
}

func (f *filterForm) onLeast(strength string) {
	f.search.Edit(func(e *journal.EntryFilter) {
		if n := len(e.Feelings); n > 0 {
			least := slices.Index(strengths(), strength)
			if least > 0 {
				least++ // there is no choice of 1: it is any
			}
			e.Feelings[n-1].Intensity = least
		}
	})
}

func (f *filterForm) onTag(tag string) {
	f.search.Edit(func(e *journal.EntryFilter) {
		e.Tags = nil
		if tag != anyTag() {
			e.Tags = []string{tag}
		}
	})
}

func (f *filterForm) onKind(k journal.Kind) {
	f.search.Edit(func(e *journal.EntryFilter) {
		if e.Kind == k {
			k = ""
		}
		e.Kind = k
	})
}

// onDays takes over the days that were typed, or says how they are written.
func (f *filterForm) onDays() {
	now := f.search.Query()
	first, ok := f.day(f.from.Text, false)
	last, too := f.day(f.to.Text, true)
	if !ok || !too {
		f.tell(lang.L(journal.NotADay.Explain()))
		return
	}
	if first != now.From || last != now.To {
		f.search.Edit(func(e *journal.EntryFilter) { e.From, e.To = first, last })
	}
}

// day reads a day, or the first or the last one of a month or a year; nothing
// is no day.
func (f *filterForm) day(typed string, last bool) (journal.Day, bool) {
	if typed == "" {
		return "", true
	}
	if day, ok := form.ParseDay(typed); ok {
		return day, true
	}
	from, to, ok := journal.DaysNamed(typed, f.search.known().Today)
	if last {
		return to, ok
	}
	return from, ok
}

func (f *filterForm) tell(wrong string) {
	f.wrong.SetText(wrong)
	widget.Show(f.wrong, wrong != "")
}
