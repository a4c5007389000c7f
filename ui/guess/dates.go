package guess

import (
	"regexp"
	"strconv"

	"github.com/trustelem/zxcvbn/match"
	"github.com/trustelem/zxcvbn/scoring"
)

// years finds years in which somebody alive was born, met or parted.
func years(text string) (found []*match.Match) {
	for _, at := range regexp.MustCompile(`19\d\d|20[0-4]\d`).FindAllStringIndex(text, -1) {
		found = append(found, &match.Match{
			Pattern: "regex", RegexName: "recent_year", I: at[0], J: at[1] - 1, Token: text[at[0]:at[1]],
		})
	}
	return found
}

// dates finds dates of ten characters at most, in any order of day, month and
// year, with signs between them or without. Of dates within one another it
// keeps the longest.
func dates(text string) (found []*match.Match) {
	const shortest, longest = 4, 10
	plain := regexp.MustCompile(`^\d{4,8}$`)
	parted := regexp.MustCompile(`^(\d{1,4})([\s/\\_.-])(\d{1,2})([\s/\\_.-])(\d{1,4})$`)
	covered := 0 // up to where a date found before goes
	for from := range text {
		for to := min(from+longest, len(text)); to >= max(from+shortest, covered+1); to-- {
			token := text[from:to]
			m := &match.Match{Pattern: "date", I: from, J: to - 1, Token: token}
			if plain.MatchString(token) {
				m.Year = plainYear(token)
			} else if p := parted.FindStringSubmatch(token); p != nil && p[2] == p[4] {
				m.Year, m.Separator = year(p[1], p[3], p[5]), p[2]
			}
			if m.Year > 0 {
				found, covered = append(found, m), to
				break
			}
		}
	}
	return found
}

// plainYear returns the year of a date of digits alone, of several the one that
// is nearest, or 0.
func plainYear(digits string) (best int) {
	splits := map[int][][2]int{
		4: {{1, 2}, {2, 3}}, 5: {{1, 3}, {2, 3}}, 6: {{1, 2}, {2, 4}, {4, 5}},
		7: {{1, 3}, {2, 3}, {4, 5}, {4, 6}}, 8: {{2, 4}, {4, 6}},
	}
	far := func(year int) int { return max(year-scoring.ReferenceYear, scoring.ReferenceYear-year) }
	for _, s := range splits[len(digits)] {
		if y := year(digits[:s[0]], digits[s[0]:s[1]], digits[s[1]:]); y > 0 && (best == 0 || far(y) < far(best)) {
			best = y
		}
	}
	return best
}

// year returns the year of three numbers that make a date, which is never in
// the middle, or 0.
func year(first, middle, last string) int {
	var numbers [3]int
	for i, digits := range []string{first, middle, last} {
		numbers[i], _ = strconv.Atoi(digits) // they are digits, four at most
	}
	if !datable(numbers) {
		return 0
	}
	orders := [][3]int{{numbers[2], numbers[0], numbers[1]}, {numbers[0], numbers[1], numbers[2]}}
	for _, o := range orders {
		if o[0] >= minYear {
			if dayAndMonth(o[1], o[2]) {
				return o[0]
			}
			return 0
		}
	}
	for _, o := range orders {
		if dayAndMonth(o[1], o[2]) {
			return wholeYear(o[0])
		}
	}
	return 0
}

const minYear, maxYear = 1000, 2050

// datable reports whether three numbers may be a day, a month and a year.
func datable(numbers [3]int) bool {
	nodays, nomonths, zeros := 0, 0, 0
	for _, n := range numbers {
		if n > 99 && n < minYear || n > maxYear {
			return false
		}
		if n > 31 {
			nodays++
		}
		if n > 12 {
			nomonths++
		}
		if n == 0 {
			zeros++
		}
	}
	return numbers[1] > 0 && numbers[1] <= 31 && nodays < 2 && nomonths < 3 && zeros < 2
}

func dayAndMonth(a, b int) bool { return a <= 31 && b <= 12 || b <= 31 && a <= 12 }

// wholeYear returns the year that two digits stand for.
func wholeYear(n int) int {
	if n > 50 {
		return 1900 + n
	}
	return 2000 + n
}
