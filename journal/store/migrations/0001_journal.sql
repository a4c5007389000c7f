-- Moments are kept twice: as RFC 3339 text with the offset they were lived in,
-- and as bytes that sort by the instant (see moment.go).

CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL
) STRICT;

CREATE TABLE profile (
    only       INTEGER PRIMARY KEY CHECK (only = 1),
    role       TEXT NOT NULL,
    path       TEXT NOT NULL,
    path_until TEXT NOT NULL,
    guide      TEXT NOT NULL,
    welcomed   INTEGER NOT NULL,
    settings   TEXT NOT NULL -- JSON object, or empty
) STRICT;

-- What lists and filters read: short rows, so that a list stays off the pages
-- that hold the texts.
CREATE TABLE entry (
    seq          INTEGER PRIMARY KEY,
    id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    place        BLOB NOT NULL, -- at, created and id, as bytes that sort
    month        TEXT NOT NULL, -- of at, in its own zone
    day          TEXT NOT NULL, -- of at, in its own zone
    binned       INTEGER NOT NULL,
    at           TEXT NOT NULL,
    created      TEXT NOT NULL,
    edited       TEXT NOT NULL,
    deleted      TEXT NOT NULL, -- or empty
    felt_before  INTEGER NOT NULL,
    felt_after   INTEGER NOT NULL,
    stage        TEXT NOT NULL,
    step         TEXT NOT NULL,
    promise      TEXT NOT NULL,
    page         TEXT NOT NULL,
    keep_out     INTEGER NOT NULL,
    no_look_back INTEGER NOT NULL,
    starred      INTEGER NOT NULL,
    sealed_until TEXT NOT NULL, -- or empty
    first_line   TEXT NOT NULL,
    feelings     TEXT NOT NULL, -- as lists show them: one a line, a tab before the intensity
    tags         TEXT NOT NULL, -- as lists show them: one a line
    title        TEXT NOT NULL
) STRICT;

CREATE INDEX entry_order ON entry (binned, month, place, day);
CREATE INDEX entry_stage ON entry (stage, binned, month, place) WHERE stage <> '';
CREATE INDEX entry_step ON entry (step, binned, month, place) WHERE step <> '';

-- Feelings and tags once more, for choosing by them and counting them.
CREATE TABLE feeling (
    entry     INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
    n         INTEGER NOT NULL, -- order within the entry
    word      TEXT NOT NULL,
    intensity INTEGER NOT NULL,
    PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX feeling_word ON feeling (word, entry);

CREATE TABLE tag (
    entry INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
    n     INTEGER NOT NULL, -- order within the entry
    name  TEXT NOT NULL,
    PRIMARY KEY (entry, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_name ON tag (name, entry);

-- The texts of an entry, and what search reads. The body comes last, because
-- reading a column means walking past all before it.
CREATE TABLE entry_text (
    entry   INTEGER PRIMARY KEY REFERENCES entry (seq) ON DELETE CASCADE,
    title   TEXT NOT NULL,
    tags    TEXT NOT NULL, -- one a line
    fields  TEXT NOT NULL, -- JSON object, or empty
    answers TEXT NOT NULL, -- the values of the fields, one after another
    body    TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts4 (
    content="entry_text", title, tags, answers, body,
    tokenize=unicode61 "remove_diacritics=2", matchinfo=fts3, prefix="1,2"
);

-- Every save merges a little of the index; otherwise one in thousands merges
-- much of it.
INSERT INTO search (search) VALUES ('automerge=8');

CREATE TRIGGER entry_text_inserted AFTER INSERT ON entry_text BEGIN
    INSERT INTO search (docid, title, tags, answers, body)
    VALUES (new.entry, new.title, new.tags, new.answers, new.body);
END;

-- The index forgets a row by reading what it indexed, so before the change.
CREATE TRIGGER entry_text_changes BEFORE UPDATE ON entry_text BEGIN
    DELETE FROM search WHERE docid = old.entry;
END;

CREATE TRIGGER entry_text_changed AFTER UPDATE ON entry_text BEGIN
    INSERT INTO search (docid, title, tags, answers, body)
    VALUES (new.entry, new.title, new.tags, new.answers, new.body);
END;

CREATE TRIGGER entry_text_deletes BEFORE DELETE ON entry_text BEGIN
    DELETE FROM search WHERE docid = old.entry;
END;

-- Gives the words of a query as the search index knows them; holds nothing.
CREATE VIRTUAL TABLE token USING fts3tokenize (unicode61, "remove_diacritics=2");

CREATE TABLE revision (
    seq     INTEGER PRIMARY KEY,
    entry   INTEGER NOT NULL REFERENCES entry (seq) ON DELETE CASCADE,
    instant BLOB NOT NULL,    -- at, as bytes that sort
    made    INTEGER NOT NULL, -- when this row was made, Unix milliseconds
    at      TEXT NOT NULL,
    title   TEXT NOT NULL,
    fields  TEXT NOT NULL, -- JSON object, or empty
    body    TEXT NOT NULL
) STRICT;

CREATE INDEX revision_order ON revision (entry, instant, made);

CREATE TABLE tick (
    seq     INTEGER PRIMARY KEY,
    instant BLOB NOT NULL, -- at, as bytes that sort
    at      TEXT NOT NULL,
    step    TEXT NOT NULL,
    done    INTEGER NOT NULL,
    note    TEXT NOT NULL,
    UNIQUE (step, instant)
) STRICT;

CREATE TABLE stage_state (
    seq     INTEGER PRIMARY KEY,
    instant BLOB NOT NULL, -- at, as bytes that sort
    at      TEXT NOT NULL,
    stage   TEXT NOT NULL,
    state   TEXT NOT NULL,
    reason  TEXT NOT NULL
) STRICT;

CREATE INDEX stage_state_order ON stage_state (stage, instant);
