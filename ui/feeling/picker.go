package feeling

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Place is where a picker stands.
type Place interface {
	Focus(fyne.Focusable)
	// Grown is told when the picker takes more or less room.
	Grown()
	// Reveal brings a part of the picker into view.
	Reveal(fyne.CanvasObject)
}

// Picker lets the person name a feeling by a tap on a word, by a family and a
// word of it, or by typing; and then say how strong it is.
type Picker struct {
	// OnPick is told the word that was tapped or typed.
	OnPick func(word string)
	// OnRate is told how strong the feeling is.
	OnRate func(word string, intensity int)
	// Now has it ask how strong a feeling is, not how strong it was.
	Now bool
	// OnDrop is told the word that was tapped again.
	OnDrop func(word string)

	// What it consists of, from top to bottom, all within Content.
	Content fyne.CanvasObject
	Field   *widget.Field
	About   *widget.Text // what the words are
	Words   *fyne.Container
	Rating  *fyne.Container // how strong; hidden while that is not asked
	Asked   *widget.Text
	Dots    *Dots
	Groups  *fyne.Container

	vocabulary Vocabulary
	group      string // whose words are shown
	named      []journal.Feeling
	rated      string   // word whose strength is asked
	ids        []string // of the groups that are shown
	in         Place
}

// NewPicker returns a picker of the families' words that stands
// in a place.
func NewPicker(families []journal.FeelingFamily, in Place) *Picker {
	p := &Picker{vocabulary: Vocabulary{Families: families}, in: in}
	p.Field = widget.NewField(lang.L("Type a word, or choose below"))
	p.Field.OnChanged = func(string) { p.typed() }
	p.Field.OnSubmitted = func(string) { p.submit() }
	p.Field.OnKey = p.onFieldKey
	p.About = widget.NewText("", theme.ColorMuted, theme.SizeSmall)
	p.Words, p.Groups = widget.NewFlow(theme.Space2), widget.NewFlow(theme.Space2)
	p.Asked = widget.NewText("", theme.ColorInk, theme.SizeText)
	p.Dots = NewDots()
	p.Dots.OnChanged = func(intensity int) { p.OnRate(p.rated, intensity) }
	p.Dots.OnEnter = func() { p.in.Focus(p.Field) }
	p.Rating = widget.NewStack(theme.Space1, p.Asked, p.Dots)
	p.Rating.Hide()
	kinds := widget.NewText(lang.L("More words, by kind"), theme.ColorMuted, theme.SizeSmall)
	p.Content = widget.NewStack(theme.Space3, p.Field,
		widget.NewStack(theme.Space1, p.About, p.Words), p.Rating, widget.NewStack(theme.Space1, kinds, p.Groups))
	return p
}

// Begin shows the words that are offered first, with the feelings that are
// named already.
func (p *Picker) Begin(named []journal.Feeling) {
	p.named, p.group, p.rated = named, NoGroup, ""
	p.Field.SetText("")
	p.Rating.Hide()
	p.showGroups()
	p.showWords()
}

// Named shows which feelings are named now.
func (p *Picker) Named(named []journal.Feeling) {
	p.named = named
	if !p.isNamed(p.rated) {
		p.rated = ""
		p.Rating.Hide()
	}
	p.showWords()
}

// Rate asks how strong the feeling is, and puts the focus on the answer.
func (p *Picker) Rate(f journal.Feeling) {
	p.rated = f.Word
	p.Asked.SetText(p.question(f.Word))
	p.Dots.Set(f.Intensity)
	p.Rating.Show()
	p.showWords()
	p.in.Focus(p.Dots)
	p.in.Reveal(p.Rating)
}

// question asks how strong a feeling is; if no other is named, without saying it
// again.
func (p *Picker) question(word string) string {
	about := map[string]any{"Word": word}
	switch {
	case !p.Now:
		return lang.L("How strong was it: {{.Word}}?", about)
	case len(p.named) > 1:
		return lang.L("How strong is it: {{.Word}}?", about)
	}
	return lang.L("How strong is it?")
}

// Rated puts away what asks how strong a feeling is.
func (p *Picker) Rated() {
	p.rated = ""
	p.Rating.Hide()
	p.in.Grown()
}

// SetVocabulary gives the words there are, if they are others than before.
func (p *Picker) SetVocabulary(v Vocabulary) {
	if p.vocabulary.Equal(v) {
		return
	}
	p.vocabulary = v
	p.showGroups()
	p.showWords()
}

// typed offers what fits, and puts away what was asked and chosen before.
func (p *Picker) typed() {
	p.rated = ""
	p.Rating.Hide()
	p.tick(NoGroup)
	p.showWords()
}

// submit takes the first word that is offered for what was typed.
func (p *Picker) submit() {
	offered, _ := p.offered()
	if strings.TrimSpace(p.Field.Text) == "" || len(offered) == 0 {
		return
	}
	p.Field.SetText("")
	p.OnPick(offered[0])
}

func (p *Picker) isNamed(word string) bool {
	return slices.ContainsFunc(p.named, func(f journal.Feeling) bool { return f.Word == word })
}

func (p *Picker) showGroups() {
	p.Groups.RemoveAll()
	p.ids = nil
	for _, g := range p.vocabulary.Groups() {
		p.ids = append(p.ids, g.ID)
		p.Groups.Add(p.groupChip(g))
	}
	p.tick(p.group)
}

// groupChip returns what shows the words of a group. Enter goes on to the
// first of them.
func (p *Picker) groupChip(g Group) *widget.Chip {
	chip := widget.NewChip(g.Title, func() { p.chooseGroup(g.ID) })
	walk := Walker(p.in.Focus, p.Groups, chip, p.firstWord, func() fyne.Focusable { return nil })
	chip.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
			return walk(ev)
		}
		p.chooseGroup(g.ID)
		p.in.Focus(p.firstWord())
		return true
	}
	return chip
}

func (p *Picker) chooseGroup(id string) {
	p.Field.SetText("")
	p.tick(id)
	p.showWords()
	p.in.Reveal(p.Field)
}

// tick marks the group whose words are shown.
func (p *Picker) tick(id string) {
	p.group = id
	for n, chip := range p.Groups.Objects {
		chip.(*widget.Chip).SetSelected(p.ids[n] == id)
	}
	p.Groups.Refresh() // a marked chip is wider
}

func (p *Picker) showWords() {
	offered, about := p.offered()
	p.Words.RemoveAll()
	for _, word := range offered {
		p.Words.Add(p.wordChip(word))
	}
	p.About.SetText(about)
	widget.Show(p.Words, len(offered) > 0)
	widget.Show(p.About, len(offered) > 0)
	p.in.Grown()
}

func (p *Picker) wordChip(word string) *widget.Chip {
	label := word
	if !p.isNamed(word) && !p.vocabulary.IsKnown(word) {
		label = lang.L("Add “{{.Word}}”", map[string]any{"Word": word})
	}
	chip := widget.NewChip(label, nil)
	chip.SetSelected(p.isNamed(word))
	chip.OnKey = Walker(p.in.Focus, p.Words, chip,
		func() fyne.Focusable { return p.Field }, func() fyne.Focusable { return ChipAt(p.Groups, 0) })
	chip.OnTap = func() {
		if p.isNamed(word) {
			p.OnDrop(word)
			p.in.Focus(p.Field)
			return
		}
		p.Field.SetText("")
		p.OnPick(word)
	}
	return chip
}

// onFieldKey leads from the field down to the words.
func (p *Picker) onFieldKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyDown || len(p.Words.Objects) == 0 {
		return false
	}
	p.in.Focus(p.firstWord())
	return true
}

// firstWord returns the first of the words that are shown, or nil.
func (p *Picker) firstWord() fyne.Focusable { return ChipAt(p.Words, 0) }

// offered returns the words that are to be chosen from, and what they are.
func (p *Picker) offered() (words []string, about string) {
	switch typed := strings.TrimSpace(p.Field.Text); {
	case typed != "":
		return p.vocabulary.Fitting(typed), lang.L("Words that fit; Enter takes the first")
	case p.group != NoGroup:
		return p.vocabulary.Offered(p.group), p.vocabulary.Title(p.group)
	case len(p.vocabulary.Used) > 0:
		return p.vocabulary.First(), lang.L("Words you use, and a few others")
	}
	return p.vocabulary.First(), lang.L("A few to begin with")
}
