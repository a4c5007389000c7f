package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/form"
	"mend/ui/theme"
	"mend/ui/widget"
)

// buildGuided makes what a guided page is filled in on: the page and, below it
// in one scroll, the body for anything else.
func (p *paper) buildGuided(d Deps) {
	p.named = widget.NewParagraph("")
	p.named.TextSize, p.named.Bold = theme.SizeTitle, true
	p.named.Hide()
	also := widget.NewParagraph(lang.L("Anything else"))
	also.Bold = true
	p.also = widget.InsetXY(editor.Padding, 0, also)
	p.ending = widget.NewMutedParagraph("")
	p.guided = widget.NewStack(theme.Space4)
	p.scroll = container.NewVScroll(p.guided)
	p.form = form.New(form.Deps{Focus: focusIn(d.Window), Every: d.Tasks.Every, Now: d.Now,
		Role: d.role(), Families: d.Families}, p.scroll)
	p.form.OnGrown = p.relay
	p.writing = container.NewStack(p.body)
}

// ShowPage shows a guided page with what is filled in; one without an ID, the
// body alone.
func (p *paper) ShowPage(page journal.Page, values map[string]string) {
	was := p.isGuided()
	if !was && page.ID == "" {
		return
	}
	p.form.Show(page, values)
	p.headWith(page.Title)
	p.ending.SetText(page.Ending)
	widget.Show(p.ending, page.Ending != "")
	if page.ID == "" {
		p.guided.Objects = nil
		p.form.Unfollow(p.body)
		p.writing.Objects = []fyne.CanvasObject{p.body}
	} else {
		p.guided.Objects = []fyne.CanvasObject{p.form.Content(), p.also, p.body, widget.InsetXY(editor.Padding, theme.Space2, p.ending)}
		p.form.Follow(p.body)
		p.writing.Objects = []fyne.CanvasObject{p.scroll}
		p.scroll.Offset.Y = 0
	}
	widget.Show(p.scroll, true)
	p.writing.Refresh()
	p.relay()
}

// headWith puts the name of a guided page above the paper, and lets a title of
// the person's own step back below it; without a name that is the heading.
func (p *paper) headWith(name string) {
	p.named.SetText(name)
	widget.Show(p.named, name != "")
	p.themed.Theme = titleField(name != "")
	p.title.SetPlaceHolder(titleHint(name != ""))
	p.themed.Refresh()
}

// isGuided reports whether a guided page is on the paper.
func (p *paper) isGuided() bool { return len(p.guided.Objects) > 0 }

// text returns what is typed into when nothing else is meant: the body, or the
// text of a guided page that was written in last.
func (p *paper) text() *editor.Editor {
	if e := p.form.Text(); p.isGuided() && e != nil {
		return e
	}
	return p.body
}

// fitGuided gives a guided page the height that it needs by now.
func (p *paper) fitGuided() {
	if !p.isGuided() {
		return
	}
	fitScrolled(p.scroll, p.guided)
}

// fitScrolled gives what stands in a scroll the width of that and the height
// that it needs then.
func fitScrolled(scroll *container.Scroll, content *fyne.Container) {
	content.Resize(fyne.NewSize(scroll.Size().Width, content.Size().Height))
	content.Layout.Layout(content.Objects, content.Size()) // what wraps learns its width
	scroll.Refresh()
}

// followRole asks what a guided page asks by the role that the person has now.
func (s *Screen) followRole() {
	if s.paper.form.IsOutdated() {
		s.SaveNow()
		s.paper.ShowPage(s.pageOf(s.base), s.paper.form.Values())
	}
}

// pageOf returns the guided page that e is on. One that is not known here has a
// title and no questions.
func (s *Screen) pageOf(e journal.Entry) journal.Page {
	if e.Page == "" {
		return journal.Page{}
	}
	if page, ok := journal.FindPage(s.deps.Pages, e.Page); ok {
		return page
	}
	return journal.Page{ID: e.Page, Title: journal.PageTitle(nil, e.Page)}
}
