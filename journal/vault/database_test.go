package vault_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattn/go-sqlite3"

	"mend/journal/vault"
)

const passphrase = "correct horse battery staple"

// pragmas are the ones the store sets; the vault is proven under them.
const pragmas = "&_locking_mode=EXCLUSIVE&_journal_mode=TRUNCATE&_synchronous=FULL&_secure_delete=ON&_foreign_keys=ON"

const sessionPragmas = "PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON"

// connector opens one SQLite database by its DSN.
type connector struct {
	dsn    string
	driver *sqlite3.SQLiteDriver
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.driver }

// openDSN opens a database with one connection, the way the store does.
func openDSN(dsn string) *sql.DB {
	const reserveBytes = 38 // SQLITE_FCNTL_RESERVE_BYTES
	hook := func(c *sqlite3.SQLiteConn) error {
		if err := c.SetFileControlInt("main", reserveBytes, vault.ReservedBytes()); err != nil {
			return err
		}
		_, err := c.Exec(sessionPragmas, nil)
		return err
	}
	db := sql.OpenDB(connector{dsn, &sqlite3.SQLiteDriver{ConnectHook: hook}})
	db.SetMaxOpenConns(1)
	return db
}

func openDatabase(t testing.TB, v *vault.Vault) *sql.DB {
	t.Helper()
	db := openDSN(v.URI() + pragmas)
	t.Cleanup(func() { db.Close() })
	return db
}

// create makes a vault in a folder of its own.
func create(t testing.TB) *vault.Vault {
	t.Helper()
	v, err := vault.Create(filepath.Join(t.TempDir(), "j.mend"), []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

func open(path, passphrase string) (*vault.Vault, error) {
	return vault.Open(context.Background(), path, []byte(passphrase), vault.InsecureTestOptions())
}

func mustOpen(t testing.TB, path string) *vault.Vault {
	t.Helper()
	v, err := open(path, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

func exec(t testing.TB, db *sql.DB, query string, args ...any) {
	t.Helper()
	if _, err := db.Exec(query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func value[T any](t testing.TB, db *sql.DB, query string) (v T) {
	t.Helper()
	if err := db.QueryRow(query).Scan(&v); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return v
}

func closeAll(t testing.TB, db *sql.DB, v *vault.Vault) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
}

// filled makes a vault with a table of some pages and closes it.
func filled(t testing.TB) (path string) {
	t.Helper()
	v := create(t)
	db := openDatabase(t, v)
	exec(t, db, "CREATE TABLE note(body)")
	exec(t, db, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<40) "+
		"INSERT INTO note SELECT hex(randomblob(400)) FROM n")
	closeAll(t, db, v)
	return v.Path()
}

func TestRoundTrip(t *testing.T) {
	v := create(t)
	db := openDatabase(t, v)
	exec(t, db, "CREATE TABLE t(a); INSERT INTO t VALUES('one'),('two')")
	closeAll(t, db, v)

	again := mustOpen(t, v.Path())
	if again.FileID() != v.FileID() {
		t.Error("the file id changed")
	}
	db = openDatabase(t, again)
	if got := value[string](t, db, "SELECT group_concat(a) FROM t"); got != "one,two" {
		t.Errorf("read back %q", got)
	}
	closeAll(t, db, again)
}

// At rest a vault is one file and its lock, which holds nothing.
func TestClosedVaultLeavesNoJournal(t *testing.T) {
	path := filled(t)
	if _, err := os.Lstat(path + "-journal"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("after closing, the rollback journal is there: %v", err)
	}
	if err := os.WriteFile(path+"-journal", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := open(path, "another"); !errors.Is(err, vault.ErrWrongPassphrase) {
		t.Fatalf("open: %v", err)
	}
	if _, err := os.Lstat(path + "-journal"); err != nil {
		t.Errorf("a wrong passphrase changed the disk: %v", err)
	}
}

func TestSettingsTakeEffect(t *testing.T) {
	db := openDatabase(t, create(t))
	got := map[string]string{}
	for _, name := range []string{"page_size", "journal_mode", "locking_mode", "synchronous", "temp_store", "secure_delete", "page_count"} {
		got[name] = value[string](t, db, "PRAGMA "+name)
	}
	want := map[string]string{
		"page_size": "4096", "journal_mode": "truncate", "locking_mode": "exclusive", "synchronous": "2",
		"temp_store": "2", "secure_delete": "1", "page_count": "1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A statement journal, a sort and a vacuum all want scratch space; none may
// become a file.
func TestLargeWorkStaysInMemory(t *testing.T) {
	v := create(t)
	db := openDatabase(t, v)
	exec(t, db, "CREATE TABLE t(a UNIQUE, b)")
	exec(t, db, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<3000) "+
		"INSERT INTO t SELECT i, hex(randomblob(300)) FROM n")
	if _, err := db.Exec("UPDATE t SET b=b||'x', a=CASE a WHEN 2999 THEN 1 ELSE a END"); err == nil {
		t.Fatal("a duplicate was accepted")
	}
	value[string](t, db, "SELECT group_concat(b) FROM (SELECT b FROM t ORDER BY b)")
	exec(t, db, "DELETE FROM t WHERE a%2")
	exec(t, db, "VACUUM")
	if got := value[string](t, db, "PRAGMA integrity_check"); got != "ok" {
		t.Error(got)
	}
	if err := v.Cause(); err != nil {
		t.Error(err)
	}
	closeAll(t, db, v)
	files, err := filepath.Glob(filepath.Join(filepath.Dir(v.Path()), "*"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{v.Path(), v.Path() + ".lock"}
	if diff := cmp.Diff(want, files); diff != "" {
		t.Error(diff)
	}
}
