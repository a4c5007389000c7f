// Reader opens a sealed vault by what FORMAT.md says and nothing else: it
// shares no code with the program that writes one. It is there so that nobody
// has to take that program's word for the format, and so that a journal can be
// read in years when the program no longer runs.
//
//	reader VAULT < passphrase          lists the pages and the text on them
//	reader -plain FILE VAULT < passphrase   writes the SQLite database to FILE
//
// The passphrase is the first line of standard input, in Unicode NFC, which is
// how keyboards type it nearly everywhere. FILE is not sealed. If the vault was
// left in the middle of a change, its rollback journal goes to FILE-journal,
// and SQLite itself takes the change back when it opens FILE. A recovery code
// in place of the passphrase is not understood.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
)

func main() {
	plain := flag.String("plain", "", "write the database, not sealed, to this `file`")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: reader [-plain FILE] VAULT < passphrase")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *plain, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "reader:", err)
		os.Exit(1)
	}
}

func run(path, plain string, in io.Reader, out io.Writer) error {
	passphrase, err := bufio.NewReader(in).ReadBytes('\n')
	if err != nil && err != io.EOF {
		return err
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	v, err := open(file, bytes.TrimRight(passphrase, "\r\n"))
	if err != nil {
		return err
	}
	journal, err := v.journalBeside(path)
	if err != nil {
		return err
	}
	pages, bad := v.pages(file)
	if journal == nil {
		if err := complete(file, pages); err != nil {
			return err
		}
	}
	if plain != "" {
		err = writePlain(plain, pages, journal)
	} else {
		err = list(out, pages, journal)
	}
	if err == nil && len(bad) > 0 {
		return fmt.Errorf("pages %d are not the ones that were written: damaged or, after a power cut, free or not yet rolled back", bad)
	}
	return err
}

// journalBeside reads the rollback journal of the vault at path, if it is hot.
func (v *vault) journalBeside(path string) ([]byte, error) {
	sealed, err := os.ReadFile(path + "-journal")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	journal, err := v.journal(sealed)
	if err != nil || len(journal) == 0 || journal[0] == 0 {
		return nil, err
	}
	return journal, nil
}

// writePlain writes new files only, for their owner alone.
func writePlain(name string, pages, journal []byte) error {
	contents := map[string][]byte{name: pages}
	if journal != nil {
		contents[name+"-journal"] = journal
	}
	for name, content := range contents {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		_, err = f.Write(content)
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// list prints every page, with the readable text that stands on it.
func list(out io.Writer, pages, journal []byte) error {
	w := bufio.NewWriter(out)
	if journal != nil {
		fmt.Fprintln(w, "a change was interrupted: what is listed is in the middle of it")
	}
	for n := 0; n*pageSize < len(pages); n++ {
		fmt.Fprintf(w, "page %d\n", n+1)
		for _, text := range readable(pages[n*pageSize : (n+1)*pageSize]) {
			fmt.Fprintf(w, "\t%s\n", text)
		}
	}
	return w.Flush()
}

// readable returns the runs of at least four characters of UTF-8 text.
func readable(page []byte) []string {
	const shortest = 4
	var runs []string
	for run := range bytes.FieldsFuncSeq(page, func(r rune) bool { return r < ' ' || r == '\u007f' || r == '\ufffd' }) {
		if len([]rune(string(run))) >= shortest {
			runs = append(runs, string(run))
		}
	}
	return runs
}
