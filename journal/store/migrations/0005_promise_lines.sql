-- A line beside each wording of a promise, such as why it ended.
ALTER TABLE promise ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- Entries about a promise are a small part of a journal.
CREATE INDEX entry_promise ON entry (promise, binned, month, place) WHERE promise <> '';
