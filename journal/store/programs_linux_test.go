package store_test

// The variables that turn this test binary into a program that fills a small
// disk mounted at a folder, one that reads all of a journal, and one that waits.
const (
	fullDisk       = "MEND_TEST_FILL_DISK_AT"
	readingJournal = "MEND_TEST_READ_ALL_OF"
	waiting        = "MEND_TEST_WAIT"
)

// programs are what the tests start this binary again as, by the variable that
// names the path to work on.
func programs() map[string]func(path string) error {
	return map[string]func(path string) error{
		savingJournal: saveForEver, fullDisk: onFullDisk, readingJournal: readAndForget, waiting: wait,
	}
}
