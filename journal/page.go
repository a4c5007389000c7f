package journal

import "slices"

// Page is a guided page: an entry whose form is data. What is filled in is kept
// in the entry's Fields, by the keys of the page's fields; the entry's body
// stays free for anything else. Pages are read-only data whose ids and keys
// never change.
type Page struct {
	ID      string
	Title   string
	About   string   // what it is for, one or two sentences
	Caution string   // when to go gently, or not at all; or none
	Ending  string   // said when it is done for today; or none
	Kind    PageKind // what else Mend does with it; or none
	Stages  []string // ids of the stages it belongs to, the one it is at home in first
	For     Audience // whom it is written for
	Paths   []Path   // the paths it is for; none: all
	Every   Rhythm   // how often at most it is meant to be filled in; or none
	Sources []Source // whose ideas it carries
	Fields  []PageField
}

// PageKind names what Mend does with some pages beside keeping them.
type PageKind string

// The kinds with a meaning of their own. A page without a kind is only kept.
const (
	PageCoolingOff PageKind = "cooling-off" // its field "back-at" is when the person returns
	PageApology    PageKind = "apology"     // stands on the timeline of promises
	PageLetter     PageKind = "letter"      // can be sealed until a day, and compared then
	PageFacts      PageKind = "facts"       // what the plain-facts mode offers
)

// FieldBackAt is the field of a page of the kind PageCoolingOff that holds the
// moment of return.
const FieldBackAt = "back-at"

// FieldEarlier is the field of a letter that was written again: the id of the
// earlier one. No page shows it as a field.
const FieldEarlier = "earlier"

// Rhythm is how often at most a page is meant to be filled in.
type Rhythm string

// The rhythms. AnyTime has no bound.
const (
	AnyTime Rhythm = ""
	Weekly  Rhythm = "week"
	Monthly Rhythm = "month"
)

// PageField is one question of a guided page.
type PageField struct {
	Key   string
	Kind  FieldKind
	Label string   // the question
	Hint  string   // a sentence below it, or none
	Group string   // a heading above it, where it begins a new part; or none
	For   Audience // whom it is shown to; none: all

	Options     []Option // of choice and checklist
	Theirs      bool     // of feelings: not the person's own, but somebody else's as they see them
	Low, High   string   // of a rating: what 1 and 5 stand for
	Left, Right string   // of side by side: what stands above each
	Clock       bool     // of a date: it has a time of day too
	Soon        []string // of a date: spans offered from now, such as "20m", "3h", "24h", "168h"
	Lasts       bool     // of a date: Soon says how long, not when
	Marks       []string // of a text: words that are gently marked, in lower case
	MarkHint    string   // what is said where one of Marks stands
}

// FieldKind is what a field holds.
type FieldKind string

// The kinds of fields. How each is kept in Entry.Fields is said beside it.
const (
	FieldText       FieldKind = "text"         // Markdown
	FieldFeelings   FieldKind = "feelings"     // "word:3", one a line; see ParseFeelingLines
	FieldRating     FieldKind = "rating"       // "1" to "5"
	FieldChoice     FieldKind = "choice"       // the id of an option, or the person's own words
	FieldChecklist  FieldKind = "checklist"    // one a line, each as for a choice
	FieldDate       FieldKind = "date"         // "YYYY-MM-DD", or RFC 3339 where the field has a Clock
	FieldSideBySide FieldKind = "side-by-side" // two texts; see JoinSides
)

// FieldKinds lists every kind.
func FieldKinds() []FieldKind {
	return []FieldKind{FieldText, FieldFeelings, FieldRating, FieldChoice, FieldChecklist, FieldDate, FieldSideBySide}
}

// Option is one answer that a choice or checklist offers.
type Option struct {
	ID    string
	Label string
	About string // a sentence below it, or none
	// Until is the key of a date field: this answer can be given only from that
	// day, or moment, on. None: always.
	Until string
}

// FindPage returns the page with the id, or false.
func FindPage(pages []Page, id string) (Page, bool) {
	i := slices.IndexFunc(pages, func(p Page) bool { return p.ID == id })
	if i < 0 {
		return Page{}, false
	}
	return pages[i], true
}

// PageTitle returns the title of the page with the id; if there is none, its id
// in words. No id has no title.
func PageTitle(pages []Page, id string) string {
	if p, ok := FindPage(pages, id); ok {
		return p.Title
	}
	return readable(id)
}

// PagesOf returns the pages that belong to a stage and that role r on path is
// shown, in their order.
func PagesOf(pages []Page, stage string, r Role, path Path) []Page {
	var out []Page
	for _, p := range pages {
		if slices.Contains(p.Stages, stage) && r.Sees(p.For) && onPath(p.Paths, path) {
			out = append(out, p)
		}
	}
	return out
}

// Field returns the field with the key, or false.
func (p Page) Field(key string) (PageField, bool) {
	i := slices.IndexFunc(p.Fields, func(f PageField) bool { return f.Key == key })
	if i < 0 {
		return PageField{}, false
	}
	return p.Fields[i], true
}

// Option returns the option with the id, or false.
func (f PageField) Option(id string) (Option, bool) {
	i := slices.IndexFunc(f.Options, func(o Option) bool { return o.ID == id })
	if i < 0 {
		return Option{}, false
	}
	return f.Options[i], true
}

// CheckFields returns nil if every one of fields is one of the page's and can
// be kept there, else an InvalidError. An archive may hold more, from a page as
// another version knows it; only what is newly written is checked.
func (p Page) CheckFields(fields map[string]string) error {
	for key, value := range fields {
		f, ok := p.Field(key)
		if !ok {
			return invalid("field", "the page has none with that key")
		}
		if err := f.Check(value); err != nil {
			return err
		}
	}
	return nil
}
