package backup

import "time"

// Disk lets tests put a disk of their own below a folder.
type Disk = disk

// OSDisk returns the real disk.
func OSDisk() Disk { return osDisk{} }

// On returns the folder on another disk.
func (f Folder) On(d Disk) Folder {
	f.disk = d
	return f
}

// Surplus exposes surplus.
func Surplus(copies []Copy, now time.Time) []Copy { return surplus(copies, now) }
