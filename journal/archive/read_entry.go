package archive

import "mend/journal"

func (a *reader) entry(int) error {
	var e journal.Entry
	var revisions []journal.Revision
	err := a.record(map[string]value{
		"id":           a.id(&e.ID),
		"at":           a.moment(&e.At),
		"created":      a.moment(&e.Created),
		"edited":       a.moment(&e.Edited),
		"title":        a.text(&e.Title, journal.MaxTitle),
		"body":         a.text(&e.Body, journal.MaxText),
		"feelings":     a.array(func(n int) error { return a.feeling(&e.Feelings, n) }),
		"tags":         a.array(func(n int) error { return a.tag(&e.Tags, n) }),
		"stage":        a.text(&e.Stage, journal.MaxWord),
		"step":         a.text(&e.Step, journal.MaxWord),
		"promise":      a.text(&e.Promise, journal.MaxWord),
		"page":         a.text(&e.Page, journal.MaxWord),
		"fields":       a.texts(&e.Fields),
		"before":       a.whole(&e.Before, 0, 5),
		"after":        a.whole(&e.After, 0, 5),
		"keep_out":     a.flag(&e.KeepOut),
		"no_look_back": a.flag(&e.NoLookBack),
		"starred":      a.flag(&e.Starred),
		"sealed_until": a.day(&e.SealedUntil),
		"deleted":      a.moment(&e.Deleted),
		"revisions":    a.array(func(int) error { return a.revision(&revisions) }),
	}, "id", "at", "created", "edited")
	if err != nil {
		return err
	}
	if err := a.rule(e.Check()); err != nil {
		return err
	}
	return kept("entry "+e.ID.String(), a.sink.PutEntry(e, revisions))
}

func (a *reader) feeling(to *[]journal.Feeling, n int) error {
	if n == journal.MaxTags {
		return a.bad("there are too many")
	}
	var f journal.Feeling
	err := a.record(map[string]value{
		"word":      a.text(&f.Word, journal.MaxWord),
		"intensity": a.whole(&f.Intensity, 1, 5),
	}, "word", "intensity")
	if err != nil {
		return err
	}
	*to = append(*to, f)
	return a.rule(f.Check())
}

func (a *reader) tag(to *[]string, n int) error {
	if n == journal.MaxTags {
		return a.bad("there are too many")
	}
	var tag string
	if err := a.text(&tag, journal.MaxWord)(); err != nil {
		return err
	}
	*to = append(*to, tag)
	return nil
}

func (a *reader) revision(to *[]journal.Revision) error {
	var r journal.Revision
	err := a.record(map[string]value{
		"at":     a.moment(&r.At),
		"title":  a.text(&r.Title, journal.MaxTitle),
		"body":   a.text(&r.Body, journal.MaxText),
		"fields": a.texts(&r.Fields),
	}, "at")
	if err != nil {
		return err
	}
	*to = append(*to, r)
	return nil
}
