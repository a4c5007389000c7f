package safety

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Hooks is what a part of a page calls the page for. Each may be nil.
type Hooks struct {
	OnKey     func(*fyne.KeyEvent) bool // asked first for every key
	OnChanged func()                    // the person answered something
	OnResized func()                    // something was shown or hidden
}

// Questions asks the safety questions. Each may be left open. What is answered
// is in memory alone, until Forget.
type Questions struct {
	care    journal.Care
	hooks   Hooks
	asked   []*question       // those about the partner, then the mirror
	about   fyne.CanvasObject // those about the partner
	mirror  fyne.CanvasObject // those about oneself
	kept    fyne.CanvasObject // whether the answers are to be kept
	keep    *widget.TickBox
	content *fyne.Container
}

// NewQuestions returns the questions that a role is asked, with none answered.
func NewQuestions(care journal.Care, role journal.Role, h Hooks) *Questions {
	q := &Questions{care: care, hooks: h}
	about := widget.NewStack(theme.Space4)
	for _, asked := range care.Questions {
		about.Add(q.add(asked, false))
	}
	mirror := widget.NewStack(theme.Space4, widget.NewHeading(lang.L("About what you do yourself"), theme.SizeHeading),
		widget.NewMutedParagraph(lang.L("The same, asked about you. A yes leads to people who listen, and who help to stop it.")))
	for _, asked := range care.Mirror {
		mirror.Add(q.add(asked, true))
	}
	q.about, q.mirror = about, mirror
	q.keep = widget.NewTickBox(lang.L("Keep my answers"), nil)
	q.keep.OnKey = h.OnKey
	kept := widget.NewMutedParagraph(lang.L("They become an entry in your journal, which stays out of every summary; whoever can open the journal can read it. Without the tick they are forgotten when you leave this page."))
	kept.TextSize = theme.SizeSmall
	q.kept = widget.InsetXY(-theme.Space2, 0, widget.NewStack(0, q.keep, widget.Indented(kept)))
	q.content = widget.NewStack(theme.Space6)
	q.SetRole(role)
	return q
}

func (q *Questions) add(asked journal.SafetyQuestion, aboutSelf bool) fyne.CanvasObject {
	one := newQuestion(asked.Text, aboutSelf, q.hooks)
	q.asked = append(q.asked, one)
	return one.content
}

// Content returns what to put into the page.
func (q *Questions) Content() fyne.CanvasObject { return q.content }

// First returns the first control; nil if nothing is asked.
func (q *Questions) First() fyne.Focusable {
	if len(q.asked) == 0 {
		return nil
	}
	return q.asked[0].chips[leave]
}

// SetRole shows what a role is asked: everybody but who was hurt sees the
// mirror as well. What is not shown is not answered.
func (q *Questions) SetRole(role journal.Role) {
	q.content.Objects = []fyne.CanvasObject{q.about, q.mirror, q.kept}
	if role == journal.Hurt || len(q.care.Mirror) == 0 {
		q.content.Objects = []fyne.CanvasObject{q.about, q.kept}
		for _, one := range q.asked {
			if one.aboutSelf {
				one.answer(unsaid)
			}
		}
	}
	q.content.Refresh()
}

// Answers returns what was answered so far.
func (q *Questions) Answers() Answers {
	var a Answers
	for _, one := range q.asked {
		a.Harmed = a.Harmed || one.answered == yes && !one.aboutSelf
		a.Harming = a.Harming || one.answered == yes && one.aboutSelf
		if (one.answered == yes || one.answered == no) && q.keep.Ticked {
			a.lines = append(a.lines, one.text+" "+answerWord(one.answered))
		}
	}
	return a
}

// Answered reports whether anything was answered by yes or no.
func (q *Questions) Answered() bool {
	return slices.ContainsFunc(q.asked, func(one *question) bool { return one.answered == yes || one.answered == no })
}

// Forget drops every answer.
func (q *Questions) Forget() {
	for _, one := range q.asked {
		one.answer(unsaid)
	}
	q.keep.SetTicked(false)
}

// answer is one of the three that every question has, or none.
type answer int

const (
	yes answer = iota
	no
	leave
	unsaid // nothing is chosen, which says as much as leave
)

func answerWord(a answer) string {
	switch a {
	case yes:
		return lang.L("Yes")
	case no:
		return lang.L("No")
	}
	return lang.L("Rather not say")
}

// question is one question with its three answers side by side.
type question struct {
	text      string
	aboutSelf bool
	answered  answer
	chips     [3]*widget.Chip
	row       *fyne.Container // of the chips
	content   fyne.CanvasObject
}

func newQuestion(text string, aboutSelf bool, h Hooks) *question {
	q := &question{text: text, aboutSelf: aboutSelf, row: widget.NewFlow(theme.Space2)}
	for _, a := range []answer{yes, no, leave} {
		q.chips[a] = widget.NewChip(answerWord(a), func() {
			if q.answered == a {
				q.answer(unsaid)
			} else {
				q.answer(a)
			}
			if h.OnChanged != nil {
				h.OnChanged()
			}
		})
		q.chips[a].OnKey = func(ev *fyne.KeyEvent) bool { return q.move(a, ev) || h.OnKey != nil && h.OnKey(ev) }
		q.row.Add(q.chips[a])
	}
	q.answer(unsaid)
	q.content = widget.NewStack(theme.Space2, widget.NewParagraph(text), q.row)
	return q
}

// answer marks a as the one that is given; unsaid marks none.
func (q *question) answer(a answer) {
	q.answered = a
	for i, chip := range q.chips {
		chip.SetSelected(answer(i) == a)
	}
	q.row.Refresh() // the mark of the one that is given takes room
}

// move goes to the answer beside a with the arrows, without giving it.
func (q *question) move(a answer, ev *fyne.KeyEvent) bool {
	to := int(a) + map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}[ev.Name]
	if to == int(a) || to < 0 || to >= len(q.chips) {
		return false
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(q.chips[to]); canvas != nil {
		canvas.Focus(q.chips[to])
	}
	return true
}
