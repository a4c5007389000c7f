package settings

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// settingLock is the journal's setting of how many minutes it may lie open and
// unused: a number from 1 to 60, or lockOff.
const (
	settingLock = "lock-after-minutes"
	lockOff     = "off"

	lockLeast, lockUsual, lockMost = 1, 5, 60
)

// LockAfter returns how long a journal may lie open with nobody using it before
// it is locked: 1 to 60 minutes, or 0 if it never is. Without a choice, or with
// one that makes no sense, it is 5 minutes.
func LockAfter(p journal.Profile) time.Duration { return time.Duration(lockMinutes(p)) * time.Minute }

// lockMinutes is LockAfter in minutes.
func lockMinutes(p journal.Profile) int {
	chosen := p.Settings[settingLock]
	if chosen == lockOff {
		return 0
	}
	minutes, err := strconv.Atoi(chosen)
	if err != nil || minutes < lockLeast || minutes > lockMost {
		return lockUsual
	}
	return minutes
}

// lockChoices offers the minutes, and with 0 to do without.
type lockChoices struct {
	chips  *fyne.Container
	byTime map[int]*widget.Chip
	choose func(minutes int)
}

func newLockChoices(choose func(minutes int)) *lockChoices {
	c := &lockChoices{chips: widget.NewFlow(theme.Space2), byTime: make(map[int]*widget.Chip), choose: choose}
	for _, minutes := range []int{1, 5, 10, 15, 30, 60, 0} {
		c.offer(minutes)
	}
	return c
}

// offer adds a chip at its place: the longest time last but for never.
func (c *lockChoices) offer(minutes int) {
	c.byTime[minutes] = widget.NewChip(lockLabel(minutes), func() { c.choose(minutes) })
	c.chips.Objects = nil
	for _, m := range slices.SortedFunc(maps.Keys(c.byTime), func(a, b int) int { return lockRank(a) - lockRank(b) }) {
		c.chips.Add(c.byTime[m])
	}
}

// lockRank orders the choices; never comes last.
func lockRank(minutes int) int {
	if minutes == 0 {
		return lockMost + 1
	}
	return minutes
}

func lockLabel(minutes int) string {
	switch minutes {
	case 0:
		return lang.L("Never")
	case 1:
		return lang.L("1 minute")
	case 60:
		return lang.L("1 hour")
	}
	return lang.L("{{.Minutes}} minutes", map[string]any{"Minutes": minutes})
}

// show marks the choice. One that was made elsewhere is offered too.
func (c *lockChoices) show(minutes int) {
	if c.byTime[minutes] == nil {
		c.offer(minutes)
	}
	for m, chip := range c.byTime {
		chip.SetSelected(m == minutes)
	}
}

func (s *Screen) lockPart() fyne.CanvasObject {
	s.lock = newLockChoices(s.chooseLock)
	return part(lang.L("Lock by itself"),
		lang.L("When nobody has used the window for this long. Where the desktop tells, Mend also locks when the screen locks and before the computer sleeps. Ctrl+L locks at once."),
		s.lock.chips)
}

// chooseLock keeps the choice in the journal: it belongs to what is written
// there, and a preference on the disk would tell others of it.
func (s *Screen) chooseLock(minutes int) {
	s.change(func(p *journal.Profile) {
		p.Settings = maps.Clone(p.Settings)
		if p.Settings == nil {
			p.Settings = make(map[string]string)
		}
		p.Settings[settingLock] = strconv.Itoa(minutes)
		if minutes == 0 {
			p.Settings[settingLock] = lockOff
		}
	})
}
