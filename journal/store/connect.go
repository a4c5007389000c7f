package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"mend/journal/vault"
)

// fcntlReserveBytes is SQLITE_FCNTL_RESERVE_BYTES of sqlite3.h, which the
// driver does not name: how many bytes at the end of a page are left alone.
const fcntlReserveBytes = 38

// pragmas hold for the life of the connection. None may be dropped: FULL and
// TRUNCATE are what makes a save outlast a power cut, MEMORY keeps plain text
// out of temporary files, secure_delete leaves no freed page as a hole, which
// the vault takes for tampering. The cache is 8 MiB.
const pragmas = `
	PRAGMA synchronous = FULL;
	PRAGMA locking_mode = EXCLUSIVE;
	PRAGMA journal_mode = TRUNCATE;
	PRAGMA temp_store = MEMORY;
	PRAGMA secure_delete = ON;
	PRAGMA foreign_keys = ON;
	PRAGMA trusted_schema = OFF;
	PRAGMA cell_size_check = ON;
	PRAGMA cache_size = -8192;`

// connector makes the one connection to the database in a sealed file.
type connector struct {
	uri    string
	driver *sqlite3.SQLiteDriver
}

var _ driver.Connector = connector{}

// connect returns a handle that holds at most one connection and keeps it.
func connect(file sealedFile) *sql.DB {
	db := sql.OpenDB(connector{
		uri:    file.URI() + "&_stmt_cache_size=64",
		driver: &sqlite3.SQLiteDriver{ConnectHook: prepare},
	})
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	db.SetConnMaxLifetime(0)
	db.SetConnMaxIdleTime(0)
	return db
}

// Connect implements driver.Connector.
func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.uri) }

// Driver implements driver.Connector.
func (c connector) Driver() driver.Driver { return c.driver }

// prepare makes a new connection safe to use: first of all it leaves room for
// the vault in every page. With no database to be attached there is neither
// ATTACH nor VACUUM, both of which could write plain text elsewhere.
func prepare(conn *sqlite3.SQLiteConn) error {
	if err := conn.SetFileControlInt("main", fcntlReserveBytes, vault.ReservedBytes()); err != nil {
		return fmt.Errorf("reserve bytes: %w", err)
	}
	conn.SetLimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
	if _, err := conn.Exec(pragmas, nil); err != nil {
		return fmt.Errorf("set pragmas: %w", err)
	}
	if err := conn.RegisterFunc("holds", holds, true); err != nil {
		return fmt.Errorf("register function: %w", err)
	}
	return nil
}
