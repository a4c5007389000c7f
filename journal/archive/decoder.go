package archive

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"mend/journal"
)

// decoder reads JSON values of known types and knows where it is.
type decoder struct {
	lexer
	path []place
}

// place is a field of an object, or an item of an array if field is empty.
type place struct {
	field string
	item  int
}

func newDecoder(r io.Reader) *decoder {
	return &decoder{lexer: lexer{in: bufio.NewReaderSize(r, 1<<16)}}
}

// where renders the path, such as "entries[12].feelings[0].intensity".
func (d *decoder) where() string {
	var s strings.Builder
	for _, p := range d.path {
		switch {
		case p.field == "":
			s.WriteString("[" + strconv.Itoa(p.item) + "]")
		case s.Len() > 0:
			s.WriteString("." + p.field)
		default:
			s.WriteString(p.field)
		}
	}
	return s.String()
}

// bad is the error that the value being read breaks a rule.
func (d *decoder) bad(reason string) error {
	return &Error{place: d.where(), reason: reason}
}

// at gives a fault its place and leaves other errors as they are.
func (d *decoder) at(err error) error {
	var f fault
	if errors.As(err, &f) {
		return d.bad(string(f))
	}
	return err
}

// rule gives a broken rule of the domain its place.
func (d *decoder) rule(err error) error {
	var invalid *journal.InvalidError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &invalid):
		return d.bad(invalid.Error())
	}
	return d.bad(err.Error())
}

// maxFields is how many fields an object may have. Only free ones, such as the
// profile's settings, can come near.
const maxFields = 1000

// object reads an object and calls each for every field, which must read the
// value. It returns the names of the fields. Only what names is told may be
// said of a field's name in an error.
func (d *decoder) object(names naming, each func(field string) error) ([]string, error) {
	var seen []string
	err := d.list('{', '}', "it is not an object", func(int) error {
		field, err := d.name()
		switch {
		case err != nil:
			return d.at(err)
		case slices.Contains(seen, field):
			return d.bad(names(field) + " is there twice")
		case len(seen) == maxFields:
			return d.bad("it has too many fields")
		}
		seen = append(seen, field)
		return each(field)
	})
	return seen, err
}

// naming is how an error speaks of a field.
type naming func(field string) string

// byName names a field, which must be one of the archive's own.
func byName(field string) string { return fmt.Sprintf("field %q", field) }

// unnamed leaves out a field's name, which may be words of the person's.
func unnamed(string) string { return "a field" }

// name reads a field's name and the colon after it.
func (d *decoder) name() (string, error) {
	name, err := d.quoted(journal.MaxWord)
	if err != nil {
		return "", err
	}
	if is, err := d.skip(':'); err != nil || !is {
		return "", either(err, faultForm)
	}
	return name, nil
}

// list reads what lies between open and shut, separated by commas.
func (d *decoder) list(open, shut byte, otherwise fault, each func(n int) error) error {
	if is, err := d.skip(open); err != nil || !is {
		return d.at(either(err, otherwise))
	}
	if is, err := d.skip(shut); err != nil || is {
		return d.at(err)
	}
	for n := 0; ; n++ {
		if err := each(n); err != nil {
			return err
		}
		c, err := d.next()
		switch {
		case err != nil:
			return d.at(err)
		case c == shut:
			return nil
		case c != ',':
			return d.at(faultForm)
		}
	}
}

// either returns err, or f if there is none.
func either(err error, f fault) error {
	if err != nil {
		return err
	}
	return f
}

// inside runs read one place deeper.
func (d *decoder) inside(p place, read func() error) error {
	mark := len(d.path)
	d.path = append(d.path, p)
	err := read()
	d.path = d.path[:mark]
	return err
}
