package main

import (
	"runtime"
	"runtime/debug"
)

// overwriteFreed collects what nothing refers to any more and overwrites it
// with zeros. Go gives memory back to the system only when nothing at all is
// left in a span of it, and does not touch what it frees in the others before it
// hands it out again: so it is all asked for, and let go of. One may run at a
// time: it changes how the runtime works, and changes it back.
func overwriteFreed() {
	// One processor instead of several gives back what the others had set aside
	// for themselves.
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	runtime.GC()
	runtime.GC() // pools keep what they hold through one
	defer debug.FreeOSMemory()
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // nothing may be freed half-way
	for _, size := range sizeClasses() {
		var piece []byte
		askForFreed(size, func() { piece = make([]byte, size) })
		runtime.KeepAlive(piece)
		// Memory with pointers in it lies apart, and from 512 bytes on has a
		// word before it that says where they are.
		words := size / 8
		if size > 512 {
			words--
		}
		var pointers []*byte
		askForFreed(size, func() { pointers = make([]*byte, words) })
		runtime.KeepAlive(pointers)
	}
}

// sizeClasses are the sizes, in bytes, in which the runtime hands out memory;
// it tells all but the largest.
func sizeClasses() []int {
	sizes := []int{20480, 21760, 24576, 27264, 28672, 32768}
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	for _, class := range stats.BySize {
		if size := int(class.Size); size > 0 && size < sizes[0] {
			sizes = append(sizes, size)
		}
	}
	return sizes
}

// askForFreed takes pieces of memory of one size, which come filled with zeros,
// until the runtime has to fetch all of it anew: then none that was freed before
// is left. That shows in what it has set aside growing by as much as was taken;
// a screen drawn meanwhile makes that grow too, but not several times in a row.
// No piece has to be held: nothing is freed before this is over.
func askForFreed(size int, take func()) {
	const round, most, enough = 64 << 10, 64 << 20, 3 // bytes, bytes, rounds
	for total, anew := 0, 0; total < most && anew < enough; total += round {
		before := inUse()
		for range round/size + 1 {
			take()
		}
		if inUse() >= before+round/2 {
			anew++
		} else {
			anew = 0
		}
	}
}

// inUse is how many bytes the runtime has set aside for objects, free or not.
func inUse() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapInuse
}
