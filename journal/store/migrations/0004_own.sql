-- What the person made of their own beside what comes with the program: guides,
-- questions to be asked, people to turn to, marks on questions of the deck. All
-- of it is short and read as a whole. Of two with one kind and id the one that
-- was edited later counts.
CREATE TABLE own (
    kind    TEXT NOT NULL, -- guide, prompt, contact or question
    id      TEXT NOT NULL,
    instant BLOB NOT NULL, -- edited, as bytes that sort
    what    TEXT NOT NULL, -- JSON object
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
