package journal

// Question is one question of the deck: an open one, to ask each other.
type Question struct {
	ID    string
	Depth Depth
	Text  string
}

// Depth is how far a question of the deck goes.
type Depth string

// The depths, from light to deep.
const (
	ThisOrThat Depth = "this-or-that"
	GetToKnow  Depth = "get-to-know"
	Deep       Depth = "deep"
)

// Depths lists every depth, the lightest first.
func Depths() []Depth { return []Depth{ThisOrThat, GetToKnow, Deep} }

// Suggestion is a small promise that can be taken over as it is, or changed.
type Suggestion struct {
	ID      string
	Text    string
	Who     Party
	Every   Cadence
	How     string // how it will be known that it was kept
	Sources []Source
}
