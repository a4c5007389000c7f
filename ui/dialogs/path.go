package dialogs

import (
	"errors"
	"image/color"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

var errNoName = errors.New("no file name")

// absolute returns the path that a person wrote: ~ is the home folder, and a
// bare name lies in it.
func absolute(text string) (string, error) {
	text = strings.TrimSpace(text)
	if text == "" || slices.Contains([]byte{'/', filepath.Separator}, text[len(text)-1]) || text == "~" {
		return "", errNoName
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return filepath.Abs(text)
	}
	if rest, ok := strings.CutPrefix(text, "~"); ok && os.IsPathSeparator(rest[0]) {
		return filepath.Join(home, rest), nil
	}
	if !filepath.IsAbs(text) {
		return filepath.Join(home, text), nil
	}
	return filepath.Clean(text), nil
}

// inHome returns name in the home folder, or name if it is a path already.
func inHome(name string) string {
	home, err := os.UserHomeDir()
	if err != nil || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(home, name)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// barless is the theme of the window without bars where something scrolls: in a
// line of text one would lie over the letters.
type barless struct{}

func (barless) look() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color implements fyne.Theme.
func (b barless) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == fynetheme.ColorNameScrollBar || name == fynetheme.ColorNameScrollBarBackground {
		return color.Transparent
	}
	return b.look().Color(name, variant)
}

// Font implements fyne.Theme.
func (b barless) Font(style fyne.TextStyle) fyne.Resource { return b.look().Font(style) }

// Icon implements fyne.Theme.
func (b barless) Icon(name fyne.ThemeIconName) fyne.Resource { return b.look().Icon(name) }

// Size implements fyne.Theme.
func (b barless) Size(name fyne.ThemeSizeName) float32 {
	if name == fynetheme.SizeNameScrollBar || name == fynetheme.SizeNameScrollBarSmall {
		return 0
	}
	return b.look().Size(name)
}
