package summary

import (
	"bytes"
	"fmt"
	"regexp"
)

// outlineItem is the end of an outline item as the PDF writer makes it.
const outlineItem = `\[(\d+ 0 R) (/XYZ \S+ \S+) null\]\n(/Count) 0>>`

// countChildren mends the outline of a finished PDF. The writer says of every
// item that it has no children (/Count 0), which is wrong for those that have:
// strict readers refuse it, others show no children. levels are the outline's
// levels in their order. A negative count means that the item starts closed
// (PDF 32000-1:2008, table 153).
//
// The count takes the place of what the format does not need (a blank, a line
// end, "null" for a zoom of 0), so that no byte after it moves and the file's
// table of offsets stays right. There is room for 99,999 children.
func countChildren(pdf []byte, levels []int) {
	start := max(0, bytes.LastIndex(pdf, []byte("endstream")))
	items := regexp.MustCompile(outlineItem).FindAllSubmatchIndex(pdf[start:], -1)
	for i, at := range items[:min(len(items), len(levels))] {
		children := 0
		for _, level := range levels[i+1:] {
			if level <= levels[i] {
				break
			}
			children++
		}
		if children == 0 {
			continue
		}
		item := pdf[start+at[0] : start+at[1]]
		group := func(n int) []byte { return pdf[start+at[2*n] : start+at[2*n+1]] }
		head := fmt.Sprintf("[%s%s 0]%s ", group(1), group(2), group(3))
		copy(item, fmt.Sprintf("%s%*d>>", head, len(item)-len(head)-2, -min(children, 99_999)))
	}
}
