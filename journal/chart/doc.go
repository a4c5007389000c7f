// Package chart draws journal.Chart: one layout, painted on any canvas of
// gonum's vg, so that the window, a page of HTML and a page of a PDF show the
// same drawing. It adds no words of its own but the names of months.
package chart
