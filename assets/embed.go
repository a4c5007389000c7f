// Package assets holds the data files that are built into the program: guides,
// feeling words, the sample journal and the icon. It only carries them; who
// reads a file knows its rules.
package assets

import "embed"

// FS has the folders guides, words, sample and icon.
//
//go:embed guides/*.toml words/*.toml sample/*.toml icon/*.svg icon/*.png
var FS embed.FS

//go:embed icon/mend-512.png
var icon []byte

// Icon returns the program's icon as a PNG of 512 by 512 pixels. The caller
// must not change it.
func Icon() []byte { return icon }
