package journal

import "time"

// Tick is one act of ticking, unticking or re-noting a step. Acts are kept for
// ever, so the newest one of a step says how it stands and the others are its
// history. A step has at most one act at a moment.
type Tick struct {
	Step string
	Done bool
	At   time.Time
	Note string
}

// Check returns nil if the tick can be kept, else an InvalidError.
func (t Tick) Check() error {
	if err := checkWord("step", t.Step); err != nil {
		return err
	}
	if err := checkMoment(t.At); err != nil {
		return err
	}
	return CheckText("note", t.Note, MaxText)
}

// CurrentTicks returns the newest act of every step in history, by step id.
// Where two acts share a moment the later one in history counts.
func CurrentTicks(history []Tick) map[string]Tick {
	current := make(map[string]Tick)
	for _, t := range history {
		if have, ok := current[t.Step]; !ok || !t.At.Before(have.At) {
			current[t.Step] = t
		}
	}
	return current
}

// StateName says how a stage stands for the person; stages are places, not
// levels, so any state can follow any other.
type StateName string

// The states of a stage. NotStarted is the one without history.
const (
	NotStarted StateName = "not-started"
	Exploring  StateName = "exploring"
	Working    StateName = "working"
	Steady     StateName = "steady"
	Revisiting StateName = "revisiting"
	Paused     StateName = "paused"
	NotForMe   StateName = "not-for-me"
)

// StateNames lists every state in the order it is offered.
func StateNames() []StateName {
	return []StateName{NotStarted, Exploring, Working, Steady, Revisiting, Paused, NotForMe}
}

// StageState is one dated change of how a stage stands. As with ticks, the
// newest counts and the others are history.
type StageState struct {
	Stage  string
	State  StateName
	At     time.Time
	Reason string
}

// Check returns nil if the state can be kept, else an InvalidError.
func (s StageState) Check() error {
	if err := checkWord("stage", s.Stage); err != nil {
		return err
	}
	if err := checkMoment(s.At); err != nil {
		return err
	}
	for _, name := range StateNames() {
		if s.State == name {
			return CheckText("reason", s.Reason, MaxText)
		}
	}
	return invalid("state", "it is not one of the states of a stage")
}

// CurrentStates returns the newest state of every stage in history, by stage
// id. Where two share a moment the later one in history counts.
func CurrentStates(history []StageState) map[string]StageState {
	current := make(map[string]StageState)
	for _, s := range history {
		if have, ok := current[s.Stage]; !ok || !s.At.Before(have.At) {
			current[s.Stage] = s
		}
	}
	return current
}
