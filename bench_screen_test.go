//go:build linux

package main_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"image"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"
)

const (
	benchRuns  = 5                     // real windows each figure is the median of
	startRuns  = 15                    // of a start alone, which is short and varies more
	benchKeys  = 200                   // keys pressed to measure one
	memoryWait = 10 * time.Second      // until memory is looked at
	glance     = 2 * time.Millisecond  // how often the screen is looked at
	tick       = 10 * time.Millisecond // the kernel's unit of a process's time
)

// benchWindows measures the real window on a virtual display, the toolkit's
// least window beside it.
func benchWindows(all *figures) {
	t := all.t
	b := bench{t: t, screen: newDisplay(t), mend: buildProgram(t), hello: buildHello(t)}
	b.blank = b.row()
	b.few, _ = b.journalOf("A line.")
	b.long, _ = b.journalOf(prose(100 << 10))
	var seconds float64
	b.many, seconds = b.journalOf(lifetimeTexts()...)
	all.add("import of 20000 entries, the program from start to end", seconds, "s")

	b.benchStart(all)
	var memory, helloMemory, shown, shownFew, listed, listedFew []float64
	for range benchRuns {
		h := b.open(b.hello)
		helloMemory = append(helloMemory, h.memoryLater())
		h.close()

		w := b.open(b.mend, b.many)
		shown = append(shown, w.unlock())
		memory = append(memory, w.memoryLater())
		listed = append(listed, w.list())
		w.close()

		w = b.open(b.mend, b.few)
		shownFew = append(shownFew, w.unlock())
		w.settle()
		listedFew = append(listedFew, w.list())
		w.close()
	}
	all.compare("unlock to Today, 20000 entries, against 1", median(shown), median(shownFew), "ms", 1.5)
	all.compare("Today to the list of entries, 20000 entries, against 1", median(listed), median(listedFew), "ms", 1.5)
	all.compare("memory 10 s after unlock, 20000 entries, against Fyne's hello", median(memory), median(helloMemory), "MB", 1.25)
	b.benchTyping(all)
	b.benchOverviews(all)
}

// benchStart measures the start of the program until its first frame.
func (b bench) benchStart(all *figures) {
	var frame, floor []float64
	for range startRuns {
		h := b.open(b.hello)
		floor = append(floor, h.framed)
		h.close()
		w := b.open(b.mend, b.many)
		frame = append(frame, w.framed)
		w.close()
	}
	all.compare("start to first frame, 20000 entries, against Fyne's hello", median(frame), median(floor), "ms", 1.5)
}

// benchTyping measures the processor's time for a key in the window, drawing in
// software included.
func (b bench) benchTyping(all *figures) {
	var short, long, field []float64
	for range benchRuns {
		w := b.open(b.hello, "1024")
		field = append(field, w.perKey())
		w.close()
		for journal, into := range map[string]*[]float64{b.few: &short, b.long: &long} {
			w := b.open(b.mend, journal)
			w.unlock()
			w.settle()
			w.list()
			w.press("Return")
			w.settle()
			*into = append(*into, w.perKey())
			w.close()
		}
	}
	all.compare("processor time of a key in an entry of 100KB, against a line", median(long), median(short), "ms", 1.25)
	all.compare("processor time of a key in an entry of 100KB, against Fyne's entry with 1KB", median(long), median(field), "ms", 0)
}

// bench is what the real windows are measured with.
type bench struct {
	t               *testing.T
	screen          *display
	mend, hello     string // the programs
	few, many, long string // journals
	blank           []byte // a row of the screen without a window
}

func buildHello(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "hello")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, ".ci/hello/main.go").CombinedOutput(); err != nil {
		t.Fatalf("build the toolkit's least window: %v\n%s", err, out)
	}
	return binary
}

// journalOf makes a journal of these texts through the program, and returns its
// path and the seconds that taking them in took.
func (b bench) journalOf(texts ...string) (journal string, seconds float64) {
	h := newHome(b.t)
	c := commandLine{b.t, h, b.mend, h.path("journal.mend")}
	c.run("new", "--role", "unsure")
	file := h.path("archive.json")
	if err := os.WriteFile(file, archiveOf(b.t, texts), 0o600); err != nil {
		b.t.Fatal(err)
	}
	begin := time.Now()
	c.run("import", file)
	return c.journal, time.Since(begin).Seconds()
}

// lifetimeTexts are as many texts as a person may write, of 2 KB on average.
func lifetimeTexts() []string {
	random := rand.New(rand.NewSource(1))
	texts := make([]string, lifetime)
	for i := range texts {
		texts[i] = prose(200 + random.Intn(3600))
	}
	return texts
}

// prose is text of n bytes in paragraphs of half a KB.
func prose(n int) string {
	const sentence = "We sat down late and said what there was to say, word by word. "
	return strings.Repeat(strings.Repeat(sentence, 8)+"\n", n/(8*len(sentence))+1)[:n]
}

// archiveOf is an archive of entries with these texts, four a day.
func archiveOf(t *testing.T, texts []string) []byte {
	t.Helper()
	type object map[string]any
	var entries []object
	at := time.Date(2010, 1, 1, 8, 0, 0, 0, time.UTC)
	for i, text := range texts {
		at = at.Add(6 * time.Hour)
		entries = append(entries, object{
			"id": uuid.NewSHA1(uuid.Nil, []byte(strconv.Itoa(i))), "at": at, "created": at, "edited": at,
			"title": "Evening " + strconv.Itoa(i), "body": text,
			"feelings": []object{{"word": "calm", "intensity": 1 + i%5}}, "tags": []string{"tag" + strconv.Itoa(i%12)},
		})
	}
	out, err := json.Marshal(object{
		"format": "mend-archive", "version": 1, "exported_at": at,
		"entries": entries, "ticks": []object{}, "stages": []object{}, "promises": []object{}, "goals": []object{},
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// row reads the middle row of the screen.
func (b bench) row() []byte {
	b.t.Helper()
	return b.rows(400, 401)
}

// rows reads the rows of the screen from one to before another, without the
// rest.
func (b bench) rows(from, to int) []byte {
	b.t.Helper()
	file, err := os.Open(b.screen.frames)
	if err != nil {
		b.t.Fatal(err)
	}
	defer file.Close()
	head := make([]byte, 100)
	if _, err := file.ReadAt(head, 0); err != nil {
		b.t.Fatal(err)
	}
	word := func(i int) int64 { return int64(binary.BigEndian.Uint32(head[4*i:])) }
	pixels := make([]byte, int64(to-from)*word(12))
	if _, err := file.ReadAt(pixels, word(0)+12*word(19)+int64(from)*word(12)); err != nil {
		b.t.Fatal(err)
	}
	return pixels
}

// benched is a program that is measured: nothing traces it.
type benched struct {
	*window
	bench
	framed float64 // milliseconds from start to first frame
}

// open starts a program on an empty screen and waits for its first frame.
func (b bench) open(binary string, args ...string) benched {
	b.t.Helper()
	until(b.t, "the screen to be empty", patience, func() bool { return bytes.Equal(b.row(), b.blank) })
	w := &window{display: b.screen, home: newHome(b.t), ended: make(chan struct{})}
	w.program = exec.Command(binary, args...)
	w.program.Env = w.home.environment("DISPLAY="+b.screen.name, "FYNE_THEME=light")
	w.program.Stderr = &w.said
	w.program.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	begin := time.Now()
	if err := w.program.Start(); err != nil {
		b.t.Fatal(err)
	}
	go func() { _ = w.program.Wait(); close(w.ended) }()
	b.t.Cleanup(func() {
		_ = syscall.Kill(-w.program.Process.Pid, syscall.SIGKILL) // gone already is fine
		<-w.ended
	})
	framed := b.waitFor("the first frame", begin, func() bool { return !bytes.Equal(b.row(), b.blank) })
	w.waitForFocus()
	return benched{w, b, framed}
}

// waitFor returns the milliseconds from begin until the screen is as asked for.
func (b bench) waitFor(what string, begin time.Time, holds func() bool) float64 {
	b.t.Helper()
	look := time.NewTicker(glance)
	defer look.Stop()
	for !holds() {
		if time.Since(begin) > patience {
			b.t.Fatalf("waited in vain for %s", what)
		}
		<-look.C
	}
	return float64(time.Since(begin)) / float64(time.Millisecond)
}

// unlock gives the passphrase and returns the milliseconds until Today is shown,
// the key's derivation among them.
func (w benched) unlock() float64 {
	w.t.Helper()
	w.write(passphrase)
	w.settle()
	begin := time.Now()
	w.press("Return")
	return w.waitFor("Today", begin, func() bool { return w.isInked(image.Rect(417, 60, 440, 180)) })
}

// list goes to the journal and returns the milliseconds until entries are listed.
func (w benched) list() float64 {
	w.t.Helper()
	begin := time.Now()
	w.press("ctrl+2")
	return w.waitFor("the list", begin, func() bool { return w.isInked(image.Rect(200, 150, 410, 240)) })
}

// isInked reports whether there is text on a part of the screen.
func (w benched) isInked(part image.Rectangle) bool {
	const width, enough = 1280 * 4, 100
	dark := 0
	for rows := w.rows(part.Min.Y, part.Max.Y); len(rows) >= width; rows = rows[width:] {
		for x := part.Min.X; x < part.Max.X; x++ {
			if p := rows[4*x:]; int(p[0])+int(p[1])+int(p[2]) < 300 {
				dark++
			}
		}
	}
	return dark > enough
}

// memoryLater returns the megabytes that the program holds once it has rested.
func (w benched) memoryLater() float64 {
	w.t.Helper()
	time.Sleep(memoryWait) // this is what is measured: what it holds after a rest
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", w.program.Process.Pid))
	if err != nil {
		w.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kilobytes, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
	if err != nil {
		w.t.Fatal(err)
	}
	return kilobytes / 1024
}

// perKey types and returns the milliseconds of the processor for a key.
func (w benched) perKey() float64 {
	w.t.Helper()
	w.slowly("some first words, so that nothing is new ")
	w.settle()
	before := w.spent()
	w.slowly(strings.Repeat("so it went on ", benchKeys/14+1)[:benchKeys])
	w.settle()
	return float64(w.spent()-before) / float64(time.Millisecond) / benchKeys
}

// spent is the time that processors worked for the program.
func (w benched) spent() time.Duration {
	w.t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", w.program.Process.Pid))
	if err != nil {
		w.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(stat), ") ") // the name may hold spaces
	words := strings.Fields(rest)
	user, err := strconv.Atoi(words[11])
	if err != nil {
		w.t.Fatal(err)
	}
	system, err := strconv.Atoi(words[12])
	if err != nil {
		w.t.Fatal(err)
	}
	return time.Duration(user+system) * tick
}

// close ends the program at once.
func (w benched) close() {
	w.t.Helper()
	w.kill()
}
