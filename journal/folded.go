package journal

import (
	"slices"
	"strings"
)

// settingFolded lists what the person folded away, settingOpened what they
// opened although it comes folded; one id a line.
const (
	settingFolded = "folded"
	settingOpened = "opened"
)

// The ids under which things that are neither stage nor step are folded. A page
// is folded as FoldPage and its id, a suggestion as FoldSuggestion and its id.
const (
	FoldPage          = "page:"
	FoldSuggestion    = "suggestion:"
	FoldDeck          = "deck"           // the questions for two
	FoldPartnerPreset = "preset:partner" // of the summary: the choices for one's partner
	FoldSelfCheck     = FoldPage + "ten-habits"
)

// IsFolded reports whether what has the id is folded away; comesFolded says
// whether it is unless the person opened it.
func (p Profile) IsFolded(id string, comesFolded bool) bool {
	if slices.Contains(Lines(p.Settings[settingFolded]), id) {
		return true
	}
	return comesFolded && !slices.Contains(Lines(p.Settings[settingOpened]), id)
}

// Folded lists the ids of what is folded away, in the order in which it was. It
// lacks what comes folded and was never opened.
func (p Profile) Folded() []string { return Lines(p.Settings[settingFolded]) }

// Fold folds the things with the ids away, as the person may at any time.
func (p *Profile) Fold(ids ...string) { p.move(settingOpened, settingFolded, ids) }

// Unfold opens the things with the ids.
func (p *Profile) Unfold(ids ...string) { p.move(settingFolded, settingOpened, ids) }

func (p *Profile) move(from, to string, ids []string) {
	was := slices.DeleteFunc(Lines(p.Settings[from]), func(id string) bool { return slices.Contains(ids, id) })
	now := Lines(p.Settings[to])
	for _, id := range ids {
		if !slices.Contains(now, id) {
			now = append(now, id)
		}
	}
	p.set(from, strings.Join(was, "\n"))
	p.set(to, strings.Join(now, "\n"))
}

// FoldForSafety folds away what may be unwise where there is fear, force or
// control, as far as the care file names it: talks for two, compromise,
// closeness, forgiving, telling where one is, the habits self-check, and the
// summary for one's partner. What a person does for themselves alone stays
// open. Nothing else is kept of why.
func (p *Profile) FoldForSafety(c Care) { p.Fold(append(slices.Clone(c.Folds), FoldPartnerPreset)...) }

// Offered returns the suggestions that are not folded away, in their order.
func (p Profile) Offered(suggestions []Suggestion) []Suggestion {
	return slices.DeleteFunc(slices.Clone(suggestions), func(s Suggestion) bool {
		return p.IsFolded(FoldSuggestion+s.ID, false)
	})
}
