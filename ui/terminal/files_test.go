package terminal_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"mend/journal"
)

func TestGuide(t *testing.T) {
	d := newDesk(t)
	want := `{"id":"short","title":"A short one","stages":[` +
		`{"id":"look","title":"Look","phase":"steady","steps":[` +
		`{"id":"look.name-it","title":"Name it","for":"both","sources":["A","D"]},` +
		`{"id":"look.sit-with-it","title":"Sit <with> it","for":"hurt","sources":[]}]},` +
		`{"id":"rest","title":"Rest","phase":"steady","steps":[]}]}` + "\n"
	if got := d.must("guide"); got != want {
		t.Errorf("guide prints %s, want %s", got, want)
	}
	if got := d.must("guide", "--guide", "other"); !strings.HasPrefix(got, `{"id":"other"`) {
		t.Errorf("guide --guide other prints %s", got)
	}
	if got := d.must("guide", "--path", "parting-well"); strings.Contains(got, `"rest"`) || !strings.Contains(got, `"look"`) {
		t.Errorf("guide --path parting-well prints %s", got)
	}
	d.refuses(2, "stepping-back", "guide", "--path", "away")
	if len(d.opened) > 0 {
		t.Error("it opened a journal")
	}
}

func TestTick(t *testing.T) {
	d := newDesk(t)
	want := `{"step":"look.name-it","done":true,"at":"2026-03-01T21:30:00.000000005+01:00","note":"we <did>"}` + "\n"
	if got := d.must(d.with("tick", "look.name-it", "--note", "we <did>")...); got != want {
		t.Errorf("tick prints %s, want %s", got, want)
	}
	if got := d.must(d.with("tick", "talk.listen", "--undo")...); !strings.Contains(got, `"done":false`) {
		t.Errorf("tick --undo prints %s", got)
	}
	d.refuses(2, "NUL", d.with("tick", "look.name-it", "--note", "a\x00b")...)
}

func TestSummary(t *testing.T) {
	d := newDesk(t)
	at := time.Date(2026, 2, 3, 4, 5, 6, 0, berlin)
	d.journal.entries = []journal.Entry{{Title: "x", At: at}}
	var report journal.Report
	print := d.PrintSummary
	d.PrintSummary = func(ctx context.Context, w io.Writer, r journal.Report, format string) (int, error) {
		report = r
		return print(ctx, w, r, format)
	}
	out := d.path("out.md")
	got := d.must(d.with("summary", "--format", "md", "--out", out, "--from", "2026-01-01", "--to", "2026-12-31",
		"--stage", "look", "--stage", "rest", "--without", "feelings", "--without", "entries")...)
	if got != out+"\n" || d.read("out.md") != "md 2026-01-01" {
		t.Errorf("summary prints %q and writes %q", got, d.read("out.md"))
	}
	if report.Has(journal.SectionFeelings) || report.Has(journal.SectionEntries) || !report.Has(journal.SectionStages) {
		t.Errorf("sections are %v", report.Sections)
	}
	if len(report.Stages) == 0 || report.Stages[0].Title != "Look" {
		t.Errorf("stages are %v, want those of the journal's guide", report.Stages)
	}
	if d.must(d.with("summary", "--format", "html", "--out", out)...); d.read("out.md") != "html 2026-02-03" {
		t.Errorf("it writes %q over an earlier summary", d.read("out.md"))
	}
}

func TestSummaryOfAnUnknownGuide(t *testing.T) {
	d := newDesk(t)
	d.journal.profile.Guide = "gone"
	d.must(d.with("summary", "--format", "md", "--out", d.path("out"))...)
}

func TestSummaryTellsHowManyWordsChanged(t *testing.T) {
	d := newDesk(t)
	d.journal.entries = []journal.Entry{{Title: "x", Body: "I met Zanzibar and Quentin today.", At: time.Date(2026, 2, 3, 4, 5, 6, 0, berlin)}}
	d.PrintSummary = func(context.Context, io.Writer, journal.Report, string) (int, error) { return 17, nil }
	d.must(d.with("summary", "--format", "pdf", "--out", d.path("out"), "--initials")...)
	if said := d.stderr.String(); !strings.Contains(said, "fonts lack them: 17.") || !strings.Contains(said, "initials: 2.") ||
		strings.Contains(said, "Quentin") {
		t.Errorf("it says %q", said)
	}
}

func TestSealedSummary(t *testing.T) {
	d := newDesk(t)
	args := d.with("summary", "--format", "md", "--out", d.path("out"), "--seal")
	d.refuses(2, "no terminal", args...)
	d.answers = []string{"one", "two"}
	d.refuses(2, "not the same", args...)
	if len(d.opened) > 0 {
		t.Error("the journal was opened")
	}
	d.answers = []string{"one", "one"}
	d.must(args...)
	if got := d.read("out"); !strings.HasSuffix(got, "sealed with one") {
		t.Errorf("it writes %q", got)
	}
	d.must(append(args, "--seal-passphrase-file", d.write("seal", "two\n"))...)
	if got := d.read("out"); !strings.HasSuffix(got, "sealed with two") {
		t.Errorf("it writes %q", got)
	}
}

// Nothing that is no ordinary file of the person's is ever written over.
func TestWhereExportsMustNotGo(t *testing.T) {
	d := newDesk(t)
	own := d.write("diary", "sealed")
	if err := os.Link(own, d.path("linked")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(own, d.path("pointing")); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"export"}, {"summary", "--format", "md"}} {
		for name, want := range map[string]struct {
			code int
			said string
		}{
			"diary": {2, "the journal itself"}, "linked": {2, "the journal itself"}, "pointing": {2, "the journal itself"},
			".": {2, "not an ordinary file"}, "other.mend": {2, "for journals"}, "none/out": {1, "no folder"},
		} {
			d.refuses(want.code, want.said, append(command, d.with("--journal", own, "--out", d.path(name))...)...)
		}
		d.refuses(2, "not an ordinary file", append(command, d.with("--journal", own, "--out", os.DevNull)...)...)
	}
	if len(d.opened) > 0 || d.read("diary") != "sealed" {
		t.Error("the journal was touched")
	}
}

func TestFailedWritesAreTold(t *testing.T) {
	d := newDesk(t)
	d.WriteFile = func(string, func(io.Writer) error) error { return os.ErrPermission }
	d.refuses(8, "no right to write", d.with("export", "--out", d.path("out"))...)
	d.refuses(8, "no right to write", d.with("summary", "--format", "md", "--out", d.path("out"))...)
}

func TestExportAndImportPrintCounts(t *testing.T) {
	d := newDesk(t)
	out := d.path("out.json")
	if got := d.must(d.with("export", "--out", out)...); got != `{"entries":4,"revisions":3,"ticks":2,"stages":1,"promises":0,"observations":0,"goals":0,"own":0}`+"\n" {
		t.Errorf("export prints %s", got)
	}
	if got := d.read("out.json"); got != "archive" {
		t.Errorf("export writes %q", got)
	}
	if got := d.must(d.with("import", out)...); got != `{"entries":3,"revisions":2,"ticks":1,"stages":0,"promises":0,"observations":0,"goals":0,"own":0}`+"\n" {
		t.Errorf("import prints %s", got)
	}
}

// placed is an archive's error.
type placed struct{ place string }

func (p placed) Error() string        { return "archive: bad" }
func (p placed) Is(target error) bool { return target == journal.ErrBadArchive }
func (p placed) Place() string        { return p.place }
func (p placed) Reason() string       { return `unknown field "mood"` }

func TestImportRefusals(t *testing.T) {
	d := newDesk(t)
	d.refuses(1, "can't be opened", d.with("import", d.path("missing"))...)
	d.refuses(1, "folder", d.with("import", d.folder)...)
	if len(d.opened) > 0 {
		t.Error("the journal was opened")
	}
	file := d.write("in.json", "{}")
	for _, test := range []struct {
		err  error
		code int
		said string
	}{
		{placed{"entries[12]"}, 1, `entries[12]: unknown field "mood".`},
		{placed{}, 1, `read. unknown field "mood".`},
		{fmt.Errorf("archive: %w", journal.ErrNewerVersion), 6, "This archive was written by a newer"},
		{journal.ErrNoSpace, 8, "no space"},
		{context.Canceled, 1, "stopped"},
	} {
		d.ReadArchive = func(io.Reader, journal.Sink) error { return test.err }
		d.refuses(test.code, test.said, d.with("import", file)...)
	}
}

func TestCheck(t *testing.T) {
	d := newDesk(t)
	if got := d.must(d.with("check")...); got != "ok\n" {
		t.Errorf("check prints %q", got)
	}
	d.journal.findings = []journal.Finding{{Where: "page 12", What: "its seal is broken"}, {Where: "entry x", What: "its text is missing"}}
	if code := d.run(d.with("check")...); code != 4 || d.stdout.String() != "page 12: its seal is broken\nentry x: its text is missing\n" {
		t.Errorf("check exits with %d and prints %q", code, &d.stdout)
	}
	if !strings.Contains(d.stderr.String(), "damaged") {
		t.Errorf("check says %q", &d.stderr)
	}
}
