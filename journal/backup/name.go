package backup

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// extension is what the names of journals and of their copies end in.
const extension = ".mend"

// What follows the extension in the name of a copy that does not count yet.
const (
	partSuffix       = ".part"       // bytes may be missing
	unverifiedSuffix = ".unverified" // whole, and not proven
)

// stampLayout is a moment in UTC, to the second.
const stampLayout = "20060102T150405Z"

// copyName is what the name of a copy says:
// STEM-SEQUENCE-STAMP.mend, then perhaps a suffix.
type copyName struct {
	stem     string // the journal's own name, without its extension
	sequence int
	when     time.Time
	suffix   string // empty: it was verified
}

// String returns the name.
func (n copyName) String() string {
	return fmt.Sprintf("%s-%06d-%s%s%s", n.stem, n.sequence, stamp(n.when), extension, n.suffix)
}

// parseName reads a name. It accepts exactly what String returns, so that
// nothing else in the folder is ever taken for a copy.
func parseName(name string) (copyName, bool) {
	var n copyName
	rest := name
	for _, suffix := range []string{partSuffix, unverifiedSuffix} {
		if before, ok := strings.CutSuffix(rest, suffix); ok {
			rest, n.suffix = before, suffix
			break
		}
	}
	parts := strings.Split(strings.TrimSuffix(rest, extension), "-")
	if len(parts) < 3 {
		return copyName{}, false
	}
	last := len(parts) - 1
	n.stem = strings.Join(parts[:last-1], "-")
	var badNumber, badMoment error
	n.sequence, badNumber = strconv.Atoi(parts[last-1])
	n.when, badMoment = time.Parse(stampLayout, parts[last])
	return n, badNumber == nil && badMoment == nil && n.String() == name
}

func stamp(t time.Time) string { return t.UTC().Format(stampLayout) }

// stem is the name of the file at path, without folder and extension.
func stem(path string) string { return strings.TrimSuffix(filepath.Base(path), extension) }
