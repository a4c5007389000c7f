package journal

import "time"

// Copy is a backup of a journal as it lies in a folder.
type Copy struct {
	Path     string
	Sequence int       // counts up with every copy in the folder, whatever the clock says
	When     time.Time // when it was made, to the second, by the clock of that moment
	Size     int64     // in bytes
	Verified bool      // it was found whole and sound when it was made
}

// SettingBackupFolder is the setting of a profile that names the folder for the
// backups; without it they lie beside the journal.
const SettingBackupFolder = "backup-folder"

// Age says how far a journal's file has come. Of two files with the same id the
// one with the lesser Age is an older copy, or one that was less used.
type Age struct {
	Sequence uint64 // counts the changes of its keys
	Changes  uint32 // counts the sessions in which something was written
}

// Before reports whether a journal of age a has come less far than one of age b.
func (a Age) Before(b Age) bool {
	if a.Sequence != b.Sequence {
		return a.Sequence < b.Sequence
	}
	return a.Changes < b.Changes
}
