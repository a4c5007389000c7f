package archive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// lexer reads the smallest parts of JSON (RFC 8259). encoding/json is not used
// for reading because it puts U+FFFD, without a word, where a text is not
// valid Unicode, and because it holds a token whole, however long.
type lexer struct {
	in *bufio.Reader
}

// fault is a broken rule whose place is not known yet.
type fault string

// Error implements error.
func (f fault) Error() string { return string(f) }

const (
	faultEnd      fault = "the file ends too early"
	faultTooLarge fault = "the file is larger than 2 GiB"
	faultTooLong  fault = "it is too long"
	faultForm     fault = "it is not well-formed JSON"
	faultUnicode  fault = "it is not valid Unicode text"
)

// ended turns a reader's error into a fault where it is one.
func ended(err error) error {
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return faultEnd
	case errors.Is(err, errTooLarge):
		return faultTooLarge
	}
	return fmt.Errorf("read archive: %w", err)
}

// peek returns the next byte that is not white space and leaves it unread.
func (l *lexer) peek() (byte, error) {
	for {
		if _, err := l.in.Peek(1); err != nil {
			return 0, ended(err)
		}
		chunk, _ := l.in.Peek(l.in.Buffered())
		n := slices.IndexFunc(chunk, func(c byte) bool { return c != ' ' && c != '\n' && c != '\t' && c != '\r' })
		if n >= 0 {
			_, err := l.in.Discard(n)
			return chunk[n], err
		}
		if _, err := l.in.Discard(len(chunk)); err != nil {
			return 0, err
		}
	}
}

// next returns the next byte that is not white space.
func (l *lexer) next() (byte, error) {
	if _, err := l.peek(); err != nil {
		return 0, err
	}
	return l.in.ReadByte()
}

// skip reads the next byte if it is c, and reports whether it was.
func (l *lexer) skip(c byte) (bool, error) {
	got, err := l.peek()
	if err != nil || got != c {
		return false, err
	}
	_, err = l.in.ReadByte()
	return true, err
}

// word reads a number or literal: everything up to what can follow a value.
func (l *lexer) word() (string, error) {
	if _, err := l.peek(); err != nil {
		return "", err
	}
	var word []byte
	for len(word) <= maxLiteral {
		c, err := l.in.ReadByte()
		if err != nil {
			return "", ended(err)
		}
		if bytes.IndexByte([]byte(",:]}[{\" \n\t\r"), c) >= 0 {
			return string(word), l.in.UnreadByte()
		}
		word = append(word, c)
	}
	return "", faultTooLong
}

// maxLiteral is longer than any number or literal of an archive, in bytes.
const maxLiteral = 24

// quoted reads a text of at most limit bytes, once its escapes are undone.
func (l *lexer) quoted(limit int) (string, error) {
	if is, err := l.skip('"'); err != nil {
		return "", err
	} else if !is {
		return "", fault("it is not a text")
	}
	var text []byte
	for {
		var err error
		if text, err = l.plain(text, limit); err != nil {
			return "", err
		}
		c, err := l.in.ReadByte()
		switch {
		case err != nil:
			return "", ended(err)
		case c == '"':
			return checked(text)
		case c != '\\':
			return "", fault("it holds a control character that is not escaped")
		}
		if text, err = l.escaped(text); err != nil {
			return "", err
		}
	}
}

func checked(text []byte) (string, error) {
	switch {
	case !utf8.Valid(text):
		return "", faultUnicode
	case bytes.IndexByte(text, 0) >= 0:
		return "", fault("it holds a NUL character, which text can't have")
	}
	return string(text), nil
}

// plain appends to text what comes before the next quote, escape or control
// character, a buffer at a time.
func (l *lexer) plain(text []byte, limit int) ([]byte, error) {
	for {
		if _, err := l.in.Peek(1); err != nil {
			return nil, ended(err)
		}
		chunk, _ := l.in.Peek(l.in.Buffered())
		end := slices.IndexFunc(chunk, func(c byte) bool { return c == '"' || c == '\\' || c < ' ' })
		if end >= 0 {
			chunk = chunk[:end]
		}
		if len(text)+len(chunk) > limit {
			return nil, faultTooLong
		}
		text = append(text, chunk...)
		if _, err := l.in.Discard(len(chunk)); err != nil || end >= 0 {
			return text, err
		}
	}
}

// escaped appends to text what the escape means whose backslash was read.
func (l *lexer) escaped(text []byte) ([]byte, error) {
	c, err := l.in.ReadByte()
	if err != nil {
		return nil, ended(err)
	}
	if i := bytes.IndexByte([]byte(`"\/bfnrt`), c); i >= 0 {
		return append(text, "\"\\/\b\f\n\r\t"[i]), nil
	}
	if c != 'u' {
		return nil, fault("it holds an unknown escape")
	}
	r, err := l.unit()
	if err != nil || !utf16.IsSurrogate(r) {
		return utf8.AppendRune(text, r), err
	}
	if tail, err := l.in.Peek(2); err != nil || string(tail) != `\u` {
		return nil, faultUnicode
	}
	if _, err := l.in.Discard(2); err != nil {
		return nil, err
	}
	low, err := l.unit()
	if err != nil {
		return nil, err
	}
	if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
		return nil, faultUnicode
	}
	return utf8.AppendRune(text, r), nil
}

// unit reads the four hexadecimal digits of a UTF-16 code unit.
func (l *lexer) unit() (rune, error) {
	var digits [4]byte
	if _, err := io.ReadFull(l.in, digits[:]); err != nil {
		return 0, ended(err)
	}
	n, err := strconv.ParseUint(string(digits[:]), 16, 16)
	if err != nil {
		return 0, fault("it holds an unknown escape")
	}
	return rune(n), nil
}

// end fails unless nothing but white space is left.
func (l *lexer) end() error {
	_, err := l.peek()
	switch {
	case err == nil:
		return fault("something follows its end")
	case errors.Is(err, faultEnd):
		return nil
	}
	return err
}
