package journal

import (
	"slices"
	"strings"
	"time"
)

// Waits reports whether the answer o can't be given yet at now, because the day
// or moment it waits for, which is in fields, is still to come. Without one
// there is nothing to wait for.
func (o Option) Waits(fields map[string]string, now time.Time) bool {
	value := fields[o.Until]
	if t, err := time.Parse(time.RFC3339Nano, value); err == nil {
		return t.After(now)
	}
	day, err := ParseDay(value)
	return o.Until != "" && err == nil && day > DayOf(now)
}

// Check returns nil if value can be kept in f, else an InvalidError. Every
// field may be empty.
func (f PageField) Check(value string) error {
	if value == "" {
		return nil
	}
	name := "field " + f.Key
	if err := CheckText(name, value, MaxText); err != nil {
		return err
	}
	switch f.Kind {
	case FieldRating:
		if len(value) != 1 || value < "1" || value > "5" {
			return invalid(name, "it is not a number from 1 to 5")
		}
	case FieldDate:
		return f.checkDate(name, value)
	case FieldFeelings:
		_, err := ParseFeelingLines(value)
		return err
	case FieldChoice:
		return checkLine(name, value, MaxTitle)
	case FieldChecklist:
		for _, line := range Lines(value) {
			if err := checkLine(name, line, MaxTitle); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f PageField) checkDate(name, value string) error {
	if _, err := ParseDay(value); err == nil {
		return nil
	}
	if !f.Clock {
		return invalid(name, "it is not a day written as YYYY-MM-DD")
	}
	t, err := time.Parse(time.RFC3339Nano, value)
	if err != nil {
		return invalid(name, "it is neither RFC 3339 nor a day written as YYYY-MM-DD")
	}
	return checkMoment(t)
}

// Lines splits a value of several lines, without those that are empty.
func Lines(value string) []string {
	var lines []string
	for line := range strings.SplitSeq(value, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// sideMark is the line that stands between the two texts of side by side. A
// line of the left one that is it, with any number of spaces behind, gets a
// space more, so that it is not taken for the mark.
const sideMark = "||"

// JoinSides makes the value of a side-by-side field of its two texts. It is
// empty if both are. SplitSides gives back exactly what was joined.
func JoinSides(left, right string) string {
	lines := strings.Split(left, "\n")
	for i, line := range lines {
		if strings.TrimRight(line, " ") == sideMark {
			lines[i] = line + " "
		}
	}
	if right != "" {
		lines = append(lines, sideMark, right)
	}
	return strings.Join(lines, "\n")
}

// SplitSides returns the two texts of a side-by-side field. A value without the
// line between them is all left.
func SplitSides(value string) (left, right string) {
	lines := strings.Split(value, "\n")
	if at := slices.Index(lines, sideMark); at >= 0 {
		right = strings.Join(lines[at+1:], "\n")
		lines = lines[:at]
	}
	for i, line := range lines {
		if strings.TrimRight(line, " ") == sideMark {
			lines[i] = strings.TrimSuffix(line, " ")
		}
	}
	return strings.Join(lines, "\n"), right
}

// ParseFeelingLines reads the value of a feelings field: one "word:3" a line,
// the last colon counts. A word without a number is of middle strength. It
// returns an InvalidError for a number that is not between 1 and 5 and for a
// word that stands twice.
func ParseFeelingLines(value string) ([]Feeling, error) {
	var feelings []Feeling
	for _, line := range Lines(value) {
		f := Feeling{Word: line, Intensity: 3}
		if at := strings.LastIndexByte(line, ':'); at >= 0 {
			if len(line) != at+2 || line[at+1] < '1' || line[at+1] > '5' {
				return nil, invalid("feeling", "its intensity is not between 1 and 5")
			}
			f = Feeling{Word: line[:at], Intensity: int(line[at+1] - '0')}
		}
		if err := f.Check(); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(feelings, func(g Feeling) bool { return g.Word == f.Word }) {
			return nil, invalid("feeling", "it stands twice")
		}
		feelings = append(feelings, f)
	}
	return feelings, nil
}

// FeelingLines writes feelings as ParseFeelingLines reads them.
func FeelingLines(feelings []Feeling) string {
	lines := make([]string, len(feelings))
	for i, f := range feelings {
		lines[i] = f.Word + ":" + string(rune('0'+f.Intensity))
	}
	return strings.Join(lines, "\n")
}
