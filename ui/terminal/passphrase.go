package terminal

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"

	"fyne.io/fyne/v2/lang"
)

// maxPassphrase is the longest passphrase taken from a file, in bytes.
const maxPassphrase = 1 << 16

// readPassphraseFile returns the first line of the file, without its ending.
// The caller clears it.
func readPassphraseFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, misuse(lang.L("The passphrase file can't be read."), lang.L("Check its path and its rights."))
	}
	defer file.Close()
	line, err := bufio.NewReaderSize(file, maxPassphrase).ReadSlice('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, misuse(lang.L("The passphrase file can't be read."),
			lang.L("It must be a text file with the passphrase on its first line."))
	}
	passphrase := bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	if len(passphrase) == 0 {
		return nil, misuse(lang.L("The passphrase file has an empty first line."), lang.L("Write the passphrase on its first line."))
	}
	return passphrase, nil
}

// ask asks for a passphrase at the terminal. The caller clears it.
func (c *call) ask(prompt string) ([]byte, error) {
	passphrase, err := c.ReadPassphrase(prompt)
	switch {
	case errors.Is(err, context.Canceled):
		return nil, err
	case err != nil:
		return nil, misuse(lang.L("There is no terminal to ask for the passphrase."),
			lang.L("Give it with --passphrase-file FILE."))
	case len(passphrase) == 0:
		return nil, misuse(lang.L("The passphrase is empty."), lang.L("Type it and press Enter."))
	}
	return passphrase, nil
}

// askTwice asks for a new passphrase, which nobody could correct later.
func (c *call) askTwice(prompt string) ([]byte, error) {
	first, err := c.ask(prompt)
	if err != nil {
		return nil, err
	}
	second, err := c.ask(lang.L("The same once more: "))
	if err != nil {
		clear(first)
		return nil, err
	}
	defer clear(second)
	if !bytes.Equal(first, second) {
		clear(first)
		return nil, misuse(lang.L("The two passphrases are not the same."), lang.L("Start again and type it twice."))
	}
	return first, nil
}

// newPassphrase takes one from the file, or asks for it twice.
func (c *call) newPassphrase(file *string, prompt string) ([]byte, error) {
	if file != nil {
		return readPassphraseFile(*file)
	}
	return c.askTwice(prompt)
}
