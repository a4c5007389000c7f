package guide_test

import (
	"slices"
	"strings"
	"testing"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
)

func shippedPages(t *testing.T) []journal.Page {
	t.Helper()
	pages, err := guide.LoadPages(assets.FS, shippedGuides(t))
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// TestPagesKeepTheirKeys holds the ids and keys that entries in people's
// journals are filled in under. They may gain company, but none may ever change
// or go.
func TestPagesKeepTheirKeys(t *testing.T) {
	pages := shippedPages(t)
	kept := `
		kind-of-break: kinds one-line since-when heaviest
		mutual-feelings: mine mine-when not-allowed theirs theirs-how-i-know theirs-sure
		plain-facts: when where what know-or-guess ordinary
		readiness: safe safer want-it want-it-to-work want-each-other partner-wants strength
		outside-help: kinds who when ask keep-back afterwards
		recommit: trying-means shown show can-give same-page open again-on
		path-decision: direction for-and-against calm-day look-for look-again-on
		cooling-off: back-at what-is-hot told what-calms not-now afterwards
		stop: here next-ten-minutes can-wait who
		what-calms-me: signs calms makes-worse sign how-long decide-later
		safe-and-settled: place money-and-papers contact children body first-step
		who-stands-by-me: people good-for know reach-out on-bad-evenings drifting
		when-it-changed: before first-sign bills children work distance other seen-now
		two-views: moment views wanted partner-feelings sure ask
		thought-record: situation thought feelings true-before for-and-against fairer true-after
		what-i-believe: love roles family closeness from-whom keep-and-leave
		explanation: what sentences my-words enough still-open
		responsibility: acts effects told-or-guessed mine-alone reason when-near put-right
		mine-and-not-mine: did-to-me not-mine friend unspoken differently
		unspoken-wishes: wish what-happened plain-words no-is-fine
		ten-habits: blame selfishness correcting jealousy looking-down parenting load criticism rigid-rules anger instead went
		hearing: their-words their-feelings wanted-to-correct said did-not-know take-it-where
		to-be-heard: like feelings not-understood when-heard with-whom
		apology: reflected regret explanation responsibility repentance repair forgiveness form ready-from standing
		receiving-apology: came need-to-hear heard-in-it feelings missing seen-since answer
		agreement: reassures asked-for acts not-meet mends free-yes my-limits look-again-on
		middle-ground: matter needs can-give cannot-give partner-gives try until how-it-went
		promises-check-in: kept not-kept how-it-is feelings change until-next next-on
		daily-five: mine partner as-it-was hard
		open-about: tell private eases free-yes until how-it-went
		cannot-keep: promise why say say-by next meant
		lessons-and-thanks: learned did-differently thanks own-thanks keep
		conversation-plan: topic time-and-place ground-rules observation feeling what-i-need request question
		conversation-after: topic heard tone-before tone-after what-i-heard put-right listening next-time
		good-moment: moment feelings made-it-possible mixed
		appreciation: what to-me say-it in-myself
		ideas-for-two: ideas plan when in-the-way how-it-was
		small-step: share comfort limit smaller how-it-was comfort-after
		good-side: at-their-best thoughts strength room also-true
		kinds-of-closeness: welcome closed slowly one-thing a-welcome-no
		feeling-cared-for: cared-for safe-and-supported does-not-reach one-small-thing
		where-i-am: where whom means not-forgotten anger theirs-to-give
		letter: to letter left-out
		letter-to-myself: hold-against-myself did-not-know still-answer-for letter put-down
		grief: gone meant feelings still-here mark-it with-whom
		pulse-me: me-rely me-safe-place me-supported me-vulnerable me-respect me-nothing-hidden me-limits me-committed me-loyal me-note
		pulse-partner: partner-rely partner-safe-place partner-supported partner-vulnerable partner-respect partner-nothing-hidden partner-limits partner-committed partner-loyal partner-note
		what-trust-means: then-and-now signs in-myself tend without-it
		go-on-change-part: where reasons seen hopes would-change-my-mind look-again-on
		what-i-decided: decided made-by why tried doubt still-open
		what-we-owe: children money home others mine-to-put-right who-helps can-wait
		whether-to-say-it: say-it safe three-sentences no-more others children
		what-i-keep: good learned keep-and-leave glad next
		goodbye-letter: thank sorry letter wish`
	n := 0
	for line := range strings.Lines(strings.TrimSpace(kept)) {
		id, keys, _ := strings.Cut(strings.TrimSpace(line), ": ")
		p, ok := journal.FindPage(pages, id)
		if !ok {
			t.Errorf("page %s is gone", id)
			continue
		}
		for _, key := range strings.Fields(keys) {
			if _, ok := p.Field(key); !ok {
				t.Errorf("key %s of page %s is gone", key, id)
			}
			n++
		}
		if n := len(strings.Fields(keys)); n != len(p.Fields) {
			t.Errorf("page %s has %d keys that are not held here", id, len(p.Fields)-n)
		}
	}
	if n < 300 {
		t.Errorf("only %d keys are held", n)
	}
}

// TestPagesThatOthersCountOn finds the pages whose ids and fields have a
// meaning elsewhere in the program.
func TestPagesThatOthersCountOn(t *testing.T) {
	pages := shippedPages(t)
	for id, want := range map[string]struct {
		kind    journal.PageKind
		every   journal.Rhythm
		ratings int
	}{
		"cooling-off":      {journal.PageCoolingOff, "", 0},
		"apology":          {journal.PageApology, "", 0},
		"plain-facts":      {journal.PageFacts, "", 0},
		"letter":           {journal.PageLetter, "", 0},
		"letter-to-myself": {journal.PageLetter, "", 0},
		"goodbye-letter":   {journal.PageLetter, "", 0},
		"pulse-me":         {"", journal.Monthly, 9},
		"pulse-partner":    {"", journal.Monthly, 9},
		strings.TrimPrefix(journal.FoldSelfCheck, journal.FoldPage): {"", journal.Weekly, 10},
		"middle-ground": {"", "", 0},
	} {
		p, _ := journal.FindPage(pages, id)
		ratings := 0
		for _, f := range p.Fields {
			if f.Kind == journal.FieldRating {
				ratings++
			}
		}
		if p.ID != id || p.Kind != want.kind || p.Every != want.every || ratings != want.ratings {
			t.Errorf("page %q is %q of kind %q, every %q, with %d ratings", id, p.ID, p.Kind, p.Every, ratings)
		}
	}
	back, _ := field(t, pages, "cooling-off", journal.FieldBackAt)
	if !back.Clock || !slices.Contains(back.Soon, "20m") || !slices.Contains(back.Soon, "24h") {
		t.Errorf("the return from cooling off offers %v", back.Soon)
	}
	standing, apology := field(t, pages, "apology", "standing")
	if ready, ok := standing.Option("ready"); !ok || ready.Until != "ready-from" {
		t.Errorf("an apology is ready %+v", ready)
	}
	elements := []string{"regret", "explanation", "responsibility", "repentance", "repair", "forgiveness"}
	var marked []string
	for _, f := range apology.Fields {
		if len(f.Marks) > 0 {
			marked = append(marked, f.Key)
			if !slices.Equal(f.Marks, []string{"but", "if", "you made me"}) {
				t.Errorf("%s marks %q", f.Key, f.Marks)
			}
		}
	}
	if !slices.Equal(marked, elements) {
		t.Errorf("the elements of an apology are %q, want %q in that order", marked, elements)
	}
}

func field(t *testing.T, pages []journal.Page, id, key string) (journal.PageField, journal.Page) {
	t.Helper()
	p, _ := journal.FindPage(pages, id)
	f, ok := p.Field(key)
	if !ok {
		t.Fatalf("page %s has no field %s", id, key)
	}
	return f, p
}

// Whoever follows a guide, on whichever path and side, finds a page in every
// stage they are shown.
func TestEveryStageHasPages(t *testing.T) {
	pages := shippedPages(t)
	for _, g := range shippedGuides(t) {
		for _, path := range journal.Paths() {
			for _, s := range g.Along(path).Stages {
				for _, role := range journal.Roles() {
					if len(journal.PagesOf(pages, s.ID, role, path)) == 0 {
						t.Errorf("%s on %q: role %s finds no page in %s", g.ID, path, role, s.ID)
					}
				}
			}
		}
	}
}

// Stepping back and parting well are complete: each of their subjects has a
// page, in a stage that they show, for both sides of the hurt.
func TestLeavingHasPagesOfItsOwn(t *testing.T) {
	pages := shippedPages(t)
	topics := strings.Fields("what-i-decided safe-and-settled what-we-owe whether-to-say-it what-i-keep who-stands-by-me goodbye-letter")
	for _, path := range []journal.Path{journal.SteppingBack, journal.PartingWell} {
		for _, role := range journal.Roles() {
			var shown []string
			for _, s := range shipped(t).Along(path).Stages {
				for _, p := range journal.PagesOf(pages, s.ID, role, path) {
					shown = append(shown, p.ID)
				}
			}
			for _, topic := range topics {
				if !slices.Contains(shown, topic) {
					t.Errorf("%s: role %s is not shown %s", path, role, topic)
				}
			}
			if slices.Contains(shown, "recommit") {
				t.Errorf("%s: role %s is asked to commit anew", path, role)
			}
		}
	}
}

func TestNobodyIsShownAnEmptyPage(t *testing.T) {
	for _, p := range shippedPages(t) {
		for _, role := range journal.Roles() {
			if role.Sees(p.For) && !slices.ContainsFunc(p.Fields, func(f journal.PageField) bool { return role.Sees(f.For) }) {
				t.Errorf("role %s sees no field of %s", role, p.ID)
			}
		}
	}
}

func TestPagesStayShort(t *testing.T) {
	for _, p := range shippedPages(t) {
		asked := 0
		for _, f := range p.Fields {
			if f.Kind != journal.FieldRating {
				asked++
			}
		}
		if asked > 10 {
			t.Errorf("%s asks %d questions beside its ratings", p.ID, asked)
		}
	}
}

func TestPagesSpeakAsTheyShould(t *testing.T) {
	for _, p := range shippedPages(t) {
		speaksAsItShould(t, p.ID, pageTexts(p))
	}
}

// pageTexts is every sentence of p that a person reads.
func pageTexts(p journal.Page) []string {
	texts := []string{p.Title, p.About, p.Caution, p.Ending}
	for _, f := range p.Fields {
		texts = append(texts, f.Label, f.Hint, f.Group, f.Low, f.High, f.Left, f.Right, f.MarkHint)
		for _, o := range f.Options {
			texts = append(texts, o.Label, o.About)
		}
	}
	return texts
}

// TestWhoseFeelingsAreAskedFor holds which fields count as the person's own
// feelings: what they think that somebody else feels must never stand among
// theirs.
func TestWhoseFeelingsAreAskedFor(t *testing.T) {
	pages := shippedPages(t)
	own := journal.OwnFeelingFields(pages)
	var mine, theirs []string
	for _, p := range pages {
		for _, key := range journal.FeelingFields(pages)[p.ID] {
			if slices.Contains(own[p.ID], key) {
				mine = append(mine, p.ID+"."+key)
			} else {
				theirs = append(theirs, p.ID+"."+key)
			}
		}
	}
	for _, of := range []struct {
		got  []string
		want string
	}{
		{mine, "mutual-feelings.mine thought-record.feelings to-be-heard.feelings receiving-apology.feelings promises-check-in.feelings " +
			"conversation-plan.feeling good-moment.feelings grief.feelings"},
		{theirs, "mutual-feelings.theirs two-views.partner-feelings hearing.their-feelings"},
	} {
		if got := strings.Join(of.got, " "); got != of.want {
			t.Errorf("%s\nwant %s", got, of.want)
		}
	}
}
