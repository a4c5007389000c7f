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
	body  fyne.CanvasObject
	role  *widget.Choices
	guide *guideChoice // nil if there is no guide
}

func newPersonPage(guides []journal.Guide, h hooks) *personPage {
	p := &personPage{}
	p.role = widget.NewChoices(roleOptions(), nil)
	p.role.Select(slices.Index(journal.Roles(), journal.Unsure))
	p.role.OnKey = h.onKey
	body := widget.NewStack(theme.Space3,
		title(lang.L("Where do you stand?")),
		widget.NewParagraph(lang.L("This decides which steps and questions you are shown. You can change it any day.")),
		widget.InsetXY(-theme.Space2, 0, p.role),
	)
	if len(guides) > 0 {
		p.guide = newGuideChoice(guides, h)
		body.Add(widget.InsetXY(0, theme.Space2, p.guide.content))
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

func (p *personPage) content() fyne.CanvasObject        { return p.body }
func (p *personPage) first() fyne.Focusable             { return p.role }
func (p *personPage) missing() (string, fyne.Focusable) { return "", nil }

// profile is what the person chose.
func (p *personPage) profile() journal.Profile {
	profile := journal.Profile{Role: journal.Roles()[p.role.Selected], Guide: journal.DefaultGuide, Welcomed: true}
	if p.guide != nil {
		profile.Guide = p.guide.chosen().ID
	}
	return profile
}
