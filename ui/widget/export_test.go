package widget

// Drawn returns the lines that p draws at its width.
func (p *Paragraph) Drawn() []string { return p.wrap(p.Size().Width) }
