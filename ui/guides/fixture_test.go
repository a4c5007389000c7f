package guides_test

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mend/assets"
	"mend/journal"
	"mend/journal/guide"
	"mend/ui/guides"
	"mend/ui/tasks"
	"mend/ui/uitest"
	"mend/ui/widget"
)

// memory is a store that keeps everything in memory.
type memory struct {
	profile journal.Profile
	guides  []journal.OwnGuide
	fail    error
	writes  int
}

func (m *memory) GetProfile(context.Context) (journal.Profile, error) { return m.profile, nil }
func (m *memory) UpdateProfile(_ context.Context, p journal.Profile) error {
	if m.fail == nil {
		m.profile = p
	}
	return m.fail
}
func (m *memory) GetOwn(context.Context) (journal.Own, error) {
	return journal.Own{Guides: slices.Clone(m.guides)}, nil
}
func (m *memory) SetGuide(_ context.Context, g journal.OwnGuide) (journal.OwnGuide, error) {
	if m.fail != nil {
		return g, m.fail
	}
	m.writes++
	m.guides = slices.DeleteFunc(m.guides, func(o journal.OwnGuide) bool { return o.ID == g.ID })
	m.guides = append(m.guides, g)
	return g, g.Check()
}
func (m *memory) DeleteGuide(_ context.Context, id string) error {
	m.guides = slices.DeleteFunc(m.guides, func(o journal.OwnGuide) bool { return o.ID == id })
	return m.fail
}

// room is the screen of guides in a window.
type room struct {
	*testing.T
	screen  *guides.Screen
	store   *memory
	win     fyne.Window
	told    []journal.OwnGuide // what the shell was told last
	profile journal.Profile    // what the shell was told last
	back    int
}

func builtIn(t *testing.T) []journal.Guide {
	t.Helper()
	all, err := guide.LoadGuides(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func enter(t *testing.T, own ...journal.OwnGuide) *room {
	t.Helper()
	r := &room{T: t, win: uitest.NewWindow(t), store: &memory{guides: own,
		profile: journal.Profile{Role: journal.Hurt, Guide: journal.DefaultGuide}}}
	r.screen = guides.New(guides.Deps{
		Window: r.win, Tasks: tasks.NewSync(), Store: r.store, Guides: builtIn(t),
		OnChanged: func(own []journal.OwnGuide) { r.told = own },
		OnProfile: func(p journal.Profile) { r.profile = p },
		OnBack:    func() { r.back++ },
		Back:      func() string { return "Back to the Path" },
	})
	r.win.SetContent(r.screen.Content())
	r.win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { r.screen.HandleKey(ev) })
	r.win.Resize(fyne.NewSize(1000, 780))
	r.screen.Show()
	return r
}

// copied is enter with a copy of the default guide on the desk.
func copied(t *testing.T) *room {
	t.Helper()
	r := enter(t)
	r.tap("Copy and change")
	r.key(fyne.KeyReturn)
	r.guide()
	return r
}

// guide returns the one guide that is kept.
func (r *room) guide() journal.OwnGuide {
	r.Helper()
	if len(r.store.guides) != 1 {
		r.Fatalf("%d guides are kept", len(r.store.guides))
	}
	return r.store.guides[0]
}

func (r *room) stage(id string) journal.Stage {
	r.Helper()
	stage, ok := r.guide().Stage(id)
	if !ok {
		r.Fatalf("the guide has no stage %q", id)
	}
	return stage
}

// tap taps the first button with the text.
func (r *room) tap(text string) {
	r.Helper()
	uitest.Tap(r, uitest.Top(r.win), text)
}

func (r *room) offers(text string) bool { return uitest.Offers(uitest.Top(r.win), text) }

// row returns the row with the label.
func (r *room) row(label string) *widget.Pressable {
	r.Helper()
	return uitest.Find(r, r.win.Content(), func(p *widget.Pressable) bool { return p.Label == label })
}

func (r *room) says(text string) bool { return uitest.Says(uitest.Top(r.win), text) }

func (r *room) key(names ...fyne.KeyName) {
	r.Helper()
	uitest.Press(r, r.win, names...)
}

// write puts a text in the place of that of the field with the focus.
func (r *room) write(text string) {
	r.Helper()
	field, ok := r.win.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		r.Fatal("no field has the focus")
	}
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(r.win.Canvas().Focused(), text)
}

// on is the label of the row, or the text of the button, that has the focus.
func (r *room) on() string {
	switch o := r.win.Canvas().Focused().(type) {
	case *widget.Pressable:
		return o.Label
	case *widget.Button:
		return o.Text
	}
	return ""
}
