package entries

import (
	"time"
)

// saving is how the text on the screen stands.
type saving int

const (
	savingNothing saving = iota // nothing was written
	savingNow                   // something is not in the store yet
	savingDone                  // the store has everything
	savingEmptied               // the entry was emptied; the store has its last text
	savingFailed                // the store refused; it will be tried again
)

// saveState is what the status line tells.
type saveState struct {
	saving saving
	at     time.Time // of the last save
	err    error     // why it failed
	other  bool      // what failed is an entry that is no longer on the screen
}

// tell reports how the text stands.
func (a *autosaver) tell() { a.state(a.status()) }

func (a *autosaver) status() saveState {
	if d := a.open; d != nil && a.failed[d.id] != nil {
		return saveState{saving: savingFailed, err: a.failed[d.id]}
	}
	for _, d := range a.owing {
		if err := a.failed[d.id]; err != nil {
			return saveState{saving: savingFailed, err: err, other: true}
		}
	}
	d := a.open
	switch {
	case d == nil:
		return saveState{}
	case a.handed < a.changed || a.idle != nil || !d.settled():
		return saveState{saving: savingNow}
	case d.emptied():
		return saveState{saving: savingEmptied}
	case a.at.IsZero() || !d.isKept():
		return saveState{}
	}
	return saveState{saving: savingDone, at: a.at}
}
