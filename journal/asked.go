package journal

// FieldAsked is the field of an entry without a guided page that holds the
// question the person writes about, as it was worded when they began. It is
// empty where they took the question away. No search goes by it: it is asked in
// many entries, and the words are seldom their own.
const FieldAsked = "asked"

// Asked returns the question that stands above the text, or none. known reports
// whether the entry says so itself: one of before there was a FieldAsked has no
// say in it.
func (e Entry) Asked() (question string, known bool) {
	if e.Page != "" {
		return "", false
	}
	question, known = e.Fields[FieldAsked]
	return question, known
}
