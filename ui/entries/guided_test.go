package entries_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func pages() []journal.Page {
	return []journal.Page{
		{ID: "views", Title: "Two views", About: "One moment, seen twice; no letter.", Stages: []string{"acknowledge"}, For: journal.ForEither,
			Fields: []journal.PageField{
				{Key: "what", Kind: journal.FieldText, Label: "What happened?"},
				{Key: "sure", Kind: journal.FieldRating, Label: "How sure are you?", Low: "a guess", High: "they told me"},
				{Key: "views", Kind: journal.FieldSideBySide, Label: "From each side?", Left: "Mine", Right: "Theirs"},
				{Key: "helps", Kind: journal.FieldChecklist, Label: "What helps?", Options: []journal.Option{{ID: "walk", Label: "A stroll"}}},
			}},
		{ID: "pulse", Title: "Trust pulse", Stages: []string{"talk"}, For: journal.ForEither, Every: journal.Monthly,
			Fields: []journal.PageField{{Key: "rely", Kind: journal.FieldRating, Label: "I can rely on my partner"}}},
		{ID: "habits", Title: "Ten habits", Stages: []string{"talk"}, For: journal.ForEither, Every: journal.Weekly,
			Fields: []journal.PageField{{Key: "blame", Kind: journal.FieldRating, Label: "Blame"}}},
		{ID: "letter", Title: "An unsent letter", About: "Words for a drawer.", Kind: journal.PageLetter, Stages: []string{"talk"}, For: journal.ForEither,
			Fields: []journal.PageField{{Key: "letter", Kind: journal.FieldText, Label: "What would you say?"}}},
		{ID: "caused", Title: "What I did", Stages: []string{"talk"}, For: journal.ForCaused,
			Fields: []journal.PageField{{Key: "did", Kind: journal.FieldText, Label: "What did you do?"}}},
		{ID: "elsewhere", Title: "From another guide", Stages: []string{"pull"}, For: journal.ForEither,
			Fields: []journal.PageField{
				{Key: "x", Kind: journal.FieldText, Label: "What?"},
				{Key: "felt", Kind: journal.FieldFeelings, Label: "Felt?"},
				{Key: "when", Kind: journal.FieldDate, Label: "When?"},
			}},
	}
}

// filled returns an entry with a guided page filled in.
func filled(page string, at time.Time, fields map[string]string) journal.Entry {
	return journal.Entry{ID: uuid.New(), At: at, Created: at, Edited: at, Page: page, Fields: fields}
}

// part returns part number n of a kind that stands on the page.
func part[T fyne.CanvasObject](b *bench, n int) T {
	b.t.Helper()
	for _, o := range b.PageParts() {
		if o, ok := o.(T); ok {
			if n == 0 {
				return o
			}
			n--
		}
	}
	b.t.Fatal("the page has no such part")
	panic("unreachable")
}

func pageText(b *bench, n int) *editor.Editor { b.t.Helper(); return part[*editor.Editor](b, n) }

// pageChip returns the chip with the text that stands on the page.
func (b *bench) pageChip(text string) *widget.Chip {
	for _, o := range b.PageParts() {
		if chip, ok := o.(*widget.Chip); ok && chip.Text == text {
			return chip
		}
	}
	b.t.Fatalf("no chip %q stands on the page", text)
	return nil
}

func (b *bench) expectFields(want map[string]string) {
	b.t.Helper()
	if diff := cmp.Diff(want, b.only().Fields); diff != "" {
		b.t.Errorf("fields (-want +got):\n%s", diff)
	}
}

func TestPageIsFilledInAndSavedAsItGoes(t *testing.T) {
	b := newBench(t).arrive()
	b.NewPage("views")
	if b.PageTitle() != "Two views" || b.focused() != fyne.Focusable(pageText(b, 0)) {
		t.Fatalf("the page is %q", b.PageTitle())
	}
	b.write("We argued.")
	b.wait(499 * time.Millisecond)
	if len(b.store.calls) != 0 {
		t.Fatal("saved before typing stopped")
	}
	b.wait(time.Millisecond)
	b.expectFields(map[string]string{"what": "We argued."})
	b.win.Canvas().Focus(part[*widget.Rating](b, 0))
	b.write("4")
	b.win.Canvas().Focus(pageText(b, 2))
	b.write("theirs")
	b.win.Canvas().Focus(b.Body())
	b.write("And more.")
	b.wait(time.Second)
	b.expectFields(map[string]string{"what": "We argued.", "sure": "4", "views": journal.JoinSides("", "theirs")})
	e := b.only()
	if e.Page != "views" || e.Stage != "acknowledge" || e.Body != "And more." {
		t.Errorf("kept %+v", e)
	}
	b.NewEntry()
	b.OpenEntry(e.ID)
	if diff := cmp.Diff(e.Fields, b.Guided().Values()); diff != "" || b.Body().Text() != "And more." {
		t.Errorf("opened again (-kept +shown):\n%s", diff)
	}
	calls := len(b.store.calls)
	b.wait(time.Hour)
	if len(b.store.calls) != calls {
		t.Error("opening saves")
	}
}

func TestNameOfAPageIsItsHeading(t *testing.T) {
	b := newBench(t).arrive()
	b.NewEntry()
	_, alone := b.HeadSizes()
	b.NewPage("views")
	if named, title := b.HeadSizes(); named != alone || title >= named {
		t.Errorf("the page is headed at %v with a title of %v below; an entry has its title at %v", named, title, alone)
	}
	b.NewEntry()
	if _, title := b.HeadSizes(); title != alone {
		t.Errorf("after a page the title of an entry is written at %v, not %v", title, alone)
	}
}

func TestEscapePutsAwayWhatOpenedOnThePage(t *testing.T) {
	b := newBench(t).arrive()
	b.NewPage("elsewhere")
	b.write("first")
	for _, opener := range []string{"+ Name a feeling", "hurt · medium", "Calendar"} {
		chip := b.pageChip(opener)
		b.win.Canvas().Focus(chip)
		b.press(fyne.KeySpace)
		inside := b.focused()
		if inside == fyne.Focusable(chip) {
			t.Fatalf("%s opens nothing", opener)
		}
		if opener == "+ Name a feeling" {
			b.write("hurt")
			b.press(fyne.KeyReturn)
		}
		b.press(fyne.KeyEscape)
		if b.focused() != fyne.Focusable(b.pageChip(opener)) || b.focused() == inside {
			t.Errorf("Escape goes on from %s to %T", opener, b.focused())
		}
		if o := inside.(fyne.CanvasObject); fyne.CurrentApp().Driver().AbsolutePositionForObject(o) != (fyne.Position{}) {
			t.Errorf("what %s opened stays", opener)
		}
	}
	b.wait(time.Second)
	b.expectFields(map[string]string{"x": "first", "felt": "hurt:3"})
	b.press(fyne.KeyEscape)
	if b.focused() != b.List() {
		t.Error("Escape with nothing open does not lead to the list")
	}
}

// What is named on a page stands in its row, read from the file and as soon as
// it is kept.
func TestRowShowsFeelingsOfThePage(t *testing.T) {
	b := newBench(t, filled("elsewhere", days(1)[0].At, map[string]string{"felt": "calm:2"})).arrive()
	b.expectRow("From another guide | calm | ")
	b.win.Canvas().Focus(b.pageChip("+ Name a feeling"))
	b.press(fyne.KeySpace)
	b.write("hurt")
	b.press(fyne.KeyReturn)
	b.wait(time.Second)
	b.expectFields(map[string]string{"felt": "calm:2\nhurt:3"})
	b.expectRow("From another guide | calm, hurt | ")
}

func (b *bench) expectRow(begins string) {
	b.t.Helper()
	if !slices.ContainsFunc(b.Rows(), func(row string) bool { return strings.HasPrefix(row, begins) }) {
		b.t.Errorf("no row begins with %q: %q", begins, b.Rows())
	}
}

func TestPageIsWorkedByKeysAlone(t *testing.T) {
	b := newBench(t).arrive()
	b.ChoosePage()
	b.write("views")
	b.press(fyne.KeyReturn)
	b.write("what")
	for _, keys := range []string{"5", "mine", "theirs", " ", "own line"} {
		b.win.Canvas().FocusNext()
		if keys == " " {
			b.press(fyne.KeySpace)
			continue
		}
		b.write(keys)
	}
	b.SaveNow()
	b.expectFields(map[string]string{"what": "what", "sure": "5", "views": "mine\n||\ntheirs", "helps": "walk\nown line"})
}

func TestLeavingAPageSavesIt(t *testing.T) {
	for name, leave := range map[string]func(*bench){
		"another entry":  func(b *bench) { b.OpenEntry(b.store.bodyID("day 0")) },
		"a new entry":    func(b *bench) { b.NewEntry() },
		"another page":   func(b *bench) { b.NewPage("letter") },
		"the focus":      func(b *bench) { b.win.Canvas().Focus(b.Search()) },
		"another screen": func(b *bench) { b.SaveNow() },
		"the end": func(b *bench) {
			save, ok := b.Pending()
			if !ok {
				b.t.Fatal("nothing is pending")
			}
			if err := save(context.Background()); err != nil {
				b.t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, days(1)...).arrive()
			b.NewPage("views")
			b.write("mine alone")
			b.win.Canvas().Focus(part[*widget.Field](b, 0))
			b.write("a line that was not entered")
			leave(b)
			want := map[string]string{"what": "mine alone", "helps": "a line that was not entered"}
			if diff := cmp.Diff(want, b.store.page("views").Fields); diff != "" {
				t.Errorf("fields (-want +got):\n%s", diff)
			}
			if b.kept(b.store.bodyID("day 0")).Fields != nil {
				t.Error("the answers went to another entry")
			}
		})
	}
}

// page returns the one entry on the page, or an empty one.
func (m *memory) page(id string) journal.Entry {
	for _, e := range m.entries {
		if e.Page == id {
			return e
		}
	}
	return journal.Entry{}
}

func (m *memory) bodyID(body string) uuid.UUID {
	for _, e := range m.entries {
		if e.Body == body {
			return e.ID
		}
	}
	return uuid.Nil
}

func TestUnfilledPageIsNotKept(t *testing.T) {
	b := newBench(t, days(1)...).arrive()
	b.NewPage("views")
	b.OpenMore()
	b.Chip("Star").Tapped(nil)
	b.NewPage("letter")
	b.write("x")
	b.press(fyne.KeyBackspace)
	b.NewEntry()
	b.wait(time.Hour)
	if _, ok := b.Pending(); ok || len(b.store.calls) != 0 || b.Notice() != "" {
		t.Errorf("the store was told %v, the person %q", b.store.calls, b.Notice())
	}
}

func TestEmptiedPageGoesToTheBin(t *testing.T) {
	e := filled("letter", days(1)[0].At, map[string]string{"letter": "Dear"})
	b := newBench(t, e).arrive()
	b.win.Canvas().Focus(pageText(b, 0))
	pageText(b, 0).TypedShortcut(&fyne.ShortcutSelectAll{})
	b.press(fyne.KeyBackspace)
	b.wait(time.Minute)
	if b.kept(e.ID).Fields["letter"] != "Dear" {
		t.Error("an emptied page loses its last text while it is open")
	}
	b.NewEntry()
	if _, ok := b.store.bin[e.ID]; !ok || b.Notice() == "" {
		t.Error("it is not in the bin")
	}
}

func TestPageKeptUnfilledStays(t *testing.T) {
	e := filled("letter", days(1)[0].At, nil)
	b := newBench(t, e).arrive()
	b.OpenMore()
	b.Chip("Star").Tapped(nil)
	b.NewEntry()
	b.wait(time.Hour)
	if !b.kept(e.ID).Starred {
		t.Error("the mark is lost")
	}
}

func TestValuesThatThePageDoesNotKnowAreKept(t *testing.T) {
	e := filled("views", days(1)[0].At, map[string]string{"old": "from before", "sure": "very", "what": "a"})
	unknown := filled("gone-page", days(2)[1].At, map[string]string{"some-key": "words"})
	b := newBench(t, e, unknown).arrive()
	b.OpenEntry(e.ID)
	b.write("b")
	b.wait(time.Second)
	if diff := cmp.Diff(map[string]string{"old": "from before", "sure": "very", "what": "ab"}, b.kept(e.ID).Fields); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	b.OpenEntry(unknown.ID)
	if b.PageTitle() != "Gone page" || pageText(b, 0).Text() != "words" || !pageText(b, 0).ReadOnly() {
		t.Errorf("an unknown page is shown as %q", b.PageTitle())
	}
	b.write("more") // goes below
	b.wait(time.Second)
	got := b.kept(unknown.ID)
	if got.Body != "more" || got.Fields["some-key"] != "words" || got.Page != "gone-page" {
		t.Errorf("kept %+v", got)
	}
}

func TestTypingWithoutFocusGoesToThePage(t *testing.T) {
	e := filled("letter", days(1)[0].At, map[string]string{"letter": "Dear"})
	b := newOrders(t, 0)
	b.store.entries[e.ID] = e
	b.tasks.deliver(-1)
	b.OpenEntry(e.ID)
	for _, r := range ", I" {
		b.strike(r) // ahead of the entry
	}
	b.tasks.letGo()
	b.win.Canvas().Unfocus()
	b.strike('!')
	b.SaveNow()
	if got := b.kept(e.ID); got.Fields["letter"] != "Dear, I!" || got.Body != "" {
		t.Errorf("kept %+v", got)
	}
}

func TestNothingIsTypedIntoAPageThatGoes(t *testing.T) {
	e := filled("letter", days(1)[0].At, map[string]string{"letter": "Dear"})
	b := newBench(t, append(days(1), e)...).arrive()
	b.OpenEntry(e.ID)
	b.tasks.hold = true
	b.OpenEntry(b.store.bodyID("day 0"))
	b.strike('x')
	b.tasks.letGo()
	b.SaveNow()
	if b.kept(e.ID).Fields["letter"] != "Dear" || b.store.bodyID("day 0x") == uuid.Nil {
		t.Errorf("the letter has %q", b.kept(e.ID).Fields["letter"])
	}
}

func TestRowsNameThePage(t *testing.T) {
	at := days(1)[0].At
	plain := filled("views", at, map[string]string{"sure": "4"})
	lined := filled("views", at.AddDate(0, 0, -1), map[string]string{"sure": "4"})
	lined.Body = "And this."
	titled := filled("views", at.AddDate(0, 0, -2), map[string]string{"sure": "4"})
	titled.Title = "My title"
	b := newBench(t, plain, lined, titled).arrive()
	want := []string{"Two views | 12:00", "And this. | 12:00 · Two views", "My title | 12:00"}
	if diff := cmp.Diff(want, b.Rows()[1:]); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func TestEarlierVersionOfAPage(t *testing.T) {
	e := filled("views", days(1)[0].At, map[string]string{"what": "We argued.", "sure": "4"})
	b := newBench(t, e).arrive()
	b.store.past[e.ID] = []journal.Revision{{At: e.Edited.AddDate(0, 0, -1),
		Fields: map[string]string{"what": "We talked.", "helps": "walk"}}}
	b.OpenEntry(e.ID)
	b.Chip("Earlier versions").Tapped(nil)
	got := marked(b.VersionText().Runs())
	for _, want := range []string{"What happened?\nWe ", "+talked", "-argued", "+stroll"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	b.RestoreButton().Tapped(nil)
	b.expectFields(map[string]string{"what": "We talked.", "helps": "walk"})
	if pageText(b, 0).Text() != "We talked." {
		t.Error("the page shows something else")
	}
	b.UndoButton().Tapped(nil)
	b.expectFields(e.Fields)
}

// topOf returns the first object of a kind in the dialog.
func topOf[T fyne.CanvasObject](b *bench) T {
	b.t.Helper()
	return uitest.Find(b.t, b.win.Canvas().Overlays().Top(), func(T) bool { return true })
}

func TestAPageOfTheMonthIsOffered(t *testing.T) {
	had := filled("pulse", time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC), map[string]string{"rely": "3"})
	old := filled("habits", time.Date(2026, 11, 15, 9, 0, 0, 0, time.UTC), map[string]string{"blame": "3"}) // a Sunday
	b := newBench(t, had, old).arrive()
	b.NewEntry()
	b.NewPage("pulse")
	const want = "You filled this in on 3 November 2026. Once a month is enough for it, so the next time is from 1 December 2026 on."
	if top := b.win.Canvas().Overlays().Top(); !uitest.Says(top, want) {
		t.Errorf("said %q", uitest.Words(top))
	}
	b.press(fyne.KeyReturn)
	if b.PageTitle() != "Trust pulse" || b.Guided().Values()["rely"] != "3" {
		t.Error("Enter does not open that one")
	}
	b.NewPage("pulse")
	tap(b, "For another day…")
	if !b.Drawer() || b.focused() != fyne.Focusable(b.DayField()) || b.Guided().Values() != nil {
		t.Error("another day can't be filled in")
	}
	b.NewPage("pulse")
	b.press(fyne.KeyEscape)
	if b.win.Canvas().Overlays().Top() != nil || b.Guided().Values() != nil {
		t.Error("Escape opens something")
	}
	b.NewPage("habits")
	if b.win.Canvas().Overlays().Top() != nil || b.PageTitle() != "Ten habits" {
		t.Error("a page of last week keeps this week's away")
	}
}

func tap(b *bench, label string) {
	b.t.Helper()
	uitest.Tap(b.t, b.win.Canvas().Overlays().Top(), label)
}

func TestPageWithoutFormIsAnEntryAgain(t *testing.T) {
	e := filled("letter", days(1)[0].At, map[string]string{"letter": "Dear"})
	b := newBench(t, append(days(1), e)...).arrive()
	b.OpenEntry(e.ID)
	b.OpenEntry(b.store.bodyID("day 0"))
	b.write("!")
	if b.PageTitle() != "" || b.Body().Text() != "day 0!" {
		t.Errorf("page %q, body %q", b.PageTitle(), b.Body().Text())
	}
	b.wait(time.Second)
	if got := b.kept(b.store.bodyID("day 0!")); got.Fields != nil || got.Page != "" {
		t.Errorf("kept %+v", got)
	}
}

func TestPageFollowsTheRole(t *testing.T) {
	b := newBench(t).arrive()
	b.NewPage("views")
	b.write("words")
	b.role = journal.Caused
	b.arrive()
	if b.Guided().IsOutdated() || pageText(b, 0).Text() != "words" {
		t.Error("the page does not follow")
	}
	b.win.Canvas().Focus(pageText(b, 0))
	b.write("more ")
	b.SaveNow()
	b.expectFields(map[string]string{"what": "more words"})
}

func TestFoldedPagesAreNotOffered(t *testing.T) {
	b := newBench(t)
	b.role = journal.Hurt
	rows := func() int {
		b.ChoosePage()
		defer b.press(fyne.KeyEscape)
		return topOf[*widget.List](b).Length()
	}
	if got := rows(); got != 8 {
		t.Errorf("who was hurt is offered %d rows", got)
	}
	b.folded = []string{journal.FoldPage + "letter", "acknowledge"}
	if got := rows(); got != 5 {
		t.Errorf("with two things folded, %d rows are offered", got)
	}
}
