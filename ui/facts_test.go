package ui_test

import (
	"context"
	"maps"
	"testing"

	"fyne.io/fyne/v2"

	"mend/journal"
	"mend/journal/store"
)

// factsOnly opens a journal whose person keeps to plain facts.
func factsOnly(t *testing.T) *house {
	return arrive(t, func(p *journal.Profile) { p.KeepToFacts(true) })
}

// locked closes the journal and returns the one entry it keeps.
func (h *house) locked() journal.Entry {
	h.Helper()
	h.command("Lock")
	var all []journal.Entry
	h.inside(func(ctx context.Context, s *store.Store) error {
		return s.EachEntry(ctx, journal.EntryFilter{}, func(e journal.Entry) error {
			all = append(all, e)
			return nil
		})
	})
	if len(all) != 1 {
		h.Fatalf("%d entries are kept", len(all))
	}
	return all[0]
}

// Whoever keeps to plain facts begins with them, wherever they begin to write,
// and what they type is an answer in words.
func TestWritingBeginsWithFacts(t *testing.T) {
	const words = "we stood in the hall"
	for name, begin := range map[string]func(h *house){
		"the command": func(h *house) { h.command("New entry"); h.typeText(words) },
		"Write":       func(h *house) { h.command("Journal"); h.tap("Write"); h.typeText(words) },
		"the first":   func(h *house) { h.command("Journal"); h.tap("Write the first entry"); h.typeText(words) },
		"Today":       func(h *house) { h.tap("Write down the facts"); h.typeText(words) },
		"typing on Today": func(h *house) {
			h.win.Canvas().Focused().TypedRune('w')
			h.typeText(words[1:])
		},
		"typing in an empty journal": func(h *house) {
			h.command("Journal")
			h.win.Canvas().Focused().TypedRune('w')
			h.typeText(words[1:])
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := factsOnly(t)
			begin(h)
			if e := h.locked(); e.Page != "plain-facts" || !maps.Equal(e.Fields, map[string]string{"where": words}) || e.Body != "" {
				t.Errorf("kept is an entry on the page %q with %v", e.Page, e.Fields)
			}
		})
	}
}

func TestBlankEntryIsThereBesideFacts(t *testing.T) {
	for name, begin := range map[string]func(h *house){
		"the menu":    func(h *house) { h.command("Blank entry") },
		"Today":       func(h *house) { h.tap("Blank entry") },
		"the Journal": func(h *house) { h.command("Journal"); h.tap("Blank entry") },
	} {
		t.Run(name, func(t *testing.T) {
			h := factsOnly(t)
			begin(h)
			h.typeText("anything")
			if e := h.locked(); e.Page != "" || e.Body != "anything" {
				t.Errorf("kept is an entry on the page %q", e.Page)
			}
		})
	}
}

// The ways to write follow the switch at once.
func TestFactsSwitchedOnAndOff(t *testing.T) {
	h := arrive(t, asItComes)
	if h.offers("Blank entry") {
		t.Error("a blank entry is offered beside itself")
	}
	h.tap("Keep to plain facts")
	if !h.offers("Blank entry") {
		t.Error("no blank entry is offered beside the facts")
	}
	h.tap("Keep to plain facts")
	h.command("New entry")
	h.typeText("anything")
	h.command("Journal")
	if h.says("Blank entry") || h.offers("Blank entry") {
		t.Error("switched off again, a blank entry is offered beside itself")
	}
	h.key(fyne.KeyReturn)
	if e := h.locked(); e.Page != "" || e.Body != "anything" {
		t.Errorf("switched off again, the entry is on the page %q", e.Page)
	}
}
