package dialogs_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/tasks"
	"mend/ui/widget"
)

// paper is a form with one field, and what came of it.
type paper struct {
	w      fyne.Window
	tasks  *tasks.Runner
	form   *dialogs.Form
	field  *widget.PasswordField
	work   func(context.Context, func(int64, int64)) error
	worked []string
	done   int
	closed int
}

func newPaper(t *testing.T) *paper {
	t.Helper()
	p := &paper{w: window(t), tasks: tasks.NewSync(), field: widget.NewPasswordField("")}
	p.form = dialogs.NewForm(p.w, p.tasks)
	p.form.Title, p.form.Verb, p.form.Doing = "A form", "Do it", "It is being done"
	p.form.Content, p.form.Focus, p.form.Inputs = p.field, p.field, []fyne.Disableable{p.field}
	p.form.Missing = func() (string, fyne.Focusable) {
		if p.field.Text == "" {
			return "Type something.", p.field
		}
		return "", nil
	}
	p.form.Act = func() dialogs.Work {
		text := p.field.Text
		return func(ctx context.Context, progress func(int64, int64)) error {
			p.worked = append(p.worked, text)
			return p.work(ctx, progress)
		}
	}
	p.form.OnDone = func() { p.done++ }
	p.form.OnClose = func() {
		p.closed++
		p.field.Clear()
	}
	p.field.OnChanged = func(string) { p.form.Unsay() }
	p.field.SetOnEnter(p.form.Submit)
	p.work = func(context.Context, func(int64, int64)) error { return nil }
	p.form.Open()
	return p
}

func (p *paper) submit(text string) {
	test.Type(p.w.Canvas().Focused(), text)
	press(p.w, fyne.KeyReturn)
}

func TestFormActsOnceItIsFilledIn(t *testing.T) {
	p := newPaper(t)
	p.submit("")
	if !strings.Contains(shown(p.w), "Type something.") || len(p.worked) > 0 {
		t.Fatalf("with nothing in it, it worked %d times and says %s", len(p.worked), shown(p.w))
	}
	p.work = func(context.Context, func(int64, int64)) error {
		if !strings.Contains(shown(p.w), "It is being done") || strings.Contains(shown(p.w), "Type something.") {
			t.Errorf("while it works it says %s", shown(p.w))
		}
		press(p.w, fyne.KeyReturn) // a key held down
		return nil
	}
	p.submit("words")
	if len(p.worked) != 1 || p.worked[0] != "words" || p.done != 1 || p.closed != 1 || dialogs.IsOpen(p.w) {
		t.Errorf("worked on %q, done %d times, closed %d times", p.worked, p.done, p.closed)
	}
}

func TestFormStaysWhenItFails(t *testing.T) {
	p := newPaper(t)
	p.work = func(context.Context, func(int64, int64)) error { return journal.ErrWrongPassphrase }
	p.submit("guess")
	if !strings.Contains(shown(p.w), "does not open") || p.done > 0 {
		t.Fatalf("done %d times; it says %s", p.done, shown(p.w))
	}
	if p.w.Canvas().Focused() != fyne.Focusable(p.field) || p.field.Disabled() || p.field.Text != "guess" {
		t.Error("what was typed can't be mended")
	}
	p.work = func(context.Context, func(int64, int64)) error { return nil }
	p.submit("ed")
	if p.done != 1 || p.worked[1] != "guessed" {
		t.Errorf("done %d times, with %q", p.done, p.worked)
	}
}

func TestFormCanBeStopped(t *testing.T) {
	for name, tt := range map[string]struct {
		heeds bool
		done  int
	}{
		"in time":  {true, 0},
		"too late": {false, 1}, // what is done can't be told to be stopped
	} {
		t.Run(name, func(t *testing.T) {
			p := newPaper(t)
			p.work = func(ctx context.Context, _ func(int64, int64)) error {
				press(p.w, fyne.KeyEscape)
				if !dialogs.IsOpen(p.w) {
					t.Error("it is gone before the work has stopped")
				}
				if tt.heeds {
					return ctx.Err()
				}
				return nil
			}
			p.submit("words")
			if p.done != tt.done || p.closed != 1 || dialogs.IsOpen(p.w) {
				t.Errorf("done %d times, closed %d times", p.done, p.closed)
			}
		})
	}
}

func TestFormIsTakenAwayWhileItWorks(t *testing.T) {
	for name, tt := range map[string]struct {
		fails error
		tells bool
	}{
		"and stops":  {context.Canceled, false},
		"and closes": {journal.ErrClosed, false},
		"and fails":  {journal.ErrNoSpace, true},
		"and ends":   {nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPaper(t)
			p.work = func(ctx context.Context, _ func(int64, int64)) error {
				dialogs.CloseAll(p.w)
				if ctx.Err() == nil {
					t.Error("the work is not told")
				}
				return tt.fails
			}
			p.submit("words")
			if p.done != 0 || p.closed != 1 || p.field.Text != "" {
				t.Errorf("done %d times, closed %d times", p.done, p.closed)
			}
			if dialogs.IsOpen(p.w) != tt.tells {
				t.Errorf("it tells of it: %t, want %t", !tt.tells, tt.tells)
			}
		})
	}
}

func TestFormShowsHowFarItIs(t *testing.T) {
	p := newPaper(t)
	p.work = func(_ context.Context, progress func(int64, int64)) error {
		before := test.RenderObjectToMarkup(p.w.Canvas().Overlays().Top())
		progress(1, 4)
		p.tasks.Advance(time.Second)
		quarter := test.RenderObjectToMarkup(p.w.Canvas().Overlays().Top())
		progress(4, 4)
		p.tasks.Advance(time.Second)
		if all := test.RenderObjectToMarkup(p.w.Canvas().Overlays().Top()); before == quarter || quarter == all {
			t.Error("the bar does not move")
		}
		return nil
	}
	p.submit("words")
	if p.done != 1 {
		t.Errorf("done %d times", p.done)
	}
}
