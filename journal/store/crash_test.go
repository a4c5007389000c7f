package store_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"mend/journal"
	"mend/journal/store"
	"mend/journal/vault"
)

// savingJournal names the variable that turns this test binary into a program
// that saves entries into the journal it names until it is killed.
const savingJournal = "MEND_TEST_SAVE_INTO"

func TestMain(m *testing.M) {
	for variable, program := range programs() {
		if path := os.Getenv(variable); path != "" {
			if err := program(path); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			os.Exit(0)
		}
	}
	if os.Getenv("MEND_SOAK") == "" {
		flag.Set("rapid.checks", "25") // a quarter of the default; each takes a tenth of a second
	}
	os.Exit(m.Run())
}

// saveForEver saves new entries and changes old ones, and says the id and the
// title of each as soon as it is saved.
func saveForEver(path string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, path, passphrase, store.Options{Vault: vault.InsecureTestOptions()})
	if err != nil {
		return err
	}
	var last journal.Entry
	for i := 0; ; i++ {
		text := strings.Repeat("saved and saved again ", i*37%900)
		if i%3 > 0 {
			last.Title, last.Body = fmt.Sprint(i), text
			last, err = s.UpdateEntry(ctx, last, i%2 == 0)
		} else {
			last, err = s.CreateEntry(ctx, journal.Entry{Title: fmt.Sprint(i), Body: text})
		}
		if err != nil {
			return err
		}
		fmt.Println(last.ID, last.Title)
	}
}

// TestKilled kills the program above at random moments. Every save that it
// acknowledged must be there for the next one, and all must be well.
func TestKilled(t *testing.T) {
	b := newBox(t)
	must(t, b.Close())
	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	acknowledged := map[uuid.UUID]string{}
	for range 10 {
		saves := killedAfter(t, b.path, 1+random.Intn(60), time.Duration(random.Intn(3000))*time.Microsecond)
		for id, title := range saves {
			acknowledged[id] = title
		}
		s, err := store.Open(t.Context(), b.path, passphrase, b.options())
		must(t, err)
		for id, title := range acknowledged {
			e, err := s.GetEntry(t.Context(), id)
			must(t, err)
			// The save after the last acknowledged one may be there too.
			if _, now := saves[id]; older(e.Title, title) || e.Title != title && !now {
				t.Errorf("entry %s was saved as %q and is %q", id, title, e.Title)
			}
			acknowledged[id] = e.Title
		}
		if findings, err := s.Check(t.Context(), nil); err != nil || len(findings) > 0 {
			t.Errorf("Check: %v, %v", findings, err)
		}
		must(t, s.Close())
	}
}

// older reports whether the number a is less than b.
func older(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b }

// killedAfter runs the saving program, kills it some time after it has
// acknowledged n saves, and returns what it acknowledged last of every entry.
func killedAfter(t *testing.T, path string, n int, more time.Duration) map[uuid.UUID]string {
	t.Helper()
	program, err := os.Executable()
	must(t, err)
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), savingJournal+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	saves := map[uuid.UUID]string{}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		id, title, _ := strings.Cut(lines.Text(), " ")
		saves[uuid.MustParse(id)] = title
		if n--; n == 0 {
			time.AfterFunc(more, func() { cmd.Process.Kill() })
		}
	}
	if err := cmd.Wait(); err == nil || n > 0 {
		t.Fatalf("the saving program ended by itself: %v", err)
	}
	return saves
}
