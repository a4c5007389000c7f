package vault_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"mend/journal/vault"
)

const passphrase = "correct horse battery staple"

// pragmas are the ones the store sets; the vault is proven under them.
var pragmas = strings.Join([]string{
	"_locking_mode=EXCLUSIVE", "_journal_mode=TRUNCATE", "_synchronous=FULL",
	"_secure_delete=ON", "_foreign_keys=ON",
}, "&")

// reservingDriver asks for the reserved bytes before anything else.
type connector struct {
	dsn    string
	driver *sqlite3.SQLiteDriver
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.driver }

// openDatabase opens the vault's database the way the store does.
func openDatabase(t testing.TB, v *vault.Vault) *sql.DB {
	t.Helper()
	const reserveBytes = 38 // SQLITE_FCNTL_RESERVE_BYTES
	d := &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		if err := c.SetFileControlInt("main", reserveBytes, vault.ReservedBytes()); err != nil {
			return err
		}
		_, err := c.Exec("PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON", nil)
		return err
	}}
	db := sql.OpenDB(connector{v.URI() + "&" + pragmas, d})
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

func TestRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j.mend")
	v, err := vault.Create(path, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	db := openDatabase(t, v)
	if _, err := db.Exec("CREATE TABLE t(a); INSERT INTO t VALUES('hello'),('world')"); err != nil {
		t.Fatal(err, v.Cause())
	}
	db.Close()
	faults, err := v.Verify(context.Background(), nil)
	t.Log(faults, err)
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	v, err = vault.Open(path, []byte(passphrase), vault.InsecureTestOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	db = openDatabase(t, v)
	var n int
	var check, mode, rsv string
	if err := db.QueryRow("select count(*) from t").Scan(&n); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	db.QueryRow("pragma integrity_check").Scan(&check)
	db.QueryRow("pragma journal_mode").Scan(&mode)
	db.QueryRow("pragma locking_mode").Scan(&rsv)
	t.Log(check, mode, rsv)
	db.Close()
}
