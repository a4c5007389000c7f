package journal

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Own is what the person added to, or changed of, what comes with the program.
// Each is known by its id; of two with one id the one edited later counts.
type Own struct {
	Guides    []OwnGuide     // by title
	Prompts   []OwnPrompt    // the oldest first
	Contacts  []Contact      // the oldest first
	Questions []QuestionMark // by id
}

// OwnGuide is a guide that the person copied and changed.
type OwnGuide struct {
	Guide            // its ID begins with OwnPrefix
	Base   string    `json:"base"` // id of the guide it was copied from
	Edited time.Time `json:"edited"`
}

// OwnPrefix begins the ids of guides, stages and steps that the person made. A
// step's id is still that of its stage, a dot and its own name, which then
// begins with OwnPrefix.
const OwnPrefix = "own-"

// IsOwn reports whether an id of a guide or stage, or the name of a step behind
// the dot, is of the person's making.
func IsOwn(id string) bool {
	_, name, dotted := strings.Cut(id, ".")
	return strings.HasPrefix(id, OwnPrefix) && !dotted || dotted && strings.HasPrefix(name, OwnPrefix)
}

// OwnPrompt is a question the person wrote to be asked.
type OwnPrompt struct {
	ID      uuid.UUID `json:"id"`
	Text    string    `json:"text,omitempty"`
	Stage   string    `json:"stage,omitempty"` // id of the stage it belongs to, or none
	Created time.Time `json:"created,omitempty"`
	Edited  time.Time `json:"edited,omitempty"`
}

// MaxSaid is how long, in bytes, a question, a purpose, a caution and the like of
// the person's own may be. Such texts are shown as a whole on screens that always
// have to open, so the limit is below MaxText.
const MaxSaid = 1 << 16

// checkShort is checkSaid with a lower limit in bytes.
func checkShort(field, s string, limit int) error {
	if err := checkSaid(field, s); err != nil {
		return err
	}
	return CheckText(field, s, limit)
}

// Check returns nil if the prompt can be kept, else an InvalidError.
func (p OwnPrompt) Check() error {
	if p.ID == uuid.Nil {
		return invalid("id", "it is missing")
	}
	if err := checkShort("text", p.Text, MaxSaid); err != nil {
		return err
	}
	return CheckText("stage", p.Stage, MaxWord)
}

// Contact is somebody outside whom the person may turn to.
type Contact struct {
	ID      uuid.UUID `json:"id"`
	Name    string    `json:"name,omitempty"`
	Reach   string    `json:"reach,omitempty"` // how to reach them: a number, an address, a place
	Note    string    `json:"note,omitempty"`  // when, and what for
	Created time.Time `json:"created,omitempty"`
	Edited  time.Time `json:"edited,omitempty"`
}

// Check returns nil if the contact can be kept, else an InvalidError.
func (c Contact) Check() error {
	if c.ID == uuid.Nil {
		return invalid("id", "it is missing")
	}
	if err := checkShort("name", c.Name, MaxTitle); err != nil {
		return err
	}
	if err := CheckText("reach", c.Reach, MaxSaid); err != nil {
		return err
	}
	return CheckText("note", c.Note, MaxSaid)
}

// QuestionMark is what the person noted of a question of the deck.
type QuestionMark struct {
	Question  string    `json:"question,omitempty"` // its id
	Favourite bool      `json:"favourite,omitempty"`
	Asked     Day       `json:"asked,omitempty"` // when it was asked last, or none
	Edited    time.Time `json:"edited,omitempty"`
}

// Check returns nil if the mark can be kept, else an InvalidError.
func (m QuestionMark) Check() error {
	if err := checkWord("question", m.Question); err != nil {
		return err
	}
	if m.Asked != "" {
		_, err := ParseDay(string(m.Asked))
		return err
	}
	return nil
}

// MaxGuideParts is how many phases, stages, steps and prompts, all together, a
// guide of the person's own may have. It is far above any real use.
const MaxGuideParts = 2000

// Check returns nil if the guide can be kept, else an InvalidError. It is less
// strict than what a guide of the program has to keep: the person may leave out
// what they like.
func (g OwnGuide) Check() error {
	for _, id := range []struct{ field, value string }{{"guide", g.ID}, {"title", g.Title}, {"base", g.Base}} {
		if err := checkWord(id.field, id.value); err != nil {
			return err
		}
	}
	if !strings.HasPrefix(g.ID, OwnPrefix) {
		return invalid("guide", "its id is not one of the person's own")
	}
	if len(g.Stages) == 0 {
		return invalid("guide", "it has no stages")
	}
	if err := CheckText("about", g.About, MaxSaid); err != nil {
		return err
	}
	c := guideChecker{seen: map[string]bool{}}
	for _, p := range g.Phases {
		c.part("phase", p.ID)
		c.note(CheckText("title", p.Title, MaxTitle))
	}
	for _, s := range g.Stages {
		c.stage(s)
	}
	return c.err
}

// guideChecker keeps the first rule that a guide's parts break.
type guideChecker struct {
	seen  map[string]bool // kinds and ids
	parts int
	err   error
}

func (c *guideChecker) note(err error) {
	if c.err == nil {
		c.err = err
	}
}

// part checks the id of a phase, stage or step.
func (c *guideChecker) part(kind, id string) {
	c.count()
	c.note(checkWord(kind, id))
	if c.seen[kind+" "+id] {
		c.note(invalid(kind, "its id stands twice"))
	}
	c.seen[kind+" "+id] = true
}

func (c *guideChecker) count() {
	if c.parts++; c.parts > MaxGuideParts {
		c.note(invalid("guide", "it has too many parts"))
	}
}

func (c *guideChecker) stage(s Stage) {
	c.part("stage", s.ID)
	c.note(checkShort("title", s.Title, MaxTitle))
	c.note(CheckText("phase", s.Phase, MaxWord))
	c.note(CheckText("purpose", s.Purpose, MaxSaid))
	c.note(CheckText("caution", s.Caution, MaxSaid))
	c.shown("", s.Paths, s.Sources)
	for _, step := range s.Steps {
		c.part("step", step.ID)
		c.note(checkShort("title", step.Title, MaxTitle))
		c.note(CheckText("prompt", step.Prompt, MaxSaid))
		c.shown(step.For, step.Paths, step.Sources)
	}
	for _, p := range s.Prompts {
		c.count()
		c.note(CheckText("prompt", p.Text, MaxSaid))
		c.shown(p.For, p.Paths, nil)
	}
}

// shown checks whom something is for. None is all.
func (c *guideChecker) shown(a Audience, paths []Path, sources []Source) {
	if !slices.Contains([]Audience{"", ForHurt, ForCaused, ForEither}, a) {
		c.note(invalid("for", "it is none of hurt, caused, both"))
	}
	for _, p := range paths {
		_, err := ParsePath(string(p))
		c.note(err)
	}
	for _, s := range sources {
		c.note(checkWord("source", string(s)))
	}
}

// Empty reports whether there is nothing of the person's own.
func (o Own) Empty() bool {
	return len(o.Guides) == 0 && len(o.Prompts) == 0 && len(o.Contacts) == 0 && len(o.Questions) == 0
}
