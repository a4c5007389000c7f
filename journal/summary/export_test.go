package summary

import (
	"io"
	"os"
	"syscall"

	"gonum.org/v1/plot/vg/recorder"

	"mend/journal"
	"mend/journal/chart"
)

// WriteNamedFile is WriteFile on a disk without files that have no name.
func WriteNamedFile(path string, write func(io.Writer) error) error {
	files := systemUnnamed()
	files.open = func(string) (*os.File, error) { return nil, syscall.EOPNOTSUPP }
	return writeFile(files, path, write)
}

// WriteUnlinkedFile is WriteFile where a file without a name can be made and
// not be given one.
func WriteUnlinkedFile(path string, write func(io.Writer) error) error {
	files := systemUnnamed()
	files.link = func(*os.File, string) error { return syscall.ENOENT }
	return writeFile(files, path, write)
}

// FigureTexts returns the runs of text in the drawing of each chart of a report.
func FigureTexts(r journal.Report, fonts Fonts) [][]string {
	painter, err := chart.NewPainter(fonts.Regular)
	if err != nil {
		return nil
	}
	var texts [][]string
	for _, c := range r.Charts {
		var on recorder.Canvas
		painter.Draw(&on, c, 0, 0, measure, figureLook(figureText))
		texts = append(texts, written(on))
	}
	return texts
}

func written(on recorder.Canvas) []string {
	var texts []string
	for _, a := range on.Actions {
		if text, ok := a.(*recorder.FillString); ok {
			texts = append(texts, text.String)
		}
	}
	return texts
}

// Texts returns every run of text that is painted on page n, in order.
func (d *Document) Texts(n int) []string {
	var on recorder.Canvas
	d.paint(n, &on)
	return written(on)
}
