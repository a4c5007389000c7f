package store

import (
	"crypto/sha256"
	"encoding/binary"
	"io"
	"time"
)

// moment is an instant that a map can be asked for.
type moment [12]byte

func momentOf(t time.Time) moment { return moment(instant(t)) }

// digest stands for something that was written, so that many can be compared
// without keeping them in memory or reading them again.
type digest [sha256.Size]byte

func digestOf(texts ...string) digest {
	h := sha256.New()
	for _, text := range texts {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(text))))
		io.WriteString(h, text)
	}
	return digest(h.Sum(nil))
}

// slot is one moment of one owner, such as a stage.
type slot[O comparable] struct {
	of O
	at moment
}

// crowds knows what lies in the slots that have had to take more than one
// thing, so that each more need not be compared with all that are there.
type crowds[O comparable] map[slot[O]]map[digest]bool

// take reports whether d is in the slot already, and counts on its being put
// there if not. What is in a slot comes from list, which is asked only as long
// as that is not more than d.
func (c crowds[O]) take(s slot[O], d digest, list func(add func(digest)) error) (had bool, err error) {
	held, known := c[s]
	if !known {
		held = map[digest]bool{}
		if err := list(func(there digest) { held[there] = true }); err != nil {
			return false, err
		}
		if had := held[d]; len(held) == 0 || had && len(held) == 1 {
			return had, nil
		}
		c[s] = held
	}
	had = held[d]
	held[d] = true
	return had, nil
}
