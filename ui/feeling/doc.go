// Package feeling lets the person name what was felt: the words there are, a
// picker for them, and how strong each was.
package feeling
