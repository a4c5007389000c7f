package archive

import (
	"time"

	"mend/journal"
)

// The wire types are the archive's objects with their fields in the order they
// are written. Arrays and objects are never null. Of an entry, what many have
// not is left out; everything else is always there.

type wireProfile struct {
	Role      journal.Role      `json:"role"`
	Path      journal.Path      `json:"path"`
	PathUntil journal.Day       `json:"path_until"`
	Guide     string            `json:"guide"`
	Welcomed  bool              `json:"welcomed"`
	Settings  map[string]string `json:"settings"`
}

type wireEntry struct {
	ID          string            `json:"id"`
	At          string            `json:"at"`
	Created     string            `json:"created"`
	Edited      string            `json:"edited"`
	Title       string            `json:"title"`
	Body        string            `json:"body"`
	Feelings    []wireFeeling     `json:"feelings"`
	Tags        []string          `json:"tags"`
	Stage       string            `json:"stage"`
	Step        string            `json:"step"`
	Promise     string            `json:"promise,omitempty"`
	Page        string            `json:"page"`
	Fields      map[string]string `json:"fields"`
	Before      int               `json:"before,omitempty"`
	After       int               `json:"after,omitempty"`
	KeepOut     bool              `json:"keep_out"`
	NoLookBack  bool              `json:"no_look_back,omitempty"`
	Starred     bool              `json:"starred"`
	SealedUntil journal.Day       `json:"sealed_until,omitempty"`
	Deleted     string            `json:"deleted,omitempty"`
	Revisions   []wireRevision    `json:"revisions"`
}

type wireFeeling struct {
	Word      string `json:"word"`
	Intensity int    `json:"intensity"`
}

type wireRevision struct {
	At     string            `json:"at"`
	Title  string            `json:"title"`
	Body   string            `json:"body"`
	Fields map[string]string `json:"fields"`
}

type wireTick struct {
	Step string `json:"step"`
	Done bool   `json:"done"`
	At   string `json:"at"`
	Note string `json:"note"`
}

type wireState struct {
	Stage  string            `json:"stage"`
	State  journal.StateName `json:"state"`
	At     string            `json:"at"`
	Reason string            `json:"reason"`
}

func toProfile(p journal.Profile) wireProfile {
	return wireProfile{
		Role: p.Role, Path: p.Path, PathUntil: p.PathUntil, Guide: p.Guide,
		Welcomed: p.Welcomed, Settings: notNil(p.Settings),
	}
}

func toEntry(e journal.Entry, revisions []journal.Revision) wireEntry {
	w := wireEntry{
		ID: e.ID.String(), At: stamp(e.At), Created: stamp(e.Created), Edited: stamp(e.Edited),
		Title: e.Title, Body: e.Body,
		Feelings: make([]wireFeeling, 0, len(e.Feelings)), Tags: append([]string{}, e.Tags...),
		Stage: e.Stage, Step: e.Step, Promise: e.Promise, Page: e.Page, Fields: notNil(e.Fields),
		Before: e.Before, After: e.After,
		KeepOut: e.KeepOut, NoLookBack: e.NoLookBack, Starred: e.Starred, SealedUntil: e.SealedUntil,
		Revisions: make([]wireRevision, 0, len(revisions)),
	}
	for _, f := range e.Feelings {
		w.Feelings = append(w.Feelings, wireFeeling(f))
	}
	if !e.Deleted.IsZero() {
		w.Deleted = stamp(e.Deleted)
	}
	for _, r := range revisions {
		w.Revisions = append(w.Revisions, wireRevision{At: stamp(r.At), Title: r.Title, Body: r.Body, Fields: notNil(r.Fields)})
	}
	return w
}

func toTick(t journal.Tick) wireTick {
	return wireTick{Step: t.Step, Done: t.Done, At: stamp(t.At), Note: t.Note}
}

func toState(s journal.StageState) wireState {
	return wireState{Stage: s.Stage, State: s.State, At: stamp(s.At), Reason: s.Reason}
}

// stamp writes t as RFC 3339 to the nanosecond.
func stamp(t time.Time) string { return written(t).Format(time.RFC3339Nano) }

// written returns t as it is written. RFC 3339 has no seconds in a zone, as
// local times before the railways had them: there the moment is kept and the
// zone is cut to the minute.
func written(t time.Time) time.Time {
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.In(time.FixedZone("", offset-offset%60))
	}
	return t
}

func notNil(m map[string]string) map[string]string {
	if m == nil {
		return map[string]string{}
	}
	return m
}
