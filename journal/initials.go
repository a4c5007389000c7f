package journal

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A list of people's names can't be known, so names are guessed by one rule:
//
// A word is taken for a name when, somewhere in the report, it begins with a
// capital followed by a small letter, does not stand at the start of a
// sentence or line, and is none of the everyday words below. Each such word,
// wherever it begins with a capital, becomes its first letter and a point.
//
// The rule shortens too much (places, brands, all nouns in German) rather
// than too little. It misses a name that is only ever written at the start of
// a sentence, in small letters, or that is itself an everyday word, such as
// April. So Report.Shortened says what was shortened, for the person to read.

// shortenNames shortens the names in every text that the person wrote, the titles
// of stages and steps among them that are their own, but for the words to spare,
// which are no names.
func (r *Report) shortenNames(spare []string, own ownTitles) {
	n := nameShortener{everyday: make(map[string]bool), names: make(map[string]bool), used: make(map[string]bool)}
	for word := range strings.FieldsSeq(everydayWords) {
		n.everyday[word] = true
	}
	for _, word := range spare {
		n.everyday[strings.ReplaceAll(strings.ToLower(word), "’", "'")] = true
	}
	collect := func(s string) string {
		n.collect(s)
		return s
	}
	r.eachText(collect)
	r.eachTitle(own.edit(collect))
	for i, c := range r.Charts { // they say again what was said elsewhere, but for some titles
		c.withText(strings.Clone, own.edit(collect))
		r.Charts[i] = c.withText(n.shorten, own.edit(n.shorten))
	}
	r.eachText(n.shorten)
	r.eachTitle(own.edit(n.shorten))
	r.Shortened = slices.Sorted(maps.Keys(n.used))
}

// ownTitles are the titles of stages and steps that the person wrote.
type ownTitles map[string]bool

// titlesOf returns the titles that stand in guides of the person's own alone.
func titlesOf(guides []Guide) ownTitles {
	own, shipped := make(ownTitles), make(ownTitles)
	for _, g := range guides {
		to := shipped
		if IsOwn(g.ID) {
			to = own
		}
		for _, stage := range g.Stages {
			to[stage.Title] = true
			for _, step := range stage.Steps {
				to[step.Title] = true
			}
		}
	}
	maps.DeleteFunc(own, func(title string, _ bool) bool { return shipped[title] })
	return own
}

// edit returns edit for titles that are the person's own; others stay.
func (t ownTitles) edit(edit func(string) string) func(string) string {
	return func(title string) string {
		if t[title] {
			return edit(title)
		}
		return title
	}
}

// nameShortener finds names and shortens them. Its sets hold words in small
// letters, but for used.
type nameShortener struct {
	everyday map[string]bool
	names    map[string]bool
	used     map[string]bool // the words that were shortened, as written
}

// eachText replaces every text that the person wrote by what edit makes of it.
func (r *Report) eachText(edit func(string) string) {
	r.Line = edit(r.Line)
	if r.First != nil {
		r.First.eachText(edit)
	}
	for _, stages := range [][]ReportStage{r.Stages, r.OtherGuide} {
		for i := range stages {
			s := &stages[i]
			s.State.Reason = edit(s.State.Reason)
			for j := range s.History {
				s.History[j].Reason = edit(s.History[j].Reason)
			}
			for j := range s.Steps {
				s.Steps[j].Note = edit(s.Steps[j].Note)
			}
		}
	}
	for i := range r.Feelings {
		r.Feelings[i].Word = edit(r.Feelings[i].Word)
	}
	for i := range r.Promises {
		p := &r.Promises[i]
		p.Text, p.Why, p.How, p.Note = edit(p.Text), edit(p.Why), edit(p.How), edit(p.Note)
		for j := range p.Observations {
			p.Observations[j].Note = edit(p.Observations[j].Note)
		}
	}
	for i := range r.Goals {
		r.Goals[i].Text, r.Goals[i].DoneWhen = edit(r.Goals[i].Text), edit(r.Goals[i].DoneWhen)
	}
	for i := range r.Entries {
		r.Entries[i].eachText(edit)
	}
}

// eachTitle replaces every title of a stage or step by what edit makes of it, but
// for those in the charts.
func (r *Report) eachTitle(edit func(string) string) {
	lists := [][]ReportStage{r.Stages, r.OtherGuide}
	if r.First != nil {
		lists = append(lists, r.First.Working)
	}
	for _, stages := range lists {
		for i := range stages {
			stages[i].Title = edit(stages[i].Title)
			for j := range stages[i].Steps {
				stages[i].Steps[j].Title = edit(stages[i].Steps[j].Title)
			}
		}
	}
	for i := range r.Entries {
		e := &r.Entries[i]
		e.Stage, e.Step = edit(e.Stage), edit(e.Step)
	}
}

func (e *ReportEntry) eachText(edit func(string) string) {
	e.Title, e.Asked, e.Body = edit(e.Title), edit(e.Asked), edit(e.Body)
	for i := range e.Feelings {
		e.Feelings[i].Word = edit(e.Feelings[i].Word)
	}
	for i := range e.Tags {
		e.Tags[i] = edit(e.Tags[i])
	}
	for i := range e.Fields {
		f := &e.Fields[i]
		if !f.Given {
			f.Text = edit(f.Text)
		}
		for j := range f.Sides {
			f.Sides[j].Text = edit(f.Sides[j].Text)
		}
	}
}

// collect adds the words of text that the rule takes for names.
func (n *nameShortener) collect(text string) {
	sentence := true // the next word starts a sentence
	end := 0         // of the word before
	eachWord(text, func(start int, word string) {
		sentence = startsSentence(text[end:start], sentence)
		if !sentence && n.looksLikeName(word) {
			n.names[strings.ToLower(word)] = true
		}
		// "Mr. Weber" and "J. Weber" go on after the point.
		end = start + len(word)
		sentence = false
		if rest := text[end:]; strings.HasPrefix(rest, ".") && isAbbreviation(word) {
			end++
		}
	})
}

// startsSentence reports whether a word after gap starts a sentence, when the
// text before gap did or did not.
func startsSentence(gap string, before bool) bool {
	start := before
	for i, r := range gap {
		switch {
		case strings.ContainsRune(".!?…:\n\r", r), unicode.Is(unicode.Po, r) && r > unicode.MaxLatin1:
			start = true
		case strings.ContainsRune("“„«‹", r):
			start = true
		case strings.ContainsRune("\"'‘", r) && strings.HasSuffix(gap[:i], " "):
			start = true
		}
	}
	return start
}

// looksLikeName reports whether word has a name's shape and is no everyday
// word.
func (n *nameShortener) looksLikeName(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && strings.ContainsFunc(word[size:], unicode.IsLower) &&
		!n.everyday[strings.ReplaceAll(strings.ToLower(word), "’", "'")]
}

// isAbbreviation reports whether a point after word ends no sentence.
func isAbbreviation(word string) bool {
	return utf8.RuneCountInString(word) == 1 && word != "I" ||
		slices.Contains(strings.Fields("Mr Mrs Ms Mx Dr Prof St"), word)
}

// shorten returns text with every found name that begins with a capital as
// its initial.
func (n *nameShortener) shorten(text string) string {
	var out strings.Builder
	end := 0
	eachWord(text, func(start int, word string) {
		first, size := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) || !n.names[strings.ToLower(word)] {
			return
		}
		n.used[word] = true
		out.WriteString(text[end:start])
		out.WriteString(word[:size])
		end = start + len(word)
		if !strings.HasPrefix(text[end:], ".") {
			out.WriteByte('.')
		}
	})
	out.WriteString(text[end:])
	return out.String()
}

// eachWord calls f with every word of text and where it starts. A word is a
// run of letters and marks, with apostrophes between them; an ending 's is no
// part of it.
func eachWord(text string, f func(start int, word string)) {
	for at := 0; at < len(text); {
		start := strings.IndexFunc(text[at:], unicode.IsLetter)
		if start < 0 {
			return
		}
		start += at
		at = start + wordLength(text[start:])
		word := text[start:at]
		for _, ending := range []string{"'s", "’s", "'S", "’S"} {
			word = strings.TrimSuffix(word, ending)
		}
		f(start, word)
	}
}

// wordLength returns how long the word at the start of text is, in bytes.
func wordLength(text string) int {
	for i, r := range text {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r):
		case r == '\'' || r == '’':
			next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			if !unicode.IsLetter(next) {
				return i
			}
		default:
			return i
		}
	}
	return len(text)
}

// everydayWords are words that English writes with a capital without naming
// anybody, and those that most often begin a sentence, whose start is not
// always seen.
const everydayWords = `
i i'm i'd i'll i've
monday tuesday wednesday thursday friday saturday sunday
mondays tuesdays wednesdays thursdays fridays saturdays sundays
january february march april may june july august september october november december
christmas easter ramadan eid hanukkah passover diwali thanksgiving halloween new year valentine's
god english german french spanish italian dutch polish russian turkish american british european
mum mom dad mama papa mummy daddy mother father grandma grandpa granny granddad auntie uncle aunt
mr mrs ms mx dr prof sir madam
a an the this that these those there here it its it's he she we they you he's she's we're they're you're
he'd she'd we'd they'd you'd he'll she'll we'll they'll you'll
my your his her our their me him us them who whom what what's when where why how which
and or but nor so yet for if then because as after before while until since though although
at by in on of to from with without about into over under again only
is am are was were be been being do does did don't doesn't didn't have has had can can't could would won't
should must might not no yes maybe perhaps please thanks thank sorry okay ok
today tomorrow yesterday now later once every everything nothing something someone nobody all both each some any
one two three first second last next still just even also too very let let's
`
