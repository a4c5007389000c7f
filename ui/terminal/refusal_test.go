package terminal_test

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mend/journal/store"
	"mend/journal/vault"
)

// onJournals lists every command that opens a journal.
func onJournals(d *desk) [][]string {
	return [][]string{
		{"add", "--title", "x"}, {"list"}, {"show", "7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e"}, {"tick", "acknowledge.name-it"},
		{"promise", "add", "--text", "x"}, {"promise", "list"},
		{"promise", "observe", "7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e", "--day", "2026-03-05", "--result", "kept"},
		{"summary", "--format", "md", "--out", d.path("out.md")}, {"export", "--out", d.path("out.json")},
		{"import", d.path("archive.json")}, {"check"},
		{"backup", "--to", d.path("copies")}, {"passphrase", "--new-passphrase-file", d.passphraseFile},
	}
}

func TestJournalsThatCantBeOpened(t *testing.T) {
	for name, test := range map[string]struct {
		spoil func(d *desk, path string)
		code  int
		said  string
	}{
		"wrong passphrase": {func(d *desk, _ string) { d.write("passphrase.txt", "another\n") }, 3, "passphrase"},
		"text file":        {func(d *desk, path string) { rewrite(d, path, []byte(strings.Repeat("Dear diary\n", 5000))) }, 7, "not a Mend journal"},
		"short text file":  {func(d *desk, path string) { rewrite(d, path, []byte("x")) }, 7, "not a Mend journal"},
		"empty file":       {func(d *desk, path string) { rewrite(d, path, nil) }, 7, "not a Mend journal"},
		"folder":           {func(d *desk, path string) { d.check(os.Remove(path), os.Mkdir(path, 0o700)) }, 7, "not a Mend journal"},
		"missing":          {func(d *desk, path string) { d.check(os.Remove(path)) }, 1, "no journal"},
		"missing folder":   {func(d *desk, path string) { d.check(os.RemoveAll(filepath.Dir(path))) }, 1, "no journal"},
		"cut in half":      {cut(2), 4, "damaged"},
		"cut in the first page": {func(d *desk, path string) {
			rewrite(d, path, d.bytes(path)[:2*headerSize+100])
		}, 4, "damaged"},
		"cut in the header": {func(d *desk, path string) { rewrite(d, path, d.bytes(path)[:headerSize/2]) }, 4, "damaged"},
		"newer version":     {makeNewer, 6, "newer version"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newRealDesk(t)
			d.on("export", "--out", d.path("archive.json"))
			path := d.path("in/us.mend")
			d.check(os.Mkdir(filepath.Dir(path), 0o700), os.Rename(d.path("us.mend"), path))
			if test.code == 3 || test.code == 4 { // it is a journal of this version, and has been opened before
				d.check(os.Rename(d.path("us.mend.lock"), path+".lock"))
			}
			test.spoil(d, path)
			before := snapshot(t, d.folder)
			for _, command := range onJournals(d) {
				d.refuses(test.code, test.said, d.with(append(command, "--journal", path)...)...)
			}
			if diff := cmp.Diff(before, snapshot(t, d.folder)); diff != "" {
				t.Errorf("the disk changed (-before +after):\n%s", diff)
			}
		})
	}
}

func TestJournalThatIsOpenElsewhere(t *testing.T) {
	d := newRealDesk(t)
	d.on("export", "--out", d.path("archive.json"))
	other, err := store.Open(context.Background(), d.path("us.mend"), []byte("correct horse"), store.Options{Vault: vault.InsecureTestOptions()})
	if err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, d.folder)
	for _, command := range onJournals(d) {
		d.refuses(5, "already open", d.args(command...)...)
	}
	if diff := cmp.Diff(before, snapshot(t, d.folder)); diff != "" {
		t.Errorf("the disk changed (-before +after):\n%s", diff)
	}
	d.check(other.Close())
	d.on("check")
}

// A page whose bytes were changed is found, and told with its code.
func TestCheckFindsDamage(t *testing.T) {
	d := newRealDesk(t)
	for i := range 40 {
		d.add(strings.Repeat(fmt.Sprint("word", i, " "), 400))
	}
	whole := d.bytes(d.path("us.mend"))
	whole[len(whole)-2000] ^= 1
	rewrite(d, d.path("us.mend"), whole)
	if code := d.run(d.args("check")...); code != 4 || !strings.Contains(d.stderr.String(), "damaged") {
		t.Errorf("check exits with %d, prints %q and says %q", code, &d.stdout, &d.stderr)
	}
}

// headerSize is that of one of the two headers a journal begins with, and the
// places in it are those that its format keeps for ever.
const (
	headerSize = 8192
	readerAt   = 20
)

func makeNewer(d *desk, path string) {
	content := d.bytes(path)
	for _, at := range []int{0, headerSize} {
		header := content[at : at+headerSize]
		binary.BigEndian.PutUint32(header[readerAt:], 99)
		sum := sha256.Sum256(header[:headerSize-sha256.Size])
		copy(header[headerSize-sha256.Size:], sum[:])
	}
	rewrite(d, path, content)
}

func cut(by int) func(*desk, string) {
	return func(d *desk, path string) {
		content := d.bytes(path)
		rewrite(d, path, content[:len(content)/by])
	}
}

func rewrite(d *desk, path string, content []byte) {
	d.t.Helper()
	d.check(os.WriteFile(path, content, 0o600))
}

func (d *desk) bytes(path string) []byte {
	d.t.Helper()
	content, err := os.ReadFile(path)
	d.check(err)
	return content
}

func (d *desk) check(errs ...error) {
	d.t.Helper()
	for _, err := range errs {
		if err != nil {
			d.t.Fatal(err)
		}
	}
}

// fileState is what must not change of a file.
type fileState struct {
	Mode     fs.FileMode
	Modified time.Time
	Sum      [sha256.Size]byte
}

func snapshot(t *testing.T, folder string) map[string]fileState {
	t.Helper()
	states := map[string]fileState{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		state := fileState{Mode: info.Mode()}
		if !entry.IsDir() {
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			state.Modified, state.Sum = info.ModTime(), sha256.Sum256(content)
		}
		states[path] = state
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return states
}
