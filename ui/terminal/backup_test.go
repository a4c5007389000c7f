package terminal_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/journal/backup"
	"mend/journal/store"
	"mend/journal/vault"
	"mend/ui/terminal"
)

// cheapOptions are the program's, but for the cost of a passphrase.
func cheapOptions() store.Options {
	return store.Options{
		Vault: vault.InsecureTestOptions(),
		Backup: func(ctx context.Context, s *store.Store) error {
			_, err := backupAt(time.Now)(ctx, s, "")
			return err
		},
	}
}

// backupAt is the program's port with another clock.
func backupAt(clock func() time.Time) func(context.Context, terminal.Backups, string) (string, error) {
	return func(ctx context.Context, j terminal.Backups, folder string) (string, error) {
		made, err := backup.Folder{Journal: j.Path(), Dir: folder, Clock: clock}.Make(ctx, j)
		return made.Path, err
	}
}

// restoreCheaply is the program's port, but for the cost of a passphrase.
func restoreCheaply(ctx context.Context, from, path string, passphrase []byte) (string, error) {
	restored, err := backup.Folder{Journal: path}.Restore(ctx, from, func(fresh string) error {
		return store.VerifyCopy(ctx, fresh, passphrase, cheapOptions())
	})
	return restored.Aside, err
}

// backup makes a backup of the desk's journal and returns its path.
func (d *desk) backup(args ...string) string {
	d.t.Helper()
	out := d.on(append([]string{"backup"}, args...)...)
	path, ok := strings.CutSuffix(out, "\n")
	if _, err := os.Stat(path); err != nil || !ok {
		d.t.Fatalf("backup prints %q: %v", out, err)
	}
	return path
}

func TestBackup(t *testing.T) {
	d := newRealDesk(t)
	d.add("here")
	path := d.backup()
	if filepath.Dir(path) != d.path("us.mend-backups") || filepath.Ext(path) != ".mend" {
		t.Errorf("the copy is %s", path)
	}
	if diff := cmp.Diff(d.bytes(d.path("us.mend")), d.bytes(path)); diff != "" {
		t.Error("the copy is not the journal")
	}
	if d.stderr.Len() > 0 {
		t.Errorf("it says %q", &d.stderr)
	}
	if again := d.backup(); again == path {
		t.Error("a second backup is the first")
	}
	stick := d.path("stick")
	if path := d.backup("--to", stick); filepath.Dir(path) != stick {
		t.Errorf("the copy is %s", path)
	}
	if got := d.must(d.with("check", "--journal", path)...); got != "ok\n" {
		t.Errorf("check of the copy prints %q", got)
	}
}

func TestBackupWhereItMustNotGo(t *testing.T) {
	d := newRealDesk(t)
	d.refuses(2, "folder is empty", d.args("backup", "--to", "")...)
	d.refuses(2, "not a folder", d.args("backup", "--to", d.path("us.mend"))...)
	d.refuses(1, "no folder", d.args("backup", "--to", d.path("no/such"))...)
}

// The whole point: what was there comes back, and what is damaged is kept.
func TestRestoreDrill(t *testing.T) {
	d := newRealDesk(t)
	d.add("one", "--tag", "garden", "--feeling", "calm:2")
	d.on("tick", "acknowledge.name-it")
	d.on("export", "--out", d.path("before.json"))
	from := d.backup()
	ruined := d.bytes(d.path("us.mend"))
	for i := range ruined {
		ruined[i] ^= 0x55
	}
	rewrite(d, d.path("us.mend"), ruined)
	d.refuses(7, "not a Mend journal", d.args("list")...)

	if got := d.on("restore", "--from", from); got != d.path("us.mend")+"\n" {
		t.Errorf("restore prints %q", got)
	}
	_, aside, ok := strings.Cut(strings.TrimSpace(d.stderr.String()), "set aside: ")
	if !ok || !cmp.Equal(d.bytes(aside), ruined) || !strings.Contains(filepath.Base(aside), "set-aside") {
		t.Errorf("it says %q", &d.stderr)
	}
	d.on("export", "--out", d.path("after.json"))
	if diff := cmp.Diff(withoutMoment(d.read("before.json")), withoutMoment(d.read("after.json"))); diff != "" {
		t.Errorf("what came back (-before +after):\n%s", diff)
	}
	if got := d.on("check"); got != "ok\n" {
		t.Errorf("check prints %q", got)
	}
}

// withoutMoment is an archive without the moment of its export, by lines.
func withoutMoment(archive string) []string {
	before, after, _ := strings.Cut(archive, `"exported_at":"`)
	_, after, _ = strings.Cut(after, `"`)
	return strings.Split(before+after, "\n")
}

func TestRestoreWhereNothingIs(t *testing.T) {
	d := newRealDesk(t)
	id := d.add("here")
	from := d.backup()
	to := d.path("new.mend")
	if got := d.must(d.with("restore", "--from", from, "--journal", to)...); got != to+"\n" || d.stderr.Len() > 0 {
		t.Errorf("restore prints %q and says %q", got, &d.stderr)
	}
	d.must(d.with("show", id, "--journal", to)...)
}

func TestRestoreRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		spoil func(d *desk, from string) string // returns what to restore from
		code  int
		said  string
	}{
		"an open journal": {func(d *desk, from string) string {
			other, err := store.Open(d.t.Context(), d.path("us.mend"), []byte("correct horse"), cheapOptions())
			d.check(err)
			d.t.Cleanup(func() { other.Close() })
			return from
		}, 5, "already open"},
		"another passphrase": {func(d *desk, from string) string {
			d.write("passphrase.txt", "another\n")
			return from
		}, 3, "passphrase"},
		"one wrong bit": {func(d *desk, from string) string {
			content := d.bytes(from)
			content[len(content)-2000] ^= 1
			rewrite(d, from, content)
			return from
		}, 4, "copy is damaged"},
		"half a copy":   {func(d *desk, from string) string { cut(2)(d, from); return from }, 4, "copy is damaged"},
		"a newer copy":  {func(d *desk, from string) string { makeNewer(d, from); return from }, 6, "newer version"},
		"a text":        {func(d *desk, from string) string { rewrite(d, from, []byte("Dear diary")); return from }, 7, "not a Mend journal"},
		"an empty file": {func(d *desk, from string) string { rewrite(d, from, nil); return from }, 7, "not a Mend journal"},
		"a folder":      {func(d *desk, _ string) string { return d.folder }, 7, "not a Mend journal"},
		"no copy":       {func(d *desk, from string) string { return from + "x" }, 1, "no copy"},
		"the journal":   {func(d *desk, _ string) string { return d.path("us.mend") }, 2, "journal itself"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newRealDesk(t)
			from := d.backup()
			d.add("only in the journal")
			from = test.spoil(d, from)
			before := snapshot(t, d.folder)
			d.refuses(test.code, test.said, d.args("restore", "--from", from)...)
			if diff := cmp.Diff(before, snapshot(t, d.folder), sameTimes()); diff != "" {
				t.Errorf("the disk changed (-before +after):\n%s", diff)
			}
		})
	}
	d := newRealDesk(t)
	d.refuses(1, "no folder", d.with("restore", "--from", d.backup(), "--journal", d.path("no/us.mend"))...)
	d.refuses(2, "no terminal", "restore", "--from", d.backup(), "--journal", d.path("us.mend"))
	d.refuses(2, "--from", d.args("restore")...)
}

// A passphrase is changed for the journal and not for what was copied before.
func TestPassphraseIsChanged(t *testing.T) {
	d := newRealDesk(t)
	id := d.add("here")
	earlier := d.backup()
	d.write("new.txt", "another horse\n")
	if got := d.on("passphrase", "--new-passphrase-file", d.path("new.txt")); got != "" {
		t.Errorf("it prints %q", got)
	}
	if said := d.stderr.String(); strings.Count(said, "\n") != 1 || !strings.Contains(said, "still open with the old passphrase") {
		t.Errorf("it says %q", said)
	}
	copies, err := backup.Folder{Journal: d.path("us.mend")}.List()
	d.check(err)
	if len(copies) != 2 {
		t.Errorf("there are %d backups, want that from before the change too", len(copies))
	}
	d.refuses(3, "passphrase", d.args("list")...)
	for _, c := range append(copies, backup.Copy{Path: earlier}) {
		d.must(d.with("show", id, "--journal", c.Path)...)
	}
	d.must("show", id, "--journal", d.path("us.mend"), "--passphrase-file", d.path("new.txt"))

	d.on("restore", "--from", earlier) // with the old passphrase, which then counts again
	d.on("show", id)
}

func TestPassphraseIsNotChanged(t *testing.T) {
	d := newRealDesk(t)
	d.refuses(2, "passphrase file", d.args("passphrase", "--new-passphrase-file", d.path("missing"))...)
	d.refuses(2, "passphrase file", d.args("passphrase", "--new-passphrase-file", d.write("empty", "\n"))...)
	d.refuses(2, "no terminal", d.args("passphrase")...)
	d.on("list")
	if _, err := os.Stat(d.path("us.mend-backups")); !errors.Is(err, os.ErrNotExist) {
		t.Error("a backup was made")
	}
	d.write("us.mend-backups", "in the way")
	d.refuses(1, "", d.args("passphrase", "--new-passphrase-file", d.write("new", "another horse\n"))...)
	d.on("list")
}

func TestBackupsInWords(t *testing.T) {
	d := newDesk(t)
	d.journal.fails = journal.ErrDamaged
	d.refuses(4, "does not count", d.with("backup")...)
	d.refuses(4, "passphrase was not changed", d.with("passphrase", "--new-passphrase-file", d.passphraseFile)...)
	d.refuses(4, "another copy", d.with("restore", "--from", d.passphraseFile)...)
	d.journal.fails = journal.ErrNoSpace
	d.refuses(8, "no space", d.with("backup", "--to", d.folder)...)
}

func TestPassphrasesOfBackupsAreAskedFor(t *testing.T) {
	d := newDesk(t)
	d.write("us.mend", "sealed")
	d.answers = []string{"old", "new", "new"}
	d.must("passphrase", "--journal", d.path("us.mend"))
	if d.journal.passphrase != "new" || d.opened[0][1] != "old" {
		t.Errorf("it became %q", d.journal.passphrase)
	}
	d.answers = []string{"old", "new", "mew"}
	d.refuses(2, "not the same", "passphrase", "--journal", d.path("us.mend"))
	d.answers = []string{"copied"}
	d.must("restore", "--from", d.path("us.mend"))
	if diff := cmp.Diff(d.restored, [][3]string{{d.path("us.mend"), d.DefaultJournal, "copied"}}); diff != "" {
		t.Error(diff)
	}
}

// sameTimes leaves out when a file was last written: the restore locks files.
func sameTimes() cmp.Option {
	return cmp.Comparer(func(a, b fileState) bool { return a.Mode == b.Mode && a.Sum == b.Sum })
}
