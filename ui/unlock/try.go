package unlock

import "context"

// try opens a journal off the UI goroutine and hands it, or what failed, to
// tried. When ctx has ended by then, nobody is told, and what was opened is
// closed. A try begins when the one before it has ended, so that one that was
// given up does not hold the journal against the next.
func (s *Screen) try(ctx context.Context, open func(context.Context) (Opened, error), tried func(Opened, error)) {
	before, ended := s.before, make(chan struct{})
	s.before = ended
	var came Opened
	var err error
	s.deps.Tasks.Go(func(context.Context) {
		if before != nil {
			<-before
		}
		came, err = open(ctx)
	}, func() {
		if ctx.Err() == nil {
			close(ended)
			tried(came, err)
			return
		}
		s.deps.Tasks.Go(func(context.Context) {
			defer close(ended)
			if err == nil {
				_ = came.Close() // nothing was written
			}
		}, nil)
	})
}
