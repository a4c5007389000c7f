// Package secret is what a journal opens with, as it is made in the window: a
// passphrase that is typed twice, with advice on how hard it is to guess and
// with words on request; and a recovery code, which is shown once and typed
// back from paper.
package secret
