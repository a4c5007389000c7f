// Package editor is the surface the person writes on. It knows no journal: it
// needs the toolkit, a theme, and something that calls a function from time to
// time.
//
// The text is a list of paragraphs, each with the places where it was broken
// into lines. Only paragraphs that are seen are broken, only lines that are
// seen are drawn, and a key breaks only the lines it can have changed, so that
// writing costs the same in a short text and in a very long one.
//
// Headings, emphasis, lists and quotes that are written in Markdown are drawn
// as such, signs and all; the text stays what was typed. What counts as one
// character, for the caret and for Backspace, is a grapheme cluster, as an emoji
// of several or a letter with its accents.
//
// # What the toolkit leaves open
//
// Text that goes from right to left is shown as Fyne shows it: each stretch of
// it the right way round, in lines that begin on the left. The caret goes
// through it in the order in which it is written, and is drawn as if it went
// from left to right.
//
// Of what an input method composes, Fyne tells only what is committed: the
// characters appear when they are chosen, and the list to choose from is where
// the system puts it. What dead keys and compose keys come to arrives as one
// character.
//
// There is no checking of spelling, and no drag of selected text. Screen
// readers learn the placeholder and that this is a text.
package editor
