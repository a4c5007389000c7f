package entries

// FindInText opens the find bar of the text on the paper, if there is one to be
// read.
func (s *Screen) FindInText() {
	if !s.paper.content.Visible() || s.blank.overPaper.Visible() || s.seal.content.Visible() {
		return
	}
	s.showPaper()
	s.paper.text().OpenFind()
}
