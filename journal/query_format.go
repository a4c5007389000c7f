package journal

import (
	"strconv"
	"strings"
)

// FormatQuery writes f in the language of ParseQuery, which reads the same back:
// the filters first, in one order, then the words. Days, LookBack, InBin, Limit
// and Offset have no place in the language.
func FormatQuery(f EntryFilter) string {
	var parts []string
	add := func(name, value string) { parts = append(parts, name+":"+value) }
	for _, s := range f.Stages {
		add(keyStage, quote(s))
	}
	if f.Step != "" {
		add(keyStep, quote(f.Step))
	}
	for _, feeling := range f.Feelings {
		add(keyFeeling, quote(feeling.Word)+formatLeast(feeling.Intensity))
	}
	for _, tag := range f.Tags {
		add(keyTag, quote(tag))
	}
	parts = append(parts, formatDays(f.From, f.To)...)
	if f.Kind != "" {
		add(keyKind, quote(string(f.Kind)))
	}
	if f.Starred {
		add(keyIs, markStarred)
	}
	if f.KeptOut {
		add(keyIs, markKeptOut)
	}
	if f.Query != "" {
		parts = append(parts, f.Query) // last: a quote in it may be left open
	}
	return strings.Join(parts, " ")
}

func formatLeast(strength int) string {
	if strength == 0 {
		return ""
	}
	return ">=" + strconv.Itoa(strength)
}

// formatDays writes a period as shortly as it can be said.
func formatDays(from, to Day) []string {
	if from != "" && to != "" {
		for _, n := range []int{len("2006"), len("2006-01"), len("2006-01-02")} {
			if first, last, ok := DaysNamed(short(from, n), ""); ok && first == from && last == to {
				return []string{keyOn + ":" + short(from, n)}
			}
		}
	}
	var parts []string
	if from != "" {
		parts = append(parts, keyFrom+":"+string(from))
	}
	if to != "" {
		parts = append(parts, keyTo+":"+string(to))
	}
	return parts
}

// short returns the first n characters of d: its year, or its month.
func short(d Day, n int) string { return string(d)[:min(n, len(d))] }
