// Package journal holds the words of Mend's domain and their rules: entries,
// feelings, guides, ticks, stage states, the profile, reports, and the errors
// a person can be told about. It is pure: it opens no file and knows neither
// the database nor the window.
package journal
