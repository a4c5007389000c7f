package entries

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// strip is the thin part below the text: when it happened, what was felt, what
// it belongs to, and how it stands.
type strip struct {
	OnChanged func()

	when     *when
	feelings *feelings
	links    *links
	tags     *tags
	more     *more
	status   *status

	facts   *fyne.Container   // the moment, the link, the feelings and the tags
	scroll  *container.Scroll // of the facts, where they take too much room
	wrong   *widget.Paragraph
	foot    *fyne.Container
	content *fyne.Container
	changed func() // told when the strip takes more or less room
}

// stripDeps is what a strip is made of.
type stripDeps struct {
	guides   func() []journal.Guide // the one that is followed first
	role     func() journal.Role
	families []journal.FeelingFamily
	now      func() time.Time
	drawer   *drawer
	rescue   *rescue
	grown    func()
}

func newStrip(d stripDeps) *strip {
	s := &strip{changed: d.grown}
	s.when = newWhen(d.drawer)
	s.feelings = newFeelings(d.families, d.drawer)
	s.links = newLinks(d.guides, d.role, d.drawer)
	s.tags = newTags(d.drawer.focus)
	s.more = newMore(d.drawer, d.now)
	s.status = newStatus(d.now, d.rescue, d.grown)
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
	s.more.OnChanged = s.onMarked
}

func (s *strip) build() {
	s.facts = widget.NewFlow(theme.Space2)
	s.wrong = widget.NewParagraph("")
	s.wrong.TextSize = theme.SizeSmall
	s.wrong.SetColor(theme.ColorWarning)
	s.wrong.Hide()
	s.scroll = container.NewVScroll(widget.Inset(factsEdge, s.facts))
	s.foot = container.New(&footLayout{}, s.more.button, s.status.line)
	s.content = container.NewWithoutLayout(widget.NewLine(), s.scroll, s.wrong, s.foot, s.status.failure, s.status.rescue.content)
}

// Set shows another entry.
func (s *strip) Set(e journal.Entry) {
	s.when.Set(e.At)
	s.feelings.Set(e)
	s.links.Set(e.Stage, e.Step)
	s.tags.Set(e.Tags)
	s.more.Set(e)
	s.tell("")
	s.flow()
}

// Get puts what the strip holds into e.
func (s *strip) Get(e *journal.Entry) {
	e.At = s.when.at
	e.Tags = s.tags.All()
	s.feelings.Get(e)
	e.Stage, e.Step = s.links.stage, s.links.step
	s.more.Get(e)
}

func (s *strip) onChanged() { s.OnChanged() }

// onMarked shows which marks the entry has.
func (s *strip) onMarked() {
	s.flow()
	s.OnChanged()
}

// flow puts the facts in their order.
func (s *strip) flow() {
	s.facts.Objects = slices.Concat([]fyne.CanvasObject{s.when.button}, s.links.Objects(), s.feelings.Objects(), s.tags.Objects())
	s.foot.Objects = append(s.more.Objects(), s.status.line)
	s.facts.Refresh()
	s.foot.Refresh()
	s.changed()
}

func (s *strip) tell(wrong string) {
	if s.wrong.Text == wrong {
		return
	}
	s.wrong.SetText(wrong)
	widget.Show(s.wrong, wrong != "")
	s.changed()
}

// factsEdge is the room round the facts within their scroll, for edges and
// rings. The scroll is as much larger, so that the facts stand in line.
const factsEdge float32 = 2

// layOut places the strip's parts at width and returns how high they are
// together. The facts get at most the height most, and scroll beyond it.
func (s *strip) layOut(width, most float32) float32 {
	y := float32(0)
	s.status.fit(width)
	for _, o := range s.content.Objects {
		switch {
		case !o.Visible():
			continue
		case o == fyne.CanvasObject(s.scroll):
			y += s.layOutFacts(y, width, most)
			continue
		case o == fyne.CanvasObject(s.foot) && s.footJoins(width, most):
			continue
		}
		o.Resize(fyne.NewSize(width, o.Size().Height)) // what wraps learns the width
		height := o.MinSize().Height
		widget.Place(o, 0, y, width, height)
		y += height + theme.Space2
	}
	s.foot.Layout.Layout(s.foot.Objects, s.foot.Size()) // the status may be longer or shorter
	return y - theme.Space2
}

// layOutFacts places the facts from y on, and the foot behind the last of them
// where it fits. It returns how much room they take with the gap below.
func (s *strip) layOutFacts(y, width, most float32) float32 {
	height := min(heightAt(s.facts, width), most)
	if s.footJoins(width, most) {
		x, line := s.endOfFacts()
		s.status.fit(width - x - s.actsWidth())
		s.foot.Resize(fyne.NewSize(width-x, s.foot.Size().Height)) // it learns the width
		foot := s.foot.MinSize().Height
		widget.Place(s.foot, x, y+line, width-x, foot)
		height = max(height, line+foot)
	}
	widget.Place(s.scroll, -factsEdge, y-factsEdge, width+2*factsEdge, height+2*factsEdge)
	return height + theme.Space2
}

// footJoins reports whether the foot stands in the last line of the facts: it
// has room there, and the facts don't scroll.
func (s *strip) footJoins(width, most float32) bool {
	if len(s.facts.Objects) == 0 {
		return false
	}
	x, _ := s.endOfFacts()
	return s.facts.MinSize().Height <= most && x+s.actsWidth()+s.status.least() <= width
}

// endOfFacts returns where the last line of the facts goes on.
func (s *strip) endOfFacts() (x, y float32) {
	last := s.facts.Objects[len(s.facts.Objects)-1]
	return last.Position().X + last.Size().Width + theme.Space2, last.Position().Y
}

// actsWidth is how wide what is done now and then is in one line, with the gap to
// the status.
func (s *strip) actsWidth() (width float32) {
	for _, o := range s.foot.Objects[:len(s.foot.Objects)-1] {
		width += o.MinSize().Width + theme.Space2
	}
	return width
}

// heightAt returns how high content is at width. What wraps in it learns the
// width first.
func heightAt(content *fyne.Container, width float32) float32 {
	content.Layout.Layout(content.Objects, fyne.NewSize(width, content.Size().Height))
	return content.MinSize().Height
}

// footLayout places its objects side by side, and in more lines where the width
// ends. The last one stands at the end of its line.
type footLayout struct{ width float32 }

// Layout implements fyne.Layout.
func (l *footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.lines(objects, func(o fyne.CanvasObject, x, y, line float32) {
		least := o.MinSize()
		if o == objects[len(objects)-1] {
			x = max(size.Width-least.Width, 0)
		}
		widget.Place(o, x, y+(line-least.Height)/2, least.Width, least.Height)
	})
}

// MinSize implements fyne.Layout: as high as the lines are at the last width.
func (l *footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	l.lines(objects, func(_ fyne.CanvasObject, _, y, line float32) { size.Height = max(size.Height, y+line) })
	return size
}

// lines calls put with where each object stands and how high its line is.
func (l *footLayout) lines(objects []fyne.CanvasObject, put func(o fyne.CanvasObject, x, y, line float32)) {
	line := float32(0)
	for _, o := range objects {
		line = max(line, o.MinSize().Height)
	}
	x, y := float32(0), float32(0)
	for _, o := range objects {
		width := o.MinSize().Width
		if x > 0 && x+width > l.width {
			x, y = 0, y+line+theme.Space2
		}
		put(o, x, y, line)
		x += width + theme.Space2
	}
}
