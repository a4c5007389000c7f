package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

type summaryCommand struct {
	journalFlags
	Format             string   `required:"" placeholder:"FORMAT" help:"md, html or pdf."`
	Out                string   `required:"" placeholder:"FILE" help:"The file to write."`
	From               *string  `placeholder:"DAY" help:"From this day on, as YYYY-MM-DD."`
	To                 *string  `placeholder:"DAY" help:"Up to this day."`
	Stage              []string `placeholder:"ID" sep:"none" help:"Only this stage; can be repeated."`
	Without            []string `placeholder:"SECTION" sep:"none" help:"Leave out profile, stages, feelings, promises, insights or entries; can be repeated."`
	Initials           bool     `help:"Shorten names to initials."`
	Seal               bool     `help:"Seal the file with a passphrase of its own (age)."`
	SealPassphraseFile *string  `placeholder:"FILE" help:"Take that passphrase from the first line of FILE."`
}

// Run writes the summary and prints its path.
func (s *summaryCommand) Run(c *call) error {
	choice, err := s.check(c)
	if err != nil {
		return err
	}
	seal, err := s.sealPassphrase(c)
	if err != nil {
		return err
	}
	defer clear(seal)
	return c.withJournal(s.journalFlags, func(ctx context.Context, j Journal) error {
		report, err := c.report(ctx, j, choice)
		if err != nil {
			return err
		}
		replaced := 0
		err = c.WriteFile(s.Out, func(w io.Writer) (err error) {
			replaced, err = c.printSummary(ctx, w, report, s.Format, seal)
			return err
		})
		if err != nil {
			return fmt.Errorf("write summary: %w", err)
		}
		c.noteSummary(report, replaced, s.Initials)
		return unsaid(c.printLine(s.Out), lang.L("The summary was written, but its path can't be printed."))
	})
}

// check refuses everything that can be refused without the journal.
func (s *summaryCommand) check(c *call) (journal.Choice, error) {
	choice := journal.Choice{Stages: s.Stage, Initials: s.Initials}
	if !slices.Contains([]string{"md", "html", "pdf"}, s.Format) {
		return choice, misuse(lang.L("The format is none of md, html and pdf."), lang.L("Give one of them after --format."))
	}
	if s.SealPassphraseFile != nil && !s.Seal {
		return choice, misuse(lang.L("There is a passphrase to seal with, but the summary would not be sealed."), lang.L("Add --seal."))
	}
	path, err := c.path(s.journalFlags)
	if err != nil {
		return choice, err
	}
	if err := checkTarget(s.Out, path); err != nil {
		return choice, err
	}
	for _, stage := range s.Stage {
		if err := c.knowStage(stage); err != nil {
			return choice, err
		}
	}
	for _, name := range s.Without {
		section, err := journal.ParseSection(name)
		if err != nil {
			return choice, err
		}
		choice.Without = append(choice.Without, section)
	}
	choice.From, choice.To, err = period(s.From, s.To)
	return choice, err
}

// sealPassphrase returns what to seal with, nil for nothing.
func (s *summaryCommand) sealPassphrase(c *call) ([]byte, error) {
	if !s.Seal {
		return nil, nil
	}
	return c.newPassphrase(s.SealPassphraseFile, lang.L("Passphrase for the summary: "))
}

// report makes the report along the guide that the journal follows.
func (c *call) report(ctx context.Context, j Journal, choice journal.Choice) (journal.Report, error) {
	profile, err := j.GetProfile(ctx)
	if err != nil {
		return journal.Report{}, fmt.Errorf("get profile: %w", err)
	}
	own, err := j.GetOwn(ctx)
	if err != nil {
		return journal.Report{}, fmt.Errorf("get own: %w", err)
	}
	guides := journal.GuidesFor(profile, own.Guides, c.Guides)
	report, err := journal.NewReport(ctx, j, journal.ReportRequest{Choice: choice, Guide: guides[0], Guides: guides, Pages: c.Pages, Families: c.Families, Now: c.Now()})
	if err != nil {
		return journal.Report{}, fmt.Errorf("make report: %w", err)
	}
	return report, nil
}

// printSummary prints the report to w, sealed if seal is not nil, unless ctx
// ends before all of it is there.
func (c *call) printSummary(ctx context.Context, w io.Writer, r journal.Report, format string, seal []byte) (replaced int, err error) {
	if seal == nil {
		replaced, err = c.PrintSummary(ctx, w, r, format)
		return replaced, errors.Join(err, ctx.Err())
	}
	sealed, err := c.SealSummary(w, seal)
	if err != nil {
		return 0, err
	}
	if replaced, err = c.PrintSummary(ctx, sealed, r, format); err != nil {
		return 0, err
	}
	return replaced, errors.Join(sealed.Close(), ctx.Err())
}

// noteSummary says what the person may want to look at before they share it.
func (c *call) noteSummary(r journal.Report, replaced int, initials bool) {
	if r.Nothing() {
		c.note(lang.L("There is nothing to tell in what you chose."))
	}
	if replaced > 0 {
		c.note(lang.L("Characters shown as a mark, because the fonts lack them: {{.Count}}.", map[string]int{"Count": replaced}))
	}
	if initials {
		c.note(lang.L("Words shortened to initials: {{.Count}}. Look it over before you share it.", map[string]int{"Count": len(r.Shortened)}))
	}
}
