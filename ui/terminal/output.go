package terminal

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// newLines returns an encoder that writes one JSON value a line to w, with
// characters as they are.
func newLines(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// printJSON prints v on one line.
func (c *call) printJSON(v any) error {
	if err := newLines(c.Stdout).Encode(v); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// printLine prints text and a line ending.
func (c *call) printLine(text string) error {
	if _, err := fmt.Fprintln(c.Stdout, text); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// rfc3339 writes a moment as the archive does.
func rfc3339(t time.Time) string { return t.Format(time.RFC3339Nano) }

// counted is how counts are printed.
type counted struct {
	Entries      int `json:"entries"`
	Revisions    int `json:"revisions"`
	Ticks        int `json:"ticks"`
	Stages       int `json:"stages"`
	Promises     int `json:"promises"`
	Observations int `json:"observations"`
	Goals        int `json:"goals"`
	Own          int `json:"own"`
}

func (c *call) printCounts(n journal.Counts) error {
	return c.printJSON(counted{n.Entries, n.Revisions, n.Ticks, n.StageStates, n.Promises, n.Observations, n.Goals, n.Own})
}

// checkTarget refuses a path that an export must not be written to: a journal,
// and whatever is no ordinary file.
func checkTarget(out, journalPath string) error {
	if out == "" {
		return misuse(lang.L("The path to write to is empty."), lang.L("Name a file after --out."))
	}
	target, err := os.Stat(out)
	if err != nil {
		return checkNewTarget(out)
	}
	if own, err := os.Stat(journalPath); err == nil && os.SameFile(own, target) {
		return misuse(lang.L("That would write over the journal itself."), lang.L("Choose another file for --out."))
	}
	if !target.Mode().IsRegular() {
		return misuse(lang.L("The path to write to is not an ordinary file."), lang.L("Choose another file for --out."))
	}
	return checkNewTarget(out)
}

func checkNewTarget(out string) error {
	if strings.EqualFold(filepath.Ext(out), ".mend") {
		return misuse(lang.L("Names that end in .mend are for journals."), lang.L("Choose another name for --out."))
	}
	if folder, err := os.Stat(filepath.Dir(out)); err != nil || !folder.IsDir() {
		return noFolder()
	}
	return nil
}

func noFolder() error {
	return &failure{exitOther, lang.L("There is no folder at that place."), lang.L("Create it first, or choose another place.")}
}
