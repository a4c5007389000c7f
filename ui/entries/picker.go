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

// wordsOffered is how many words are offered for what is typed.
const wordsOffered = 12

// picker lets the person name a feeling in two taps, a family and a word, or by
// typing; and then say how strong it is.
type picker struct {
	// OnPick is told the word that was tapped or typed.
	OnPick func(word string)
	// OnRate is told how strong the feeling is.
	OnRate func(word string, intensity int)
	// OnDrop is told the word that was tapped again.
	OnDrop func(word string)

	families []journal.FeelingFamily
	own      []string // words the person has used that no family has
	family   int      // whose words are shown, or -1
	named    []journal.Feeling
	rated    string // word whose strength is asked

	field   *widget.Field
	titles  *fyne.Container // families
	words   *fyne.Container
	rating  *fyne.Container
	asked   *widget.Text
	dots    *dots
	content fyne.CanvasObject
	drawer  *drawer // it stands in
}

func newPicker(families []journal.FeelingFamily, d *drawer) *picker {
	p := &picker{families: families, family: -1, drawer: d}
	p.field = widget.NewField(lang.L("Type a word, or choose below"))
	p.field.OnChanged = func(string) { p.typed() }
	p.field.OnSubmitted = func(string) { p.submit() }
	p.titles, p.words = widget.NewFlow(theme.Space2), widget.NewFlow(theme.Space2)
	p.asked = widget.NewText("", theme.ColorInk, theme.SizeText)
	p.dots = newDots()
	p.dots.OnChanged = func(intensity int) { p.OnRate(p.rated, intensity) }
	p.dots.OnEnter = func() { p.drawer.focus(p.field) }
	p.rating = widget.NewStack(theme.Space1, p.asked, p.dots)
	p.rating.Hide()
	p.content = widget.NewStack(theme.Space3, p.field, p.titles, p.words, p.rating)
	return p
}

// Begin shows the families, with the feelings that are named already.
func (p *picker) Begin(named []journal.Feeling) {
	p.named, p.family, p.rated = named, -1, ""
	p.field.SetText("")
	p.rating.Hide()
	p.showFamilies()
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
	p.drawer.ScrollToEnd()
}

// SetOwn gives the words the person has used before.
func (p *picker) SetOwn(used []journal.FeelingUse) {
	p.own = nil
	for _, use := range used {
		if !p.inFamily(use.Word) {
			p.own = append(p.own, use.Word)
		}
	}
}

func (p *picker) inFamily(word string) bool {
	return slices.ContainsFunc(p.families, func(f journal.FeelingFamily) bool { return slices.Contains(f.Words, word) })
}

// isKnown reports whether the word is one that is offered without being typed.
func (p *picker) isKnown(word string) bool { return p.inFamily(word) || slices.Contains(p.own, word) }

// typed offers what fits, and puts away what was asked and chosen before.
func (p *picker) typed() {
	p.rated = ""
	p.rating.Hide()
	p.tick(-1)
	p.showWords()
}

// submit takes the first word that is offered for what was typed.
func (p *picker) submit() {
	offered := p.offered()
	if p.field.Text == "" || len(offered) == 0 {
		return
	}
	p.field.SetText("")
	p.OnPick(offered[0])
}

func (p *picker) isNamed(word string) bool {
	return slices.ContainsFunc(p.named, func(f journal.Feeling) bool { return f.Word == word })
}

func (p *picker) showFamilies() {
	p.titles.RemoveAll()
	for i, f := range p.families {
		p.titles.Add(p.familyChip(f.Title, i))
	}
	if len(p.own) > 0 {
		p.titles.Add(p.familyChip(lang.L("My own words"), len(p.families)))
	}
}

// familyChip returns what chooses family i. Enter goes on to its first word.
func (p *picker) familyChip(title string, i int) *widget.Chip {
	chip := widget.NewChip(title, func() { p.chooseFamily(i) })
	chip.SetSelected(i == p.family)
	chip.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
			return false
		}
		p.chooseFamily(i)
		if len(p.words.Objects) > 0 {
			p.drawer.focus(p.words.Objects[0].(fyne.Focusable))
		}
		return true
	}
	return chip
}

func (p *picker) chooseFamily(i int) {
	p.field.SetText("")
	p.tick(i)
	p.showWords()
}

// tick marks the family whose words are shown; -1 is none.
func (p *picker) tick(family int) {
	p.family = family
	for n, chip := range p.titles.Objects {
		chip.(*widget.Chip).SetSelected(n == family)
	}
}

func (p *picker) showWords() {
	p.words.RemoveAll()
	for _, word := range p.offered() {
		p.words.Add(p.wordChip(word))
	}
	show(p.words, len(p.words.Objects) > 0)
	p.drawer.changed()
}

func (p *picker) wordChip(word string) fyne.CanvasObject {
	label := word
	if !p.isNamed(word) && !p.isKnown(word) {
		label = lang.L("Add “{{.Word}}”", map[string]any{"Word": word})
	}
	chip := widget.NewChip(label, nil)
	chip.SetSelected(p.isNamed(word))
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

// offered returns the words that fit what was typed, the typed word itself
// last if it is the person's own; or else the words of the chosen family.
func (p *picker) offered() []string {
	typed := strings.TrimSpace(p.field.Text)
	switch {
	case typed != "":
		return p.fitting(typed)
	case p.family == len(p.families):
		return p.own
	case p.family >= 0:
		return p.families[p.family].Words
	}
	return nil
}

func (p *picker) fitting(typed string) []string {
	var fit []string
	exact := false
	add := func(word string) {
		if len(fit) < wordsOffered && journal.BeginsWith(word, typed) && !slices.Contains(fit, word) {
			fit = append(fit, word)
			exact = exact || strings.EqualFold(word, typed)
		}
	}
	for _, f := range p.families {
		for _, word := range f.Words {
			add(word)
		}
	}
	for _, word := range p.own {
		add(word)
	}
	if !exact && (journal.Feeling{Word: typed, Intensity: medium}).Check() == nil {
		fit = append(fit, typed)
	}
	return fit
}
