package terminal

import (
	"bufio"
	"fmt"

	"mend/journal"
)

type pagesCommand struct{}

// Run prints the guided pages as JSON lines, in the order they are shown.
func (*pagesCommand) Run(c *call) error {
	out := bufio.NewWriter(c.Stdout)
	lines := newLines(out)
	for _, p := range c.Pages {
		if err := lines.Encode(toPage(p)); err != nil {
			return fmt.Errorf("print: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

type printedPage struct {
	ID     string         `json:"id"`
	Title  string         `json:"title"`
	Fields []printedField `json:"fields"`
	Stages []string       `json:"stages"`
}

type printedField struct {
	Key     string            `json:"key"`
	Kind    journal.FieldKind `json:"kind"`
	Label   string            `json:"label"`
	Options []printedOption   `json:"options,omitempty"`
}

type printedOption struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

func toPage(p journal.Page) printedPage {
	out := printedPage{ID: p.ID, Title: p.Title, Fields: make([]printedField, len(p.Fields)), Stages: append([]string{}, p.Stages...)}
	for i, f := range p.Fields {
		field := printedField{Key: f.Key, Kind: f.Kind, Label: f.Label}
		for _, o := range f.Options {
			field.Options = append(field.Options, printedOption{o.ID, o.Label})
		}
		out.Fields[i] = field
	}
	return out
}
