package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dates"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// pathPart lets the person say where this is going. Every answer is complete,
// and none is asked for.
type pathPart struct {
	chips   map[journal.Path]*widget.Chip
	row     *fyne.Container   // of the chips
	says    *widget.Paragraph // what the path is
	shows   *widget.Paragraph // what it changes
	until   *widget.Paragraph // when it is looked at again
	review  *widget.Button    // sets that day
	content *fyne.Container
}

func (s *Screen) newPathPart() *pathPart {
	p := &pathPart{chips: make(map[journal.Path]*widget.Chip), row: widget.NewFlow(theme.Space2)}
	for _, path := range append([]journal.Path{""}, journal.Paths()...) {
		p.chips[path] = widget.NewChip(pathWord(path), func() { s.choosePath(path) })
		p.row.Add(p.chips[path])
	}
	p.says, p.shows, p.until = widget.NewParagraph(""), widget.NewMutedParagraph(""), widget.NewParagraph("")
	p.review = widget.NewQuietButton("", s.askReview)
	p.content = widget.NewStack(theme.Space2, widget.NewHeading(lang.L("Where this is going"), theme.SizeHeading),
		widget.NewMutedParagraph(lang.L("The stages and questions you see follow this, and so does the line about it in a summary. You can change it any day; nothing you ticked or wrote is lost.")),
		p.row, widget.InsetXY(0, theme.Space1, p.says), p.shows, p.until, widget.NewQuietRow(p.review))
	return p
}

func pathWord(p journal.Path) string {
	switch p {
	case journal.Undecided:
		return lang.L("I have not decided")
	case journal.Trying:
		return lang.L("Trying until a day")
	case journal.SteppingBack:
		return lang.L("Stepping back")
	case journal.PartingWell:
		return lang.L("Parting well")
	}
	return lang.L("I'd rather not say")
}

// pathSays says what a path is, in calm words: each is a complete outcome.
func pathSays(p journal.Path) string {
	switch p {
	case journal.Undecided:
		return lang.L("Not knowing yet is a complete answer. Some questions help you find out what you want; none of them asks you to decide.")
	case journal.Trying:
		return lang.L("You try, and look at it again on a day that you choose. Trying is no promise to stay, and it may end before that day.")
	case journal.SteppingBack:
		return lang.L("You make room between you, for a time or for good. What is asked is what you need to be safe and settled, what you still owe each other, and who stands by you.")
	case journal.PartingWell:
		return lang.L("You part, and take care how you do it. What is asked is what you decided and why, what you still owe each other, and what you take with you. Nobody needs to agree with you.")
	}
	return lang.L("Nothing is said about it, not in a summary either. The Path is shown as for someone who has not decided.")
}

// isReviewed reports whether a path has a day on which it is looked at again.
func isReviewed(p journal.Path) bool { return p == journal.Trying || p == journal.Undecided }

// choosePath keeps the path; where it is looked at again, it then asks when.
func (s *Screen) choosePath(p journal.Path) {
	if p == s.profile.Path {
		return
	}
	s.changeThen(func(profile *journal.Profile) {
		profile.Path = p
		if !isReviewed(p) {
			profile.PathUntil = ""
		}
	}, func() {
		if isReviewed(p) {
			s.askReview()
		}
	})
}

// askReview asks for the day on which the path is looked at again.
func (s *Screen) askReview() {
	dialogs.AskDay(s.deps.Window, dialogs.DayQuestion{
		Title: lang.L("When will you look at it again?"),
		Text:  lang.L("On that day you ask yourself how it stands, and nothing else happens. You can change the day, or do without one."),
		Value: s.profile.PathUntil, Today: s.deps.Now(), Verb: lang.L("Keep"), None: lang.L("Without a day"),
	}, func(day journal.Day) {
		s.change(func(profile *journal.Profile) { profile.PathUntil = day })
	})
}

// showPath shows the path, what it is and what it changes.
func (s *Screen) showPath() {
	p, profile := s.path, s.profile
	for path, chip := range p.chips {
		chip.SetSelected(path == profile.Path)
	}
	p.row.Refresh() // the mark of the chosen one takes room
	p.says.SetText(pathSays(profile.Path))
	p.shows.SetText(pathShows(profile, s.deps.Guides()))
	p.until.SetText(lang.L("No day is set for looking at it again."))
	p.review.SetText(lang.L("Choose a day…"))
	if profile.PathUntil != "" {
		p.until.SetText(lang.L("To be looked at again on {{.Day}}.", map[string]any{"Day": dates.Day(profile.PathUntil)}))
		p.review.SetText(lang.L("Change the day…"))
	}
	p.until.Hidden = profile.PathUntil == "" && !isReviewed(profile.Path)
	p.review.Hidden = p.until.Hidden
	s.content.Refresh() // the texts take another height
}

// pathShows says which stages of the guide the path leaves out. guides are those
// that can be followed, the default guide first.
func pathShows(p journal.Profile, guides []journal.Guide) string {
	if len(guides) == 0 {
		return ""
	}
	shown := journal.GuidesFor(p, nil, guides)[0]
	at := slices.IndexFunc(guides, func(g journal.Guide) bool { return g.ID == shown.ID })
	var without []string
	for _, stage := range guides[at].Stages {
		if _, ok := shown.Stage(stage.ID); !ok && !stage.Hidden {
			without = append(without, stage.Title)
		}
	}
	said := lang.L("On this path your guide shows all its stages.")
	if len(without) > 0 {
		said = lang.L("On this path your guide leaves out: {{.Stages}}. What you keep in them stays, at the end of the Path.",
			map[string]any{"Stages": strings.Join(without, " · ")})
	}
	if shown.ID != p.Guide && slices.ContainsFunc(guides, func(g journal.Guide) bool { return g.ID == p.Guide }) {
		said = lang.L("Your guide has no stages for this path; until you choose another, the Path follows “{{.Guide}}”.", map[string]any{"Guide": shown.Title}) + " " + said
	}
	return said
}
