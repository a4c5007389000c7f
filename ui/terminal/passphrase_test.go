package terminal_test

import (
	"context"
	"strings"
	"testing"
)

func TestPassphraseFile(t *testing.T) {
	for name, test := range map[string]struct{ content, want string }{
		"a line":          {"correct horse\n", "correct horse"},
		"no line ending":  {"correct horse", "correct horse"},
		"Windows":         {"correct horse\r\nmore", "correct horse"},
		"spaces are part": {"  correct horse \t\n", "  correct horse \t"},
		"any bytes":       {"\xff\x00\n", "\xff\x00"},
		"more lines":      {"one\ntwo\n", "one"},
		"a long one":      {strings.Repeat("a", 60000) + "\n", strings.Repeat("a", 60000)},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.must("check", "--passphrase-file", d.write("p", test.content))
			if len(d.opened) != 1 || d.opened[0] != [2]string{d.DefaultJournal, test.want} {
				t.Errorf("opened with %q", d.opened)
			}
		})
	}
}

func TestPassphraseFileThatHoldsNone(t *testing.T) {
	d := newDesk(t)
	for _, file := range []string{
		d.path("missing"), d.folder, d.write("empty", ""), d.write("blank", "\nsecond line\n"), d.write("crlf", "\r\n"),
		d.write("long", strings.Repeat("a", 1<<17)),
	} {
		d.refuses(2, "passphrase file", "check", "--passphrase-file", file)
	}
	if len(d.opened) > 0 {
		t.Error("the journal was opened")
	}
}

func TestPassphraseIsAskedFor(t *testing.T) {
	d := newDesk(t)
	file := d.write("us.mend", "sealed")
	d.refuses(2, "no terminal", "check", "--journal", file)
	d.answers = []string{""}
	d.refuses(2, "empty", "check", "--journal", file)
	d.answers = []string{"typed"}
	d.must("check", "--journal", file)
	if want := [2]string{file, "typed"}; len(d.opened) != 1 || d.opened[0] != want {
		t.Errorf("opened with %q, want %q", d.opened, want)
	}
	d.answers = []string{"typed"}
	d.refuses(1, "no journal", "check", "--journal", d.path("missing.mend"))
	if len(d.answers) != 1 {
		t.Error("it asked for the passphrase of a journal that is not there")
	}
	d.ReadPassphrase = func(string) ([]byte, error) { return nil, context.Canceled }
	d.refuses(1, "stopped", "check", "--journal", file)
}

func TestANewPassphraseIsAskedForTwice(t *testing.T) {
	d := newDesk(t)
	for _, answers := range [][]string{{"one", "two"}, {""}, {"one", ""}, {"one"}, nil} {
		d.answers = answers
		d.refuses(2, "", "new")
	}
	if len(d.opened) > 0 {
		t.Fatal("a journal was created")
	}
	d.answers = []string{"one", "one"}
	d.must("new")
	if len(d.opened) != 1 || d.opened[0][1] != "one" {
		t.Errorf("created with %q", d.opened)
	}
}
