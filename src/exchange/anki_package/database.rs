//! SQLite in memory: a database that came in a file, and one that becomes a file.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

/// Opens what somebody else wrote, to be read only.
///
/// # Errors
/// When it is no database.
pub(super) fn open(mut bytes: Vec<u8>) -> Result<Connection, String> {
    const HEAD: &[u8] = b"SQLite format 3\0";
    if !bytes.starts_with(HEAD) || bytes.len() < 100 {
        return Err("its collection is no database".to_owned());
    }
    // Bytes 18 and 19 say that the database has a write-ahead log, which one in memory cannot have.
    bytes[18..20].iter_mut().for_each(|version| *version = 1);
    let mut db = Connection::open_in_memory().map_err(damaged)?;
    db.deserialize_read_exact("main", &bytes[..], bytes.len(), true).map_err(damaged)?;
    db.pragma_update(None, "trusted_schema", false).map_err(damaged)?;
    // Anki sorts names by its own rule, without which SQLite would not touch its tables.
    db.create_collation("unicase", |a, b| a.to_lowercase().cmp(&b.to_lowercase())).map_err(damaged)?;
    Ok(db)
}

/// Whether a table, not a view that computes who knows what, has this name.
pub(super) fn has_table(db: &Connection, name: &str) -> Result<bool, String> {
    let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND name = ?";
    db.query_row(sql, [name], |row| row.get::<_, i64>(0)).map(|n| n > 0).map_err(damaged)
}

/// Every row of `sql` as `of` reads it.
pub(super) fn rows<T>(
    db: &Connection,
    sql: &str,
    of: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, String> {
    let mut statement = db.prepare(sql).map_err(damaged)?;
    let rows = statement.query_map([], |row| of(row)).map_err(damaged)?;
    rows.collect::<rusqlite::Result<_>>().map_err(damaged)
}

/// A column as words, whatever it was written as.
pub(super) fn words(row: &Row<'_>, column: usize) -> rusqlite::Result<String> {
    Ok(match row.get_ref(column)? {
        ValueRef::Null => String::new(),
        ValueRef::Integer(n) => n.to_string(),
        ValueRef::Real(x) => x.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    })
}

/// A column as a whole number; 0 where it is none.
pub(super) fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<i64> {
    Ok(match row.get_ref(column)? {
        ValueRef::Integer(n) => n,
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().and_then(|n| n.parse().ok()).unwrap_or(0),
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => 0,
    })
}

pub(super) fn damaged(error: rusqlite::Error) -> String {
    format!("its collection is damaged: {error}")
}
