package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"mend/journal"
)

// The kinds of what is the person's own.
const (
	ownGuide    = "guide"
	ownPrompt   = "prompt"
	ownContact  = "contact"
	ownQuestion = "question"
)

// GetOwn returns what the person added of their own.
func (s *Store) GetOwn(ctx context.Context) (journal.Own, error) {
	var own journal.Own
	err := s.read(ctx, func(q querier) (err error) {
		own, err = getOwn(ctx, q)
		return err
	})
	if err != nil {
		return journal.Own{}, fmt.Errorf("get own: %w", err)
	}
	return own, nil
}

func getOwn(ctx context.Context, q querier) (journal.Own, error) {
	var own journal.Own
	err := each(ctx, q, func(rows *sql.Rows) error {
		var kind, what string
		if err := rows.Scan(&kind, &what); err != nil {
			return err
		}
		return addOwn(&own, kind, what)
	}, "SELECT kind, what FROM own ORDER BY kind, id")
	slices.SortStableFunc(own.Guides, func(a, b journal.OwnGuide) int { return cmp.Compare(a.Title, b.Title) })
	slices.SortStableFunc(own.Prompts, func(a, b journal.OwnPrompt) int { return a.Created.Compare(b.Created) })
	slices.SortStableFunc(own.Contacts, func(a, b journal.Contact) int { return a.Created.Compare(b.Created) })
	return own, err
}

// addOwn adds what is kept as of a kind.
func addOwn(own *journal.Own, kind, what string) error {
	switch kind {
	case ownGuide:
		return decodeOwn(what, &own.Guides)
	case ownPrompt:
		return decodeOwn(what, &own.Prompts)
	case ownContact:
		return decodeOwn(what, &own.Contacts)
	case ownQuestion:
		return decodeOwn(what, &own.Questions)
	}
	return unreadable("own")
}

// decodeOwn adds what is kept to a list. The error does not quote it.
func decodeOwn[T any](what string, to *[]T) error {
	var v T
	if err := json.Unmarshal([]byte(what), &v); err != nil {
		return unreadable("own")
	}
	*to = append(*to, v)
	return nil
}

// SetGuide keeps a guide of the person's own as it is now and returns it as
// kept. It fails with ErrInvalid.
func (s *Store) SetGuide(ctx context.Context, g journal.OwnGuide) (journal.OwnGuide, error) {
	err := s.setOwn(ctx, ownGuide, g.ID, g.Check, func(q querier, now time.Time) error {
		g.Edited = now
		return putOwn(ctx, q, ownGuide, g.ID, g.Edited, g)
	})
	return g, err
}

// SetPrompt keeps a question of the person's own and returns it as kept. An ID
// is made if it has none. It fails with ErrInvalid.
func (s *Store) SetPrompt(ctx context.Context, p journal.OwnPrompt) (journal.OwnPrompt, error) {
	if p.ID == uuid.Nil {
		p.ID = uuid.New()
	}
	err := s.setOwn(ctx, ownPrompt, p.ID.String(), p.Check, func(q querier, now time.Time) error {
		p.Edited = now
		p.Created = createdOr(p.Created, p.Edited)
		return putOwn(ctx, q, ownPrompt, p.ID.String(), p.Edited, p)
	})
	return p, err
}

// SetContact keeps somebody to turn to and returns them as kept. An ID is made
// if there is none. It fails with ErrInvalid.
func (s *Store) SetContact(ctx context.Context, c journal.Contact) (journal.Contact, error) {
	if c.ID == uuid.Nil {
		c.ID = uuid.New()
	}
	err := s.setOwn(ctx, ownContact, c.ID.String(), c.Check, func(q querier, now time.Time) error {
		c.Edited = now
		c.Created = createdOr(c.Created, c.Edited)
		return putOwn(ctx, q, ownContact, c.ID.String(), c.Edited, c)
	})
	return c, err
}

// MarkQuestion keeps what was noted of a question of the deck and returns it as
// kept. It fails with ErrInvalid.
func (s *Store) MarkQuestion(ctx context.Context, m journal.QuestionMark) (journal.QuestionMark, error) {
	err := s.setOwn(ctx, ownQuestion, m.Question, m.Check, func(q querier, now time.Time) error {
		m.Edited = now
		return putOwn(ctx, q, ownQuestion, m.Question, m.Edited, m)
	})
	return m, err
}

func createdOr(created, now time.Time) time.Time {
	if created.IsZero() {
		return now
	}
	return created
}

// setOwn keeps what put puts under an id. It is edited now, or just after what
// is kept under the id: a clock that went back takes no edit away.
func (s *Store) setOwn(ctx context.Context, kind, id string, check func() error, put func(querier, time.Time) error) error {
	err := check()
	if err == nil {
		err = s.write(ctx, func(q querier, now time.Time) error {
			last, err := editedLast(ctx, q, kind, id)
			if err != nil {
				return err
			}
			return put(q, after(asKept(now), last))
		})
	}
	if err != nil {
		return fmt.Errorf("set %s: %w", kind, err)
	}
	return nil
}

// editedLast returns when what is kept under an id was edited, or the zero time
// if nothing is.
func editedLast(ctx context.Context, q querier, kind, id string) (time.Time, error) {
	var kept struct{ Edited time.Time }
	err := each(ctx, q, func(rows *sql.Rows) error {
		var what string
		if err := rows.Scan(&what); err != nil {
			return err
		}
		if json.Unmarshal([]byte(what), &kept) != nil {
			return unreadable("own")
		}
		return nil
	}, "SELECT what FROM own WHERE kind = ? AND id = ?", kind, id)
	return kept.Edited, err
}

// DeleteGuide removes a guide of the person's own for ever. What was ticked and
// written along it stays. It fails with ErrNotFound.
func (s *Store) DeleteGuide(ctx context.Context, id string) error {
	return s.deleteOwn(ctx, ownGuide, id)
}

// DeletePrompt removes a question of the person's own for ever. It fails with
// ErrNotFound.
func (s *Store) DeletePrompt(ctx context.Context, id uuid.UUID) error {
	return s.deleteOwn(ctx, ownPrompt, id.String())
}

// DeleteContact removes somebody to turn to for ever. It fails with
// ErrNotFound.
func (s *Store) DeleteContact(ctx context.Context, id uuid.UUID) error {
	return s.deleteOwn(ctx, ownContact, id.String())
}

func (s *Store) deleteOwn(ctx context.Context, kind, id string) error {
	err := s.write(ctx, func(q querier, _ time.Time) error {
		return deleteSome(ctx, q, "DELETE FROM own WHERE kind = ? AND id = ?", kind, id)
	})
	if err != nil {
		return fmt.Errorf("delete %s: %w", kind, err)
	}
	return nil
}

// putOwn keeps v, unless what is kept under its id was edited later.
func putOwn(ctx context.Context, q querier, kind, id string, edited time.Time, v any) error {
	what, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = q.ExecContext(ctx, `
		INSERT INTO own (kind, id, instant, what) VALUES (?, ?, ?, ?)
		ON CONFLICT (kind, id) DO UPDATE SET instant = excluded.instant, what = excluded.what
		WHERE excluded.instant > own.instant`, kind, id, instant(edited), string(what))
	return err
}

// ownItem is one thing of the person's own and what it is known by.
type ownItem struct {
	kind, id string
	edited   time.Time
	what     interface{ Check() error }
}

func ownItems(own journal.Own) []ownItem {
	var items []ownItem
	for _, g := range own.Guides {
		items = append(items, ownItem{ownGuide, g.ID, g.Edited, g})
	}
	for _, p := range own.Prompts {
		items = append(items, ownItem{ownPrompt, p.ID.String(), p.Edited, p})
	}
	for _, c := range own.Contacts {
		items = append(items, ownItem{ownContact, c.ID.String(), c.Edited, c})
	}
	for _, m := range own.Questions {
		items = append(items, ownItem{ownQuestion, m.Question, m.Edited, m})
	}
	return items
}

// PutOwn implements journal.Sink.
func (in *sink) PutOwn(own journal.Own) error {
	items := ownItems(own)
	in.counts.Own += len(items)
	for _, item := range items {
		err := item.what.Check()
		if err == nil {
			err = putOwn(in.ctx, in.q, item.kind, item.id, item.edited, item.what)
		}
		if err != nil {
			return in.done("own", err)
		}
	}
	return nil
}
