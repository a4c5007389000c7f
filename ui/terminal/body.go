package terminal

import (
	"fmt"
	"io"
	"os/signal"
	"runtime"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// withBody returns e with the whole of standard input as its body, exactly as
// it came, if the entry can be kept.
func (c *call) withBody(e journal.Entry) (journal.Entry, error) {
	body, err := io.ReadAll(io.LimitReader(c.Stdin, journal.MaxText+1))
	if err != nil {
		return e, fmt.Errorf("read standard input: %w", err)
	}
	e.Body = string(body)
	return e, e.Check()
}

// withTypedBody is withBody for a person at the keyboard. Reading from a
// terminal can't be called off, so Ctrl+C and the like end the program as they
// do by default; nothing has been written by then.
func (c *call) withTypedBody(e journal.Entry) (journal.Entry, error) {
	signal.Reset(endings()...)
	keys := "Ctrl+D"
	if runtime.GOOS == "windows" {
		keys = "Ctrl+Z, Enter"
	}
	c.note(lang.L("Write your entry. End it with {{.Keys}} on an empty line.", map[string]string{"Keys": keys}))
	return c.withBody(e)
}
