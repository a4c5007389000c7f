package tasks_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"fyne.io/fyne/v2/test"

	"mend/ui/tasks"
)

// trace collects what happened, from any goroutine.
type trace struct {
	mu   sync.Mutex
	list []int
}

func (t *trace) add(i int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.list = append(t.list, i)
}

func (t *trace) all() []int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return append([]int(nil), t.list...)
}

func TestRunKeepsTheOrder(t *testing.T) {
	test.NewTempApp(t)
	r := tasks.New()
	defer r.Stop()
	var got trace
	var want []int
	for i := range 200 {
		want = append(want, i)
		r.Run(func(context.Context) { got.add(i) }, nil)
	}
	r.Wait()
	if diff := cmp.Diff(want, got.all()); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestDoneFollowsItsWork(t *testing.T) {
	test.NewTempApp(t)
	for name, start := range map[string]func(*tasks.Runner, func(context.Context), func()){
		"Run": (*tasks.Runner).Run,
		"Go":  (*tasks.Runner).Go,
	} {
		t.Run(name, func(t *testing.T) {
			r := tasks.New()
			defer r.Stop()
			worked := false
			finished := make(chan bool)
			start(r, func(context.Context) { worked = true }, func() { finished <- worked })
			if !<-finished {
				t.Error("done ran before its work")
			}
		})
	}
}

func TestWaitNeedsNoDone(t *testing.T) {
	test.NewTempApp(t)
	r := tasks.New()
	defer r.Stop()
	hold := make(chan struct{})
	var got trace
	r.Run(func(context.Context) { <-hold; got.add(1) }, nil)
	r.Run(func(context.Context) { got.add(2) }, nil)
	close(hold)
	r.Wait()
	if diff := cmp.Diff([]int{1, 2}, got.all()); diff != "" {
		t.Errorf("after Wait (-want +got):\n%s", diff)
	}
}

func TestFinishWorksOffAndShowsNothing(t *testing.T) {
	test.NewTempApp(t)
	r := tasks.New()
	defer r.Stop()
	var got trace
	r.Run(func(context.Context) { got.add(1) }, nil)
	r.Finish()
	r.After(time.Nanosecond, func() { got.add(-1) })
	r.Run(func(ctx context.Context) {
		if ctx.Err() == nil {
			got.add(2)
		}
	}, func() { got.add(-2) })
	r.Run(func(context.Context) { got.add(3) }, nil)
	r.Finish()
	if diff := cmp.Diff([]int{1, 2, 3}, got.all()); diff != "" {
		t.Errorf("after Finish (-want +got):\n%s", diff)
	}
}

func TestPanicInWorkIsReported(t *testing.T) {
	test.NewTempApp(t)
	for name, start := range map[string]func(*tasks.Runner, func(context.Context), func()){
		"Run": (*tasks.Runner).Run, "Go": (*tasks.Runner).Go,
	} {
		t.Run(name, func(t *testing.T) {
			r := tasks.New()
			defer r.Stop()
			var got trace
			told := make(chan struct{})
			r.OnPanic(func(fault any) { got.add(fault.(int)) }, func() { close(told) })
			start(r, func(context.Context) { panic(1) }, func() { got.add(-1) })
			<-told
			r.Run(func(context.Context) { got.add(2) }, nil) // the worker goes on
			r.Wait()
			if diff := cmp.Diff([]int{1, 2}, got.all()); diff != "" {
				t.Errorf("after a panic (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWaitOnNothingReturns(t *testing.T) {
	r := tasks.New()
	r.Wait()
	r.Stop()
	r.Wait()
}

func TestStopCancelsAndDropsDone(t *testing.T) {
	test.NewTempApp(t)
	r := tasks.New()
	begun := make(chan struct{})
	var got trace
	r.Run(func(ctx context.Context) {
		close(begun)
		<-ctx.Done()
		got.add(1)
	}, func() { got.add(-1) })
	r.Run(func(ctx context.Context) {
		if ctx.Err() != nil {
			got.add(2)
		}
	}, func() { got.add(-2) })
	<-begun
	r.Stop()
	r.Stop()
	r.Wait()
	r.Run(func(context.Context) { got.add(-3) }, nil)
	r.Go(func(context.Context) { got.add(-4) }, nil)
	r.Wait()
	if diff := cmp.Diff([]int{1, 2}, got.all()); diff != "" {
		t.Errorf("after Stop (-want +got):\n%s", diff)
	}
}

func TestAfterFiresAndCancels(t *testing.T) {
	test.NewTempApp(t)
	r := tasks.New()
	defer r.Stop()
	var got trace
	fired := make(chan struct{})
	cancel := r.After(time.Hour, func() { got.add(1) })
	cancel()
	cancel()
	r.After(time.Nanosecond, func() { close(fired) })
	<-fired
	if n := len(got.all()); n != 0 {
		t.Errorf("a cancelled timer fired %d times", n)
	}
}

func TestEveryFiresUntilStopped(t *testing.T) {
	test.NewTempApp(t)
	r := tasks.New()
	defer r.Stop()
	ticks := make(chan struct{})
	over := make(chan struct{})
	stop := r.Every(time.Nanosecond, func() {
		select {
		case ticks <- struct{}{}:
		case <-over:
		}
	})
	<-ticks
	<-ticks
	close(over)
	stop()
	stop()
}

func TestSyncRunsAtOnce(t *testing.T) {
	r := tasks.NewSync()
	var got trace
	r.Run(func(context.Context) { got.add(1) }, func() { got.add(2) })
	r.Go(func(context.Context) { got.add(3) }, func() { got.add(4) })
	if diff := cmp.Diff([]int{1, 2, 3, 4}, got.all()); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestSyncAfterStopDoesNothing(t *testing.T) {
	r := tasks.NewSync()
	var got trace
	r.After(time.Second, func() { got.add(1) })
	r.Run(func(context.Context) { r.Stop() }, func() { got.add(2) })
	r.Advance(time.Minute)
	if n := len(got.all()); n != 0 {
		t.Errorf("%d functions ran after Stop", n)
	}
}

func TestAdvanceFiresInOrderOfTime(t *testing.T) {
	r := tasks.NewSync()
	var got trace
	r.After(3*time.Second, func() { got.add(3) })
	r.After(time.Second, func() {
		got.add(1)
		r.After(time.Second, func() { got.add(2) })
	})
	cancel := r.After(2*time.Second, func() { got.add(-1) })
	cancel()
	stop := r.Every(4*time.Second, func() { got.add(4) })
	r.Advance(9 * time.Second)
	stop()
	r.Advance(time.Minute)
	if diff := cmp.Diff([]int{1, 2, 3, 4, 4}, got.all()); diff != "" {
		t.Errorf("fired (-want +got):\n%s", diff)
	}
}

func TestAdvanceInPartsIsAdvanceAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		every := time.Duration(rapid.IntRange(1, 50).Draw(t, "every"))
		parts := rapid.SliceOfN(rapid.IntRange(0, 60), 1, 20).Draw(t, "parts")
		count, total := 0, 0
		r := tasks.NewSync()
		r.Every(every, func() { count++ })
		for _, part := range parts {
			r.Advance(time.Duration(part))
			total += part
		}
		if want := total / int(every); count != want {
			t.Errorf("fired %d times in %d, every %d; want %d", count, total, every, want)
		}
	})
}
