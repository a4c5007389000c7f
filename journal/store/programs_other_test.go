//go:build !linux

package store_test

// programs are what the tests start this binary again as, by the variable that
// names the path to work on. The others look into Linux.
func programs() map[string]func(path string) error {
	return map[string]func(path string) error{savingJournal: saveForEver}
}
