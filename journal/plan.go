package journal

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/google/uuid"
)

// Recipient is whom a reflection summary is for. It sets what is chosen to begin
// with and nothing else.
type Recipient string

// The recipients.
const (
	ForMe         Recipient = "me"
	ForCounsellor Recipient = "counsellor"
	ForPartner    Recipient = "partner"
)

// Recipients lists every recipient in the order in which it is offered.
func Recipients() []Recipient { return []Recipient{ForMe, ForCounsellor, ForPartner} }

// Showing says how much of an entry a summary shows.
type Showing string

// The ways to show an entry. The zero Showing is ShowFull.
const (
	ShowFull    Showing = "full"
	ShowExcerpt Showing = "excerpt"
	ShowNone    Showing = "none"
)

// SummaryPlan is everything a person chose for a reflection summary, kept for
// the next time.
type SummaryPlan struct {
	Period   string // a preset, by the name of who offers it
	From, To string // as they were typed, for days of one's own
	Stages   []string
	Without  []Section
	// WithoutNotes tells promises bare; see Choice.
	WithoutNotes bool
	Rest         Showing               // of the entries that Entries does not name
	Entries      map[uuid.UUID]Showing // those that differ
	Initials     bool
	Spare        []string
	Line         string
	HasFirst     bool      // whether there is a first page
	First        FirstPage // kept while there is none
	Format       string
	Paper        string
	Sealed       bool // with a passphrase, which is never kept
}

// Shows says how much of an entry is shown: nothing, if that can't be read.
func (p SummaryPlan) Shows(id uuid.UUID) Showing {
	how, named := p.Entries[id]
	if !named {
		how = cmp.Or(p.Rest, ShowFull)
	}
	if how != ShowFull && how != ShowExcerpt {
		return ShowNone
	}
	return how
}

// Show has an entry shown in a way.
func (p *SummaryPlan) Show(id uuid.UUID, how Showing) {
	delete(p.Entries, id)
	if p.Shows(id) == how {
		return
	}
	if p.Entries == nil {
		p.Entries = make(map[uuid.UUID]Showing)
	}
	p.Entries[id] = how
}

// ShowAll has every entry shown in one way, those to come too.
func (p *SummaryPlan) ShowAll(how Showing) { p.Rest, p.Entries = how, nil }

// Leaves reports whether a section is left out.
func (p SummaryPlan) Leaves(s Section) bool { return slices.Contains(p.Without, s) }

// Leave leaves a section out, or takes it in again.
func (p *SummaryPlan) Leave(s Section, out bool) { p.Without = with(p.Without, s, out) }

// ChooseStage adds a stage to those chosen, or takes it away.
func (p *SummaryPlan) ChooseStage(id string, on bool) { p.Stages = with(p.Stages, id, on) }

// SpareWord leaves a word as it is although it looks like a name, or not.
func (p *SummaryPlan) SpareWord(word string, on bool) { p.Spare = with(p.Spare, word, on) }

// with returns list with item in it, at its end if it is new, or without.
func with[T comparable](list []T, item T, in bool) []T {
	switch at := slices.Index(list, item); {
	case in && at < 0:
		return append(slices.Clone(list), item)
	case !in && at >= 0:
		return slices.Delete(slices.Clone(list), at, at+1)
	}
	return list
}

// Clone returns a copy that shares nothing with p.
func (p SummaryPlan) Clone() SummaryPlan {
	p.Stages, p.Without, p.Spare = slices.Clone(p.Stages), slices.Clone(p.Without), slices.Clone(p.Spare)
	p.Entries = maps.Clone(p.Entries)
	return p
}

// NewSummaryPlan returns what is chosen for a recipient to begin with. For
// oneself that is everything; a counsellor gets the first page and beginnings of
// the entries, without names; a partner gets promises, bare, and goals, and
// nothing of what was written, felt or decided.
func NewSummaryPlan(a Recipient) SummaryPlan {
	switch a {
	case ForCounsellor:
		return SummaryPlan{Rest: ShowExcerpt, HasFirst: true, Initials: true}
	case ForPartner:
		return SummaryPlan{Rest: ShowNone, WithoutNotes: true, Without: slices.DeleteFunc(Sections(), func(s Section) bool { return s == SectionPromises })}
	}
	return SummaryPlan{Rest: ShowFull}
}

// SummaryPlans is what was chosen for each recipient.
type SummaryPlans struct {
	Recipient Recipient // the one chosen last
	Plans     map[Recipient]SummaryPlan
	Saved     Day // when a summary was saved last, or none
}

// For returns what was chosen for a recipient last, or what is to begin with.
func (p SummaryPlans) For(a Recipient) SummaryPlan {
	if plan, kept := p.Plans[a]; kept {
		return plan.Clone()
	}
	return NewSummaryPlan(a)
}

// With returns p with a plan as the newest of a recipient.
func (p SummaryPlans) With(a Recipient, plan SummaryPlan) SummaryPlans {
	p.Plans = maps.Clone(p.Plans)
	if p.Plans == nil {
		p.Plans = make(map[Recipient]SummaryPlan)
	}
	p.Recipient, p.Plans[a] = a, plan.Clone()
	return p
}

const settingSummary = "summary"

// SummaryPlans returns what was chosen for summaries. What can't be read as a
// whole counts as not chosen: half of it could tell what was left out.
func (p Profile) SummaryPlans() SummaryPlans {
	var plans SummaryPlans
	if err := json.Unmarshal([]byte(p.Settings[settingSummary]), &plans); err != nil {
		return SummaryPlans{Recipient: ForMe}
	}
	if !slices.Contains(Recipients(), plans.Recipient) {
		plans.Recipient = ForMe
	}
	return plans
}

// KeepSummaryPlans keeps what was chosen for summaries.
func (p *Profile) KeepSummaryPlans(plans SummaryPlans) error {
	text, err := json.Marshal(plans)
	if err != nil {
		return fmt.Errorf("keep summary plans: %w", err)
	}
	p.set(settingSummary, string(text))
	return nil
}
