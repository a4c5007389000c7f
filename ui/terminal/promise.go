package terminal

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
)

type promiseCommand struct {
	Add     addPromiseCommand     `cmd:"" help:"Add a promise; prints its id."`
	Observe observePromiseCommand `cmd:"" help:"Note what was seen of a promise on a day, or correct it."`
	List    listPromisesCommand   `cmd:"" help:"List the promises with what was observed, one a day."`
}

type addPromiseCommand struct {
	journalFlags
	Text   string  `required:"" placeholder:"TEXT" help:"What was promised: small, and to be seen."`
	Who    string  `default:"me" placeholder:"WHO" help:"Who promised it: me, partner or both."`
	From   *string `placeholder:"DATE" help:"The first day; without it, today."`
	Every  *string `placeholder:"HOW-OFTEN" help:"How often: day, week, days such as mon,thu, or a number of days."`
	Due    *string `placeholder:"DATE" help:"By when, or the last day."`
	Why    string  `placeholder:"TEXT" help:"Why it matters."`
	How    string  `placeholder:"TEXT" help:"How it will be known that it was kept."`
	Review *string `placeholder:"DATE" help:"When to look at it again."`
}

// Run adds a promise and prints its id.
func (a *addPromiseCommand) Run(c *call) error {
	p, err := a.promise(c)
	if err != nil {
		return err
	}
	return c.withJournal(a.journalFlags, func(ctx context.Context, j Journal) error {
		kept, err := j.CreatePromise(ctx, p)
		if err != nil {
			return fmt.Errorf("create promise: %w", err)
		}
		return unsaid(c.printLine(kept.ID.String()), lang.L("The promise was kept, but its id can't be printed."))
	})
}

// promise is what the flags say. It is checked before the journal is asked for.
func (a *addPromiseCommand) promise(c *call) (journal.Promise, error) {
	p := journal.Promise{ID: uuid.New(), At: c.Now(), Text: a.Text, Why: a.Why, How: a.How, From: journal.DayOf(c.Now())}
	var err error
	if p.Who, err = journal.ParseParty(a.Who); err != nil {
		return p, err
	}
	if a.Every != nil {
		if p.Every, err = journal.ParseCadence(*a.Every); err != nil {
			return p, err
		}
	}
	for _, day := range []struct {
		flag *string
		to   *journal.Day
	}{{a.From, &p.From}, {a.Due, &p.Due}, {a.Review, &p.Review}} {
		if day.flag == nil {
			continue
		}
		if *day.to, err = journal.ParseDay(*day.flag); err != nil {
			return p, err
		}
	}
	return p, p.Check()
}

type observePromiseCommand struct {
	journalFlags
	ID     string `arg:"" name:"id" help:"The promise's id, as add and list print it."`
	Day    string `required:"" placeholder:"DATE" help:"The day it is about."`
	Result string `required:"" placeholder:"RESULT" help:"What was seen: kept, partly, missed or not-due."`
	Note   string `placeholder:"NOTE" help:"A line to keep beside it."`
}

// Run notes what was seen of a promise on a day and prints it.
func (o *observePromiseCommand) Run(c *call) error {
	id, err := uuid.Parse(o.ID)
	if err != nil {
		return unknownPromise()
	}
	seen := journal.Observation{Note: o.Note, At: c.Now()}
	if seen.Day, err = journal.ParseDay(o.Day); err != nil {
		return err
	}
	if seen.Result, err = journal.ParseResult(o.Result); err != nil {
		return err
	}
	if err := seen.Check(); err != nil {
		return err
	}
	return c.withJournal(o.journalFlags, func(ctx context.Context, j Journal) error {
		kept, err := j.Observe(ctx, id, seen)
		switch {
		case errors.Is(err, journal.ErrNotFound):
			return unknownPromise()
		case err != nil:
			return fmt.Errorf("observe promise: %w", err)
		}
		err = c.printJSON(toObservation(kept))
		return unsaid(err, lang.L("The observation was kept, but it can't be printed."))
	})
}

func unknownPromise() error {
	return misuse(lang.L("There is no promise with that id."), lang.L("Run mend promise list to see the ids."))
}

type listPromisesCommand struct {
	journalFlags
}

// Run prints every promise, the one made first first.
func (l *listPromisesCommand) Run(c *call) error {
	return c.withJournal(l.journalFlags, func(ctx context.Context, j Journal) error {
		logs, err := j.ListPromises(ctx)
		if err != nil {
			return fmt.Errorf("list promises: %w", err)
		}
		for _, log := range logs {
			if err := c.printJSON(toPromise(log)); err != nil {
				return err
			}
		}
		return nil
	})
}

type printedPromise struct {
	ID           string               `json:"id"`
	Text         string               `json:"text"`
	Who          journal.Party        `json:"who"`
	From         journal.Day          `json:"from"`
	Every        journal.Cadence      `json:"every"`
	Due          journal.Day          `json:"due"`
	Why          string               `json:"why"`
	How          string               `json:"how"`
	Review       journal.Day          `json:"review"`
	Observations []printedObservation `json:"observations"`
}

type printedObservation struct {
	Day    journal.Day    `json:"day"`
	Result journal.Result `json:"result"`
	Note   string         `json:"note"`
}

func toPromise(log journal.PromiseLog) printedPromise {
	p := log.Current()
	out := printedPromise{
		ID: p.ID.String(), Text: p.Text, Who: p.Who, From: p.From, Every: p.Every, Due: p.Due,
		Why: p.Why, How: p.How, Review: p.Review, Observations: []printedObservation{},
	}
	for _, o := range log.Observed() {
		out.Observations = append(out.Observations, toObservation(o))
	}
	return out
}

func toObservation(o journal.Observation) printedObservation {
	return printedObservation{Day: o.Day, Result: o.Result, Note: o.Note}
}
