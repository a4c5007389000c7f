package journal

// IsDue reports whether the promise comes round on a day, as it was worded
// then: a change does not alter the days before it. One that is made once and
// was kept already is due no more. What the newest wording says of its first
// day and its end counts for every day.
func (l PromiseLog) IsDue(day Day) bool {
	current := l.Current()
	if day < current.From || current.Ended != "" && day >= current.Ended {
		return false
	}
	worded := l.wordedOn(day)
	if day < worded.From {
		worded = current
	}
	return worded.IsOn(day) && !(worded.Every == Once && l.keptBefore(day))
}

// wordedOn returns the wording that held on a day: the newest of those made by
// then, or the first.
func (l PromiseLog) wordedOn(day Day) Promise {
	worded := l.Wordings[0]
	for _, w := range l.Wordings[1:] {
		if DayOf(w.At) <= day {
			worded = w
		}
	}
	return worded
}

// keptBefore reports whether the promise was seen to be kept before a day.
func (l PromiseLog) keptBefore(day Day) bool {
	for _, o := range l.Observed() {
		if o.Day < day && o.Result == Kept {
			return true
		}
	}
	return false
}

// DueOn returns the promises that come round on a day, in their order.
func DueOn(logs []PromiseLog, day Day) []PromiseLog {
	var due []PromiseLog
	for _, log := range logs {
		if log.IsDue(day) {
			due = append(due, log)
		}
	}
	return due
}
