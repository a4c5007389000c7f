package guide

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"mend/journal"
)

// RuleError says which rule a data file breaks, and where. It matches
// journal.ErrInvalid.
type RuleError struct {
	File string // the file's path, such as "guides/rebuilding-trust.toml"
	ID   string // of the stage, step, family or entry, or a key; may be empty
	Rule string
}

// Error implements error.
func (e *RuleError) Error() string {
	if e.ID == "" {
		return fmt.Sprintf("%s: %s", e.File, e.Rule)
	}
	return fmt.Sprintf("%s: %s: %s", e.File, e.ID, e.Rule)
}

// Is reports whether target is journal.ErrInvalid.
func (e *RuleError) Is(target error) bool { return target == journal.ErrInvalid }

// checker collects the rules that one file breaks, so that whoever writes the
// file sees them all at once.
type checker struct {
	file string
	errs []error
}

func (c *checker) err() error { return errors.Join(c.errs...) }

func (c *checker) broken(id, format string, args ...any) {
	c.errs = append(c.errs, &RuleError{File: c.file, ID: id, Rule: fmt.Sprintf(format, args...)})
}

func (c *checker) expect(kept bool, id, format string, args ...any) {
	if !kept {
		c.broken(id, format, args...)
	}
}

// word checks an id's shape: lower-case words joined by hyphens.
func (c *checker) word(id, where string) {
	for part := range strings.SplitSeq(id, "-") {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			c.broken(where, "its id is not lower-case words joined by hyphens")
			return
		}
	}
}

// line checks that a text is there and on one line without space around it.
func (c *checker) line(id, field, text string) {
	c.expect(text != "", id, "%s is missing", field)
	c.expect(strings.TrimSpace(text) == text, id, "%s begins or ends with a space", field)
	c.expect(!strings.ContainsFunc(text, unicode.IsControl), id, "%s is not on one line", field)
}

// sentence checks that a text is a line of exactly one sentence. A full stop
// ends one wherever it stands, so the text can hold no abbreviation.
func (c *checker) sentence(id, field, text string) {
	c.line(id, field, text)
	end := strings.IndexAny(text, ".?!")
	c.expect(end >= 0 && end == len(text)-1, id, "%s is not one sentence", field)
}

// unique checks that no id stands twice.
func (c *checker) unique(what string, ids []string) {
	for i, id := range ids {
		c.expect(!slices.Contains(ids[:i], id), id, "%s stands twice", what)
	}
}
