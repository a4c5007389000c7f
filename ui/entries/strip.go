package entries

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// strip is the thin part below the text: when it happened, what was felt, what
// it belongs to, and how it stands.
type strip struct {
	OnChanged func()
	OnDelete  func()

	when     *when
	feelings *feelings
	links    *links
	tags     *tags
	keepOut  *widget.Chip
	star     *widget.Chip
	status   *status

	facts   *fyne.Container // flows: moment, link, feelings, tags
	wrong   *widget.Paragraph
	content *fyne.Container
	changed func() // told when the strip takes more or less room
}

// stripDeps is what a strip is made of.
type stripDeps struct {
	guide    journal.Guide
	role     func() journal.Role
	families []journal.FeelingFamily
	now      func() time.Time
	drawer   *drawer
	grown    func()
}

func newStrip(d stripDeps) *strip {
	s := &strip{changed: d.grown}
	s.when = newWhen(d.drawer)
	s.feelings = newFeelings(d.families, d.drawer)
	s.links = newLinks(d.guide, d.role, d.drawer)
	s.tags = newTags()
	s.keepOut = newToggle(lang.L("Keep out of summaries"), s.onChanged)
	s.star = newToggle(lang.L("Star"), s.onChanged)
	s.status = newStatus(d.now, d.grown)
	s.wire()
	s.build()
	return s
}

func (s *strip) wire() {
	s.when.OnChanged = s.onChanged
	s.feelings.OnChanged, s.feelings.OnGrown = s.onChanged, s.flow
	s.links.OnChanged, s.links.OnGrown = s.onChanged, s.flow
	s.tags.OnChanged, s.tags.OnGrown = s.onChanged, s.flow
	s.tags.OnWrong = s.tell
}

func (s *strip) build() {
	s.facts = widget.NewFlow(theme.Space2)
	s.wrong = widget.NewParagraph("")
	s.wrong.TextSize = theme.SizeSmall
	s.wrong.SetColor(theme.ColorWarning)
	s.wrong.Hide()
	remove := widget.NewQuietButton(lang.L("Delete"), func() { s.OnDelete() })
	foot := container.NewBorder(nil, nil,
		widget.NewRow(theme.Space2, s.star, s.keepOut, remove), nil, s.status.line)
	s.status.line.Alignment = fyne.TextAlignTrailing
	s.content = widget.NewStack(theme.Space2, widget.NewLine(), s.facts, s.wrong, foot, s.status.failure)
}

// newToggle returns a chip that is selected and not in turn.
func newToggle(text string, changed func()) *widget.Chip {
	chip := widget.NewChip(text, nil)
	chip.OnTap = func() {
		chip.SetSelected(!chip.Selected)
		changed()
	}
	return chip
}

// Set shows another entry.
func (s *strip) Set(e journal.Entry) {
	s.when.Set(e.At)
	s.feelings.Set(e.Feelings)
	s.links.Set(e.Stage, e.Step)
	s.tags.Set(e.Tags)
	s.keepOut.SetSelected(e.KeepOut)
	s.star.SetSelected(e.Starred)
	s.tell("")
	s.flow()
}

// Get puts what the strip holds into e.
func (s *strip) Get(e *journal.Entry) {
	e.At = s.when.at
	e.Feelings, e.Tags = s.feelings.list, s.tags.list
	e.Stage, e.Step = s.links.stage, s.links.step
	e.KeepOut, e.Starred = s.keepOut.Selected, s.star.Selected
}

func (s *strip) onChanged() {
	s.changed() // a toggled chip is wider
	s.OnChanged()
}

// flow puts the facts in their order.
func (s *strip) flow() {
	objects := []fyne.CanvasObject{s.when.button}
	objects = append(objects, s.links.Objects()...)
	objects = append(objects, s.feelings.Objects()...)
	s.facts.Objects = append(objects, s.tags.Objects()...)
	s.facts.Refresh()
	s.changed()
}

func (s *strip) tell(wrong string) {
	if s.wrong.Text == wrong {
		return
	}
	s.wrong.SetText(wrong)
	show(s.wrong, wrong != "")
	s.changed()
}

// heightFor returns how high the strip is at width.
func (s *strip) heightFor(width float32) float32 {
	s.content.Resize(fyne.NewSize(width, s.content.Size().Height))
	return s.content.MinSize().Height
}
