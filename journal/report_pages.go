package journal

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// showFields returns what was filled in on the guided page of e: in the page's
// order, and then what the page does not know, by key.
func (b *reportBuilder) showFields(e Entry) []ReportField {
	page, _ := FindPage(b.req.Pages, e.Page)
	var shown []ReportField
	group := ""
	for _, f := range page.Fields {
		if f.Group != "" {
			group = f.Group
		}
		if told, ok := b.showField(f, e.Fields[f.Key]); ok {
			told.Group, group = group, ""
			shown = append(shown, told)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(e.Fields)) {
		_, known := page.Field(key)
		text := e.Fields[key]
		if known || strings.TrimSpace(text) == "" || !b.tellsField(e, key) {
			continue
		}
		shown = append(shown, ReportField{Label: b.fieldLabel(e, key), Text: text})
	}
	return shown
}

// tellsField reports whether a field of e that no page knows may be told: what
// stands beside the feelings goes with them, and what was asked stands above
// the text.
func (b *reportBuilder) tellsField(e Entry, key string) bool {
	switch {
	case key == FieldEarlier, e.Page == "" && key == FieldAsked:
		return false
	case e.Page == "" && (key == FieldFeltIn || key == FieldNeed):
		return b.report.Has(SectionFeelings)
	}
	return true
}

func (b *reportBuilder) fieldLabel(e Entry, key string) string {
	switch {
	case e.Page != "":
	case key == FieldFeltIn:
		return b.report.Words.FeltIn
	case key == FieldNeed:
		return b.report.Words.Need
	}
	return readable(key)
}

// showField puts the value of a page's field into words, or returns false if
// there is nothing to tell. A value that is not of the field's kind, from
// another version of the page, is told as it is.
func (b *reportBuilder) showField(f PageField, value string) (ReportField, bool) {
	if strings.TrimSpace(value) == "" || f.Kind == FieldFeelings && !b.report.Has(SectionFeelings) {
		return ReportField{}, false
	}
	shown := ReportField{Label: f.Label, Text: value}
	if f.Check(value) != nil {
		return shown, true
	}
	switch f.Kind {
	case FieldRating:
		shown.Text, shown.Short, shown.Given = b.report.Words.RatedText(f, value), true, true
	case FieldDate:
		shown.Text, shown.Date, shown.Short = "", value, true
	case FieldChoice, FieldChecklist:
		shown.Text, shown.Given = f.optionsText(value)
		shown.Short = true
	case FieldFeelings:
		feelings, _ := ParseFeelingLines(value) // it was checked
		shown.Text, shown.Short = b.report.Words.FeelingsText(feelings), true
	case FieldSideBySide:
		shown.Text, shown.Sides = "", f.sides(value)
	}
	return shown, true
}

// optionsText returns what was chosen, one a line, by the labels of the options
// or in the person's own words; given reports that there are none of those.
func (f PageField) optionsText(value string) (text string, given bool) {
	lines := Lines(value)
	given = true
	for i, line := range lines {
		if o, ok := f.Option(line); ok {
			lines[i] = o.Label
		} else {
			given = false
		}
	}
	return strings.Join(lines, "\n"), given
}

// sides returns the two texts of a side-by-side field, without an empty one.
func (f PageField) sides(value string) []ReportSide {
	left, right := SplitSides(value)
	sides := []ReportSide{{Label: f.Left, Text: left}, {Label: f.Right, Text: right}}
	return slices.DeleteFunc(sides, func(s ReportSide) bool { return strings.TrimSpace(s.Text) == "" })
}

// RatedText puts the value of a rating field into words, with what its ends
// stand for: "3 of 5, from “a guess” to “they told me”".
func (w ReportWords) RatedText(f PageField, value string) string {
	if f.Low == "" || f.High == "" {
		return fmt.Sprintf(w.Rated, value)
	}
	return fmt.Sprintf(w.RatedEnds, value, f.Low, f.High)
}

// DateText puts the value of a date field into words, with its time of day if
// it has one.
func (w ReportWords) DateText(value string, home *time.Location) string {
	if day, err := ParseDay(value); err == nil {
		return w.CalendarText(day)
	}
	if t, err := time.Parse(time.RFC3339Nano, value); err == nil {
		return w.Moment(t, home)
	}
	return value
}
