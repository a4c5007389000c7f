package archive

import "mend/journal"

// guide reads a guide of the person's own.
func (a *reader) guide(int) error {
	var g journal.OwnGuide
	a.guideParts = 0
	err := a.record(map[string]value{
		"id":     a.text(&g.ID, journal.MaxWord),
		"title":  a.text(&g.Title, journal.MaxWord),
		"about":  a.text(&g.About, journal.MaxSaid),
		"phases": a.parts(func() error { return a.phase(&g.Phases) }),
		"stages": a.parts(func() error { return a.stage(&g.Stages) }),
		"base":   a.text(&g.Base, journal.MaxWord),
		"edited": a.moment(&g.Edited),
	}, "id", "title", "stages", "base", "edited")
	return a.putOwn("guide", journal.Own{Guides: []journal.OwnGuide{g}}, err, g.Check())
}

// parts is array for the parts of a guide, which are held in memory together and
// counted together.
func (a *reader) parts(each func() error) value {
	return a.array(func(int) error {
		if a.guideParts++; a.guideParts > journal.MaxGuideParts {
			return a.bad("there are too many")
		}
		return each()
	})
}

func (a *reader) phase(to *[]journal.Phase) error {
	var p journal.Phase
	err := a.record(map[string]value{
		"id":    a.text(&p.ID, journal.MaxWord),
		"title": a.text(&p.Title, journal.MaxTitle),
	}, "id")
	*to = append(*to, p)
	return err
}

func (a *reader) stage(to *[]journal.Stage) error {
	var s journal.Stage
	err := a.record(map[string]value{
		"id":      a.text(&s.ID, journal.MaxWord),
		"title":   a.text(&s.Title, journal.MaxTitle),
		"phase":   a.text(&s.Phase, journal.MaxWord),
		"purpose": a.text(&s.Purpose, journal.MaxSaid),
		"caution": a.text(&s.Caution, journal.MaxSaid),
		"folded":  a.flag(&s.Folded),
		"paths":   words(a, &s.Paths),
		"hidden":  a.flag(&s.Hidden),
		"sources": words(a, &s.Sources),
		"steps":   a.parts(func() error { return a.step(&s.Steps) }),
		"prompts": a.parts(func() error { return a.stagePrompt(&s.Prompts) }),
	}, "id", "title")
	*to = append(*to, s)
	return err
}

func (a *reader) step(to *[]journal.Step) error {
	var s journal.Step
	err := a.record(map[string]value{
		"id":      a.text(&s.ID, journal.MaxWord),
		"title":   a.text(&s.Title, journal.MaxTitle),
		"for":     a.text((*string)(&s.For), journal.MaxWord),
		"sources": words(a, &s.Sources),
		"prompt":  a.text(&s.Prompt, journal.MaxSaid),
		"paths":   words(a, &s.Paths),
		"hidden":  a.flag(&s.Hidden),
	}, "id", "title")
	*to = append(*to, s)
	return err
}

func (a *reader) stagePrompt(to *[]journal.Prompt) error {
	var p journal.Prompt
	err := a.record(map[string]value{
		"text":  a.text(&p.Text, journal.MaxSaid),
		"for":   a.text((*string)(&p.For), journal.MaxWord),
		"paths": words(a, &p.Paths),
	})
	*to = append(*to, p)
	return err
}

// words reads an array of short texts, as many as an entry may have tags.
func words[T ~string](a *reader, to *[]T) value {
	return a.array(func(n int) error {
		if n == journal.MaxTags {
			return a.bad("there are too many")
		}
		var word string
		err := a.text(&word, journal.MaxWord)()
		*to = append(*to, T(word))
		return err
	})
}
