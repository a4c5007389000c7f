package safety

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Support shows general advice, and where help is to be had outside. It has a
// part for whoever is harmed and one for whoever does harm; the role, and what
// was answered, say which of them is open. The other opens with a button.
type Support struct {
	care    journal.Care
	copy    func(string)
	hooks   Hooks
	harmed  bool                     // the part for whoever is harmed is open
	harming bool                     // that for whoever does harm is
	turns   map[*bool]*widget.Button // what opens and closes each part
	danger  *fyne.Container          // what to call in danger
	outside *fyne.Container          // the services
	advice  *fyne.Container          // the two parts
	copied  *widget.Button           // what copied last, or nil
	reach   []*widget.Button         // what copies each service
}

// NewSupport returns the advice. copy puts a text on the clipboard; it is never
// called but by an act of the person.
func NewSupport(care journal.Care, copy func(string), h Hooks) *Support {
	s := &Support{care: care, copy: copy, hooks: h, turns: make(map[*bool]*widget.Button),
		danger: widget.NewStack(0), outside: widget.NewStack(theme.Space4), advice: widget.NewStack(theme.Space8)}
	s.Open(journal.Unsure, Answers{})
	return s
}

// Open opens what a role is shown after the answers; none opens both parts for
// whoever is both, or not sure. The part of a yes comes first, and where both
// are answered by yes, the one for whoever is harmed.
func (s *Support) Open(role journal.Role, a Answers) {
	s.harmed, s.harming = role != journal.Caused || a.Harmed, role != journal.Hurt || a.Harming
	if a.Yes() {
		s.harmed, s.harming = a.Harmed, a.Harming
	}
	s.show()
}

// Danger returns the numbers to call in danger, for the top of the page, with
// what leads on to the services; nothing of it shows if there are none.
func (s *Support) Danger() fyne.CanvasObject { return s.danger }

// Outside returns where help is to be had.
func (s *Support) Outside() fyne.CanvasObject { return s.outside }

// Advice returns the parts for whoever is harmed and whoever does harm.
func (s *Support) Advice() fyne.CanvasObject { return s.advice }

func (s *Support) show() {
	s.copied, s.reach = nil, nil
	harmed := s.part(&s.harmed, lang.L("If you are afraid, or are being hurt"), s.care.Advice)
	harming := s.part(&s.harming, lang.L("If you hurt, force, threaten or control someone"), s.care.Turning)
	if s.harming && !s.harmed {
		harmed, harming = harming, harmed
	}
	s.advice.Objects = []fyne.CanvasObject{harmed, harming}
	s.outside.Objects = s.services()
	s.danger.Objects = s.emergency()
	for _, c := range []*fyne.Container{s.danger, s.outside, s.advice} {
		c.Hidden = len(c.Objects) == 0
		c.Refresh()
	}
}

// part is the advice for one side, or a button that opens it.
func (s *Support) part(open *bool, title string, advice []journal.CareAdvice) fyne.CanvasObject {
	if !*open {
		return widget.NewQuietRow(s.turn(title+"…", open))
	}
	part := widget.NewStack(theme.Space4, beside(theme.Space1, wrappedHeading(title), s.turn(lang.L("Fold away"), open)))
	for _, a := range advice {
		part.Add(widget.NewStack(theme.Space1, wrapped(a.Title), widget.NewParagraph(a.Text)))
	}
	return part
}

// turn is the button that opens or closes a part, and has the focus afterwards.
func (s *Support) turn(label string, open *bool) *widget.Button {
	button := s.button(widget.NewQuietButton(label, func() {
		*open = !*open
		s.show()
		if s.hooks.OnResized != nil {
			s.hooks.OnResized()
		}
		if canvas := fyne.CurrentApp().Driver().CanvasForObject(s.advice); canvas != nil {
			canvas.Focus(s.turns[open])
		}
	}))
	s.turns[open] = button
	return button
}

// wrapped is a small heading that wraps where the window is narrow.
func wrapped(text string) *widget.Paragraph {
	p := widget.NewParagraph(text)
	p.Bold = true
	return p
}

func wrappedHeading(text string) *widget.Paragraph {
	p := wrapped(text)
	p.TextSize = theme.SizeHeading
	return p
}

func (s *Support) button(b *widget.Button) *widget.Button {
	b.OnKey = s.hooks.OnKey
	return b
}

// emergency is a card with the numbers to call in danger.
func (s *Support) emergency() []fyne.CanvasObject {
	numbers := widget.NewFlow(theme.Space4)
	for _, v := range s.care.Services {
		if v.Emergency {
			number := widget.NewLabel(v.Reach, theme.ColorInk, theme.SizeHeading)
			number.Bold = true
			numbers.Add(widget.NewRow(theme.Space2, number, widget.NewLabel(v.Country, theme.ColorInk, theme.SizeText)))
		}
	}
	if len(numbers.Objects) == 0 {
		return nil
	}
	about := widget.NewParagraph(dated(s.care.Dated))
	about.TextSize = theme.SizeSmall
	card := widget.NewStack(theme.Space3, wrapped(lang.L("In danger now? Call the emergency number where you are.")), numbers, about)
	if len(s.reach) > 0 {
		card.Add(widget.NewQuietRow(s.button(widget.NewQuietButton(lang.L("Go to help outside, by country"), s.toOutside))))
	}
	return []fyne.CanvasObject{widget.NewSurface(theme.ColorSoftAccent, widget.Inset(theme.Space4, card))}
}

// toOutside goes on to the services.
func (s *Support) toOutside() {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(s.outside); canvas != nil {
		canvas.Focus(s.reach[0])
	}
	widget.Lead(s.outside)
}

// services lists where help is to be had, by country.
func (s *Support) services() []fyne.CanvasObject {
	listed := slices.DeleteFunc(slices.Clone(s.care.Services), func(v journal.Service) bool {
		return v.Emergency || !(v.Harmed && s.harmed || v.Harming && s.harming)
	})
	if len(listed) == 0 {
		return nil
	}
	list := []fyne.CanvasObject{widget.NewHeading(lang.L("Help outside"), theme.SizeHeading),
		widget.NewMutedParagraph(dated(s.care.Dated) + " " +
			lang.L("They change, and some are missing: a doctor, the police or a library can name others near you. Mend dials nothing and opens nothing; a copy stays on the clipboard for a minute."))}
	country := ""
	for _, v := range listed {
		if v.Country != country {
			country = v.Country
			list = append(list, widget.InsetXY(0, theme.Space1, heading(country)))
		}
		list = append(list, s.service(v))
	}
	return list
}

// dated says when the list was put together.
func dated(day journal.Day) string {
	at := day.Time(time.UTC)
	if at.IsZero() {
		return lang.L("These numbers and addresses may be out of date.")
	}
	return lang.L("Put together in {{.Month}} {{.Year}}, and it may be out of date by now.",
		map[string]any{"Month": lang.L(at.Month().String()), "Year": at.Year()})
}

func heading(country string) fyne.CanvasObject {
	if country == "" {
		country = lang.L("In many countries")
	}
	head := widget.NewHeading(country, theme.SizeSmall)
	head.SetColor(theme.ColorMuted)
	return head
}

// service is one service, with what copies how to reach it. One that is called
// by its number says it once.
func (s *Support) service(v journal.Service) fyne.CanvasObject {
	var button *widget.Button
	button = s.button(widget.NewQuietButton(lang.L("Copy"), func() {
		if s.copied != nil {
			s.copied.SetText(lang.L("Copy"))
		}
		s.copy(v.Reach)
		s.copied = button
		button.SetText(lang.L("Copied"))
	}))
	s.reach = append(s.reach, button)
	about := widget.NewStack(2, wrapped(v.Name))
	if v.Reach != v.Name {
		about.Add(widget.NewParagraph(v.Reach))
	}
	if v.Note != "" {
		note := widget.NewMutedParagraph(v.Note)
		note.TextSize = theme.SizeSmall
		about.Add(note)
	}
	return beside(theme.Space2, about, button)
}

// beside puts a quiet button at the right edge, in line with the first line of
// what it is for, which stands room lower.
func beside(room float32, content fyne.CanvasObject, button *widget.Button) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, container.NewVBox(widget.NewQuietRow(button)),
		widget.InsetXY(0, room, content))
}
