package promises_test

import (
	"fmt"
	"image"
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/promises"
	"mend/ui/theme"
	"mend/ui/widget"
)

func daily(text string) journal.Promise {
	return journal.Promise{Text: text, Every: journal.EveryDay}
}

func TestWithoutPromisesItSaysWhatToDo(t *testing.T) {
	s := show(t, newMemory())
	if !s.says("No promises yet") || !s.offers("Ideas for promises") {
		t.Fatal("the empty screen does not say what to do")
	}
	s.key(fyne.KeyReturn)
	s.types("Call before ten")
	s.tap("Add the promise")
	if len(s.store.promises) != 1 || s.isOpen() || s.says("No promises yet") {
		t.Errorf("%d promises are kept; the first does not show: %v", len(s.store.promises), s.says("No promises yet"))
	}
}

func TestALetterNotesTheDay(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	for key, want := range map[string]journal.Result{"k": journal.Kept, "P": journal.Partly, "m": journal.Missed, "n": journal.NotDue} {
		s := show(t, store)
		s.types(key)
		if got := s.seen(0)[today]; got != want {
			t.Errorf("%s notes %q, want %q", key, got, want)
		}
	}
}

func TestTheSameAgainTakesItBack(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	s := show(t, store)
	if !s.says("4 May 2026  ·  Due, nothing noted") {
		t.Error("what is due is not said")
	}
	s.types("kpp")
	if got := s.seen(0)[today]; got != journal.Kept {
		t.Errorf("what was noted before counts as %q", got)
	}
	s.key(fyne.KeyDelete)
	if len(s.seen(0)) != 0 || !s.says("4 May 2026  ·  Due, nothing noted") {
		t.Error("what was noted is not taken back")
	}
	s.key(fyne.KeyDelete)
	if s.isOpen() {
		t.Error("taking back nothing is answered")
	}
}

func TestALineIsTakenBackOnlyAfterAQuestion(t *testing.T) {
	store := newMemory()
	id := store.add(t, daily("Call"))
	if _, err := store.Observe(t.Context(), id, journal.Observation{Day: today, Result: journal.Kept, Note: "from the train"}); err != nil {
		t.Fatal(err)
	}
	s := show(t, store)
	if !s.says("from the train") {
		t.Error("the line is not shown")
	}
	s.types("p")
	if o, _ := store.promises[0].On(today); o.Result != journal.Partly || o.Note != "from the train" {
		t.Errorf("another result does not keep the line: %+v", o)
	}
	s.types("p")
	s.key(fyne.KeyEscape)
	if len(store.promises[0].Observations) != 2 {
		t.Error("it was taken back without the answer")
	}
	s.types("p")
	s.tap("Take back")
	if got := s.seen(0)[today]; got != journal.Kept {
		t.Errorf("what was noted before counts as %q", got)
	}
}

func TestArrowsLeadToAnyDay(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	store.add(t, daily("Listen"))
	s := show(t, store)
	s.key(fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft)
	s.types("m")
	s.key(fyne.KeyRight, fyne.KeyUp)
	s.types("k")
	for range 50 {
		s.key(fyne.KeyLeft)
	}
	s.types("p")
	s.key(fyne.KeyHome)
	s.types("n")
	s.key(fyne.KeyRight) // there is nothing after today
	s.types("k")
	if got, want := s.seen(0), (map[journal.Day]journal.Result{"2026-05-03": journal.Kept, "2026-03-14": journal.Partly, today: journal.Kept}); !maps.Equal(got, want) {
		t.Errorf("noted of the first are %v, want %v", got, want)
	}
	if got, want := s.seen(1), (map[journal.Day]journal.Result{"2026-05-02": journal.Missed}); !maps.Equal(got, want) {
		t.Errorf("noted of the second are %v, want %v", got, want)
	}
}

func TestButtonsGoBackInTime(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	s := show(t, store)
	if !s.draws("to 4 May 2026") {
		t.Fatal("the days that show are not named")
	}
	s.tap("Earlier")
	if !s.draws("to 20 April 2026") {
		t.Error("Earlier does not go two weeks back")
	}
	s.tap("Later")
	if !s.draws("to 4 May 2026") {
		t.Error("Later does not come back")
	}
	s.tap("Earlier")
	s.tap("Earlier")
	s.tap("Today")
	if !s.draws("to 4 May 2026") {
		t.Error("Today does not come back")
	}
}

// draws reports whether a text is drawn, in a list or in the grid.
func (s *shown) draws(text string) bool {
	for _, o := range s.objects() {
		if drawn, ok := o.(*canvas.Text); ok && strings.Contains(drawn.Text, text) {
			return true
		}
	}
	return false
}

func TestSpaceAsksWithALine(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	s := show(t, store)
	s.key(fyne.KeyLeft, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown)
	s.into("", "not at home")
	s.tap("Keep")
	if o, _ := store.promises[0].On("2026-05-03"); o.Result != journal.Missed || o.Note != "not at home" {
		t.Errorf("what was kept is %+v", o)
	}
	if s.isOpen() || !s.says("not at home") {
		t.Error("the answer is not shown")
	}
}

func TestTheFootNotesWithOneTap(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	s := show(t, store)
	for _, label := range []string{"Kept", "Partly", "Missed", "Not due"} {
		s.tap(label)
		if !s.says(label + ", noted on") {
			t.Errorf("%s is not noted", label)
		}
	}
	s.tap("Open it")
	if !s.offers("All promises") {
		t.Error("the promise does not open")
	}
}

func TestTheMouseLeadsToACellAndToThePromise(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call"))
	store.add(t, daily("Listen"))
	s := show(t, store)
	grid := s.grid()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(grid)
	test.TapCanvas(s.win.Canvas(), at.AddXY(grid.Size().Width-24-12, 130)) // the second row, today
	s.types("k")
	if got := s.seen(1)[today]; got != journal.Kept || len(s.seen(0)) > 0 {
		t.Errorf("a tap leads elsewhere: %v, %v", s.seen(0), s.seen(1))
	}
	test.TapCanvas(s.win.Canvas(), at.AddXY(40, 70))
	if !s.offers("All promises") || !s.says("Call") || s.says("Listen") {
		t.Error("a tap on its words does not open the promise")
	}
}

// grid returns what shows the days.
func (s *shown) grid() fyne.CanvasObject {
	s.screen.FocusFirst()
	return s.win.Canvas().Focused().(fyne.CanvasObject)
}

func TestTheGridTellsItsCell(t *testing.T) {
	store := newMemory()
	id := store.add(t, journal.Promise{Text: "Call\nbefore ten", Every: "mon"})
	s := show(t, store)
	grid := s.grid().(fyne.Accessible)
	if got, want := grid.AccessibilityLabel(), "Call before ten, Monday, 4 May 2026: Due, nothing noted"; got != want {
		t.Errorf("it tells %q, want %q", got, want)
	}
	s.key(fyne.KeyLeft)
	if got, want := grid.AccessibilityLabel(), "Call before ten, Sunday, 3 May 2026: Nothing noted"; got != want {
		t.Errorf("it tells %q, want %q", got, want)
	}
	if _, err := store.Observe(t.Context(), id, journal.Observation{Day: "2026-05-03", Result: journal.Partly}); err != nil {
		t.Fatal(err)
	}
	s.screen.Show()
	if got, want := grid.AccessibilityLabel(), "Call before ten, Sunday, 3 May 2026: Partly"; got != want {
		t.Errorf("it tells %q, want %q", got, want)
	}
}

func TestTheListSaysWhoHowOftenAndWhen(t *testing.T) {
	store := newMemory()
	for _, p := range []journal.Promise{
		{Text: "a", Every: journal.EveryDay, Review: "2026-05-01"},
		{Text: "b", Every: "mon,thu", Who: journal.ByPartner, Review: "2026-06-01"},
		{Text: "c", Every: journal.EveryWeek, Who: journal.ByBoth, From: "2026-04-29", Review: today},
		{Text: "d", Every: "3", From: today.Plus(1)},
		{Text: "e", Due: "2027-01-07"},
		{Text: "f"},
		{Text: "i"},
		{Text: "h", Due: "2026-05-02"},
		{Text: "g", Every: journal.EveryDay, Ended: "2026-04-20", Review: "2026-04-22"},
	} {
		id := store.add(t, p)
		if p.Text != "h" && p.Text != "i" {
			continue
		}
		for day, r := range map[journal.Day]journal.Result{"2026-05-01": journal.Kept, "2026-05-03": journal.NotDue} {
			if _, err := store.Observe(t.Context(), id, journal.Observation{Day: day, Result: r}); err != nil {
				t.Fatal(err)
			}
		}
	}
	s := show(t, store)
	for _, want := range []string{
		"You, every day  ·  today  ·  look again, since 1 May",
		"Your partner, Mon, Thu  ·  today", "look again on 1 Jun",
		"Both of you, every week  ·  next: Wed 6 May", "look again today",
		"You, every 3 days  ·  next: Tue 5 May", "You, once, by 7 Jan 2027", "You, whenever it comes up",
	} {
		if !s.draws(want) {
			t.Errorf("the list does not say %q", want)
		}
	}
	s.key(fyne.KeyPageDown, fyne.KeyPageDown)
	if !s.draws("You, whenever it comes up  ·  last seen 1 May") {
		t.Error("of a promise that holds it is not told when it was seen")
	}
	if !s.draws("You, once, by 2 May  ·  kept on 1 May") {
		t.Error("a promise that was kept is not told apart")
	}
	if !s.draws("You, every day  ·  ended on 20 Apr") || s.draws("22 Apr") {
		t.Error("a promise that ended is not the last, or is asked about")
	}
}

func TestEveryMarkHasAShapeOfItsOwn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	shapes := make(map[string]journal.Result)
	samples := map[journal.Result]fyne.CanvasObject{"a page": promises.SampleOfAPage()}
	for _, r := range append(journal.Results(), "") {
		samples[r] = promises.Sample(r)
	}
	for r, o := range samples {
		w := test.NewTempWindow(t, container.NewWithoutLayout())
		w.SetContent(o)
		w.Resize(fyne.NewSize(24, 24))
		shape := outline(w.Canvas().Capture())
		if other, taken := shapes[shape]; taken {
			t.Errorf("%q looks like %q without colour", r, other)
		}
		shapes[shape] = r
	}
}

// outline returns which pixels differ from the one in the corner, whatever the
// colour.
func outline(img image.Image) string {
	var out []byte
	ground := img.At(0, 0)
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			out = append(out, map[bool]byte{true: '.', false: '#'}[img.At(x, y) == ground])
		}
	}
	return string(out)
}

func TestManyPromisesDrawOnlyWhatIsInView(t *testing.T) {
	drawn := func(n int) int {
		store := newMemory()
		for i := range n {
			id := store.add(t, daily(fmt.Sprintf("Promise %d", i)))
			for d := range 60 {
				if _, err := store.Observe(t.Context(), id, journal.Observation{Day: today.Plus(-d), Result: journal.Partly}); err != nil {
					t.Fatal(err)
				}
			}
		}
		s := show(t, store)
		for range 3 {
			s.key(fyne.KeyPageDown)
		}
		return len(s.objects())
	}
	few, many := drawn(30), drawn(300)
	if many > few {
		t.Errorf("300 promises draw %d objects, 30 draw %d", many, few)
	}
}

func TestLargeTextLeavesTheWindowItsHeight(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call before ten"))
	s := show(t, store)
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 2))
	if h := s.screen.Content().MinSize().Height; h > 500 {
		t.Errorf("the board asks for a height of %v", h)
	}
}

func TestANarrowWindowKeepsWordsAndDays(t *testing.T) {
	store := newMemory()
	store.add(t, daily("Call before ten"))
	s := show(t, store)
	s.win.Resize(fyne.NewSize(440, 700))
	if !s.draws("Call before ten") || !s.draws("to 4 May 2026") {
		t.Error("the words are gone")
	}
	s.types("k")
	if s.seen(0)[today] != journal.Kept {
		t.Error("the day can't be noted")
	}
	for _, o := range s.objects() {
		if b, ok := o.(*widget.Button); ok {
			right := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).X + b.Size().Width
			if right > 440 {
				t.Errorf("%q ends at %v, outside the window", b.Text, right)
			}
		}
	}
}

// What has the focus is in sight, whether there are promises or not.
func TestTheBoardPassesTheFocusOn(t *testing.T) {
	store := newMemory()
	s := show(t, store)
	for _, promised := range []bool{true, false, true} {
		store.promises = nil
		if promised {
			store.add(t, journal.Promise{Text: "Call"})
		}
		s.screen.Show()
		focused, ok := s.win.Canvas().Focused().(fyne.CanvasObject)
		if !ok || !slices.Contains(s.objects(), focused) {
			t.Errorf("with a promise %v, what has the focus can't be seen: %T", promised, focused)
		}
	}
}

// The keys begin where something is to be noted today, however far down that is.
func TestTheKeysBeginOnWhatIsDueToday(t *testing.T) {
	store := newMemory()
	for i := range 20 {
		store.add(t, journal.Promise{Text: fmt.Sprintf("Holds %d", i)})
	}
	noted := store.add(t, daily("Noted"))
	if _, err := store.Observe(t.Context(), noted, journal.Observation{Day: today, Result: journal.Kept}); err != nil {
		t.Fatal(err)
	}
	store.add(t, daily("Call"))
	store.add(t, daily("Listen"))
	s := show(t, store)
	if !s.draws("Call") {
		t.Error("what is due is out of sight")
	}
	s.types("k")
	if s.seen(21)[today] != journal.Kept {
		t.Error("the letter is noted elsewhere")
	}
	s.types("k")
	s.screen.Show()
	if s.types("p"); s.seen(21)[today] != journal.Partly {
		t.Error("the keys leave the promise they were on")
	}
	s.now = s.now.AddDate(0, 0, 1)
	s.screen.Show()
	if s.types("m"); s.seen(20)[today.Plus(1)] != journal.Missed {
		t.Error("on a new day they do not begin anew")
	}
}

func TestTheRingIsExplained(t *testing.T) {
	store := newMemory()
	store.add(t, journal.Promise{Text: "Holds"})
	if s := show(t, store); !s.says("Due, nothing noted") {
		t.Error("nothing says what the ring means")
	}
}
