package path

import (
	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// stateWord returns a stage's state in the person's words.
func stateWord(s journal.StateName) string {
	switch s {
	case journal.Exploring:
		return lang.L("Exploring")
	case journal.Working:
		return lang.L("Working on it")
	case journal.Steady:
		return lang.L("Steady for now")
	case journal.Revisiting:
		return lang.L("Coming back to it")
	case journal.Paused:
		return lang.L("Paused")
	case journal.NotForMe:
		return lang.L("Not for me")
	}
	return lang.L("Not started")
}

// tickedWord says how many steps are ticked, never out of how many: the path
// is not a score.
func tickedWord(n int) string {
	if n == 0 {
		return ""
	}
	return lang.L("{{.Count}} ticked", map[string]any{"Count": n})
}

// standingWord says in a few words how a stage stands, and nothing of one that
// was not begun: the list is no list of duties.
func standingWord(snap snapshot, stage journal.Stage) string {
	if snap.profile.IsFolded(stage.ID, false) {
		return lang.L("Folded away")
	}
	state := snap.state(stage.ID).State
	if state == journal.NotStarted {
		return tickedWord(snap.ticked(snap.whole(stage)))
	}
	return joined(stateWord(state), tickedWord(snap.ticked(snap.whole(stage))))
}

// tickWord says what an act on a step was. Only what was ticked before can be
// unticked: a note alone takes nothing back.
func tickWord(t journal.Tick, was bool, step string) string {
	data := map[string]any{"Step": step}
	switch {
	case t.Done && was:
		return lang.L("Noted: {{.Step}}", data)
	case t.Done:
		return lang.L("Ticked: {{.Step}}", data)
	case was:
		return lang.L("Unticked: {{.Step}}", data)
	}
	return lang.L("Noted: {{.Step}}", data)
}

// joined puts the parts that are not empty side by side.
func joined(parts ...string) string {
	out := ""
	for _, part := range parts {
		switch {
		case part == "":
		case out == "":
			out = part
		default:
			out += "  ·  " + part
		}
	}
	return out
}
