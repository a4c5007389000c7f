package guide

import (
	"io/fs"
	"time"

	"mend/journal"
)

const sampleFile = "sample/sample.toml"

// sample is the sample file. Its days count back from the day it is opened.
type sample struct {
	Profile   sampleProfile
	Entries   []sampleEntry
	Ticks     []sampleTick
	States    []sampleState
	Promises  []samplePromise
	Goals     []sampleGoal
	Prompts   []samplePrompt
	Contacts  []sampleContact
	Questions []sampleQuestion
}

type sampleProfile struct {
	Role         journal.Role
	Path         journal.Path
	Guide        string
	ReviewInDays int `toml:"review_in_days"` // days from today to the review
}

// moment is a time of day some days ago.
type moment struct {
	DaysAgo int    `toml:"days_ago"` // at least 1, so that nothing lies ahead
	Time    string // "15:04"
}

type sampleEntry struct {
	moment
	ID            string
	Title         string
	Body          string
	Feelings      []journal.Feeling
	Before, After int
	Tags          []string
	Stage, Step   string
	Promise       string // id of a sample promise
	Page          string
	Fields        map[string]string
	Days          map[string]int    // fields that hold a day: so many days from today
	Moments       map[string]moment // fields that hold a moment
	KeepOut       bool              `toml:"keep_out"`
	NoLookBack    bool              `toml:"no_look_back"`
	SealedInDays  int               `toml:"sealed_in_days"` // days from today, or 0
	Starred       bool
}

type sampleTick struct {
	moment
	Step string
	Done bool
	Note string
}

type sampleState struct {
	moment
	Stage  string
	State  journal.StateName
	Reason string
}

// LoadSample puts the sample journal of sample/sample.toml in fsys into sink:
// a profile, then entries, ticks, stage states, promises, goals and what is the
// person's own. All of it lies in the months before now, in now's zone, and
// everything has the same id every time. Nothing
// is put in unless the whole file keeps its rules; an error of sink ends it.
func LoadSample(fsys fs.FS, now time.Time, sink journal.Sink) error {
	var s sample
	if err := decode(fsys, sampleFile, &s); err != nil {
		return err
	}
	c := &checker{file: sampleFile}
	in := s.resolve(c, now)
	if err := c.err(); err != nil {
		return err
	}
	return in.putInto(sink)
}
