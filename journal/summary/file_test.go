package summary_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"mend/journal"
	"mend/journal/summary"
)

// put writes text as the whole file.
func put(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// checkFolder fails unless folder holds exactly the file with the text.
func checkFolder(t *testing.T, folder, name, text string) {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if text == "" {
		if len(files) != 0 {
			t.Errorf("left behind: %v", files)
		}
		return
	}
	if len(files) != 1 || files[0].Name() != name {
		t.Errorf("the folder holds %v, want only %s", files, name)
	}
	if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != text {
		t.Errorf("the file holds %q (%v), want %q", got, err, text)
	}
}

// ways are the ways in which a file is written, by what the disk can do.
func ways() map[string]func(string, func(io.Writer) error) error {
	return map[string]func(string, func(io.Writer) error) error{
		"as it is":          summary.WriteFile,
		"no unnamed files":  summary.WriteNamedFile,
		"no names for them": summary.WriteUnlinkedFile,
	}
}

func TestWriteFile(t *testing.T) {
	for name, write := range ways() {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "summary.md")
			for _, text := range []string{"first, and longer", "second", strings.Repeat("third", 100_000)} {
				if err := write(path, put(text)); err != nil {
					t.Fatal(err)
				}
				checkFolder(t, folder, "summary.md", text)
			}
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			if filepath.Separator == '/' && info.Mode().Perm() != 0o600 {
				t.Errorf("rights %v, want only the owner's", info.Mode().Perm())
			}
		})
	}
}

// A link at the path is replaced, and what it points to is not touched.
func TestWriteFileOverALink(t *testing.T) {
	for name, write := range ways() {
		for _, target := range []string{"other", "missing"} {
			folder, elsewhere := t.TempDir(), t.TempDir()
			path, other := filepath.Join(folder, "summary.md"), filepath.Join(elsewhere, "other")
			if err := os.WriteFile(other, []byte("other"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(filepath.Join(elsewhere, target), path); err != nil {
				t.Skip("links can't be made here")
			}
			if err := write(path, put("new")); err != nil {
				t.Errorf("%s, to %s: %v", name, target, err)
			}
			checkFolder(t, folder, "summary.md", "new")
			checkFolder(t, elsewhere, "other", "other")
		}
	}
}

func TestWriteFileLeavesAllAsItWas(t *testing.T) {
	broken := errors.New("broken")
	for name, tt := range map[string]struct {
		fail error
		want error
	}{
		"its writer fails": {broken, broken},
		"disk full":        {&fs.PathError{Op: "write", Path: "secret place", Err: syscall.ENOSPC}, journal.ErrNoSpace},
		"size limit":       {&fs.PathError{Op: "write", Path: "secret place", Err: syscall.EFBIG}, journal.ErrNoSpace},
		"read-only disk":   {&fs.PathError{Op: "write", Path: "secret place", Err: syscall.EROFS}, journal.ErrReadOnly},
	} {
		for way, write := range ways() {
			for _, before := range []string{"", "before"} {
				folder := t.TempDir()
				path := filepath.Join(folder, "summary.md")
				if before != "" {
					if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				err := write(path, func(w io.Writer) error {
					if err := put(strings.Repeat("half of it", 100_000))(w); err != nil {
						return err
					}
					return tt.fail
				})
				if !errors.Is(err, tt.want) {
					t.Errorf("%s, %s: got %v, want %v", name, way, err, tt.want)
				}
				if strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), folder) {
					t.Errorf("%s, %s: the error holds a path: %v", name, way, err)
				}
				checkFolder(t, folder, "summary.md", before)
			}
		}
	}
}

func TestWriteFileCleansUpAfterAPanic(t *testing.T) {
	for _, write := range ways() {
		folder := t.TempDir()
		func() {
			defer func() { recover() }()
			write(filepath.Join(folder, "summary.md"), func(io.Writer) error { panic("x") })
		}()
		checkFolder(t, folder, "", "")
	}
}

func TestWriteFileWhereItCannot(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{
		"folder":        journal.ErrReadOnly,
		"nowhere/a.pdf": journal.ErrMissing,
		"file/a.pdf":    journal.ErrReadOnly,
	} {
		for way, write := range ways() {
			err := write(filepath.Join(folder, path), put("x"))
			if !errors.Is(err, want) || strings.Contains(err.Error(), folder) {
				t.Errorf("%s, %s: got %v, want %v without a path", path, way, err, want)
			}
		}
	}
}

func TestWriteFileWithoutRights(t *testing.T) {
	if os.Geteuid() <= 0 {
		t.Skip("rights do not bind this user")
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	if err := summary.WriteFile(filepath.Join(folder, "a.pdf"), put("x")); !errors.Is(err, journal.ErrReadOnly) {
		t.Errorf("got %v, want ErrReadOnly", err)
	}
}
