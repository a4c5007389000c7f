//go:build race

package vault_test

// raceEnabled says that the race detector is on: the power-cut suite is then
// ten times slower, and has only one goroutine to watch.
const raceEnabled = true
