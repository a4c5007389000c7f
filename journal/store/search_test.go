package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mend/journal"
	"mend/journal/store"
)

func TestSearch(t *testing.T) {
	b := newBox(t)
	for title, body := range map[string]string{
		"english":    "We talked about Trust; don't know why. E-mail at 10:30.",
		"german":     "Die Füße, naïve Gespräche über Größe",
		"vietnamese": "một ngày đẹp, Việt Nam, cộng",
		"combined":   "re\u0301sume\u0301 of the day",
		"turkish":    "ışık ve IŞIK, Diyarbakır, İstanbul",
		"greek":      "ΟΔΟΣ και ὁδός",
		"russian":    "Привет, мир",
		"arabic":     "قلبي مكسور اليوم",
		"hebrew":     "שלום עולם",
		"chinese":    "今天我们谈了很久，我很难过。",
		"japanese":   "昨日、彼女と話しました。カフェで。",
		"halfvoiced": "はなし か\u3099っこう",
		"korean":     "오늘은 마음이 아프다",
		"koreanjamo": "\u1106\u1161\u11af 한마디",
		"thai":       "วันนี้ฉันรู้สึกเสียใจ",
		"lao":        "ມື້ນີ້ຂ້ອຍເສົ້າ",
		"khmer":      "ថ្ងៃនេះខ្ញុំសោកស្តាយ",
		"burmese":    "ဒီနေ့ဝမ်းနည်းတယ်",
		"mixed":      "café東京Tower",
		"emoji":      "walk 😀😭 and ❤️ — again…",
		"syntax":     `quote"d star* (paren) -minus NEAR/2 OR title:colon C++ a_b`,
		"numbers":    "2026-03-14 paid 1,500.50",
	} {
		b.add(t, journal.Entry{Title: title, Body: body})
	}
	b.add(t, journal.Entry{Title: "places", Body: "body", Tags: []string{"weekly talk", "größe"}, Page: "p",
		Fields: map[string]string{"keyname": "answered plainly", "other": "two\nlines", journal.FieldEarlier: "7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e"}})

	tests := map[string][]string{
		"trust":         {"english"},
		"TRU tal":       {"english"},
		"tal tru":       {"english"},
		"trust nothing": nil,
		"rust":          nil,
		"don't":         {"english"},
		"don’t":         {"english"},
		"e-mai":         {"english"},
		"mail e-":       {"english"},
		"10:30":         {"english"},
		"  trust\t\n ":  {"english"},

		"fusse": nil, "fuße": {"german"}, "FUSS": nil, "naive": {"german"}, "NAÏVE": {"german"}, "gesprache": {"german"},
		"grosse": nil, "große": {"german", "places"}, "größe": {"german", "places"},
		"mot ngay": {"vietnamese"}, "việt": {"vietnamese"}, "cong": {"vietnamese"},
		"resume": {"combined"}, "résumé": {"combined"}, "re\u0301sum": {"combined"},
		"ışık": {"turkish"}, "isik": {"turkish"}, "IŞIK": {"turkish"}, "işik": {"turkish"},
		"diyarbakir": nil, "diyarbakır": {"turkish"}, "DİYARBAKIR": {"turkish"},
		"istanbul": {"turkish"}, "İSTANBUL": {"turkish"}, "ıstanbul": {"turkish"},
		"οδος": {"greek"}, "ΟΔΌΣ": {"greek"}, "привет": {"russian"}, "МИР": {"russian"},
		"مكسور": {"arabic"}, "قلب": {"arabic"}, "שלום": {"hebrew"},

		"难过": {"chinese"}, "我们 难过": {"chinese"}, "难过 trust": nil, "今": {"chinese"}, "過": nil,
		"彼女": {"japanese"}, "話しま": {"japanese"}, "カフェ": {"japanese"}, "かっこう": nil, "がっこう": {"halfvoiced"}, "か\u3099っ": {"halfvoiced"},
		"마음": {"korean"}, "음이": {"korean"}, "말": {"koreanjamo"}, "\u1112\u1161\u11ab": {"koreanjamo"},
		"เสียใจ": {"thai"}, "ຂ້ອຍ": {"lao"}, "ខ្ញុំ": {"khmer"}, "ဝမ်းနည်း": {"burmese"},
		"東京": {"mixed"}, "CAFE東": {"mixed"}, "京tower": {"mixed"}, "caf": {"mixed"}, "tower": nil,

		"😭": {"emoji"}, "😀😭": {"emoji"}, "😭😀": nil, "walk 😀": {"emoji"}, "❤": {"emoji"}, "—": {"emoji"}, "…": {"emoji"},

		`"`: {"syntax"}, `quote"d`: {"syntax"}, `"quote`: {"syntax"}, `star*`: {"syntax"}, "sta*": {"syntax"}, "*": {"syntax"},
		"(paren)": {"syntax"}, "(": {"syntax"}, ")": {"syntax"}, "-minus": {"syntax"}, "-star": {"syntax"}, "near/2": {"syntax"},
		"NEAR": {"syntax"}, "OR": {"syntax"}, "trust OR star": nil, "trust AND talked": nil, "NOT": nil,
		"title:colon": {"syntax"}, "body:trust": nil, "^quote": {"syntax"}, "a_b": {"syntax"},
		`\`: nil, "%": nil, "_": {"syntax"}, "'": {"english"}, ";": {"english"}, "()": nil,

		"2026-03": {"numbers"}, "1,500": {"numbers"}, "1500": nil,
		"weekly": {"places"}, "talk week": {"places"}, "answered": {"places"}, "keyname": nil, "lines two": {"places"},
		"places": {"places"}, "7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3e": {"places"}, "7f1d3c9e-8f43-4b43-9c7b-0f4f5a1c2d3f": nil,
	}
	for query, want := range tests {
		t.Run(query, func(t *testing.T) {
			got := titles(t, b, journal.EntryFilter{Query: query})
			slices.Sort(got)
			equal(t, got, want)
		})
	}
}

func TestSearchShowsWhere(t *testing.T) {
	b := newBox(t)
	text := "First line.\n\nThen we stood by the river and said very little for a long time."
	for _, e := range []journal.Entry{
		{Title: "body", Body: text},
		{Title: "river", Body: text},
		{Title: "answer", Body: "Nothing.", Page: "p", Fields: map[string]string{"k": "It was the river."}},
		{Title: "tag", Body: "Nothing.", Tags: []string{"river"}},
		{Title: "letter", Body: text, SealedUntil: "9999-01-01"},
	} {
		b.add(t, e)
	}
	snippets := func(f journal.EntryFilter) map[string]string {
		list, err := b.ListEntries(t.Context(), f)
		must(t, err)
		got := map[string]string{}
		for _, e := range list {
			got[e.Title] = e.Snippet
		}
		return got
	}
	equal(t, snippets(journal.EntryFilter{Query: "RIV"}), map[string]string{
		"body": "…we stood by the river and said very little for a long time.", "answer": "It was the river.", "tag": "",
		"river": "…we stood by the river and said very little for a long time.", // for a row that cuts the title
	})
	equal(t, snippets(journal.EntryFilter{Query: "river first"}), map[string]string{
		"body": "First line.", "river": "First line.", // what the title does not say
	})
	equal(t, snippets(journal.EntryFilter{}), map[string]string{"body": "", "river": "", "answer": "", "tag": "", "letter": ""})
}

// What was answered is found, and shown, by the words the person saw; what is
// still sealed is not.
func TestSearchFindsAnswersAsTheyWereSeen(t *testing.T) {
	pages := []journal.Page{
		{ID: "view", Fields: []journal.PageField{
			{Key: "sure", Options: []journal.Option{{ID: "in-part", Label: "Half of it"}, {ID: "cant-tell", Label: "I can't tell yet"}}},
			{Key: "helps", Options: []journal.Option{{ID: "walk", Label: "Going for a stroll"}, {ID: "tea", Label: "A cup of tea"}}},
		}},
		{ID: "other", Fields: []journal.PageField{{Key: "sure", Options: []journal.Option{{ID: "in-part", Label: "To a degree"}}}}},
	}
	b := newBox(t)
	for title, e := range map[string]journal.Entry{
		"first":  {Page: "view", Body: "by the river", Fields: map[string]string{"sure": "in-part", "helps": "tea\nwalk"}},
		"second": {Page: "view", Fields: map[string]string{"sure": "cant-tell", "helps": "my half sister"}},
		"third":  {Page: "other", Fields: map[string]string{"sure": "in-part"}},
		"fourth": {Body: "half the river", Fields: map[string]string{"sure": "in-part"}},
		"letter": {Page: "view", Fields: map[string]string{"sure": "in-part"}, SealedUntil: "9999-01-01"},
	} {
		e.Title = title
		b.add(t, e)
	}
	for query, want := range map[string]map[string]string{
		"stroll":       {"first": "Going for a stroll"},
		"STRÓ tea":     {"first": "A cup of tea"},
		"river half":   {"first": "by the river", "fourth": "half the river"},
		"river half o": {"first": "by the river"},
		"half":         {"first": "Half of it", "second": "my half sister", "fourth": "half the river"},
		"can't":        {"second": "I can't tell yet"},
		"can’t tel":    {"second": "I can't tell yet"},
		"cannot":       nil,
		"tell degree":  nil,
		"degr":         {"third": "To a degree"},
		"part":         {"fourth": "in-part"},
		"troll":        nil,
	} {
		f := journal.EntryFilter{Query: query, Answers: journal.AnswersTo(pages, query)}
		list, err := b.ListEntries(t.Context(), f)
		must(t, err)
		var got map[string]string
		for _, e := range list {
			if got == nil {
				got = map[string]string{}
			}
			got[e.Title] = e.Snippet
		}
		if n, err := b.CountEntries(t.Context(), f); err != nil || n != len(got) {
			t.Errorf("%q counts %d: %v", query, n, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", query, diff)
		}
	}
	many := journal.EntryFilter{Query: strings.Repeat("half tea stroll i ", 50)}
	many.Answers = journal.AnswersTo(pages, many.Query)
	_, err := b.ListEntries(t.Context(), many)
	must(t, err)
}

// A word that is in the id of an answer alone finds nothing, unless it stands
// somewhere else in the entry too.
func TestSearchFindsNoIDs(t *testing.T) {
	pages := []journal.Page{{ID: "view", Fields: []journal.PageField{
		{Key: "sure", Options: []journal.Option{{ID: "in-part", Label: "Half of it"}, {ID: "not-yet", Label: "Later, not now"}, {ID: "wait", Label: "By and by"}}},
	}}}
	given := func(answers string) map[string]string { return map[string]string{"sure": answers} }
	b := newBox(t)
	for title, e := range map[string]journal.Entry{
		"id":          {Page: "view", Fields: given("in-part\nnot-yet\nwait")},
		"own words":   {Page: "view", Fields: given("in-part\npart of it")},
		"accents":     {Page: "view", Fields: given("in-part\nPártẹ")},
		"text":        {Page: "view", Body: "a part – in-part", Fields: given("in-part")},
		"part":        {Page: "view", Fields: given("in-part")},
		"tag":         {Page: "view", Tags: []string{"partly"}, Fields: given("in-part")},
		"in two":      {Page: "view", Title: "in two", Fields: given("in-part\nnot-yet")},
		"other page":  {Page: "gone", Fields: given("in-part")},
		"other field": {Page: "view", Fields: map[string]string{"what": "in-part"}},
	} {
		e.Title = title
		b.add(t, e)
	}
	for query, want := range map[string][]string{
		"part":      {"accents", "other field", "other page", "own words", "part", "tag", "text"},
		"parte":     {"accents"},
		"in-part":   {"other field", "other page", "text"},
		"in part":   {"other field", "other page", "text"},
		"in":        {"in two", "other field", "other page", "text"},
		"in-two":    {"in two"},
		"yet":       nil,
		"not":       {"id", "in two"},
		"not-y":     nil,
		"later":     {"id", "in two"},
		"later yet": nil,
		"wait":      nil,
		"-":         {"other field", "other page", "text"},
		"half -":    {"text"},
		"東":         nil,
		"half part": {"accents", "own words", "part", "tag", "text"},
	} {
		f := journal.EntryFilter{Query: query, Answers: journal.AnswersTo(pages, query)}
		got := titles(t, b, f) // of one moment, so in any order
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", query, diff)
		}
	}
}

// TestSearchFollows finds what is there now and nothing that was.
func TestSearchFollows(t *testing.T) {
	b := newBox(t)
	e := b.add(t, journal.Entry{Title: "heron", Body: "otter", Tags: []string{"badger"}})
	for _, change := range []func(){
		func() { e.Title = "swan" },
		func() { e.Body = "stoat" },
		func() { e.Tags = []string{"newt"} },
		func() { e.Page, e.Fields = "p", map[string]string{"k": "vole"} },
	} {
		change()
		var err error
		e, err = b.UpdateEntry(t.Context(), e, false)
		must(t, err)
	}
	for query, want := range map[string]int{
		"heron": 0, "otter": 0, "badger": 0, "swan": 1, "stoat": 1, "newt": 1, "vole": 1, "swan vole stoat newt": 1,
	} {
		if got := len(titles(t, b, journal.EntryFilter{Query: query})); got != want {
			t.Errorf("%q finds %d, want %d", query, got, want)
		}
	}
}

func TestLongQueries(t *testing.T) {
	b := newBox(t)
	var many []string
	for a := 'a'; a <= 'z'; a++ {
		for c := 'a'; c <= 'z'; c++ {
			many = append(many, string([]rune{a, c}))
		}
	}
	long := strings.Join(many, " ")
	b.add(t, journal.Entry{Title: "long", Body: long})
	equal(t, titles(t, b, journal.EntryFilter{Query: long}), []string{"long"})
	b.add(t, journal.Entry{Title: "dots", Body: strings.Repeat("a.", 2000)})
	equal(t, titles(t, b, journal.EntryFilter{Query: strings.Repeat("A.", 1999)}), []string{"dots"})
	equal(t, titles(t, b, journal.EntryFilter{Query: strings.Repeat("難 ", 500)}), []string(nil))
	equal(t, titles(t, b, journal.EntryFilter{Query: strings.Repeat("x", journal.MaxTitle)}), []string(nil))
	for _, query := range []string{strings.Repeat("x", journal.MaxTitle+1), "a\x00b", "a\xffb"} {
		if _, err := b.ListEntries(t.Context(), journal.EntryFilter{Query: query}); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("a query of %d bytes: %v", len(query), err)
		}
	}
}

// FuzzSearch sees that no query is an error, and that an entry is found by its
// own words.
func FuzzSearch(f *testing.F) {
	for _, query := range []string{`"`, "a* OR", "NEAR/2 x", "東京 -a", "(((", "İı", "e\u0301", "\u0301", "c:d", "\u200b", "😀\ufe0f", "ß ẞ", "ŉ ǰ", "\u0345", "İ東"} {
		f.Add(query)
	}
	b := newBox(f)
	f.Fuzz(func(t *testing.T, query string) {
		if journal.CheckText("query", query, journal.MaxTitle) != nil || strings.TrimSpace(query) == "" {
			t.Skip()
		}
		e := b.add(t, journal.Entry{Body: query})
		list, err := b.ListEntries(t.Context(), journal.EntryFilter{Query: query})
		if err != nil || len(list) != 1 {
			t.Errorf("%q finds %d entries: %v", query, len(list), err)
		}
		must(t, b.PurgeEntry(t.Context(), e.ID))
	})
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"":                     "",
		"ABC xyz":              "abc xyz",
		"Ünïcödé":              "unicode",
		"e\u0301":              "e",
		"ΣΊΣΥΦΟΣ":              "σισυφοσ",
		"İIıi":                 "iiii",
		"ガ":                    "ガ",
		"か\u3099":              "が",
		"\u1112\u1161\u11ab":   "한",
		"“Ja” — 東京 A":          "“ja” — 東京 a",
		"เสียใจ":               "เสียใจ",
		"\U0001F600 OK":        "\U0001F600 ok",
		"Ａ":                    "ａ",
		strings.Repeat("É", 3): "eee",
	} {
		if got := store.Fold(text); got != want {
			t.Errorf("%q folds to %q, want %q", text, got, want)
		}
		if again := store.Fold(store.Fold(text)); again != want {
			t.Errorf("%q folds further to %q", want, again)
		}
	}
}
