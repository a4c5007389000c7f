package terminal_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/terminal"
)

func TestNew(t *testing.T) {
	d := newDesk(t)
	if got := d.must(d.with("new", "--journal", d.path("a.mend"))...); got != d.path("a.mend")+"\n" {
		t.Errorf("prints %q", got)
	}
	d.must(d.with("new", "--journal", d.path("b.mend"), "--role", "caused", "--guide", "other")...)
	want := []journal.Profile{
		{Role: journal.Unsure, Guide: "short"},
		{Role: journal.Caused, Guide: "other", Welcomed: true},
	}
	if diff := cmp.Diff(want, d.created); diff != "" {
		t.Errorf("created (-want +got):\n%s", diff)
	}
	if d.journal.closed != 2 {
		t.Error("the new journals were left open")
	}
	d.refuses(1, "already a file", d.with("new", "--journal", d.write("there.mend", "x"))...)
	d.refuses(1, "already a file", d.with("new", "--journal", d.folder)...)
	d.refuses(1, "no folder", d.with("new", "--journal", d.path("none/a.mend"))...)
}

func TestAdd(t *testing.T) {
	now := time.Date(2026, 3, 1, 21, 30, 0, 5, berlin)
	for name, test := range map[string]struct {
		args []string
		body string
		want journal.Entry
	}{
		"only text": {nil, "We talked.\n", journal.Entry{At: now, Body: "We talked.\n"}},
		"everything": {
			[]string{"--at", "2025-12-24T18:00:00.5-03:00", "--title", "An evening", "--feeling", "half: hopeful:4", "--feeling", "a, b:1",
				"--stage", "look", "--step", "look.name-it", "--tag", "home, sweet", "--tag", "x", "--tag", "x", "--keep-out"},
			"text", journal.Entry{
				At: time.Date(2025, 12, 24, 18, 0, 0, 5e8, time.FixedZone("", -3*3600)), Title: "An evening", Body: "text",
				Feelings: []journal.Feeling{{Word: "half: hopeful", Intensity: 4}, {Word: "a, b", Intensity: 1}},
				Stage:    "look", Step: "look.name-it", Tags: []string{"home, sweet", "x"}, KeepOut: true,
			}},
		"a day":                     {[]string{"--at", "2024-02-29"}, "x", journal.Entry{At: time.Date(2024, 2, 29, 12, 0, 0, 0, berlin), Body: "x"}},
		"a step sets its stage":     {[]string{"--step", "talk.listen"}, "x", journal.Entry{At: now, Body: "x", Stage: "talk", Step: "talk.listen"}},
		"a stage of another guide":  {[]string{"--stage", "talk"}, "x", journal.Entry{At: now, Body: "x", Stage: "talk"}},
		"a feeling without text":    {[]string{"--feeling", "sad:5"}, "", journal.Entry{At: now, Feelings: []journal.Feeling{{Word: "sad", Intensity: 5}}}},
		"a title that looks a flag": {[]string{"--title=--keep-out"}, "", journal.Entry{At: now, Title: "--keep-out"}},
		"line endings and marks":    {nil, "\r\n\ta\u0301 🙂 \u202eabc\u2028\r\n\r\n", journal.Entry{At: now, Body: "\r\n\ta\u0301 🙂 \u202eabc\u2028\r\n\r\n"}},
		"a very long line":          {nil, strings.Repeat("é", 100_000), journal.Entry{At: now, Body: strings.Repeat("é", 100_000)}},
		"the longest":               {nil, strings.Repeat("a", journal.MaxText), journal.Entry{At: now, Body: strings.Repeat("a", journal.MaxText)}},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.Stdin = iotest.HalfReader(strings.NewReader(test.body))
			out := d.must(append([]string{"add"}, d.with(test.args...)...)...)
			if len(d.journal.entries) != 1 {
				t.Fatalf("%d entries were added", len(d.journal.entries))
			}
			got := d.journal.entries[0]
			if got.ID.String()+"\n" != out {
				t.Errorf("prints %q, want the id %s", out, got.ID)
			}
			got.ID = uuid.Nil
			if diff := cmp.Diff(test.want, got, cmp.Comparer(sameMoment)); diff != "" {
				t.Errorf("added (-want +got):\n%s", diff)
			}
		})
	}
}

func sameMoment(a, b time.Time) bool { return a.Format(time.RFC3339Nano) == b.Format(time.RFC3339Nano) }

func TestAddRefusesAndStoresNothing(t *testing.T) {
	for name, test := range map[string]struct {
		stdin io.Reader
		code  int
		said  string
	}{
		"nothing":       {strings.NewReader(""), 2, "nothing in it"},
		"white space":   {strings.NewReader(" \r\n\t"), 2, "nothing in it"},
		"broken UTF-8":  {strings.NewReader("abc\xff"), 2, "not valid UTF-8"},
		"UTF-16":        {strings.NewReader("\xff\xfea\x00"), 2, "not valid UTF-8"},
		"NUL":           {strings.NewReader("a\x00b"), 2, "NUL"},
		"too long":      {strings.NewReader(strings.Repeat("a", journal.MaxText+1)), 2, "too long"},
		"without end":   {endless{}, 2, "too long"},
		"broken input":  {iotest.ErrReader(io.ErrClosedPipe), 1, "did not expect"},
		"cut while fed": {io.MultiReader(strings.NewReader("abc"), iotest.ErrReader(io.ErrUnexpectedEOF)), 1, "did not expect"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.Stdin = test.stdin
			d.refuses(test.code, test.said, d.with("add")...)
			if len(d.opened) > 0 {
				t.Error("the journal was opened")
			}
		})
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return copy(p, "aaaaaaaaaaaaaaaa"), nil }

// A person types into an open journal, so that a wrong passphrase costs them
// nothing, and is told how to end.
func TestAddFromTheKeyboard(t *testing.T) {
	d := newDesk(t)
	d.StdinIsTerminal = true
	d.Stdin = readerFunc(func(p []byte) (int, error) {
		if len(d.opened) == 0 {
			t.Error("it read before the journal was open")
		}
		return copy(p, "typed"), io.EOF
	})
	d.must(d.with("add")...)
	if len(d.journal.entries) != 1 || d.journal.entries[0].Body != "typed" {
		t.Errorf("added %+v", d.journal.entries)
	}
	if !strings.Contains(d.stderr.String(), "Ctrl+") {
		t.Errorf("said %q", &d.stderr)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func TestList(t *testing.T) {
	d := newDesk(t)
	first := uuid.MustParse("7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e")
	second := uuid.MustParse("0a1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e")
	d.journal.entries = []journal.Entry{
		{ID: first, At: time.Date(2026, 1, 2, 3, 4, 5, 6, berlin), Body: "# one <b>\ntwo"},
		{ID: second, At: time.Date(2026, 1, 3, 3, 4, 5, 0, time.UTC), Title: "T", Stage: "look", Tags: []string{"a"},
			Feelings: []journal.Feeling{{Word: "calm", Intensity: 2}}},
	}
	want := `{"id":"0a1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","at":"2026-01-03T03:04:05Z","title":"T","feelings":[{"word":"calm","intensity":2}],"stage":"look","tags":["a"],"first_line":""}
{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","at":"2026-01-02T03:04:05.000000006+01:00","title":"","feelings":[],"stage":"","tags":[],"first_line":"one <b>"}
`
	if diff := cmp.Diff(want, d.must(d.with("list")...)); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
	d.journal.asked = nil
	d.must(d.with("list", "--query", "a b", "--from", "2026-01-01", "--to", "2026-01-01", "--stage", "talk",
		"--feeling", "a, b", "--tag", "c, d", "--limit", "7")...)
	asked := []journal.EntryFilter{{Query: "a b", Answers: journal.AnswersTo(pages(), "a b"), Felt: journal.OwnFeelingFields(pages()), From: "2026-01-01", To: "2026-01-01", Stages: []string{"talk"},
		Feelings: []journal.Feeling{{Word: "a, b"}}, Tags: []string{"c, d"}, Limit: 7}}
	if diff := cmp.Diff(asked, d.journal.asked); diff != "" {
		t.Errorf("asked for (-want +got):\n%s", diff)
	}
	d.journal.entries = nil
	if out := d.must(d.with("list")...); out != "" {
		t.Errorf("an empty journal lists %q", out)
	}
}

// The query is in the language of the search box, and holds beside the flags.
func TestListByFilters(t *testing.T) {
	d := newDesk(t)
	d.must(d.with("list", "--query", "stage:talk feeling:hurt>=4 from:2026-01 to:2026-06 is:starred walk",
		"--from", "2025-12-31", "--to", "2026-03-31", "--tag", "c")...)
	want := []journal.EntryFilter{{Query: "walk", Answers: journal.AnswersTo(pages(), "walk"), Felt: journal.OwnFeelingFields(pages()), From: "2026-01-01", To: "2026-03-31", Stages: []string{"talk"},
		Feelings: []journal.Feeling{{Word: "hurt", Intensity: 4}}, Tags: []string{"c"}, Starred: true, Limit: 1000}}
	if diff := cmp.Diff(want, d.journal.asked); diff != "" {
		t.Errorf("asked for (-want +got):\n%s", diff)
	}
	d.refuses(2, "--stage", d.with("list", "--query", "stage:talk", "--stage", "talk")...)
}

// What is no filter is looked for as words, which is told without the words.
func TestListTellsWhatIsNoFilter(t *testing.T) {
	d := newDesk(t)
	d.must(d.with("list", "--query", "from:sometime")...)
	if got := d.journal.asked[0].Query; got != "from:sometime" {
		t.Errorf("looked for %q", got)
	}
	if got := d.stderr.String(); !strings.Contains(got, "2026-03-14") || strings.Contains(got, "sometime") {
		t.Errorf("told %q", got)
	}
}

// Many entries are fetched in pages, each once, and a limit holds across them.
func TestListInPages(t *testing.T) {
	d := newDesk(t)
	for range 2500 {
		d.journal.entries = append(d.journal.entries, journal.Entry{ID: uuid.New()})
	}
	for _, test := range []struct{ limit, want, pages int }{
		{0, 2500, 3}, {1, 1, 1}, {999, 999, 1}, {1000, 1000, 1}, {1001, 1001, 2}, {2000, 2000, 2}, {2500, 2500, 3}, {9000, 2500, 3},
	} {
		d.journal.asked = nil
		args := d.with("list")
		if test.limit > 0 {
			args = append(args, "--limit", fmt.Sprint(test.limit))
		}
		out := d.must(args...)
		seen := map[string]bool{}
		for line := range strings.Lines(out) {
			seen[line] = true
		}
		if len(seen) != test.want || strings.Count(out, "\n") != test.want {
			t.Errorf("limit %d lists %d entries, want %d", test.limit, len(seen), test.want)
		}
		if len(d.journal.asked) != test.pages {
			t.Errorf("limit %d took %d pages, want %d", test.limit, len(d.journal.asked), test.pages)
		}
	}
}

func TestShow(t *testing.T) {
	d := newDesk(t)
	id := uuid.New()
	d.journal.entries = []journal.Entry{{ID: id, Body: "b"}}
	if got, want := d.must(d.with("show", id.String())...), fmt.Sprintf("{\"body\":\"b\",\"id\":%q}\n", id); got != want {
		t.Errorf("show prints %q, want %q", got, want)
	}
	d.refuses(2, "nothing with that id", d.with("show", uuid.NewString())...)
}

// An interrupt stops the work and nothing is said to be done.
func TestCancelled(t *testing.T) {
	d := newDesk(t)
	d.Open = func(context.Context, string, []byte) (terminal.Journal, error) { return nil, context.Canceled }
	d.refuses(1, "stopped", d.with("list")...)
}
