package vault_test

import (
	"database/sql"
	"path/filepath"
	"testing"
)

// BenchmarkSave saves one text of 2 KB, sealed and with the stock driver.
func BenchmarkSave(b *testing.B) {
	save := func(b *testing.B, db *sql.DB) {
		exec(b, db, "CREATE TABLE note(body)")
		for b.Loop() {
			exec(b, db, "INSERT INTO note VALUES(randomblob(2000))")
		}
	}
	b.Run("stock", func(b *testing.B) {
		db := openDSN("file:" + filepath.Join(b.TempDir(), "plain") + "?" + pragmas[1:])
		defer db.Close()
		save(b, db)
	})
	b.Run("sealed", func(b *testing.B) { save(b, openDatabase(b, create(b))) })
}

// BenchmarkScan reads 2,000 texts of 2 KB that are not in the cache.
func BenchmarkScan(b *testing.B) {
	scan := func(b *testing.B, db *sql.DB) {
		exec(b, db, "CREATE TABLE note(body)")
		exec(b, db, "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<2000) INSERT INTO note SELECT randomblob(2000) FROM n")
		for b.Loop() {
			exec(b, db, "PRAGMA shrink_memory")
			value[int](b, db, "SELECT sum(length(hex(body))) FROM note")
		}
	}
	b.Run("stock", func(b *testing.B) {
		db := openDSN("file:" + filepath.Join(b.TempDir(), "plain") + "?" + pragmas[1:])
		defer db.Close()
		scan(b, db)
	})
	b.Run("sealed", func(b *testing.B) { scan(b, openDatabase(b, create(b))) })
}
