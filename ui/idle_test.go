package ui_test

import (
	"testing"
	"time"
)

// wait lets time pass with nobody there.
func (h *house) wait(d time.Duration) {
	for end := h.now.Add(d); h.now.Before(end); {
		step := min(time.Second, end.Sub(h.now))
		h.now = h.now.Add(step)
		h.tasks.Advance(step)
	}
}

func (h *house) isLocked() bool { return !h.offers("New entry") }

func TestIdleJournalIsSavedAndLocked(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("left on the table")
	h.command("About Mend")
	h.wait(5*time.Minute - time.Second)
	if h.isLocked() {
		t.Fatal("it locks too early")
	}
	h.wait(time.Second)
	if !h.isLocked() || h.says("left on the table") || h.win.Canvas().Overlays().Top() != nil {
		t.Error("after five minutes the journal is still to be seen")
	}
	h.keeps("left on the table")
	h.wait(time.Hour)
	h.unlock(passphrase)
	h.wait(time.Minute)
	if h.isLocked() {
		t.Error("the time before unlocking counts")
	}
}

func TestWhateverIsDoneKeepsTheJournalOpen(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	for range 10 {
		h.wait(4 * time.Minute)
		h.seen()
	}
	if h.isLocked() {
		t.Fatal("it locks though somebody is there")
	}
	h.wait(5 * time.Minute)
	if !h.isLocked() {
		t.Error("it stays open though nobody is there any more")
	}
}

func TestIdleTimeFollowsTheChoice(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("Settings")
	h.tap("1 minute")
	h.wait(time.Minute)
	if !h.isLocked() {
		t.Fatal("the choice of a minute is not followed at once")
	}
	h.unlock(passphrase)
	h.wait(59 * time.Second)
	if h.isLocked() {
		t.Fatal("it locks too early")
	}
	h.wait(time.Second)
	if !h.isLocked() {
		t.Fatal("the choice is not kept with the journal")
	}
	h.unlock(passphrase)
	h.command("Settings")
	h.tap("Never")
	h.wait(24 * time.Hour)
	if h.isLocked() {
		t.Error("it locks though it should never")
	}
}

func TestTimeAsleepCounts(t *testing.T) {
	for name, wake := range map[string]func(*house){
		"a second later":   func(h *house) { h.wait(time.Second) },
		"at the first key": func(h *house) { h.seen() },
	} {
		t.Run(name, func(t *testing.T) {
			h := enter(t)
			h.unlock(passphrase)
			h.command("New entry")
			h.typeText("before the lid was closed")
			h.now = h.now.Add(5 * time.Minute) // timers stand still
			wake(h)
			if !h.isLocked() {
				t.Error("the journal is open after a long sleep")
			}
			h.keeps("before the lid was closed")
		})
	}
}

func TestLeavingTheScreenLocks(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("the screen goes dark")
	h.tasks.Leave()
	if !h.isLocked() || h.says("the screen goes dark") {
		t.Error("the journal is open on a locked screen")
	}
	h.keeps("the screen goes dark")
	h.tasks.Leave() // twice is fine
}

func TestLockingByItselfKeepsWhatCanNotBeSaved(t *testing.T) {
	h := enter(t)
	h.unlock(passphrase)
	h.command("New entry")
	h.typeText("no room for it")
	h.full = true
	h.wait(5 * time.Minute)
	if !h.isLocked() {
		t.Fatal("a full disk keeps the journal open")
	}
	h.full = false
	h.key("Escape")
	h.unlock(passphrase)
	h.window.Stop()
	h.keeps("no room for it")
}
