package journal

// Feeling is a feeling word with how strong it was.
type Feeling struct {
	Word      string
	Intensity int // 1 (faint) to 5 (overwhelming)
}

// Check returns nil if the feeling can be kept, else an InvalidError.
func (f Feeling) Check() error {
	if err := checkWord("feeling", f.Word); err != nil {
		return err
	}
	if f.Intensity < 1 || f.Intensity > 5 {
		return invalid("feeling", "its intensity is not between 1 and 5")
	}
	return nil
}

// FeelingFamily is a group of related feeling words.
type FeelingFamily struct {
	ID       string
	Title    string
	Pleasant bool     // whether the family feels good to have
	Energy   string   // "high" or "low"
	Words    []string // in the order they are offered
}
