// Package safety is what the window asks and says when it may not be safe: the
// optional safety questions, and the page of support that a yes leads to. Both
// the first run and the page of support itself are made of it. It keeps nothing.
package safety
