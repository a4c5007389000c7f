//go:build linux

package main_test

import (
	"image"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What is typed into the fields of the method. No file may hold these words but
// the exports that were asked for.
const (
	rarePromise  = "harrowgate lantern"
	rareReworded = "brindlefathom"  // what a promise says after it was reworded
	rareObserved = "cobaltwhimbrel" // a line beside what was seen of a promise
	rareGoal     = "dunlinparapet"
	rareContact  = "everglimmer"
	rareReach    = "foxglovequarry"  // how a contact is reached
	rareQuestion = "gannetmeridian"  // a question of one's own
	rareGuide    = "hollowsextant"   // the name of a guide of one's own
	rareStep     = "inkwellplover"   // a step of it
	rarePage     = "jasperthicket"   // in a text field of a guided page
	rareSide     = "kestrelbobbin"   // in a field with two sides
	rareWord     = "lapwingcinnabar" // a feeling named on a guided page
	rareLetter   = "mossgalleon"     // in a letter that is sealed
	rareState    = "nettlebarque"    // why a stage is worked on
	rareTicked   = "ottercandle"     // beside a tick that was taken back
	rareLine     = "pewterswift"     // the line of one's own on a summary
	rareFirst    = "quincegalley"    // on its first page
	rareSeal     = "rookery of seven velvet kites"
)

// methodSecrets are what the tour of the method types.
func methodSecrets() []secret {
	return []secret{
		{"promise", rarePromise}, {"promise as it was reworded", rareReworded}, {"line beside what was seen", rareObserved},
		{"goal", rareGoal}, {"contact", rareContact}, {"way to reach a contact", rareReach},
		{"question of one's own", rareQuestion}, {"guide of one's own", rareGuide}, {"step of one's own", rareStep},
		{"text of a guided page", rarePage}, {"side of a guided page", rareSide}, {"feeling on a guided page", rareWord},
		{"sealed letter", rareLetter}, {"reason of a stage", rareState}, {"note of a tick taken back", rareTicked},
		{"line on a summary", rareLine}, {"first page of a summary", rareFirst}, {"passphrase of a summary", rareSeal},
	}
}

// tab and back go so many controls on, or back.
func tab(n int) act  { return press(slices.Repeat([]string{"Tab"}, n)...) }
func back(n int) act { return press(slices.Repeat([]string{"shift+Tab"}, n)...) }

// What Tab leads over on Today, from its first button, as long as no time-out
// runs: the other ways to begin, the words, and what belongs to the question.
const (
	todayWords    = 3
	fewWords      = 11                                      // offered when none was named yet
	belowRating   = 4                                       // from how strong a feeling is to the question
	todayQuestion = todayWords + fewWords + belowRating - 1 // the rating is put away by then
	todayPromises = todayQuestion + 3
)

// tourMethod goes by keyboard through everything METHOD.md's checklist names,
// on a new journal, and looks at what the command line knows of it.
func tourMethod(t *testing.T, screen *display, binary string) {
	h := newHome(t)
	c := commandLine{t, h, binary, h.path("journal.mend")}
	exports := t.TempDir()
	sealed := filepath.Join(exports, "for my counsellor.pdf.age")
	c.run("new", "--role", "both")
	w := openWindow(screen, h, "light", binary, c.journal)
	w.follow(slices.Concat(
		[]step{{name: "unlock", acts: []act{write(passphrase), press("Return")}, waitFor: isOpen(c.journal)}},
		feelToday(), walkStages(), fillPages(), promiseSomething(), askEachOther(), seeInsights(),
		handOver(sealed), findSupport(), makeGuide(), partWell(), endToday(c.journal),
	))
	w.expectNoLeaks(exports)
	c.expectMethod()
	w.follow([]step{{"unlock again", []act{write(passphrase), press("Return")}, isOpen(c.journal), ""}})
	w.quit()
	w.expectNoLeaks(exports)
	w.expectNoNetwork()
}

// feelToday names a feeling in two taps, answers the question of the day and
// adds one of the person's own.
func feelToday() []step {
	return []step{
		{name: "name a feeling", acts: []act{tab(todayWords), press("Return")}},
		{name: "say how strong it is", acts: []act{press("Right")}, picture: "m01-feelings"},
		{name: "ask why the question is asked", acts: []act{tab(belowRating + 1 + 2), press("Return")}},
		{name: "add one of one's own", acts: []act{tab(1), press("Return")}},
		{name: "write that", acts: []act{write("What would " + rareQuestion + " say"), press("ctrl+Return")}},
		{name: "answer the question of the day", acts: []act{press("ctrl+1")}},
		{name: "write about it", acts: []act{tab(todayQuestion), press("Return")}},
		{name: "write", acts: []act{write(answer)}, picture: "m01-answer"},
	}
}

// walkStages says how a stage stands and why, ticks a step with a note, and
// takes the tick back.
func walkStages() []step {
	const working = 2
	return []step{
		{name: "go to the path", acts: []act{press("ctrl+3")}},
		{name: "work on the first stage", acts: []act{tab(pathStages + pathWays + working), press("Return")}},
		{name: "give a reason", acts: []act{tab(stageStates - working), press("Return")}},
		{name: "write it", acts: []act{write("It comes up every evening. " + rareState), press("ctrl+Return")}},
		{name: "tick the first step", acts: []act{tab(1), press("space")}},
		{name: "note something beside it", acts: []act{tab(2), press("Return")}},
		{name: "write the note", acts: []act{write(rareTicked), press("ctrl+Return")}},
		{name: "take the tick back", acts: []act{back(2), press("space")}},
		{name: "tick the next step", acts: []act{tab(3), press("space")}, picture: "m02-ticks"},
	}
}

// page begins the guided page that a search finds first.
func page(query string) []step {
	return []step{
		{name: "look for a guided page", acts: []act{press("ctrl+shift+n")}},
		{name: "begin " + query, acts: []act{write(query), press("Return")}},
	}
}

// fillPages fills in pages with every kind of field.
func fillPages() []step {
	return slices.Concat(
		page("ten habits"),
		[]step{{name: "look at the own week", acts: []act{press("2", "Tab", "4", "Tab", "1")}, picture: "m05-habits"}},
		page("how each of you feels"),
		[]step{
			{name: "open the feelings", acts: []act{press("Return")}},
			{name: "name one", acts: []act{write(rareWord), press("Return")}},
		},
		page("two views"),
		[]step{{name: "tell both sides", acts: []act{write("The evening of the call."), tab(1), write("A long wait. " + rareSide), tab(1), write("Another wait.")}, picture: "m06-two-views"}},
		page("my part"),
		[]step{{name: "own up, and hand part of it on", acts: []act{write("I hid it, but you made me. " + rarePage)}, picture: "m06-my-part"}},
		page("draft of an apology"),
		[]step{
			{name: "draft it", acts: []act{tab(1), write("I am sorry if it hurt.")}},
			{name: "let it rest for three days", acts: []act{tab(6), press("space"), tab(3), press("Return")}, picture: "m08-apology"},
		},
		page("trust pulse: i with"),
		[]step{{name: "rate three of nine lines", acts: []act{press("4", "Tab", "2", "Tab", "3")}, picture: "m09-pulse"}},
		page("letter i will not send"),
		[]step{
			{name: "write the letter", acts: []act{write("To you. " + rareLetter)}},
			{name: "open what else can be done", acts: []act{tab(8), press("Return")}},
			{name: "seal it", acts: []act{tab(3), press("Return")}},
			{name: "for a month", acts: []act{press("Return")}},
			{name: "seal it until that day", acts: []act{press("Return")}, picture: "m09-letter"},
		},
		page("cooling off"),
		[]step{
			{name: "come back in twenty minutes", acts: []act{back(4), press("Return")}},
			{name: "and walk until then", acts: []act{tab(9), press("space")}},
			{name: "see the return on Today", acts: []act{press("ctrl+1")}, picture: "m07-cooling-off"},
		},
	)
}

// promiseSomething takes an idea for a promise, notes it from Today, rewords it,
// and looks at the timeline; and sets a goal.
func promiseSomething() []step {
	const (
		coolingOff = 1 // what stands on Today above the words by now
		ownWord    = 1 // the one that was named on a page, offered by now
	)
	return []step{
		{name: "go to the promises", acts: []act{press("ctrl+4")}},
		{name: "look at ideas", acts: []act{tab(1), press("Return")}, picture: "m07-ideas"},
		{name: "take the first", acts: []act{press("Return")}},
		{name: "in other words", acts: []act{press("ctrl+a"), write("Ring before ten. " + rarePromise), press("ctrl+Return")}},
		{name: "go to Today", acts: []act{press("ctrl+1")}},
		{name: "note it as kept", acts: []act{tab(todayPromises + coolingOff + ownWord), press("Return")}, picture: "m08-promised"},
		{name: "go back to the promises", acts: []act{press("ctrl+4")}},
		{name: "open it", acts: []act{press("Return")}},
		{name: "change it", acts: []act{tab(1), press("Return")}},
		{name: "reword it", acts: []act{press("End"), write(" " + rareReworded), press("ctrl+Return")}},
		{name: "go back to all", acts: []act{press("Escape")}},
		{name: "add a line to what was seen", acts: []act{tab(5), press("Return")}},
		{name: "write it", acts: []act{tab(1), write(rareObserved), press("ctrl+Return")}},
		{name: "go to the grid", acts: []act{press("ctrl+4")}},
		{name: "look at the timeline", acts: []act{back(5), press("Return")}, picture: "m08-timeline"},
		{name: "turn to the goals", acts: []act{press("Left")}},
		{name: "begin one", acts: []act{tab(2), press("Return")}},
		{name: "write it", acts: []act{write("A week by the sea. " + rareGoal), press("ctrl+Return")}, picture: "m09-goal"},
	}
}

// pathTalk is the stage of talking, counted from the first one.
const pathTalk = 8

// askEachOther marks a question for two as a favourite.
func askEachOther() []step {
	return []step{
		{name: "go to the path again", acts: []act{press("ctrl+3")}},
		{name: "open the stage of talking", acts: []act{tab(pathTalk), press("Return")}},
		{name: "go to the questions for two", acts: []act{tab(pathStages - pathTalk - 1 + pathWays + stageStates + 1), press("Return")}},
		{name: "mark one", acts: []act{press("f")}, picture: "m09-deck"},
	}
}

// seeInsights opens what is behind a mark of the first chart.
func seeInsights() []step {
	return []step{
		{name: "go to the insights", acts: []act{press("ctrl+5")}},
		{name: "go to a mark", acts: []act{tab(6), press("Right")}, picture: "m05-insights"},
		{name: "open what is behind it", acts: []act{press("Return")}, picture: "m05-behind"},
		{name: "close that", acts: []act{press("Escape")}},
	}
}

// What Tab leads over in the choices for a summary, from the first recipient to
// the line of one's own, and from there to the seal.
const (
	summaryLine = 1 + 8 + pathStages + 7 // time and recipients, stages, sections
	summarySeal = summaryLine + 9
)

// handOver makes a summary for a counsellor, with a first page and no initials,
// looks at its pages, and saves it sealed.
func handOver(file string) []step {
	return []step{
		{name: "go to the summary", acts: []act{press("ctrl+e")}},
		{name: "for a counsellor", acts: []act{tab(1), press("Return")}},
		{name: "say a line", acts: []act{tab(summaryLine - 1), write(rareLine)}},
		{name: "say what happened", acts: []act{tab(2), write("A trust was broken. " + rareFirst)}},
		{name: "leave names as they are", acts: []act{tab(4), press("space")}, picture: "m03-choices"},
		{name: "go back to the beginning", acts: []act{press("ctrl+e")}},
		{name: "ask for its pages", acts: []act{back(4), press("Return")}},
		{name: "look at them", waitFor: isInked(image.Rect(400, 120, 1100, 600)), picture: "m03-preview"},
		{name: "go back to the choices", acts: []act{press("ctrl+e")}},
		{name: "seal it", acts: []act{tab(summarySeal), press("space")}},
		{name: "and begin again", acts: []act{press("ctrl+e")}},
		{name: "save it", acts: []act{back(2), press("Return")}},
		{name: "name it", acts: []act{press("ctrl+a"), write(file), press("Return")}},
		{name: "think of a passphrase", acts: []act{write(rareSeal), press("Return"), write(rareSeal)}},
		{name: "save it sealed", acts: []act{press("Return")}, waitFor: exists(file), picture: "m03-sealed"},
	}
}

// findSupport adds a contact, says yes to a question about safety, and opens one
// of the parts again that are folded away then.
func findSupport() []step {
	return []step{
		{name: "go to Today", acts: []act{press("ctrl+1")}},
		{name: "go to the support", acts: []act{back(1), press("Return")}},
		{name: "add somebody", acts: []act{tab(3), press("Return")}},
		{name: "say who", acts: []act{write(rareContact), tab(1), write(rareReach), tab(1), press("ctrl+Return")}, picture: "m10-support"},
		{name: "go to the questions about safety", acts: []act{back(2), press("Return")}},
		{name: "say yes to the first", acts: []act{press("Left", "Left", "Return")}, picture: "m10-questions"},
		{name: "that is all", acts: []act{back(4), press("Return")}},
		{name: "see on the path what is folded away", acts: []act{press("ctrl+3")}, picture: "m10-folded"},
		{name: "go to Today", acts: []act{press("ctrl+1")}},
		{name: "go to the support again", acts: []act{back(1), press("Return")}},
		{name: "list what is folded away", acts: []act{back(2), press("Return")}},
		{name: "open the first of it", acts: []act{press("Return")}, picture: "m10-unfolded"},
	}
}

// makeGuide copies the guide, adds a step of one's own, and follows the copy.
func makeGuide() []step {
	const (
		acts  = 1 + 4 // a stage is added, and what can be done with the chosen one
		steps = 9     // of the first stage, those of every path
	)
	return []step{
		{name: "go to the path", acts: []act{press("ctrl+3")}},
		{name: "go to the guides", acts: []act{tab(pathStages - pathTalk), press("Return")}},
		{name: "copy the one that is followed", acts: []act{press("Return")}},
		{name: "name the copy", acts: []act{press("ctrl+a"), write(rareGuide), press("Return")}},
		{name: "add a step", acts: []act{tab(pathStages + acts + steps), press("Return")}},
		{name: "say what it is", acts: []act{write("Breathe first. " + rareStep), press("Return")}, picture: "m10-guide"},
		{name: "follow this guide", acts: []act{back(pathStages + acts + steps + 3), press("Return")}},
	}
}

// partWell chooses to part, and looks at the path then.
func partWell() []step {
	const parting = 2 + 4 // after what else one can be, and the other paths
	return []step{
		{name: "go to the settings", acts: []act{press("ctrl+comma")}},
		{name: "part", acts: []act{tab(parting), press("Return")}, picture: "m10-parting"},
		{name: "see the path of it", acts: []act{press("ctrl+3")}, picture: "m10-parting-path"},
	}
}

// endToday keeps to plain facts, and then ends for today, which locks the
// journal.
func endToday(journal string) []step {
	return []step{
		{name: "go to Today", acts: []act{press("ctrl+1")}},
		{name: "keep to plain facts", acts: []act{back(4), press("space")}},
		{name: "begin at the top", acts: []act{press("ctrl+1")}, picture: "m10-facts"},
		{name: "it is enough for today", acts: []act{back(2), press("Return")}, picture: "m10-enough"},
		{"lock the journal", []act{press("Return")}, isShut(journal), "m04-locked"},
	}
}

// expectMethod looks for what was typed in the archive.
func (c commandLine) expectMethod() {
	c.t.Helper()
	archive := string(c.archive())
	for _, s := range methodSecrets() {
		kept := s.text != rareSeal
		if found := strings.Contains(archive, s.text); found != kept {
			c.t.Errorf("%s: in the archive %v, want %v", s.name, found, kept)
		}
	}
	c.expectSound()
}
