package welcome

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// personPage asks for the role and the guide.
type personPage struct {
	body   fyne.CanvasObject
	guides []journal.Guide
	role   *widget.Choices
	guide  *widget.Choices // nil if there is one guide only
}

func newPersonPage(guides []journal.Guide, onKey func(*fyne.KeyEvent) bool) *personPage {
	p := &personPage{guides: guides}
	p.role = widget.NewChoices(roleOptions(), nil)
	p.role.Select(slices.Index(journal.Roles(), journal.Unsure))
	p.role.OnKey = onKey
	body := widget.NewStack(theme.Space3,
		title(lang.L("Where do you stand?")),
		widget.NewParagraph(lang.L("This decides which steps and questions you are shown. You can change it any day.")),
		p.role,
	)
	if len(guides) > 0 {
		body.Add(widget.NewHeading(lang.L("Your guide"), theme.SizeHeading))
	}
	switch {
	case len(guides) == 1:
		about := widget.NewMutedParagraph(guides[0].About)
		body.Add(widget.NewCard(widget.NewHeading(guides[0].Title, theme.SizeText), about))
	case len(guides) > 1:
		p.guide = widget.NewChoices(guideOptions(guides), nil)
		p.guide.Select(0)
		p.guide.OnKey = onKey
		body.Add(p.guide)
	}
	p.body = body
	return p
}

// roleOptions follows the order of journal.Roles.
func roleOptions() []widget.Option {
	return []widget.Option{
		{Label: lang.L("I was hurt"), About: lang.L("Someone close to me broke my trust.")},
		{Label: lang.L("I caused the hurt"), About: lang.L("I broke someone's trust and want to answer for my part.")},
		{Label: lang.L("Both"), About: lang.L("We have hurt each other.")},
		{Label: lang.L("I am not sure"), About: lang.L("It is not clear to me yet, or I would rather leave it open.")},
	}
}

func guideOptions(guides []journal.Guide) []widget.Option {
	var options []widget.Option
	for _, g := range guides {
		options = append(options, widget.Option{Label: g.Title, About: g.About})
	}
	return options
}

func (p *personPage) content() fyne.CanvasObject        { return p.body }
func (p *personPage) first() fyne.Focusable             { return p.role }
func (p *personPage) missing() (string, fyne.Focusable) { return "", nil }

// profile is what the person chose.
func (p *personPage) profile() journal.Profile {
	profile := journal.Profile{Role: journal.Roles()[p.role.Selected], Guide: journal.DefaultGuide, Welcomed: true}
	if len(p.guides) > 0 {
		profile.Guide = p.guides[0].ID
	}
	if p.guide != nil {
		profile.Guide = p.guides[p.guide.Selected].ID
	}
	return profile
}
