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
