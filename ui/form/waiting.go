package form

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"mend/journal"
)

// waits is what has options that can be chosen only from a moment on.
type waits interface{ wait(*Form) }

// clockEvery is how often it is looked whether a moment has come.
const clockEvery = 15 * time.Second

// lookAtClock shows which answers can be given by now, and looks again as long
// as any is to come.
func (f *Form) lookAtClock() {
	f.stopWaiting()
	waiting := false
	for _, one := range f.fields {
		if w, ok := one.control.(waits); ok && hasUntil(one.Options) {
			w.wait(f)
			waiting = waiting || f.anyToCome(one.Options)
		}
	}
	if waiting && f.deps.Every != nil {
		f.rest = f.deps.Every(clockEvery, f.onClock)
	}
}

func (f *Form) onClock() {
	f.lookAtClock()
	for _, one := range f.fields {
		if d, ok := one.control.(*dated); ok {
			d.spans.putAway()
		}
	}
	f.grown()
}

func (f *Form) stopWaiting() {
	if f.rest != nil {
		f.rest()
		f.rest = nil
	}
}

func hasUntil(options []journal.Option) bool {
	for _, o := range options {
		if o.Until != "" {
			return true
		}
	}
	return false
}

func (f *Form) anyToCome(options []journal.Option) bool {
	for _, o := range options {
		if f.waitsFor(o) != "" {
			return true
		}
	}
	return false
}

// waitsFor says from when on an option can be chosen; "" if it can be now.
func (f *Form) waitsFor(o journal.Option) string {
	until := f.valueOf(o.Until)
	if !o.Waits(map[string]string{o.Until: until}, f.deps.Now()) {
		return ""
	}
	return lang.L("This can be chosen from {{.When}} on.", map[string]any{"When": whenWords(until, f.deps.Now())})
}

// valueOf returns the answer to the question with the key, as it is now.
func (f *Form) valueOf(key string) string {
	for _, one := range f.fields {
		if one.Key == key && one.changed {
			return one.value()
		}
	}
	return f.values[key]
}
