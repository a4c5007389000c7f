package main_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestSecurityNamesTestsThatExist keeps the page that says how each promise was
// proven from naming a test that has gone. An ellipsis stands for any ending.
func TestSecurityNamesTestsThatExist(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("docs", "security.md"))
	if err != nil {
		t.Fatal(err)
	}
	declared := declaredTests(t)
	named := regexp.MustCompile("`(Test\\w+)(…?)").FindAllStringSubmatch(string(page), -1)
	if len(named) < 40 || len(declared) < 100 {
		t.Fatalf("%d tests are named and %d declared: too few to be all", len(named), len(declared))
	}
	for _, name := range named {
		is := func(test string) bool {
			return test == name[1] || name[2] != "" && strings.HasPrefix(test, name[1])
		}
		if !slices.ContainsFunc(declared, is) {
			t.Errorf("there is no test %s", name[1]+name[2])
		}
	}
}

// declaredTests lists the names of all tests of the project.
func declaredTests(t *testing.T) (names []string) {
	t.Helper()
	declaration := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, found := range declaration.FindAllSubmatch(source, -1) {
			names = append(names, string(found[1]))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
