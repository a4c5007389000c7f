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
	From    Day      // first day, in each entry's own zone
	To      Day      // last day, inclusive
	Stages  []string // stage ids; none means all
	Without []Section
	// WithoutNotes tells promises without why they matter to the person and
	// without what they noted beside them.
	WithoutNotes bool
	LeaveOut     []uuid.UUID // entries not to be shown
	Only         []uuid.UUID // no other entries are shown; nil: all may be
	Excerpts     []uuid.UUID // entries of which the beginning alone is shown
	Initials     bool        // capitalised names to initials
	Spare        []string    // words that are not shortened although they look like names

	Line  string     // a line of the person's own, at the top; or none
	First *FirstPage // the first page for somebody who helps; nil: none
}

// FirstPage is what the person says themselves on a first page for somebody who
// helps them, such as a counsellor. Each may be empty. The page tells more: the
// stages being worked on and why, the promises with what was observed, and what
// comes next.
type FirstPage struct {
	Happened string // in a line or two
	Wants    string // of the meeting
	Topics   string // and questions, one a line
	Shifted  string // what has changed, in words
}
