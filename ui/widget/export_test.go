package widget

import "time"

// Drawn returns the lines that p draws at its width.
func (p *Paragraph) Drawn() []string { return p.wrap(p.Size().Width) }

// WeekBeginsIn is WeekBegins for a locale.
func WeekBeginsIn(locale string) time.Weekday { return weekBegins(locale) }

// Lines returns the lines of m as they are drawn: the signs, a colon, the text.
func (m *Marked) Lines() []string {
	m.fit()
	var out []string
	for _, l := range m.lines {
		text := ""
		for _, run := range l {
			text += run.Text
		}
		out = append(out, l.signs()+":"+text)
	}
	return out
}

// Offset returns how far m is scrolled.
func (m *Marked) Offset() float32 { return m.scroll.Offset.Y }
