package entries

import (
	"github.com/google/uuid"

	"mend/journal"
)

// LetGo takes the entry with the id off the paper, if it is there, once its last
// words are on their way to be saved: it is about to be changed from elsewhere.
// It is read again when it is opened.
func (s *Screen) LetGo(id uuid.UUID) {
	if !s.isOpen(id) {
		return
	}
	s.finish()
	s.saver.leave()
	s.list.Choose(uuid.Nil, -1)
	s.base = journal.Entry{}
	s.onRight(nil)
}
