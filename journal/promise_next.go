package journal

// Next returns the first day from a day on on which the promise comes round,
// as it is worded now, or none: it has ended, or is made once without a day.
func (l PromiseLog) Next(from Day) Day {
	current := l.Current()
	day := max(from, current.From)
	if current.Every == Once {
		day = max(day, current.Due)
	}
	for range maxEvery + 1 {
		if l.IsDue(day) {
			return day
		}
		day = day.Plus(1)
	}
	return ""
}

// ToReview reports whether the day has come on which the promise is to be
// looked at again. One that has ended is not.
func (l PromiseLog) ToReview(today Day) bool {
	p := l.Current()
	return p.Review != "" && p.Review <= today && (p.Ended == "" || today < p.Ended)
}
