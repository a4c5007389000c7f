package journal

import (
	"slices"

	"github.com/google/uuid"
)

// Section is a part of the reflection summary that can be left out.
type Section string

// The sections of a reflection summary.
const (
	SectionProfile  Section = "profile"
	SectionStages   Section = "stages"
	SectionFeelings Section = "feelings"
	SectionPromises Section = "promises"
	SectionInsights Section = "insights"
	SectionEntries  Section = "entries"
)

// Sections lists every section in the order it is printed.
func Sections() []Section {
	return []Section{SectionProfile, SectionStages, SectionFeelings, SectionPromises, SectionInsights, SectionEntries}
}

// ParseSection returns the section named s, or an InvalidError.
func ParseSection(s string) (Section, error) {
	if i := slices.Index(Sections(), Section(s)); i >= 0 {
		return Sections()[i], nil
	}
	return "", invalid("section", "it is none of profile, stages, feelings, promises, insights, entries")
}

// Choice says what a reflection summary is to hold. The zero Choice takes
// everything that may be shown. Keep-out entries and letters still sealed are
// never taken, whatever it says.
type Choice struct {
	From     Day      // first day, in each entry's own zone
	To       Day      // last day, inclusive
	Stages   []string // stage ids; none means all
	Without  []Section
	LeaveOut []uuid.UUID // entries not to be shown
	Initials bool        // capitalised names to initials
}
