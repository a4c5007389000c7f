package form

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/feeling"
)

// Plain returns what is filled in on a page as text to read: each question with
// its answer below it, in the order of the page, and then what it does not ask.
// Moments are told in the zone of now.
func Plain(p journal.Page, values map[string]string, now time.Time) []string {
	var parts []string
	for _, pf := range p.Fields {
		if answer := strings.TrimSpace(plainAnswer(pf, values[pf.Key], now)); answer != "" {
			parts = append(parts, pf.Label+"\n"+answer)
		}
	}
	rest := Form{page: p, values: values}
	for _, key := range rest.restKeys() {
		parts = append(parts, journal.PageTitle(nil, key)+"\n"+values[key])
	}
	return parts
}

func plainAnswer(pf journal.PageField, value string, now time.Time) string {
	if strings.TrimSpace(value) == "" {
		return ""
	}
	switch pf.Kind {
	case journal.FieldFeelings:
		return plainFeelings(value)
	case journal.FieldRating:
		return plainRating(pf, value)
	case journal.FieldChoice:
		return optionWords(pf, value)
	case journal.FieldChecklist:
		var lines []string
		for _, line := range journal.Lines(value) {
			lines = append(lines, "– "+optionWords(pf, line))
		}
		return strings.Join(lines, "\n")
	case journal.FieldDate:
		return whenWords(value, now)
	case journal.FieldSideBySide:
		left, right := journal.SplitSides(value)
		return pf.Left + ":\n" + left + "\n" + pf.Right + ":\n" + right
	}
	return value
}

func plainFeelings(value string) string {
	list, err := journal.ParseFeelingLines(value)
	if err != nil {
		return value
	}
	var words []string
	for _, one := range list {
		words = append(words, one.Word+" · "+feeling.IntensityWord(one.Intensity))
	}
	return strings.Join(words, ", ")
}

// plainRating says the number, and at an end what it stands for.
func plainRating(pf journal.PageField, value string) string {
	word := map[string]string{"1": pf.Low, "5": pf.High}[value]
	if word == "" {
		return lang.L("{{.N}} of 5", map[string]any{"N": value})
	}
	return lang.L("{{.N}} of 5: {{.Word}}", map[string]any{"N": value, "Word": word})
}

func optionWords(pf journal.PageField, id string) string {
	if o, ok := pf.Option(id); ok {
		return o.Label
	}
	return id
}
