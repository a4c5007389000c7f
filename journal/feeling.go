package journal

import (
	"maps"
	"slices"
	"strings"
)

// The fields that an entry without a guided page may have beside its feelings.
const (
	FieldFeltIn = "felt-in" // where in the body it was felt
	FieldNeed   = "need"    // what the person needs
)

// Feeling is a feeling word with how strong it was.
type Feeling struct {
	Word      string
	Intensity int // 1 (faint) to 5 (overwhelming)
}

// Check returns nil if the feeling can be kept, else an InvalidError.
func (f Feeling) Check() error {
	if err := checkWord("feeling", f.Word); err != nil {
		return err
	}
	if f.Intensity < 1 || f.Intensity > 5 {
		return invalid("feeling", "its intensity is not between 1 and 5")
	}
	return nil
}

// FeelingFamily is a group of related feeling words.
type FeelingFamily struct {
	ID       string
	Title    string
	Pleasant bool     // whether the family feels good to have
	Energy   string   // "high" or "low"
	Words    []string // in the order they are offered
}

// FeelingUse says in how many entries a feeling is named.
type FeelingUse struct {
	Word    string
	Entries int // outside the bin
}

// RenameFeeling returns feelings with to in the place of from. Where that names
// to more than once, it stands at the first place with the strongest intensity.
// Without from among them they come back as they are.
func RenameFeeling(feelings []Feeling, from, to string) []Feeling {
	if from == to || !slices.ContainsFunc(feelings, func(f Feeling) bool { return f.Word == from }) {
		return feelings
	}
	var renamed []Feeling
	at := -1 // the place of to
	for _, f := range feelings {
		if f.Word == from {
			f.Word = to
		}
		switch {
		case f.Word != to:
			renamed = append(renamed, f)
		case at < 0:
			at = len(renamed)
			renamed = append(renamed, f)
		default:
			renamed[at].Intensity = max(renamed[at].Intensity, f.Intensity)
		}
	}
	return renamed
}

// settingHidden is the setting that lists the hidden feeling words, one a line:
// a word has no line break.
const settingHidden = "hidden-feelings"

// HiddenFeelings returns the words that are not offered any more, in the order
// they were hidden.
func (p Profile) HiddenFeelings() []string {
	if p.Settings[settingHidden] == "" {
		return nil
	}
	return strings.Split(p.Settings[settingHidden], "\n")
}

// HideFeeling has the word not offered any more, or offered again. Entries
// that name it are not touched by that.
func (p *Profile) HideFeeling(word string, hide bool) {
	hidden := slices.DeleteFunc(p.HiddenFeelings(), func(other string) bool { return other == word })
	if hide {
		hidden = append(hidden, word)
	}
	p.set(settingHidden, strings.Join(hidden, "\n"))
}

const (
	settingAskBefore = "ask-before-writing"
	settingOn        = "on"
)

// AsksBefore reports whether the person wants to be asked how they are when
// they begin an entry. Nobody is until they say so.
func (p Profile) AsksBefore() bool { return p.Settings[settingAskBefore] == settingOn }

// AskBefore changes whether the person is asked how they are when they begin
// an entry.
func (p *Profile) AskBefore(on bool) {
	value := ""
	if on {
		value = settingOn
	}
	p.set(settingAskBefore, value)
}

// set changes one setting; an empty value removes it. The map that p shared
// with others stays as it is.
func (p *Profile) set(key, value string) {
	p.Settings = maps.Clone(p.Settings)
	if value == "" {
		delete(p.Settings, key)
		return
	}
	if p.Settings == nil {
		p.Settings = make(map[string]string)
	}
	p.Settings[key] = value
}
