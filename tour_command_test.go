//go:build linux

package main_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// commandLine asks the program without a window about a journal.
type commandLine struct {
	t               *testing.T
	home            home
	binary, journal string
}

// run runs a command on the journal and returns what it printed.
func (c commandLine) run(args ...string) []byte {
	c.t.Helper()
	keys := filepath.Join(c.t.TempDir(), "passphrase")
	if err := os.WriteFile(keys, []byte(passphrase+"\n"), 0o600); err != nil {
		c.t.Fatal(err)
	}
	args = append(args, "--journal", c.journal, "--passphrase-file", keys)
	command := exec.CommandContext(c.t.Context(), c.binary, args...)
	command.Env = c.home.environment()
	command.SysProcAttr = apart(c.t)
	var said bytes.Buffer
	command.Stderr = &said
	out, err := command.Output()
	if err != nil {
		c.t.Fatalf("mend %s: %v\n%s", args[0], err, said.String())
	}
	return out
}

// listed is a line of `mend list`.
type listed struct {
	ID, Title, Stage string
	FirstLine        string `json:"first_line"`
	Tags             []string
	Feelings         []feeling
}

type feeling struct {
	Word      string
	Intensity int
}

func (c commandLine) list(args ...string) []listed {
	c.t.Helper()
	var all []listed
	for line := range bytes.Lines(c.run(append([]string{"list"}, args...)...)) {
		var one listed
		if err := json.Unmarshal(line, &one); err != nil {
			c.t.Fatalf("list: %v", err)
		}
		all = append(all, one)
	}
	return all
}

// expectWritten checks that what was done in the window is in the journal.
func (c commandLine) expectWritten() {
	c.t.Helper()
	if got := len(c.list()); got != 3 {
		c.t.Errorf("%d entries, want the 3 that were written", got)
	}
	found := c.list("--query", rareBody)
	if len(found) != 1 {
		c.t.Fatalf("%d entries with the rare word of the first, want 1", len(found))
	}
	feelings := []feeling{{rareFeeling, 3}}
	want := listed{ID: found[0].ID, Title: "The long way " + rareTitle, Stage: "acknowledge", Tags: []string{rareTag},
		Feelings: feelings, FirstLine: "We walked home without a word. " + rareBody}
	if diff := cmp.Diff(want, found[0]); diff != "" {
		c.t.Errorf("the first entry (-want +got):\n%s", diff)
	}
	if got := c.list("--stage", "acknowledge"); len(got) != 2 || got[0].FirstLine != answer {
		c.t.Errorf("linked to the stage are %+v, want the answer and the first entry", got)
	}
	c.expectTicked("acknowledge.accept-it")
	c.expectSound()
}

// archive returns everything in the journal, as the open archive.
func (c commandLine) archive() []byte {
	c.t.Helper()
	file := filepath.Join(c.t.TempDir(), "archive.json")
	c.run("export", "--out", file)
	content, err := os.ReadFile(file)
	if err != nil {
		c.t.Fatal(err)
	}
	return content
}

// expectTicked looks into the archive for the last act on a step.
func (c commandLine) expectTicked(id string) {
	c.t.Helper()
	var archive struct {
		Ticks []struct {
			Step, Note string
			Done       bool
		}
	}
	if err := json.Unmarshal(c.archive(), &archive); err != nil {
		c.t.Fatal(err)
	}
	if len(archive.Ticks) == 0 {
		c.t.Fatal("no tick in the journal")
	}
	last := archive.Ticks[len(archive.Ticks)-1]
	if last.Step != id || !last.Done || !strings.Contains(last.Note, rareNote) {
		c.t.Errorf("the last tick is %+v, want %s done, with its note", last, id)
	}
}

// expectSound has every page and record verified.
func (c commandLine) expectSound() {
	c.t.Helper()
	if out := c.run("check"); strings.TrimSpace(string(out)) != "ok" {
		c.t.Errorf("check says %q, want ok", out)
	}
}

// expectSummaries checks the summaries that the window saved, and leaves them
// beside the pictures. The command line prints the same.
func (c commandLine) expectSummaries(folder string) {
	c.t.Helper()
	marks := map[string]string{"md": rareBody, "html": rareBody, "pdf": "%PDF-"}
	for _, format := range slices.Sorted(maps.Keys(marks)) {
		saved, err := os.ReadFile(filepath.Join(folder, "summary."+format))
		if err != nil {
			c.t.Fatal(err)
		}
		if !bytes.Contains(saved, []byte(marks[format])) {
			c.t.Errorf("summary.%s lacks %q", format, marks[format])
		}
		if err := os.WriteFile(filepath.Join(picturesFolder, "summary."+format), saved, 0o644); err != nil {
			c.t.Fatal(err)
		}
	}
	again := filepath.Join(c.t.TempDir(), "summary.md")
	c.run("summary", "--format", "md", "--out", again)
	c.expectSameText(filepath.Join(folder, "summary.md"), again)
}

func (c commandLine) expectSameText(want, got string) {
	c.t.Helper()
	var texts []string
	for _, file := range []string{want, got} {
		content, err := os.ReadFile(file)
		if err != nil {
			c.t.Fatal(err)
		}
		texts = append(texts, string(content))
	}
	if diff := cmp.Diff(texts[0], texts[1]); diff != "" {
		c.t.Errorf("the command line prints another summary (-window +command):\n%s", diff)
	}
}
