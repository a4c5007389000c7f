package summary

import (
	"context"
	"strings"

	"mend/journal"
)

// The levels of headings. The person's own headings come below the heading
// they stand under.
const (
	sectionLevel = 2
	itemLevel    = 3
	partLevel    = 4
)

// teller puts a report on a sheet, in the one order all printers share.
type teller struct {
	ctx context.Context
	r   journal.Report
	w   journal.ReportWords
	s   sheet
	err error // the first one; after it nothing is put any more
}

// tell puts r on s until ctx is canceled or s fails.
func tell(ctx context.Context, r journal.Report, s sheet) error {
	t := teller{ctx: ctx, r: r, w: r.Words, s: s}
	t.head()
	t.first()
	t.stages()
	t.feelings()
	t.promises()
	t.goals()
	t.insights()
	t.entries()
	t.foot()
	return t.err
}

func (t *teller) put(b block) {
	if t.err == nil {
		t.err = t.ctx.Err()
	}
	if t.err == nil {
		t.err = t.s.put(b)
	}
}

func (t *teller) putAll(blocks []block) {
	for _, b := range blocks {
		t.put(b)
	}
}

func (t *teller) heading(level int, text string) {
	t.put(block{kind: heading, level: level, spans: plain(text)})
}

// facts puts the rows that have a text.
func (t *teller) facts(rows ...row) {
	var filled []row
	for _, r := range rows {
		if r.text != "" {
			filled = append(filled, r)
		}
	}
	if filled != nil {
		t.put(block{kind: facts, rows: filled})
	}
}

// head puts the title, the period, and where the person stands.
func (t *teller) head() {
	t.put(block{kind: title, text: t.w.Title})
	if period := t.w.PeriodText(t.r.From, t.r.To); period != "" {
		t.put(block{kind: subtitle, text: period})
	}
	made := strings.Replace(t.w.MadeOn, "%s", t.w.DayText(t.r.Generated), 1)
	t.put(block{kind: meta, text: made})
	if line := cleanText(t.r.Line); line != "" {
		t.put(block{kind: paragraph, spans: plain(line)})
	}
	if t.r.First == nil && t.standsSomewhere() {
		t.heading(sectionLevel, t.w.Sections[journal.SectionProfile])
		t.standing()
	}
	if t.r.Nothing() {
		t.put(block{kind: paragraph, spans: plain(t.w.Nothing)})
	}
}

// standsSomewhere reports whether there is anything to say of where the person
// stands.
func (t *teller) standsSomewhere() bool {
	return t.r.Has(journal.SectionProfile) && (t.r.Role != "" || t.r.Path != "")
}

func (t *teller) standing() {
	t.facts(row{label: t.w.Role, text: t.w.Roles[t.r.Role]},
		row{label: t.w.Path, text: t.w.PathText(t.r.Path, t.r.PathUntil)})
}

func (t *teller) stages() {
	if len(t.r.Stages)+len(t.r.OtherGuide) == 0 {
		return
	}
	t.heading(sectionLevel, t.w.Sections[journal.SectionStages])
	for _, s := range t.r.Stages {
		t.stage(s)
	}
	if len(t.r.OtherGuide) == 0 {
		return
	}
	t.heading(sectionLevel, t.w.OtherGuide)
	for _, s := range t.r.OtherGuide {
		t.stage(s)
	}
}

func (t *teller) stage(s journal.ReportStage) {
	t.heading(itemLevel, cleanLine(s.Title))
	state := t.w.StateText(s.State)
	if s.State.At.IsZero() && len(s.Steps) > 0 {
		state = "" // "not started" beside a ticked step would be wrong
	}
	t.facts(row{label: t.w.State, text: state},
		row{label: t.w.Reason, text: cleanText(s.State.Reason)})
	t.steps(s.Steps)
	t.history(s)
}

func (t *teller) steps(list []journal.ReportStep) {
	var rows []row
	for _, s := range list {
		r := row{done: s.Act == journal.StepTicked, label: cleanLine(s.Title), text: t.w.StepText(s)}
		if note := cleanText(s.Note); note != "" {
			r.note = t.w.NoteLabel + ": " + note
		}
		rows = append(rows, r)
	}
	if rows != nil {
		t.put(block{kind: steps, rows: rows})
	}
}

// history puts the changes of a stage, unless they only repeat how it stands.
func (t *teller) history(s journal.ReportStage) {
	if len(s.History) == 0 || len(s.History) == 1 && s.History[0] == s.State {
		return
	}
	t.heading(partLevel, t.w.History)
	var rows []row
	for _, h := range s.History {
		text := t.w.States[h.State]
		if reason := cleanText(h.Reason); reason != "" {
			text += ": " + reason
		}
		rows = append(rows, row{label: t.w.DayText(h.At), text: text})
	}
	t.facts(rows...)
}

func (t *teller) feelings() {
	if len(t.r.Feelings) == 0 {
		return
	}
	t.heading(sectionLevel, t.w.Sections[journal.SectionFeelings])
	var rows []row
	for _, f := range t.r.Feelings {
		rows = append(rows, row{label: cleanLine(f.Word), text: t.w.TimesText(f), note: t.w.IntensityText(f)})
	}
	t.put(block{kind: counts, rows: rows})
}

func (t *teller) promises() {
	if len(t.r.Promises) == 0 {
		return
	}
	t.heading(sectionLevel, t.w.Sections[journal.SectionPromises])
	for _, p := range t.r.Promises {
		t.promise(p)
	}
}

// promise puts a promise with how often it was seen kept or not, each result
// for itself, and what was noted beside one.
func (t *teller) promise(p journal.ReportPromise) {
	t.heading(itemLevel, cleanLine(p.Text))
	t.facts(row{label: t.w.PromisedBy, text: t.w.Parties[p.Who]},
		row{label: t.w.HowOften, text: t.howOften(p)},
		row{label: t.w.PromiseDue, text: t.w.CalendarText(p.Due)},
		row{label: t.w.PromiseEnd, text: t.w.CalendarText(p.Ended)},
		row{label: t.w.NoteLabel, text: cleanText(p.Note)},
		row{label: t.w.Why, text: cleanText(p.Why)},
		row{label: t.w.How, text: cleanText(p.How)},
		row{label: t.w.Observed, text: t.w.SeenText(p)},
		row{label: t.w.LookAgain, text: t.w.CalendarText(p.Review)})
	var noted []row
	for _, o := range p.Observations {
		if note := cleanText(o.Note); note != "" {
			noted = append(noted, row{label: t.w.CalendarText(o.Day), text: t.w.Results[o.Result] + ": " + note})
		}
	}
	t.facts(noted...)
}

// howOften says how often a promise comes round; one that simply holds, when
// it comes up.
func (t *teller) howOften(p journal.ReportPromise) string {
	if p.Every == journal.Once && p.Due == "" {
		return t.w.Whenever
	}
	return t.w.CadenceText(p.Every)
}

// goals puts the goals under a heading of their own.
func (t *teller) goals() {
	if len(t.r.Goals) == 0 {
		return
	}
	t.heading(sectionLevel, t.w.Goals)
	for _, g := range t.r.Goals {
		t.heading(itemLevel, cleanLine(g.Text))
		t.facts(row{label: t.w.HowFar, text: t.w.Terms[g.Term]},
			row{label: t.w.GoalDue, text: t.w.CalendarText(g.Due)},
			row{label: t.w.DoneWhen, text: cleanText(g.DoneWhen)},
			row{label: t.w.GoalReached, text: t.w.CalendarText(g.Reached)},
			row{label: t.w.GoalDropped, text: t.w.CalendarText(g.Dropped)})
	}
}

// foot puts what is said at the end of every summary.
func (t *teller) foot() {
	if len(t.r.Shortened) > 0 {
		t.put(block{kind: footer, text: t.w.Initials})
	}
	t.put(block{kind: footer, text: t.w.Footer})
}

// cleanText is clean without blank lines, and without space around.
func cleanText(s string) string {
	var lines []string
	for line := range strings.Lines(clean(s)) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
