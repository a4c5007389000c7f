package terminal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"

	"mend/assets"
	"mend/journal"
	"mend/journal/archive"
	"mend/journal/backup"
	"mend/journal/guide"
	"mend/journal/store"
	"mend/journal/summary"
	"mend/ui/terminal"
)

// realPorts are the program's own, but for key derivation, which is cheap, and
// for fonts and window, which the command line does without.
func realPorts() (terminal.Ports, error) {
	guides, err := guide.LoadGuides(assets.FS)
	if err != nil {
		return terminal.Ports{}, err
	}
	pages, err := guide.LoadPages(assets.FS, guides)
	cheap := cheapOptions()
	return terminal.Ports{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Now: time.Now, Version: "0.0.0", DefaultJournal: "default.mend", Guides: guides, Pages: pages,
		Create: func(ctx context.Context, path string, passphrase []byte, p journal.Profile) (terminal.Journal, error) {
			return store.Create(ctx, path, passphrase, p, cheap)
		},
		Open: func(ctx context.Context, path string, passphrase []byte) (terminal.Journal, error) {
			return store.Open(ctx, path, passphrase, cheap)
		},
		Backup:         backupAt(time.Now),
		Inspect:        backup.Inspect,
		Restore:        restoreCheaply,
		ReadPassphrase: func(string) ([]byte, error) { return nil, errors.New("not a terminal") },
		WriteArchive:   archive.Write,
		ReadArchive:    archive.Read,
		EncodeEntry:    archive.EncodeEntry,
		PrintSummary: func(ctx context.Context, w io.Writer, r journal.Report, format string) (int, error) {
			f, err := summary.ParseFormat(format)
			if err != nil {
				return 0, err
			}
			result, err := summary.PrintContext(ctx, w, r, f, summary.Fonts{})
			return result.Replaced, err
		},
		SealSummary: summary.Seal,
		WriteFile:   summary.WriteFile,
		Window:      func(terminal.WindowRequest) int { return 0 },
	}, err
}

// newRealDesk is a desk with the real parts and a journal at its path
// "us.mend".
func newRealDesk(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	ports, err := realPorts()
	if err != nil {
		t.Fatal(err)
	}
	d.Ports = ports
	d.Stdin, d.Stdout, d.Stderr = strings.NewReader(""), &d.stdout, &d.stderr
	d.on("new", "--role", "hurt")
	return d
}

// args adds journal and passphrase to a command.
func (d *desk) args(args ...string) []string {
	return d.with(append(args, "--journal", d.path("us.mend"))...)
}

// on runs a command on the desk's journal that must succeed.
func (d *desk) on(args ...string) string {
	d.t.Helper()
	return d.must(d.args(args...)...)
}

// add adds an entry and returns its id.
func (d *desk) add(body string, args ...string) string {
	d.t.Helper()
	d.Stdin = strings.NewReader(body)
	return strings.TrimSpace(d.on(append([]string{"add"}, args...)...))
}

// decoded reads JSON lines.
func decoded[T any](t *testing.T, lines string) []T {
	t.Helper()
	var all []T
	decoder := json.NewDecoder(strings.NewReader(lines))
	for decoder.More() {
		var one T
		if err := decoder.Decode(&one); err != nil {
			t.Fatalf("%v in %s", err, lines)
		}
		all = append(all, one)
	}
	return all
}

type listedLine struct {
	ID, At, Title, Stage string
	Feelings             []struct {
		Word      string
		Intensity int
	}
	Tags      []string
	FirstLine string `json:"first_line"`
}

type shownLine struct {
	ID, Body, Title, Stage, Step string
	KeepOut                      bool `json:"keep_out"`
	Revisions                    []any
}

func (d *desk) list(args ...string) []listedLine {
	d.t.Helper()
	return decoded[listedLine](d.t, d.on(append([]string{"list"}, args...)...))
}

func TestTheMainJobWithoutADisplay(t *testing.T) {
	d := newRealDesk(t)
	older := d.add("# We met\nin the *garden*", "--at", "2026-01-02", "--feeling", "half: hopeful:4", "--tag", "home, sweet",
		"--step", "acknowledge.name-it", "--title", "Café")
	newer := d.add("secret", "--at", "2026-02-03T04:05:06.000000007-03:00", "--keep-out")

	all := d.list()
	if len(all) != 2 || all[0].ID != newer || all[1].ID != older {
		t.Fatalf("list = %+v", all)
	}
	if e := all[0]; e.At != "2026-02-03T04:05:06.000000007-03:00" || e.Tags == nil || e.Feelings == nil || e.FirstLine != "secret" {
		t.Errorf("the newer is listed as %+v", e)
	}
	if e := all[1]; e.Title != "Café" || e.Stage != "acknowledge" || e.FirstLine != "We met" || e.Tags[0] != "home, sweet" ||
		e.Feelings[0].Word != "half: hopeful" || e.Feelings[0].Intensity != 4 {
		t.Errorf("the older is listed as %+v", e)
	}
	for args, want := range map[string]string{
		"--query gard cafe": older, "--from 2026-02-01": newer, "--to 2026-02-02": older, "--stage acknowledge": older,
		"--feeling half:_hopeful": older, "--tag home,_sweet": older, "--limit 1": newer, "--query nowhere": "",
	} {
		flag, value, _ := strings.Cut(args, " ")
		if flag != "--query" {
			value = strings.ReplaceAll(value, "_", " ")
		}
		got := d.list(flag, value)
		if want == "" && len(got) != 0 || want != "" && (len(got) != 1 || got[0].ID != want) {
			t.Errorf("list %s = %+v, want %s", args, got, want)
		}
	}
	shown := decoded[shownLine](t, d.on("show", newer))
	if len(shown) != 1 || shown[0].Body != "secret" || !shown[0].KeepOut || shown[0].Revisions == nil {
		t.Errorf("show = %+v", shown)
	}
	if got := d.on("tick", "acknowledge.name-it", "--note", "done <it>"); !strings.Contains(got, `"done":true`) || !strings.Contains(got, "done <it>") {
		t.Errorf("tick prints %s", got)
	}
	d.on("tick", "acknowledge.name-it", "--undo")
	if got := d.on("check"); got != "ok\n" {
		t.Errorf("check prints %s", got)
	}
}

func TestSummariesWithoutADisplay(t *testing.T) {
	d := newRealDesk(t)
	d.add("We met in the garden.", "--feeling", "calm:2")
	d.add("zq-kept-out", "--keep-out", "--tag", "zq-kept-out")
	for _, format := range []string{"md", "html"} {
		out := d.path("out." + format)
		if got := d.on("summary", "--format", format, "--out", out); got != out+"\n" {
			t.Errorf("summary prints %q", got)
		}
		if content := d.read("out." + format); !strings.Contains(content, "garden") || strings.Contains(content, "zq-kept-out") {
			t.Errorf("summary as %s is %s", format, content)
		}
	}
	d.on("summary", "--format", "md", "--out", d.path("sealed.age"), "--seal", "--seal-passphrase-file", d.write("seal", "for you\n"))
	identity, err := age.NewScryptIdentity("for you")
	if err != nil {
		t.Fatal(err)
	}
	opened, err := age.Decrypt(strings.NewReader(d.read("sealed.age")), identity)
	if err != nil {
		t.Fatal(err)
	}
	if content, err := io.ReadAll(opened); err != nil || !bytes.Contains(content, []byte("garden")) {
		t.Errorf("the sealed summary holds %q, %v", content, err)
	}
	if strings.Contains(d.read("sealed.age"), "garden") {
		t.Error("the sealed summary can be read")
	}
}

func TestPromises(t *testing.T) {
	d := newRealDesk(t)
	once := strings.TrimSpace(d.on("promise", "add", "--text", "Once", "--who", "both", "--due", "2030-01-01", "--from", "2026-01-01",
		"--why", "a reason", "--how", "a sign", "--review", "2029-12-01"))
	often := strings.TrimSpace(d.on("promise", "add", "--text", "Often", "--from", "2026-03-02", "--every", "3"))
	d.on("promise", "observe", often, "--day", "2026-03-05", "--result", "missed")
	if got, want := d.on("promise", "observe", often, "--day", "2026-03-05", "--result", "partly", "--note", "half <of> it"),
		`{"day":"2026-03-05","result":"partly","note":"half <of> it"}`+"\n"; got != want {
		t.Errorf("observe prints %s, want %s", got, want)
	}
	d.on("promise", "observe", often, "--day", "2026-03-02", "--result", "not-due")
	want := `{"id":"` + once + `","text":"Once","who":"both","from":"2026-01-01","every":"","due":"2030-01-01","why":"a reason","how":"a sign","review":"2029-12-01","observations":[]}` + "\n" +
		`{"id":"` + often + `","text":"Often","who":"me","from":"2026-03-02","every":"3","due":"","why":"","how":"","review":"","observations":[` +
		`{"day":"2026-03-02","result":"not-due","note":""},{"day":"2026-03-05","result":"partly","note":"half <of> it"}]}` + "\n"
	if diff := cmp.Diff(want, d.on("promise", "list")); diff != "" {
		t.Errorf("promise list prints (-want +got):\n%s", diff)
	}
	for said, args := range map[string][]string{
		"none of me":    {"promise", "add", "--text", "x", "--who", "them"},
		"none of day":   {"promise", "add", "--text", "x", "--every", "now and then"},
		"empty":         {"promise", "add", "--text", " "},
		"--text":        {"promise", "add"},
		"first day":     {"promise", "add", "--text", "x", "--from", "2026-02-02", "--due", "2026-02-01"},
		"none of kept":  {"promise", "observe", often, "--day", "2026-03-05", "--result", "fine"},
		"YYYY-MM-DD":    {"promise", "observe", often, "--day", "yesterday", "--result", "kept"},
		"no promise":    {"promise", "observe", "7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e", "--day", "2026-03-05", "--result", "kept"},
		"promise list ": {"promise", "observe", "that one", "--day", "2026-03-05", "--result", "kept"},
	} {
		d.refuses(2, said, d.with(append(args, "--journal", d.path("us.mend"))...)...)
	}
}

func TestExportImportExportIsEqual(t *testing.T) {
	d := newRealDesk(t)
	d.add("one\r\ntwo\u2028 🙂", "--at", "2026-01-02T03:04:05.123456789+05:30", "--tag", "a", "--feeling", "calm:1")
	d.add("one\r\ntwo", "--at", "1999-12-31")
	d.on("tick", "acknowledge.name-it", "--note", "n")
	d.on("tick", "acknowledge.name-it", "--undo")
	promise := strings.TrimSpace(d.on("promise", "add", "--text", "Call <before> ten", "--every", "thu,mon", "--from", "2026-03-02"))
	d.on("promise", "observe", promise, "--day", "2026-03-09", "--result", "missed")
	d.on("promise", "observe", promise, "--day", "2026-03-09", "--result", "kept", "--note", "late, but it was")
	first := d.path("first.json")
	counts := d.on("export", "--out", first)
	if counts != `{"entries":2,"revisions":0,"ticks":2,"stages":0,"promises":1,"observations":2,"goals":0,"own":0}`+"\n" {
		t.Errorf("export prints %s", counts)
	}
	d.must(d.with("new", "--journal", d.path("b.mend"))...)
	if got := d.must(d.with("import", first, "--journal", d.path("b.mend"))...); got != counts {
		t.Errorf("import prints %s, export printed %s", got, counts)
	}
	d.must(d.with("export", "--out", d.path("second.json"), "--journal", d.path("b.mend"))...)
	exportedAt := regexp.MustCompile(`"exported_at":"[^"]*"`)
	a, b := exportedAt.ReplaceAllString(d.read("first.json"), ""), exportedAt.ReplaceAllString(d.read("second.json"), "")
	if diff := cmp.Diff(strings.Split(a, "\n"), strings.Split(b, "\n")); diff != "" {
		t.Errorf("exports (-first +second):\n%s", diff)
	}
	before := d.on("list") + d.on("promise", "list")
	d.on("import", first)
	if after := d.on("list") + d.on("promise", "list"); before != after {
		t.Errorf("importing it again changes the list from %s to %s", before, after)
	}
}

// An archive is taken in whole or not at all.
func TestABadArchiveChangesNothing(t *testing.T) {
	d := newRealDesk(t)
	d.add("here already")
	d.on("export", "--out", d.path("good.json"))
	good := d.read("good.json")
	before := d.on("list")
	for name, test := range map[string]struct {
		content string
		code    int
		said    string
	}{
		"cut":       {good[:len(good)-20], 1, "not an archive"},
		"unknown":   {strings.Replace(good, `"goals":[]`, `"goals":[],"dreams":[]`, 1), 1, `unknown field "dreams"`},
		"promises":  {strings.Replace(good, `"promises":[]`, `"promises":[{}]`, 1), 1, "promises[0]"},
		"newer":     {strings.Replace(good, `"version":1`, `"version":2`, 1), 6, "newer version"},
		"a journal": {d.read("us.mend"), 1, "not an archive"},
	} {
		content := strings.Replace(test.content, `"body":"here already"`, `"body":"changed"`, 1)
		d.refuses(test.code, test.said, d.args("import", d.write("bad.json", content))...)
		if after := d.on("list"); after != before {
			t.Errorf("%s: the list became %s", name, after)
		}
	}
}

func TestHostileTextIsStoredExactlyOrRefused(t *testing.T) {
	for name, body := range map[string]string{
		"one long line":   strings.Repeat("x", 100_000),
		"long, of emoji":  strings.Repeat("👩‍👩‍👧", 20_000),
		"right to left":   "שלום \u202e abc \u2066 عربى",
		"combining":       "e\u0301" + strings.Repeat("\u0301", 1000),
		"line endings":    "\r\n\n\r\r\n a \r",
		"controls":        "\x01\x02\x1b[31mred\x7f\u0085\u2028\u2029\ufeff",
		"not a character": "\ufffe\uffff\U0010ffff\ufffd",
		"quotes":          `"'\"; DROP TABLE entry; --%s{{.}}<script>`,
		"no line ending":  "x",
		"only words":      "NEAR AND OR * \" ^",
	} {
		t.Run(name, func(t *testing.T) {
			d := newRealDesk(t)
			id := d.add(body)
			if shown := decoded[shownLine](t, d.on("show", id)); shown[0].Body != body {
				t.Errorf("it came back as %.100q", shown[0].Body)
			}
			d.list("--query", body[:min(len(body), 64)])
			d.on("export", "--out", d.path("out.json"))
			if got := d.on("check"); got != "ok\n" {
				t.Errorf("check prints %s", got)
			}
		})
	}
	d := newRealDesk(t)
	for _, body := range []string{"\xff", "a\x00b", "\xed\xa0\x80", "\xc0\xaf"} {
		d.Stdin = strings.NewReader(body)
		d.refuses(2, "body", d.args("add")...)
	}
	if got := d.list(); len(got) != 0 {
		t.Errorf("%d refused entries were kept", len(got))
	}
}

// A letter's text stays sealed in the list until its day; show has it.
func TestSealedLettersAreNotListed(t *testing.T) {
	d := newRealDesk(t)
	letter := `{"format":"mend-archive","version":1,"entries":[{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","at":"2026-01-02T03:04:05Z",` +
		`"created":"2026-01-02T03:04:05Z","edited":"2026-01-02T03:04:05Z","title":"A letter","body":"zqsealed","sealed_until":"9999-01-01"}]}`
	d.on("import", d.write("letter.json", letter))
	if out := d.on("list"); strings.Contains(out, "zqsealed") || !strings.Contains(out, "A letter") {
		t.Errorf("list prints %s", out)
	}
	if got := d.list("--query", "zqsealed"); len(got) != 0 {
		t.Errorf("the search finds %+v", got)
	}
	d.on("summary", "--format", "md", "--out", d.path("out.md"))
	if strings.Contains(d.read("out.md"), "zqsealed") {
		t.Error("the summary tells it")
	}
	if out := d.on("show", "7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e"); !strings.Contains(out, "zqsealed") {
		t.Errorf("show prints %s", out)
	}
}

func TestTheGuidesOfTheProgram(t *testing.T) {
	d := newRealDesk(t)
	type printed struct {
		ID, Title string
		Stages    []struct {
			ID, Title, Phase string
			Steps            []struct {
				ID, Title, For string
				Sources        []string
			}
		}
	}
	for id, stages := range map[string]int{
		journal.DefaultGuide: 12, "accept-to-act": 7, "talk-first": 6, "small-daily-acts": 9, "promises-kept": 5, "ways-forward": 7,
	} {
		got := decoded[printed](t, d.must("guide", "--guide", id))
		if len(got) != 1 || got[0].ID != id || len(got[0].Stages) != stages {
			t.Fatalf("guide %s = %+v", id, got)
		}
		for _, stage := range got[0].Stages {
			for _, step := range stage.Steps {
				if stage.Phase == "" || step.Title == "" || step.For == "" || len(step.Sources) == 0 || filepath.Ext(step.ID) == "" {
					t.Errorf("%s: stage %s has the step %+v", id, stage.ID, step)
				}
			}
		}
	}
	if plain, named := d.must("guide"), d.must("guide", "--guide", journal.DefaultGuide); plain != named {
		t.Error("without an id it prints another guide than the default one")
	}
}

func TestAJournalAlongAnotherGuide(t *testing.T) {
	d := newRealDesk(t)
	d.must(d.with("new", "--journal", d.path("b.mend"), "--guide", "promises-kept")...)
	on := func(args ...string) string { return d.must(d.with(append(args, "--journal", d.path("b.mend"))...)...) }
	on("tick", "understand.what-happened")
	on("tick", "talk.ground-rules", "--note", "later perhaps")
	on("summary", "--format", "md", "--out", d.path("out.md"))
	told := d.read("out.md")
	own, other, found := strings.Cut(told, "Outside my guide and path")
	if !found || !strings.Contains(own, "Say what happened and what comes next") || !strings.Contains(own, "Write what happened in order") {
		t.Errorf("the summary tells %s", told)
	}
	if !strings.Contains(other, "Talk and listen") || !strings.Contains(other, "Agree a few ground rules before you talk") {
		t.Errorf("of the other guide it tells %s", other)
	}
}
