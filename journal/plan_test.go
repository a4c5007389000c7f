package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
)

func TestSummaryPlansAreKept(t *testing.T) {
	plan := journal.NewSummaryPlan(journal.ForCounsellor)
	plan.Period, plan.From, plan.Line = "own", "2026-03-01", "For Thursday"
	plan.First.Wants, plan.Spare = "A way to begin", []string{"Lisbon"}
	plan.Show(uuid.UUID{1}, journal.ShowFull)
	plan.ChooseStage("choose", true)
	plans := journal.SummaryPlans{Saved: "2026-05-04"}.With(journal.ForCounsellor, plan)

	p := journal.Profile{Role: journal.Hurt, Guide: journal.DefaultGuide}
	if err := p.KeepSummaryPlans(plans); err != nil {
		t.Fatal(err)
	}
	if err := p.Check(); err != nil {
		t.Fatal(err)
	}
	got := p.SummaryPlans()
	if diff := cmp.Diff(plans, got); diff != "" {
		t.Errorf("kept otherwise (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(plan, got.For(journal.ForCounsellor)); diff != "" {
		t.Errorf("the plan is another (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(journal.NewSummaryPlan(journal.ForMe), got.For(journal.ForMe)); diff != "" {
		t.Errorf("an audience that was not chosen has a plan (-want +got):\n%s", diff)
	}
}

func TestSummaryPlansThatCantBeRead(t *testing.T) {
	for _, kept := range []string{"", "{", `{"Recipient":"everybody"}`, "[]"} {
		p := journal.Profile{Settings: map[string]string{"summary": kept}}
		if got := p.SummaryPlans(); got.Recipient != journal.ForMe || got.Saved != "" {
			t.Errorf("%q is read as %+v", kept, got)
		}
	}
}

// Choices that were damaged, or come from an archive that somebody made, show
// nothing that a person did not choose.
func TestPlansThatAreDamagedTellNoMore(t *testing.T) {
	for name, kept := range map[string]string{
		"half":        `{"Recipient":"partner","Plans":{"partner":{"Rest":"none","Without":7}}}`,
		"a wrong day": `{"Recipient":"partner","Plans":{"partner":{"Without":null}},"Saved":3}`,
		"how much":    `{"Recipient":"partner","Plans":{"partner":{"Rest":"all","Without":["profile","stages","feelings","insights","entries"]}}}`,
	} {
		p := journal.Profile{Settings: map[string]string{"summary": kept}}
		plan := p.SummaryPlans().For(journal.ForPartner)
		if got := plan.Shows(uuid.UUID{1}); got != journal.ShowNone || !plan.Leaves(journal.SectionEntries) {
			t.Errorf("%s: an entry is shown as %q", name, got)
		}
	}
}

// What goes to a partner must not say what was felt, written or decided.
func TestPlanForPartnerTellsPromisesAlone(t *testing.T) {
	plan := journal.NewSummaryPlan(journal.ForPartner)
	for _, s := range journal.Sections() {
		if plan.Leaves(s) != (s != journal.SectionPromises) {
			t.Errorf("%s is left out: %v", s, plan.Leaves(s))
		}
	}
	if plan.Shows(uuid.New()) != journal.ShowNone || plan.HasFirst || !plan.WithoutNotes {
		t.Error("an entry, a note or the first page is in it")
	}
}

func TestPlanShowsEntries(t *testing.T) {
	var plan journal.SummaryPlan
	one, other := uuid.UUID{1}, uuid.UUID{2}
	for _, how := range []journal.Showing{journal.ShowExcerpt, journal.ShowNone, journal.ShowFull} {
		plan.Show(one, how)
		if plan.Shows(one) != how || plan.Shows(other) != journal.ShowFull {
			t.Errorf("shown as %q and %q, want %q and full", plan.Shows(one), plan.Shows(other), how)
		}
	}
	if len(plan.Entries) != 0 {
		t.Errorf("what is as the rest is named: %v", plan.Entries)
	}
	plan.Show(one, journal.ShowNone)
	copied := plan.Clone()
	copied.ShowAll(journal.ShowExcerpt)
	copied.Show(other, journal.ShowFull)
	if plan.Shows(one) != journal.ShowNone || plan.Shows(other) != journal.ShowFull || copied.Shows(one) != journal.ShowExcerpt {
		t.Error("a copy shares what it holds")
	}
}
