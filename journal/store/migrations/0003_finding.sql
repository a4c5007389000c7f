-- What is chosen by a mark or a kind is a small part of a journal: each has an
-- index of its own, in the order of lists. The day is there for counting.
CREATE INDEX entry_starred ON entry (binned, month, place, day) WHERE starred = 1;
CREATE INDEX entry_kept_out ON entry (binned, month, place, day) WHERE keep_out = 1;
CREATE INDEX entry_page ON entry (binned, month, place, day) WHERE page <> '';
CREATE INDEX entry_letter ON entry (binned, month, place, day) WHERE sealed_until <> '';

-- Choosing by how strong a feeling was reads nothing but the index.
DROP INDEX feeling_word;
CREATE INDEX feeling_word ON feeling (word, entry, intensity);
