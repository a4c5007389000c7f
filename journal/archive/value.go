package archive

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// value reads one JSON value, of a type and to a place of its own.
type value func() error

// record reads an object whose fields are known. Those named in required must
// be there.
func (d *decoder) record(fields map[string]value, required ...string) error {
	seen, err := d.object(byName, func(field string) error {
		read, ok := fields[field]
		if !ok {
			return d.unknown(field)
		}
		return d.inside(place{field: field}, read)
	})
	if err != nil {
		return err
	}
	for _, field := range required {
		if !slices.Contains(seen, field) {
			return d.bad(byName(field) + " is missing")
		}
	}
	return nil
}

// unknown refuses a field by name if that looks like one some archive could
// have. Any other may be words of the person's, put in the wrong place.
func (d *decoder) unknown(field string) error {
	const longest = 32
	if len(field) == 0 || len(field) > longest || strings.Trim(field, "abcdefghijklmnopqrstuvwxyz_") != "" {
		return d.bad("it has an unknown field")
	}
	return d.bad("unknown " + byName(field))
}

// array reads an array; each must read the item with the number it is given.
func (d *decoder) array(each func(item int) error) value {
	return func() error {
		return d.list('[', ']', "it is not an array", func(item int) error {
			return d.inside(place{item: item}, func() error { return each(item) })
		})
	}
}

// text reads a text of at most limit bytes.
func (d *decoder) text(to *string, limit int) value {
	return func() error {
		s, err := d.quoted(limit)
		*to = s
		return d.at(err)
	}
}

// flag reads true or false.
func (d *decoder) flag(to *bool) value {
	return func() error {
		word, err := d.word()
		if err != nil {
			return d.at(err)
		}
		if *to = word == "true"; !*to && word != "false" {
			return d.bad("it is neither true nor false")
		}
		return nil
	}
}

// whole reads a whole number from min to max.
func (d *decoder) whole(to *int, min, max int) value {
	return func() error {
		word, err := d.word()
		if err != nil {
			return d.at(err)
		}
		n, err := strconv.Atoi(word)
		if err != nil || strconv.Itoa(n) != word {
			return d.bad("it is not a whole number")
		}
		if *to = n; n < min || n > max {
			return d.bad(fmt.Sprintf("it is not between %d and %d", min, max))
		}
		return nil
	}
}

// moment reads an RFC 3339 time and keeps its zone and nanoseconds.
func (d *decoder) moment(to *time.Time) value {
	return func() error {
		s, err := d.quoted(journal.MaxWord)
		if err != nil {
			return d.at(err)
		}
		_, fraction, _ := strings.Cut(s, ".")
		if digits(fraction) > 9 ||
			to.UnmarshalText([]byte(s)) != nil || to.Year() < 1 {
			return d.bad("it is not an RFC 3339 time to the nanosecond, in a year from 1 to 9999")
		}
		return nil
	}
}

// digits counts the digits s begins with.
func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// day reads a day written as YYYY-MM-DD, or an empty text for none.
func (d *decoder) day(to *journal.Day) value {
	return func() error {
		s, err := d.quoted(journal.MaxWord)
		if err != nil || s == "" {
			return d.at(err)
		}
		*to, err = journal.ParseDay(s)
		return d.rule(err)
	}
}

// id reads a UUID of 36 characters.
func (d *decoder) id(to *uuid.UUID) value {
	return func() error {
		s, err := d.quoted(journal.MaxWord)
		if err != nil {
			return d.at(err)
		}
		if *to, err = uuid.Parse(s); err != nil || len(s) != 36 || *to == uuid.Nil {
			return d.bad("it is not a UUID")
		}
		return nil
	}
}

// texts reads an object whose values are texts. The places of its faults leave
// out its keys, which the archive does not choose.
func (d *decoder) texts(to *map[string]string) value {
	return func() error {
		*to = map[string]string{}
		_, err := d.object(unnamed, func(key string) error {
			s, err := d.quoted(journal.MaxText)
			(*to)[key] = s
			return d.at(err)
		})
		return err
	}
}
