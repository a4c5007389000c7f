package store

import (
	"context"
	"fmt"
	"time"

	"mend/journal"
)

// GetProfile returns the profile. A journal always has one.
func (s *Store) GetProfile(ctx context.Context) (journal.Profile, error) {
	var p journal.Profile
	err := s.read(ctx, func(q querier) (err error) {
		p, err = getProfile(ctx, q)
		return err
	})
	if err != nil {
		return journal.Profile{}, fmt.Errorf("get profile: %w", err)
	}
	return p, nil
}

// UpdateProfile replaces the profile. It fails with ErrInvalid if p breaks a
// rule.
func (s *Store) UpdateProfile(ctx context.Context, p journal.Profile) error {
	err := p.Check()
	if err == nil {
		err = s.write(ctx, func(q querier, _ time.Time) error { return putProfile(ctx, q, p) })
	}
	if err != nil {
		return fmt.Errorf("update profile: %w", err)
	}
	return nil
}

func getProfile(ctx context.Context, q querier) (journal.Profile, error) {
	var p journal.Profile
	var settings string
	err := q.QueryRowContext(ctx, "SELECT role, path, path_until, guide, welcomed, settings FROM profile").
		Scan(&p.Role, &p.Path, &p.PathUntil, &p.Guide, &p.Welcomed, &settings)
	if err != nil {
		return journal.Profile{}, err
	}
	p.Settings, err = decodeMap(settings)
	return p, err
}

func putProfile(ctx context.Context, q querier, p journal.Profile) error {
	_, err := q.ExecContext(ctx,
		"INSERT OR REPLACE INTO profile (only, role, path, path_until, guide, welcomed, settings) VALUES (1, ?, ?, ?, ?, ?, ?)",
		p.Role, p.Path, p.PathUntil, p.Guide, p.Welcomed, encodeMap(p.Settings))
	return err
}
