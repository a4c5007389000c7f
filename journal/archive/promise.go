package archive

import (
	"github.com/google/uuid"

	"mend/journal"
)

type wirePromise struct {
	ID           string            `json:"id"`
	Wordings     []wireWording     `json:"wordings"`
	Observations []wireObservation `json:"observations"`
}

type wireWording struct {
	At     string          `json:"at"`
	Text   string          `json:"text"`
	Who    journal.Party   `json:"who"`
	Why    string          `json:"why"`
	How    string          `json:"how"`
	From   journal.Day     `json:"from"`
	Every  journal.Cadence `json:"every"`
	Due    journal.Day     `json:"due"`
	Review journal.Day     `json:"review"`
	Ended  journal.Day     `json:"ended"`
	Note   string          `json:"note,omitempty"`
}

type wireObservation struct {
	Day    journal.Day    `json:"day"`
	Result journal.Result `json:"result"`
	Note   string         `json:"note"`
	At     string         `json:"at"`
}

type wireGoal struct {
	ID       string       `json:"id"`
	Wordings []wireTarget `json:"wordings"`
}

type wireTarget struct {
	At       string       `json:"at"`
	Term     journal.Term `json:"term"`
	Text     string       `json:"text"`
	DoneWhen string       `json:"done_when"`
	Due      journal.Day  `json:"due"`
	Reached  journal.Day  `json:"reached"`
	Dropped  journal.Day  `json:"dropped"`
}

func toPromise(log journal.PromiseLog) wirePromise {
	w := wirePromise{
		ID:           log.Current().ID.String(),
		Wordings:     make([]wireWording, 0, len(log.Wordings)),
		Observations: make([]wireObservation, 0, len(log.Observations)),
	}
	for _, p := range log.Wordings {
		w.Wordings = append(w.Wordings, wireWording{
			At: stamp(p.At), Text: p.Text, Who: p.Who, Why: p.Why, How: p.How,
			From: p.From, Every: p.Every, Due: p.Due, Review: p.Review, Ended: p.Ended, Note: p.Note,
		})
	}
	for _, o := range log.Observations {
		w.Observations = append(w.Observations, wireObservation{Day: o.Day, Result: o.Result, Note: o.Note, At: stamp(o.At)})
	}
	return w
}

func toGoal(log journal.GoalLog) wireGoal {
	w := wireGoal{ID: log.Current().ID.String(), Wordings: make([]wireTarget, 0, len(log.Wordings))}
	for _, g := range log.Wordings {
		w.Wordings = append(w.Wordings, wireTarget{
			At: stamp(g.At), Term: g.Term, Text: g.Text, DoneWhen: g.DoneWhen, Due: g.Due, Reached: g.Reached, Dropped: g.Dropped,
		})
	}
	return w
}

func (a *reader) promise(int) error {
	var id uuid.UUID
	var log journal.PromiseLog
	err := a.record(map[string]value{
		"id":           a.id(&id),
		"wordings":     a.array(func(int) error { return a.wording(&log.Wordings) }),
		"observations": a.array(func(int) error { return a.observation(&log.Observations) }),
	}, "id", "wordings")
	if err != nil {
		return err
	}
	if len(log.Wordings) == 0 {
		return a.bad("the promise has no wording")
	}
	for i := range log.Wordings {
		log.Wordings[i].ID = id
		if err := a.rule(log.Wordings[i].Check()); err != nil {
			return err
		}
	}
	return kept("promise "+id.String(), a.sink.PutPromise(log))
}

func (a *reader) wording(to *[]journal.Promise) error {
	var p journal.Promise
	err := a.record(map[string]value{
		"at":     a.moment(&p.At),
		"text":   a.text(&p.Text, journal.MaxText),
		"who":    a.text((*string)(&p.Who), journal.MaxWord),
		"why":    a.text(&p.Why, journal.MaxText),
		"how":    a.text(&p.How, journal.MaxText),
		"from":   a.day(&p.From),
		"every":  a.text((*string)(&p.Every), journal.MaxWord),
		"due":    a.day(&p.Due),
		"review": a.day(&p.Review),
		"ended":  a.day(&p.Ended),
		"note":   a.text(&p.Note, journal.MaxText),
	}, "at", "text", "who", "from")
	*to = append(*to, p)
	return err
}

func (a *reader) observation(to *[]journal.Observation) error {
	var o journal.Observation
	err := a.record(map[string]value{
		"day":    a.day(&o.Day),
		"result": a.text((*string)(&o.Result), journal.MaxWord),
		"note":   a.text(&o.Note, journal.MaxText),
		"at":     a.moment(&o.At),
	}, "day", "result", "at")
	if err != nil {
		return err
	}
	*to = append(*to, o)
	return a.rule(o.Check())
}

func (a *reader) goal(int) error {
	var id uuid.UUID
	var log journal.GoalLog
	err := a.record(map[string]value{
		"id":       a.id(&id),
		"wordings": a.array(func(int) error { return a.target(&log.Wordings) }),
	}, "id", "wordings")
	if err != nil {
		return err
	}
	if len(log.Wordings) == 0 {
		return a.bad("the goal has no wording")
	}
	for i := range log.Wordings {
		log.Wordings[i].ID = id
		if err := a.rule(log.Wordings[i].Check()); err != nil {
			return err
		}
	}
	return kept("goal "+id.String(), a.sink.PutGoal(log))
}

func (a *reader) target(to *[]journal.Goal) error {
	var g journal.Goal
	err := a.record(map[string]value{
		"at":        a.moment(&g.At),
		"term":      a.text((*string)(&g.Term), journal.MaxWord),
		"text":      a.text(&g.Text, journal.MaxText),
		"done_when": a.text(&g.DoneWhen, journal.MaxText),
		"due":       a.day(&g.Due),
		"reached":   a.day(&g.Reached),
		"dropped":   a.day(&g.Dropped),
	}, "at", "term", "text")
	*to = append(*to, g)
	return err
}
