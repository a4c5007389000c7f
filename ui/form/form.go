// Package form shows a guided page as it is to be filled in: its questions one
// below the other, each with what its kind of answer needs. It knows what the
// answers are and nothing of where they are kept.
package form

import (
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mend/journal"
	"mend/ui/editor"
	"mend/ui/feeling"
)

// Deps is what a form is made of.
type Deps struct {
	// Focus gives something on the form the focus.
	Focus func(fyne.Focusable)
	// Every starts a timer that calls a function on the UI goroutine until it
	// is stopped there.
	Every func(d time.Duration, f func()) (stop func())
	Now   func() time.Time
	// Role, if not nil, says whose questions are asked; without it all are.
	Role     func() journal.Role
	Families []journal.FeelingFamily
}

// Form is a guided page to fill in. All of it belongs to the UI goroutine;
// Values alone touches no widget.
type Form struct {
	// OnChanged is called after the person changed an answer, not by Show.
	OnChanged func()
	// OnLeft is called when the focus has left a text.
	OnLeft func()
	// OnGrown is called when the form takes more or less room.
	OnGrown func()
	// OnWords is called when the person begins to choose words for feelings, so
	// that those there are can be read again.
	OnWords func()
	// OnKey is asked first for the keys in texts, and returns whether that was
	// all.
	OnKey func(*fyne.KeyEvent) bool

	deps    Deps
	scroll  *container.Scroll // it stands in, or nil
	page    journal.Page
	values  map[string]string // as they were given
	fields  []*field
	words   feeling.Vocabulary
	content *fyne.Container
	areas   []*editor.Editor
	beside  *editor.Editor // a text that stands below the page, or nil
	last    *editor.Editor // the text that had the focus last
	role    journal.Role   // whose questions are shown
	rest    func()         // ends the looking at the clock; nil while nothing waits
}

// field is a question with what it is answered by.
type field struct {
	journal.PageField
	control
	changed bool // by the person
}

// control lets the person answer one question.
type control interface {
	object() fyne.CanvasObject
	// set shows a value.
	set(value string)
	// value returns the answer. It touches no widget.
	value() string
	// first returns what gets the focus first.
	first() fyne.Focusable
}

// opener is a control with a part that opens and is put away.
type opener interface {
	opened() fyne.CanvasObject // hidden while it is not open
	// close puts it away, and gives the focus back to where it was opened.
	close()
}

// New returns a form without a page. in is the scroll that it is to stand in,
// or nil.
func New(d Deps, in *container.Scroll) *Form {
	nothing := func() {}
	f := &Form{deps: d, scroll: in, content: newContent(),
		OnChanged: nothing, OnLeft: nothing, OnGrown: nothing, OnWords: nothing,
		OnKey: func(*fyne.KeyEvent) bool { return false }}
	f.words = feeling.Vocabulary{Families: d.Families}
	return f
}

// Content returns the form.
func (f *Form) Content() fyne.CanvasObject { return f.content }

// Show shows a page with what is filled in. A page without an ID shows nothing.
func (f *Form) Show(p journal.Page, values map[string]string) {
	f.stopWaiting()
	f.page, f.values, f.role = p, maps.Clone(values), f.roleNow()
	f.fields, f.areas, f.last = nil, nil, nil
	for _, pf := range p.Fields {
		if f.asks(pf) {
			f.add(pf)
		}
	}
	f.build()
	f.lookAtClock()
}

// asks reports whether a question is asked: what was answered always is.
func (f *Form) asks(pf journal.PageField) bool {
	return f.role.Sees(pf.For) || f.values[pf.Key] != ""
}

// roleNow returns whose questions are to be asked.
func (f *Form) roleNow() journal.Role {
	if f.deps.Role == nil {
		return journal.Unsure
	}
	return f.deps.Role()
}

// IsOutdated reports whether the person has another role than when the page was
// shown, so that it would ask other questions now.
func (f *Form) IsOutdated() bool { return f.page.ID != "" && f.role != f.roleNow() }

// Release ends what the form does by itself. What is filled in stays readable.
func (f *Form) Release() { f.stopWaiting() }

func (f *Form) add(pf journal.PageField) {
	one := &field{PageField: pf}
	touched := func() { f.onField(one) }
	switch pf.Kind {
	case journal.FieldFeelings:
		one.control = newFelt(f, touched)
	case journal.FieldRating:
		one.control = newRated(pf, touched)
	case journal.FieldChoice:
		one.control = newChosen(f, pf, touched)
	case journal.FieldChecklist:
		one.control = newTicked(f, pf, touched)
	case journal.FieldDate:
		one.control = newDated(f, pf, touched)
	case journal.FieldSideBySide:
		one.control = newSides(f, pf, touched)
	default:
		one.control = newText(f, pf, touched)
	}
	one.set(f.values[pf.Key])
	f.fields = append(f.fields, one)
}

// onField follows an answer that the person changed.
func (f *Form) onField(one *field) {
	one.changed = true
	if one.Kind == journal.FieldDate {
		f.lookAtClock()
	}
	f.OnChanged()
}

// Values returns all that is filled in, with what was there for questions that
// the page does not ask; nil if there is nothing. What was not changed comes
// back exactly as it was given. It touches no widget.
func (f *Form) Values() map[string]string {
	values := maps.Clone(f.values)
	if values == nil {
		values = make(map[string]string)
	}
	for _, one := range f.fields {
		if !one.changed {
			continue
		}
		if values[one.Key] = one.value(); values[one.Key] == "" {
			delete(values, one.Key)
		}
	}
	if len(values) == 0 {
		return nil
	}
	return values
}

// Renamed shows a feeling word under its new name, and reports whether it is
// named in an answer.
func (f *Form) Renamed(from, to string) bool {
	keys := journal.FeelingFields([]journal.Page{f.page})
	there := slices.Contains(keys.FeelingWords(f.page.ID, f.Values()), from)
	f.values = keys.RenameFeeling(f.page.ID, f.values, from, to)
	for _, one := range f.fields {
		if felt, ok := one.control.(*felt); ok {
			felt.renamed(from, to)
		}
	}
	return there
}

// SetVocabulary gives the words for feelings that there are.
func (f *Form) SetVocabulary(v feeling.Vocabulary) {
	f.words = v
	for _, one := range f.fields {
		if felt, ok := one.control.(*felt); ok {
			felt.picker.SetVocabulary(v)
		}
	}
}

// FocusFirst gives the first question the focus, and reports whether there is
// one.
func (f *Form) FocusFirst() bool {
	if len(f.fields) == 0 {
		return false
	}
	f.deps.Focus(f.fields[0].first())
	return true
}

// PutAway puts away what was opened in the form and has the focus, and reports
// whether there was any. What was chosen there stays.
func (f *Form) PutAway(focused fyne.Focusable) bool {
	part, ok := focused.(fyne.CanvasObject)
	if !ok {
		return false
	}
	for _, one := range f.fields {
		if o, opens := one.control.(opener); opens && o.opened().Visible() && holds(o.opened(), part) {
			o.close()
			return true
		}
	}
	return false
}

// Text returns the text that the person wrote in last, or else the first one
// they can write in; nil if there is none.
func (f *Form) Text() *editor.Editor {
	if f.last != nil {
		return f.last
	}
	if i := slices.IndexFunc(f.areas, func(e *editor.Editor) bool { return !e.ReadOnly() }); i >= 0 {
		return f.areas[i]
	}
	return nil
}

// grown tells that something takes more or less room.
func (f *Form) grown() { f.OnGrown() }
