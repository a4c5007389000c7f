// Package archive answers one question: how does a whole journal leave Mend
// and come back? It writes and reads the open archive, a UTF-8 JSON document
// (RFC 8259) that needs no Mend to be read:
//
//	{"format":"mend-archive","version":1,"exported_at":…,"profile":{…},
//	 "entries":[…],"ticks":[…],"stages":[…],"promises":[…],"goals":[…],
//	 "own":{"guides":[…],"prompts":[…],"contacts":[…],"questions":[…]}}
//
// "own", and each list in it, is left out where it would be empty.
//
// Both directions stream, so that memory stays that of one entry with its
// revisions. (What is the person's own is short, and written as a whole.) Reading is strict, because what is not understood would be lost:
// unknown and doubled fields, other types, broken UTF-8 and anything after the
// end are refused, with the place and never with the person's words.
package archive

// Format is the value of an archive's "format" field.
const Format = "mend-archive"

// Version is the archive version written, and the newest one read.
const Version = 1

// MaxFile is the largest archive read, in bytes. A text in it is at most
// journal.MaxText. Nesting needs no limit of its own: a field that is not
// known is refused before its value is read, and no known one lies deeper than
// nine levels.
const MaxFile = 2 << 30
