// Package assets holds the data files that are built into the program: guides,
// feeling words, the sample journal and the icon. It only carries them; who
// reads a file knows its rules.
package assets

import "embed"

// FS has the folders guides, pages, words, sample and icon, and the files of
// the deck, the suggested promises and the care pages.
//
//go:embed guides/*.toml pages/*.toml words/*.toml sample/*.toml icon/*.svg icon/*.png
//go:embed deck.toml suggestions.toml care.toml
var FS embed.FS

//go:embed icon/mend-512.png
var icon []byte

// Icon returns the program's icon as a PNG of 512 by 512 pixels. The caller
// must not change it.
func Icon() []byte { return icon }
