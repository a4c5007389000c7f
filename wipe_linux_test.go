package main_test

import (
	"os"
	"strings"
	"testing"

	main "mend"
)

// TestMenuHasTheWishes keeps the desktop's menu from starting the program twice.
func TestMenuHasTheWishes(t *testing.T) {
	entry, err := os.ReadFile(".ci/mend.desktop")
	if err != nil {
		t.Fatal(err)
	}
	want := "Exec=env " + strings.Join(main.Wishes(), " ") + " mend %f"
	for line := range strings.Lines(string(entry)) {
		if strings.TrimSpace(line) == want {
			return
		}
	}
	t.Errorf("the entry lacks the line %s", want)
}
