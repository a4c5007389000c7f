// Package summary puts a reflection summary on paper: one journal.Report,
// three printers (Markdown, HTML, PDF) that say the same words in the same
// order, sealing with a passphrase, and writing a file whole or not at all.
//
// The person's own writing is Markdown. It is read once (see reader) into
// plain blocks that hold nothing dangerous: no HTML, no link that can be
// followed, no picture that would be fetched. Every printer closes what it
// opens, so that no text of an entry can reach into what follows it.
package summary
