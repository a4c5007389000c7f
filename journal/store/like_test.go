package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"mend/journal"
)

func TestListLike(t *testing.T) {
	b := newBox(t) // 14 March 2026
	for i := range 40 {
		b.add(t, journal.Entry{Title: fmt.Sprint("filler ", i), Body: "common words on an ordinary evening"})
	}
	hurt := []journal.Feeling{{Word: "hurt", Intensity: 3}}
	mine := b.add(t, journal.Entry{Title: "mine", Body: "common words: the lighthouse, a ferry, the quarrel; sea 1234", Feelings: hurt})
	for _, e := range []journal.Entry{
		{Title: "two words", Body: "From the Lighthouse we saw the ferry."},
		{Title: "word and feeling", Body: "Another quarrel.", Feelings: []journal.Feeling{{Word: "Hurt", Intensity: 1}}},
		{Title: "one word", Body: "A lighthouse."},
		{Title: "a feeling", Body: "Nothing.", Feelings: hurt},
		{Title: "short and numbers", Body: "sea 1234"},
		{Title: "never again", Body: "lighthouse ferry quarrel", NoLookBack: true},
		{Title: "sealed", Body: "lighthouse ferry quarrel", SealedUntil: "2026-03-15"},
		{Title: "unsealed", Body: "lighthouse ferry quarrel", SealedUntil: "2026-03-14", KeepOut: true},
	} {
		b.add(t, e)
	}
	binned := b.add(t, journal.Entry{Title: "binned", Body: "lighthouse ferry quarrel"})
	must(t, b.DeleteEntry(t.Context(), binned.ID))

	got, err := b.ListLike(t.Context(), mine.ID, nil, 9)
	must(t, err)
	var told []string
	for _, l := range got {
		told = append(told, fmt.Sprintf("%s: %s / %s", l.Entry.Title, strings.Join(l.Words, " "), strings.Join(l.Feelings, " ")))
	}
	if len(told) != 3 || !strings.HasPrefix(told[0], "unsealed: ") {
		t.Errorf("alike are %q", told)
	}
	equal(t, told[1:], []string{"word and feeling: quarrel / Hurt", "two words: ferry lighthouse / "})

	got, err = b.ListLike(t.Context(), mine.ID, nil, 1)
	must(t, err)
	if len(got) != 1 {
		t.Errorf("asked for one, %d came", len(got))
	}
	if _, err := b.ListLike(t.Context(), uuid.New(), nil, 1); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("of an entry that is not there: %v", err)
	}
}
