package terminal

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

type addCommand struct {
	journalFlags
	At      *string  `placeholder:"WHEN" help:"The moment it is about: RFC 3339, or a day (then noon)."`
	Title   string   `placeholder:"TITLE" help:"Its title."`
	Feeling []string `placeholder:"WORD:1-5" sep:"none" help:"A feeling and how strong it was; can be repeated."`
	Stage   *string  `placeholder:"ID" help:"The stage it belongs to."`
	Step    *string  `placeholder:"ID" help:"The step it belongs to, which sets its stage."`
	Tag     []string `placeholder:"TAG" sep:"none" help:"A tag; can be repeated."`
	Page    *string  `placeholder:"ID" help:"The guided page it fills in; mend pages lists them."`
	Field   []string `placeholder:"KEY=VALUE" sep:"none" help:"A field of the guided page; can be repeated, also for another line of a checklist or of feelings, or the other side."`
	KeepOut bool     `help:"Never show it in a summary."`
}

// Run adds an entry and prints its id. Text from a program is read before the
// journal is opened, so that the program may use the same journal; text that a
// person types is read after it, so that a wrong passphrase costs them none.
func (a *addCommand) Run(c *call) error {
	entry, err := a.entry(c)
	if err != nil {
		return err
	}
	if !c.StdinIsTerminal {
		if entry, err = c.withBody(entry); err != nil {
			return err
		}
	}
	return c.withJournal(a.journalFlags, func(ctx context.Context, j Journal) error {
		if c.StdinIsTerminal {
			if entry, err = c.withTypedBody(entry); err != nil {
				return err
			}
		}
		kept, err := j.CreateEntry(ctx, entry)
		if err != nil {
			return fmt.Errorf("create entry: %w", err)
		}
		return unsaid(c.printLine(kept.ID.String()), lang.L("The entry was kept, but its id can't be printed."))
	})
}

// entry is what the flags say, without a body.
func (a *addCommand) entry(c *call) (journal.Entry, error) {
	e := journal.Entry{At: c.Now(), Title: a.Title, KeepOut: a.KeepOut}
	for _, tag := range a.Tag {
		if !slices.Contains(e.Tags, tag) {
			e.Tags = append(e.Tags, tag)
		}
	}
	var err error
	if a.At != nil {
		if e.At, err = journal.ParseMoment(*a.At, c.Now().Location()); err != nil {
			return e, err
		}
	}
	if e.Feelings, err = parseFeelings(a.Feeling); err != nil {
		return e, err
	}
	if e.Stage, e.Step, err = a.link(c); err != nil {
		return e, err
	}
	return e, a.fillIn(c, &e)
}

func (a *addCommand) link(c *call) (stage, step string, err error) {
	if a.Stage != nil {
		if err := c.knowStage(*a.Stage); err != nil {
			return "", "", err
		}
		stage = *a.Stage
	}
	if a.Step != nil {
		step = *a.Step
		stage, err = c.stageOf(step, a.Stage)
	}
	return stage, step, err
}

// parseFeelings reads WORD:1-5; the last colon counts, so that a word may have
// others.
func parseFeelings(flags []string) ([]journal.Feeling, error) {
	var feelings []journal.Feeling
	for _, flag := range flags {
		colon := strings.LastIndexByte(flag, ':')
		if colon < 0 {
			return nil, badFeeling()
		}
		strength, err := strconv.Atoi(flag[colon+1:])
		if err != nil {
			return nil, badFeeling()
		}
		f := journal.Feeling{Word: flag[:colon], Intensity: strength}
		if slices.ContainsFunc(feelings, func(g journal.Feeling) bool { return g.Word == f.Word }) {
			return nil, misuse(lang.L("A feeling is named twice."), lang.L("Give each feeling once, with how strong it was."))
		}
		if err := f.Check(); err != nil {
			return nil, err
		}
		feelings = append(feelings, f)
	}
	return feelings, nil
}

func badFeeling() error {
	return misuse(lang.L("A feeling is a word, a colon and a number from 1 to 5."), lang.L("Write it as in --feeling calm:3."))
}
