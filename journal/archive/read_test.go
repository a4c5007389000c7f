package archive_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/uuid"

	"mend/journal"
	"mend/journal/archive"
)

// whole is an archive with the least in it; withEntry one with fields put into
// its only entry.
const whole = `{"format":"mend-archive","version":1}`

func withEntry(fields string) string {
	return `{"format":"mend-archive","version":1,"entries":[{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e",` +
		`"at":"2026-01-02T03:04:05Z","created":"2026-01-02T03:04:05Z","edited":"2026-01-02T03:04:05Z",` + fields + `}]}`
}

func with(field string) string { return strings.TrimSuffix(whole, "}") + "," + field + "}" }

func TestReadRefusesAndNamesThePlace(t *testing.T) {
	for name, test := range map[string]struct{ file, place, reason string }{
		"nothing":                   {"", "", "ends too early"},
		"a journal's own bytes":     {"mend\x00\x01\x02", "", "not an object"},
		"an array":                  {"[]", "", "not an object"},
		"null":                      {"null", "", "not an object"},
		"cut short":                 {whole[:len(whole)-1], "version", "ends too early"},
		"cut in a text":             {`{"form`, "", "ends too early"},
		"cut in an escape":          {`{"\u00`, "", "ends too early"},
		"cut in a number":           {`{"version":1`, "version", "ends too early"},
		"something after it":        {whole + " x", "", "follows its end"},
		"a second archive":          {whole + whole, "", "follows its end"},
		"no format":                 {`{"version":1}`, "", `"format" is missing`},
		"no version":                {`{"format":"mend-archive"}`, "", `"version" is missing`},
		"another format":            {`{"format":"diary","version":1}`, "format", "not mend-archive"},
		"version 0":                 {`{"format":"mend-archive","version":0}`, "version", "not between"},
		"version as a text":         {`{"format":"mend-archive","version":"1"}`, "version", "not a whole number"},
		"version with a fraction":   {`{"format":"mend-archive","version":1.0}`, "version", "not a whole number"},
		"version without end":       {`{"format":"mend-archive","version":` + strings.Repeat("1", 1<<20) + `}`, "version", "too long"},
		"an unknown field":          {with(`"mood":3`), "", `unknown field "mood"`},
		"an unknown field of words": {with(`"How we lied":3`), "", "an unknown field"},
		"a field twice":             {with(`"format":"mend-archive"`), "", `"format" is there twice`},
		"a field twice by escape":   {with(`"f\u006frmat":"mend-archive"`), "", `"format" is there twice`},
		"a comma too many":          {`{"format":"mend-archive",}`, "", "not a text"},
		"no comma":                  {`{"format":"mend-archive" "version":1}`, "", "not well-formed"},
		"no colon":                  {`{"format" "mend-archive"}`, "", "not well-formed"},
		"a byte order mark":         {"\ufeff" + whole, "", "not an object"},
		"a promise without wording": {with(`"promises":[{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","wordings":[]}]`), "promises[0]", "no wording"},
		"a promise without words":   {with(`"promises":[{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","wordings":[{"at":"2026-01-02T03:04:05Z","text":"","who":"me","from":"2026-01-02"}]}]`), "promises[0]", "it is empty"},
		"a promise by nobody known": {with(`"promises":[{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","wordings":[{"at":"2026-01-02T03:04:05Z","text":"x","who":"us","from":"2026-01-02"}]}]`), "promises[0]", "none of me"},
		"a result that is none":     {with(`"promises":[{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","wordings":[],"observations":[{"at":"2026-01-02T03:04:05Z","day":"2026-01-02","result":"well"}]}]`), "promises[0].observations[0]", "none of kept"},
		"a goal without wording":    {with(`"goals":[{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","wordings":[]}]`), "goals[0]", "no wording"},
		"a goal of no known term":   {with(`"goals":[{"id":"7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e","wordings":[{"at":"2026-01-02T03:04:05Z","term":"soon","text":"x"}]}]`), "goals[0]", "short, long"},
		"endless nesting":           {with(`"goals":` + strings.Repeat("[", 1<<20)), "goals[0]", "not an object"},
		"nesting in a field":        {withEntry(`"body":` + strings.Repeat("[", 17)), "entries[0].body", "not a text"},
		"entries null":              {with(`"entries":null`), "entries", "not an array"},
		"an entry null":             {with(`"entries":[null]`), "entries[0]", "not an object"},
		"an entry without id":       {with(`"entries":[{}]`), "entries[0]", `"id" is missing`},
		"an empty entry":            {withEntry(`"starred":true`), "entries[0]", "nothing in it"},
		"an id of other form":       {with(`"entries":[{"id":"7f1d3c9e8f434b439c7b0f4f5a1c2d3e"}]`), "entries[0].id", "not a UUID"},
		"a time without zone":       {with(`"entries":[{"at":"2026-01-02T03:04:05"}]`), "entries[0].at", "not an RFC 3339 time"},
		"a time finer than nano":    {with(`"entries":[{"at":"2026-01-02T03:04:05.1234567891Z"}]`), "entries[0].at", "to the nanosecond"},
		"a day as time":             {with(`"entries":[{"at":"2026-01-02"}]`), "entries[0].at", "not an RFC 3339 time"},
		"an unknown entry field":    {withEntry(`"title":"x","colour":"red"`), "entries[0]", `unknown field "colour"`},
		"an entry field twice":      {withEntry(`"title":"x","title":"y"`), "entries[0]", `"title" is there twice`},
		"a title on two lines":      {withEntry(`"title":"a\nb"`), "entries[0]", "one line"},
		"NUL in a body":             {withEntry(`"body":"a\u0000b"`), "entries[0].body", "NUL"},
		"broken UTF-8":              {withEntry("\"body\":\"a\xffb\""), "entries[0].body", "not valid Unicode"},
		"half a surrogate pair":     {withEntry(`"body":"\ud83d"`), "entries[0].body", "not valid Unicode"},
		"two first halves":          {withEntry(`"body":"\ud83d\ud83d"`), "entries[0].body", "not valid Unicode"},
		"a second half alone":       {withEntry(`"body":"\ude00"`), "entries[0].body", "not valid Unicode"},
		"a bare line ending":        {withEntry("\"body\":\"a\nb\""), "entries[0].body", "control character"},
		"an escape that is none":    {withEntry(`"body":"\x41"`), "entries[0].body", "unknown escape"},
		"an escape without digits":  {withEntry(`"body":"\u00zz"`), "entries[0].body", "unknown escape"},
		"a mark as number":          {withEntry(`"keep_out":1`), "entries[0].keep_out", "neither true nor false"},
		"an intensity as text":      {withEntry(`"feelings":[{"word":"calm","intensity":"3"}]`), "entries[0].feelings[0].intensity", "not a whole number"},
		"an intensity of 6":         {withEntry(`"feelings":[{"word":"calm","intensity":3},{"word":"sad","intensity":6}]`), "entries[0].feelings[1].intensity", "not between 1 and 5"},
		"a feeling without word":    {withEntry(`"feelings":[{"intensity":3}]`), "entries[0].feelings[0]", `"word" is missing`},
		"a feeling on two lines":    {withEntry(`"feelings":[{"word":"a\nb","intensity":3}]`), "entries[0].feelings[0]", "one line"},
		"a tag as object":           {withEntry(`"tags":["home",{}]`), "entries[0].tags[1]", "not a text"},
		"too many tags":             {withEntry(`"tags":[` + strings.Repeat(`"home",`, 100) + `"home"]`), "entries[0].tags[100]", "too many"},
		"a field's value":           {withEntry(`"fields":{"what":3}`), "entries[0].fields", "not a text"},
		"a field's key twice":       {withEntry(`"fields":{"what":"a","what":"b"}`), "entries[0].fields", "is there twice"},
		"deleted null":              {withEntry(`"title":"x","deleted":null`), "entries[0].deleted", "not a text"},
		"a day that is none":        {withEntry(`"title":"x","sealed_until":"2026-02-30"`), "entries[0].sealed_until", "YYYY-MM-DD"},
		"a revision without time":   {withEntry(`"title":"x","revisions":[{"body":"y"}]`), "entries[0].revisions[0]", `"at" is missing`},
		"an unknown revision part":  {withEntry(`"revisions":[{"tags":[]}]`), "entries[0].revisions[0]", `unknown field "tags"`},
		"a profile without role":    {with(`"profile":{"guide":"g"}`), "profile", `"role" is missing`},
		"an unknown role":           {with(`"profile":{"role":"judge","guide":"g"}`), "profile", "none of hurt"},
		"a tick without step":       {with(`"ticks":[{"done":true,"at":"2026-01-02T03:04:05Z"}]`), "ticks[0]", `"step" is missing`},
		"a tick of an empty step":   {with(`"ticks":[{"step":"","done":true,"at":"2026-01-02T03:04:05Z"}]`), "ticks[0]", "it is empty"},
		"an unknown state":          {with(`"stages":[{"stage":"s","state":"done","at":"2026-01-02T03:04:05Z"}]`), "stages[0]", "not one of the states"},
		"a body that is too long":   {withEntry(`"body":"` + strings.Repeat("a", journal.MaxText+1) + `"`), "entries[0].body", "too long"},
		"a body long by escapes":    {withEntry(`"body":"` + strings.Repeat("a", journal.MaxText-1) + `\u00e9"`), "entries[0].body", "too long"},
		"a field name too long":     {with(`"` + strings.Repeat("a", 201) + `":1`), "", "too long"},
		"too many settings":         {with(`"profile":{"settings":{` + settings(1001) + `}}`), "profile.settings", "too many fields"},
	} {
		t.Run(name, func(t *testing.T) {
			err := archive.Read(strings.NewReader(test.file), &memory{})
			var bad *archive.Error
			if !errors.As(err, &bad) || !errors.Is(err, journal.ErrBadArchive) {
				t.Fatalf("Read = %v, want an *archive.Error", err)
			}
			if bad.Place() != test.place || !strings.Contains(bad.Reason(), test.reason) {
				t.Errorf("Read = %q at %q, want %q at %q", bad.Reason(), bad.Place(), test.reason, test.place)
			}
		})
	}
}

func settings(n int) string {
	var list []string
	for i := range n {
		key, _ := json.Marshal("k" + strings.Repeat("x", i%7) + uuid.NewString())
		list = append(list, string(key)+`:""`)
	}
	return strings.Join(list, ",")
}

func TestReadAccepts(t *testing.T) {
	for name, file := range map[string]string{
		"the least":            whole,
		"white space anywhere": " {\n\"format\" :\t\"mend-archive\" ,\r\n\"version\" : 1 } \n",
		"another order":        `{"goals":[],"entries":[],"version":1,"promises":[ ],"format":"mend-archive"}`,
		"a text at its limit":  withEntry(`"body":"` + strings.Repeat("a", journal.MaxText) + `"`),
		"a pair of surrogates": withEntry(`"body":"\ud83d\ude00"`),
		"nothing of one's own": with(`"own":{"prompts":[]}`),
		"no path and no dates": with(`"profile":{"role":"hurt","guide":"g","path":"","path_until":""}`),
	} {
		t.Run(name, func(t *testing.T) {
			if err := archive.Read(strings.NewReader(file), &memory{}); err != nil {
				t.Errorf("Read: %v", err)
			}
			if len(file) > journal.MaxText {
				return // which takes long
			}
			if err := archive.Read(iotest.OneByteReader(strings.NewReader(file)), &memory{}); err != nil {
				t.Errorf("Read, a byte at a time: %v", err)
			}
		})
	}
}

func TestReadUndoesEveryEscape(t *testing.T) {
	m := &memory{}
	if err := archive.Read(strings.NewReader(withEntry(`"body":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\u2028"`)), m); err != nil {
		t.Fatal(err)
	}
	if want := "\"\\/\b\f\n\r\té😀\u2028"; m.entries[0].Body != want {
		t.Errorf("body = %q, want %q", m.entries[0].Body, want)
	}
}

func TestReadRefusesALaterVersion(t *testing.T) {
	err := archive.Read(strings.NewReader(`{"format":"mend-archive","version":2,"dreams":[]}`), &memory{})
	if !errors.Is(err, journal.ErrNewerVersion) || errors.Is(err, journal.ErrBadArchive) {
		t.Errorf("Read = %v, want ErrNewerVersion alone", err)
	}
}

func TestErrorsHoldNoContent(t *testing.T) {
	for _, file := range []string{
		withEntry(`"title":"zq-secret\nzq-secret"`), withEntry(`"fields":{"zq-secret":"a","b":3}`),
		withEntry(`"zq-secret":3`), withEntry(`"my zq-secret":3`), withEntry(`"` + strings.Repeat("x", 32) + `zq-secret":3`),
		withEntry(`"title":"x","revisions":[{"zq-secret":3}]`), with(`"zq-secret\u00e9":3`), with(`"\u007azq-secret":3`),
		withEntry(`"fields":{"zq-secret":"a","zq-secret":"b"}`),
		with(`"profile":{"role":"hurt","settings":{"zq-secret":"a","zq-secret":"b"}}`),
		withEntry(`"feelings":[{"word":" zq-secret","intensity":3}]`),
		withOwn(`"zq-secret9":[]`), withStage(`"title":"zq-secret","paths":["zq-secret"]`), withStage(`"paths":["zq-secret"]`),
		withEntry(`"tags":["zq-secret"],"body":"zq-secret` + "\xff" + `"`),
		with(`"ticks":[{"step":"zq-secret ","done":true,"at":"2026-01-02T03:04:05Z","note":"zq-secret"}]`),
	} {
		err := archive.Read(strings.NewReader(file), &memory{})
		if err == nil || strings.Contains(err.Error(), "zq-secret") {
			t.Errorf("Read(%s) = %v", file, err)
		}
	}
}

// Names that the archive does not choose are words of the person's, even where
// they look like those it does.
func TestErrorsHoldNoFreeNames(t *testing.T) {
	for _, file := range []string{
		withEntry(`"fields":{"secret":"a","secret":"b"}`), with(`"profile":{"settings":{"secret":"a","secret":"b"}}`),
		withEntry(`"` + strings.Repeat("secret", 6) + `":3`), withEntry(`"Secret":3`), withEntry(`"secret2":3`),
	} {
		err := archive.Read(strings.NewReader(file), &memory{})
		if err == nil || strings.Contains(strings.ToLower(err.Error()), "secret") {
			t.Errorf("Read(%s) = %v", file, err)
		}
	}
}

// endless gives the same byte for ever.
type endless byte

func (c endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(c)
	}
	return len(p), nil
}

func TestReadStopsAtTheSizeLimit(t *testing.T) {
	file := withEntry(`"title":"x"`)
	size := int64(len(file))
	if err := archive.ReadWithin(strings.NewReader(file), &memory{}, size); err != nil {
		t.Errorf("a file of the largest size: %v", err)
	}
	for name, r := range map[string]io.Reader{
		"a byte more": strings.NewReader(file + " "),
		"no end":      io.MultiReader(strings.NewReader(`{"format":`), endless(' ')),
	} {
		err := archive.ReadWithin(r, &memory{}, size)
		if !errors.Is(err, journal.ErrBadArchive) || !strings.Contains(err.Error(), "2 GiB") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if archive.MaxFile != 2<<30 {
		t.Errorf("the limit is %d bytes", archive.MaxFile)
	}
}

func TestReadGivesBackOtherErrors(t *testing.T) {
	broken := errors.New("broken")
	if err := archive.Read(iotest.ErrReader(broken), &memory{}); !errors.Is(err, broken) || errors.Is(err, journal.ErrBadArchive) {
		t.Errorf("with a broken reader: %v", err)
	}
	full := &memory{fails: journal.ErrNoSpace}
	for _, file := range []string{
		withEntry(`"title":"x"`), with(`"profile":{"role":"hurt","guide":"g"}`),
		with(`"ticks":[{"step":"a.b","done":true,"at":"2026-01-02T03:04:05Z"}]`),
		with(`"stages":[{"stage":"a","state":"paused","at":"2026-01-02T03:04:05Z"}]`),
		withOwn(`"questions":[{"question":"q","edited":"2026-01-02T03:04:05Z"}]`),
	} {
		if err := archive.Read(strings.NewReader(file), full); !errors.Is(err, journal.ErrNoSpace) || errors.Is(err, journal.ErrBadArchive) {
			t.Errorf("with a full sink: %v", err)
		}
	}
}

// FuzzRead checks that whatever Read takes is JSON, and is written and read
// back the same; and that nothing makes it panic.
func FuzzRead(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte(withEntry(`"title":"x","tags":["a"],"feelings":[{"word":"calm","intensity":3}],"fields":{"a":"\ud83d\ude00"}`)))
	f.Add([]byte(with(`"profile":{"role":"hurt","guide":"g"},"ticks":[{"step":"a.b","done":true,"at":"2026-01-02T03:04:05.5+01:00"}]`)))
	f.Add([]byte(withStage(`"paths":["trying"],"steps":[{"id":"s.own-a","title":"x","for":"hurt"}],"prompts":[{"text":"y"}]`)))
	f.Add([]byte(withOwn(`"questions":[{"question":"q","asked":"2026-01-02","edited":"2026-01-02T03:04:05Z"}]`)))
	f.Fuzz(func(t *testing.T, file []byte) {
		first := &memory{profile: sample().profile}
		if err := archive.Read(bytes.NewReader(file), first); err != nil {
			return
		}
		if !json.Valid(file) {
			t.Fatalf("accepted what is not JSON: %q", file)
		}
		var out bytes.Buffer
		if _, err := archive.Write(context.Background(), &out, first, time.Unix(0, 0)); err != nil {
			t.Fatalf("Write: %v", err)
		}
		second := &memory{}
		if err := archive.Read(&out, second); err != nil {
			t.Fatalf("Read what was written: %v", err)
		}
	})
}
