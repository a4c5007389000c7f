// Package entries is the Journal screen: the entries by month with a search
// box, and the page to write on, which saves by itself.
package entries

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"github.com/google/uuid"

	"mend/journal"
	"mend/ui/theme"
	"mend/ui/widget"
)

// Store is what the screen reads and writes. It is never called on the UI
// goroutine. Lists are newest first and months in the order of the list.
type Store interface {
	CreateEntry(context.Context, journal.Entry) (journal.Entry, error)
	GetEntry(context.Context, uuid.UUID) (journal.Entry, error)
	UpdateEntry(ctx context.Context, e journal.Entry, beginsAnew bool) (journal.Entry, error)
	DeleteEntry(context.Context, uuid.UUID) error
	RestoreEntry(context.Context, uuid.UUID) error
	// PurgeEntry and EmptyBin remove entries with their revisions for ever.
	PurgeEntry(context.Context, uuid.UUID) error
	EmptyBin(context.Context) (removed int, err error)
	// ListRevisions returns the earlier texts of an entry, oldest first.
	ListRevisions(context.Context, uuid.UUID) ([]journal.Revision, error)
	ListEntries(context.Context, journal.EntryFilter) ([]journal.EntrySummary, error)
	CountMonths(context.Context, journal.EntryFilter) ([]journal.MonthCount, error)
	CountDays(ctx context.Context, f journal.EntryFilter, month string) ([]journal.DayCount, error)
	// ListLike is journal.Likeness by the store's measure, the closest first.
	ListLike(ctx context.Context, id uuid.UUID, felt journal.PageKeys, most int) ([]journal.Likeness, error)
	ListTags(context.Context) ([]string, error)
	// fields says where guided pages have feelings beside those of the entry.
	ListFeelings(ctx context.Context, fields journal.PageKeys) ([]journal.FeelingUse, error)
	RenameFeeling(ctx context.Context, from, to string, fields journal.PageKeys) (int, error)
	GetProfile(context.Context) (journal.Profile, error)
	UpdateProfile(context.Context, journal.Profile) error
}

// Tasks runs work off the UI goroutine, one piece after another, and calls back
// on it; *tasks.Runner does.
type Tasks interface {
	Run(work func(context.Context), done func())
	After(d time.Duration, f func()) (cancel func())
	Every(d time.Duration, f func()) (stop func())
}

// Deps is what the screen is made of.
type Deps struct {
	Window   fyne.Window
	Tasks    Tasks
	Store    Store
	Guides   func() []journal.Guide // all there are, the one the person follows first
	Families []journal.FeelingFamily
	Pages    []journal.Page // the guided pages
	Now      func() time.Time
	// Role, if not nil, says whose steps are offered for a link; without it
	// all are.
	Role func() journal.Role
	// Path, if not nil, says for which path pages are offered; Folded, if not
	// nil, whether what has the id is folded away.
	Path   func() journal.Path
	Folded func(id string) bool
	// OnWrite, if not nil, begins what the person writes when they say no more
	// than that; without it that is a blank entry.
	OnWrite func()
	// Facts, if not nil, says whether the person keeps to plain facts, so that a
	// blank entry is offered beside what OnWrite begins.
	Facts func() bool
	// LookBack, if not nil, says whether the person wants to look back.
	LookBack func() bool
	// Copy puts text on the clipboard.
	Copy func(text string)
	// SaveCopy, if not nil, lets the person save entries, which can't be saved
	// where they belong, in another place.
	SaveCopy func([]journal.Entry)
	// OnSaved, if not nil, is told every entry as it was saved.
	OnSaved func(journal.Entry)
	// OnLeft, if not nil, is called when an entry has left the paper and its last
	// words are on their way to be saved.
	OnLeft   func()
	OnEnough func() // ends for today
}

func (d Deps) role() func() journal.Role {
	if d.Role != nil {
		return d.Role
	}
	return func() journal.Role { return journal.Unsure }
}

// Screen is the Journal screen. All its methods belong to the UI goroutine.
type Screen struct {
	deps    Deps
	focusOn focuser
	listing *listing
	saver   *autosaver

	search    *search
	finder    *finder // above the list
	list      *list
	blank     *blank    // said instead of rows or the paper
	seal      *seal     // said instead of a sealed letter
	late      *late     // said instead of an entry that takes long to come
	versions  *versions // what the entry on the paper said before
	compare   *compare  // a letter beside the one before it
	paper     *paper
	notice    *notice // above whatever stands there
	apart     *apart  // above the paper: the entry is not among those found
	fold      *fold
	right     *fyne.Container
	bin       *bin
	toBin     *widget.Button
	besideBin fyne.CanvasObject   // the journal's list, while the bin is not there
	places    []fyne.CanvasObject // what can stand below the notice
	folds     *fyne.Container
	root      fyne.CanvasObject

	base    journal.Entry // what is on the paper, as it was opened
	about   string        // the promise that is written about, or none
	askedBy string        // the step that the entry is linked to, or none
	loading bool          // an entry is being put on the paper
	coming  coming        // an entry on its way to the paper
	newest  atomic.Int64  // the last one asked for, for the worker
	// whenListed, if not nil, reports whether the list still takes the focus
	// once it is known.
	whenListed func() bool
}

// New builds the screen. It reads nothing until Show.
func New(d Deps) *Screen {
	s := &Screen{deps: d, focusOn: focusIn(d.Window)}
	s.listing = newListing(d.Tasks, d.Store, s.onListed)
	s.search = newSearch(d.Tasks, s.known, s.onSearch, s.onSearchKey)
	s.search.OnTyped = s.onSearchTyped
	s.search.field.OnSubmitted = func(string) { s.onSearched() }
	s.list = newList(source{
		rows:  func() rows { return s.listing.rows },
		at:    s.listing.pages.at,
		need:  s.listing.need,
		query: func() string { return s.listing.filter.Query },
		stage: func(id string) string { return journal.StageTitle(d.Guides(), id) },
		page:  func(id string) string { return journal.PageTitle(d.Pages, id) },
	})
	s.list.OnChoose, s.list.OnOpen, s.list.OnKey = s.onChoose, s.onOpen, s.onListKey
	s.list.OnRune = s.HandleRune
	s.finder = newFinder(s)
	s.bin = newBin(s)
	s.blank = newBlank(s.write, s.search.Clear, s.reload)
	s.seal, s.late = newSeal(), newLate()
	s.versions = newVersions(s.closeVersions)
	s.versions.OnChoose, s.versions.OnRestore = s.onVersion, s.onRestore
	s.compare = newCompare(d.Tasks.Every, s.closeVersions)
	s.notice, s.apart = newNotice(s.onNotice), newApart()
	s.paper = newPaper(d, s.showList, s.write)
	s.saver = &autosaver{tasks: d.Tasks, store: d.Store, now: d.Now,
		read: s.read, state: s.onState, wrote: s.onWritten, left: d.OnLeft}
	s.wirePaper()
	s.build()
	return s
}

func (s *Screen) wirePaper() {
	p := s.paper
	p.title.OnChanged = func(string) {
		p.weighTitle()
		s.onEdited()
	}
	p.title.OnKey = s.onTitleKey
	p.title.OnSubmitted = func(string) { s.belowTitle() }
	p.form.OnChanged, p.form.OnLeft, p.form.OnKey = s.onEdited, s.SaveNow, s.HandleKey
	p.form.OnWords = s.onWordsOpened
	p.body.OnChanged = s.onEdited
	p.body.OnFocusLost = s.SaveNow
	p.body.OnKey = s.onBodyKey
	p.strip.OnChanged = s.onStrip
	p.strip.feelings.OnOpened, p.strip.feelings.OnAsk = s.onWordsOpened, s.onAsk
	p.strip.feelings.book.OnRename, p.strip.feelings.book.OnHide = s.onRename, s.onHide
	p.strip.more.OnVersions, p.strip.more.OnDelete, p.strip.more.OnUnask = s.onVersions, s.onDelete, s.onUnask
	p.strip.more.OnSeal, p.strip.more.OnAgain, p.strip.more.OnCompare = s.sealUntil, s.writeAgain, s.onCompare
	p.strip.more.OnLater = s.compareLater
	p.strip.status.rescue.OnCopy, p.strip.status.rescue.OnSave = s.onCopy, s.onSaveCopy
	p.content.Hide()
}

func (s *Screen) build() {
	s.toBin = widget.NewQuietButton(lang.L("Bin"), s.openBin)
	s.besideBin = container.NewBorder(nil, quietFoot(s.toBin, widget.NewQuietButton(lang.L("Enough for today"), s.deps.OnEnough)), nil, nil,
		s.finder.Above(container.NewStack(s.list, s.blank.overList)))
	left := container.NewStack(s.besideBin, s.bin.side)
	s.places = []fyne.CanvasObject{s.paper.content, s.blank.overPaper, s.seal.content, s.late.content, s.versions.content, s.compare.content, s.bin.page}
	s.right = container.New(belowLayout{}, s.notice.content, s.apart.Over(container.NewStack(s.places...)))
	s.fold = &fold{scale: func() float32 { return theme.Scale(s.list.Theme()) }, changed: s.onFolded}
	s.folds = container.New(s.fold, left, widget.NewLine(), s.right)
	s.root = s.folds
	s.onFolded()
}

// Content returns the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Show fetches the list and, on arrival, puts the newest entry on the paper.
func (s *Screen) Show() {
	s.finder.OfferLookBack(s.deps.LookBack != nil && s.deps.LookBack())
	s.finder.OfferBlank(s.deps.Facts != nil && s.deps.Facts())
	s.leaveBin()
	s.followRole()
	s.fetchWords()
	s.listing.fetch(s.search.Query(), s.list.InView(), s.arrive)
}
