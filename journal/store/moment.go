package store

import (
	"encoding/binary"
	"time"

	"mend/journal"
)

// stamp writes t as RFC 3339 with nanoseconds and its own offset. RFC 3339 has
// no seconds in an offset; where a zone has (before standard time), the offset
// loses them and the instant is kept.
func stamp(t time.Time) string {
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.In(time.FixedZone("", offset-offset%60))
	}
	return t.Format(time.RFC3339Nano)
}

// stampOrNone is stamp, or empty for the zero time.
func stampOrNone(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return stamp(t)
}

// parseStamp reads what stamp wrote. The error does not quote it.
func parseStamp(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, unreadable("moment")
	}
	return t, nil
}

// parseStampOrNone reads what stampOrNone wrote.
func parseStampOrNone(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return parseStamp(s)
}

// instant writes when t was, whatever its zone, as bytes that sort: seconds
// since 1970 with the sign bit turned, then nanoseconds, big-endian. An integer
// of nanoseconds would end in the year 2262.
func instant(t time.Time) []byte {
	b := binary.BigEndian.AppendUint64(nil, uint64(t.Unix())^1<<63)
	return binary.BigEndian.AppendUint32(b, uint32(t.Nanosecond()))
}

// place is where e stands among the entries of its month, as bytes that sort:
// by the moment it is about, then by when it was created, then by id.
func place(e journal.Entry) []byte {
	return append(append(instant(e.At), instant(e.Created)...), e.ID[:]...)
}

// dayOf returns the day of t as its stamp has it.
func dayOf(t time.Time) string { return stamp(t)[:len("2006-01-02")] }

// monthOf returns the month of t as its stamp has it.
func monthOf(t time.Time) string { return stamp(t)[:len("2006-01")] }
