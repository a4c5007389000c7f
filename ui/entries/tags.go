package entries

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// tagsOffered is how many known tags are offered while one is typed.
const tagsOffered = 4

// tags shows an entry's tags and takes new ones: a comma or Enter ends a tag,
// leaving the field does too.
type tags struct {
	OnChanged func()
	// OnGrown is told when the tags take more or less room.
	OnGrown func()
	// OnWrong is told what is wrong with what was typed, or "" when it is right.
	OnWrong func(string)

	focus   focuser
	list    []string
	known   []string // the journal's tags, most used first
	field   *widget.Field
	wrapped *container.ThemeOverride // the field, as wide as it should be
	offers  []fyne.CanvasObject
	left    string // the tag that was made by leaving the field, until it is entered again
}

func newTags(focus focuser) *tags {
	t := &tags{focus: focus, field: widget.NewField(lang.L("Add a tag"))}
	t.wrapped = container.NewThemeOverride(fixedWidth(t.field, "Add a tag, or"), chipField())
	t.field.OnChanged = t.typed
	t.field.OnSubmitted = func(string) { t.take(t.field.Text) }
	t.field.OnFocus = t.onFocus
	t.field.OnKey = t.onKey
	return t
}

// Set shows the tags of another entry.
func (t *tags) Set(list []string) {
	t.list, t.offers = slices.Clone(list), nil
	t.field.SetText("")
}

// Objects returns what stands in the strip.
func (t *tags) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, tag := range t.list {
		remove := func() { t.remove(tag) }
		objects = append(objects, widget.NewRemovableChip("#"+tag, nil, remove))
	}
	return append(append(objects, t.wrapped), t.offers...)
}

// All returns the tags with the one that is being typed. It touches no widget.
func (t *tags) All() []string {
	if tag := t.unfinished(); tag != "" {
		return append(slices.Clone(t.list), tag)
	}
	return t.list
}

// unfinished returns the tag that is being typed, or none if it can't be kept.
func (t *tags) unfinished() string {
	tag := tagOf(t.field.Text)
	if len(tag) > journal.MaxWord || len(t.list) >= journal.MaxTags || slices.Contains(t.list, tag) {
		return ""
	}
	return tag
}

// tagOf returns the tag that text means.
func tagOf(text string) string {
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "#"))
}

// Finish makes a tag of what stands in the field.
func (t *tags) Finish() {
	if t.field.Text != "" {
		t.take(t.field.Text)
	}
}

// onFocus makes a tag of what stands in the field when it is left.
func (t *tags) onFocus(focused bool) {
	t.left = ""
	if had := len(t.list); !focused {
		t.take(t.field.Text)
		if len(t.list) > had {
			t.left = t.list[had]
		}
	}
}

// choose takes a tag that was offered. Leaving the field for the offer has made
// a tag of its beginning, which was not meant.
func (t *tags) choose(tag string) {
	if t.left != "" {
		t.list = slices.DeleteFunc(slices.Clone(t.list), func(other string) bool { return other == t.left })
	}
	t.take(tag)
	t.focus(t.field)
}

// onKey removes the last tag when Backspace has nothing else to remove.
func (t *tags) onKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyBackspace || t.field.Text != "" || len(t.list) == 0 {
		return false
	}
	t.remove(t.list[len(t.list)-1])
	return true
}

func (t *tags) typed(text string) {
	t.OnWrong("")
	if before, after, comma := strings.Cut(text, ","); comma {
		t.take(before)
		t.field.SetText(strings.TrimLeft(after, " "))
		return
	}
	t.offer(text)
}

// take makes a tag of text. What can't be one stays in the field.
func (t *tags) take(text string) {
	tag := tagOf(text)
	switch {
	case tag == "":
		t.field.SetText("")
		t.offer("")
		return
	case len(tag) > journal.MaxWord:
		t.OnWrong(lang.L("A tag is a few words at most: make it shorter."))
		return
	case len(t.list) >= journal.MaxTags:
		t.OnWrong(lang.L("This entry has as many tags as it can hold."))
		return
	}
	t.field.SetText("")
	t.offers = nil
	if !slices.Contains(t.list, tag) {
		t.list = append(t.list, tag)
		t.OnChanged()
	}
	t.OnGrown()
}

func (t *tags) remove(tag string) {
	t.list = slices.DeleteFunc(slices.Clone(t.list), func(other string) bool { return other == tag })
	t.OnChanged()
	t.OnGrown()
	t.focus(t.field)
}

// offer shows the known tags that begin with text.
func (t *tags) offer(text string) {
	had := len(t.offers)
	t.offers = nil
	for _, tag := range t.known {
		if len(t.offers) == tagsOffered || text == "" {
			break
		}
		if !slices.Contains(t.list, tag) && journal.BeginsWith(tag, text) {
			t.offers = append(t.offers, widget.NewChip("+ "+tag, func() { t.choose(tag) }))
		}
	}
	if had > 0 || len(t.offers) > 0 {
		t.OnGrown()
	}
}

// fixedWidth makes a field as wide as sample is.
func fixedWidth(f fyne.CanvasObject, sample string) fyne.CanvasObject {
	return container.New(sampleWidth{sample}, f)
}

type sampleWidth struct{ sample string }

func (l sampleWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (l sampleWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	th := fyne.CurrentApp().Settings().Theme()
	text := fyne.MeasureText(l.sample, th.Size(theme.SizeText), fyne.TextStyle{})
	return fyne.NewSize(max(least.Width, text.Width+2*theme.Space3), least.Height)
}
