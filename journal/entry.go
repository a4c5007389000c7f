package journal

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Entry is one piece of writing about one moment.
type Entry struct {
	ID      uuid.UUID
	At      time.Time // the moment it is about, in the zone it was lived in
	Created time.Time
	Edited  time.Time

	Title    string
	Body     string // Markdown
	Feelings []Feeling
	Before   int // how the person felt before writing: 1 to 5, 0 not given
	After    int // and after
	Tags     []string

	Stage   string // stage id, or none
	Step    string // step id, or none
	Promise string // promise id, or none

	Page   string            // guided-page id, or none
	Fields map[string]string // the guided page's values by field key; without a page, FieldFeltIn, FieldNeed and FieldAsked

	KeepOut     bool // never in a summary
	NoLookBack  bool // never brought back by look-back
	Starred     bool
	SealedUntil Day       // a letter's text is shown from this day on
	Deleted     time.Time // when it went to the bin; zero if it is not there
}

// Revision is an earlier text of an entry.
type Revision struct {
	At     time.Time // when this text was last edited
	Title  string
	Body   string
	Fields map[string]string
}

// EntrySummary is what a list shows of an entry.
type EntrySummary struct {
	ID        uuid.UUID
	At        time.Time
	Title     string
	FirstLine string // see Entry.FirstLine
	Snippet   string // of the text around a found word, one that the title lacks if there is one
	Feelings  []Feeling
	Stage     string
	Step      string
	Page      string
	Tags      []string
	KeepOut   bool
	Starred   bool
	Sealed    bool // a letter that waits for its day; it has no FirstLine until then
}

// FirstLineRunes is how much of a body a list keeps, in runes.
const FirstLineRunes = 160

// FirstLine returns the first line of the body, at most FirstLineRunes of it. A
// guided page without a body has that of the first field, by key, that holds
// more than a word.
func (e Entry) FirstLine() string {
	line := FirstLine(e.Body, FirstLineRunes)
	if line != "" || e.Page == "" {
		return line
	}
	for _, key := range slices.Sorted(maps.Keys(e.Fields)) {
		if line := firstSaid(e.Fields[key]); line != "" {
			return line
		}
	}
	return ""
}

// firstSaid returns the first line of a field's value if it is of several words
// and does not name a feeling.
func firstSaid(value string) string {
	left, right := SplitSides(value)
	line := cmp.Or(FirstLine(left, FirstLineRunes), FirstLine(right, FirstLineRunes))
	named := len(line) > 2 && line[len(line)-2] == ':' && line[len(line)-1] >= '1' && line[len(line)-1] <= '5'
	if named || !strings.Contains(line, " ") {
		return ""
	}
	return line
}

// Empty reports whether e has nothing in it that a person put there. Links,
// stars, marks and a question alone are nothing; a guided page that was added on purpose is
// something, even with nothing filled in: where a page is only opened, Unfilled
// tells whether it is to be kept.
func (e Entry) Empty() bool {
	return strings.TrimSpace(e.Title) == "" && strings.TrimSpace(e.Body) == "" &&
		len(e.Feelings) == 0 && len(e.Tags) == 0 && e.Before == 0 && e.After == 0 && e.Page == "" && !e.answered()
}

// Unfilled reports whether e has nothing in it beside the guided page it is on,
// and beside the letter it is a newer version of.
func (e Entry) Unfilled() bool {
	e.Page = ""
	if _, ok := e.Fields[FieldEarlier]; ok {
		e.Fields = maps.Clone(e.Fields)
		delete(e.Fields, FieldEarlier)
	}
	return e.Empty()
}

// answered reports whether there is anything in a field beside what was asked.
func (e Entry) answered() bool {
	for key, text := range e.Fields {
		if key != FieldAsked && strings.TrimSpace(text) != "" {
			return true
		}
	}
	return false
}

// Check returns nil if e can be kept: ErrEmptyEntry if there is nothing in it,
// an InvalidError if a field breaks a rule. It does not know which stages,
// steps and pages exist.
func (e Entry) Check() error {
	if e.Empty() {
		return ErrEmptyEntry
	}
	if err := checkMoment(e.At); err != nil {
		return err
	}
	for _, text := range []struct {
		field, value string
		limit        int
	}{
		{"title", e.Title, MaxTitle}, {"body", e.Body, MaxText},
		{"stage", e.Stage, MaxWord}, {"step", e.Step, MaxWord},
		{"promise", e.Promise, MaxWord}, {"page", e.Page, MaxWord},
	} {
		if err := CheckText(text.field, text.value, text.limit); err != nil {
			return err
		}
	}
	if strings.ContainsAny(e.Title, "\n\r") {
		return invalid("title", "it must be on one line")
	}
	return e.checkLists()
}

func (e Entry) checkLists() error {
	if len(e.Feelings) > MaxTags || len(e.Tags) > MaxTags || len(e.Fields) > MaxTags {
		return invalid("entry", "it has more than 100 tags, feelings or fields")
	}
	for _, f := range e.Feelings {
		if err := f.Check(); err != nil {
			return err
		}
	}
	for _, tag := range e.Tags {
		if err := checkWord("tag", tag); err != nil {
			return err
		}
	}
	for key, value := range e.Fields {
		if err := checkWord("field", key); err != nil {
			return err
		}
		if err := CheckText("field", value, MaxText); err != nil {
			return err
		}
	}
	if e.Before < 0 || e.Before > 5 || e.After < 0 || e.After > 5 {
		return invalid("rating", "it is not between 1 and 5")
	}
	if e.SealedUntil != "" {
		if _, err := ParseDay(string(e.SealedUntil)); err != nil {
			return err
		}
	}
	return nil
}

// SameText reports whether the texts of e and other are the same, whatever
// else differs.
func (e Entry) SameText(other Entry) bool {
	return e.Title == other.Title && e.Body == other.Body && maps.Equal(e.Fields, other.Fields)
}

// Clone returns a copy that shares no memory that can change with e.
func (e Entry) Clone() Entry {
	e.Feelings = slices.Clone(e.Feelings)
	e.Tags = slices.Clone(e.Tags)
	e.Fields = maps.Clone(e.Fields)
	return e
}
