package settings

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// pathPart lets the person say where this is going. Every answer is complete,
// and none is asked for.
func (s *Screen) pathPart() fyne.CanvasObject {
	chips := widget.NewFlow(theme.Space2)
	s.paths = make(map[journal.Path]*widget.Chip)
	for _, p := range []struct {
		path  journal.Path
		label string
	}{
		{"", lang.L("I'd rather not say")}, {journal.Undecided, lang.L("I have not decided")},
		{journal.Trying, lang.L("Trying until a day")}, {journal.SteppingBack, lang.L("Stepping back")},
		{journal.PartingWell, lang.L("Parting")},
	} {
		s.paths[p.path] = widget.NewChip(p.label, func() { s.choosePath(p.path) })
		chips.Add(s.paths[p.path])
	}
	s.until = widget.NewMutedParagraph("")
	return part(lang.L("Where this is going"),
		lang.L("What the Path shows follows this, and so does the line about it in a summary. You can change it any day; nothing you ticked or wrote is lost."),
		chips, s.until)
}

// choosePath keeps the path; for trying, it asks for the day to look again.
func (s *Screen) choosePath(p journal.Path) {
	if p != journal.Trying {
		s.change(func(profile *journal.Profile) { profile.Path, profile.PathUntil = p, "" })
		return
	}
	dialogs.AskText(s.deps.Window, dialogs.TextQuestion{
		Title: lang.L("Until which day?"),
		Text:  lang.L("On that day you look at it again. Write it as 2026-11-05, or leave it empty."),
		Value: string(s.profile.PathUntil), Verb: lang.L("Keep"),
	}, func(text string) {
		until, err := journal.Day(""), error(nil)
		if text != "" {
			until, err = journal.ParseDay(text)
		}
		if err != nil {
			dialogs.ShowError(s.deps.Window, err)
			return
		}
		s.change(func(profile *journal.Profile) { profile.Path, profile.PathUntil = journal.Trying, until })
	})
}

func (s *Screen) showPath() {
	for p, chip := range s.paths {
		chip.SetSelected(p == s.profile.Path)
	}
	s.until.SetText("")
	if s.profile.PathUntil != "" {
		s.until.SetText(lang.L("To be looked at again on {{.Day}}.", map[string]any{"Day": s.profile.PathUntil.Time(time.UTC).Format("2 January 2006")}))
	}
	s.until.Hidden = s.until.Text == ""
}
