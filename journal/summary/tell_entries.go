package summary

import (
	"strings"

	"mend/journal"
)

func (t *teller) entries() {
	if len(t.r.Entries) == 0 {
		return
	}
	t.heading(sectionLevel, t.w.Sections[journal.SectionEntries])
	read := newReader(t.w.NoPicture)
	for _, e := range t.r.Entries {
		if t.err != nil {
			return
		}
		t.entry(e, read)
	}
}

// entry puts one entry under its title or, without one, under that of its guided
// page or its moment.
func (t *teller) entry(e journal.ReportEntry, read *reader) {
	moment := t.w.Moment(e.At, t.r.Generated.Location())
	page := e.Page
	if cleanLine(e.Title) == "" {
		e.Title, page = page, ""
	}
	if name := cleanLine(e.Title); name != "" {
		t.heading(itemLevel, name)
		t.put(block{kind: meta, text: moment})
	} else {
		t.heading(itemLevel, moment)
	}
	rows := []row{
		{label: t.w.Stage, text: cleanLine(e.Stage)},
		{label: t.w.Step, text: cleanLine(e.Step)},
		{label: t.w.GuidedPage, text: cleanLine(page)},
		{label: t.w.Feelings, text: cleanLine(t.w.FeelingsText(e.Feelings))},
		{label: t.w.Tags, text: cleanLine(strings.Join(e.Tags, ", "))},
	}
	for _, rating := range []struct {
		label string
		value int
	}{{t.w.Before, e.Before}, {t.w.After, e.After}} {
		if rating.value != 0 {
			rows = append(rows, row{label: rating.label, text: t.w.RatingText(rating.value)})
		}
	}
	rows = append(rows, row{label: t.w.Asked, text: cleanLine(e.Asked)})
	t.facts(rows...)
	if e.Excerpt {
		t.put(block{kind: meta, text: t.w.Beginning})
	}
	t.putAll(read.blocks(e.Body, itemLevel))
	t.fields(e.Fields, read)
}

// fields puts what was filled in on a guided page: short answers in rows, one
// below the other, and texts each under a heading of its own.
func (t *teller) fields(fields []journal.ReportField, read *reader) {
	var short []row
	level := partLevel
	for _, f := range fields {
		group := cleanLine(f.Group)
		if group != "" || !f.Short {
			t.facts(short...)
			short = nil
		}
		if group != "" {
			t.heading(partLevel, group)
			level = partLevel + 1
		}
		if f.Short {
			short = append(short, row{label: cleanLine(f.Label), text: t.shortText(f)})
			continue
		}
		t.heading(level, cleanLine(f.Label))
		t.putAll(read.blocks(f.Text, level))
		for _, side := range f.Sides {
			t.heading(level+1, cleanLine(side.Label))
			t.putAll(read.blocks(side.Text, level+1))
		}
	}
	t.facts(short...)
}

func (t *teller) shortText(f journal.ReportField) string {
	if f.Date != "" {
		return t.w.DateText(f.Date, t.r.Generated.Location())
	}
	return cleanText(f.Text)
}
