package journal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"
)

// ReportSource is what a report is made of.
type ReportSource interface {
	Contents
	InsightSource
}

// ReportRequest says what a report is to be made of.
type ReportRequest struct {
	Choice Choice
	Guide  Guide   // the guide whose stages are told, in its order
	Guides []Guide // others, for the titles of what Guide does not know
	Pages  []Page  // the guided pages, for the words that stand on them
	// Families are the feeling words by family, for the charts.
	Families []FeelingFamily
	Now      time.Time // when the report is made, in the person's zone
}

// Report is a reflection summary: everything its printers show and nothing
// else. It holds no store types and shares no memory with the journal. The
// words of the person are as they wrote them (Markdown where a field says so);
// everything else is in Words.
type Report struct {
	Words     ReportWords
	From, To  Day // the period: as chosen, else the first and last day told of; empty if there is none
	Generated time.Time
	Sections  []Section // what is in it, in the order it is printed

	Line  string       // of the person's own, at the top; or none
	First *ReportFirst // the first page for somebody who helps, or nil

	Role      Role // empty if SectionProfile was left out
	Path      Path
	PathUntil Day

	Stages     []ReportStage // in the guide's order
	OtherGuide []ReportStage // ticks and states that the guide does not know, by id
	Feelings   []FeelingCount
	Promises   []ReportPromise // the one made first first
	Goals      []ReportGoal    // the nearer ones first, then the one set first
	Charts     []Chart         // without those whose section was left out
	Entries    []ReportEntry   // oldest first

	Shortened []string // the words that became initials, sorted; for the person alone, never printed
}

// ReportStage is how one stage stands at the end of the period.
type ReportStage struct {
	ID      string
	Title   string
	State   ReportState   // the newest up to the end of the period; NotStarted with no moment if there is none
	Steps   []ReportStep  // those the person ticked, unticked or noted
	History []ReportState // the changes inside the period, oldest first
}

// ReportState is one dated change of how a stage stands.
type ReportState struct {
	State  StateName
	At     time.Time
	Reason string
}

// StepAct is what the person did to a step.
type StepAct string

// The acts that a report tells of. A note on a step that was not ticked before
// takes nothing back, so it is told as StepNoted.
const (
	StepTicked   StepAct = "ticked"
	StepUnticked StepAct = "unticked"
	StepNoted    StepAct = "noted"
)

// ReportStep is how one step stands at the end of the period.
type ReportStep struct {
	ID    string
	Title string
	Act   StepAct   // that brought it there; a later note on a ticked step changes Note alone
	At    time.Time // of Act
	Note  string    // the newest one
}

// FeelingCount says how often a feeling was named in the entries told of.
type FeelingCount struct {
	Word      string
	Count     int
	Low, High int // the faintest and the strongest intensity, 1 to 5
}

// ReportEntry is one entry, as it is shown.
type ReportEntry struct {
	ID       uuid.UUID
	At       time.Time // in the zone it was lived in
	Title    string
	Asked    string // the question that Body answers, or none
	Body     string // Markdown
	Excerpt  bool   // Body is the beginning alone, and there are no Fields
	Feelings []Feeling
	Before   int // 1 to 5, 0 not given
	After    int
	Stage    string // title, or none
	Step     string // title, or none
	Tags     []string
	Page     string // title of the guided page, or none
	Fields   []ReportField
}

// ReportField is one filled-in field of a guided page.
type ReportField struct {
	Group string // said above it where a part of the page begins, or none
	Label string
	Text  string       // Markdown, or plain lines where it is Short
	Date  string       // a date instead of Text, for ReportWords.DateText
	Sides []ReportSide // what stands side by side instead of Text
	Short bool         // a rating, a choice, a date or the like: a few plain words
	Given bool         // Text is of the page's words, not the person's
}

// ReportSide is one of two texts that stand side by side.
type ReportSide struct {
	Label string
	Text  string // Markdown
}

// Nothing reports whether there is nothing to tell in the period.
func (r Report) Nothing() bool {
	return len(r.Stages) == 0 && len(r.OtherGuide) == 0 && len(r.Feelings) == 0 &&
		len(r.Promises) == 0 && len(r.Goals) == 0 && len(r.Charts) == 0 && len(r.Entries) == 0
}

// Has reports whether section s is in the report.
func (r Report) Has(s Section) bool { return slices.Contains(r.Sections, s) }

// NewReport makes the report that req asks for. Entries marked keep-out,
// letters still sealed, entries in the bin and those in LeaveOut add nothing
// anywhere, nor do those that Only does not name. What a left-out section tells is not told by an entry either: no
// feelings, nor how it was before and after, nor what stands beside them,
// without SectionFeelings; no stage and step without SectionStages. Goals go
// with the promises.
//
// It returns an InvalidError if the period ends before it begins, and the
// errors of src. A canceled ctx ends it.
func NewReport(ctx context.Context, src ReportSource, req ReportRequest) (Report, error) {
	if c := req.Choice; c.From != "" && c.To != "" && c.To < c.From {
		return Report{}, invalid("period", "it ends before it begins")
	}
	b := reportBuilder{req: req, guides: append([]Guide{req.Guide}, req.Guides...), leftOut: make(map[uuid.UUID]bool), excerpts: make(map[uuid.UUID]bool), felt: OwnFeelingFields(req.Pages), report: Report{
		Words:     EnglishReport(),
		Line:      req.Choice.Line,
		Generated: req.Now,
		Sections:  slices.DeleteFunc(Sections(), func(s Section) bool { return slices.Contains(req.Choice.Without, s) }),
	}}
	for _, id := range req.Choice.LeaveOut {
		b.leftOut[id] = true
	}
	b.only = idsOf(req.Choice.Only)
	for _, id := range req.Choice.Excerpts {
		b.excerpts[id] = true
	}
	for _, add := range []func(context.Context, Contents) error{b.addProfile, b.addEntries, b.addStages, b.addPromises, b.addGoals} {
		if err := add(ctx, src); err != nil {
			return Report{}, err
		}
	}
	if err := b.addCharts(ctx, src); err != nil {
		return Report{}, err
	}
	b.setPeriod()
	b.addFirst()
	if req.Choice.Initials {
		b.report.shortenNames(req.Choice.Spare, titlesOf(b.guides))
	}
	return b.report, nil
}

// reportBuilder gathers a report from what a journal holds.
type reportBuilder struct {
	req         ReportRequest
	guides      []Guide // that of the request first
	leftOut     map[uuid.UUID]bool
	only        map[uuid.UUID]bool // nil: all
	excerpts    map[uuid.UUID]bool
	felt        PageKeys // where guided pages have feelings
	report      Report
	first, last Day // of everything told so far
}

// idsOf returns the set of ids; nil of nil.
func idsOf(ids []uuid.UUID) map[uuid.UUID]bool {
	if ids == nil {
		return nil
	}
	set := make(map[uuid.UUID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

func (b *reportBuilder) addProfile(ctx context.Context, src Contents) error {
	p, err := src.GetProfile(ctx)
	if err != nil {
		return fmt.Errorf("get profile: %w", err)
	}
	if b.report.Has(SectionProfile) {
		b.report.Role, b.report.Path, b.report.PathUntil = p.Role, p.Path, p.PathUntil
	}
	return nil
}

// takesStage reports whether the stage with the id was chosen.
func (b *reportBuilder) takesStage(id string) bool {
	return len(b.req.Choice.Stages) == 0 || slices.Contains(b.req.Choice.Stages, id)
}

// inPeriod reports whether d lies in the chosen period.
func (b *reportBuilder) inPeriod(d Day) bool {
	return d >= b.req.Choice.From && b.upToEnd(d)
}

// upToEnd reports whether d is not after the end of the chosen period.
func (b *reportBuilder) upToEnd(d Day) bool {
	return b.req.Choice.To == "" || d <= b.req.Choice.To
}

// saw widens the period told of by t's day, in t's zone, if it lies in the
// chosen period. The zero time is no day.
func (b *reportBuilder) saw(t time.Time) {
	if !t.IsZero() {
		b.sawDay(DayOf(t))
	}
}

// sawDay widens the period told of by a day, if it lies in the chosen period.
func (b *reportBuilder) sawDay(day Day) {
	if !b.inPeriod(day) {
		return
	}
	if b.first == "" || day < b.first {
		b.first = day
	}
	b.last = max(b.last, day)
}

// setPeriod sets the period to the one chosen, and an open end to the first
// or last day that is told of inside it.
func (b *reportBuilder) setPeriod() {
	from, to := b.req.Choice.From, b.req.Choice.To
	if from == "" {
		from = b.first
	}
	if to == "" {
		to = b.last
	}
	b.report.From, b.report.To = from, to
}

// stageOf returns the id of the stage that a step id belongs to.
func stageOf(step string) string {
	stage, _, _ := strings.Cut(step, ".")
	return stage
}

// readable turns an id that no guide explains into words: "cool-off" becomes
// "Cool off".
func readable(id string) string {
	words := strings.Join(strings.FieldsFunc(id, func(r rune) bool { return r == '-' || r == '_' || r == '.' }), " ")
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return id
	}
	return string(unicode.ToUpper(first)) + words[size:]
}
