package terminal

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// fillIn puts the page that is filled in, and what is given for its fields, into
// e. An entry that names no stage belongs to the one its page is at home in.
func (a *addCommand) fillIn(c *call, e *journal.Entry) error {
	if a.Page == nil {
		if len(a.Field) > 0 {
			return misuse(lang.L("A field belongs to a guided page, and none is named."), lang.L("Name the page with --page, or leave --field out."))
		}
		return nil
	}
	page, ok := journal.FindPage(c.Pages, *a.Page)
	if !ok {
		return misuse(lang.L("There is no guided page with that id."), seePages())
	}
	e.Page = page.ID
	if e.Stage == "" && len(page.Stages) > 0 {
		e.Stage = page.Stages[0]
	}
	given, err := sortFields(page, a.Field)
	if err != nil {
		return err
	}
	e.Fields = make(map[string]string)
	for key, values := range given {
		field, _ := page.Field(key)
		if e.Fields[key], err = fieldValue(field, values); err != nil {
			return err
		}
	}
	if err := page.CheckFields(e.Fields); err != nil {
		return err
	}
	return c.checkWaiting(page, e.Fields)
}

// sortFields reads KEY=VALUE and returns the values of each key of the page that
// is given one, in their order.
func sortFields(page journal.Page, flags []string) (map[string][]string, error) {
	given := make(map[string][]string)
	for _, flag := range flags {
		key, value, ok := strings.Cut(flag, "=")
		if !ok {
			return nil, misuse(lang.L("A field is a key, an equals sign and a value."), lang.L("Write it as in --field moment=\"Tea on the steps.\""))
		}
		if _, ok := page.Field(key); !ok {
			return nil, misuse(lang.L("The page has no field with that key."), seePages())
		}
		if value != "" {
			given[key] = append(given[key], value)
		}
	}
	return given, nil
}

// fieldValue is what a field keeps of the values it is given, of which there is
// one at least. Only lines and sides can be given one by one.
func fieldValue(f journal.PageField, values []string) (string, error) {
	switch f.Kind {
	case journal.FieldChecklist:
		return checkedLines(f, values), nil
	case journal.FieldFeelings:
		feelings, err := journal.ParseFeelingLines(strings.Join(values, "\n"))
		return journal.FeelingLines(feelings), err
	case journal.FieldSideBySide:
		if len(values) == 2 {
			return journal.JoinSides(values[0], values[1]), nil
		}
	}
	if len(values) > 1 {
		return "", misuse(lang.L("A field is given more values than it has room for."),
			lang.L("Only a checklist and feelings take several, and side by side takes two."))
	}
	if f.Kind == journal.FieldChoice {
		return optionID(f, values[0]), nil
	}
	return values[0], nil
}

// checkedLines is what a checklist keeps: one line for each thing that is ticked.
func checkedLines(f journal.PageField, values []string) string {
	var lines []string
	for _, line := range journal.Lines(strings.Join(values, "\n")) {
		if id := optionID(f, line); !slices.Contains(lines, id) {
			lines = append(lines, id)
		}
	}
	return strings.Join(lines, "\n")
}

// optionID returns the id of the option that has answer as its id or label, and
// answer itself where it is in the person's own words.
func optionID(f journal.PageField, answer string) string {
	if _, ok := f.Option(answer); ok {
		return answer
	}
	for _, o := range f.Options {
		if strings.EqualFold(o.Label, strings.TrimSpace(answer)) {
			return o.ID
		}
	}
	return answer
}

// checkWaiting refuses an answer whose day has not come.
func (c *call) checkWaiting(page journal.Page, fields map[string]string) error {
	for _, f := range page.Fields {
		for _, id := range journal.Lines(fields[f.Key]) {
			if o, ok := f.Option(id); ok && o.Waits(fields, c.Now()) {
				return misuse(lang.L("One of the answers can't be given yet: it waits for the day that the page names."),
					lang.L("Choose another answer for now, or an earlier day."))
			}
		}
	}
	return nil
}

func seePages() string {
	return lang.L("Run mend pages to see the ids of the pages and the keys of their fields.")
}
