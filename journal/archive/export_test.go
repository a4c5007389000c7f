package archive

import (
	"io"

	"mend/journal"
)

// ReadWithin is Read with another limit than MaxFile, which takes minutes to
// reach under the race detector.
func ReadWithin(r io.Reader, sink journal.Sink, limit int64) error {
	return readWithin(r, sink, limit)
}
