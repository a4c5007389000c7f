//go:build linux

package main_test

import (
	"image"
	"time"
)

// benchOverviews measures what tells of the whole journal: the drawings of all
// of its time, and the summary. Other than a list, they read every entry.
func (b bench) benchOverviews(all *figures) {
	drawn, offered := map[string][]float64{}, map[string][]float64{}
	for range benchRuns {
		for _, journal := range []string{b.many, b.few} {
			w := b.open(b.mend, journal)
			w.unlock()
			w.settle()
			drawn[journal] = append(drawn[journal], w.drawEverything())
			w.settle()
			offered[journal] = append(offered[journal], w.summarise())
			w.close()
		}
	}
	all.compare("draw everything in Insights, 20000 entries, against 1", median(drawn[b.many]), median(drawn[b.few]), "ms", 0)
	all.compare("Insights to the choices of a summary, 20000 entries, against 1", median(offered[b.many]), median(offered[b.few]), "ms", 0)

	written := b.writeSummary()
	w := b.open(b.mend, b.many)
	w.unlock()
	w.settle()
	w.summarise()
	w.settle()
	all.compare("preview of a summary of 20000 entries, against the command that writes it", w.preview(), written, "s", 1.25)
	w.close()
}

// drawEverything goes to Insights and returns the milliseconds from the choice
// of everything until the first drawing shows, with the legend below it.
func (w benched) drawEverything() float64 {
	w.t.Helper()
	w.press("ctrl+5")
	w.settle()
	w.press("Tab", "Tab")
	w.settle()
	begin := time.Now()
	w.press("space")
	return w.waitFor("a drawing", begin, func() bool { return w.isInked(image.Rect(470, 395, 720, 450)) })
}

// summarise goes to the summary and returns the milliseconds until the entries
// that would be in it are listed.
func (w benched) summarise() float64 {
	w.t.Helper()
	begin := time.Now()
	w.press("ctrl+e")
	return w.waitFor("the entries of the summary", begin, func() bool { return w.isInked(image.Rect(740, 178, 1000, 240)) })
}

// preview asks for the pages of the summary, and returns the seconds until the
// first one shows.
func (w benched) preview() float64 {
	w.t.Helper()
	w.press("shift+Tab", "shift+Tab", "shift+Tab", "shift+Tab")
	w.settle()
	begin := time.Now()
	w.press("Return")
	shows := func() bool { return w.isInked(image.Rect(400, 120, 1100, 600)) }
	until(w.t, "the choices to go", patience, func() bool { return !shows() })
	until(w.t, "the first page", 10*patience, shows)
	return time.Since(begin).Seconds()
}

// writeSummary returns the seconds that the command takes to write the same
// summary.
func (b bench) writeSummary() float64 {
	b.t.Helper()
	h := newHome(b.t)
	c := commandLine{b.t, h, b.mend, b.many}
	begin := time.Now()
	c.run("summary", "--format", "pdf", "--out", h.path("summary.pdf"))
	return time.Since(begin).Seconds()
}
