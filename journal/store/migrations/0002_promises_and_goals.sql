-- Promises and goals are kept wording by wording; the newest counts. What is
-- said twice of one at one moment is kept once: a digest tells it apart, so that
-- merging many needs no comparing.

CREATE TABLE promise (
    seq     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL CHECK (length(id) = 16),
    instant BLOB NOT NULL, -- at, as bytes that sort
    digest  BLOB NOT NULL, -- of all that follows but for the offset of at
    at      TEXT NOT NULL,
    text    TEXT NOT NULL,
    who     TEXT NOT NULL,
    why     TEXT NOT NULL,
    how     TEXT NOT NULL,
    since   TEXT NOT NULL,
    every   TEXT NOT NULL, -- or empty
    due     TEXT NOT NULL, -- or empty
    review  TEXT NOT NULL, -- or empty
    ended   TEXT NOT NULL, -- or empty
    UNIQUE (id, instant, digest)
) STRICT;

CREATE TABLE observation (
    seq     INTEGER PRIMARY KEY,
    promise BLOB NOT NULL CHECK (length(promise) = 16),
    instant BLOB NOT NULL, -- at, as bytes that sort
    digest  BLOB NOT NULL, -- of all that follows but for the offset of at
    at      TEXT NOT NULL,
    day     TEXT NOT NULL,
    result  TEXT NOT NULL,
    note    TEXT NOT NULL,
    UNIQUE (promise, instant, digest)
) STRICT;

CREATE TABLE goal (
    seq       INTEGER PRIMARY KEY,
    id        BLOB NOT NULL CHECK (length(id) = 16),
    instant   BLOB NOT NULL, -- at, as bytes that sort
    digest    BLOB NOT NULL, -- of all that follows but for the offset of at
    at        TEXT NOT NULL,
    term      TEXT NOT NULL,
    text      TEXT NOT NULL,
    done_when TEXT NOT NULL,
    due       TEXT NOT NULL, -- or empty
    reached   TEXT NOT NULL, -- or empty
    dropped   TEXT NOT NULL, -- or empty
    UNIQUE (id, instant, digest)
) STRICT;
