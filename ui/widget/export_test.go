package widget

import "time"

// Drawn returns the lines that p draws at its width.
func (p *Paragraph) Drawn() []string { return p.wrap(p.Size().Width) }

// WeekBeginsIn is WeekBegins for a locale.
func WeekBeginsIn(locale string) time.Weekday { return weekBegins(locale) }
