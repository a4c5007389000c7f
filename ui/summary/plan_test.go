package summary_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/uitest"
	"mend/ui/widget"
)

func (s *shown) areas() []*widget.TextArea { return uitest.Shown[*widget.TextArea](s.win.Content()) }

func TestRecipientsSetTheChoices(t *testing.T) {
	s := show(t, rich())
	test.Tap(s.chip("For a counsellor"))
	s.wantLine("In it: the beginnings of 4 entries from 30 November 2025 to 4 May 2026,")
	s.areas()[1].Entry.SetText("A way to begin")
	s.wantLine("In it: a first page, the beginnings of 4 entries")
	s.saveTo("/tmp/mine.pdf")
	if got := s.store.made(); len(got.Excerpts) != 4 || !got.Initials || got.First == nil || got.First.Wants != "A way to begin" || len(got.Without) > 0 {
		t.Errorf("for a counsellor it is %+v", got)
	}
	s.store.promises = 2
	test.Tap(s.chip("For my partner"))
	s.wantLine("In it: 2 promises.")
	s.saveTo("/tmp/mine.pdf")
	got := s.store.made()
	if len(got.LeaveOut) != 4 || got.First != nil || !got.WithoutNotes || slices.Contains(got.Without, journal.SectionPromises) ||
		len(got.Without) != len(journal.Sections())-1 {
		t.Errorf("for a partner it is %+v", got)
	}
	test.Tap(s.box("with why they matter"))
	s.saveTo("/tmp/mine.pdf")
	if s.store.made().WithoutNotes {
		t.Error("the notes can't be added")
	}
	test.Tap(s.chip("For me"))
	s.wantLine("In it: 4 entries in full from 30 November 2025 to 4 May 2026, 5 stages")
	test.Tap(s.chip("For a counsellor"))
	if s.areas()[1].Text != "A way to begin" {
		t.Error("what was chosen for a counsellor is lost")
	}
	test.Tap(s.button("All in full"))
	test.Tap(s.button("Reset these choices"))
	s.wantLine("In it: a first page, the beginnings of 4 entries from 30 November 2025 to 4 May 2026,")
}

func TestPartnerIsNotOfferedWhereItIsFolded(t *testing.T) {
	store := rich()
	store.folded = []string{journal.FoldPartnerPreset}
	store.plans = journal.SummaryPlans{}.With(journal.ForPartner, journal.NewSummaryPlan(journal.ForPartner))
	s := show(t, store)
	if slices.Contains(s.stops(), "For my partner") {
		t.Error("it is offered")
	}
	s.wantLine("In it: 4 entries")
}

func TestChoicesAreKeptForNextTime(t *testing.T) {
	store := rich()
	s := show(t, store)
	s.rest()
	if store.kept > 0 {
		t.Fatal("looking at the screen keeps something")
	}
	test.Tap(s.chip("For a counsellor"))
	test.Tap(s.chip("Acknowledge"))
	test.Tap(s.chip("Letter"))
	test.Tap(s.box("Feelings"))
	s.areas()[2].Entry.SetText("Why now?")
	if store.kept > 0 {
		t.Error("every change is kept by itself")
	}
	s.rest()
	if store.kept != 1 {
		t.Errorf("kept %d times", store.kept)
	}
	again := show(t, store)
	again.wantLine("In it: a first page, the beginnings of 2 entries")
	again.saveTo("/tmp/mine.pdf")
	got := store.made()
	if got.First == nil || got.First.Topics != "Why now?" || !slices.Equal(got.Stages, []string{"acknowledge"}) ||
		!slices.Equal(got.Without, []journal.Section{journal.SectionFeelings}) || store.composed[len(store.composed)-1].order.Paper != "letter" {
		t.Errorf("next time it is %+v", got)
	}
}

func TestTheLastSummaryIsRemembered(t *testing.T) {
	s := show(t, rich())
	if slices.Contains(s.stops(), "Since the last summary") {
		t.Error("there was none")
	}
	s.saveTo("/tmp/mine.pdf")
	if s.store.plans.Saved != "2026-05-31" || !s.says("You saved the last summary on 31 May 2026.") {
		t.Errorf("remembered is %q", s.store.plans.Saved)
	}
	store := rich()
	store.plans.Saved = "2026-04-01"
	later := show(t, store)
	test.Tap(later.chip("Since the last summary"))
	later.wantLine("In it: 2 entries in full from 3 April to 4 May 2026,")
	if got := store.last(); got.From != "2026-04-01" || got.To != "" {
		t.Errorf("the days are %q to %q", got.From, got.To)
	}
	store.failSave = journal.ErrNoSpace
	later.saveTo("/tmp/mine.pdf")
	if store.plans.Saved != "2026-04-01" {
		t.Error("a summary that was not saved counts")
	}
}

func TestNamesAreSeenBeforeSaving(t *testing.T) {
	store := rich()
	store.shortened = []string{"Lisbon", "Miriam"}
	s := show(t, store)
	test.Tap(s.box("Shorten names"))
	if !s.says("Looking for names") {
		t.Error("it does not say that it looks")
	}
	s.rest()
	test.Tap(s.chip("Lisbon"))
	if s.chip("Lisbon").Selected || !s.chip("Miriam").Selected {
		t.Error("the word is not spared")
	}
	s.saveTo("/tmp/mine.pdf")
	if got := store.made().Spare; !slices.Equal(got, []string{"Lisbon"}) || dialogs.IsOpen(s.win) || !s.says("Now initials: Miriam.") {
		t.Errorf("spared are %q", got)
	}
	test.Tap(s.chip("Lisbon"))
	if len(store.plans.Plans) == 0 || !s.chip("Lisbon").Selected {
		t.Error("it can't be taken back")
	}
}

// Words that were not shown yet are shown before anything is written.
func TestUnseenNamesAreShownFirst(t *testing.T) {
	store := rich()
	store.shortened = []string{"Lisbon"}
	s := show(t, store)
	test.Tap(s.box("Shorten names"))
	s.saveTo("/tmp/mine.pdf")
	if !s.says("Lisbon") || len(store.exported) > 0 {
		t.Fatal("a name is shortened unseen")
	}
	test.Tap(s.button("Cancel"))
	if len(store.exported) > 0 {
		t.Error("it is saved although the person cancels")
	}
	s.saveTo("/tmp/mine.pdf")
	test.Tap(s.button("Save it so"))
	if len(store.exported) != 1 {
		t.Error("it is not saved")
	}
}

// sealWith answers the question for a passphrase.
func (s *shown) sealWith(passphrase string) {
	s.Helper()
	for range 2 {
		test.Type(s.win.Canvas().Focused(), passphrase)
		s.key(fyne.KeyReturn)
	}
}

func TestSealing(t *testing.T) {
	s := show(t, rich())
	test.Tap(s.box("Seal it"))
	if slices.Contains(s.stops(), "Print…") {
		t.Error("what is sealed is offered to be printed")
	}
	test.Tap(s.button("Save the summary…"))
	if s.says("anyone who opens") {
		t.Error("a sealed file is called open")
	}
	field := find(s, func(*widget.Field) bool { return true })
	if field.Text != "reflection-summary.pdf.age" {
		t.Errorf("the name offered is %q", field.Text)
	}
	field.SetText("/tmp/mine.pdf.age")
	test.Tap(s.button("Save"))
	if len(s.store.exported) > 0 {
		t.Fatal("it is written without a passphrase")
	}
	s.sealWith("lantern")
	if !slices.Equal(s.store.seals, []string{"lantern"}) || !s.says("Saved, sealed, to /tmp/mine.pdf.age") {
		t.Errorf("sealed with %q", s.store.seals)
	}
	if slices.Contains(s.stops(), "Open it") {
		t.Error("no viewer opens a sealed file, and one is offered")
	}
}

// Whoever presses Enter without reading leaves nothing open behind.
func TestTheFirstSavingSealsUnlessOneSaysOtherwise(t *testing.T) {
	s := show(t, rich())
	test.Tap(s.button("Save the summary…"))
	if !s.says("In it: 4 entries in full from 30 November 2025 to 4 May 2026, 5 stages,") {
		t.Error("the question does not say what is in the file")
	}
	if focused := s.win.Canvas().Focused(); focused != fyne.Focusable(s.button("Seal it")) {
		t.Fatalf("the focus is on %+v", focused)
	}
	s.key(fyne.KeyReturn)
	find(s, func(*widget.Field) bool { return true }).SetText("/tmp/mine.pdf.age")
	test.Tap(s.button("Save"))
	s.sealWith("lantern")
	if !slices.Equal(s.store.seals, []string{"lantern"}) || !s.box("Seal it").Ticked {
		t.Errorf("sealed with %q", s.store.seals)
	}
	s.rest()
	if plan := s.store.plans.For(journal.ForMe); !plan.Sealed {
		t.Error("it is not kept that the file is sealed")
	}
}

func TestSavedFilesAreOpenedOnRequestAlone(t *testing.T) {
	s := show(t, rich())
	s.saveTo("/tmp/mine.html")
	s.rest()
	if len(s.store.opened) > 0 {
		t.Fatal("it is opened without being asked for")
	}
	test.Tap(s.button("Open it"))
	if !slices.Equal(s.store.opened, []string{"/tmp/mine.html"}) {
		t.Errorf("opened are %q", s.store.opened)
	}
	s.store.failOpen = errors.New("none")
	test.Tap(s.button("Open it"))
	if !s.says("This computer did not say which program opens it.") {
		t.Error("that nothing opens it is not told")
	}
}

func TestPrintHandsThePDFOver(t *testing.T) {
	s := show(t, rich())
	test.Tap(s.button("Print…"))
	if !s.says("Mend cannot print by itself.") || !s.says("anyone who opens it can read all of it") {
		t.Fatal("it does not say what happens")
	}
	test.Tap(s.button("Cancel"))
	if dialogs.IsOpen(s.win) {
		t.Fatal("it goes on")
	}
	test.Tap(s.button("Print…"))
	test.Tap(s.button("Choose a place"))
	find(s, func(*widget.Field) bool { return true }).SetText("/tmp/print.pdf")
	test.Tap(s.button("Save"))
	if !slices.Equal(s.store.exported, []string{"pdf /tmp/print.pdf"}) || !slices.Equal(s.store.opened, []string{"/tmp/print.pdf"}) {
		t.Errorf("saved %q, handed over %q", s.store.exported, s.store.opened)
	}
	for _, format := range []string{"HTML", "Markdown"} {
		test.Tap(s.chip(format))
		if slices.Contains(s.stops(), "Print…") {
			t.Errorf("%s is offered to be printed", format)
		}
	}
	store := rich()
	store.noViewer = true
	if without := show(t, store); slices.Contains(without.stops(), "Print…") {
		t.Error("printing is offered where nothing can show a PDF")
	}
}

func TestAFailedPrintIsNotHandedOver(t *testing.T) {
	s := show(t, rich())
	s.store.failSave = journal.ErrNoSpace
	test.Tap(s.button("Print…"))
	test.Tap(s.button("Choose a place"))
	find(s, func(*widget.Field) bool { return true }).SetText("/tmp/print.pdf")
	test.Tap(s.button("Save"))
	s.tasks.Advance(time.Second)
	if len(s.store.opened) > 0 {
		t.Error("a file that is not there is handed over")
	}
}
