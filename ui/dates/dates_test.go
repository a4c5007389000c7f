package dates_test

import (
	"testing"
	"time"

	"mend/ui/dates"
)

func TestDates(t *testing.T) {
	at := time.Date(2026, 5, 4, 21, 5, 0, 0, time.FixedZone("", -8*3600))
	for _, tt := range []struct{ got, want string }{
		{dates.Day("2026-05-04"), "4 May 2026"}, {dates.Day(""), ""},
		{dates.Of(at), "4 May 2026"}, {dates.Moment(at), "4 May 2026, 21:05"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}
