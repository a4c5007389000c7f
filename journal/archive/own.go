package archive

import (
	"context"
	"fmt"

	"mend/journal"
)

// own writes what the person added of their own, if there is anything. Its
// items are written as package journal has them.
func (w *writer) own(ctx context.Context, src journal.Contents) error {
	own, err := src.GetOwn(ctx)
	if err != nil {
		return fmt.Errorf("write own: %w", err)
	}
	if own.Empty() {
		return nil
	}
	w.counts.Own = len(own.Guides) + len(own.Prompts) + len(own.Contacts) + len(own.Questions)
	w.text(",\n\"own\":{")
	separator := ""
	for _, list := range ownLists(own) {
		if len(list.items) == 0 {
			continue
		}
		w.text(separator)
		separator = ","
		items := w.list(list.name)
		for _, item := range list.items {
			if err := items.add(item); err != nil {
				return err
			}
		}
		items.end()
	}
	w.text("}")
	return nil
}

// ownList is one list of what is the person's own.
type ownList struct {
	name  string
	items []any
}

func ownLists(own journal.Own) []ownList {
	guides, prompts, contacts, questions := ownList{name: "guides"}, ownList{name: "prompts"}, ownList{name: "contacts"}, ownList{name: "questions"}
	for _, g := range own.Guides {
		g.Edited = written(g.Edited)
		guides.items = append(guides.items, g)
	}
	for _, p := range own.Prompts {
		p.Created, p.Edited = written(p.Created), written(p.Edited)
		prompts.items = append(prompts.items, p)
	}
	for _, c := range own.Contacts {
		c.Created, c.Edited = written(c.Created), written(c.Edited)
		contacts.items = append(contacts.items, c)
	}
	for _, m := range own.Questions {
		m.Edited = written(m.Edited)
		questions.items = append(questions.items, m)
	}
	return []ownList{guides, prompts, contacts, questions}
}

// own reads what is the person's own and hands it over an item at a time.
func (a *reader) own() error {
	return a.record(map[string]value{
		"guides":    a.array(a.guide),
		"prompts":   a.array(a.prompt),
		"contacts":  a.array(a.contact),
		"questions": a.array(a.question),
	})
}

func (a *reader) prompt(int) error {
	var p journal.OwnPrompt
	err := a.record(map[string]value{
		"id":      a.id(&p.ID),
		"text":    a.text(&p.Text, journal.MaxSaid),
		"stage":   a.text(&p.Stage, journal.MaxWord),
		"created": a.moment(&p.Created),
		"edited":  a.moment(&p.Edited),
	}, "id", "text", "created", "edited")
	return a.putOwn("prompt", journal.Own{Prompts: []journal.OwnPrompt{p}}, err, p.Check())
}

func (a *reader) contact(int) error {
	var c journal.Contact
	err := a.record(map[string]value{
		"id":      a.id(&c.ID),
		"name":    a.text(&c.Name, journal.MaxTitle),
		"reach":   a.text(&c.Reach, journal.MaxSaid),
		"note":    a.text(&c.Note, journal.MaxSaid),
		"created": a.moment(&c.Created),
		"edited":  a.moment(&c.Edited),
	}, "id", "name", "created", "edited")
	return a.putOwn("contact", journal.Own{Contacts: []journal.Contact{c}}, err, c.Check())
}

func (a *reader) question(int) error {
	var m journal.QuestionMark
	err := a.record(map[string]value{
		"question":  a.text(&m.Question, journal.MaxWord),
		"favourite": a.flag(&m.Favourite),
		"asked":     a.day(&m.Asked),
		"edited":    a.moment(&m.Edited),
	}, "question", "edited")
	return a.putOwn("question", journal.Own{Questions: []journal.QuestionMark{m}}, err, m.Check())
}

// putOwn hands over what was read, unless reading it failed or it breaks a rule.
func (a *reader) putOwn(what string, own journal.Own, unread, broken error) error {
	if unread != nil {
		return unread
	}
	if err := a.rule(broken); err != nil {
		return err
	}
	return kept(what, a.sink.PutOwn(own))
}
