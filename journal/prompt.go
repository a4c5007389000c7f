package journal

import (
	"cmp"
	"slices"
	"time"
)

// Asking is a question to write about, with why it is asked.
type Asking struct {
	Text  string
	Stage string // id, or none
	Step  string // id of the step whose prompt it is, or none
	Why   WhyAsked
	State StateName // of the stage, where Why is AskedInWork
}

// WhyAsked says why a question is asked.
type WhyAsked string

// The reasons for a question.
const (
	AskedInWork WhyAsked = "in-work" // its stage is being worked on
	AskedFirst  WhyAsked = "first"   // no stage is being worked on; its stage is the next one
	AskedOnPath WhyAsked = "path"    // it is for where the person is heading
	AskedByOwn  WhyAsked = "own"     // the person wrote it
)

// elseEvery is on every how many days a question comes first that is not of the
// stages nearest.
const elseEvery = 3

// AskOn returns the question for a day after the person has skipped some of that
// day's, or false if there is none to ask. On most days one of the stages nearest
// comes first; on every third, one of the person's own or, in turn with these,
// one for where they are heading. Skipping goes through all there are before one
// comes again.
func (w Walk) AskOn(day Day, skipped int) (Asking, bool) {
	n := dayNumber(day)
	near, own, ahead := w.nearAsked(), w.ownAsked(), w.aheadAsked()
	third := n / elseEvery
	first, then := own, ahead
	if len(own) > 0 && len(ahead) > 0 {
		if third%2 == 1 {
			first, then = ahead, own
		}
		third /= 2
	}
	near, first, then = turned(near, stridden(n, len(near))), turned(first, third), turned(then, third)
	all := slices.Concat(near, first, then)
	if n%elseEvery == elseEvery-1 {
		all = slices.Concat(first, then, near)
	}
	if len(all) == 0 {
		return Asking{}, false
	}
	return all[max(skipped, 0)%len(all)], true
}

// dayNumber counts days; every day is one more than the day before it.
func dayNumber(day Day) int {
	return int(day.Time(time.UTC).Unix()/86400) - int(Day("2000-01-01").Time(time.UTC).Unix()/86400)
}

// stridden returns where among so many a day begins. From one day to the next it
// goes on by a stride that has nothing in common with their number, so that as
// many days begin at as many places.
func stridden(day, among int) int {
	if among == 0 {
		return 0
	}
	stride := max(among*2/5, 1)
	for gcd(stride, among) != 1 {
		stride--
	}
	return day % among * stride % among
}

// gcd returns the greatest common divisor.
func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// turned returns all beginning at a place; places go round.
func turned[T any](all []T, at int) []T {
	if len(all) == 0 {
		return nil
	}
	at = (at%len(all) + len(all)) % len(all)
	return slices.Concat(all[at:], all[:at])
}

// nearAsked returns the questions of the stages nearest.
func (w Walk) nearAsked() []Asking {
	states := CurrentStates(w.States)
	var all []Asking
	for _, s := range w.nearest() {
		why := AskedFirst
		if inWork(states[s.ID]) {
			why = AskedInWork
		}
		for _, a := range w.askedIn(s) {
			a.State, a.Why = states[s.ID].State, cmp.Or(a.Why, why)
			all = append(all, a)
		}
	}
	return all
}

// aheadAsked returns the questions for the person's path of the other stages.
func (w Walk) aheadAsked() []Asking {
	near := w.nearest()
	var all []Asking
	for _, s := range w.open() {
		if slices.ContainsFunc(near, func(n Stage) bool { return n.ID == s.ID }) {
			continue
		}
		all = append(all, slices.DeleteFunc(w.askedIn(s), func(a Asking) bool { return a.Why != AskedOnPath })...)
	}
	return all
}

// askedIn returns the questions of a stage: those of its steps and its own.
func (w Walk) askedIn(s Stage) []Asking {
	var all []Asking
	add := func(text, step string, paths []Path) {
		if text == "" {
			return
		}
		a := Asking{Text: text, Stage: s.ID, Step: step}
		if len(paths) > 0 {
			a.Why = AskedOnPath
		}
		all = append(all, a)
	}
	for _, step := range w.stepsOf(s) {
		add(step.Prompt, step.ID, step.Paths)
	}
	for _, p := range s.Prompts {
		if w.Profile.Role.Sees(p.For) {
			add(p.Text, "", p.Paths)
		}
	}
	return all
}

// ownAsked returns the person's own questions, without those of a stage that is
// folded or set aside.
func (w Walk) ownAsked() []Asking {
	states := CurrentStates(w.States)
	var all []Asking
	for _, p := range w.Prompts {
		stage, known := w.Guide.Stage(p.Stage)
		if known && (w.folded(stage, states[stage.ID]) || setAside(states[stage.ID])) {
			continue
		}
		all = append(all, Asking{Text: p.Text, Stage: p.Stage, Why: AskedByOwn})
	}
	return all
}
