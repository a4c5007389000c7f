//go:build linux

package main_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
)

// benchVariable asks for the measurements, which take about a quarter of an
// hour and say little on a busy machine.
const benchVariable = "MEND_BENCH"

const (
	benchFolder = "build"
	lifetime    = 20_000  // entries a person may write in a lifetime
	stress      = 100_000 // entries nobody will write
)

// figure is one thing measured, beside the least it could be in the same run.
type figure struct {
	Name   string   `json:"name"`
	Value  float64  `json:"value"`
	Unit   string   `json:"unit"`
	Floor  *float64 `json:"floor"`  // in the same unit; nil: there is none
	Ratio  *float64 `json:"ratio"`  // of value to floor
	Target *float64 `json:"target"` // the most the ratio should be; nil: only reported
	OK     *bool    `json:"ok"`     // whether it is; nil without a target
}

// figures collects what is measured.
type figures struct {
	t    *testing.T
	list []figure
}

func (f *figures) add(name string, value float64, unit string) {
	f.list = append(f.list, figure{Name: name, Value: value, Unit: unit})
	f.t.Logf("%s: %.4g %s", name, value, unit)
}

// compare adds a value with its floor. A target of 0 is none.
func (f *figures) compare(name string, value, floor float64, unit string, target float64) {
	f.t.Helper()
	if floor <= 0 || value <= 0 {
		f.t.Fatalf("%s: %v of %v is no measurement", name, value, floor)
	}
	ratio := value / floor
	row := figure{Name: name, Value: value, Unit: unit, Floor: &floor, Ratio: &ratio}
	if target > 0 {
		ok := ratio <= target
		row.Target, row.OK = &target, &ok
	}
	f.list = append(f.list, row)
	f.t.Logf("%s: %.4g of %.4g %s, %.2f times", name, value, floor, unit, ratio)
}

// TestBench measures every size that is to hold, each in one run with its
// floor, and leaves a table. It judges nothing: a figure that misses its target
// says so in the table. It fails where something can't be measured.
func TestBench(t *testing.T) {
	if os.Getenv(benchVariable) == "" {
		t.Skip("make bench measures")
	}
	needWindowTools(t)
	all := &figures{}
	for _, part := range []struct {
		name    string
		measure func(*figures)
	}{{"editor", benchEditor}, {"store", benchStore}, {"summary", benchSummary}, {"insights", benchInsights}, {"window", benchWindows}} {
		t.Run(part.name, func(t *testing.T) {
			all.t = t
			part.measure(all)
		})
	}
	all.t = t
	all.write(benchFolder)
}

// write leaves the figures as build/bench.json and prints them as a table.
func (f *figures) write(folder string) {
	f.t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		f.t.Fatal(err)
	}
	out, err := json.MarshalIndent(f.list, "", "  ")
	if err != nil {
		f.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "bench.json"), append(out, '\n'), 0o644); err != nil {
		f.t.Fatal(err)
	}
	fmt.Printf("\n%s, %d cores; medians, each beside its floor of the same run\n\n", runtime.GOARCH, runtime.NumCPU())
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "what\tmeasured\tfloor\tratio\ttarget\t")
	for _, row := range f.list {
		fmt.Fprintf(table, "%s\t%s %s\t%s\t%s\t%s\t%s\n", row.Name, short(&row.Value), row.Unit,
			short(row.Floor), short(row.Ratio), short(row.Target), verdict(row.OK))
	}
	table.Flush()
}

// short writes a number with three digits that count.
func short(n *float64) string {
	if n == nil {
		return ""
	}
	digits := max(0, 2-int(math.Floor(math.Log10(math.Abs(*n)))))
	return strconv.FormatFloat(*n, 'f', min(digits, 4), 64)
}

func verdict(ok *bool) string {
	switch {
	case ok == nil:
		return ""
	case *ok:
		return "held"
	}
	return "MISSED"
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// benchmarks holds what the benchmarks of a package measured: by name and unit,
// the figure of each run.
type benchmarks map[string]map[string][]float64

// runBenchmarks runs the benchmarks of a package that the pattern names.
func runBenchmarks(t *testing.T, folder, pattern string, runs int, length string, environment ...string) benchmarks {
	t.Helper()
	c := exec.CommandContext(t.Context(), "go", "test", "-run", "^$", "-bench", pattern,
		"-count", strconv.Itoa(runs), "-benchtime", length, "-timeout", "60m", "./"+folder)
	c.Env = append(os.Environ(), environment...)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("the benchmarks of %s: %v\n%s", folder, err, out)
	}
	return parseBenchmarks(string(out))
}

// parseBenchmarks reads the lines of `go test -bench`: a name with the number of
// processors, the number of rounds, and pairs of a figure and its unit.
func parseBenchmarks(out string) benchmarks {
	found := benchmarks{}
	for line := range strings.Lines(out) {
		words := strings.Fields(line)
		if len(words) < 4 || !strings.HasPrefix(words[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(words[0], "Benchmark")
		if cut := strings.LastIndexByte(name, '-'); cut > 0 {
			name = name[:cut]
		}
		if found[name] == nil {
			found[name] = map[string][]float64{}
		}
		for i := 2; i+1 < len(words); i += 2 {
			if value, err := strconv.ParseFloat(words[i], 64); err == nil {
				found[name][words[i+1]] = append(found[name][words[i+1]], value)
			}
		}
	}
	return found
}

// times returns the median of what a benchmark took, in the unit of which there
// are so many nanoseconds.
func (b benchmarks) times(t *testing.T, name string, nanoseconds float64) float64 {
	t.Helper()
	runs := b[name]["ns/op"]
	if len(runs) == 0 {
		t.Fatalf("no benchmark named %s ran", name)
	}
	return median(runs) / nanoseconds
}

func TestParseBenchmarks(t *testing.T) {
	got := parseBenchmarks("goos: linux\nBenchmarkKey/1MB-2  \t 100\t  17000 ns/op\t 3.5 MB\nBenchmarkKey/1MB-2 \t 90 \t 19000 ns/op\nBenchmarkNoise\nPASS\n")
	if got.times(t, "Key/1MB", 1000) != 18 || median(got["Key/1MB"]["MB"]) != 3.5 || len(got) != 1 {
		t.Errorf("read %v", got)
	}
	for want, n := range map[string]float64{"0.123": 0.1234, "12.3": 12.34, "1235": 1234.6, "0.0012": 0.00123} {
		if got := short(&n); got != want {
			t.Errorf("%v is written %q, want %q", n, got, want)
		}
	}
}
