package guide

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/BurntSushi/toml"
)

// decode reads the TOML file into v. A key that v has no field for, or that is
// not in lower case, breaks a rule: the library would skip the first and take
// the second for another key.
func decode(fsys fs.FS, name string, v any) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	meta, err := toml.Decode(string(data), v)
	if err != nil {
		return fmt.Errorf("parse %s: %w", name, err)
	}
	c := checker{file: name}
	for _, key := range meta.Undecoded() {
		c.broken(key.String(), "unknown key")
	}
	for _, key := range meta.Keys() {
		c.expect(key.String() == strings.ToLower(key.String()), key.String(), "keys are in lower case")
	}
	return c.err()
}
