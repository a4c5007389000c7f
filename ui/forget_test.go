package ui_test

import (
	"sync/atomic"
	"testing"
	"time"

	"mend/ui"
)

func TestALockOverwritesWhatItLetGoOf(t *testing.T) {
	var rounds atomic.Int32
	h := enterWith(t, func(_ *house, p *ui.Ports) { p.Overwrite = func() { rounds.Add(1) } })
	h.unlock(passphrase)
	h.wait(3 * time.Minute)
	if n := rounds.Load(); n != 0 {
		t.Fatalf("an open journal is overwritten %d times", n)
	}
	h.command("Lock")
	h.wait(time.Second)
	if rounds.Load() == 0 {
		t.Fatal("nothing is overwritten after a lock")
	}
	h.wait(2 * time.Minute)
	soon := rounds.Load()
	if soon < 2 {
		t.Fatal("what the toolkit kept for a while is not overwritten")
	}
	h.unlock(passphrase)
	h.command("Lock")
	h.unlock(passphrase)
	h.wait(2 * time.Minute)
	if n := rounds.Load(); n != soon {
		t.Errorf("%d rounds go on though a journal is open", n-soon)
	}
}

func TestOpeningGivesBackWhatItTook(t *testing.T) {
	var times atomic.Int32
	h := enterWith(t, func(_ *house, p *ui.Ports) { p.GiveBack = func() { times.Add(1) } })
	h.wait(time.Minute)
	if n := times.Load(); n != 0 {
		t.Fatalf("a locked journal gives back %d times", n)
	}
	h.unlock(passphrase)
	h.command("Lock")
	h.wait(time.Minute)
	if n := times.Load(); n != 0 {
		t.Fatal("a lock does not call it off")
	}
	h.unlock(passphrase)
	h.wait(10 * time.Minute)
	if n := times.Load(); n != 1 {
		t.Errorf("memory is given back %d times after one unlock", n)
	}
}
