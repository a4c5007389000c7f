package main_test

import (
	"errors"
	"strings"
	"testing"

	main "mend"
)

// crash panics deep down, with a word of the person's at hand, and returns what
// the program says of it.
func crash(t *testing.T, fail func(word string)) (said string) {
	t.Helper()
	defer func() {
		var b strings.Builder
		main.WriteCrash(&b, recover())
		said = b.String()
	}()
	fail("wrenlithograph")
	return ""
}

func TestCrashTellsThePlaceAndNoWords(t *testing.T) {
	var none []string
	for name, test := range map[string]struct {
		fail func(word string)
		says string
	}{
		"an index":  {func(word string) { _ = none[len(word)] }, "index out of range [14] with length 0"},
		"a text":    {func(word string) { panic("can't keep " + word) }, "\nstring\n"},
		"an error":  {func(word string) { panic(errors.New(word)) }, "\n*errors.errorString\n"},
		"a type":    {func(word string) { _ = any(word).(int) }, "interface conversion: interface {} is string, not int"},
		"a pointer": {func(string) { var n *struct{ s string }; _ = n.s }, "nil pointer dereference"},
	} {
		t.Run(name, func(t *testing.T) {
			said := crash(t, test.fail)
			if !strings.Contains(said, test.says) || !strings.Contains(said, "crash_test.go:") {
				t.Errorf("it does not tell what and where:\n%s", said)
			}
			if strings.Contains(said, "wrenlithograph") || strings.Contains(said, "0x") {
				t.Errorf("it tells more than the place:\n%s", said)
			}
		})
	}
}
