//go:build linux

package main_test

import (
	"image"
	"slices"
	"testing"
)

// look is a way the window can look.
type look struct {
	name   string
	theme  string
	larger int // how often the text is made larger, by a tenth each time
}

func looks() []look {
	return []look{{"light", "light", 0}, {"dark", "dark", 0}, {"large", "light", 5}}
}

// tourScreens takes a picture of every screen of the sample journal.
func tourScreens(t *testing.T, screen *display, binary string, l look) {
	h := newHome(t)
	w := openWindow(screen, h, l.theme, binary, "--demo")
	w.follow([]step{{name: "open", waitFor: isPainted()}})
	if l.larger > 0 {
		w.follow([]step{{name: "make the text larger", acts: []act{press(slices.Repeat([]string{"ctrl+equal"}, l.larger)...)}}})
	}
	for _, s := range slices.Concat(writingScreens(), pathScreens(), handingScreens(), shutScreens()) {
		if s.picture != "" {
			s.picture = l.name + "-" + s.picture
		}
		w.follow([]step{s})
	}
	w.quit()
	w.expectNoNetwork()
}

func writingScreens() []step {
	return []step{
		{name: "today", picture: "today"},
		{name: "further down", acts: []act{press("Next")}, picture: "today-below"},
		{name: "journal", acts: []act{press("ctrl+2")}, picture: "journal"},
		{name: "an entry", acts: []act{press("Return")}, picture: "entry"},
		{name: "search", acts: []act{press("ctrl+f"), write("talk")}, picture: "search"},
		{name: "guided pages", acts: []act{press("ctrl+shift+n")}, picture: "guided-pages"},
		{name: "a guided page", acts: []act{write("after a talk"), press("Return")}, picture: "guided-page"},
	}
}

func pathScreens() []step {
	const reason = 1 // stands between the states of a stage and what belongs to it
	return []step{
		{name: "path", acts: []act{press("ctrl+3")}, picture: "path"},
		{name: "the stage of talking", acts: []act{tab(pathTalk), press("Return")}, picture: "stage"},
		{name: "questions for two", acts: []act{tab(pathStages - pathTalk - 1 + pathWays + stageStates + reason + 1), press("Return")}, picture: "deck"},
		{name: "path again", acts: []act{press("ctrl+3")}},
		{name: "guides", acts: []act{tab(pathStages - pathTalk), press("Return")}, picture: "guides"},
		{name: "promises", acts: []act{press("ctrl+4")}, picture: "promises"},
		{name: "timeline", acts: []act{back(5), press("Return")}, picture: "timeline"},
		{name: "goals", acts: []act{press("Left")}, picture: "goals"},
		{name: "today again", acts: []act{press("ctrl+1")}},
		{name: "support", acts: []act{back(1), press("Return")}, picture: "support"},
	}
}

func handingScreens() []step {
	return []step{
		{name: "insights", acts: []act{press("ctrl+5")}, picture: "insights"},
		{name: "further down", acts: []act{press("Next")}, picture: "insights-2"},
		{name: "further", acts: []act{press("Next")}, picture: "insights-3"},
		{name: "to the end", acts: []act{press("End")}, picture: "insights-end"},
		{name: "summary", acts: []act{press("ctrl+e")}, picture: "summary"},
		{name: "ask for its pages", acts: []act{back(4), press("Return")}},
		{name: "its pages", waitFor: isInked(image.Rect(460, 160, 1000, 660)), picture: "preview"},
		{name: "settings", acts: []act{press("ctrl+comma")}, picture: "settings"},
	}
}

func shutScreens() []step {
	return []step{
		{name: "help", acts: []act{press("F1")}, picture: "help"},
		{name: "lock, with help open", acts: []act{press("ctrl+l")}, picture: "unlock"},
		{name: "a wrong passphrase", acts: []act{write("not this one"), press("Return")}, picture: "wrong-passphrase"},
	}
}
