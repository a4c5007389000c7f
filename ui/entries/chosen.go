package entries

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/feeling"
)

// chosen is one choice of a filter, in words.
type chosen struct {
	label   string
	without func(*journal.EntryFilter) // takes it back
}

// chosenBy lists what filter chooses by beside words.
func chosenBy(filter journal.EntryFilter, guides []journal.Guide) []chosen {
	var all []chosen
	add := func(label string, without func(*journal.EntryFilter)) { all = append(all, chosen{label, without}) }
	for i, id := range filter.Stages {
		add(journal.StageTitle(guides, id), func(f *journal.EntryFilter) { f.Stages = slices.Delete(f.Stages, i, i+1) })
	}
	if filter.Step != "" {
		add(journal.StepTitle(guides, filter.Step), func(f *journal.EntryFilter) { f.Step = "" })
	}
	for i, feeling := range filter.Feelings {
		add(atLeast(feeling), func(f *journal.EntryFilter) { f.Feelings = slices.Delete(f.Feelings, i, i+1) })
	}
	for i, tag := range filter.Tags {
		add("#"+tag, func(f *journal.EntryFilter) { f.Tags = slices.Delete(f.Tags, i, i+1) })
	}
	if filter.From != "" || filter.To != "" {
		add(periodTitle(filter.From, filter.To), func(f *journal.EntryFilter) { f.From, f.To = "", "" })
	}
	if filter.Kind != "" {
		add(kindTitle(filter.Kind), func(f *journal.EntryFilter) { f.Kind = "" })
	}
	if filter.Starred {
		add(lang.L("Starred"), func(f *journal.EntryFilter) { f.Starred = false })
	}
	if filter.KeptOut {
		add(lang.L("Kept out"), func(f *journal.EntryFilter) { f.KeptOut = false })
	}
	return all
}

// atLeast names a feeling, and how strong it was at least.
func atLeast(f journal.Feeling) string {
	switch f.Intensity {
	case 0, 1:
		return f.Word
	case feeling.Strongest:
		return lang.L("{{.Feeling}}, {{.Strength}}", map[string]any{"Feeling": f.Word, "Strength": feeling.IntensityWord(f.Intensity)})
	}
	return lang.L("{{.Feeling}}, {{.Strength}} or more", map[string]any{"Feeling": f.Word, "Strength": feeling.IntensityWord(f.Intensity)})
}

// kindTitle names a kind of entry.
func kindTitle(k journal.Kind) string {
	switch k {
	case journal.KindEntry:
		return lang.L("Written freely")
	case journal.KindPage:
		return lang.L("Guided pages")
	}
	return lang.L("Sealed letters")
}

// periodTitle names the days from first to last, either of which may be none.
func periodTitle(first, last journal.Day) string {
	switch {
	case first == last:
		return dates.Day(first)
	case last == "":
		return lang.L("From {{.Day}}", map[string]any{"Day": dates.Day(first)})
	case first == "":
		return lang.L("Until {{.Day}}", map[string]any{"Day": dates.Day(last)})
	}
	return lang.L("{{.First}} to {{.Last}}", map[string]any{"First": dates.Day(first), "Last": dates.Day(last)})
}
