//go:build linux

package main_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

const (
	microsecond = 1e3 // nanoseconds
	millisecond = 1e6
	second      = 1e9
)

// benchEditor holds a key press in the writing surface against the toolkit's
// own text field with 1 KB in it, and opening a text against an empty one.
func benchEditor(all *figures) {
	const runs = 5
	floors := runBenchmarks(all.t, "ui/editor", "^BenchmarkKeyFyne$", runs, "300ms")
	floor := floors.times(all.t, "KeyFyne", microsecond)
	ran := runBenchmarks(all.t, "ui/editor", "^Benchmark(Key|Open|Scroll)$/^(1KB|10KB|100KB|1MB|OneParagraph100000|Blank)$", runs, "300ms")
	for _, size := range []string{"1KB", "10KB", "100KB", "1MB", "OneParagraph100000"} {
		all.compare("key press in "+size+", against Fyne's entry with 1KB", ran.times(all.t, "Key/"+size, microsecond), floor, "µs", 0.2)
	}
	all.compare("key press in 1MB, against 1KB", ran.times(all.t, "Key/1MB", microsecond), ran.times(all.t, "Key/1KB", microsecond), "µs", 1.5)
	all.compare("open a text of 100KB, against none", ran.times(all.t, "Open/100KB", microsecond), ran.times(all.t, "Open/Blank", microsecond), "µs", 2)
	all.compare("a step of scrolling in 1MB, against 1KB", ran.times(all.t, "Scroll/1MB", microsecond), ran.times(all.t, "Scroll/1KB", microsecond), "µs", 0)
}

// benchStore holds the sealed journal against the same schema in a plain file,
// and a hundred thousand entries against a lifetime's.
func benchStore(all *figures) {
	const runs = 5
	const each = `^BenchmarkStore$/^(sealed|plain)$/^(open\+list50|search-(b|ba|bake|3words|rare)|create|update-2000)$`
	folder := all.t.TempDir() // the journals are filled once and kept for every run
	at := map[int]benchmarks{}
	for _, n := range []int{lifetime, stress} {
		at[n] = runBenchmarks(all.t, "journal/store", each, runs, "20x",
			"MEND_BENCH_ENTRIES="+strconv.Itoa(n), "MEND_BENCH_FOLDER="+folder)
	}
	for _, row := range []struct {
		what, name string
		target     float64
	}{
		{"open and list the first entries", "open+list50", 2},
		{"search for 1 letter", "search-b", 1.5},
		{"search for 2 letters", "search-ba", 1.5},
		{"search for 4 letters", "search-bake", 1.5},
		{"search for 3 words", "search-3words", 1.5},
		{"search for a rare word", "search-rare", 1.5},
		{"save a new entry", "create", 2},
		{"save a change to an entry of 2KB", "update-2000", 2},
	} {
		for _, n := range []int{lifetime, stress} {
			all.compare(fmt.Sprintf("%s, of %d", row.what, n), at[n].times(all.t, "Store/sealed/"+row.name, millisecond),
				at[n].times(all.t, "Store/plain/"+row.name, millisecond), "ms", row.target)
		}
	}
	all.compare("open and list, 100000 against 20000", at[stress].times(all.t, "Store/sealed/open+list50", millisecond),
		at[lifetime].times(all.t, "Store/sealed/open+list50", millisecond), "ms", 1.5)
}

// benchSummary measures a summary of many entries; twice as many should take
// twice as long.
func benchSummary(all *figures) {
	ran := runBenchmarks(all.t, "journal/summary", "^BenchmarkPrint$/^(pdf|html|md)$/^(1000|2000)$", 3, "1x")
	for _, format := range []string{"pdf", "html", "md"} {
		name := "Print/" + format + "/"
		all.add("summary of 1000 entries as "+strings.ToUpper(format), ran.times(all.t, name+"1000", second), "s")
		all.add("its size", median(ran[name+"1000"]["MB"]), "MB")
		all.compare("2000 entries as "+strings.ToUpper(format)+", against 1000", ran.times(all.t, name+"2000", second),
			ran.times(all.t, name+"1000", second), "s", 2.3)
	}
	ran = runBenchmarks(all.t, "journal/summary", "^BenchmarkPrint$/^pdf$/^(1000|20000)$", 1, "1x")
	all.compare("summary of 20000 entries as PDF, against 20 times 1000", ran.times(all.t, "Print/pdf/20000", second),
		20*ran.times(all.t, "Print/pdf/1000", second), "s", 1.3)
	all.add("its size", median(ran["Print/pdf/20000"]["MB"]), "MB")
}

// benchInsights measures what is drawn over time: a lifetime's entries against a
// thousand, and each kind of drawing with twenty years in it.
func benchInsights(all *figures) {
	ran := runBenchmarks(all.t, "journal", "^BenchmarkInsights$", 5, "5x")
	all.compare("compute the charts of 20000 entries, against 20 times 1000", ran.times(all.t, "Insights/20000", millisecond),
		20*ran.times(all.t, "Insights/1000", millisecond), "ms", 1.5)
	ran = runBenchmarks(all.t, "journal/chart", "^BenchmarkImage$", 5, "5x")
	for _, kind := range []string{"rows", "panels", "calendar"} {
		all.add("draw twenty years as "+kind, ran.times(all.t, "Image/"+kind, millisecond), "ms")
	}
	ran = runBenchmarks(all.t, "journal/store", "^BenchmarkFacts$", 5, "5x")
	all.add("read the facts of 20000 entries", ran.times(all.t, "Facts", millisecond), "ms")
}

func TestMedian(t *testing.T) {
	for want, values := range map[float64][]float64{0: nil, 2: {9, 1, 2}, 2.5: {4, 1, 2, 3}} {
		if got := median(values); got != want {
			t.Errorf("%v of %v, want %v", got, values, want)
		}
	}
}
