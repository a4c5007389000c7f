package vault

import (
	"bufio"
	"fmt"
	"os"
)

// availableMemory returns how many KiB the kernel says can be taken without
// swapping (proc(5), MemAvailable), and whether it said so.
func availableMemory() (kib uint64, known bool) {
	f, err := os.Open("/proc/meminfo")
	if err != nil {
		return 0, false
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if n, _ := fmt.Sscanf(lines.Text(), "MemAvailable: %d kB", &kib); n == 1 {
			return kib, true
		}
	}
	return 0, false
}
