package settings_test

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestLookBackIsOffUntilItIsChosen(t *testing.T) {
	r := newRoom(t, nil)
	chips := r.chips("Off", "On")
	if !chips[0].Selected || chips[1].Selected {
		t.Fatal("it is not shown as off")
	}
	test.Tap(chips[1])
	if !r.kept.LooksBack() || !chips[1].Selected || len(r.told) != 1 || !r.told[0].LooksBack() {
		t.Error("it can't be switched on")
	}
	test.Tap(chips[0])
	if r.kept.LooksBack() || !chips[0].Selected {
		t.Error("it can't be switched off")
	}
}
