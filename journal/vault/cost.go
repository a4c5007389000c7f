package vault

import (
	"fmt"
	"runtime/debug"
	"time"

	"golang.org/x/crypto/argon2"
)

// Cost says how much work one guess at a passphrase takes: the parameters of
// Argon2id (RFC 9106). The zero value stands for the calibrated default.
type Cost struct {
	Memory  uint32 // KiB, 64 MiB to 2 GiB
	Time    uint32 // passes over the memory, 1 to 20; Memory·Time is at most 10 GiB
	Threads uint8  // lanes, 1 to 16
}

// Bounds of what is accepted in a file. Below them a guess is too cheap; above
// them a hostile header could keep this machine busy for hours.
const (
	minMemory     = 64 << 10 // KiB
	maxMemory     = 2 << 20  // KiB
	maxTime       = 20
	maxThreads    = 16
	defaultMemory = 256 << 10 // KiB
	defaultTime   = 3
	defaultLanes  = 4
	targetTime    = time.Second
)

// maxWork bounds what the key slots of one kind may ask for together, in KiB
// times passes, since opening tries one after the other: two slots as costly
// as this package makes them, which is what a change of passphrase needs.
const maxWork = 2 * defaultMemory * maxTime

// Options change how a vault is made. The zero value is right for every use
// but tests.
type Options struct {
	// Cost of the key slot to be made; zero calibrates the default: 256 MiB
	// (64 MiB when memory is short), three passes or as many as take about a
	// second here, four lanes. Opening takes the cost from the file.
	Cost Cost

	cheap bool // accept costs below the floor; only InsecureTestOptions sets it
}

// InsecureTestOptions returns options for TESTS ONLY: key slots so cheap that
// a passphrase can be guessed at leisure, and leave to open them again. Without
// it such a file is refused.
func InsecureTestOptions() Options {
	return Options{Cost: Cost{Memory: 64, Time: 1, Threads: 1}, cheap: true}
}

// acceptable reports whether the cost may be spent.
func (c Cost) acceptable(cheap bool) bool {
	floor := uint32(minMemory)
	if cheap {
		floor = 8 * uint32(c.Threads)
	}
	return c.Memory >= floor && c.Memory <= maxMemory &&
		c.Time >= 1 && c.Time <= maxTime &&
		c.Threads >= 1 && c.Threads <= maxThreads
}

// work returns what a slot of this cost adds towards maxWork.
func (c Cost) work() uint64 { return uint64(c.Memory) * uint64(c.Time) }

// cost returns the cost to use for a new key slot.
func (o Options) cost() (Cost, error) {
	if o.Cost == (Cost{}) {
		return calibrate(), nil
	}
	if !o.Cost.acceptable(o.cheap) || o.Cost.work() > maxWork {
		return Cost{}, fmt.Errorf("key derivation cost %+v is out of bounds", o.Cost)
	}
	return o.Cost, nil
}

// calibrate returns the default cost for this machine.
func calibrate() Cost {
	c := Cost{Memory: defaultMemory, Time: 1, Threads: defaultLanes}
	if free, known := availableMemory(); known && free < 2*defaultMemory {
		c.Memory = minMemory
	}
	begin := time.Now()
	clear(stretch(nil, make([]byte, saltSize), c))
	pass := max(time.Since(begin), time.Millisecond)
	c.Time = uint32(min(max(targetTime/pass, defaultTime), maxTime))
	return c
}

// stretch derives the key that wraps the data key from a secret. The working
// memory goes back to the system at once: it is large and held key material.
func stretch(secret, salt []byte, c Cost) []byte {
	key := argon2.IDKey(secret, salt, c.Time, c.Memory, c.Threads, keySize)
	if c.Memory >= minMemory {
		debug.FreeOSMemory()
	}
	return key
}
