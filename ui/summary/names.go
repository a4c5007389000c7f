package summary

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// namesPart chooses whether names are shortened, and shows every word that
// becomes an initial, so that one that is no name can be left as it is.
type namesPart struct {
	screen  *Screen
	content fyne.CanvasObject

	box   *widget.TickBox
	told  *widget.Paragraph
	chips *fyne.Container

	words  []string // that are shortened unless they are spared
	asked  int      // generation of the newest look
	cancel func()   // ends the look under way, or the wait before it
}

// mostNames is how many words are shown as chips.
const mostNames = 200

func newNamesPart(s *Screen) *namesPart {
	p := &namesPart{screen: s, told: small(""), chips: widget.NewFlow(theme.Space2), cancel: func() {}}
	p.box = widget.NewTickBox(lang.L("Shorten names to initials"), func(on bool) {
		s.plan.Initials = on
		p.show()
		s.changed()
		s.relayout()
	})
	p.content = part(lang.L("Names"), widget.NewStack(theme.Space2,
		ticks(p.box, widget.Indented(p.told)), widget.Indented(p.chips)))
	return p
}

func (p *namesPart) show() {
	p.box.SetTicked(p.screen.plan.Initials)
	p.chips.Hidden = !p.screen.plan.Initials
	if !p.screen.plan.Initials {
		p.told.SetText(lang.L("What looks like a name becomes its first letter. You see here which words those are."))
	}
}

// How long the choices must rest before the entries are read anew, which takes
// longer where there are many.
const (
	restFor     = 300 * time.Millisecond
	restForMany = time.Second
	many        = 2000
)

func (s *Screen) rest() time.Duration {
	if len(s.listed) > many {
		return restForMany
	}
	return restFor
}

// look finds the words that would be shortened in what is chosen now.
func (p *namesPart) look() {
	s := p.screen
	p.cancel()
	p.asked++
	if !s.plan.Initials {
		return
	}
	p.told.SetText(lang.L("Looking for names…"))
	p.cancel = s.deps.Tasks.After(s.rest(), p.find)
}

func (p *namesPart) find() {
	s, generation, choice := p.screen, p.asked, p.screen.choice()
	choice.Spare = nil
	looking, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	var r journal.Report
	var err error
	s.deps.Tasks.Go(func(ctx context.Context) {
		defer context.AfterFunc(ctx, cancel)()
		r, err = s.deps.Report(looking, choice)
	}, func() {
		cancel()
		switch {
		case generation != p.asked || stopped(err):
		case err != nil:
			p.told.SetText(explained(err))
		default:
			p.showWords(r.Shortened)
		}
	})
}

// showWords shows the words as chips; those that are chosen become initials.
func (p *namesPart) showWords(words []string) {
	s := p.screen
	p.words = words
	p.chips.RemoveAll()
	for _, word := range words[:min(len(words), mostNames)] {
		var chip *widget.Chip
		chip = widget.NewChip(word, func() {
			chip.SetSelected(!chip.Selected)
			p.spare(word, !chip.Selected)
		})
		chip.SetSelected(!spared(s.plan.Spare, word))
		p.chips.Add(chip)
	}
	p.told.SetText(namesWords(len(words)))
	s.relayout()
}

// spare leaves a word as it is, or not. The words that look like names stay the
// same.
func (p *namesPart) spare(word string, on bool) {
	s := p.screen
	for _, other := range slices.Clone(s.plan.Spare) {
		if strings.EqualFold(other, word) {
			s.plan.SpareWord(other, false)
		}
	}
	if on {
		s.plan.SpareWord(word, true)
	}
	s.changed()
	p.cancel()
	p.asked++
	p.told.SetText(namesWords(len(p.words)))
	s.relayout()
}

func spared(spare []string, word string) bool {
	return slices.ContainsFunc(spare, func(other string) bool { return strings.EqualFold(other, word) })
}

// unseen returns the words that were shortened and that the person has not been
// shown.
func (p *namesPart) unseen(shortened []string) []string {
	return slices.DeleteFunc(slices.Clone(shortened), func(word string) bool {
		return slices.Contains(p.words[:min(len(p.words), mostNames)], word)
	})
}
