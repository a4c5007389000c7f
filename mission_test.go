//go:build linux

package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
)

// methods is what one source, or the principles, ask for: a guide to walk along,
// pages to fill in, and more.
type methods struct {
	guide string
	pages []string
	more  func(*mission, *testing.T)
}

// TestMission does by command what the journal is for, and looks for it in what
// the other commands tell: in the order of the missions of docs/method.md.
func TestMission(t *testing.T) {
	m := newMission(t)
	m.write()
	m.tick()
	m.promise()
	m.look()
	t.Run("M1 writing", m.written)
	t.Run("M1 feelings on pages", m.felt)
	t.Run("M2 ticking", m.ticked)
	t.Run("M3 a summary of what is chosen", m.chosen)
	t.Run("M4 one private file", m.private)
	m.run("M5 the first source", methods{guide: "accept-to-act", pages: []string{
		"ten-habits", "when-it-changed", "good-side", "what-i-believe", "stop", "lessons-and-thanks"}})
	m.run("M6 the second source", methods{guide: "talk-first", pages: []string{
		"conversation-plan", "two-views", "responsibility", "open-about", "where-i-am", "small-step", "kinds-of-closeness", "hearing"}})
	m.run("M7 the third source", methods{guide: "small-daily-acts", pages: []string{
		"middle-ground", "daily-five", "outside-help", "good-moment", "appreciation", "unspoken-wishes"}})
	m.run("M8 the fourth source", methods{guide: "promises-kept", more: (*mission).promised, pages: []string{
		"mutual-feelings", "apology", "receiving-apology", "explanation", "agreement", "cannot-keep", "promises-check-in"}})
	m.run("M9 the fifth source", methods{guide: "ways-forward", more: (*mission).aimed, pages: []string{
		"pulse-me", "pulse-partner", "kind-of-break", "readiness", "recommit", "letter", "letter-to-myself",
		"ideas-for-two", "conversation-after", "feeling-cared-for", "what-trust-means"}})
	m.run("M10 every role and path", methods{guide: journal.DefaultGuide, more: (*mission).paths, pages: []string{
		"plain-facts", "cooling-off", "what-calms-me", "thought-record", "mine-and-not-mine", "to-be-heard", "grief",
		"path-decision", "go-on-change-part", "safe-and-settled", "who-stands-by-me", "what-i-decided", "what-we-owe",
		"whether-to-say-it", "what-i-keep", "goodbye-letter"}})
	for _, p := range m.journal.pages {
		if !m.told[p.ID] {
			t.Errorf("no mission asks for page %q", p.ID)
		}
	}
	t.Run("archive", m.roundTrip)
}

// run looks for everything that methods ask for.
func (m *mission) run(name string, what methods) {
	m.t.Helper()
	m.t.Run(name, func(t *testing.T) {
		m.walked(t, what.guide)
		for _, page := range what.pages {
			m.filledIn(t, page)
			m.told[page] = true
		}
		if what.more != nil {
			what.more(m, t)
		}
	})
}

// mission is a journal, what was written into it, and what is told of it.
type mission struct {
	commandLine
	folder  string
	journal *written

	listed   []listed
	archive  map[string]json.RawMessage
	entries  map[string]map[string]any // of the archive, by id
	summary  string                    // as plain words
	sections map[string]string         // of it, by title
	told     map[string]bool           // the pages that a mission asked for
}

func newMission(t *testing.T) *mission {
	t.Helper()
	h := newHome(t)
	m := &mission{commandLine: commandLine{t, h, buildProgram(t), h.path("journal.mend")}, folder: t.TempDir(), journal: newWritten(t), told: map[string]bool{}}
	m.journal.archiveAt(t, m.file("written.json"))
	m.say(t, "", "new")
	m.say(t, "", "import", m.file("written.json"))
	return m
}

func (m *mission) file(name string) string { return filepath.Join(m.folder, name) }

// say runs a command on the journal, with something to read, and returns what
// it printed.
func (m *mission) say(t *testing.T, input string, args ...string) string {
	t.Helper()
	keys := m.file("passphrase")
	if err := os.WriteFile(keys, []byte(passphrase+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if args[0] != "guide" && args[0] != "pages" {
		args = append(args, "--journal", m.commandLine.journal, "--passphrase-file", keys)
	}
	command := exec.CommandContext(t.Context(), m.binary, args...)
	command.Env, command.SysProcAttr, command.Stdin = m.home.environment(), apart(t), strings.NewReader(input)
	var said bytes.Buffer
	command.Stderr = &said
	out, err := command.Output()
	if err != nil {
		t.Fatalf("mend %s: %v\n%s", args[0], err, said.String())
	}
	return strings.TrimSpace(string(out))
}

const ownWords = "Second entry of the day, and calmer."

func (m *mission) write() {
	m.t.Helper()
	m.say(m.t, "It was late.\n", "add", "--at", "2026-01-02", "--title", "First of the day", "--feeling", "sad:4", "--feeling", "wary:2",
		"--step", "acknowledge.name-it", "--tag", "evening")
	m.say(m.t, ownWords, "add", "--at", "2026-01-02", "--stage", "acknowledge", "--feeling", "calm:3")
	m.say(m.t, "", "add", "--at", "2026-01-02", "--page", "plain-facts", "--field", "what=At eight the door.", "--field", "when=2026-01-02T20:00:00Z")
	m.say(m.t, "Nobody reads this.", "add", "--at", "2026-01-02", "--title", "Kept out", "--keep-out")
}

func (m *mission) tick() {
	m.t.Helper()
	m.say(m.t, "", "tick", "acknowledge.know-or-guess", "--note", "three columns")
	m.say(m.t, "", "tick", "acknowledge.know-or-guess", "--undo", "--note", "one was a guess")
}

func (m *mission) promise() {
	m.t.Helper()
	id := m.say(m.t, "", "promise", "add", "--text", "Ring before ten", "--who", "partner", "--from", "2026-01-05", "--every", "mon,thu",
		"--review", "2026-03-01", "--why", "Nobody waits.", "--how", "The call is there.")
	m.say(m.t, "", "promise", "observe", id, "--day", "2026-01-05", "--result", "kept")
	m.say(m.t, "", "promise", "observe", id, "--day", "2026-01-08", "--result", "missed", "--note", "said so at once")
}

// look reads what list, export and summary tell.
func (m *mission) look() {
	m.t.Helper()
	m.listed = m.list()
	m.say(m.t, "", "export", "--out", m.file("first.json"))
	m.archive = readArchive(m.t, m.file("first.json"))
	var entries []map[string]any
	if err := json.Unmarshal(m.archive["entries"], &entries); err != nil {
		m.t.Fatal(err)
	}
	m.entries = map[string]map[string]any{}
	for _, e := range entries {
		m.entries[e["id"].(string)] = e
	}
	md := m.tell(m.t, "all.md")
	m.summary, m.sections = plainly(md), sectionsOf(md)
}

func readArchive(t *testing.T, file string) map[string]json.RawMessage {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(content, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// tell writes a summary in Markdown and returns it.
func (m *mission) tell(t *testing.T, name string, options ...string) string {
	t.Helper()
	m.say(t, "", append([]string{"summary", "--format", "md", "--out", m.file(name)}, options...)...)
	md, err := os.ReadFile(m.file(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(md)
}

// sectionsOf returns what stands under each heading of an entry, stage, promise
// or goal; those with one title together.
func sectionsOf(md string) map[string]string {
	sections := map[string]string{}
	for _, part := range strings.Split(md, "\n### ")[1:] {
		title, text, _ := strings.Cut(part, "\n")
		sections[plainly(title)] += " " + plainly(text)
	}
	return sections
}

// expect looks for words under a heading of the summary.
func (m *mission) expect(t *testing.T, title string, words ...string) {
	t.Helper()
	section, ok := m.sections[plainly(title)]
	if !ok {
		t.Errorf("the summary does not tell of %q", title)
		return
	}
	for _, word := range words {
		if !strings.Contains(section, plainly(word)) {
			t.Errorf("under %q the summary lacks %q", title, word)
		}
	}
}

// filledIn looks for a page in the list, the archive and the summary.
func (m *mission) filledIn(t *testing.T, page string) {
	t.Helper()
	all := m.journal.of(page)
	if len(all) == 0 {
		t.Fatalf("nothing was filled in on page %q", page)
	}
	for _, f := range all {
		id := f.entry.ID.String()
		at := slices.IndexFunc(m.listed, func(l listed) bool { return l.ID == id })
		if at < 0 || m.listed[at].Stage != f.entry.Stage {
			t.Errorf("page %q is not listed in stage %q", page, f.entry.Stage)
		}
		if at >= 0 && m.listed[at].FirstLine == "" && slices.ContainsFunc(f.page.Fields, func(f journal.PageField) bool { return f.Kind == journal.FieldText }) {
			t.Errorf("page %q is listed without a line of it", page)
		}
		fields := map[string]any{}
		for key, value := range f.entry.Fields {
			fields[key] = value
		}
		if diff := cmp.Diff(fields, m.entries[id]["fields"]); diff != "" {
			t.Errorf("page %q in the archive (-want +got):\n%s", page, diff)
		}
		m.expect(t, f.page.Title, f.told...)
	}
}

// shown compares what show prints with the archive.
func (m *mission) shown(t *testing.T, e journal.Entry) {
	t.Helper()
	var got map[string]any
	if err := json.Unmarshal([]byte(m.say(t, "", "show", e.ID.String())), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m.entries[e.ID.String()], got); diff != "" {
		t.Errorf("show prints another entry than the archive has (-archive +show):\n%s", diff)
	}
}

// walked looks for the first tick in every stage of a guide, and how it stands.
func (m *mission) walked(t *testing.T, id string) {
	t.Helper()
	at := slices.IndexFunc(m.journal.guides, func(g journal.Guide) bool { return g.ID == id })
	if at < 0 {
		t.Fatalf("there is no guide %q", id)
	}
	for _, s := range m.journal.guides[at].Stages {
		if !strings.Contains(m.summary, "Reason: Because of "+s.ID) || !strings.Contains(m.summary, "Noted beside "+s.Steps[0].ID) {
			t.Errorf("the summary lacks stage %q of guide %q", s.ID, id)
		}
	}
}

func (m *mission) written(t *testing.T) {
	m.expect(t, "First of the day", "Stage: Acknowledge", "Feelings: sad (strong), wary (light)", "Tags: evening", "It was late.")
	m.expect(t, "Plain facts of the day", "At eight the door.", "Friday 2 January 2026, 20:00")
	if !strings.Contains(m.summary, ownWords) || strings.Contains(m.summary, "Nobody reads this") {
		t.Error("the summary lacks an entry, or tells of one that was kept out")
	}
	lines := map[string]listed{}
	for _, l := range m.listed {
		lines[l.FirstLine] = l
	}
	for line, stage := range map[string]string{"It was late.": "acknowledge", ownWords: "acknowledge", "At eight the door.": "acknowledge", "Nobody reads this.": ""} {
		if l, ok := lines[line]; !ok || l.Stage != stage {
			t.Errorf("%q is listed as %+v", line, l)
		}
	}
}

// felt looks for what was named on pages among what was felt: one's own, and not
// what somebody else may feel.
func (m *mission) felt(t *testing.T) {
	found := m.list("--query", "feeling:wary>=4")
	own := journal.OwnFeelingFields(m.journal.pages)
	for _, f := range m.journal.filled {
		at := slices.IndexFunc(found, func(l listed) bool { return l.ID == f.entry.ID.String() })
		if named := len(own[f.page.ID]) > 0; named != (at >= 0) {
			t.Errorf("page %q is found by its feelings: %v, want %v", f.page.ID, at >= 0, named)
		}
		if at >= 0 && !slices.Contains(found[at].Feelings, feeling{"wary", 4}) {
			t.Errorf("page %q is listed with %v", f.page.ID, found[at].Feelings)
		}
	}
	if len(found) == 0 {
		t.Error("no page is found by a feeling")
	}
}

// ticked looks for the whole history of a step.
func (m *mission) ticked(t *testing.T) {
	var ticks []struct {
		Step, Note string
		Done       bool
	}
	if err := json.Unmarshal(m.archive["ticks"], &ticks); err != nil {
		t.Fatal(err)
	}
	var acts []string
	for _, tick := range ticks {
		if tick.Step == "acknowledge.know-or-guess" {
			acts = append(acts, fmt.Sprint(tick.Done, " ", tick.Note))
		}
	}
	if want := []string{"true three columns", "false one was a guess"}; !slices.Equal(acts, want) {
		t.Errorf("the archive has %q, want %q", acts, want)
	}
	m.expect(t, "Acknowledge", journal.StepTitle(m.journal.guides, "acknowledge.know-or-guess")+" (Unticked on ", "Note: one was a guess")
}

// chosen asks for a summary of one day and stage.
func (m *mission) chosen(t *testing.T) {
	apology := m.journal.of("apology")[0]
	day := string(journal.DayOf(apology.entry.At))
	md := m.tell(t, "chosen.md", "--from", day, "--to", day, "--stage", "apologise", "--without", "stages", "--without", "promises", "--without", "feelings", "--without", "insights")
	if got := sectionsOf(md); len(got) != 1 || got[apology.page.Title] == "" {
		t.Errorf("of one day and stage the summary tells %d things:\n%s", len(got), md)
	}
}

func (m *mission) private(t *testing.T) {
	sealed, err := os.ReadFile(m.commandLine.journal)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"It was late", "words on", "acknowledge", "SQLite", "First of the day"} {
		if bytes.Contains(sealed, []byte(word)) {
			t.Errorf("the journal's file shows %q", word)
		}
	}
	if got := m.say(t, "", "check"); got != "ok" {
		t.Errorf("check says %q", got)
	}
}

func (m *mission) promised(t *testing.T) {
	list := m.say(t, "", "promise", "list")
	for _, part := range []string{`"every":"mon,thu"`, `"day":"2026-01-08","result":"missed","note":"said so at once"`} {
		if !strings.Contains(list, part) {
			t.Errorf("the list of promises lacks %s: %s", part, list)
		}
	}
	m.expect(t, "Ring before ten", "Promised by: my partner", "How often: on Monday, Thursday", "Why it matters: Nobody waits.",
		"kept once, missed once", "To be looked at again: 1 March 2026", "8 January 2026: missed: said so at once")
	m.shown(t, m.journal.of("apology")[0].entry)
}

// aimed looks for the goals, and for a letter that waits for its day.
func (m *mission) aimed(t *testing.T) {
	for _, g := range m.journal.goals {
		m.expect(t, g.Current().Text, "Reached when: It is there.", "Reached on: 5 January 2026")
	}
	id := m.journal.letter.ID.String()
	at := slices.IndexFunc(m.listed, func(l listed) bool { return l.ID == id })
	if at < 0 || m.listed[at].FirstLine != "" || strings.Contains(m.summary, rareBody) || len(m.list("--query", rareBody)) > 0 {
		t.Error("a letter that waits for its day is read before")
	}
	if fields := m.entries[id]["fields"].(map[string]any); !strings.Contains(fields["letter"].(string), rareBody) {
		t.Error("the archive lacks the letter that waits for its day")
	}
}

func (m *mission) paths(t *testing.T) {
	said := map[string]bool{}
	for _, path := range journal.Paths() {
		guide := m.say(t, "", "guide", "--path", string(path))
		if !strings.Contains(guide, `"steps":[{`) {
			t.Errorf("on the path %s the guide has no steps: %s", path, guide)
		}
		said[guide] = true
	}
	if len(said) < 2 {
		t.Error("every path is walked along the same steps")
	}
	if n := strings.Count(m.say(t, "", "pages"), "\n") + 1; n != len(m.journal.pages) {
		t.Errorf("%d pages are printed, there are %d", n, len(m.journal.pages))
	}
	for _, words := range []string{"My side: I was hurt and I caused hurt", "My path: trying, to be looked at again on 1 September 2026"} {
		if !strings.Contains(m.summary, words) {
			t.Errorf("the summary lacks %q", words)
		}
	}
}

// roundTrip reads the archive into a new journal and writes it again.
func (m *mission) roundTrip(t *testing.T) {
	m.commandLine.journal = m.home.path("second.mend")
	m.say(t, "", "new")
	m.say(t, "", "import", m.file("first.json"))
	m.say(t, "", "export", "--out", m.file("second.json"))
	first, second := m.archive, readArchive(t, m.file("second.json"))
	for name := range first {
		if name != "exported_at" && !bytes.Equal(first[name], second[name]) {
			t.Errorf("%s differs:\n%s", name, cmp.Diff(string(first[name]), string(second[name])))
		}
	}
	if len(first) != len(second) || len(first["own"]) == 0 {
		t.Errorf("the archives have %d and %d parts", len(first), len(second))
	}
}
