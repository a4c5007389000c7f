package feeling

import "fyne.io/fyne/v2/lang"

// IntensityWord says how strong a feeling was: 1 to 5.
func IntensityWord(intensity int) string {
	words := []string{"faint", "light", "medium", "strong", "overwhelming"}
	return lang.L(words[min(max(intensity, 1), len(words))-1])
}

// RatingWord says how it is: 1 to 5.
func RatingWord(rating int) string {
	words := []string{"very hard", "hard", "bearable", "all right", "good"}
	return lang.L(words[min(max(rating, 1), len(words))-1])
}
