package journal

import (
	"slices"
	"strconv"
	"strings"
)

// Known is what the names in a query may mean.
type Known struct {
	Today  Day
	Guides []Guide // whose stages and steps there are; the one followed first
	Pages  []Page  // whose answers can be looked for by their labels, and whose feelings count
}

// Misread is a part of a query that looks like a filter, is none, and was
// looked for as words.
type Misread struct {
	Text string // as it was typed
	Why  MisreadReason
}

// MisreadReason says what kept a part of a query from being a filter.
type MisreadReason int

// The reasons.
const (
	NotAFilter    MisreadReason = iota // there is no filter of this name
	NotAStage                          // no guide has the stage
	NotAStep                           // no guide has the step
	NotADay                            // the value is neither a day, a month nor a year
	NotAStrength                       // the least strength of the feeling is not from 1 to 5
	NotAKind                           // the value is none of Kinds
	NotAMark                           // the value is neither starred nor kept-out
	NotOneAtATime                      // another one of this name came before it
)

// Explain says in one fixed English sentence, which can serve as a translation
// key, what a filter would look like. It never holds what was typed.
func (r MisreadReason) Explain() string {
	switch r {
	case NotAStage:
		return "No guide has a stage of that name."
	case NotAStep:
		return "No guide has a step of that name."
	case NotADay:
		return "A day is written as 2026-03-14, a month as 2026-03, a year as 2026."
	case NotAStrength:
		return "The least strength of a feeling is written as feeling:hurt>=4, from 1 to 5."
	case NotAKind:
		return "The kinds are kind:entry, kind:page and kind:letter."
	case NotAMark:
		return "The marks are is:starred and is:kept-out."
	case NotOneAtATime:
		return "There can be only one kind and one step at a time."
	}
	return "The filters are stage: step: feeling: tag: from: to: on: kind: is:"
}

// The names of the filters in a query.
const (
	keyStage   = "stage"
	keyStep    = "step"
	keyFeeling = "feeling"
	keyTag     = "tag"
	keyFrom    = "from"
	keyTo      = "to"
	keyOn      = "on"
	keyKind    = "kind"
	keyIs      = "is"

	markStarred = "starred"
	markKeptOut = "kept-out"
)

// queryNames lists the names of the filters.
func queryNames() []string {
	return []string{keyStage, keyStep, keyFeeling, keyTag, keyFrom, keyTo, keyOn, keyKind, keyIs}
}

// ParseQuery reads what is typed into the search box:
//
//	query   = { part }             apart by spaces, in any order
//	part    = name ":" value | word
//	name    = letters, in either case
//	value   = plain [ ">=" strength ] | quoted [ ">=" strength ]
//	quoted  = a double quote, text, a double quote; "" stands for a quote in it,
//	          and the last quote may be left out
//
//	stage:apologise          in the stage with this id or title; several: in one of them
//	step:apologise.regret    belonging to the step with this id or title
//	feeling:hurt             with the feeling, beside it or on its page; several: with all of them
//	feeling:"let down">=4    felt at least so strongly, 1 to 5; ≥ is the same as >=
//	tag:work                 with the tag; several: with all of them
//	from:2026-01-15          from that day on; a month or a year counts from its first day
//	to:2026-01               up to and with that day; a month or a year counts to its last
//	on:2026-03-14            on that day, or in that month or year
//	kind:entry               written freely; kind:page a guided page, kind:letter a sealed letter
//	is:starred               starred; is:kept-out kept out of summaries
//
// A day may also be "today" or "yesterday"; a stage may be given by its
// beginning, and stands for all that begin so. Names and values are compared
// without regard to case and accents. A name whose value is still missing
// chooses nothing. Everything else is a word to look for, also what looks like a
// filter and is none, which is told besides. No text is an error.
func ParseQuery(text string, known Known) (EntryFilter, []Misread) {
	r := queryReader{known: known}
	for _, p := range queryParts(text) {
		why, ok := r.take(p)
		if ok {
			continue
		}
		r.words = append(r.words, p.text)
		if p.looksLikeFilter() {
			r.misread = append(r.misread, Misread{p.text, why})
		}
	}
	r.filter.Query = strings.Join(r.words, " ")
	r.filter.Answers = AnswersTo(known.Pages, r.filter.Query)
	r.filter.Felt = OwnFeelingFields(known.Pages)
	return r.filter, r.misread
}

// queryReader gathers a filter from the parts of a query.
type queryReader struct {
	known   Known
	filter  EntryFilter
	words   []string
	misread []Misread
}

// take adds what p asks for to the filter, or says why it is no filter.
func (r *queryReader) take(p queryPart) (why MisreadReason, ok bool) {
	known := slices.Contains(queryNames(), p.name)
	if known && p.value+p.strength == "" {
		return 0, true
	}
	switch p.name {
	case keyStage:
		return NotAStage, r.takeStages(p.value)
	case keyStep:
		return r.takeStep(p.value)
	case keyFeeling:
		return NotAStrength, r.takeFeeling(p)
	case keyTag:
		r.filter.Tags = addOnce(r.filter.Tags, p.value)
		return 0, true
	case keyFrom, keyTo, keyOn:
		return NotADay, r.takeDays(p)
	case keyKind:
		return r.takeKind(p.value)
	case keyIs:
		return NotAMark, r.takeMark(p.value)
	}
	return NotAFilter, false
}

// takeStages takes the stage that value names, or else those that begin so.
func (r *queryReader) takeStages(value string) bool {
	var exact, begun []string
	for _, g := range r.known.Guides {
		for _, s := range g.Stages {
			switch {
			case sameWord(value, s.ID) || sameWord(value, s.Title):
				exact = addOnce(exact, s.ID)
			case BeginsWith(s.ID, value) || BeginsWith(s.Title, value):
				begun = addOnce(begun, s.ID)
			}
		}
	}
	if len(exact) == 0 {
		exact = begun
	}
	for _, id := range exact {
		r.filter.Stages = addOnce(r.filter.Stages, id)
	}
	return len(exact) > 0
}

func (r *queryReader) takeStep(value string) (MisreadReason, bool) {
	for _, g := range r.known.Guides {
		for _, stage := range g.Stages {
			for _, s := range stage.Steps {
				if sameWord(value, s.ID) || sameWord(value, s.Title) {
					return NotOneAtATime, settle(&r.filter.Step, s.ID)
				}
			}
		}
	}
	return NotAStep, false
}

func (r *queryReader) takeFeeling(p queryPart) bool {
	least, ok := readStrength(p.strength)
	if !ok || p.value == "" {
		return false
	}
	all := r.filter.Feelings
	i := slices.IndexFunc(all, func(f Feeling) bool { return sameWord(f.Word, p.value) })
	if i < 0 {
		r.filter.Feelings = append(all, Feeling{p.value, least})
		return true
	}
	all[i].Intensity = max(all[i].Intensity, least)
	return true
}

// readStrength reads a strength from 1 to 5, or none.
func readStrength(s string) (strength int, ok bool) {
	if s == "" {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1 && n <= 5
}

// takeDays narrows the filter to the days that p names.
func (r *queryReader) takeDays(p queryPart) bool {
	first, last, ok := DaysNamed(p.value, r.known.Today)
	if !ok {
		return false
	}
	f := &r.filter
	if p.name != keyTo {
		f.From = max(f.From, first)
	}
	if p.name != keyFrom && (f.To == "" || last < f.To) {
		f.To = last
	}
	return true
}

func (r *queryReader) takeKind(value string) (MisreadReason, bool) {
	for _, k := range Kinds() {
		if sameWord(value, string(k)) {
			return NotOneAtATime, settle(&r.filter.Kind, k)
		}
	}
	return NotAKind, false
}

func (r *queryReader) takeMark(value string) bool {
	switch {
	case sameWord(value, markStarred):
		r.filter.Starred = true
	case sameWord(value, markKeptOut):
		r.filter.KeptOut = true
	default:
		return false
	}
	return true
}

// settle puts value into one, unless there is another one already.
func settle[T ~string](one *T, value T) bool {
	if *one != "" && *one != value {
		return false
	}
	*one = value
	return true
}

// addOnce appends value unless list has the same word.
func addOnce(list []string, value string) []string {
	if slices.ContainsFunc(list, func(s string) bool { return sameWord(s, value) }) {
		return list
	}
	return append(list, value)
}

// sameWord reports whether a and b are the same, case and accents aside.
func sameWord(a, b string) bool {
	return string(foldRunes([]rune(a))) == string(foldRunes([]rune(b)))
}
