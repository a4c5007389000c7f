package main_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
)

// room is one folder of the house and what its files may import beside the
// standard library. "x/..." stands for x and every package below it.
type room struct {
	folder string
	may    []string
}

// house is the table of who may import whom. Files of tests are free.
func house() []room {
	words := []string{"mend/journal", "github.com/google/uuid"}
	toolkit := []string{"fyne.io/fyne/v2/..."}
	parts := []string{"mend/ui/dates", "mend/ui/dialogs", "mend/ui/editor", "mend/ui/feeling", "mend/ui/form", "mend/ui/safety", "mend/ui/secret", "mend/ui/tasks", "mend/ui/theme", "mend/ui/widget"}
	advice := []string{"github.com/sethvargo/go-diceware/...", "mend/ui/guess"}
	screen := slices.Concat(words, toolkit, parts)

	return []room{
		{"", slices.Concat(words, toolkit, []string{
			"mend/...", "github.com/adrg/xdg", "golang.org/x/sys/...", "golang.org/x/term"})},
		{"assets", nil},
		{"docs/reader", []string{"golang.org/x/crypto/..."}},

		{"journal", []string{"github.com/google/uuid"}},
		{"journal/archive", words},
		{"journal/chart", slices.Concat(words, []string{"gonum.org/v1/plot/...", "golang.org/x/image/..."})},
		{"journal/backup", slices.Concat(words, []string{"mend/journal/vault"})},
		{"journal/place", words},
		{"journal/guide", slices.Concat(words, []string{"github.com/BurntSushi/toml"})},
		{"journal/store", slices.Concat(words, []string{
			"mend/journal/vault", "github.com/mattn/go-sqlite3", "golang.org/x/text/unicode/norm"})},
		{"journal/summary", slices.Concat(words, []string{
			"codeberg.org/go-pdf/fpdf", "filippo.io/age", "github.com/yuin/goldmark/...", "golang.org/x/sys/...",
			"mend/journal/chart", "gonum.org/v1/plot/...", "github.com/rivo/uniseg", "golang.org/x/image/...",
			"golang.org/x/text/unicode/norm"})},
		{"journal/vault", []string{
			"golang.org/x/crypto/...", "golang.org/x/text/...", "golang.org/x/sys/...",
			"github.com/gofrs/flock", "github.com/psanford/sqlite3vfs"}},

		{"ui", slices.Concat(words, toolkit, []string{"mend/ui/..."})},
		{"ui/dates", slices.Concat(words, toolkit)},
		{"ui/dialogs", slices.Concat(words, toolkit, []string{"mend/ui/tasks", "mend/ui/theme", "mend/ui/widget"})},
		{"ui/editor", slices.Concat(toolkit, []string{"github.com/rivo/uniseg", "golang.org/x/text/unicode/norm"})},
		{"ui/feeling", slices.Concat(words, toolkit, []string{"mend/ui/theme", "mend/ui/widget"})},
		{"ui/form", slices.Concat(words, toolkit, []string{
			"mend/ui/editor", "mend/ui/feeling", "mend/ui/theme", "mend/ui/widget"})},
		{"ui/guess", []string{"github.com/trustelem/zxcvbn/..."}},
		{"ui/input", slices.Concat(toolkit, []string{"github.com/go-gl/glfw/..."})},
		{"ui/safety", slices.Concat(words, toolkit, []string{"mend/ui/theme", "mend/ui/widget"})},
		{"ui/secret", slices.Concat(words, toolkit, advice, []string{
			"mend/ui/dialogs", "mend/ui/tasks", "mend/ui/theme", "mend/ui/widget"})},
		{"ui/tasks", slices.Concat(toolkit, []string{"github.com/godbus/dbus/v5"})},
		{"ui/terminal", slices.Concat(words, []string{"github.com/alecthomas/kong", "fyne.io/fyne/v2/lang"})},
		{"ui/theme", toolkit},
		{"ui/uitest", slices.Concat(toolkit, []string{"mend/ui/theme", "mend/ui/widget"})},
		{"ui/widget", slices.Concat(toolkit, []string{"mend/ui/theme"})},

		{"ui/care", screen},
		{"ui/entries", screen},
		{"ui/deck", screen},
		{"ui/guides", screen},
		{"ui/insights", screen},
		{"ui/path", screen},
		{"ui/promises", screen},
		{"ui/settings", screen},
		{"ui/summary", screen},
		{"ui/today", screen},
		{"ui/unlock", screen},
		{"ui/welcome", screen},
	}
}

// reserved says which single folder may have an import that other rows of the
// table, or the standard library, would let through. "nobody" is no folder.
func reserved() map[string]string {
	return map[string]string{
		"fyne.io/fyne/v2/app/...": "",
		"mend/assets/...":         "",
		"mend/ui/input/...":       "", // needs the window system's headers
		"database/sql/...":        "journal/store",
		"mend/ui/uitest/...":      "nobody", // but files of tests
		"net/...":                 "nobody",
	}
}

// harmless is what has a reserved name and opens no connection.
func harmless() []string { return []string{"net/url"} }

func TestHouseTableIsKept(t *testing.T) {
	for _, f := range sources(t) {
		if f.test {
			continue
		}
		for _, complaint := range slices.Concat(importComplaints(f), threadComplaints(f)) {
			t.Error(complaint)
		}
	}
}

// importComplaints checks one file against the table. Cycles need no check
// here: the compiler refuses them.
func importComplaints(f source) []string {
	at := slices.IndexFunc(house(), func(r room) bool { return r.folder == f.folder })
	if at < 0 {
		return []string{fmt.Sprintf("%s: folder %q is not in the table of who may import whom", f.path, f.folder)}
	}
	var complaints []string
	for _, imported := range f.imports {
		if !mayImport(house()[at], imported) {
			complaints = append(complaints, fmt.Sprintf("%s: %q must not import %s", f.path, f.folder, imported))
		}
	}
	return complaints
}

func mayImport(r room, imported string) bool {
	for pattern, owner := range reserved() {
		if covers(pattern, imported) && r.folder != owner && !slices.Contains(harmless(), imported) {
			return false
		}
	}
	return standard(imported) || slices.ContainsFunc(r.may, func(pattern string) bool {
		return covers(pattern, imported)
	})
}

// covers reports whether an import path is the pattern, or lies below it when
// it ends in "/...".
func covers(pattern, imported string) bool {
	root, below := strings.CutSuffix(pattern, "/...")
	return imported == root || below && strings.HasPrefix(imported, root+"/")
}

// standard reports whether a package is of the standard library: the first
// part of its path has no dot and is not this module. "C" is not.
func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return first != "mend" && first != "C" && !strings.Contains(first, ".")
}

// threadComplaints checks that within ui/ only ui/tasks starts goroutines and
// hands work to the toolkit's own.
func threadComplaints(f source) []string {
	if f.folder == "ui/tasks" || f.folder != "ui" && path.Dir(f.folder) != "ui" {
		return nil
	}
	var complaints []string
	for _, place := range f.threads {
		complaints = append(complaints, place+": only ui/tasks may start a goroutine or call fyne.Do")
	}
	return complaints
}

func TestHouseTableNoticesWhatIsForbidden(t *testing.T) {
	tests := []struct {
		name, path, code string
		want             int // complaints
	}{
		{"the domain may use uuid", "journal/a.go", `import "github.com/google/uuid"`, 0},
		{"the domain knows no toolkit", "journal/a.go", `import "fyne.io/fyne/v2"`, 1},
		{"the domain knows no store", "journal/a.go", `import "mend/journal/store"`, 1},
		{"the vault knows no journal", "journal/vault/a.go", `import "mend/journal"`, 1},
		{"the store speaks SQL", "journal/store/a.go", `import "database/sql"`, 0},
		{"nobody else speaks SQL", "journal/archive/a.go", `import "database/sql/driver"`, 1},
		{"nobody else has the driver", "journal/backup/a.go", `import _ "github.com/mattn/go-sqlite3"`, 1},
		{"no network for the program", "main.go", `import "net/http"`, 1},
		{"no network for a screen", "ui/path/a.go", `import "net"`, 1},
		{"an address is no connection", "ui/path/a.go", `import "net/url"`, 0},
		{"a screen uses the shared parts", "ui/path/a.go", `import ("mend/ui/tasks"; "fyne.io/fyne/v2/widget")`, 0},
		{"a screen uses no other screen", "ui/path/a.go", `import "mend/ui/entries"`, 1},
		{"a screen knows no store", "ui/entries/a.go", `import "mend/journal/store"`, 1},
		{"the shell knows the screens", "ui/a.go", `import "mend/ui/entries"`, 0},
		{"the shell knows no store", "ui/a.go", `import "mend/journal/store"`, 1},
		{"only main opens the toolkit's app", "ui/a.go", `import "fyne.io/fyne/v2/app"`, 1},
		{"only main watches the input", "ui/a.go", `import "mend/ui/input"`, 1},
		{"what tests see with is for tests", "ui/a.go", `import "mend/ui/uitest"`, 1},
		{"only main holds the assets", "ui/a.go", `import "mend/assets"`, 1},
		{"main may do both", "main.go", `import ("mend/assets"; "fyne.io/fyne/v2/app")`, 0},
		{"the command line has no window", "ui/terminal/a.go", `import "fyne.io/fyne/v2/widget"`, 1},
		{"a look-alike is not the package", "journal/guide/a.go", `import "mend/journalist"`, 1},
		{"assets import nothing of ours", "assets/a.go", `import ("embed"; "mend/journal")`, 1},
		{"no C of our own", "journal/a.go", `import "C"`, 1},
		{"a folder out of nowhere", "util/a.go", `import "fmt"`, 1},
		{"a goroutine in a screen", "ui/path/a.go", `func f() { go f() }`, 1},
		{"a goroutine in the shell", "ui/a.go", `func f() { go f() }`, 1},
		{"fyne.Do in a screen", "ui/path/a.go", `import "fyne.io/fyne/v2"; func f() { fyne.Do(f); fyne.DoAndWait(f) }`, 2},
		{"fyne.Do under another name", "ui/path/a.go", `import y "fyne.io/fyne/v2"; func f() { y.Do(f) }`, 1},
		{"another Do is no matter", "ui/path/a.go", `func f(x interface{ Do(func()) }) { x.Do(nil) }`, 0},
		{"tasks may do both", "ui/tasks/a.go", `import "fyne.io/fyne/v2"; func f() { go fyne.Do(f) }`, 0},
		{"the vault may use goroutines", "journal/vault/a.go", `func f() { go f() }`, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f, err := parseSource(test.path, []byte("package p\n"+test.code))
			if err != nil {
				t.Fatal(err)
			}
			got := slices.Concat(importComplaints(f), threadComplaints(f))
			if len(got) != test.want {
				t.Errorf("%d complaints, want %d: %v", len(got), test.want, got)
			}
		})
	}
}
