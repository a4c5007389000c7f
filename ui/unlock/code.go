package unlock

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"mend/ui/secret"
	"mend/ui/theme"
	"mend/ui/widget"
)

// newCodePage is the page for who forgot the passphrase: it asks for the
// recovery code, and says that there is no other way in.
func (s *Screen) newCodePage() *asking {
	return s.ask(question{
		head: widget.NewStack(theme.Space3,
			widget.NewHeading(lang.L("Nobody can reset it"), theme.SizeTitle),
			widget.NewParagraph(lang.L("If you made a recovery code for this journal, type it here from your paper. Nothing but the passphrase and this code opens it."))),
		field:   secret.NewCodeField(lang.L("Recovery code")),
		long:    true,
		verb:    lang.L("Open"),
		missing: lang.L("Type the code from your paper first."),
		open: func(ctx context.Context, code []byte) (Opened, error) {
			return s.deps.UnlockWithCode(ctx, s.deps.Path, string(code))
		},
		foot: widget.NewMutedParagraph(lang.L("If you have no code, look where you may have written the passphrase down. No one else has it, and there is no way round it. " +
			"You can leave the journal where it is, in case the passphrase comes back to you, and create a new one in another place meanwhile.")),
		remedy: widget.NewButton(lang.L("Restore a backup…"), s.deps.OnRestore),
		others: []*widget.Button{widget.NewQuietButton(lang.L("Back to the passphrase"), s.onBack)},
		onBack: s.onBack,
	})
}

func (s *Screen) onForgotten() {
	s.show(s.newCodePage())
	s.FocusFirst()
}

// onBack returns to the passphrase, and forgets the code.
func (s *Screen) onBack() {
	if a, ok := s.page.(*asking); ok {
		a.field.Clear()
	}
	s.show(s.passphrase)
	s.FocusFirst()
}
