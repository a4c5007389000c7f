package main_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// longestFile is the most lines a file of Go may have.
const longestFile = 500

// source is what the tests of the house want to know of one Go file.
type source struct {
	path    string // from the root of the module, with slashes
	folder  string // "" for the root
	test    bool
	lines   int
	imports []string
	threads []string // places of go statements and of fyne.Do, fyne.DoAndWait
	inits   []string // places of init functions
}

// sources parses every Go file of the module, those of other systems included.
func sources(t *testing.T) []source {
	t.Helper()
	var found []source
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name != "." && outsideModule(d.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		code, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		f, err := parseSource(filepath.ToSlash(name), code)
		found = append(found, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatal("no Go file found: run from the root of the module")
	}
	return found
}

// outsideModule reports whether the go command passes a folder by, or only
// built things lie in it.
func outsideModule(folder string) bool {
	return folder == "build" || folder == "testdata" || strings.HasPrefix(folder, ".") || strings.HasPrefix(folder, "_")
}

func parseSource(name string, code []byte) (source, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, code, parser.SkipObjectResolution)
	if err != nil {
		return source{}, fmt.Errorf("parse: %w", err)
	}
	f := source{
		path:   name,
		folder: strings.TrimPrefix(path.Dir(name), "."),
		test:   strings.HasSuffix(name, "_test.go"),
		lines:  bytes.Count(code, []byte("\n")),
	}
	toolkit, err := f.readImports(file)
	if err != nil {
		return source{}, err
	}
	place := func(n ast.Node) string { return set.Position(n.Pos()).String() }
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			f.threads = append(f.threads, place(n))
		case *ast.SelectorExpr:
			if isDo(n, toolkit) {
				f.threads = append(f.threads, place(n))
			}
		case *ast.FuncDecl:
			if n.Name.Name == "init" && n.Recv == nil {
				f.inits = append(f.inits, place(n))
			}
		}
		return true
	})
	return f, nil
}

// readImports notes what file imports and returns the name by which it calls
// the toolkit's root package, "" when it does not.
func (f *source) readImports(file *ast.File) (toolkit string, err error) {
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return "", fmt.Errorf("import in %s: %w", f.path, err)
		}
		f.imports = append(f.imports, imported)
		if imported != "fyne.io/fyne/v2" {
			continue
		}
		toolkit = "fyne"
		if spec.Name != nil {
			toolkit = spec.Name.Name
		}
	}
	return toolkit, nil
}

// isDo reports whether e names the toolkit's Do or DoAndWait.
func isDo(e *ast.SelectorExpr, toolkit string) bool {
	of, ok := e.X.(*ast.Ident)
	return ok && toolkit != "" && of.Name == toolkit && slices.Contains([]string{"Do", "DoAndWait"}, e.Sel.Name)
}

func TestHouseFilesStayShortAndStartNothing(t *testing.T) {
	for _, f := range sources(t) {
		for _, complaint := range shapeComplaints(f) {
			t.Error(complaint)
		}
	}
}

func shapeComplaints(f source) []string {
	var complaints []string
	if f.lines > longestFile {
		complaints = append(complaints, fmt.Sprintf("%s: %d lines, more than %d: split it", f.path, f.lines, longestFile))
	}
	for _, place := range f.inits {
		complaints = append(complaints, place+": no init functions: wire it in main")
	}
	return complaints
}

func TestHouseNoticesLongFilesAndInits(t *testing.T) {
	tests := []struct {
		name, code string
		want       int // complaints
	}{
		{"just short enough", strings.Repeat("\n", longestFile-1), 0},
		{"too long", strings.Repeat("\n", longestFile), 1},
		{"an init", "func init() {}", 1},
		{"a method of that name", "type T struct{}; func (T) init() {}", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f, err := parseSource("journal/a.go", []byte("package p\n"+test.code))
			if err != nil {
				t.Fatal(err)
			}
			if got := shapeComplaints(f); len(got) != test.want {
				t.Errorf("complaints %v, want %d", got, test.want)
			}
		})
	}
}
