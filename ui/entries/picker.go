package entries

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// picker lets the person name a feeling by a tap on a word, by a family and a
// word of it, or by typing; and then say how strong it is.
type picker struct {
	// OnPick is told the word that was tapped or typed.
	OnPick func(word string)
	// OnRate is told how strong the feeling is.
	OnRate func(word string, intensity int)
	// OnDrop is told the word that was tapped again.
	OnDrop func(word string)

	vocabulary vocabulary
	group      string // whose words are shown
	named      []journal.Feeling
	rated      string // word whose strength is asked

	field   *widget.Field
	about   *widget.Text // what the words are
	words   *fyne.Container
	rating  *fyne.Container
	asked   *widget.Text
	dots    *dots
	groups  *fyne.Container
	ids     []string // of the groups that are shown
	content fyne.CanvasObject
	drawer  *drawer // it stands in
}

func newPicker(families []journal.FeelingFamily, d *drawer) *picker {
	p := &picker{vocabulary: vocabulary{families: families}, drawer: d}
	p.field = widget.NewField(lang.L("Type a word, or choose below"))
	p.field.OnChanged = func(string) { p.typed() }
	p.field.OnSubmitted = func(string) { p.submit() }
	p.field.OnKey = p.onFieldKey
	p.about = widget.NewText("", theme.ColorMuted, theme.SizeSmall)
	p.words, p.groups = widget.NewFlow(theme.Space2), widget.NewFlow(theme.Space2)
	p.asked = widget.NewText("", theme.ColorInk, theme.SizeText)
	p.dots = newDots()
	p.dots.OnChanged = func(intensity int) { p.OnRate(p.rated, intensity) }
	p.dots.OnEnter = func() { p.drawer.focus(p.field) }
	p.rating = widget.NewStack(theme.Space1, p.asked, p.dots)
	p.rating.Hide()
	kinds := widget.NewText(lang.L("More words, by kind"), theme.ColorMuted, theme.SizeSmall)
	p.content = widget.NewStack(theme.Space3, p.field,
		widget.NewStack(theme.Space1, p.about, p.words), p.rating, widget.NewStack(theme.Space1, kinds, p.groups))
	return p
}

// Begin shows the words that are offered first, with the feelings that are
// named already.
func (p *picker) Begin(named []journal.Feeling) {
	p.named, p.group, p.rated = named, noGroup, ""
	p.field.SetText("")
	p.rating.Hide()
	p.showGroups()
	p.showWords()
}

// Named shows which feelings are named now.
func (p *picker) Named(named []journal.Feeling) {
	p.named = named
	if !p.isNamed(p.rated) {
		p.rated = ""
		p.rating.Hide()
	}
	p.showWords()
}

// Rate asks how strong the feeling is, and puts the focus on the answer.
func (p *picker) Rate(f journal.Feeling) {
	p.rated = f.Word
	p.asked.SetText(lang.L("How strong was it: {{.Word}}?", map[string]any{"Word": f.Word}))
	p.dots.Set(f.Intensity)
	p.rating.Show()
	p.showWords()
	p.drawer.focus(p.dots)
	p.drawer.Reveal(p.rating)
}

// SetVocabulary gives the words there are, if they are others than before.
func (p *picker) SetVocabulary(v vocabulary) {
	if p.vocabulary.equal(v) {
		return
	}
	p.vocabulary = v
	p.showGroups()
	p.showWords()
}

// typed offers what fits, and puts away what was asked and chosen before.
func (p *picker) typed() {
	p.rated = ""
	p.rating.Hide()
	p.tick(noGroup)
	p.showWords()
}

// submit takes the first word that is offered for what was typed.
func (p *picker) submit() {
	offered, _ := p.offered()
	if strings.TrimSpace(p.field.Text) == "" || len(offered) == 0 {
		return
	}
	p.field.SetText("")
	p.OnPick(offered[0])
}

func (p *picker) isNamed(word string) bool {
	return slices.ContainsFunc(p.named, func(f journal.Feeling) bool { return f.Word == word })
}

func (p *picker) showGroups() {
	p.groups.RemoveAll()
	p.ids = nil
	for _, g := range p.vocabulary.Groups() {
		p.ids = append(p.ids, g.id)
		p.groups.Add(p.groupChip(g))
	}
	p.tick(p.group)
}

// groupChip returns what shows the words of a group. Enter goes on to the
// first of them.
func (p *picker) groupChip(g group) *widget.Chip {
	chip := widget.NewChip(g.title, func() { p.chooseGroup(g.id) })
	walk := walker(p.drawer.focus, p.groups, chip, p.firstWord, func() fyne.Focusable { return nil })
	chip.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
			return walk(ev)
		}
		p.chooseGroup(g.id)
		p.drawer.focus(p.firstWord())
		return true
	}
	return chip
}

func (p *picker) chooseGroup(id string) {
	p.field.SetText("")
	p.tick(id)
	p.showWords()
	p.drawer.Reveal(p.field)
}

// tick marks the group whose words are shown.
func (p *picker) tick(id string) {
	p.group = id
	for n, chip := range p.groups.Objects {
		chip.(*widget.Chip).SetSelected(p.ids[n] == id)
	}
	p.groups.Refresh() // a marked chip is wider
}

func (p *picker) showWords() {
	offered, about := p.offered()
	p.words.RemoveAll()
	for _, word := range offered {
		p.words.Add(p.wordChip(word))
	}
	p.about.SetText(about)
	show(p.words, len(offered) > 0)
	show(p.about, len(offered) > 0)
	p.drawer.changed()
}

func (p *picker) wordChip(word string) *widget.Chip {
	label := word
	if !p.isNamed(word) && !p.vocabulary.IsKnown(word) {
		label = lang.L("Add “{{.Word}}”", map[string]any{"Word": word})
	}
	chip := widget.NewChip(label, nil)
	chip.SetSelected(p.isNamed(word))
	chip.OnKey = walker(p.drawer.focus, p.words, chip,
		func() fyne.Focusable { return p.field }, func() fyne.Focusable { return chipAt(p.groups, 0) })
	chip.OnTap = func() {
		if p.isNamed(word) {
			p.OnDrop(word)
			p.drawer.focus(p.field)
			return
		}
		p.field.SetText("")
		p.OnPick(word)
	}
	return chip
}

// onFieldKey leads from the field down to the words.
func (p *picker) onFieldKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyDown || len(p.words.Objects) == 0 {
		return false
	}
	p.drawer.focus(p.firstWord())
	return true
}

// firstWord returns the first of the words that are shown, or nil.
func (p *picker) firstWord() fyne.Focusable { return chipAt(p.words, 0) }

// offered returns the words that are to be chosen from, and what they are.
func (p *picker) offered() (words []string, about string) {
	switch typed := strings.TrimSpace(p.field.Text); {
	case typed != "":
		return p.vocabulary.Fitting(typed), lang.L("Words that fit; Enter takes the first")
	case p.group != noGroup:
		return p.vocabulary.Offered(p.group), p.vocabulary.Title(p.group)
	case len(p.vocabulary.used) > 0:
		return p.vocabulary.First(), lang.L("Words you use, and a few others")
	}
	return p.vocabulary.First(), lang.L("A few to begin with")
}
