package widget

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"
)

// WeekBegins returns the day that weeks begin with where the person is, as
// their system names the place; Monday where it names none.
func WeekBegins() time.Weekday { return weekBegins(lang.SystemLocale().LanguageString()) }

// weekBegins reads the region of a locale such as "pt-BR". The lists are those
// of the Unicode CLDR (supplemental data, weekData, firstDay).
func weekBegins(locale string) time.Weekday {
	for _, part := range strings.Split(locale, "-")[1:] {
		switch {
		case slices.Contains(strings.Fields(sundayRegions), part):
			return time.Sunday
		case slices.Contains(strings.Fields(saturdayRegions), part):
			return time.Saturday
		}
	}
	return time.Monday
}

const (
	sundayRegions = "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP " +
		"PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
	saturdayRegions = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"
)
