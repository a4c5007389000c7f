package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"time"

	"mend/journal"
)

// migrations holds one SQL file a version, numbered without gaps from 1.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks the database as a journal of Mend.
const applicationID = 0x4d656e64

// found lays out a new database and keeps its first profile. The first write
// is the smallest there is: it settles the layout of the pages.
func (s *Store) found(ctx context.Context, p journal.Profile) error {
	err := s.write(ctx, func(q querier, _ time.Time) error {
		_, err := q.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID))
		return err
	})
	if err != nil {
		return err
	}
	return s.migrate(ctx, migrations, p)
}

// update brings an existing database up to date. One without a schema was cut
// short when it was created; it becomes an empty journal.
func (s *Store) update(ctx context.Context) error {
	return s.migrate(ctx, migrations, journal.Profile{Role: journal.Unsure, Guide: journal.DefaultGuide})
}

// migrate applies the migrations in files that the database has not had, each
// in a transaction with its own record. If there is something to lose, it is
// backed up first; a database without a profile is given p.
func (s *Store) migrate(ctx context.Context, files fs.FS, p journal.Profile) error {
	names, err := migrationNames(files)
	if err != nil {
		return err
	}
	var version int
	err = s.read(ctx, func(q querier) error {
		return q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	})
	switch {
	case err != nil:
		return err
	case version > len(names):
		return fmt.Errorf("%w: schema %d", journal.ErrNewerVersion, version)
	case version > 0 && version < len(names):
		if err := s.save(ctx, s); err != nil {
			return err
		}
	}
	for number := version + 1; number <= len(names); number++ {
		script, err := fs.ReadFile(files, names[number-1])
		if err != nil {
			return err
		}
		if err := s.apply(ctx, number, string(script), p); err != nil {
			return fmt.Errorf("migration %d: %w", number, err)
		}
	}
	return nil
}

func migrationNames(files fs.FS) ([]string, error) { return fs.Glob(files, "migrations/*.sql") }

// apply runs and records one migration.
func (s *Store) apply(ctx context.Context, number int, script string, p journal.Profile) error {
	return s.write(ctx, func(q querier, now time.Time) error {
		if _, err := q.ExecContext(ctx, script); err != nil {
			return err
		}
		if number == 1 {
			if err := putProfile(ctx, q, p); err != nil {
				return err
			}
		}
		if _, err := q.ExecContext(ctx, "INSERT INTO migration (number, at) VALUES (?, ?)", number, stamp(now)); err != nil {
			return err
		}
		_, err := q.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", number))
		return err
	})
}
