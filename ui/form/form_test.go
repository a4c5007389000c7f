package form_test

import (
	"maps"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/ui/form"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// bench is a form in a window, with a clock that the test turns.
type bench struct {
	*form.Form
	t       *testing.T
	win     fyne.Window
	tasks   *tasks.Runner
	role    journal.Role
	passed  time.Duration
	changes int
}

func newBench(t *testing.T, values map[string]string) *bench {
	t.Helper()
	b := &bench{t: t, tasks: tasks.NewSync(), role: journal.Hurt}
	start := time.Date(2026, 11, 21, 21, 40, 0, 0, time.UTC)
	b.win = uitest.NewWindow(t)
	scroll := container.NewVScroll(nil)
	b.Form = form.New(form.Deps{
		Focus: func(o fyne.Focusable) { b.win.Canvas().Focus(o) }, Every: b.tasks.Every,
		Now:      func() time.Time { return start.Add(b.passed) },
		Role:     func() journal.Role { return b.role },
		Families: []journal.FeelingFamily{{ID: "hurt", Title: "Hurt", Words: []string{"hurt", "betrayed"}}},
	}, scroll)
	b.OnChanged = func() { b.changes++ }
	scroll.Content = b.Content()
	b.win.SetContent(scroll)
	b.win.Resize(fyne.NewSize(700, 600))
	b.Show(page(), values)
	return b
}

func (b *bench) wait(d time.Duration) {
	b.passed += d
	b.tasks.Advance(d)
}

func (b *bench) focus(o fyne.Focusable) { b.win.Canvas().Focus(o) }

func (b *bench) write(text string) { test.Type(b.win.Canvas().Focused(), text) }

func (b *bench) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// expect compares the values with those wanted.
func (b *bench) expect(want map[string]string) {
	b.t.Helper()
	if diff := cmp.Diff(want, b.Values()); diff != "" {
		b.t.Errorf("values (-want +got):\n%s", diff)
	}
}

func page() journal.Page {
	return journal.Page{ID: "all", Title: "All", About: "About it.", Caution: "Gently.", Ending: "Enough.", Fields: []journal.PageField{
		{Key: "text", Kind: journal.FieldText, Label: "What?", Marks: []string{"but", "you made me"}, MarkHint: "Read it again."},
		{Key: "rating", Kind: journal.FieldRating, Label: "How sure?", Low: "a guess", High: "they told me", Group: "Part two"},
		{Key: "at", Kind: journal.FieldDate, Clock: true, Soon: []string{"20m", "3h", "24h", "168h"}, Label: "When?"},
		{Key: "day", Kind: journal.FieldDate, Soon: []string{"72h"}, Label: "Which day?"},
		{Key: "choice", Kind: journal.FieldChoice, Label: "How does it stand?", Options: []journal.Option{
			{ID: "draft", Label: "A draft"}, {ID: "ready", Label: "Ready", Until: "at"}}},
		{Key: "list", Kind: journal.FieldChecklist, Label: "What helps?", Options: []journal.Option{
			{ID: "walk", Label: "A walk"}, {ID: "water", Label: "Water"}}},
		{Key: "felt", Kind: journal.FieldFeelings, Label: "What was felt?"},
		{Key: "sides", Kind: journal.FieldSideBySide, Label: "From each side?", Left: "Mine", Right: "Theirs"},
		{Key: "theirs", Kind: journal.FieldText, Label: "What did you do?", For: journal.ForCaused},
	}}
}

func full() map[string]string {
	return map[string]string{
		"text": "one\r\ntwo  ", "rating": "4", "at": "2026-11-22T08:00:00.5+02:00", "day": "2026-12-24", "choice": "my own",
		"list": "water\nsomething\nwalk", "felt": "let down:2\nhurt:5", "sides": "a\n||\nb", "unknown": "from before",
	}
}

func TestShowingChangesNothing(t *testing.T) {
	b := newBench(t, full())
	b.expect(full())
	if b.changes != 0 {
		t.Errorf("told %d changes", b.changes)
	}
	b.Show(journal.Page{}, nil)
	if b.Values() != nil {
		t.Error("values without a page")
	}
}

func TestUnknownValuesStayBesideAChange(t *testing.T) {
	b := newBench(t, full())
	b.focus(b.Area("text"))
	b.write("zero ")
	want := maps.Clone(full())
	want["text"] = "zero one\r\ntwo  "
	b.expect(want)
	if b.Rest() != 1 {
		t.Errorf("%d texts of another version are shown", b.Rest())
	}
}

func TestEveryKindIsAnsweredByKeys(t *testing.T) {
	b := newBench(t, nil)
	if !b.FocusFirst() || b.win.Canvas().Focused() != fyne.Focusable(b.Area("text")) {
		t.Fatal("the first question has no focus")
	}
	b.write("I am sorry")
	b.focus(b.Rating("rating"))
	b.write("3")
	day, clock, _ := b.Date("at")
	b.focus(day)
	b.write("24 December 2026")
	b.focus(clock)
	b.write("9:05")
	b.focus(b.Choices("choice"))
	b.press(fyne.KeyDown)
	b.focus(b.Boxes("list")[1])
	b.press(fyne.KeySpace)
	b.focus(b.OwnWords("list"))
	b.write("call my sister")
	b.press(fyne.KeyReturn)
	b.write("sleep")
	b.focus(b.Chip("+ Name a feeling"))
	b.press(fyne.KeyReturn)
	b.write("thin-skinned")
	b.press(fyne.KeyReturn)
	b.write("5")
	left, right := b.Sides("sides")
	b.focus(left)
	b.write("mine")
	b.focus(right)
	b.write("theirs")
	b.expect(map[string]string{
		"text": "I am sorry", "rating": "3", "at": "2026-12-24T09:05:00Z", "choice": "draft",
		"list": "water\ncall my sister\nsleep", "felt": "thin-skinned:5", "sides": "mine\n||\ntheirs",
	})
	for key, value := range b.Values() {
		if f, _ := page().Field(key); f.Check(value) != nil {
			t.Errorf("%s can't be kept: %q", key, value)
		}
	}
}

func TestAnswersAreTakenBack(t *testing.T) {
	b := newBench(t, map[string]string{"rating": "4", "choice": "draft", "list": "walk\nown", "felt": "hurt:3", "day": "2026-12-24"})
	b.focus(b.Rating("rating"))
	b.press(fyne.KeyDelete)
	b.focus(b.Choices("choice"))
	b.press(fyne.KeyBackspace)
	for _, box := range b.Boxes("list") {
		if box.Ticked {
			b.focus(box)
			b.press(fyne.KeySpace)
		}
	}
	b.focus(b.Chip("hurt · medium"))
	b.press(fyne.KeyDelete)
	day, _, _ := b.Date("day")
	b.focus(day)
	day.SelectAll()
	b.press(fyne.KeyBackspace)
	if got := b.Values(); got != nil {
		t.Errorf("%v is left", got)
	}
}

func TestOwnWordsAndOptionsTakeTurns(t *testing.T) {
	b := newBench(t, nil)
	b.focus(b.Choices("choice"))
	b.press(fyne.KeySpace)
	b.focus(b.OwnWords("choice"))
	b.write("nearly")
	b.expect(map[string]string{"choice": "nearly"})
	b.focus(b.Choices("choice"))
	b.press(fyne.KeySpace)
	b.expect(map[string]string{"choice": "draft"})
	if b.OwnWords("choice").Text != "" {
		t.Error("two answers are shown")
	}
}

func TestDates(t *testing.T) {
	b := newBench(t, nil)
	b.Chip("in 20 minutes").Tapped(nil)
	b.expect(map[string]string{"at": "2026-11-21T22:00:00Z"})
	if _, _, said := b.Date("at"); said != "Saturday 21 November 2026, 22:00" {
		t.Errorf("said %q", said)
	}
	b.Chip("in 3 days").Tapped(nil)
	b.expect(map[string]string{"at": "2026-11-21T22:00:00Z", "day": "2026-11-24"})
	calendar, open := b.Calendar("day")
	b.focus(open)
	b.press(fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn)
	b.expect(map[string]string{"at": "2026-11-21T22:00:00Z", "day": "2026-11-25"})
	if b.win.Canvas().Focused() != fyne.Focusable(open) || calendar.Visible() && open.Selected {
		t.Error("the calendar stays open")
	}
}

// retype types another text into a field.
func (b *bench) retype(field *widget.Field, text string) {
	b.focus(field)
	field.SelectAll()
	b.write(text)
}

// offered returns the spans that are offered for a date, that with a tick in
// brackets.
func (b *bench) offered(key string) string {
	var texts []string
	for _, chip := range b.Spans(key) {
		if chip.Selected {
			texts = append(texts, "["+chip.Text+"]")
		} else {
			texts = append(texts, chip.Text)
		}
	}
	return strings.Join(texts, ", ")
}

func TestSpansSayWhichOneIsMeant(t *testing.T) {
	b := newBench(t, map[string]string{"day": "2026-11-24"})
	const all = "in 20 minutes, in 3 hours, in a day, in a week"
	if got := b.offered("day"); got != "[in 3 days]" {
		t.Errorf("a kept day is offered as %s", got)
	}
	if b.offered("at") != all {
		t.Errorf("offered are %s", b.offered("at"))
	}
	b.Chip("in 3 hours").Tapped(nil)
	b.wait(time.Minute)
	if got := b.offered("at"); got != "in 20 minutes, [in 3 hours], in a day, in a week" {
		t.Errorf("after a choice: %s", got)
	}
	_, clock, _ := b.Date("at")
	if b.retype(clock, "23:00"); b.offered("at") != all {
		t.Errorf("after another time: %s", b.offered("at"))
	}
	p := page()
	for i, f := range p.Fields {
		p.Fields[i].Lasts = f.Key == "day"
	}
	if b.Show(p, nil); b.offered("day") != "3 days" || b.offered("at") != all {
		t.Errorf("how long: %s", b.offered("day"))
	}
}

// One press does not put another moment in the place of one that has come.
func TestSpansArePutAwayOnceTheMomentIsPast(t *testing.T) {
	b := newBench(t, map[string]string{"at": "2026-11-21T22:00:00Z", "day": "2026-11-21", "choice": "draft"})
	if b.offered("at") == "" || b.offered("day") != "" {
		t.Errorf("offered are %q and %q", b.offered("at"), b.offered("day"))
	}
	b.wait(21 * time.Minute)
	if got := b.offered("at"); got != "" {
		t.Errorf("when it has come, %s is offered", got)
	}
	day, _, _ := b.Date("at")
	if b.retype(day, "2026-11-2"); b.offered("at") != "" {
		t.Error("it comes back while a day is typed")
	}
	if b.retype(day, "2026-11-28"); b.offered("at") == "" {
		t.Error("for another moment nothing is offered")
	}
}

func TestWhatIsNoDateIsKeptAndTold(t *testing.T) {
	b := newBench(t, nil)
	day, _, _ := b.Date("at")
	b.focus(day)
	b.write("next Friday")
	b.expect(map[string]string{"at": "next Friday"})
	if _, _, said := b.Date("at"); said != "Write the day as 3 November 2026 or 2026-11-03." {
		t.Errorf("said %q", said)
	}
	b.Show(page(), b.Values())
	if day, _, _ := b.Date("at"); day.Text != "next Friday" {
		t.Errorf("shown again as %q", day.Text)
	}
	day, clock, _ := b.Date("at")
	day.SetText("2026-12-01")
	b.focus(clock)
	b.write("noon")
	b.expect(map[string]string{"at": "2026-12-01 noon"})
}

func TestMarksAreToldAndBlockNothing(t *testing.T) {
	for text, want := range map[string]string{
		"I am sorry":                    "",
		"I am sorry, BUT":               "“but”: Read it again.",
		"the button":                    "",
		"but you  made\tme do it":       "“but”, “you made me”: Read it again.",
		"übut":                          "",
		"you made mean faces":           "",
		"yes — but\nyou made\nme, so “": "“but”, “you made me”: Read it again.",
	} {
		b := newBench(t, map[string]string{"text": text})
		if got := b.Told("text"); got != want {
			t.Errorf("%q: told %q, want %q", text, got, want)
		}
		b.focus(b.Area("text"))
		b.write("x")
		if b.Values()["text"] != "x"+text {
			t.Errorf("%q can't be written on", text)
		}
	}
	b := newBench(t, nil)
	b.focus(b.Area("text"))
	b.write("but")
	if b.Told("text") == "" {
		t.Error("nothing is told while it is written")
	}
	b.press(fyne.KeyBackspace)
	if b.Told("text") != "" {
		t.Error("it is still told")
	}
}

func TestAnAnswerWaitsForItsMoment(t *testing.T) {
	b := newBench(t, map[string]string{"at": "2026-11-21T22:00:00Z", "choice": "draft"})
	about := func() string { return b.Choices("choice").Options[1].About }
	b.focus(b.Choices("choice"))
	b.press(fyne.KeyDown)
	b.expect(map[string]string{"at": "2026-11-21T22:00:00Z", "choice": "draft"})
	if about() != "This can be chosen from Saturday 21 November 2026, 22:00 on." {
		t.Errorf("said %q", about())
	}
	b.wait(19 * time.Minute)
	if b.press(fyne.KeyDown); b.Values()["choice"] != "draft" {
		t.Error("it is chosen before")
	}
	b.wait(61 * time.Second)
	if b.press(fyne.KeyDown); b.Values()["choice"] != "ready" || about() != "" {
		t.Errorf("it can't be chosen: %q", about())
	}
	day, _, _ := b.Date("at")
	b.retype(day, "2026-11-28") // it may rest longer
	if b.Values()["choice"] != "ready" || about() == "" {
		t.Errorf("after another date: %v, %q", b.Values(), about())
	}
}

func TestQuestionsFollowTheRole(t *testing.T) {
	b := newBench(t, nil)
	if b.Asks("theirs") {
		t.Error("the hurt person is asked what the other did")
	}
	b.Show(page(), map[string]string{"theirs": "I wrote this when I saw it differently."})
	if !b.Asks("theirs") {
		t.Error("what was answered is not shown")
	}
	b.role = journal.Both
	if b.Show(page(), nil); !b.Asks("theirs") {
		t.Error("who is both is not asked")
	}
}

func TestLongTextStaysLowAndWhole(t *testing.T) {
	long := ""
	for range 20000 {
		long += "word "
	}
	b := newBench(t, map[string]string{"text": long})
	if h := b.Area("text").Size().Height; h > 500 {
		t.Errorf("it is %v high", h)
	}
	b.focus(b.Area("text"))
	b.Area("text").CaretToEnd()
	b.write("end")
	if b.Values()["text"] != long+"end" {
		t.Error("the text is not what was written")
	}
}

func TestPlain(t *testing.T) {
	now := time.Date(2026, 11, 21, 21, 40, 0, 0, time.UTC)
	want := []string{
		"What?\none\r\ntwo", "How sure?\n4 of 5", "When?\nSunday 22 November 2026, 06:00",
		"Which day?\nThursday 24 December 2026", "How does it stand?\nmy own", "What helps?\n– Water\n– something\n– A walk",
		"What was felt?\nlet down · light, hurt · overwhelming", "From each side?\nMine:\na\nTheirs:\nb", "Unknown\nfrom before",
	}
	if diff := cmp.Diff(want, form.Plain(page(), full(), now)); diff != "" {
		t.Errorf("plain (-want +got):\n%s", diff)
	}
	ends := map[string]string{"rating": "5", "choice": "ready"}
	want = []string{"How sure?\n5 of 5: they told me", "How does it stand?\nReady"}
	if diff := cmp.Diff(want, form.Plain(page(), ends, now)); diff != "" {
		t.Errorf("plain (-want +got):\n%s", diff)
	}
}

func TestRenamedFeelingIsShownAndGivenBack(t *testing.T) {
	values := full()
	values["unknown"] = "let down:2"
	b := newBench(t, values)
	if b.Renamed("calm", "still") {
		t.Error("a word that no answer names is told as named")
	}
	b.expect(values)
	if !b.Renamed("let down", "hurt") {
		t.Error("a word that an answer names is not told as named")
	}
	values["felt"] = "hurt:5"
	b.expect(values)
	if b.changes != 0 {
		t.Errorf("told %d changes", b.changes)
	}
	b.focus(b.Area("text"))
	b.write("zero ")
	values["text"] = "zero one\r\ntwo  "
	b.expect(values)
}
