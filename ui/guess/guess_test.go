package guess_test

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/trustelem/zxcvbn"
	"pgregory.net/rapid"

	"mend/ui/guess"
)

// passphrases are one of each kind, and where kinds meet.
func passphrases() []string {
	return []string{
		"", "a", "password", "Password1", "PASSWORD", "passWORD", "drowssap", "p4ssw0rd", "p455w0rd1", "l0v3", "m1n7",
		"qwertyuiop", "qwERty", "zxcvbn", "1qaz2wsx", "789456123", "aoeuid", "!@#$%", "abcdefg", "zyxw", "97531", "acegik",
		"aaaaaaa", "abcabcabc", "aabaab", "abababab", "lovelovelove", "xyxyxyz11", "1987", "anna1987", "19871987",
		"1/1/1991", "13.12.1984", "1991-02-03", "2/3-91", "131284", "111504", "1191", "12121212", "31.31.84", "1.1.2003x1.1.03",
		"mend", "mend journal", "mendjournal1", "correct horse battery staple", "thatcher stubbed glancing unpaved cold riverbed",
		"Tr0ub4dour&3", "D0g..................", "coRrecth0rseba++ery9.23.2007staple$", "rWibMFACxAUGZmxhVncy", " ", "a b c d",
	}
}

func TestTriesAreZxcvbns(t *testing.T) {
	for _, p := range passphrases() {
		expectTries(t, p)
	}
}

// expectTries compares with the library whose counting is used, which finds
// what is known in a passphrase in a way of its own.
func expectTries(t interface{ Errorf(string, ...any) }, passphrase string) {
	want := zxcvbn.PasswordStrength(passphrase, []string{"mend", "journal"}).Guesses
	if got := guess.Tries(passphrase, "mend", "journal"); math.Abs(got-want) > want/1e9 {
		t.Errorf("%q: %g tries, want %g", passphrase, got, want)
	}
}

func TestTriesOfAnything(t *testing.T) {
	later := regexp.MustCompile(`20[2-4]\d`) // years that the library does not know yet
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom(passphrases()),
			rapid.StringMatching(`[a-z]{1,4}`),
			rapid.StringMatching(`[0-9]{1,6}`),
			rapid.StringMatching(`[A-Z0$3-]{1,4}`),
		), 1, 4).Draw(t, "parts")
		p := strings.Join(parts, "")
		if len(p) > 40 || later.MatchString(p) {
			t.Skip("long, or of a year that is counted otherwise")
		}
		expectTries(t, p)
	})
}

func TestTriesBeyondASCII(t *testing.T) {
	tests := []struct {
		passphrase  string
		least, most float64
	}{
		{"пароль", 1e5, 1e7}, // no word of the lists: as random characters
		{"ééé", 1, 100},      // one thrice
		{"ПАРОЛЬпароль", 1e9, 1e13},
		{"ßpassword", 2, 1e5},
		{"drowssapß", 2, 1e5},
		{"Ⱥpassword", 2, 1e5}, // whose small letter is longer
		{"日本語日本語日本語", 1, 1e5},
		{"\xffpassword", 0, 0},
	}
	for _, test := range tests {
		if got := guess.Tries(test.passphrase); got < test.least || got > test.most {
			t.Errorf("%q: %g tries, want %g to %g", test.passphrase, got, test.least, test.most)
		}
	}
}

func TestTriesKnowsYearsOfToday(t *testing.T) {
	if got, old := guess.Tries("2024"), guess.Tries("1994"); got > old {
		t.Errorf("2024 takes %g tries, 1994 %g", got, old)
	}
}

func FuzzTries(f *testing.F) {
	for _, p := range passphrases() {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, p string) {
		if len(p) > 60 {
			t.Skip("long")
		}
		if got := guess.Tries(p, "mend"); got < 0 || math.IsNaN(got) {
			t.Errorf("%q: %g tries", p, got)
		}
	})
}

func BenchmarkTries(b *testing.B) {
	for range b.N {
		guess.Tries("thatcher stubbed glancing unpaved cold riverbed")
	}
}
