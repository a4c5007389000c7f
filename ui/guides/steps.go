package guides

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mend/journal"
	"mend/ui/dialogs"
	"mend/ui/theme"
	"mend/ui/widget"
)

// steps lists every step of the stage, the hidden ones too.
func (s *Screen) steps(g journal.OwnGuide, stage journal.Stage) fyne.CanvasObject {
	rows := widget.NewStack(theme.Space1)
	for _, step := range stage.Steps {
		name := "step " + step.ID
		rows.Add(s.partRow(name, step.Title, stepWords(step), func() fyne.CanvasObject { return s.stepActs(g, step) }))
	}
	add := s.named("add step", widget.NewQuietButton(lang.L("Add a step…"), func() { s.askNewStep(stage) }))
	return section(lang.L("Steps"), rows, widget.NewQuietRow(add))
}

func stepWords(step journal.Step) fyne.CanvasObject {
	title := widget.NewParagraph(step.Title)
	if step.Hidden {
		title.SetColor(theme.ColorMuted)
	}
	words := widget.NewStack(2, title)
	if step.Prompt != "" {
		words.Add(label(step.Prompt))
	}
	addMarks(words, marks(step.Hidden, journal.IsOwn(step.ID)), audience(step.For), onPaths(step.Paths))
	return words
}

// addMarks adds what is special about a part below its words.
func addMarks(words *fyne.Container, marks ...string) {
	for _, mark := range marks {
		if mark != "" {
			line := label(mark)
			line.SetColor(theme.ColorAccent)
			words.Add(line)
		}
	}
}

// onPaths says on which paths alone something is shown.
func onPaths(paths []journal.Path) string {
	var names []string
	for _, p := range paths {
		names = append(names, pathName(p))
	}
	if names == nil {
		return ""
	}
	return lang.L("Shown on the path: {{.Names}}", map[string]any{"Names": strings.Join(names, ", ")})
}

func pathName(p journal.Path) string {
	switch p {
	case journal.Undecided:
		return lang.L("not decided")
	case journal.Trying:
		return lang.L("trying")
	case journal.SteppingBack:
		return lang.L("stepping back")
	}
	return lang.L("parting well")
}

// audience says whom alone a step or question is for.
func audience(a journal.Audience) string {
	switch a {
	case journal.ForHurt:
		return lang.L("For somebody who was hurt")
	case journal.ForCaused:
		return lang.L("For somebody who caused the hurt")
	}
	return ""
}

func (s *Screen) stepActs(g journal.OwnGuide, step journal.Step) fyne.CanvasObject {
	id, name := step.ID, "step "+step.ID
	acts := s.actsOf(name, step.Hidden, buttons{
		reword: func() { s.askStepWords(step) },
		move:   func(by int) { s.moveStep(id, by) },
		hide: func() {
			s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.HideStep(id, !step.Hidden) })
		},
	})
	if original, ok := journal.FindStep(s.originals(g), id); ok && step.IsReworded(original) {
		acts.Add(s.named(name+" restore", widget.NewQuietButton(lang.L("Restore the words"), func() {
			s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RestoreStep(original) })
		})))
	}
	if journal.IsOwn(id) {
		acts.Add(s.named(name+" remove", widget.NewQuietButton(lang.L("Remove"), func() {
			s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RemoveStep(id) })
			s.refocus("add step")
		})))
	}
	return acts
}

func stepBlanks(title, prompt string) []dialogs.Blank {
	return []dialogs.Blank{
		{Label: lang.L("What there is to do or understand"), Value: title, Needed: lang.L("Say what the step is.")},
		{Label: lang.L("The question to write about"), Value: prompt, Lines: 3},
	}
}

func (s *Screen) askNewStep(stage journal.Stage) {
	dialogs.AskWords(s.deps.Window, dialogs.WordsQuestion{
		Title: said("A step in “{{.Title}}”", stage.Title), Verb: lang.L("Add the step"), Blanks: stepBlanks("", ""),
	}, func(texts []string) {
		name := journal.NewOwnID()
		s.part = "step " + stage.ID + "." + name
		s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) {
			return g.AddStep(stage.ID, name, texts[0], texts[1])
		})
		s.refocus(s.part)
	})
}

func (s *Screen) askStepWords(step journal.Step) {
	dialogs.AskWords(s.deps.Window, dialogs.WordsQuestion{
		Title: lang.L("The words of this step"), Verb: lang.L("Keep"), Blanks: stepBlanks(step.Title, step.Prompt),
	}, func(texts []string) {
		s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RewordStep(step.ID, texts[0], texts[1]) })
	})
}

// questions lists what else there is to write about in the stage.
func (s *Screen) questions(stage journal.Stage) fyne.CanvasObject {
	rows := widget.NewStack(theme.Space1)
	for i, prompt := range stage.Prompts {
		words := widget.NewStack(2, widget.NewParagraph(prompt.Text))
		addMarks(words, audience(prompt.For), onPaths(prompt.Paths))
		rows.Add(s.partRow("question "+strconv.Itoa(i), prompt.Text, words,
			func() fyne.CanvasObject { return s.questionActs(stage, i) }))
	}
	add := s.named("add question", widget.NewQuietButton(lang.L("Add a question…"), func() { s.askNewQuestion(stage) }))
	return section(lang.L("Questions to write about"), rows, widget.NewQuietRow(add))
}

func (s *Screen) questionActs(stage journal.Stage, i int) fyne.CanvasObject {
	name := "question " + strconv.Itoa(i)
	return widget.NewFlow(theme.Space1,
		s.named(name+" reword", widget.NewQuietButton(lang.L("Reword…"), func() {
			s.askQuestion(lang.L("The words of this question"), stage.Prompts[i].Text, lang.L("Keep"), func(text string) {
				s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RewordPrompt(stage.ID, i, text) })
			})
		})),
		s.named(name+" remove", widget.NewQuietButton(lang.L("Remove"), func() {
			s.part = ""
			s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.RemovePrompt(stage.ID, i) })
			s.refocus("add question")
		})))
}

func (s *Screen) askNewQuestion(stage journal.Stage) {
	s.askQuestion(said("A question in “{{.Title}}”", stage.Title), "", lang.L("Add the question"), func(text string) {
		s.part = "question " + strconv.Itoa(len(stage.Prompts))
		s.act(func(g journal.OwnGuide) (journal.OwnGuide, error) { return g.AddPrompt(stage.ID, text) })
		s.refocus(s.part)
	})
}

func (s *Screen) askQuestion(title, text, verb string, keep func(string)) {
	dialogs.AskWords(s.deps.Window, dialogs.WordsQuestion{Title: title, Verb: verb, Blanks: []dialogs.Blank{
		{Label: lang.L("The question"), Value: text, Lines: 3, Needed: lang.L("Write the question first.")},
	}}, func(texts []string) { keep(texts[0]) })
}
