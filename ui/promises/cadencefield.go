package promises

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// rhythm is a kind of cadence.
type rhythm int

const (
	once rhythm = iota
	daily
	weekly
	onWeekdays
	everyFewDays
)

// cadenceField asks how often a promise comes round.
type cadenceField struct {
	OnChanged func() // another kind was chosen

	content  fyne.CanvasObject
	chosen   rhythm
	kinds    []*widget.Chip
	weekdays map[time.Weekday]*widget.Chip
	days     *fyne.Container // of the week
	few      *widget.Field   // number of days
	number   fyne.CanvasObject
}

func newCadenceField() *cadenceField {
	c := &cadenceField{weekdays: make(map[time.Weekday]*widget.Chip), days: widget.NewFlow(theme.Space1)}
	kinds := widget.NewFlow(theme.Space2)
	for i, label := range []string{lang.L("Once"), lang.L("Every day"), lang.L("Every week"), lang.L("On days of the week"), lang.L("Every few days")} {
		chip := widget.NewChip(label, func() { c.choose(rhythm(i)) })
		c.kinds = append(c.kinds, chip)
		kinds.Add(chip)
	}
	for i := range weekDays {
		day := time.Weekday((int(widget.WeekBegins()) + i) % weekDays)
		chip := widget.NewChip(lang.L(day.String()[:3]), nil)
		chip.OnTap = func() { chip.SetSelected(!chip.Selected) }
		c.weekdays[day] = chip
		c.days.Add(chip)
	}
	c.few = widget.NewField("3")
	c.number = widget.NewLabelled(lang.L("Every how many days"), c.few)
	c.content = widget.NewLabelled(lang.L("How often"), widget.NewStack(theme.Space2, kinds, c.days, c.number))
	return c
}

// set shows a cadence.
func (c *cadenceField) set(every journal.Cadence) {
	kind := onWeekdays
	switch n := every.Days(); {
	case every == journal.Once:
		kind = once
	case n == 1:
		kind = daily
	case n == weekDays:
		kind = weekly
	case n > 0:
		kind = everyFewDays
		c.few.SetText(strconv.Itoa(n))
	}
	for _, day := range every.Weekdays() {
		c.weekdays[day].SetSelected(true)
	}
	c.choose(kind)
}

func (c *cadenceField) choose(kind rhythm) {
	c.chosen = kind
	for i, chip := range c.kinds {
		chip.SetSelected(rhythm(i) == kind)
	}
	c.days.Hidden = kind != onWeekdays
	shown(c.number, kind == everyFewDays)
	if c.OnChanged != nil {
		c.OnChanged()
	}
}

// cadence returns what is chosen, or what is missing and where.
func (c *cadenceField) cadence() (every journal.Cadence, missing string, at fyne.Focusable) {
	switch c.chosen {
	case daily:
		return journal.EveryDay, "", nil
	case weekly:
		return journal.EveryWeek, "", nil
	case onWeekdays:
		var names []string
		for day, chip := range c.weekdays {
			if chip.Selected {
				names = append(names, strings.ToLower(day.String()[:3]))
			}
		}
		every, err := journal.ParseCadence(strings.Join(names, ","))
		if err != nil || every == journal.Once {
			return "", lang.L("Choose at least one day of the week."), c.weekdays[widget.WeekBegins()]
		}
		return every, "", nil
	case everyFewDays:
		n, err := strconv.Atoi(strings.TrimSpace(c.few.Text))
		if err == nil {
			every, err = journal.ParseCadence(strconv.Itoa(n))
		}
		if err != nil {
			return "", lang.L("Write a number of days between 1 and 366."), c.few
		}
		return every, "", nil
	}
	return journal.Once, "", nil
}
