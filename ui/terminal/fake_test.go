package terminal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/terminal"
)

// fake is a journal in memory that fails as it is told.
type fake struct {
	profile  journal.Profile
	entries  []journal.Entry // oldest first
	ticks    []journal.Tick
	promises []journal.PromiseLog
	findings []journal.Finding
	asked    []journal.EntryFilter // what ListEntries was asked
	fails    error                 // what every method returns
	panics   any                   // what Check panics with
	closed   int

	passphrase string // what it was changed to
}

var _ terminal.Journal = (*fake)(nil)

func (f *fake) CreateEntry(_ context.Context, e journal.Entry) (journal.Entry, error) {
	e.ID = uuid.New()
	f.entries = append(f.entries, e)
	return e, f.fails
}

func (f *fake) GetEntry(_ context.Context, id uuid.UUID) (journal.Entry, error) {
	for _, e := range f.entries {
		if e.ID == id {
			return e, f.fails
		}
	}
	return journal.Entry{}, journal.ErrNotFound
}

func (f *fake) ListEntries(_ context.Context, filter journal.EntryFilter) ([]journal.EntrySummary, error) {
	f.asked = append(f.asked, filter)
	var list []journal.EntrySummary
	for _, e := range slices.Backward(f.entries) {
		list = append(list, journal.EntrySummary{
			ID: e.ID, At: e.At, Title: e.Title, Feelings: e.Feelings, Stage: e.Stage, Tags: e.Tags,
			FirstLine: journal.FirstLine(e.Body, journal.FirstLineRunes),
		})
	}
	list = list[min(filter.Offset, len(list)):]
	if filter.Limit > 0 {
		list = list[:min(filter.Limit, len(list))]
	}
	return list, f.fails
}

func (f *fake) EachEntry(_ context.Context, _ journal.EntryFilter, do func(journal.Entry) error) error {
	for _, e := range f.entries {
		if err := do(e); err != nil {
			return err
		}
	}
	return f.fails
}

func (f *fake) GetProfile(context.Context) (journal.Profile, error) { return f.profile, f.fails }

func (f *fake) ListRevisions(context.Context, uuid.UUID) ([]journal.Revision, error) {
	return nil, f.fails
}

func (f *fake) ListTicks(context.Context) ([]journal.Tick, error) { return f.ticks, f.fails }

func (f *fake) ListStageStates(context.Context) ([]journal.StageState, error) { return nil, f.fails }

func (f *fake) ListPromises(context.Context) ([]journal.PromiseLog, error) {
	return f.promises, f.fails
}

func (f *fake) EachFacts(context.Context, journal.EntryFilter, func(journal.EntryFacts) error) error {
	return f.fails
}
func (f *fake) GetOwn(context.Context) (journal.Own, error)          { return journal.Own{}, f.fails }
func (f *fake) ListGoals(context.Context) ([]journal.GoalLog, error) { return nil, f.fails }

func (f *fake) CreatePromise(_ context.Context, p journal.Promise) (journal.Promise, error) {
	p.ID = uuid.New()
	f.promises = append(f.promises, journal.PromiseLog{Wordings: []journal.Promise{p}})
	return p, f.fails
}

func (f *fake) Observe(_ context.Context, id uuid.UUID, o journal.Observation) (journal.Observation, error) {
	for i, log := range f.promises {
		if log.Current().ID == id {
			o.At = time.Date(2026, 3, 14, 9, 26, len(log.Observations), 0, time.UTC)
			f.promises[i].Observations = append(log.Observations, o)
			return o, f.fails
		}
	}
	return journal.Observation{}, journal.ErrNotFound
}

func (f *fake) Tick(_ context.Context, t journal.Tick) (journal.Tick, error) {
	f.ticks = append(f.ticks, t)
	return t, f.fails
}

func (f *fake) Import(_ context.Context, read func(journal.Sink) error) (journal.Counts, error) {
	return journal.Counts{Entries: 3, Revisions: 2, Ticks: 1}, errors.Join(read(nil), f.fails)
}

func (f *fake) Check(context.Context, func(done, total int64)) ([]journal.Finding, error) {
	if f.panics != nil {
		panic(f.panics)
	}
	return f.findings, f.fails
}

func (f *fake) Path() string { return "fake.mend" }

func (f *fake) Backup(_ context.Context, copy func(string) error) error {
	return errors.Join(copy(f.Path()), f.fails)
}

func (f *fake) VerifyCopy(context.Context, string) error { return f.fails }

func (f *fake) ChangePassphrase(_ context.Context, passphrase []byte) error {
	f.passphrase = string(passphrase)
	return f.fails
}

func (f *fake) Close() error {
	f.closed++
	return nil
}

// desk is a command line with everything it touches in reach of a test.
type desk struct {
	terminal.Ports
	t              *testing.T
	journal        *fake
	folder         string
	passphraseFile string
	stdout, stderr bytes.Buffer
	answers        []string // what is typed when a passphrase is asked for
	opened         [][2]string
	created        []journal.Profile
	restored       [][3]string // from, path and passphrase
	windows        []terminal.WindowRequest
}

var berlin = time.FixedZone("", 3600)

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, journal: &fake{profile: journal.Profile{Role: journal.Hurt, Guide: "short"}}, folder: t.TempDir()}
	d.passphraseFile = d.write("passphrase.txt", "correct horse\n")
	d.Ports = terminal.Ports{
		Stdin: strings.NewReader(""), Stdout: &d.stdout, Stderr: &d.stderr,
		Now:     func() time.Time { return time.Date(2026, 3, 1, 21, 30, 0, 5, berlin) },
		Version: "1.2.3", DefaultJournal: d.path("default.mend"), Guides: guides(), Pages: pages(),
		Create: func(_ context.Context, path string, passphrase []byte, p journal.Profile) (terminal.Journal, error) {
			d.opened = append(d.opened, [2]string{path, string(passphrase)})
			d.created = append(d.created, p)
			return d.journal, nil
		},
		Open: func(_ context.Context, path string, passphrase []byte) (terminal.Journal, error) {
			d.opened = append(d.opened, [2]string{path, string(passphrase)})
			return d.journal, nil
		},
		Backup: func(ctx context.Context, j terminal.Backups, folder string) (string, error) {
			path := folder + "/copy of " + j.Path()
			return path, j.Backup(ctx, func(string) error { return j.VerifyCopy(ctx, path) })
		},
		Inspect: func(string) error { return nil },
		Restore: func(_ context.Context, from, path string, passphrase []byte) (string, error) {
			d.restored = append(d.restored, [3]string{from, path, string(passphrase)})
			return "", d.journal.fails
		},
		ReadPassphrase: d.answer,
		WriteArchive: func(_ context.Context, w io.Writer, _ journal.Contents, _ time.Time) (journal.Counts, error) {
			_, err := io.WriteString(w, "archive")
			return journal.Counts{Entries: 4, Revisions: 3, Ticks: 2, StageStates: 1}, err
		},
		ReadArchive: func(r io.Reader, _ journal.Sink) error {
			_, err := io.ReadAll(r)
			return err
		},
		EncodeEntry: func(e journal.Entry, _ []journal.Revision) ([]byte, error) {
			return json.Marshal(map[string]string{"id": e.ID.String(), "body": e.Body})
		},
		PrintSummary: func(_ context.Context, w io.Writer, r journal.Report, format string) (int, error) {
			_, err := io.WriteString(w, format+" "+string(r.From))
			return 0, err
		},
		SealSummary: func(w io.Writer, passphrase []byte) (io.WriteCloser, error) {
			return sealing{w, string(passphrase)}, nil
		},
		WriteFile: func(path string, write func(io.Writer) error) error {
			var content bytes.Buffer
			if err := write(&content); err != nil {
				return err
			}
			return os.WriteFile(path, content.Bytes(), 0o600)
		},
		Window: func(r terminal.WindowRequest) int {
			d.windows = append(d.windows, r)
			return 0
		},
	}
	return d
}

// sealing marks what is written with the passphrase around it.
type sealing struct {
	io.Writer
	passphrase string
}

func (s sealing) Close() error {
	_, err := io.WriteString(s.Writer, " sealed with "+s.passphrase)
	return err
}

func (d *desk) answer(string) ([]byte, error) {
	if len(d.answers) == 0 {
		return nil, errors.New("not a terminal")
	}
	answer := d.answers[0]
	d.answers = d.answers[1:]
	return []byte(answer), nil
}

func (d *desk) path(name string) string { return d.folder + string(os.PathSeparator) + name }

func (d *desk) write(name, content string) string {
	d.t.Helper()
	if err := os.WriteFile(d.path(name), []byte(content), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return d.path(name)
}

func (d *desk) read(name string) string {
	d.t.Helper()
	content, err := os.ReadFile(d.path(name))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(content)
}

// run runs one command and gives its exit code, forgetting earlier output.
func (d *desk) run(args ...string) int {
	d.stdout.Reset()
	d.stderr.Reset()
	return terminal.Run(args, d.Ports)
}

// with adds the passphrase file to a command.
func (d *desk) with(args ...string) []string {
	return append(args, "--passphrase-file", d.passphraseFile)
}

// must runs a command that must succeed and returns its output.
func (d *desk) must(args ...string) string {
	d.t.Helper()
	if code := d.run(args...); code != 0 {
		d.t.Fatalf("%v exits with %d: %s", args, code, &d.stderr)
	}
	return d.stdout.String()
}

// refuses runs a command that must fail with the code, print nothing and say
// two sentences, of which said is a part.
func (d *desk) refuses(code int, said string, args ...string) {
	d.t.Helper()
	if got := d.run(args...); got != code {
		d.t.Errorf("%v exits with %d, want %d: %s", args, got, code, &d.stderr)
	}
	if d.stdout.Len() > 0 {
		d.t.Errorf("%v printed %q", args, &d.stdout)
	}
	lines := strings.Split(d.stderr.String(), "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "mend: ") || lines[1] == "" || !strings.Contains(d.stderr.String(), said) {
		d.t.Errorf("%v said %q, want two sentences with %q", args, &d.stderr, said)
	}
}

func guides() []journal.Guide {
	return []journal.Guide{
		{ID: "short", Title: "A short one", Stages: []journal.Stage{
			{ID: "look", Title: "Look", Phase: "steady", Steps: []journal.Step{
				{ID: "look.name-it", Title: "Name it", For: journal.ForEither, Sources: []journal.Source{"A", "D"}},
				{ID: "look.sit-with-it", Title: "Sit <with> it", For: journal.ForHurt},
			}},
			{ID: "rest", Title: "Rest", Phase: "steady", Paths: []journal.Path{journal.Undecided, journal.Trying}},
		}},
		{ID: "other", Title: "Another", Stages: []journal.Stage{
			{ID: "talk", Title: "Talk", Steps: []journal.Step{{ID: "talk.listen", Title: "Listen", For: journal.ForEither}}},
		}},
	}
}

func pages() []journal.Page {
	return []journal.Page{
		{ID: "evening", Title: "An <evening>", Stages: []string{"rest", "look"}, Fields: []journal.PageField{
			{Key: "said", Kind: journal.FieldText, Label: "Said?"},
			{Key: "felt", Kind: journal.FieldFeelings, Label: "Felt?"},
			{Key: "tone", Kind: journal.FieldRating, Label: "Tone?"},
			{Key: "stand", Kind: journal.FieldChoice, Label: "Stand?", Options: []journal.Option{
				{ID: "draft", Label: "A draft"}, {ID: "ready", Label: "Ready", Until: "day"}}},
			{Key: "helps", Kind: journal.FieldChecklist, Label: "Helps?", Options: []journal.Option{
				{ID: "walk", Label: "A walk"}, {ID: "tea", Label: "Tea, hot"}}},
			{Key: "day", Kind: journal.FieldDate, Label: "Day?"},
			{Key: "back-at", Kind: journal.FieldDate, Label: "Back?", Clock: true},
			{Key: "views", Kind: journal.FieldSideBySide, Label: "Views?"},
		}},
		{ID: "bare", Title: "Bare"},
	}
}
