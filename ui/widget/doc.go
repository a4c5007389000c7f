// Package widget holds the small widgets that the screens share. Each knows
// how it looks, moves and sounds to a keyboard, and nothing of the journal.
//
// Everything that takes the focus shows a ring, answers Space and Enter where
// there is something to do, asks its OnKey first for every key, and hands the
// keys it has no use for (such as Escape and F1) on to the canvas: a handler
// set with SetOnTypedKey sees them whatever has the focus.
package widget
