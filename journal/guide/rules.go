package guide

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mend/journal"
)

// The counts that make a guide usable: a stage that can be seen at a glance,
// a step that fits its row, and something to write about for everybody.
const (
	minSteps   = 4
	maxSteps   = 8
	minPrompts = 4  // for each role on each path
	maxTitle   = 80 // runes in a step's title
)

// checkGuide returns a joined RuleError for every rule that g breaks, alone or
// beside the others whose words are given.
func checkGuide(file string, g journal.Guide, words words) error {
	c := &checker{file: file}
	c.word(g.ID, g.ID)
	c.expect(g.ID == fileID(file), g.ID, "its id is not the file's name")
	c.line(g.ID, "title", g.Title)
	c.line(g.ID, "about", g.About)
	c.phases(g)
	c.expect(len(g.Stages) > 0, g.ID, "it has no stages")
	var stages, steps []string
	for _, s := range g.Stages {
		c.stage(s)
		c.shared(s, words)
		stages = append(stages, s.ID)
		for _, step := range s.Steps {
			steps = append(steps, step.ID)
		}
	}
	c.unique("stage", stages)
	c.unique("step", steps)
	for _, path := range journal.Paths() {
		c.along(g, path)
	}
	return c.err()
}

// phases checks that every stage is in a phase that exists, that every phase
// has a stage, and that stages stand in the order of their phases.
func (c *checker) phases(g journal.Guide) {
	var order, used []string
	for _, p := range g.Phases {
		c.word(p.ID, p.ID)
		c.line(p.ID, "title", p.Title)
		if p.Apart != "" {
			c.line(p.ID, "apart", p.Apart)
		}
		order = append(order, p.ID)
	}
	c.unique("phase", order)
	for _, s := range g.Stages {
		c.expect(slices.Contains(order, s.Phase), s.ID, "its phase is unknown")
		used = append(used, s.Phase)
	}
	inOrder := slices.IsSortedFunc(used, func(a, b string) int {
		return slices.Index(order, a) - slices.Index(order, b)
	})
	c.expect(inOrder, g.ID, "its stages are not in the order of its phases")
	for _, id := range order {
		c.expect(slices.Contains(used, id), id, "phase has no stages")
	}
}

func (c *checker) stage(s journal.Stage) {
	c.word(s.ID, s.ID)
	c.line(s.ID, "title", s.Title)
	c.sentence(s.ID, "purpose", s.Purpose)
	c.sentence(s.ID, "caution", s.Caution)
	c.sources(s.ID, s.Sources)
	c.paths(s.ID, s.Paths)
	for _, step := range s.Steps {
		c.step(s, step)
	}
	for _, p := range s.Prompts {
		c.line(s.ID, "prompt", p.Text)
		c.audience(s.ID, p.For)
		c.within(s, s.ID, p.Paths)
	}
}

// along checks that g is of use to everybody on path: it is not empty, and the
// counts hold for what is left of each stage.
func (c *checker) along(g journal.Guide, path journal.Path) {
	left := g.Along(path).Stages
	c.expect(len(g.Stages) == 0 || len(left) > 0, g.ID, "on path %s it has no stages", path)
	for _, s := range left {
		c.expect(len(s.Steps) >= minSteps && len(s.Steps) <= maxSteps, s.ID,
			"on path %s it has %d steps, not %d to %d", path, len(s.Steps), minSteps, maxSteps)
		for _, role := range journal.Roles() {
			n := len(s.PromptsFor(role))
			c.expect(n >= minPrompts, s.ID, "on path %s role %s has %d prompts, not at least %d", path, role, n, minPrompts)
		}
	}
}

// paths checks that paths are known and in order, and not simply all of them.
func (c *checker) paths(id string, paths []journal.Path) {
	all := journal.Paths()
	last := -1
	for _, p := range paths {
		at := slices.Index(all, p)
		c.expect(at >= 0, id, "path %q is unknown", p)
		c.expect(at < 0 || at > last, id, "paths are not in order, each once")
		last = at
	}
	c.expect(len(paths) < len(all), id, "it names all paths, which goes without saying")
}

// within checks the paths of what stands in s and has the id: on one of them at
// least it can be seen.
func (c *checker) within(s journal.Stage, id string, paths []journal.Path) {
	c.paths(id, paths)
	seen := len(paths) == 0 || len(s.Paths) == 0 ||
		slices.ContainsFunc(paths, func(p journal.Path) bool { return slices.Contains(s.Paths, p) })
	c.expect(seen, id, "it is only for paths on which its stage is not shown")
}

func (c *checker) step(s journal.Stage, step journal.Step) {
	_, name, _ := strings.Cut(step.ID, ".")
	c.word(name, step.ID)
	c.line(step.ID, "title", step.Title)
	c.expect(utf8.RuneCountInString(step.Title) <= maxTitle, step.ID, "title is longer than %d characters", maxTitle)
	c.audience(step.ID, step.For)
	c.sources(step.ID, step.Sources)
	for _, letter := range step.Sources {
		c.expect(slices.Contains(s.Sources, letter), step.ID, "source %q is none of its stage's", letter)
	}
	c.line(step.ID, "prompt", step.Prompt)
	c.within(s, step.ID, step.Paths)
}

// shared checks that what s shares with another guide means the same there: a
// tick or a state that is kept under its id shows in both.
func (c *checker) shared(s journal.Stage, words words) {
	there := words.stages[s.ID]
	c.expect(s.Title == there.Title, s.ID, "its title is not the one it has in another guide")
	c.expect(s.Folded == there.Folded, s.ID, "it is folded in one guide and not in another")
	c.expect(slices.Equal(s.Paths, there.Paths), s.ID, "its paths are not those it has in another guide")
	for _, step := range s.Steps {
		there, ok := words.steps[step.ID]
		c.expect(ok || strings.HasPrefix(step.ID, s.ID+"."), step.ID, "its id does not begin with its stage's id and a dot")
		if ok {
			c.expect(step.Title == there.Title, step.ID, "its title is not the one it has in another guide")
			c.expect(step.For == there.For, step.ID, "it is not for those it is for in another guide")
			c.expect(slices.Equal(step.Paths, there.Paths), step.ID, "its paths are not those it has in another guide")
		}
	}
}

func (c *checker) audience(id string, a journal.Audience) {
	known := []journal.Audience{journal.ForHurt, journal.ForCaused, journal.ForEither}
	c.expect(slices.Contains(known, a), id, "for is none of hurt, caused, both")
}

func (c *checker) sources(id string, sources []journal.Source) {
	c.expect(len(sources) > 0, id, "it names no source")
	ok := slices.IsSorted(sources) && len(slices.Compact(slices.Clone(sources))) == len(sources)
	c.expect(ok, id, "sources are not in order, each once")
	for _, letter := range sources {
		c.expect(len(letter) == 1 && letter >= "A" && letter <= "E", id, "source is not a letter from A to E")
	}
}
