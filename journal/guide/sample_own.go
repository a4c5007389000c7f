package guide

import (
	"time"

	"mend/journal"
)

type samplePrompt struct {
	moment
	ID, Text, Stage string
}

type sampleContact struct {
	moment
	ID, Name, Reach, Note string
}

type sampleQuestion struct {
	moment
	Question     string
	Favourite    bool
	AskedDaysAgo int `toml:"asked_days_ago"` // or 0
}

// resolveOwn returns what the sample's person added of their own.
func (s sample) resolveOwn(c *checker, now time.Time) journal.Own {
	var own journal.Own
	for _, p := range s.Prompts {
		at := p.when(c, p.ID, now)
		own.Prompts = append(own.Prompts, journal.OwnPrompt{ID: sampleID(p.ID), Text: p.Text, Stage: p.Stage, Created: at, Edited: at})
		c.valid(p.ID, own.Prompts[len(own.Prompts)-1].Check())
	}
	for _, k := range s.Contacts {
		at := k.when(c, k.ID, now)
		own.Contacts = append(own.Contacts, journal.Contact{ID: sampleID(k.ID), Name: k.Name, Reach: k.Reach, Note: k.Note, Created: at, Edited: at})
		c.valid(k.ID, own.Contacts[len(own.Contacts)-1].Check())
	}
	for _, q := range s.Questions {
		m := journal.QuestionMark{Question: q.Question, Favourite: q.Favourite, Edited: q.when(c, q.Question, now)}
		if q.AskedDaysAgo > 0 {
			m.Asked = dayFrom(now, -q.AskedDaysAgo)
		}
		own.Questions = append(own.Questions, m)
		c.valid(q.Question, m.Check())
	}
	return own
}
