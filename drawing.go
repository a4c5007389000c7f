package main

import (
	"fyne.io/fyne/v2"

	"fyne.io/fyne/v2/theme"

	"mend/journal"
	"mend/journal/chart"
	"mend/ui/widget"
)

// drawFigures returns what draws charts for the window, in its own typeface.
func drawFigures() (func(journal.Chart, widget.FigureRequest) widget.FigureDrawing, error) {
	painter, err := chart.NewPainter(theme.DefaultTextFont().Content())
	if err != nil {
		return nil, err
	}
	return func(c journal.Chart, r widget.FigureRequest) widget.FigureDrawing { return drawFigure(painter, c, r) }, nil
}

func drawFigure(painter *chart.Painter, c journal.Chart, r widget.FigureRequest) widget.FigureDrawing {
	look := chart.Look{Ink: r.Ink, Muted: r.Muted, Line: r.Line, Accent: r.Accent, Paper: r.Paper, Size: float64(r.TextSize)}
	image, spots := painter.Image(c, float64(r.Width), float64(r.Pixels), look)
	drawn := widget.FigureDrawing{Image: image, Height: float32(image.Bounds().Dy()) * r.Width / float32(image.Bounds().Dx())}
	for _, s := range spots {
		row := c.Rows[s.Row]
		drawn.Spots = append(drawn.Spots, widget.Spot{
			Area: fyne.NewPos(float32(s.X), float32(s.Y)), Size: fyne.NewSize(float32(s.Width), float32(s.Height)),
			Row: s.Row, Mark: s.Mark, Says: c.MarkText(row, row.Marks[s.Mark]),
		})
	}
	return drawn
}
