package journal

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
)

// EntryFacts is an entry without its words: what a chart is drawn from.
type EntryFacts struct {
	ID          uuid.UUID
	At          time.Time // in the zone it was lived in
	Feelings    []Feeling
	Before      int // 1 to 5, 0 not given
	After       int
	Stage       string
	Step        string
	Page        string
	Fields      map[string]string // of a guided page alone
	KeepOut     bool
	SealedUntil Day
}

// InsightSource is what insights are computed of.
type InsightSource interface {
	// EachFacts calls f with every chosen entry outside the bin, oldest first.
	EachFacts(ctx context.Context, filter EntryFilter, f func(EntryFacts) error) error
	ListTicks(context.Context) ([]Tick, error)
	ListStageStates(context.Context) ([]StageState, error)
	ListPromises(context.Context) ([]PromiseLog, error)
}

// InsightRequest says what insights are to be computed of.
type InsightRequest struct {
	From, To Day      // either may be none
	Stages   []string // stage ids; none means all
	// Told leaves out what a summary never tells: entries kept out of it and
	// letters still sealed; and the entries of LeaveOut, and all but those of
	// Only unless it is nil.
	Told     bool
	LeaveOut []uuid.UUID
	Only     []uuid.UUID
	Without  []Section // what belongs to these is neither read nor drawn
	Guides   []Guide   // for titles; the one that is followed first
	Pages    []Page
	Families []FeelingFamily
	Now      time.Time // in the person's zone
}

// fewMarks is how many marks a chart needs before anything can be seen in it.
const fewMarks = 5

// Insights computes every chart there is something to draw for, in the order
// they are shown. It reads each entry once and keeps none of the words. It
// returns an InvalidError if the period ends before it begins, and the errors
// of src; a canceled ctx ends it.
func Insights(ctx context.Context, src InsightSource, req InsightRequest) ([]Chart, error) {
	if req.From != "" && req.To != "" && req.To < req.From {
		return nil, invalid("period", "it ends before it begins")
	}
	b := newInsightBuilder(req)
	for _, read := range []func(context.Context, InsightSource) error{b.readEntries, b.readStages, b.readPromises} {
		if err := read(ctx, src); err != nil {
			return nil, err
		}
	}
	return b.charts(), nil
}

// insightBuilder gathers what the charts are drawn from.
type insightBuilder struct {
	req     InsightRequest
	words   InsightWords
	leftOut map[uuid.UUID]bool
	only    map[uuid.UUID]bool // nil: all
	felt    PageKeys           // where guided pages have feelings

	entries  []EntryFacts
	ticks    []Tick
	states   []StageState
	promises []PromiseLog

	from, to Day // of the time axis
	bucket   bucket
	events   []ChartEvent
}

func newInsightBuilder(req InsightRequest) *insightBuilder {
	b := &insightBuilder{req: req, words: EnglishInsights(), leftOut: make(map[uuid.UUID]bool), only: idsOf(req.Only), felt: OwnFeelingFields(req.Pages)}
	for _, id := range req.LeaveOut {
		b.leftOut[id] = true
	}
	return b
}

func (b *insightBuilder) readEntries(ctx context.Context, src InsightSource) error {
	err := src.EachFacts(ctx, EntryFilter{From: b.req.From, To: b.req.To}, func(e EntryFacts) error {
		if b.takes(e) {
			if !b.sealed(e) {
				e.Feelings = b.felt.Named(e.Feelings, e.Page, e.Fields)
			}
			b.entries = append(b.entries, e)
		}
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("read entries: %w", err)
	}
	return nil
}

// takes reports whether an entry is drawn.
func (b *insightBuilder) takes(e EntryFacts) bool {
	if b.leftOut[e.ID] || b.only != nil && !b.only[e.ID] || b.req.Told && (e.KeepOut || b.sealed(e)) {
		return false
	}
	return len(b.req.Stages) == 0 || b.takesStage(e.Stage) || b.takesStage(stageOf(e.Step))
}

// sealed reports whether e is a letter whose day has not come.
func (b *insightBuilder) sealed(e EntryFacts) bool {
	return e.SealedUntil > DayOf(b.req.Now.In(e.At.Location()))
}

// takesStage reports whether a stage was chosen.
func (b *insightBuilder) takesStage(id string) bool {
	return len(b.req.Stages) == 0 || slices.Contains(b.req.Stages, id)
}

func (b *insightBuilder) inPeriod(d Day) bool {
	return d >= b.req.From && (b.req.To == "" || d <= b.req.To)
}

func (b *insightBuilder) readStages(ctx context.Context, src InsightSource) error {
	if slices.Contains(b.req.Without, SectionStages) {
		return nil
	}
	ticks, err := src.ListTicks(ctx)
	if err != nil {
		return fmt.Errorf("list ticks: %w", err)
	}
	states, err := src.ListStageStates(ctx)
	if err != nil {
		return fmt.Errorf("list stage states: %w", err)
	}
	for _, t := range ticks {
		if b.inPeriod(DayOf(t.At)) && b.takesStage(stageOf(t.Step)) {
			b.ticks = append(b.ticks, t)
		}
	}
	for _, s := range states {
		if b.inPeriod(DayOf(s.At)) && b.takesStage(s.Stage) {
			b.states = append(b.states, s)
		}
	}
	return nil
}

// readPromises reads the promises, which belong to no stage: where stages are
// chosen they are not drawn.
func (b *insightBuilder) readPromises(ctx context.Context, src InsightSource) error {
	if len(b.req.Stages) > 0 || slices.Contains(b.req.Without, SectionPromises) {
		return nil
	}
	logs, err := src.ListPromises(ctx)
	if err != nil {
		return fmt.Errorf("list promises: %w", err)
	}
	b.promises = logs
	return nil
}

// charts draws all that there is something to see of.
func (b *insightBuilder) charts() []Chart {
	b.setAxis()
	b.events = b.stageEvents()
	var charts []Chart
	add := func(c Chart) {
		if !c.Empty() && !slices.Contains(b.req.Without, c.Section) {
			charts = append(charts, b.finish(c))
		}
	}
	add(b.feelingWords())
	add(b.feelingFamilies())
	add(b.beforeAfter())
	for _, c := range b.pageRatings() {
		add(c)
	}
	for _, who := range Parties() {
		add(b.promiseResults(who))
	}
	add(b.writingCalendar())
	add(b.ticksOverTime())
	return charts
}

// finish gives a chart the time axis, and says where there is little to see.
func (b *insightBuilder) finish(c Chart) Chart {
	c.From, c.To, c.Events = b.from, b.to, b.events
	for i := range c.Rows {
		slices.SortStableFunc(c.Rows[i].Marks, func(a, b ChartMark) int { return cmp.Compare(a.Day, b.Day) })
	}
	if marks := countMarks(c.Rows); marks < fewMarks {
		c.Few = b.words.FewText(marks)
	}
	return c
}

// countMarks returns how many marks rows have.
func countMarks(rows []ChartRow) (n int) {
	for _, row := range rows {
		n += len(row.Marks)
	}
	return n
}

// setAxis sets the time axis to the period that was asked for, and an open end
// to the first or last day there is anything of.
func (b *insightBuilder) setAxis() {
	var first, last Day
	saw := func(d Day) {
		if d != "" && b.inPeriod(d) {
			if first == "" || d < first {
				first = d
			}
			last = max(last, d)
		}
	}
	for _, e := range b.entries {
		saw(DayOf(e.At))
	}
	for _, t := range b.ticks {
		saw(DayOf(t.At))
	}
	for _, s := range b.states {
		saw(DayOf(s.At))
	}
	for _, log := range b.promises {
		for _, o := range log.Observed() {
			saw(o.Day)
		}
	}
	b.from, b.to = cmp.Or(b.req.From, first), cmp.Or(b.req.To, last)
	b.bucket = bucketFor(b.from, b.to)
}

// stageEvents marks on the time axis when stages changed how they stand.
func (b *insightBuilder) stageEvents() []ChartEvent {
	var events []ChartEvent
	for _, s := range b.states {
		title := StageTitle(b.req.Guides, s.Stage)
		events = append(events, ChartEvent{Day: DayOf(s.At), Says: b.words.EventText(title, s.State), Stage: title})
	}
	slices.SortStableFunc(events, func(a, b ChartEvent) int { return cmp.Compare(a.Day, b.Day) })
	return events
}

// bucket is what a mark stands for: 1 day, 7 days from a Monday, or below 0 so
// many calendar months.
type bucket int

const (
	byDay     bucket = 1
	byWeek    bucket = 7
	byMonth   bucket = -1
	byQuarter bucket = -3
	byYear    bucket = -12
)

// bucketFor returns the bucket that keeps marks apart on an axis.
func bucketFor(from, to Day) bucket {
	if from == "" || to == "" {
		return byDay
	}
	switch days := daysBetween(from, to); {
	case days <= 92:
		return byDay
	case days <= 2*366:
		return byWeek
	case days <= 6*366:
		return byMonth
	case days <= 20*366:
		return byQuarter
	}
	return byYear
}

// atLeastWeek returns the bucket, or that of a week in the place of one day.
func (u bucket) atLeastWeek() bucket {
	if u == byDay {
		return byWeek
	}
	return u
}

// pace says that one mark follows another in steps of the bucket, which is a
// week or more.
func (u bucket) pace(w InsightWords) string {
	return w.Paces[slices.Index([]bucket{byWeek, byMonth, byQuarter, byYear}, u)]
}

// start returns the first day of the bucket that a day lies in, and how many
// days that has.
func (u bucket) start(d Day) (Day, int) {
	t := d.Time(time.UTC)
	switch u {
	case byWeek:
		back := (int(t.Weekday()) + 6) % 7
		return DayOf(t.AddDate(0, 0, -back)), 7
	case byMonth, byQuarter, byYear:
		months := -int(u)
		month := (int(t.Month())-1)/months*months + 1
		first := time.Date(t.Year(), time.Month(month), 1, 12, 0, 0, 0, time.UTC)
		return DayOf(first), int(first.AddDate(0, months, 0).Sub(first).Hours() / 24)
	}
	return d, 1
}

// marks gathers marks by row and bucket.
type marks struct {
	bucket bucket
	rows   map[string]map[Day]*ChartMark
}

func newMarks(u bucket) *marks { return &marks{u, make(map[string]map[Day]*ChartMark)} }

// add counts something of an entry on a day into a row. The mark's level is the
// highest that was added.
func (m *marks) add(row string, d Day, level int, id uuid.UUID) {
	start, days := m.bucket.start(d)
	if m.rows[row] == nil {
		m.rows[row] = make(map[Day]*ChartMark)
	}
	mark := m.rows[row][start]
	if mark == nil {
		mark = &ChartMark{Day: start, Days: days, Shape: Full}
		m.rows[row][start] = mark
	}
	mark.Count++
	mark.Level = max(mark.Level, level)
	if id != uuid.Nil && (len(mark.Entries) == 0 || mark.Entries[len(mark.Entries)-1] != id) {
		mark.Entries = append(mark.Entries, id)
	}
}

// row returns the marks of a row, by day.
func (m *marks) row(name string) []ChartMark {
	var list []ChartMark
	for _, mark := range m.rows[name] {
		list = append(list, *mark)
	}
	slices.SortFunc(list, func(a, b ChartMark) int { return cmp.Compare(a.Day, b.Day) })
	return list
}

// count returns how many things are in a row.
func (m *marks) count(name string) int {
	n := 0
	for _, mark := range m.rows[name] {
		n += mark.Count
	}
	return n
}

// tableOf makes the table of rows whose marks say themselves: a row for each
// mark, the newest first.
func (b *insightBuilder) tableOf(rows []ChartRow) []TableRow {
	type line struct {
		day Day
		row TableRow
	}
	var lines []line
	for _, row := range rows {
		for _, mark := range row.Marks {
			cells := []string{b.words.SpanText(mark.Day, mark.Days), row.Label, mark.Says}
			lines = append(lines, line{mark.Day, TableRow{cells, mark.Entries}})
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(b.day, a.day) })
	table := make([]TableRow, len(lines))
	for i, l := range lines {
		table[i] = l.row
	}
	return table
}
