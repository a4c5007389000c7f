package terminal_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"mend/journal"
	"mend/ui/terminal"
)

func TestHelpAndVersion(t *testing.T) {
	d := newDesk(t)
	if got := d.must("--version"); got != "mend 1.2.3\n" {
		t.Errorf("--version prints %q", got)
	}
	help := d.must("--help")
	for _, word := range []string{"new", "add", "list", "show", "guide", "pages", "tick", "summary", "export", "import", "check", "Examples:", "--demo"} {
		if !strings.Contains(help, word) {
			t.Errorf("--help does not mention %s", word)
		}
	}
	if help := d.must("summary", "--help"); !strings.Contains(help, "--seal-passphrase-file") {
		t.Errorf("summary --help prints %s", help)
	}
	if len(d.windows)+len(d.opened) > 0 {
		t.Error("help opened something")
	}
}

func TestWrongUseExitsWith2(t *testing.T) {
	for _, args := range []string{
		"--bogus", "lst", "add surplus", "list --limt 3", "list --limit x", "list --limit 0", "show", "show x y",
		"tick", "summary --out a", "summary --format md", "export", "import", "guide --guide none",
		"--journal a list", "--journal a b.mend", "--demo a.mend", "--demo --journal a",
		"list --from 2026-02-30", "list --to yesterday", "list --from 2026-02-02 --to 2026-02-01", "list --stage none",
		"show not-an-id", "tick look.none", "tick look", "new --role judge", "new --guide none",
		"add --at yesterday", "add --feeling calm", "add --feeling calm:", "add --feeling calm:x", "add --feeling calm:0",
		"add --feeling calm:6", "add --feeling calm:2 --feeling calm:3", "add --feeling :3", "add --stage none", "add --step none", "add --stage rest --step look.name-it",
		"add --page none", "add --page=", "add --field said=b", "add",
		"add --page evening --field none=b", "add --page evening --field said", "add --page bare --field said=b",
		"add --page evening --field tone=6", "add --page evening --field tone=1.5", "add --page evening --field tone=3 --field tone=3",
		"add --page evening --field day=2026-02-30", "add --page evening --field day=2026-02-03T04:05:06Z", "add --page evening --field back-at=noon",
		"add --page evening --field felt=calm:6", "add --page evening --field felt=calm:2 --field felt=calm", "add --page evening --field said=a --field said=b",
		"add --page evening --field views=a --field views=b --field views=c", "add --page evening --field stand=draft --field stand=ready",
		"add --page evening --field day=2026-03-02 --field stand=ready", "add --page evening --stage none",
		"summary --format txt --out a", "summary --format md --out a --stage none", "summary --format md --out a --without everything",
		"summary --format md --out a --from 2026-02-02 --to 2026-02-01", "summary --format md --out a --seal-passphrase-file a",
		"summary --format md --out a.mend", "export --out a.MEND",
	} {
		t.Run(args, func(t *testing.T) {
			d := newDesk(t)
			d.answers = []string{"a", "a"}
			d.refuses(2, "", strings.Fields(args)...)
			if len(d.windows)+len(d.opened)+len(d.answers) != 2 {
				t.Error("it was looked into before it was refused")
			}
		})
	}
}

func TestEmptyPathsAreRefused(t *testing.T) {
	d := newDesk(t)
	d.refuses(2, "empty", d.with("list", "--journal", "")...)
	d.refuses(2, "empty", "--journal", "")
	d.refuses(2, "empty", d.with("export", "--out", "")...)
	d.refuses(2, "passphrase file", "list", "--passphrase-file", "")
	d.refuses(2, "", d.with("list", "--from", "")...)
	d.refuses(2, "", d.with("list", "--stage", "")...)
}

func TestMessagesDoNotRepeatWhatWasTyped(t *testing.T) {
	const secret = "zqsecret"
	for _, args := range [][]string{
		{"add", secret}, {secret}, {"add", "--keep-out=" + secret}, {"list", "--limit", secret}, {"add", "--at", secret},
		{"add", "--feeling", secret}, {"add", "--feeling", secret + ":9"}, {"add", "--title", secret + "\n" + secret, "--tag", secret},
		{"tick", secret}, {"show", secret}, {"add", "--page", secret}, {"add", "--page", "evening", "--field", secret + "=a"},
		{"add", "--page", "evening", "--field", "tone=" + secret}, {"add", "--page", "evening", "--field", "day=" + secret},
		{"add", "--page", "evening", "--field", "felt=" + secret + ":9"}, {"new", "--role", secret}, {"summary", "--format", secret, "--out", "a"},
		{"add", "--title", "--" + secret + "=" + secret},
	} {
		d := newDesk(t)
		if d.run(args...); strings.Contains(strings.ReplaceAll(d.stderr.String(), "--"+secret, ""), secret) {
			t.Errorf("%v says %s", args, &d.stderr)
		}
	}
}

// Every sentinel has its exit code; so have the errors of the disk.
func TestExitCodes(t *testing.T) {
	for _, test := range []struct {
		err  error
		code int
	}{
		{journal.ErrWrongPassphrase, 3}, {journal.ErrDamaged, 4}, {journal.ErrAlreadyOpen, 5}, {journal.ErrNewerVersion, 6},
		{journal.ErrNotJournal, 7}, {journal.ErrNoSpace, 8}, {journal.ErrReadOnly, 8}, {journal.ErrMissing, 1}, {journal.ErrExists, 1},
		{journal.ErrNotFound, 2}, {journal.ErrEmptyEntry, 2}, {&journal.InvalidError{Field: "body", Reason: "it is too long"}, 2},
		{journal.ErrClosed, 1}, {journal.ErrBadArchive, 1}, {errors.New("zq-secret"), 1},
		{&fs.PathError{Op: "open", Path: "zq-secret", Err: syscall.EACCES}, 8}, {os.ErrPermission, 8},
		{&fs.PathError{Op: "write", Path: "zq-secret", Err: syscall.ENOSPC}, 8}, {syscall.EROFS, 8},
		{&fs.PathError{Op: "write", Path: "zq-secret", Err: syscall.EFBIG}, 8}, {syscall.EDQUOT, 8},
	} {
		d := newDesk(t)
		d.journal.fails = fmt.Errorf("do it: %w", test.err)
		d.refuses(test.code, "", d.with("check")...)
		if strings.Contains(d.stderr.String(), "zq-secret") {
			t.Errorf("it says %s", &d.stderr)
		}
		if d.journal.closed != 1 {
			t.Errorf("the journal was closed %d times", d.journal.closed)
		}
	}
}

func TestPanicsBecomeAFailure(t *testing.T) {
	d := newDesk(t)
	d.journal.panics = "zq-secret"
	d.refuses(1, "fault of its own", d.with("check")...)
	if strings.Contains(d.stderr.String(), "zq-secret") {
		t.Errorf("it says %s", &d.stderr)
	}
	if d.journal.closed != 1 {
		t.Error("the journal was left open")
	}
}

func TestFailedOutputIsAFailure(t *testing.T) {
	for _, args := range []string{"list", "check", "guide"} {
		d := newDesk(t)
		d.journal.entries = []journal.Entry{{Title: "x"}}
		d.Stdout = broken{syscall.ENOSPC}
		line := strings.Fields(args)
		if line[0] != "guide" {
			line = d.with(line...)
		}
		d.refuses(8, "no space", line...)
	}
}

// Whoever is told to make room and to try again does it: what was done must
// not be done twice because it could not be told.
func TestFailedOutputAfterTheDeed(t *testing.T) {
	for said, args := range map[string][]string{
		"entry was kept":      {"add", "--title", "x"},
		"tick was kept":       {"tick", "look.name-it"},
		"archive was read":    {"import", "in.json"},
		"archive was written": {"export", "--out", "out.json"},
		"summary was written": {"summary", "--format", "md", "--out", "out.md"},
		"journal was created": {"new", "--journal", "new.mend"},
		"copy was made":       {"backup"},
		"copy was put back":   {"restore", "--from", "in.json"},
	} {
		for _, cause := range []error{syscall.ENOSPC, syscall.EIO} {
			d := newDesk(t)
			d.journal.entries = []journal.Entry{{Title: "x", At: d.Now()}}
			d.write("in.json", "{}")
			t.Chdir(d.folder)
			d.Stdout = broken{cause}
			d.refuses(1, said, d.with(args...)...)
			for _, word := range []string{"can't be printed", "again"} {
				if strings.Contains(d.stderr.String(), word) != (word != "again") {
					t.Errorf("%v says %q", args, &d.stderr)
				}
			}
		}
	}
}

// broken fails every write with a cause.
type broken struct{ cause error }

func (b broken) Write([]byte) (int, error) { return 0, b.cause }

func TestCommandsOpenNoWindow(t *testing.T) {
	for _, args := range []string{"--version", "--help", "list", "list --journal us.mend", "guide", "new --role hurt", "--nonsense"} {
		if terminal.OpensWindow(strings.Fields(args)) {
			t.Errorf("mend %s is said to open the window", args)
		}
	}
}

func TestWindow(t *testing.T) {
	d := newDesk(t)
	d.write("list", "a journal named like a command")
	d.write("bare", "a journal without an ending")
	t.Chdir(d.folder)
	for _, test := range []struct {
		args string
		want terminal.WindowRequest
	}{
		{"", terminal.WindowRequest{Path: d.DefaultJournal}},
		{"--demo", terminal.WindowRequest{Demo: true}},
		{"us.mend", terminal.WindowRequest{Path: "us.mend"}},
		{"./new", terminal.WindowRequest{Path: "./new"}},
		{"bare", terminal.WindowRequest{Path: "bare"}},
		{"--journal list", terminal.WindowRequest{Path: "list"}},
		{"--journal=new", terminal.WindowRequest{Path: "new"}},
	} {
		d.windows = nil
		d.must(strings.Fields(test.args)...)
		if len(d.windows) != 1 || d.windows[0] != test.want {
			t.Errorf("mend %s opens %+v, want %+v", test.args, d.windows, test.want)
		}
		if !terminal.OpensWindow(strings.Fields(test.args)) {
			t.Errorf("mend %s is not known to open the window", test.args)
		}
	}
	d.Window = func(terminal.WindowRequest) int { return 5 }
	if code := d.run(); code != 5 {
		t.Errorf("exit code %d, want the window's", code)
	}
	d.Window = func(terminal.WindowRequest) int { panic("zq-secret") }
	d.refuses(1, "fault of its own")
}
