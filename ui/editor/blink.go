package editor

import "time"

const (
	blinkEvery = 530 * time.Millisecond
	blinkRest  = 19 // ticks without a key, about 10 s, after which the caret stays
)

// blink says when the caret is to be seen.
type blink struct {
	every func(time.Duration, func()) (stop func()) // nil: it never blinks
	turn  func()                                    // called when it comes or goes
	stop  func()                                    // nil while no timer runs
	ticks int                                       // since the last key
}

// wake shows the caret and begins to count anew.
func (b *blink) wake() {
	b.ticks = 0
	if b.stop == nil && b.every != nil {
		b.stop = b.every(blinkEvery, b.tick)
	}
}

// halt ends the timer.
func (b *blink) halt() {
	if b.stop != nil {
		b.stop()
		b.stop = nil
	}
}

func (b *blink) tick() {
	b.ticks++
	if b.ticks >= blinkRest {
		b.halt()
	}
	b.turn()
}

// on reports whether the caret is to be seen. It stays for the whole first
// turn after a key.
func (b *blink) on() bool { return b.ticks < 2 || b.ticks%2 == 1 }
