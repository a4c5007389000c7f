package entries

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/feeling"
	"mend/ui/theme"
	"mend/ui/widget"
)

// wordbook is where the person looks after the words for feelings: renames
// their own, hides any, and has hidden ones offered again. It opens in the
// drawer.
type wordbook struct {
	// OnRename is told a word of the person's own and what it is to be.
	OnRename func(from, to string)
	// OnHide is told whether the word is to be hidden.
	OnHide func(word string, hide bool)

	vocabulary feeling.Vocabulary
	group      string // whose words are shown
	word       string // that is looked at, or none

	none    *widget.Paragraph
	groups  *fyne.Container
	words   *fyne.Container
	about   *widget.Paragraph // the word
	field   *widget.Field
	told    *widget.Paragraph // what renaming it will do
	rename  *widget.Button
	hide    *widget.Button
	acts    *fyne.Container // the buttons
	change  *fyne.Container // the field and what belongs to it
	chosen  *fyne.Container
	content fyne.CanvasObject
	drawer  *drawer
	back    func()
}

func newWordbook(families []journal.FeelingFamily, d *drawer, back func()) *wordbook {
	b := &wordbook{vocabulary: feeling.Vocabulary{Families: families}, drawer: d, back: back, group: feeling.OwnWords}
	b.none = widget.NewMutedParagraph("")
	b.groups, b.words = widget.NewFlow(theme.Space2), widget.NewFlow(theme.Space2)
	b.about, b.told = widget.NewParagraph(""), widget.NewMutedParagraph("")
	b.field = widget.NewField("")
	b.field.OnChanged = func(string) { b.tell() }
	b.field.OnSubmitted = func(string) { b.submit() }
	b.rename = widget.NewButton(lang.L("Rename"), b.onRename)
	b.hide = widget.NewButton("", b.onHide)
	b.acts = widget.NewFlow(theme.Space2, b.rename, b.hide)
	b.change = widget.NewStack(theme.Space2, b.field, b.told)
	b.chosen = widget.NewStack(theme.Space2, widget.NewLine(), b.about, b.change,
		b.acts,
		widget.NewMutedParagraph(lang.L("A hidden word is not offered any more. What you have written keeps it.")))
	b.content = widget.NewStack(theme.Space3, b.groups, b.none, b.words, b.chosen)
	return b
}

// Open shows the words in the drawer, those of the person's own first.
func (b *wordbook) Open() {
	b.group, b.word = feeling.OwnWords, ""
	b.show()
	b.drawer.Show(lang.L("Your words"), b.content)
	b.drawer.done = b.back
	b.drawer.focus(feeling.ChipAt(b.groups, 0))
}

// SetVocabulary gives the words there are, if they are others than before.
func (b *wordbook) SetVocabulary(v feeling.Vocabulary) {
	if b.vocabulary.Equal(v) {
		return
	}
	b.vocabulary = v
	if b.drawer.Holds(b.content) {
		b.show()
	}
}

// choices returns the groups that are shown. The person's own words and the
// hidden ones are there even if they are none.
func (b *wordbook) choices() []feeling.Group {
	choices := []feeling.Group{{ID: feeling.OwnWords, Title: lang.L("My own words")}, {ID: feeling.HiddenWords, Title: lang.L("Hidden")}}
	for _, f := range b.vocabulary.Families {
		choices = append(choices, feeling.Group{ID: f.ID, Title: f.Title})
	}
	return choices
}

// show shows the groups, the words of one, and the word that is looked at.
func (b *wordbook) show() {
	b.groups.RemoveAll()
	for _, g := range b.choices() {
		chip := widget.NewChip(g.Title, func() { b.chooseGroup(g.ID) })
		chip.SetSelected(g.ID == b.group)
		chip.OnKey = feeling.Walker(b.drawer.focus, b.groups, chip,
			func() fyne.Focusable { return nil }, func() fyne.Focusable { return feeling.ChipAt(b.words, 0) })
		b.groups.Add(chip)
	}
	b.words.RemoveAll()
	for _, word := range b.vocabulary.All(b.group) {
		b.words.Add(b.wordChip(word))
	}
	b.none.SetText(b.whyNone())
	widget.Show(b.none, b.none.Text != "")
	widget.Show(b.words, len(b.words.Objects) > 0)
	b.showWord()
}

// whyNone says what to do where a group has no words.
func (b *wordbook) whyNone() string {
	switch {
	case len(b.words.Objects) > 0:
		return ""
	case b.group == feeling.HiddenWords:
		return lang.L("No word is hidden.")
	}
	return lang.L("You have no words of your own yet. Type one where you name a feeling, and it is yours. The words of each kind can be hidden.")
}

func (b *wordbook) wordChip(word string) *widget.Chip {
	label := word
	if b.group != feeling.HiddenWords && b.vocabulary.IsHidden(word) {
		label = lang.L("{{.Word}} (hidden)", map[string]any{"Word": word})
	}
	chip := widget.NewChip(label, func() { b.chooseWord(word) })
	chip.SetSelected(word == b.word)
	chip.OnKey = feeling.Walker(b.drawer.focus, b.words, chip,
		func() fyne.Focusable { return feeling.ChipAt(b.groups, 0) }, func() fyne.Focusable { return nil })
	return chip
}

func (b *wordbook) chooseGroup(id string) {
	b.group, b.word = id, ""
	b.show()
	for i, g := range b.choices() {
		if g.ID == id {
			b.drawer.focus(feeling.ChipAt(b.groups, i))
		}
	}
}

// chooseWord looks at a word, and puts the focus where it is changed.
func (b *wordbook) chooseWord(word string) {
	b.word = word
	b.field.SetText(word)
	b.show()
	var first fyne.Focusable = b.hide
	if b.isOwn() {
		first = b.field
		b.field.CaretToEnd()
	}
	b.drawer.focus(first)
	b.drawer.Reveal(b.chosen)
}

// isOwn reports whether the word that is looked at can be renamed.
func (b *wordbook) isOwn() bool {
	return !b.vocabulary.InFamily(b.word) && b.vocabulary.Entries(b.word) > 0
}

// showWord shows what can be done with the word that is looked at.
func (b *wordbook) showWord() {
	widget.Show(b.chosen, b.word != "")
	b.about.SetText(joinMarks("“"+b.word+"”", entriesNaming(b.vocabulary.Entries(b.word))))
	widget.Show(b.change, b.isOwn())
	widget.Show(b.rename, b.isOwn())
	b.hide.SetText(lang.L("Hide"))
	if b.vocabulary.IsHidden(b.word) {
		b.hide.SetText(lang.L("Offer it again"))
	}
	b.tell()
}

// wanted returns what the word is to be called, or "" if that is no change or
// can't be.
func (b *wordbook) wanted() string {
	to := strings.TrimSpace(b.field.Text)
	if to == b.word || !feeling.CanBeWord(to) {
		return ""
	}
	return to
}

// tell says what renaming will do before it is done.
func (b *wordbook) tell() {
	to, verb := b.wanted(), lang.L("Rename")
	text := lang.L("Type its new name. It changes in every entry, those in the bin too.")
	switch {
	case strings.TrimSpace(b.field.Text) != "" && to == "" && strings.TrimSpace(b.field.Text) != b.word:
		text = lang.L("A feeling is a few words at most: make it shorter.")
	case to != "" && b.vocabulary.IsKnown(to):
		verb = lang.L("Join the two")
		text = lang.L("“{{.To}}” is there already. The two become one in every entry, and can't be told apart afterwards. Where an entry has both, the stronger stays.",
			map[string]any{"To": to})
	}
	b.told.SetText(text)
	b.rename.SetText(verb)
	if to == "" {
		b.rename.Disable()
	} else {
		b.rename.Enable()
	}
	b.acts.Refresh() // a button may be wider
	b.drawer.changed()
}

// submit renames; but joining two words, which nothing undoes, is left to the
// button.
func (b *wordbook) submit() {
	switch to := b.wanted(); {
	case to == "":
	case b.vocabulary.IsKnown(to):
		b.drawer.focus(b.rename)
	default:
		b.onRename()
	}
}

func (b *wordbook) onRename() {
	if to := b.wanted(); to != "" {
		b.OnRename(b.word, to)
	}
}

// Renamed looks at a word under its new name.
func (b *wordbook) Renamed(from, to string) {
	if b.word == from {
		b.word = to
		b.field.SetText(to)
		b.drawer.focus(b.hide)
	}
}

func (b *wordbook) onHide() { b.OnHide(b.word, !b.vocabulary.IsHidden(b.word)) }

// entriesNaming says in how many entries a word is named.
func entriesNaming(n int) string {
	switch n {
	case 0:
		return lang.L("in no entry")
	case 1:
		return lang.L("in 1 entry")
	}
	return lang.L("in {{.Count}} entries", map[string]any{"Count": n})
}
