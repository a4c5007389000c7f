package store

import (
	"context"
	"fmt"

	"mend/journal"
)

// Age tells which journal this is, by the id its file was born with and all its
// copies have, and how far it has come.
func (s *Store) Age(ctx context.Context) (id [16]byte, age journal.Age, err error) {
	if err := s.take(ctx); err != nil {
		return id, age, fmt.Errorf("tell age: %w", err)
	}
	defer s.giveBack()
	if age.Sequence, age.Changes, err = s.file.Age(); err != nil {
		return id, age, fmt.Errorf("tell age: %w", fromVault(err))
	}
	return s.file.FileID(), age, nil
}
