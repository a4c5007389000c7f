package store

import (
	"context"
	"slices"

	"mend/journal"
)

// entryColumns names what columns returns, and entryValues stands for it.
const (
	entryColumns = `(id, place, month, day, binned, at, created, edited, deleted, felt_before, felt_after,
		stage, step, promise, page, keep_out, no_look_back, starred, sealed_until, first_line, feelings, tags, title)`
	entryValues = `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
)

// insertEntry adds e as it is, whatever its times, and returns its row number.
func insertEntry(ctx context.Context, q querier, e journal.Entry) (int64, error) {
	result, err := q.ExecContext(ctx, "INSERT INTO entry "+entryColumns+" VALUES "+entryValues, columns(e)...)
	if err != nil {
		return 0, err
	}
	seq, err := result.LastInsertId()
	if err != nil {
		return 0, err
	}
	_, err = q.ExecContext(ctx,
		"INSERT INTO entry_text (title, tags, fields, answers, body, entry) VALUES (?, ?, ?, ?, ?, ?)",
		append(texts(e), seq)...)
	if err != nil {
		return 0, err
	}
	return seq, insertLists(ctx, q, seq, e)
}

// replaceEntry puts after, as it is, in the place of before. What is costly to
// change is left alone where it has not changed.
func replaceEntry(ctx context.Context, q querier, seq int64, before, after journal.Entry) error {
	_, err := q.ExecContext(ctx, "UPDATE entry SET "+entryColumns+" = "+entryValues+" WHERE seq = ?",
		append(columns(after), seq)...)
	if err != nil {
		return err
	}
	sameTags := slices.Equal(before.Tags, after.Tags)
	if !before.SameText(after) || !sameTags {
		_, err := q.ExecContext(ctx,
			"UPDATE entry_text SET title = ?, tags = ?, fields = ?, answers = ?, body = ? WHERE entry = ?",
			append(texts(after), seq)...)
		if err != nil {
			return err
		}
	}
	if sameTags && slices.Equal(before.Feelings, after.Feelings) {
		return nil
	}
	for _, table := range []string{"feeling", "tag"} {
		if _, err := q.ExecContext(ctx, "DELETE FROM "+table+" WHERE entry = ?", seq); err != nil {
			return err
		}
	}
	return insertLists(ctx, q, seq, after)
}

// columns returns what the table entry holds of e.
func columns(e journal.Entry) []any {
	r := encode(e)
	return []any{
		r.id[:], place(e), monthOf(e.At), dayOf(e.At), !e.Deleted.IsZero(), r.at, r.created, r.edited, r.deleted,
		r.before, r.after, r.stage, r.step, r.promise, r.page,
		r.keepOut, r.noLookBack, r.starred, r.sealedUntil,
		e.FirstLine(), r.feelings, r.tags, r.title,
	}
}

// texts returns what the table entry_text holds of e.
func texts(e journal.Entry) []any {
	r := encode(e)
	return []any{r.title, r.tags, r.fields, answers(e.Fields), r.body}
}

func insertLists(ctx context.Context, q querier, seq int64, e journal.Entry) error {
	if err := insertFeelings(ctx, q, seq, e.Feelings); err != nil {
		return err
	}
	for i, name := range e.Tags {
		if _, err := q.ExecContext(ctx, "INSERT INTO tag (entry, n, name) VALUES (?, ?, ?)", seq, i, name); err != nil {
			return err
		}
	}
	return nil
}

func insertFeelings(ctx context.Context, q querier, seq int64, feelings []journal.Feeling) error {
	for i, f := range feelings {
		_, err := q.ExecContext(ctx, "INSERT INTO feeling (entry, n, word, intensity) VALUES (?, ?, ?, ?)",
			seq, i, f.Word, f.Intensity)
		if err != nil {
			return err
		}
	}
	return nil
}
